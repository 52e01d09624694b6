/**
 * @file The shape of a questionnaire rule pack. A pack is data: a firm can change
 * questions, points, bands, caps and clocks without a release, and every result
 * names the pack and version it rests on (domain.md 3.4).
 *
 * [Note: Conditions are data]
 *
 * A condition is a small tree, never a string that somebody evaluates: it can be
 * checked for unknown names, searched for what it depends on, and shown in words.
 */
import { z } from "zod";
import { Day, Level, Localized } from "../model/primitives.ts";
import { ProductType } from "../rules/sale-case.ts";

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Full years; `below` excludes its own number. */
export const AgeRange = z.strictObject({
  atLeast: z.int().min(0).max(150).optional(),
  below: z.int().min(0).max(151).optional(),
});
export type AgeRange = z.infer<typeof AgeRange>;

/** See [Note: Conditions are data]; what each means is in rules/condition.ts. `is` holds when any chosen option is in the list; an age that is not known fits no range. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly age: AgeRange };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1).max(20) }),
    z.strictObject({ any: z.array(Condition).min(1).max(20) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ question: Id, is: z.array(Id).min(1).max(50) }),
    z.strictObject({ age: AgeRange }),
  ]),
);

/** Where a rule comes from. Rules point here by id. */
const Source = z.strictObject({
  id: Id,
  law: Localized,
  article: Localized.optional(),
  note: Localized.optional(),
});

const dimensions = ["capacity", "preference", "experience"] as const;
const Dimension = z.enum(dimensions);

const Block = z.strictObject({ id: Id, title: Localized, dimension: Dimension });

/** Asked before the scored questions; carries no points, only rules. */
const Gate = z.strictObject({
  id: Id,
  /** A few words for lists and results. */
  title: Localized,
  /** The question as the client reads it. */
  text: Localized,
  options: z
    .array(z.strictObject({ id: Id, text: Localized }))
    .min(2)
    .max(20),
});
export type Gate = z.infer<typeof Gate>;

const Option = z.strictObject({
  id: Id,
  text: Localized,
  points: z.int().min(0).max(1000),
  /** In a multiple choice: choosing it clears the others. A help for the form; scoring takes what was answered. */
  exclusive: z.literal(true).optional(),
  /** The option this age belongs to, so that a known birth date can fill it in. */
  age: AgeRange.optional(),
  /** Of a question the matching takes the term from: for how many months the money is not needed, at the least. */
  months: z.int().min(0).max(1200).optional(),
  /** Of a question it takes the types from: what a client who chooses this means to invest in. */
  types: z.array(ProductType).max(10).optional(),
});

const Question = z.strictObject({
  id: Id,
  block: Id,
  kind: z.enum(["single", "multiple"]),
  /** How several chosen options count: the highest alone, or all together. Single choices ignore it. */
  score: z.enum(["highest", "sum"]),
  title: Localized,
  text: Localized,
  hint: Localized.optional(),
  options: z.array(Option).min(2).max(20),
});

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
  id: Id,
  version: z.string().regex(/^[0-9A-Za-z.-]{1,20}$/),
  kind: z.literal("questionnaire"),
  title: Localized,
  appliesTo: z.enum(["natural-person"]),
  effectiveFrom: Day,
  /** The last day; absent while in force. */
  effectiveUntil: Day.optional(),
  sources: z.array(Source).min(1),
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
  /** Questions whose answers the product matching reads besides the level. */
  outputs: z.strictObject({
    term: z.array(Id).min(1),
    types: z.array(Id).min(1),
    lossLimit: z.array(Id).min(1),
    goals: z.array(Id).min(1),
  }),
  clocks: Clocks,
});
export type QuestionnairePack = z.infer<typeof QuestionnairePack>;
