/**
 * @file Finds everything wrong with a pack of questions at once, so that whoever
 * edits one need not mend it fault by fault. A pack with faults is never used.
 */
import { type Level, levels } from "../model/primitives.ts";
import { asked } from "../rules/answers.ts";
import { questionsIn } from "../rules/condition.ts";
import { maxPoints } from "../rules/points.ts";
import { conditionsOf, references, ruleKinds, withLooseEnds } from "./check-conditions.ts";
import { questionFaults } from "./check-questions.ts";
import { repeatedIds, shaped, unnamedSource } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { KnowledgeTestPack, type Pack } from "./knowledge-test-pack.ts";
import { choicesOf } from "./question.ts";
import { QuestionnairePack } from "./questionnaire-pack.ts";
import { canHold, reachableLevels, totals } from "./reach.ts";

/** Every fault of a pack; an empty list means it may be used. Never throws. */
export function checkPack(raw: unknown): readonly Fault[] {
  return isTest(raw) ? checkTest(raw) : checkQuestionnaire(raw);
}

/** Which of the two shapes a raw pack means to have. */
function isTest(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "kind" in raw && raw.kind === "knowledge-test";
}

function checkQuestionnaire(raw: unknown): readonly Fault[] {
  const { pack, faults, lacksPoints } = shaped(QuestionnairePack, raw);
  if (pack === undefined) return faults;
  const lists: [string, readonly Named[]][] = [
    ["dimensions", pack.dimensions],
    ...ruleKinds.map((kind): [string, readonly Named[]] => [kind, pack[kind]]),
  ];
  const { validMonths, maxPerDay, maxPer12Months } = pack.clocks;
  const clocks = Object.entries({ validMonths, maxPerDay, maxPer12Months });
  const users = [
    ...ruleKinds.flatMap((kind) => pack[kind].map((rule) => ({ at: `${kind}/${rule.id}`, source: rule.source }))),
    ...clocks.map(([name, clock]) => ({ at: `clocks/${name}`, source: clock.source })),
  ];
  const bandFaults = bands(pack);
  return [
    ...faults,
    ...duplicates(pack, lists),
    ...unknownSources(pack, users),
    ...unknownBlocks(pack),
    ...unknownDimensions(pack),
    ...references(pack),
    ...levelList(pack),
    ...pack.questions.flatMap(questionFaults),
    ...meanings(pack),
    ...dates(pack),
    ...bandFaults,
    ...(lacksPoints ? [] : reach(pack, bandFaults.length > 0)),
  ];
}

function checkTest(raw: unknown): readonly Fault[] {
  const { pack, faults, lacksPoints } = shaped(KnowledgeTestPack, raw);
  if (pack === undefined) return faults;
  const users = [
    ...pack.questions.map((question) => ({ at: `questions/${question.id}`, source: question.source })),
    { at: "passMark", source: pack.passMark.source },
  ];
  const best = pack.questions.reduce((sum, question) => sum + maxPoints(question), 0);
  const marks: Fault[] = [
    ...pack.questions
      .filter((question) => maxPoints(question) === 0)
      .map((question): Fault => ({ code: "no-right-answer", at: `questions/${question.id}` })),
    ...(pack.passMark.value > best
      ? [{ code: "pass-unreachable", at: "passMark", detail: `${pack.passMark.value} > ${best}` } as const]
      : []),
  ];
  return [
    ...faults,
    ...duplicates(pack, []),
    ...unknownSources(pack, users),
    ...unknownBlocks(pack),
    ...dates(pack),
    ...(lacksPoints ? [] : marks),
  ];
}

interface Named {
  readonly id: string;
}

function duplicates(pack: Pack, more: readonly (readonly [string, readonly Named[]])[]): Fault[] {
  const questions = asked(pack);
  const inside = questions.flatMap((item): [string, readonly Named[]][] => [
    [`questions/${item.id}/options`, choicesOf(item)],
    [`questions/${item.id}/rows`, "rows" in item ? item.rows : []],
  ]);
  const lists = [
    ["sources", pack.sources] as const,
    ["blocks", pack.blocks] as const,
    ["questions", questions] as const,
    ...inside,
    ...more,
  ];
  return lists.flatMap(([at, list]) => repeatedIds(at, list));
}

interface SourceUser {
  readonly at: string;
  readonly source: string;
}

function unknownSources(pack: Pack, users: readonly SourceUser[]): Fault[] {
  // What names no source at all has been told already.
  const known = new Set([...pack.sources.map((source) => source.id), unnamedSource]);
  return users
    .filter((user) => !known.has(user.source))
    .map((user): Fault => ({ code: "missing-source", at: user.at, detail: user.source }));
}

function unknownBlocks(pack: Pack): Fault[] {
  const known = new Set(pack.blocks.map((block) => block.id));
  return pack.questions
    .filter((question) => !known.has(question.block))
    .map((question): Fault => ({ code: "unknown-block", at: `questions/${question.id}`, detail: question.block }));
}

function unknownDimensions(pack: QuestionnairePack): Fault[] {
  const known = new Set<string>(pack.dimensions.map((dimension) => dimension.id));
  return pack.blocks
    .filter((block) => !known.has(block.dimension))
    .map((block): Fault => ({ code: "unknown-block", at: `blocks/${block.id}`, detail: block.dimension }));
}

function levelList(pack: QuestionnairePack): Fault[] {
  const named = pack.levels.map((l) => l.id);
  return named.join() === levels.join() ? [] : [{ code: "level-list", at: "levels", detail: named.join(" ") }];
}

/** Every choice of a question that the matching reads must say what it stands for. */
function meanings({ questions, outputs }: QuestionnairePack): Fault[] {
  const meant = { term: "months", types: "types" } as const;
  return (["term", "types"] as const).flatMap((output) =>
    questions
      .filter(({ id }) => outputs[output].includes(id))
      .flatMap((question) =>
        choicesOf(question)
          .filter((choice) => !(meant[output] in choice))
          .map((choice): Fault => {
            const at = `questions/${question.id}/options/${choice.id}`;
            return { code: "option-without-meaning", at, detail: meant[output] };
          }),
      ),
  );
}

function dates({ effectiveFrom, effectiveUntil }: Pack): Fault[] {
  if (effectiveUntil === undefined || effectiveUntil >= effectiveFrom) return [];
  return [{ code: "dates", at: "effectiveUntil", detail: effectiveUntil }];
}

function bands(pack: QuestionnairePack): Fault[] {
  const faults: Fault[] = [];
  pack.bands.forEach((band, i) => {
    const at = `bands/${band.level}`;
    if (band.to < band.from) faults.push({ code: "bands-order", at, detail: `${band.from}-${band.to}` });
    const before = pack.bands[i - 1];
    if (before === undefined) return;
    if (rank(band.level) <= rank(before.level)) faults.push({ code: "bands-order", at });
    if (band.from > before.to + 1) {
      faults.push({ code: "bands-hole", at, detail: `${before.to + 1}-${band.from - 1}` });
    }
    if (band.from <= before.to) faults.push({ code: "bands-overlap", at, detail: `${band.from}-${before.to}` });
  });
  return faults;
}

function rank(level: Level): number {
  return levels.indexOf(level);
}

/** @param areBandsFaulty then a sum outside them has been told already */
function reach(faulty: QuestionnairePack, areBandsFaulty: boolean): Fault[] {
  const pack = withLooseEnds(faulty);
  const [reached, sums] = [reachableLevels(pack), totals(pack)];
  if (reached === undefined || sums === undefined) return [{ code: "too-complex", at: "caps" }];
  const outside = areBandsFaulty
    ? []
    : sums.filter((total) => !pack.bands.some((band) => total >= band.from && total <= band.to));
  return [
    ...(outside.length === 0
      ? []
      : [{ code: "points-outside-bands", at: "bands", detail: stretches(outside) } as const]),
    ...conditionsOf(pack).flatMap(({ at, when }): Fault[] => {
      const can = canHold(pack, when);
      if (can === undefined) return [{ code: "too-complex", at }];
      return can ? [] : [{ code: "rule-never", at, detail: questionsIn(when).join(" ") }];
    }),
    ...levels
      .filter((level) => !reached.has(level))
      .map((level): Fault => ({ code: "level-unreachable", at: `levels/${level}`, detail: level })),
  ];
}

/** `101-105, 107` of the numbers, which ascend. */
function stretches(numbers: readonly number[]): string {
  const ends: [number, number][] = [];
  for (const n of numbers) {
    const last = ends.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else ends.push([n, n]);
  }
  return ends.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
