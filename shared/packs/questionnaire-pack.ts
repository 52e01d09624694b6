/**
 * @file The shape of a questionnaire rule pack. A pack is data: a firm can change
 * questions, points, bands, caps and clocks without a release, and every result
 * names the pack and version it rests on (domain.md 3.4).
 */
import { z } from "zod";
import { Level, Localized } from "../model/primitives.ts";
import { Condition, Id } from "./condition.ts";
import { PackHead } from "./pack-head.ts";
import { Gate, Question } from "./question.ts";

/** Where a rule comes from. Rules point here by id. */
const Source = z.strictObject({
  id: Id,
  law: Localized,
  article: Localized.optional(),
  note: Localized.optional(),
});

/** What every pack of questions begins with. */
export const packHead = {
  ...PackHead.omit({ kind: true }).shape,
  appliesTo: z.enum(["natural-person", "institution"]),
  sources: z.array(Source).min(1),
};

const dimensions = ["capacity", "preference", "experience"] as const;
const Dimension = z.enum(dimensions);

const Block = z.strictObject({ id: Id, title: Localized, dimension: Dimension });

const rule = { id: Id, when: Condition, reason: Localized, source: Id };
/** The level may not be above `level`. */
const Cap = z.strictObject({ ...rule, level: Level });
/** Two answers that do not fit together; the client keeps or changes them, and the choice is recorded. */
const Contradiction = z.strictObject(rule);
export type Contradiction = z.infer<typeof Contradiction>;
/** Something staff must do or may not do; it does not move the level. */
const Flag = z.strictObject(rule);

const Clock = z.strictObject({ value: z.int().min(1).max(1000), source: Id });
const reading = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.strictObject({ id: Id, value: z.enum(values), note: Localized });

/** NFRA Art. 29: how long a result holds and how often one may assess. */
const Clocks = z.strictObject({
  validMonths: Clock,
  maxPerDay: Clock,
  maxPer12Months: Clock,
  /** Where the law leaves a choice (readings.md). */
  readings: z.strictObject({
    /** I-11: whether the last day still counts as valid. */
    lastDay: reading(["valid", "expired"]),
    /** I-12: what 29 February plus twelve months is. */
    shortMonth: reading(["month-end", "next-day"]),
    /** I-13: whether an assessment exactly twelve months old still counts to the limit. */
    twelveMonthsOld: reading(["drops", "counts"]),
  }),
});

export const QuestionnairePack = z.strictObject({
  ...packHead,
  kind: z.literal("questionnaire"),
  /** All six, lowest first. */
  levels: z.array(z.strictObject({ id: Level, name: Localized })),
  dimensions: z.array(z.strictObject({ id: Dimension, title: Localized })),
  blocks: z.array(Block).min(1),
  gates: z.array(Gate).max(20),
  questions: z.array(Question).min(1).max(200),
  /** Points from and to, both inclusive, lowest first. */
  bands: z.array(z.strictObject({ level: Level, from: z.int(), to: z.int() })).min(1),
  caps: z.array(Cap).max(50),
  flags: z.array(Flag).max(50),
  contradictions: z.array(Contradiction).max(200),
  /** Questions whose answers the product matching reads besides the level: those one chooses from. */
  outputs: z.strictObject({
    term: z.array(Id).min(1),
    types: z.array(Id).min(1),
    lossLimit: z.array(Id).min(1),
    goals: z.array(Id).min(1),
  }),
  clocks: Clocks,
});
export type QuestionnairePack = z.infer<typeof QuestionnairePack>;
