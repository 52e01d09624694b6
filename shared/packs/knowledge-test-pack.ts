/**
 * @file The shape of a knowledge test: questions with right answers and a pass mark, no levels
 * (domain.md 3.3). Asked by the same engine as a questionnaire; the explanations are for afterwards.
 */
import { z } from "zod";
import { Localized } from "../model/primitives.ts";
import { Id } from "./condition.ts";
import { TestQuestion } from "./question.ts";
import { packHead, type QuestionnairePack } from "./questionnaire-pack.ts";

export const KnowledgeTestPack = z.strictObject({
  ...packHead,
  kind: z.literal("knowledge-test"),
  blocks: z.array(z.strictObject({ id: Id, title: Localized })).min(1),
  questions: z.array(TestQuestion).min(1).max(200),
  /** Points that must at least be reached. */
  passMark: z.strictObject({ value: z.int().min(1), source: Id }),
});
export type KnowledgeTestPack = z.infer<typeof KnowledgeTestPack>;

/** Anything that is asked on a sheet and scored. */
export type Pack = QuestionnairePack | KnowledgeTestPack;
