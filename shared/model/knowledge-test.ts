/** @file A finished knowledge test: evidence, written once and never changed. */
import { z } from "zod";
import { Answers, TestScore } from "../rules/score.ts";
import { assessmentFields } from "./assessment.ts";
import { ClientId, Instant, RecordId } from "./primitives.ts";

export const knowledgeTestFields = {
  client: ClientId,
  questionnaire: assessmentFields.questionnaire,
  answers: Answers,
  score: TestScore,
  mode: assessmentFields.mode,
  answeredBy: assessmentFields.answeredBy,
  startedAt: Instant,
  /** When it was finished. */
  at: Instant,
  timings: assessmentFields.timings,
  changes: assessmentFields.changes,
} as const;

export const KnowledgeTest = z.object({ id: RecordId, ...knowledgeTestFields });
export type KnowledgeTest = z.infer<typeof KnowledgeTest>;
