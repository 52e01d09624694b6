/** @file What a pack's conditions mean. See [Note: Conditions are data]. */
import type { AgeRange, Atom, Condition, NumberRange } from "../packs/condition.ts";
import { itemIdOf } from "../packs/question.ts";

/** What else a rule may look at, besides the answers. */
export interface Facts {
  /** Full years on the day of the assessment, from the profile; absent when no birth date is known. */
  readonly age?: number | undefined;
}

/** Whether a condition holds for these answers and facts. A question without an answer fits nothing. */
export function holds(
  condition: Condition,
  answers: Readonly<Record<string, readonly string[]>>,
  facts: Facts = {},
): boolean {
  if ("all" in condition) return condition.all.every((c) => holds(c, answers, facts));
  if ("any" in condition) return condition.any.some((c) => holds(c, answers, facts));
  if ("not" in condition) return !holds(condition.not, answers, facts);
  if ("age" in condition) return inRange(condition.age, facts.age);
  const chosen = Object.hasOwn(answers, condition.question) ? (answers[condition.question] ?? []) : [];
  if ("is" in condition) return chosen.some((option) => condition.is.includes(option));
  return chosen.some((answer) => inRange(condition.within, decimalOf(answer)));
}

/** Whether a number lies in a range; one that is not known lies in none. */
export function inRange(range: AgeRange | NumberRange, value: number | undefined): boolean {
  return (
    value !== undefined &&
    value >= (range.atLeast ?? Number.NEGATIVE_INFINITY) &&
    value < (range.below ?? Number.POSITIVE_INFINITY)
  );
}

/** The number an answer stands for: plain digits, two decimals at most. Undefined for anything else. */
export function decimalOf(answer: string): number | undefined {
  // Adding zero turns minus zero into zero.
  return /^-?\d{1,10}(\.\d{1,2})?$/.test(answer) ? Number(answer) + 0 : undefined;
}

/** Everything a condition asks of answers, in order of appearance. */
export function atomsIn(condition: Condition): readonly Atom[] {
  if ("all" in condition) return condition.all.flatMap(atomsIn);
  if ("any" in condition) return condition.any.flatMap(atomsIn);
  if ("not" in condition) return atomsIn(condition.not);
  return "question" in condition ? [condition] : [];
}

/** Ids of the gates and questions a condition looks at, each once, in order of appearance. */
export function questionsIn(condition: Condition): readonly string[] {
  return [...new Set(atomsIn(condition).map((atom) => itemIdOf(atom.question)))];
}
