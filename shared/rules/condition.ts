/** @file What a pack's conditions mean. See [Note: Conditions are data]. */
import type { AgeRange, Condition } from "../packs/questionnaire-pack.ts";

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
  const chosen = Object.hasOwn(answers, condition.question) ? answers[condition.question] : undefined;
  return chosen?.some((option) => condition.is.includes(option)) ?? false;
}

/** Whether an age lies in a range; an unknown age lies in none. */
export function inRange(range: AgeRange, age: number | undefined): boolean {
  return age !== undefined && age >= (range.atLeast ?? 0) && age < (range.below ?? Number.POSITIVE_INFINITY);
}

/** Ids of the gates and questions a condition looks at, each once, in order of appearance. */
export function questionsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return [...new Set(condition.all.flatMap(questionsIn))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(questionsIn))];
  if ("not" in condition) return questionsIn(condition.not);
  return "question" in condition ? [condition.question] : [];
}
