/** @file Words of the record's own pack in the language of the moment. */

import { chosenWords, itemOf } from "../../../shared/documents/answer-words.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { itemIdOf } from "../../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { decimalOf, inRange } from "../../../shared/rules/condition.ts";
import type { Explanation } from "../../../shared/rules/explanation.ts";
import { result } from "../../text/result.ts";
import type { Say } from "../../text/text.ts";

type Change = Explanation["nearest"][number];

/** What stood under one id of the sheet. */
export function answerOf(t: Say, pack: Pack, id: string, chosen: readonly string[]): string {
  return chosenWords(t, itemOf(pack, id), chosen);
}

/** The other answer of a change: chosen options, or the whole range that a number stands for. */
export function changedTo(t: Say, pack: Pack, { question, to }: Change): string {
  const item = itemOf(pack, question);
  const value = decimalOf(to[0] ?? "");
  const range = item !== undefined && "ranges" in item ? item.ranges.find((one) => inRange(one, value)) : undefined;
  if (item === undefined || !("ranges" in item) || range === undefined) return answerOf(t, pack, question, to);
  const words = (edge: number) => chosenWords(t, item, [String(edge)]);
  const { atLeast = item.min, below } = range;
  if (below === undefined || below > item.max) return t(result.nearest.above, { from: words(atLeast) });
  if (atLeast <= item.min) return t(result.nearest.below, { to: words(below) });
  return t(result.nearest.range, { from: words(atLeast), to: words(below) });
}

/** `7` for the seventh question of the pack; nothing for a gate. */
export function numberOf(pack: Pack, id: string): number | undefined {
  const at = pack.questions.findIndex((question) => question.id === itemIdOf(id));
  return at < 0 ? undefined : at + 1;
}

/** 稳健型, by the pack that made the record. */
export function levelName(t: Say, pack: QuestionnairePack, level: Level): string {
  const name = pack.levels.find((one) => one.id === level)?.name;
  return name === undefined ? "" : t(name);
}

/** Who held the keyboard; for a company it was whoever it sent. */
export function answererOf(t: Say, pack: Pack | undefined, who: Assessment["answeredBy"]): string {
  const isCompany = pack?.appliesTo === "institution" && who === "client";
  return t(isCompany ? result.process.byCompany : result.process.byValue[who]);
}
