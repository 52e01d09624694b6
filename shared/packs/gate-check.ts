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
  const { sources, numbers, steps, effectiveFrom, effectiveUntil } = parsed.data;
  const faults: Fault[] = sources
    .filter(({ id }, index) => sources.findIndex((other) => other.id === id) < index)
    .map(({ id }) => ({ code: "duplicate-id", at: "sources", detail: id }));
  faults.push(...citations(parsed.data));
  const disorder = steps.find(({ step }, index) => step !== index + 1);
  if (disorder !== undefined) faults.push({ code: "number-order", at: "steps", detail: String(disorder.step) });
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

/** A law or an article that is named and not told, and a rule without any. */
function citations({ sources, articles, rules, steps }: GatePack): Fault[] {
  const known = new Set(sources.map(({ id }) => id));
  const told = new Set(articles.map(({ source, article }) => `${source} ${article}`));
  const cited = [
    ...Object.entries(rules).map(([id, { cites }]) => ({ at: `rules/${id}/cites`, cites, isRule: true })),
    ...steps.map(({ step, cites }) => ({ at: `steps/${step}/cites`, cites, isRule: false })),
  ];
  return cited.flatMap(({ at, cites, isRule }): Fault[] => {
    if (isRule && regimes.every((regime) => cites[regime].length === 0)) return [{ code: "missing-source", at }];
    return regimes.flatMap((regime) =>
      cites[regime].flatMap(({ source, article }): Fault[] => {
        const place = `${at}/${regime}`;
        if (!known.has(source)) return [{ code: "missing-source", at: place, detail: source }];
        const isTold = told.has(`${source} ${article}`);
        return isTold ? [] : [{ code: "missing-source", at: place, detail: `${source} ${article}` }];
      }),
    );
  });
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
