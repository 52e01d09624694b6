/**
 * @file Scores a questionnaire by its pack. Pure, and the same on every screen, in
 * the headless tool and in the branch's audit: same pack, answers and facts, same result.
 */
import { AppError } from "../errors.ts";
import { type Level, levels } from "../model/primitives.ts";
import type { Pack } from "../packs/knowledge-test-pack.ts";
import type { Question } from "../packs/question.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { answerFaults, chosenFor, inOrder, shown } from "./answers.ts";
import { type Facts, holds, inRange } from "./condition.ts";
import { isScored, pointsById, sumOf } from "./points.ts";
import type { Answers, Score } from "./score.ts";

/**
 * The result of a complete answer sheet. Answers to questions that are not asked are dropped first,
 * see [Note: Skipped questions].
 *
 * @throws AppError `answers-invalid` when an answer is missing, unknown, given twice, outside its
 * limits, or one of several where one is asked; `question` names the first such.
 */
export function score(pack: QuestionnairePack, given: Answers, facts: Facts = {}): Score {
  requireAnswers(pack, given, facts);
  const { items } = shown(pack, given, facts);
  const answers = inOrder(pack, given, facts);
  const scored = pack.questions.filter((question) => items.includes(question) && isScored(question));
  const points = pointsById(scored, answers);
  const inBlocks = (ids: readonly string[]) =>
    sumOf(
      scored.filter((question) => ids.includes(question.block)),
      points,
    );
  const inDimension = (id: string) => pack.blocks.filter((block) => block.dimension === id).map((block) => block.id);
  const { points: total, max } = sumOf(scored, points);
  const band = bandOf(pack, total);
  const caps = pack.caps.map((cap) => ({
    id: cap.id,
    level: cap.level,
    applied: holds(cap.when, answers, facts),
  }));
  const idsThatHold = (rules: QuestionnairePack["flags"]) =>
    rules.filter((rule) => holds(rule.when, answers, facts)).map((rule) => rule.id);
  const chosen = (ids: readonly string[]) => ids.flatMap((id) => chosenFor(answers, id));
  return {
    pack: { id: pack.id, version: pack.version },
    points,
    total,
    max,
    blocks: pack.blocks.map((block) => ({ id: block.id, ...inBlocks([block.id]) })),
    dimensions: pack.dimensions.map((dimension) => ({ id: dimension.id, ...inBlocks(inDimension(dimension.id)) })),
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

/** The option of a question that asks for age, by an age that is known; undefined where the question does not, or no range fits. */
export function optionForAge(question: Question, age: number | undefined): string | undefined {
  if (!("options" in question) || "rows" in question) return undefined;
  return question.options.find((option) => option.age !== undefined && inRange(option.age, age))?.id;
}

/** -1 the first is lower, 1 it is higher, 0 equal. */
export function compareLevels(a: Level, b: Level): number {
  return Math.sign(levels.indexOf(a) - levels.indexOf(b));
}

/** @throws AppError `answers-invalid`; `question` names the first that is at fault */
export function requireAnswers(pack: Pack, answers: Answers, facts: Facts = {}): void {
  const [first] = answerFaults(pack, answers, facts);
  if (first !== undefined) throw new AppError("answers-invalid", { question: first.question.slice(0, 60) });
}

function bandOf(pack: QuestionnairePack, total: number): Level {
  const band = pack.bands.find(({ from, to }) => total >= from && total <= to);
  if (band === undefined) throw new AppError("pack-invalid", { faults: `points-outside-bands ${total}` });
  return band.level;
}

function lowest(candidates: readonly [Level, ...Level[]]): Level {
  return candidates.reduce((low, level) => (compareLevels(level, low) < 0 ? level : low));
}
