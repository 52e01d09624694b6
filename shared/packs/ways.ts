/**
 * @file The ways to answer one question that conditions can tell apart, and what points each may
 * bring. See [Note: Cases, not sheets].
 */
import { atomsIn, holds, inRange } from "../rules/condition.ts";
import { together } from "../rules/points.ts";
import type { Atom } from "./condition.ts";
import { choicesOf, type Item, type MatrixQuestion, type NumberQuestion, type Question, rowId } from "./question.ts";

export type Sheet = Readonly<Record<string, readonly string[]>>;

/** Answers that stand for all of their kind. */
export interface Way {
  readonly answers: Sheet;
  readonly points: readonly number[];
}

/** More kinds than this are beyond checking in good time. */
export const mostKinds = 20_000;

/** @param atoms what conditions ask about this item. Undefined when there are too many ways. */
export function waysToAnswer(item: Item, atoms: readonly Atom[]): readonly Way[] | undefined {
  const every = everyWay(item, atoms);
  if (every === undefined) return undefined;
  const kinds = new Map<string, { readonly answers: Sheet; readonly points: Set<number> }>();
  for (const { answers, points } of every) {
    const seen = seenBy(atoms, answers);
    const kind = kinds.get(seen) ?? { answers: atoms.length === 0 ? {} : answers, points: new Set() };
    for (const one of points) kind.points.add(one);
    kinds.set(seen, kind);
  }
  return [...kinds.values()].map(({ answers, points }) => ({ answers, points: [...points] }));
}

function everyWay(item: Item, atoms: readonly Atom[]): readonly Way[] | undefined {
  if ("maxLength" in item) return [{ answers: {}, points: [0] }];
  if ("ranges" in item) return numberWays(item, atoms);
  if ("rows" in item) return matrixWays(item, atoms);
  if ("kind" in item && item.kind === "multiple") return multipleWays(item, atoms);
  return choicesOf(item).map(({ id, points = 0 }) => ({ answers: { [item.id]: [id] }, points: [points] }));
}

/** What has been answered so far and what it brings, one of each that differs in points or in what the atoms see. */
type Found = Map<string, { readonly answers: Sheet; readonly points: number }>;

/** Of the 2^n ways to tick boxes. */
function multipleWays(
  item: Extract<Question, { readonly kind: "single" | "multiple" }>,
  atoms: readonly Atom[],
): readonly Way[] | undefined {
  const found: Found = new Map();
  for (const option of item.options) {
    for (const before of [{ answers: { [item.id]: [] }, points: 0 }, ...found.values()]) {
      const answers: Sheet = { [item.id]: [...(before.answers[item.id] ?? []), option.id] };
      add(found, atoms, answers, together(item.score, [before.points, option.points]));
    }
    if (found.size > mostKinds) return undefined;
  }
  return [...found.values()].map(({ answers, points }) => ({ answers, points: [points] }));
}

/** Row by row. */
function matrixWays(item: MatrixQuestion, atoms: readonly Atom[]): readonly Way[] | undefined {
  const how = item.score === "highest" ? "highest" : "sum";
  let found: Found = new Map([["", { answers: {}, points: 0 }]]);
  for (const row of item.rows) {
    const next: Found = new Map();
    for (const before of found.values()) {
      for (const option of item.options) {
        const answers = { ...before.answers, [rowId(item, row.id)]: [option.id] };
        add(next, atoms, answers, together(how, [before.points, option.points]));
      }
    }
    if (next.size > mostKinds) return undefined;
    found = next;
  }
  return [...found.values()].map(({ answers, points }) => ({
    answers,
    points: [item.score === "mean" ? Math.round(points / item.rows.length) : points],
  }));
}

function add(found: Found, atoms: readonly Atom[], answers: Sheet, points: number): void {
  const key = `${seenBy(atoms, answers)} ${points}`;
  if (!found.has(key)) found.set(key, { answers, points });
}

/** The least number of each stretch between two edges, as points and conditions see them. */
function numberWays(item: NumberQuestion, atoms: readonly Atom[]): readonly Way[] {
  const ways = leastNumbers(item, atoms).map((value): Way => {
    const inside = item.ranges.filter((range) => inRange(range, value)).map((range) => range.points);
    return { answers: { [item.id]: [String(value)] }, points: inside.length > 0 ? inside : anyPoints(item) };
  });
  // Limits that leave no number are told of elsewhere; what is unreachable because of it need not be.
  return ways.length > 0 ? ways : [{ answers: {}, points: anyPoints(item) }];
}

function anyPoints({ ranges }: NumberQuestion): readonly number[] {
  return ranges.length === 0 ? [0] : ranges.map((range) => range.points);
}

/** The smallest answer at or after each edge, ascending and each once. */
export function leastNumbers(item: NumberQuestion, atoms: readonly Atom[]): readonly number[] {
  const asked = atoms.flatMap(atomsIn).flatMap((atom) => ("within" in atom ? [atom.within] : []));
  const edges = [...item.ranges, ...asked].flatMap(({ atLeast, below }) => [atLeast, below]);
  const step = item.integer === true ? 100 : 1;
  const numbers = [item.min, ...edges]
    .filter((edge) => edge !== undefined && edge >= item.min)
    // In hundredths, so that nothing is lost by rounding.
    .map((edge) => (Math.ceil(Math.round((edge ?? 0) * 100) / step) * step) / 100)
    .filter((value) => value <= item.max);
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function seenBy(atoms: readonly Atom[], answers: Sheet): string {
  return atoms.map((atom) => holds(atom, answers)).join();
}
