/**
 * @file A finished risk assessment: evidence, written once and never changed
 * (domain.md 3.4 lists what the result must hold).
 */
import { z } from "zod";
import { Answers, Score } from "../rules/score.ts";
import { ClientId, Day, Instant, Level, RecordId } from "./primitives.ts";
import { Signature } from "./signature.ts";

export const assessmentFields = {
  client: ClientId,
  questionnaire: z.object({ id: z.string(), version: z.string() }),
  /** The matching table the level was explained by; absent in older records. */
  matrix: z.object({ id: z.string(), version: z.string() }).optional(),
  answers: Answers,
  score: Score,
  /** The level in force: the score's level. Kept beside it so that lists need not open the score. */
  level: Level,
  /** Age in full years on the day, from the profile; absent when no birth date was known. */
  age: z.int().min(0).max(150).optional(),
  mode: z.enum(["meeting", "paper"]),
  /** Who held the keyboard. */
  answeredBy: z.enum(["client", "guardian", "advisor-from-paper"]),
  startedAt: Instant,
  finishedAt: Instant,
  /** Milliseconds spent on each question, by question id. */
  timings: z.record(z.string(), z.int().min(0)),
  /** Answers that were changed before finishing, in order. */
  changes: z
    .array(z.object({ question: z.string(), from: z.array(z.string()), to: z.array(z.string()), at: Instant }))
    .max(1000),
  /** What the client chose for each contradiction that was shown. */
  contradictionChoices: z.array(z.object({ id: z.string(), choice: z.enum(["keep", "change"]) })).max(200),
  previous: z.object({ id: RecordId, level: Level, total: z.int() }).optional(),
  /** The client's confirmation of a changed level (NFRA 29); absent when the level did not change. */
  levelChangeConfirmedAt: Instant.optional(),
  /** Given on the screen before it was stored; on paper and in older records absent. */
  signature: Signature.optional(),
  validFrom: Day,
  validUntil: Day,
} as const;

export const Assessment = z.object({ id: RecordId, ...assessmentFields });
export type Assessment = z.infer<typeof Assessment>;
