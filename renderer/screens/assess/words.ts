/** @file Words of a pack in the language of the moment. */
import type { Localized } from "../../../shared/model/primitives.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { asked, chosenFor } from "../../../shared/rules/questionnaire.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import type { Say } from "../../text/text.ts";
import type { Item } from "./sheet.ts";

/** Gates and questions by block, in the order they are asked; gates are a block of their own. */
export function groupsOf(pack: QuestionnairePack, gates: Localized): readonly ItemGroup[] {
  const blocks = pack.blocks.map(({ id, title }) => ({
    id,
    title,
    items: pack.questions.filter((question) => question.block === id),
  }));
  return [{ id: "gates", title: gates, items: pack.gates }, ...blocks].filter((group) => group.items.length > 0);
}

export interface ItemGroup {
  readonly id: string;
  readonly title: Localized;
  readonly items: readonly Item[];
}

/** A gate or question by id. */
export function itemOf(pack: QuestionnairePack, id: string): Item | undefined {
  return asked(pack).find((item) => item.id === id);
}

/** The chosen options in words; empty when not answered. */
export function answerWords(t: Say, item: Item, answers: Answers): string {
  const chosen = chosenFor(answers, item.id);
  const words = item.options.filter((option) => chosen.includes(option.id)).map((option) => t(option.text));
  return words.join(t(between));
}

const between: Localized = { "zh-CN": "；", "zh-TW": "；", en: "; " };

/** `3` for the third scored question; gates have no number. */
export function numberOf(pack: QuestionnairePack, id: string): number | undefined {
  const at = pack.questions.findIndex((question) => question.id === id);
  return at < 0 ? undefined : at + 1;
}

/** How many gates and questions have an answer. */
export function answeredCount(pack: QuestionnairePack, answers: Answers): number {
  return asked(pack).filter((item) => chosenFor(answers, item.id).length > 0).length;
}
