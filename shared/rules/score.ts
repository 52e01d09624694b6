/** @file Shapes of answers and of the scored results. The scoring itself is in questionnaire.ts and knowledge-test.ts. */
import { z } from "zod";
import { Level } from "../model/primitives.ts";

/**
 * By gate or question id what was answered: option ids, one for a single choice, several for a multiple
 * one; the step of a scale; a number as its decimals; a text as it is. A matrix answers row by row, under `Q7.bonds`.
 */
export const Answers = z.record(z.string(), z.array(z.string()).max(50));
export type Answers = z.infer<typeof Answers>;

/** Everything the level rests on, so that it can be explained years later. */
export const Score = z.object({
  pack: z.object({ id: z.string(), version: z.string() }),
  /** Points by id of the questions that were asked and can bring any. */
  points: z.record(z.string(), z.int()),
  total: z.int(),
  max: z.int(),
  /** Points by block, in the pack's order. */
  blocks: z.array(z.object({ id: z.string(), points: z.int(), max: z.int() })),
  /** Points by dimension: capacity, preference, experience. */
  dimensions: z.array(z.object({ id: z.string(), points: z.int(), max: z.int() })),
  /** What the points alone give. */
  band: Level,
  /** Every cap of the pack, in order, and whether it applied. */
  caps: z.array(z.object({ id: z.string(), level: Level, applied: z.boolean() })),
  /** Ids of the contradictions found, in the pack's order. */
  contradictions: z.array(z.string()),
  /** Ids of flags such as extra care for the elderly. */
  flags: z.array(z.string()),
  /** The result: the band, lowered by the lowest cap that applied. */
  level: Level,
  /** Option ids the matching needs besides the level. */
  profile: z.object({
    term: z.array(z.string()),
    types: z.array(z.string()),
    lossLimit: z.array(z.string()),
    goals: z.array(z.string()),
  }),
});
export type Score = z.infer<typeof Score>;

/** What a knowledge test came to. */
export const TestScore = z.object({
  ...Score.pick({ pack: true, points: true, total: true, max: true, blocks: true }).shape,
  /** Points that were needed. */
  passMark: z.int(),
  passed: z.boolean(),
});
export type TestScore = z.infer<typeof TestScore>;
