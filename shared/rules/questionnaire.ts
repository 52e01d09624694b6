/**
 * @file Scores a questionnaire by its pack. Pure, and the same on every screen, in
 * the headless tool and in the branch's audit: same pack, answers and facts, same result.
 */
import { AppError } from "../errors.ts";
import { type Level, levels } from "../model/primitives.ts";
import type { Gate, QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { type Facts, holds, inRange } from "./condition.ts";
import type { Answers, Score } from "./score.ts";

export type Question = QuestionnairePack["questions"][number];

/** Gates first, then questions, in the order they are asked. */
export function asked(pack: QuestionnairePack): readonly (Gate | Question)[] {
  return [...pack.gates, ...pack.questions];
}

/** Ids of gates and questions without an answer, in the order they are asked. */
export function missing(pack: QuestionnairePack, answers: Answers): readonly string[] {
  return asked(pack)
    .filter((item) => chosenFor(answers, item.id).length === 0)
    .map((item) => item.id);
}

/**
 * The result of a complete answer sheet.
 *
 * @throws AppError `answers-invalid` when an answer is missing, unknown, given twice, or
 * one of several where one is asked; `question` names the first such.
 */
export function score(pack: QuestionnairePack, answers: Answers, facts: Facts = {}): Score {
  requireAnswers(pack, answers);
  const points = Object.fromEntries(pack.questions.map((q) => [q.id, pointsFor(q, chosenFor(answers, q.id))]));
  const sum = (questions: readonly Question[]) => ({
    points: questions.reduce((all, q) => all + (points[q.id] ?? 0), 0),
    max: questions.reduce((all, q) => all + maxPoints(q), 0),
  });
  const inBlock = (id: string) => pack.questions.filter((q) => q.block === id);
  const inDimension = (id: string) =>
    pack.blocks.filter((block) => block.dimension === id).flatMap((block) => inBlock(block.id));
  const { points: total, max } = sum(pack.questions);
  const band = bandOf(pack, total);
  const caps = pack.caps.map((cap) => ({
    id: cap.id,
    level: cap.level,
    applied: holds(cap.when, answers, facts),
  }));
  const idsThatHold = (rules: QuestionnairePack["flags"]) =>
    rules.filter((rule) => holds(rule.when, answers, facts)).map((rule) => rule.id);
  const chosen = (ids: readonly string[]) => ids.flatMap((id) => inOrder(pack, id, chosenFor(answers, id)));
  return {
    pack: { id: pack.id, version: pack.version },
    points,
    total,
    max,
    blocks: pack.blocks.map((block) => ({ id: block.id, ...sum(inBlock(block.id)) })),
    dimensions: pack.dimensions.map((dimension) => ({ id: dimension.id, ...sum(inDimension(dimension.id)) })),
    band,
    caps,
    contradictions: idsThatHold(pack.contradictions),
    flags: idsThatHold(pack.flags),
    level: lowest([band, ...caps.filter((cap) => cap.applied).map((cap) => cap.level)]),
    profile: {
      term: chosen(pack.outputs.term),
      types: chosen(pack.outputs.types),
      lossLimit: chosen(pack.outputs.lossLimit),
      goals: chosen(pack.outputs.goals),
    },
  };
}

/** The most one question can bring. */
export function maxPoints(question: Question): number {
  const points = question.options.map((option) => option.points);
  const several = question.kind === "multiple" && question.score === "sum";
  return several ? points.reduce((all, p) => all + p, 0) : Math.max(...points);
}

/** Points for the chosen options; of several the highest, or all together where the pack says so. */
function pointsFor(question: Question, chosen: readonly string[]): number {
  const points = question.options.filter((option) => chosen.includes(option.id)).map((option) => option.points);
  if (points.length === 0) return 0;
  return question.score === "sum" ? points.reduce((all, p) => all + p, 0) : Math.max(...points);
}

/** The option of a question that asks for age, by an age that is known; undefined where the question does not, or no range fits. */
export function optionForAge(question: Question, age: number | undefined): string | undefined {
  return question.options.find((option) => option.age !== undefined && inRange(option.age, age))?.id;
}

/** What was chosen for a gate or question; empty when not answered. */
export function chosenFor(answers: Answers, id: string): readonly string[] {
  return Object.hasOwn(answers, id) ? (answers[id] ?? []) : [];
}

/** -1 the first is lower, 1 it is higher, 0 equal. */
export function compareLevels(a: Level, b: Level): number {
  return Math.sign(levels.indexOf(a) - levels.indexOf(b));
}

function requireAnswers(pack: QuestionnairePack, answers: Answers): void {
  const items = asked(pack);
  for (const item of items) {
    const chosen = chosenFor(answers, item.id);
    const several = "kind" in item && item.kind === "multiple";
    const known = chosen.every((id) => item.options.some((option) => option.id === id));
    const once = new Set(chosen).size === chosen.length;
    if (chosen.length === 0 || !known || !once || (chosen.length > 1 && !several)) {
      throw new AppError("answers-invalid", { question: item.id });
    }
  }
  const stranger = Object.keys(answers).find((id) => !items.some((item) => item.id === id));
  if (stranger !== undefined) throw new AppError("answers-invalid", { question: stranger.slice(0, 60) });
}

/** So that the order in which boxes were ticked never shows in the result. */
function inOrder(pack: QuestionnairePack, id: string, chosen: readonly string[]): string[] {
  const options = pack.questions.find((question) => question.id === id)?.options ?? [];
  return options.filter((option) => chosen.includes(option.id)).map((option) => option.id);
}

function bandOf(pack: QuestionnairePack, total: number): Level {
  const band = pack.bands.find(({ from, to }) => total >= from && total <= to);
  if (band === undefined) throw new AppError("pack-invalid", { faults: `points-outside-bands ${total}` });
  return band.level;
}

function lowest(candidates: readonly [Level, ...Level[]]): Level {
  return candidates.reduce((low, level) => (compareLevels(level, low) < 0 ? level : low));
}
