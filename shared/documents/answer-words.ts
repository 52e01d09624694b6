/** @file What was answered, in the pack's own words and the language of the moment; the same on every screen and in print. */
import { formatDecimal } from "../model/numbers.ts";
import type { Localized } from "../model/primitives.ts";
import type { Say } from "../model/sentence.ts";
import type { Pack } from "../packs/knowledge-test-pack.ts";
import { answerIds, choicesOf, type Item, itemIdOf } from "../packs/question.ts";
import { asked, chosenFor } from "../rules/answers.ts";
import { decimalOf } from "../rules/condition.ts";
import type { Answers } from "../rules/score.ts";

const between: Localized = { "zh-CN": "；", "zh-TW": "；", en: "; " };
const labelled: Localized = { "zh-CN": "{label}：{words}", "zh-TW": "{label}：{words}", en: "{label}: {words}" };
const measured: Localized = { "zh-CN": "{n}{unit}", "zh-TW": "{n}{unit}", en: "{n} {unit}" };

/** A gate or question by its id, or by that of one of its rows. */
export function itemOf(pack: Pack, answerId: string): Item | undefined {
  return asked(pack).find((item) => item.id === itemIdOf(answerId));
}

/** Title of a gate or question, with the row's where it is a row; the id where the pack does not know it. */
export function titleOf(t: Say, pack: Pack, answerId: string): string {
  const item = itemOf(pack, answerId);
  if (item === undefined) return answerId;
  const row = rowOf(item, answerId);
  return row === undefined ? t(item.title) : t(labelled, { label: t(item.title), words: t(row) });
}

/** What stands under one id of the sheet: chosen options, a number with its unit, a text as it is. */
export function chosenWords(t: Say, item: Item | undefined, chosen: readonly string[]): string {
  if (item !== undefined && "ranges" in item) return chosen.map((answer) => numberWords(t, answer, item.unit)).join();
  const choices = item === undefined ? [] : choicesOf(item);
  const words = chosen.map((id) => {
    const text = choices.find((choice) => choice.id === id)?.text;
    return text === undefined ? id : t(text);
  });
  return words.join(t(between));
}

/** Everything answered to an item, in the pack's order; a matrix row by row. Empty when not answered. */
export function answerWords(t: Say, item: Item, answers: Answers): string {
  const order = choicesOf(item).map((choice) => choice.id);
  const words = answerIds(item).flatMap((id) => {
    const chosen = chosenFor(answers, id).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    if (chosen.length === 0) return [];
    const row = rowOf(item, id);
    const said = chosenWords(t, item, chosen);
    return [row === undefined ? said : t(labelled, { label: t(row), words: said })];
  });
  return words.join(t(between));
}

/** Of an answer under a row's id. */
export function rowOf(item: Item, answerId: string): Localized | undefined {
  return "rows" in item ? item.rows.find((row) => answerId === `${item.id}.${row.id}`)?.text : undefined;
}

function numberWords(t: Say, answer: string, unit: Localized | undefined): string {
  const value = decimalOf(answer);
  const n = value === undefined ? answer : formatDecimal(value);
  return unit === undefined ? n : t(measured, { n, unit: t(unit) });
}
