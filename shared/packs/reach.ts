/**
 * @file What the answers of a pack can reach at all: sums of points, levels, and
 * whether a condition can come true. Exact, and quick enough to run on every edit.
 *
 * [Note: Cases, not sheets]
 *
 * Trying every answer sheet is hopeless (5^20). So the questions are gone through in order, and
 * after each the conditions are reduced by what was answered. Sheets that leave the same conditions
 * open are one case, whatever else was answered; per case we keep the set of sums as the bits of one
 * integer. A question that is skipped is passed over. Where there are still too many cases the
 * answer is undefined: too complex to tell.
 */
import type { Level } from "../model/primitives.ts";
import { levels } from "../model/primitives.ts";
import { asked } from "../rules/answers.ts";
import { atomsIn, type Facts, holds } from "../rules/condition.ts";
import type { Condition } from "./condition.ts";
import { type Item, itemIdOf } from "./question.ts";
import type { QuestionnairePack } from "./questionnaire-pack.ts";
import { mostKinds, type Sheet, type Way, waysToAnswer } from "./ways.ts";

/** Every sum of points some answer sheet gives, ascending; undefined when too complex to tell. */
export function totals(pack: QuestionnairePack): readonly number[] | undefined {
  const found = everyCase(pack, []);
  return found && bitsOf(found.reduce((all, one) => all | one.sums, 0n));
}

/** Whether some answers, with some age or none, make the condition true; undefined when too complex to tell. */
export function canHold(pack: QuestionnairePack, condition: Condition): boolean | undefined {
  return everyCase(pack, [{ when: condition, place: 0 }])?.some((one) => one.place === 0);
}

/** Every level some answers give, caps included; undefined when too complex to tell. */
export function reachableLevels(pack: QuestionnairePack): ReadonlySet<Level> | undefined {
  const caps = pack.caps.map((cap) => ({ when: cap.when, place: levels.indexOf(cap.level) }));
  const found = everyCase(pack, caps);
  if (found === undefined) return undefined;
  const reached = found.flatMap(({ place, sums }) =>
    pack.bands
      .filter((band) => hasBitIn(sums, band.from, band.to))
      .flatMap((band) => levels[Math.min(levels.indexOf(band.level), place)] ?? []),
  );
  return new Set(reached);
}

/** A condition that, once true, lets nothing above a place in the list of levels. */
interface Limit {
  readonly when: Condition;
  readonly place: number;
}

interface Case {
  /** The lowest place a condition that came true leaves. */
  readonly place: number;
  /** Limits that are still open and would lie lower. */
  readonly limits: readonly Limit[];
  /** What decides whether later questions are shown, by their id: open, or decided. */
  readonly shows: Readonly<Record<string, Condition | boolean>>;
  /** Bit n is set when a sheet of this kind has n points. */
  readonly sums: bigint;
}

/** Bits in all sums together: eight megabytes. */
const mostBits = 64_000_000;

/** The cases left at the end, for every age that makes a difference and none; undefined when there are too many. */
function everyCase(pack: QuestionnairePack, limits: readonly Limit[]): readonly Case[] | undefined {
  const shows = asked(pack).flatMap((item) =>
    "showIf" in item && item.showIf !== undefined ? [[item.id, item.showIf] as const] : [],
  );
  const ages = agesWorthTrying([...limits.map(({ when }) => when), ...shows.map(([, when]) => when)]);
  const found: Case[] = [];
  for (const age of ages) {
    const start: Case = { place: levels.length, limits, shows: Object.fromEntries(shows), sums: 1n };
    const cases = finalCases(pack, after(start, "", {}, { age }), { age });
    if (cases === undefined) return undefined;
    found.push(...cases);
  }
  return found;
}

function finalCases(pack: QuestionnairePack, start: Case, facts: Facts): readonly Case[] | undefined {
  const conditions = [...start.limits.map(({ when }) => when), ...Object.values(start.shows)];
  const atoms = conditions.flatMap((condition) => (typeof condition === "boolean" ? [] : atomsIn(condition)));
  let cases: readonly Case[] = [start];
  let width = 1;
  for (const item of asked(pack)) {
    const ways = waysToAnswer(
      item,
      atoms.filter((atom) => itemIdOf(atom.question) === item.id),
    );
    if (ways === undefined) return undefined;
    width += Math.max(...ways.flatMap((way) => way.points));
    const next = new Map<string, Case>();
    for (const one of cases) {
      for (const way of isShown(one, item) ? ways : [skipped])
        addCase(next, after(one, item.id, way.answers, facts), way);
    }
    if (next.size > mostKinds || next.size * width > mostBits) return undefined;
    cases = [...next.values()];
  }
  return cases;
}

const skipped: Way = { answers: {}, points: [0] };

/** Its condition looks at earlier questions only, so it is decided by now. */
function isShown({ shows }: Case, { id }: Item): boolean {
  return !Object.hasOwn(shows, id) || shows[id] === true;
}

function addCase(cases: Map<string, Case>, { sums, ...rest }: Case, { points }: Way): void {
  const key = JSON.stringify(rest);
  let moved = cases.get(key)?.sums ?? 0n;
  for (const one of points) moved |= sums << BigInt(one);
  cases.set(key, { ...rest, sums: moved });
}

/** The case once an item is answered so, or skipped. */
function after(one: Case, item: string, answers: Sheet, facts: Facts): Case {
  const limits = one.limits.map(({ when, place }) => ({ place, when: reduced(when, item, answers, facts) }));
  const place = Math.min(one.place, ...limits.filter(({ when }) => when === true).map((limit) => limit.place));
  const shows = Object.entries(one.shows)
    .filter(([id]) => id !== item)
    .map(([id, when]) => [id, typeof when === "boolean" ? when : reduced(when, item, answers, facts)] as const);
  return {
    place,
    limits: limits.flatMap(({ when, place: lower }) =>
      typeof when !== "boolean" && lower < place ? [{ when, place: lower }] : [],
    ),
    shows: Object.fromEntries(shows),
    sums: one.sums,
  };
}

/** What is left of a condition once an item is answered: decided, or still open. */
function reduced(condition: Condition, item: string, answers: Sheet, facts: Facts): Condition | boolean {
  const part = (inner: Condition) => reduced(inner, item, answers, facts);
  if ("all" in condition) {
    const parts = condition.all.map(part).filter((one) => one !== true);
    if (parts.includes(false)) return false;
    return parts.length === 0 ? true : { all: parts as Condition[] };
  }
  if ("any" in condition) {
    const parts = condition.any.map(part).filter((one) => one !== false);
    if (parts.includes(true)) return true;
    return parts.length === 0 ? false : { any: parts as Condition[] };
  }
  if ("not" in condition) {
    const inner = part(condition.not);
    return typeof inner === "boolean" ? !inner : { not: inner };
  }
  const isDecided = "age" in condition || itemIdOf(condition.question) === item;
  return isDecided ? holds(condition, answers, facts) : condition;
}

/** No age, and one on each side of every edge. */
function agesWorthTrying(conditions: readonly Condition[]): (number | undefined)[] {
  const edges = conditions.flatMap(ageEdges);
  return [undefined, ...new Set(edges.flatMap((edge) => [Math.max(0, edge - 1), edge]))];
}

function ageEdges(condition: Condition): number[] {
  if ("all" in condition) return condition.all.flatMap(ageEdges);
  if ("any" in condition) return condition.any.flatMap(ageEdges);
  if ("not" in condition) return ageEdges(condition.not);
  return "age" in condition ? [condition.age.atLeast, condition.age.below].filter((edge) => edge !== undefined) : [];
}

function hasBitIn(sums: bigint, from: number, to: number): boolean {
  if (to < Math.max(0, from)) return false;
  // No sum has a bit above `mostBits`; a band may end anywhere.
  return BigInt.asUintN(Math.min(to, mostBits) + 1, sums) >> BigInt(Math.max(0, from)) !== 0n;
}

function bitsOf(sums: bigint): number[] {
  const digits = sums.toString(2);
  return Array.from(digits)
    .flatMap((digit, place) => (digit === "1" ? [digits.length - 1 - place] : []))
    .toReversed();
}
