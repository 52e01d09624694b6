/** @file Finds everything wrong with a sale gate's pack, or the matching table it names, at once. */
import type { z } from "zod";
import { levels } from "../model/primitives.ts";
import { shapeFault } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { GatePack, regimes } from "./gate-pack.ts";
import { grades, MatchMatrix } from "./match-matrix.ts";

/** Every fault of a sale gate's pack; an empty list means it may be used. Never throws. */
export function checkGatePack(raw: unknown): readonly Fault[] {
  const parsed = GatePack.safeParse(raw);
  if (!parsed.success) return shapeFaults(parsed.error);
  const { sources, rules, numbers, effectiveFrom, effectiveUntil } = parsed.data;
  const known = new Set(sources.map(({ id }) => id));
  const faults: Fault[] = sources
    .filter(({ id }, index) => sources.findIndex((other) => other.id === id) < index)
    .map(({ id }) => ({ code: "duplicate-id", at: "sources", detail: id }));
  for (const [id, { cites }] of Object.entries(rules)) {
    const at = `rules/${id}/cites`;
    if (regimes.every((regime) => cites[regime].length === 0)) faults.push({ code: "missing-source", at });
    for (const regime of regimes) {
      for (const { source } of cites[regime]) {
        if (!known.has(source)) faults.push({ code: "missing-source", at: `${at}/${regime}`, detail: source });
      }
    }
  }
  // Whoever calls a grade high cannot call the one above it low.
  const lowest = Math.min(...numbers.highRisk.map((grade) => grades.indexOf(grade)));
  const missing = grades.filter((grade, index) => index >= lowest && !numbers.highRisk.includes(grade));
  if (missing.length > 0) faults.push({ code: "grade-order", at: "numbers/highRisk", detail: missing.join(" ") });
  if (effectiveUntil !== undefined && effectiveUntil < effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil", detail: effectiveUntil });
  }
  if (numbers.maxPerDay > numbers.maxPer12Months) {
    faults.push({ code: "number-order", at: "numbers/maxPerDay", detail: String(numbers.maxPerDay) });
  }
  return faults;
}

/** Every fault of a matching table. Never throws. */
export function checkMatchMatrix(raw: unknown): readonly Fault[] {
  const parsed = MatchMatrix.safeParse(raw);
  if (!parsed.success) return shapeFaults(parsed.error);
  const { direct, never, effectiveFrom, effectiveUntil } = parsed.data;
  const faults: Fault[] = [];
  if (effectiveUntil !== undefined && effectiveUntil < effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil", detail: effectiveUntil });
  }
  levels.forEach((level, index) => {
    const at = `direct/${level}`;
    const own = direct[level];
    const below = levels[index - 1];
    // The lowest class may hold what no other reading gives it less of: the lowest grade.
    if (!grades.slice(0, own.length).every((grade) => own.includes(grade)) || new Set(own).size !== own.length) {
      faults.push({ code: "grade-order", at, detail: own.join(" ") });
    } else if (below !== undefined && own.length < direct[below].length) {
      faults.push({ code: "grade-order", at, detail: below });
    }
    if (own.length === 0) faults.push({ code: "level-unreachable", at, detail: level });
    const both = own.filter((grade) => never[level]?.includes(grade));
    if (both.length > 0) faults.push({ code: "grade-both", at: `never/${level}`, detail: both.join(" ") });
  });
  return faults;
}

function shapeFaults(error: z.ZodError): readonly Fault[] {
  return error.issues.map(shapeFault);
}
