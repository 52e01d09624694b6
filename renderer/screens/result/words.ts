/** @file Words of the record's own pack in the language of the moment. */
import type { Level, Localized } from "../../../shared/model/primitives.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { asked } from "../../../shared/rules/questionnaire.ts";
import type { Say } from "../../text/text.ts";

const between: Localized = { "zh-CN": "；", "zh-TW": "；", en: "; " };

/** Title of a gate or question; its id where the pack does not know it. */
export function titleOf(t: Say, pack: QuestionnairePack, id: string): string {
  const item = asked(pack).find((one) => one.id === id);
  return item === undefined ? id : t(item.title);
}

/** Chosen options in words. */
export function answerOf(t: Say, pack: QuestionnairePack, id: string, chosen: readonly string[]): string {
  const item = asked(pack).find((one) => one.id === id);
  const words = chosen.map((option) => {
    const text = item?.options.find((one) => one.id === option)?.text;
    return text === undefined ? option : t(text);
  });
  return words.join(t(between));
}

/** `7` for the seventh scored question; nothing for a gate. */
export function numberOf(pack: QuestionnairePack, id: string): number | undefined {
  const at = pack.questions.findIndex((question) => question.id === id);
  return at < 0 ? undefined : at + 1;
}

/** 稳健型, by the pack that made the record. */
export function levelName(t: Say, pack: QuestionnairePack, level: Level): string {
  const name = pack.levels.find((one) => one.id === level)?.name;
  return name === undefined ? "" : t(name);
}
