/**
 * @file The kinds of question a pack can ask, and where the answers to each stand on a sheet:
 * chosen options by id, a number as its decimals, a text as it is, a matrix row by row.
 */
import { z } from "zod";
import { Localized } from "../model/primitives.ts";
import { ProductType } from "../rules/sale-case.ts";
import { AgeRange, Condition, Decimal, Id } from "./condition.ts";

const Points = z.int().min(0).max(1000);

/** Asked before the scored questions; carries no points, only rules. */
export const Gate = z.strictObject({
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
  points: Points,
  /** In a multiple choice: choosing it clears the others. A help for the form; scoring takes what was answered. */
  exclusive: z.literal(true).optional(),
  /** The option this age belongs to, so that a known birth date can fill it in. */
  age: AgeRange.optional(),
  /** Of a question the matching takes the term from: for how many months the money is not needed, at the least. */
  months: z.int().min(0).max(1200).optional(),
  /** Of a question it takes the types from: what a client who chooses this means to invest in. */
  types: z.array(ProductType).max(10).optional(),
});
const PlainOption = Option.omit({ exclusive: true, age: true, months: true, types: true });

const common = {
  id: Id,
  block: Id,
  title: Localized,
  text: Localized,
  hint: Localized.optional(),
};
const inQuestionnaire = {
  ...common,
  /** Asked only while this holds, and it may only look at what is asked before. See [Note: Skipped questions]. */
  showIf: Condition.optional(),
  /** The pack promises that a later option, step or range never brings fewer points; it is checked. */
  monotone: z.literal(true).optional(),
};

const ChoiceQuestion = z.strictObject({
  ...inQuestionnaire,
  kind: z.enum(["single", "multiple"]),
  /** How several chosen options count: the highest alone, or all together. Single choices ignore it. */
  score: z.enum(["highest", "sum"]),
  options: z.array(Option).min(2).max(20),
});

/** Steps from one end to the other, such as 1 to 5 or 0 to 10. The answer is the number of the step. */
const ScaleQuestion = z.strictObject({
  ...inQuestionnaire,
  kind: z.literal("scale"),
  /** The number of the first step. */
  from: z.int().min(0).max(1),
  /** Points of each step in order; there are as many steps. */
  points: z.array(Points).min(2).max(11),
  /** What the ends mean. */
  low: Localized,
  high: Localized,
});

/** A number between two limits, both allowed. */
const NumberQuestion = z.strictObject({
  ...inQuestionnaire,
  kind: z.literal("number"),
  min: Decimal,
  max: Decimal,
  /** Whole numbers only. */
  integer: z.literal(true).optional(),
  /** `万元`, `%`; absent for a plain number. */
  unit: Localized.optional(),
  /** Points by range, lowest first, without hole or overlap; `below` excludes its own number. Empty: no points. */
  ranges: z.array(z.strictObject({ atLeast: Decimal.optional(), below: Decimal.optional(), points: Points })).max(20),
});
export type NumberQuestion = z.infer<typeof NumberQuestion>;

/** A few words of the client's own. Carries no points, and no rule can look at it. */
const TextQuestion = z.strictObject({
  ...inQuestionnaire,
  kind: z.literal("text"),
  maxLength: z.int().min(1).max(1000),
  /** It may be left empty. */
  optional: z.literal(true).optional(),
});

/** Several things asked on one scale of options; every row wants an answer. */
const MatrixQuestion = z.strictObject({
  ...inQuestionnaire,
  kind: z.literal("matrix"),
  /** How the rows count together; a mean is rounded, a half upwards. */
  score: z.enum(["highest", "sum", "mean"]),
  rows: z
    .array(z.strictObject({ id: Id, text: Localized }))
    .min(1)
    .max(20),
  options: z.array(PlainOption).min(2).max(9),
});
export type MatrixQuestion = z.infer<typeof MatrixQuestion>;

export const Question = z.discriminatedUnion("kind", [
  ChoiceQuestion,
  ScaleQuestion,
  NumberQuestion,
  TextQuestion,
  MatrixQuestion,
]);
export type Question = z.infer<typeof Question>;

/** A question with right answers: options that bring points are right. Explained once the test is over. */
export const TestQuestion = z.strictObject({
  ...common,
  kind: z.literal("single"),
  options: z.array(PlainOption).min(2).max(9),
  explanation: Localized,
  source: Id,
});
export type TestQuestion = z.infer<typeof TestQuestion>;

export type Item = Gate | Question | TestQuestion;

/** A gate is a single choice. */
export function kindOf(item: Item): Question["kind"] {
  return "kind" in item ? item.kind : "single";
}

/** The row of a matrix on the sheet: `Q7.bonds`. */
export function rowId(question: Pick<MatrixQuestion, "id">, row: string): string {
  return `${question.id}.${row}`;
}

/** Where the answers to an item stand on the sheet: under its id; a matrix has one for each row. */
export function answerIds(item: Item): readonly string[] {
  return "rows" in item ? item.rows.map((row) => rowId(item, row.id)) : [item.id];
}

/** The gate or question an answer belongs to: `Q7` of `Q7.bonds`. */
export function itemIdOf(answerId: string): string {
  return answerId.split(".", 1)[0] ?? answerId;
}

/** What can be chosen, in order: options, or the steps of a scale, whose name is their number. Empty where one writes. */
export function choicesOf(
  item: Item,
): readonly { readonly id: string; readonly text?: Localized; readonly points?: number }[] {
  if ("options" in item) return item.options;
  if (!("points" in item)) return [];
  return item.points.map((points, step) => ({ id: String(item.from + step), points }));
}
