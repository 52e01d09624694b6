/**
 * @file What the answers of a pack can reach at all: sums of points, levels, and
 * whether a condition can come true. Exact, and quick enough to run on every edit.
 *
 * Trying every answer sheet is hopeless (5^20). But a cap asks only about a few
 * options, so sheets that agree on those questions' answers *as the conditions see
 * them* are one case; per case we keep the set of sums as the bits of one integer.
 */
import type { Level } from "../model/primitives.ts";
import { levels } from "../model/primitives.ts";
import { holds } from "../rules/condition.ts";
import type { Condition, Gate, QuestionnairePack } from "./questionnaire-pack.ts";

type Question = QuestionnairePack["questions"][number];
type Sheet = Readonly<Record<string, readonly string[]>>;

/** Every sum of points some answer sheet gives, ascending. */
export function totals(pack: QuestionnairePack): readonly number[] {
  const [only] = cases(pack, []);
  return only === undefined ? [] : bitsOf(only.sums);
}

/** Whether some answers, with some age or none, make the condition true. */
export function canHold(pack: QuestionnairePack, condition: Condition): boolean {
  const ages = agesWorthTrying([condition]);
  return cases(pack, [condition]).some(({ sheet }) => ages.some((age) => holds(condition, sheet, { age })));
}

/** Every level some answers give, caps included. */
export function reachableLevels(pack: QuestionnairePack): ReadonlySet<Level> {
  const conditions = pack.caps.map((cap) => cap.when);
  const ages = agesWorthTrying(conditions);
  const reached = new Set<Level>();
  for (const { sheet, sums } of cases(pack, conditions)) {
    const inBands = pack.bands.filter((band) => bitsOf(sums).some((sum) => sum >= band.from && sum <= band.to));
    for (const age of ages) {
      const limits = pack.caps.filter((cap) => holds(cap.when, sheet, { age })).map((cap) => levels.indexOf(cap.level));
      for (const band of inBands) {
        const level = levels[Math.min(levels.indexOf(band.level), ...limits)];
        if (level !== undefined) reached.add(level);
      }
    }
  }
  return reached;
}

interface Case {
  /** One sheet that stands for all of its kind; holds answers only for the questions the conditions ask about. */
  readonly sheet: Sheet;
  /** Bit n is set when a sheet of this kind has n points. */
  readonly sums: bigint;
}

/** More kinds of sheets than this and the caps are beyond checking. */
const mostCases = 20_000;

/** Whether the caps depend on so many answers together that reach could not be told in good time. */
export function isTooComplex(pack: QuestionnairePack): boolean {
  const lists = pack.caps.flatMap((cap) => optionLists(cap.when));
  const kinds = [...pack.gates, ...pack.questions].map((asked) => {
    const own = lists.filter((list) => list.question === asked.id).map((list) => list.is);
    return own.length === 0 ? 1 : choicesOf(asked, own).length;
  });
  return kinds.reduce((product, n) => product * n, 1) > mostCases;
}

function cases(pack: QuestionnairePack, conditions: readonly Condition[]): Case[] {
  const lists = conditions.flatMap(optionLists);
  let kinds: Case[] = [{ sheet: {}, sums: 1n }];
  for (const asked of [...pack.gates, ...pack.questions]) {
    const own = lists.filter((list) => list.question === asked.id).map((list) => list.is);
    const choices = choicesOf(asked, own);
    kinds = kinds.flatMap(({ sheet, sums }) =>
      choices.map((choice) => ({
        sheet: own.length === 0 ? sheet : { ...sheet, [asked.id]: choice.options },
        sums: choice.points.reduce((all, points) => all | (sums << BigInt(points)), 0n),
      })),
    );
  }
  return kinds;
}

interface Choice {
  readonly options: readonly string[];
  readonly points: number;
}

/** The ways to answer one question that the given option lists can tell apart, each with the points it may bring. */
function choicesOf(
  asked: Gate | Question,
  lists: readonly (readonly string[])[],
): { options: readonly string[]; points: readonly number[] }[] {
  const kinds = new Map<string, { options: readonly string[]; points: Set<number> }>();
  for (const { options, points } of everyChoice(asked, lists)) {
    const seen = seenBy(lists, options);
    const kind = kinds.get(seen) ?? { options, points: new Set() };
    kind.points.add(points);
    kinds.set(seen, kind);
  }
  return [...kinds.values()].map((k) => ({ options: k.options, points: [...k.points] }));
}

function everyChoice(asked: Gate | Question, lists: readonly (readonly string[])[]): readonly Choice[] {
  if (!("kind" in asked)) return asked.options.map((o) => ({ options: [o.id], points: 0 }));
  if (asked.kind === "single") return asked.options.map((o) => ({ options: [o.id], points: o.points }));
  return choicesOfSeveral(asked, lists);
}

/** Of the 2^n ways to tick boxes, one for each that differs in points or in what the lists see. */
function choicesOfSeveral(asked: Question, lists: readonly (readonly string[])[]): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const option of asked.options) {
    for (const before of [{ options: [], points: 0 }, ...found.values()]) {
      const options = [...before.options, option.id];
      const points = asked.score === "sum" ? before.points + option.points : Math.max(before.points, option.points);
      const key = `${seenBy(lists, options)} ${points}`;
      if (!found.has(key)) found.set(key, { options, points });
    }
  }
  return [...found.values()];
}

/** Which of the lists hold one of these options. */
function seenBy(lists: readonly (readonly string[])[], options: readonly string[]): string {
  return lists.map((list) => options.some((o) => list.includes(o))).join();
}

function optionLists(condition: Condition): { question: string; is: readonly string[] }[] {
  if ("all" in condition) return condition.all.flatMap(optionLists);
  if ("any" in condition) return condition.any.flatMap(optionLists);
  if ("not" in condition) return optionLists(condition.not);
  return "question" in condition ? [{ question: condition.question, is: condition.is }] : [];
}

/** No age, and one on each side of every edge. */
function agesWorthTrying(conditions: readonly Condition[]): (number | undefined)[] {
  const edges = conditions.flatMap(ageEdges);
  return [undefined, ...new Set(edges.flatMap((edge) => [edge - 1, edge]))];
}

function ageEdges(condition: Condition): number[] {
  if ("all" in condition) return condition.all.flatMap(ageEdges);
  if ("any" in condition) return condition.any.flatMap(ageEdges);
  if ("not" in condition) return ageEdges(condition.not);
  return "age" in condition ? [condition.age.atLeast, condition.age.below].filter((edge) => edge !== undefined) : [];
}

function bitsOf(sums: bigint): number[] {
  const bits: number[] = [];
  for (let rest = sums, n = 0; rest > 0n; rest >>= 1n, n++) if ((rest & 1n) === 1n) bits.push(n);
  return bits;
}
