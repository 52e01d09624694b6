/** @file What the answers to one question bring, by its kind. */
import type { MatrixQuestion, Question, TestQuestion } from "../packs/question.ts";
import { rowId } from "../packs/question.ts";
import { chosenFor } from "./answers.ts";
import { decimalOf, inRange } from "./condition.ts";
import type { Answers } from "./score.ts";

type Scored = Question | TestQuestion;

/** Does it count for the total at all? */
export function isScored(question: Scored): boolean {
  if ("maxLength" in question) return false;
  return !("ranges" in question) || question.ranges.length > 0;
}

/** Points of each question by its id. */
export function pointsById(questions: readonly Scored[], answers: Answers): Record<string, number> {
  return Object.fromEntries(questions.map((question) => [question.id, pointsFor(question, answers)]));
}

/** What these questions bring together, and could bring. */
export function sumOf(
  questions: readonly Scored[],
  points: Readonly<Record<string, number>>,
): { points: number; max: number } {
  return {
    points: questions.reduce((all, question) => all + (points[question.id] ?? 0), 0),
    max: questions.reduce((all, question) => all + maxPoints(question), 0),
  };
}

/** The most one question can bring. */
export function maxPoints(question: Scored): number {
  if ("maxLength" in question) return 0;
  if ("ranges" in question) return Math.max(0, ...question.ranges.map((range) => range.points));
  if ("points" in question) return Math.max(...question.points);
  const points = question.options.map((option) => option.points);
  if ("rows" in question)
    return together(
      question.score,
      question.rows.map(() => Math.max(...points)),
    );
  const several = question.kind === "multiple" && question.score === "sum";
  return several ? together("sum", points) : Math.max(...points);
}

/** Points for what was answered; 0 where nothing was. */
function pointsFor(question: Scored, answers: Answers): number {
  if ("maxLength" in question) return 0;
  if ("rows" in question) return matrixPoints(question, answers);
  const chosen = chosenFor(answers, question.id);
  if ("ranges" in question) {
    const value = decimalOf(chosen[0] ?? "");
    return question.ranges.find((range) => inRange(range, value))?.points ?? 0;
  }
  if ("points" in question) return question.points[Number(chosen[0]) - question.from] ?? 0;
  const points = question.options.filter((option) => chosen.includes(option.id)).map((option) => option.points);
  return together("score" in question ? question.score : "highest", points);
}

function matrixPoints(question: MatrixQuestion, answers: Answers): number {
  const points = question.rows.map(({ id }) => {
    const [chosen] = chosenFor(answers, rowId(question, id));
    return question.options.find((option) => option.id === chosen)?.points ?? 0;
  });
  return together(question.score, points);
}

/** Several points as one; nothing is 0. A mean is rounded, a half upwards. */
export function together(how: "highest" | "sum" | "mean", points: readonly number[]): number {
  if (points.length === 0) return 0;
  if (how === "highest") return Math.max(...points);
  const sum = points.reduce((all, p) => all + p, 0);
  return how === "sum" ? sum : Math.round(sum / points.length);
}
