/** @file How the items of a pack stand together and are counted, and what is wrong with an answer, in words. */
import type { Client } from "../../../shared/model/client.ts";
import { formatDecimal } from "../../../shared/model/numbers.ts";
import type { Localized } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { answerIds, type Item } from "../../../shared/packs/question.ts";
import { chosenFor, itemFaults, shown } from "../../../shared/rules/answers.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { assess } from "../../text/assess.ts";
import type { Say } from "../../text/text.ts";
import type { Answerer } from "./sheet.ts";

export interface ItemGroup {
  readonly id: string;
  readonly title: Localized;
  readonly items: readonly Item[];
}

/** Gates and questions by block, in the order they are asked; gates are a block of their own. */
export function groupsOf(pack: Pack, items: readonly Item[], gates: Localized): readonly ItemGroup[] {
  const blocks = pack.blocks.map(({ id, title }) => ({
    id,
    title,
    items: items.filter((item) => "block" in item && item.block === id),
  }));
  const own = items.filter((item) => !("block" in item));
  return [{ id: "gates", title: gates, items: own }, ...blocks].filter((group) => group.items.length > 0);
}

/** `3` for the third question among these items; gates have no number. */
export function numberOf(items: readonly Item[], id: string): number | undefined {
  const at = items.filter((item) => "block" in item).findIndex((item) => item.id === id);
  return at < 0 ? undefined : at + 1;
}

/** How many of the items that are asked are answered, and how many are asked; what may stay empty and is does not count. */
export function answeredCount(
  pack: Pack,
  answers: Answers,
  facts: Facts,
): { readonly done: number; readonly of: number } {
  const isEmpty = (item: Item) => answerIds(item).every((id) => chosenFor(answers, id).length === 0);
  const isFaulty = (item: Item) => itemFaults(item, answers).length > 0;
  const wanted = shown(pack, answers, facts).items.filter((item) => isFaulty(item) || !isEmpty(item));
  return { done: wanted.filter((item) => !isFaulty(item)).length, of: wanted.length };
}

/** Who answers; for a company it is whoever it sends. */
export function answererName(t: Say, client: Pick<Client, "kind">, who: Answerer): string {
  return t(client.kind === "company" && who === "client" ? assess.who.company : assess.who[who]);
}

/** What is to be done about an answer that cannot stand; undefined when there is nothing wrong. */
export function faultWords(t: Say, item: Item, answers: Answers): string | undefined {
  const reason = itemFaults(item, answers)[0]?.reason;
  if (reason === undefined) return undefined;
  if ("rows" in item) return t(assess.fault.row);
  if ("maxLength" in item)
    return t(reason === "too-long" ? assess.fault.long : assess.fault.text, { max: item.maxLength });
  if (!("ranges" in item)) return t(assess.meeting.choose);
  const limits = { min: formatDecimal(item.min), max: formatDecimal(item.max) };
  return t(item.integer === true ? assess.fault.whole : assess.fault.number, limits);
}
