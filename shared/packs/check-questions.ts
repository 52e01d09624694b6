/** @file Checks the questions of a pack one by one: ages, limits, ranges of points, promised order. */
import { inRange } from "../rules/condition.ts";
import type { NumberRange } from "./condition.ts";
import type { Fault } from "./faults.ts";
import type { NumberQuestion, Question } from "./question.ts";
import { leastNumbers } from "./ways.ts";

export function questionFaults(question: Question): Fault[] {
  return [...ageOptions(question), ...("ranges" in question ? numberFaults(question) : []), ...monotony(question)];
}

/** Where options carry ages they must follow one another without hole or overlap. */
function ageOptions(question: Question): Fault[] {
  const options = question.kind === "single" || question.kind === "multiple" ? question.options : [];
  const ranges = options.flatMap((o) => (o.age === undefined ? [] : [o.age]));
  if (ranges.length === 0) return [];
  const sorted = ranges.toSorted((a, b) => (a.atLeast ?? 0) - (b.atLeast ?? 0));
  const joined = sorted.every((r, i) => i === 0 || (sorted[i - 1]?.below ?? -1) === r.atLeast);
  const complete = ranges.length === options.length && sorted.at(-1)?.below === undefined;
  return joined && complete ? [] : [{ code: "age-options", at: `questions/${question.id}` }];
}

function numberFaults(question: NumberQuestion): Fault[] {
  const { min, max, ranges } = question;
  const at = `questions/${question.id}`;
  if (leastNumbers(question, []).length === 0) return [{ code: "number-limits", at, detail: `${min}-${max}` }];
  if (ranges.length === 0) return [];
  const faults: Fault[] = [];
  // Before the first and after the last as well.
  let reached = min;
  for (const [index, range] of ranges.entries()) {
    const from = Math.max(range.atLeast ?? min, min);
    const below = Math.min(range.below ?? Number.POSITIVE_INFINITY, justAbove(question));
    const place = `${at}/ranges/${index}`;
    if (from >= below || (index > 0 && from < lowerEdge(ranges[index - 1], min))) {
      faults.push({ code: "ranges-order", at: place, detail: `${range.atLeast ?? ""}-${range.below ?? ""}` });
      continue;
    }
    if (hasNumber(question, { atLeast: reached, below: from })) {
      faults.push({ code: "ranges-hole", at: place, detail: `${reached}-${from}` });
    }
    if (hasNumber(question, { atLeast: from, below: Math.min(reached, below) })) {
      faults.push({ code: "ranges-overlap", at: place, detail: `${from}-${Math.min(reached, below)}` });
    }
    reached = Math.max(reached, below);
  }
  if (hasNumber(question, { atLeast: reached, below: justAbove(question) })) {
    faults.push({ code: "ranges-hole", at: `${at}/ranges`, detail: `${reached}-${max}` });
  }
  return faults;
}

function lowerEdge(range: NumberRange | undefined, min: number): number {
  return Math.max(range?.atLeast ?? min, min);
}

/** The least number that is too much. */
function justAbove({ max }: NumberQuestion): number {
  return (Math.round(max * 100) + 1) / 100;
}

/** Whether the question takes any number of this stretch. */
function hasNumber(question: NumberQuestion, within: NumberRange): boolean {
  if ((within.atLeast ?? 0) >= (within.below ?? 0)) return false;
  const unscored = { ...question, ranges: [] };
  return leastNumbers(unscored, [{ question: question.id, within }]).some((value) => inRange(within, value));
}

function monotony(question: Question): Fault[] {
  if (question.monotone !== true) return [];
  const points = pointsInOrder(question);
  const at = points.findIndex((p, i) => i > 0 && p < (points[i - 1] ?? 0));
  return at < 0 ? [] : [{ code: "not-monotone", at: `questions/${question.id}`, detail: String(at + 1) }];
}

/** Of options, steps or ranges as they stand. */
function pointsInOrder(question: Question): readonly number[] {
  switch (question.kind) {
    case "text":
      return [];
    case "scale":
      return question.points;
    case "number":
      return question.ranges.map((range) => range.points);
    case "single":
    case "multiple":
    case "matrix":
      return question.options.map((option) => option.points);
  }
}
