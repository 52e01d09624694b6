/**
 * @file The shape of a rule pack's conditions. What each means is in rules/condition.ts.
 *
 * [Note: Conditions are data]
 *
 * A condition is a small tree, never a string that somebody evaluates: it can be
 * checked for unknown names, searched for what it depends on, and shown in words.
 */
import { z } from "zod";

export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);

/** Where an answer stands on the sheet: a gate or question, or one row of a matrix as `Q7.bonds`. */
const AnswerId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}(\.[A-Za-z0-9][A-Za-z0-9_-]{0,39})?$/);

/** Full years; `below` excludes its own number. */
export const AgeRange = z.strictObject({
  atLeast: z.int().min(0).max(150).optional(),
  below: z.int().min(0).max(151).optional(),
});
export type AgeRange = z.infer<typeof AgeRange>;

/** A number as a questionnaire knows it: two decimals at most, so that edges are exact. */
export const Decimal = z.number().min(-1_000_000_000).max(1_000_000_000).multipleOf(0.01);

/** `below` excludes its own number. */
export const NumberRange = z.strictObject({ atLeast: Decimal.optional(), below: Decimal.optional() });
export type NumberRange = z.infer<typeof NumberRange>;

/**
 * See [Note: Conditions are data]. `is` holds when any chosen option is in the list, `within` when the
 * number answered, or the step of a scale, lies in the range; an age that is not known fits no range.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly within: NumberRange }
  | { readonly age: AgeRange };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1).max(20) }),
    z.strictObject({ any: z.array(Condition).min(1).max(20) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ question: AnswerId, is: z.array(Id).min(1).max(50) }),
    z.strictObject({ question: AnswerId, within: NumberRange }),
    z.strictObject({ age: AgeRange }),
  ]),
);

/** A condition that asks about one answer. */
export type Atom = Extract<Condition, { readonly question: string }>;
