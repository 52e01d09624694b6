/**
 * @file Reads an answer sheet by its pack: what is asked, what was chosen, and what is wrong with it.
 *
 * [Note: Skipped questions]
 *
 * A question with `showIf` is asked only while that holds, and it may look only at what is asked
 * before. One that is not asked is not missing and brings no points, and an answer given to it
 * earlier counts for nothing: not for points, not for a rule, not for another question's `showIf`.
 */
import type { Pack } from "../packs/knowledge-test-pack.ts";
import { answerIds, choicesOf, type Item, kindOf, type NumberQuestion } from "../packs/question.ts";
import { decimalOf, type Facts, holds } from "./condition.ts";
import type { Answers } from "./score.ts";

/** Gates first, then questions, in the order of the pack; also those that may be skipped. */
export function asked(pack: Pack): readonly Item[] {
  return "gates" in pack ? [...pack.gates, ...pack.questions] : pack.questions;
}

/** What is asked in view of these answers, see [Note: Skipped questions], and the answers that count. */
export interface Shown {
  readonly items: readonly Item[];
  /** Only answers to these items; none that is empty. */
  readonly answers: Answers;
}

export function shown(pack: Pack, answers: Answers, facts: Facts = {}): Shown {
  const items: Item[] = [];
  const counting: Answers = {};
  for (const item of asked(pack)) {
    if ("showIf" in item && item.showIf !== undefined && !holds(item.showIf, counting, facts)) continue;
    items.push(item);
    for (const id of answerIds(item)) {
      const chosen = chosenFor(answers, id);
      if (chosen.length > 0) counting[id] = [...chosen];
    }
  }
  return { items, answers: counting };
}

/** What was answered under an id; empty when nothing was. */
export function chosenFor(answers: Answers, id: string): readonly string[] {
  return Object.hasOwn(answers, id) ? (answers[id] ?? []) : [];
}

export const answerReasons = [
  "missing",
  "unknown-question",
  "unknown-option",
  /** More than one answer where one is asked. */
  "too-many",
  /** The same option more than once. */
  "twice",
  /** No plain number, or more than two decimals. */
  "not-a-number",
  "not-whole",
  "out-of-range",
  "too-long",
] as const;
export type AnswerReason = (typeof answerReasons)[number];

export interface AnswerFault {
  /** The gate, question or matrix row, or the name nobody asks about. */
  readonly question: string;
  readonly reason: AnswerReason;
}

/** Everything that keeps a sheet from being scored, in the order of the pack, strangers last. */
export function answerFaults(pack: Pack, answers: Answers, facts: Facts = {}): readonly AnswerFault[] {
  const known = new Set(asked(pack).flatMap(answerIds));
  const strangers = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...shown(pack, answers, facts).items.flatMap((item) => itemFaults(item, answers)),
    ...strangers.map((question): AnswerFault => ({ question, reason: "unknown-question" })),
  ];
}

/** What is wrong with the answers to one item that is asked. */
export function itemFaults(item: Item, answers: Answers): readonly AnswerFault[] {
  return answerIds(item).flatMap((question): AnswerFault[] => {
    const reason = faultOf(item, chosenFor(answers, question));
    return reason === undefined ? [] : [{ question, reason }];
  });
}

/** Ids of the gates and questions that are asked and not answered in full, in order. */
export function missing(pack: Pack, answers: Answers, facts: Facts = {}): readonly string[] {
  return shown(pack, answers, facts)
    .items.filter((item) => itemFaults(item, answers).some(({ reason }) => reason === "missing"))
    .map((item) => item.id);
}

function faultOf(item: Item, chosen: readonly string[]): AnswerReason | undefined {
  const [first] = chosen;
  const kind = kindOf(item);
  if (first === undefined) return "optional" in item && item.optional === true ? undefined : "missing";
  if (new Set(chosen).size < chosen.length) return "twice";
  if (chosen.length > 1 && kind !== "multiple") return "too-many";
  if ("ranges" in item) return numberFault(item, first);
  if ("maxLength" in item) return textFault(item.maxLength, first);
  const known = choicesOf(item);
  return chosen.every((id) => known.some((choice) => choice.id === id)) ? undefined : "unknown-option";
}

function numberFault({ min, max, integer }: NumberQuestion, answer: string): AnswerReason | undefined {
  const value = decimalOf(answer);
  if (value === undefined) return "not-a-number";
  if (value < min || value > max) return "out-of-range";
  return integer === true && !Number.isInteger(value) ? "not-whole" : undefined;
}

function textFault(maxLength: number, answer: string): AnswerReason | undefined {
  if (answer.trim() === "") return "missing";
  return [...answer].length > maxLength ? "too-long" : undefined;
}

/**
 * The answers that count, as they are kept: in the pack's order, boxes too, numbers without
 * needless zeros. So that neither the order of ticking nor the way of typing ever shows.
 */
export function inOrder(pack: Pack, answers: Answers, facts: Facts = {}): Answers {
  const { items, answers: counting } = shown(pack, answers, facts);
  return Object.fromEntries(
    items.flatMap((item) =>
      answerIds(item)
        .filter((id) => chosenFor(counting, id).length > 0)
        .map((id) => [id, plain(item, chosenFor(counting, id))] as const),
    ),
  );
}

function plain(item: Item, chosen: readonly string[]): string[] {
  if ("ranges" in item) return chosen.map((answer) => String(decimalOf(answer) ?? answer));
  if ("maxLength" in item) return chosen.map((answer) => answer.trim());
  return choicesOf(item)
    .map(({ id }) => id)
    .filter((id) => chosen.includes(id));
}
