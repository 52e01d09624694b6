/**
 * @file Why the result is what it is: the answers that moved it most, what would
 * change it, and what differs from last time. For the result screen and the notice.
 */

import { type Level, levels } from "../model/primitives.ts";
import { answerIds, choicesOf, type Item, itemIdOf, kindOf, type NumberQuestion } from "../packs/question.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { leastNumbers } from "../packs/ways.ts";
import { chosenFor, missing, shown } from "./answers.ts";
import { atomsIn, decimalOf, type Facts } from "./condition.ts";
import { maxPoints } from "./points.ts";
import { compareLevels, score as scoreAnswers } from "./questionnaire.ts";
import type { Answers, Score } from "./score.ts";

/** One question and what its answer brought; the answers themselves are on the sheet. */
interface QuestionEffect {
  readonly question: string;
  readonly points: number;
  readonly max: number;
}

/** One answer that, changed alone, would give another level. */
interface NearestChange {
  /** A gate, a question, or a row of a matrix. */
  readonly question: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Difference in points; 0 when only a cap or gate changes. */
  readonly points: number;
  readonly level: Level;
  readonly direction: "up" | "down";
}

export interface Explanation {
  /** Answers above the middle of their scale, strongest first. */
  readonly raised: readonly QuestionEffect[];
  /** Answers below the middle of their scale, strongest first. */
  readonly lowered: readonly QuestionEffect[];
  /** Single changes that give another level: one for each question and direction; nearest level first, then fewest points. */
  readonly nearest: readonly NearestChange[];
}

/**
 * Explain a result. `facts` are those it was scored with; `most` limits each list.
 *
 * For a person beside the client: shown before or while answering it would be a hint,
 * which NFRA Order 2025-7 Art. 13 forbids.
 */
export function explain(
  pack: QuestionnairePack,
  score: Score,
  answers: Answers,
  { facts = {}, most = 3 }: { readonly facts?: Facts; readonly most?: number } = {},
): Explanation {
  // What was not asked, or brings no points, has none on record.
  const effects = pack.questions.flatMap((q) => {
    const points = score.points[q.id];
    return points === undefined ? [] : [{ question: q.id, points, max: maxPoints(q) }];
  });
  const weight = (effect: QuestionEffect) => Math.abs(2 * effect.points - effect.max);
  const strongest = (list: readonly QuestionEffect[]) => list.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
  return {
    raised: strongest(effects.filter((e) => 2 * e.points > e.max)),
    lowered: strongest(effects.filter((e) => 2 * e.points < e.max)),
    nearest: nearestChanges(pack, score, answers, facts).slice(0, most),
  };
}

function nearestChanges(pack: QuestionnairePack, score: Score, answers: Answers, facts: Facts): NearestChange[] {
  const one = (item: Item, id: string) => {
    const from = chosenFor(answers, id);
    const changes = otherAnswers(pack, item, from).flatMap((to): NearestChange[] => {
      const changed = { ...answers, [id]: [...to] };
      // What the client would say to a question that only now is asked, nobody knows.
      if (missing(pack, changed, facts).length > 0) return [];
      const other = scoreAnswers(pack, changed, facts);
      const order = compareLevels(other.level, score.level);
      if (order === 0) return [];
      const direction = order > 0 ? "up" : "down";
      return [{ question: id, from, to, points: other.total - score.total, level: other.level, direction }];
    });
    const nearest = changes.toSorted((a, b) => distance(a, score.level) - distance(b, score.level));
    const first = (direction: string) => nearest.filter((change) => change.direction === direction).slice(0, 1);
    return [...first("up"), ...first("down")];
  };
  const smallest = shown(pack, answers, facts).items.flatMap((item) => answerIds(item).flatMap((id) => one(item, id)));
  return smallest.toSorted((a, b) => distance(a, score.level) - distance(b, score.level));
}

/** Steps between levels weigh more than any points, so that a gate is not the nearest change for everybody. */
function distance(change: NearestChange, from: Level): number {
  return Math.abs(levels.indexOf(change.level) - levels.indexOf(from)) * 10_000 + Math.abs(change.points);
}

/** Other answers one step away: another option, in a multiple choice one box more or fewer, a number in another range. */
function otherAnswers(pack: QuestionnairePack, item: Item, chosen: readonly string[]): readonly (readonly string[])[] {
  if ("ranges" in item) return otherNumbers(pack, item, chosen);
  const others = choicesOf(item)
    .map((choice) => choice.id)
    .filter((id) => !chosen.includes(id));
  if (kindOf(item) !== "multiple") return others.map((id) => [id]);
  const fewer = chosen.length > 1 ? chosen.map((id) => chosen.filter((other) => other !== id)) : [];
  return [...others.map((id) => [...chosen, id]), ...fewer, ...others.map((id) => [id])];
}

/** The least number of every other stretch that points or rules tell apart. */
function otherNumbers(pack: QuestionnairePack, item: NumberQuestion, chosen: readonly string[]): readonly string[][] {
  const rules = [...pack.caps.map((cap) => cap.when), ...pack.questions.flatMap((q) => q.showIf ?? [])];
  const atoms = rules.flatMap(atomsIn).filter((atom) => itemIdOf(atom.question) === item.id);
  const least = leastNumbers(item, atoms);
  const now = decimalOf(chosen[0] ?? "");
  const own = least.findLast((value) => now !== undefined && value <= now);
  return least.filter((value) => value !== own).map((value) => [String(value)]);
}

/** A scored answer sheet; an assessment is one. */
export interface Scored {
  readonly answers: Answers;
  readonly score: Score;
}

/** What became different since last time. */
export interface Comparison {
  /** False when the questionnaire itself changed: points and answers are then not set side by side. */
  readonly comparable: boolean;
  /** Level then and now; NFRA Art. 29 wants a change shown and confirmed again. */
  readonly level: { readonly from: Level; readonly to: Level; readonly changed: boolean };
  /** Current minus previous. */
  readonly total: number;
  /** Current minus previous by block id; empty when not comparable. */
  readonly blocks: Readonly<Record<string, number>>;
  /** Gates and questions answered otherwise, largest difference in points first; empty when not comparable. */
  readonly answers: readonly {
    readonly question: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly points: number;
    readonly pointsFrom: number;
    readonly pointsTo: number;
  }[];
}

/** Set a result beside the one before it. */
export function compare(previous: Scored, current: Scored): Comparison {
  const comparable =
    previous.score.pack.id === current.score.pack.id && previous.score.pack.version === current.score.pack.version;
  const { level: from } = previous.score;
  const { level: to } = current.score;
  return {
    comparable,
    level: { from, to, changed: from !== to },
    total: current.score.total - previous.score.total,
    blocks: comparable ? blockDifferences(previous.score, current.score) : {},
    answers: comparable ? changedAnswers(previous, current) : [],
  };
}

function blockDifferences(previous: Score, current: Score): Record<string, number> {
  const before = new Map(previous.blocks.map((block) => [block.id, block.points]));
  return Object.fromEntries(current.blocks.map((block) => [block.id, block.points - (before.get(block.id) ?? 0)]));
}

function changedAnswers(previous: Scored, current: Scored): Comparison["answers"] {
  // Also what was asked only then, or only now.
  const asked = new Set([...Object.keys(current.answers), ...Object.keys(previous.answers)]);
  const ids = [...asked].filter(
    (id) => chosenFor(previous.answers, id).toSorted().join() !== chosenFor(current.answers, id).toSorted().join(),
  );
  return ids
    .map((question) => {
      const pointsFrom = previous.score.points[question] ?? 0;
      const pointsTo = current.score.points[question] ?? 0;
      return {
        question,
        from: chosenFor(previous.answers, question),
        to: chosenFor(current.answers, question),
        points: pointsTo - pointsFrom,
        pointsFrom,
        pointsTo,
      };
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || byId.compare(a.question, b.question));
}

/** Stored answers may stand in any order. */
const byId = new Intl.Collator("en", { numeric: true });
