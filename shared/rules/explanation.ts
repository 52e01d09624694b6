/**
 * @file Why the result is what it is: the answers that moved it most, what would
 * change it, and what differs from last time. For the result screen and the notice.
 */

import { type Level, levels } from "../model/primitives.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import type { Facts } from "./condition.ts";
import { asked, chosenFor, compareLevels, maxPoints, score as scoreAnswers } from "./questionnaire.ts";
import type { Answers, Score } from "./score.ts";

/** One answer and what it brought. */
interface AnswerEffect {
  readonly question: string;
  readonly options: readonly string[];
  readonly points: number;
  readonly max: number;
}

/** One answer that, changed alone, would give another level. */
interface NearestChange {
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
  readonly raised: readonly AnswerEffect[];
  /** Answers below the middle of their scale, strongest first. */
  readonly lowered: readonly AnswerEffect[];
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
  const effects = pack.questions.map((q) => ({
    question: q.id,
    options: chosenFor(answers, q.id),
    points: score.points[q.id] ?? 0,
    max: maxPoints(q),
  }));
  const weight = (effect: AnswerEffect) => Math.abs(2 * effect.points - effect.max);
  const strongest = (list: readonly AnswerEffect[]) => list.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
  return {
    raised: strongest(effects.filter((e) => 2 * e.points > e.max)),
    lowered: strongest(effects.filter((e) => 2 * e.points < e.max)),
    nearest: nearestChanges(pack, score, answers, facts).slice(0, most),
  };
}

function nearestChanges(pack: QuestionnairePack, score: Score, answers: Answers, facts: Facts): NearestChange[] {
  const smallest = asked(pack).flatMap((item) => {
    const changes = otherChoices(item, chosenFor(answers, item.id)).flatMap((to): NearestChange[] => {
      const other = scoreAnswers(pack, { ...answers, [item.id]: [...to] }, facts);
      const order = compareLevels(other.level, score.level);
      if (order === 0) return [];
      const direction = order > 0 ? "up" : "down";
      const from = chosenFor(answers, item.id);
      return [{ question: item.id, from, to, points: other.total - score.total, level: other.level, direction }];
    });
    const nearest = changes.toSorted((a, b) => distance(a, score.level) - distance(b, score.level));
    const first = (direction: string) => nearest.filter((change) => change.direction === direction).slice(0, 1);
    return [...first("up"), ...first("down")];
  });
  return smallest.toSorted((a, b) => distance(a, score.level) - distance(b, score.level));
}

/** Steps between levels weigh more than any points, so that a gate is not the nearest change for everybody. */
function distance(change: NearestChange, from: Level): number {
  return Math.abs(levels.indexOf(change.level) - levels.indexOf(from)) * 10_000 + Math.abs(change.points);
}

/** Other answers one step away: another option, or in a multiple choice one box more or fewer. */
function otherChoices(
  item: ReturnType<typeof asked>[number],
  chosen: readonly string[],
): readonly (readonly string[])[] {
  const others = item.options.map((option) => option.id).filter((id) => !chosen.includes(id));
  if (!("kind" in item) || item.kind === "single") return others.map((id) => [id]);
  const fewer = chosen.length > 1 ? chosen.map((id) => chosen.filter((other) => other !== id)) : [];
  return [...others.map((id) => [...chosen, id]), ...fewer, ...others.map((id) => [id])];
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
  const ids = Object.keys(current.answers).filter(
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
