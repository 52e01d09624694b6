/** @file An answer sheet as somebody writes it, and as the rules read it: what is said in other words but plainly is understood. */
import { z } from "zod";
import { Day } from "../../shared/model/primitives.ts";
import type { Pack } from "../../shared/packs/knowledge-test-pack.ts";
import { choicesOf, type Item, itemIdOf, rowId } from "../../shared/packs/question.ts";
import { asked } from "../../shared/rules/answers.ts";
import type { Answers } from "../../shared/rules/score.ts";

const One = z.union([z.string(), z.number()]);

/** One line of `questionnaire score`. */
export const SheetInput = z.strictObject({
  id: One.optional(),
  answers: z.record(z.string(), z.union([One, z.array(One), z.record(z.string(), One.nullable()), z.null()])),
  age: z.int().min(0).max(150).optional(),
  birthDate: Day.optional(),
  on: Day.optional(),
});
export type SheetInput = z.infer<typeof SheetInput>;

/** The answers as they would be kept. Faults stay in them: the rules name those. */
export function answersFrom(pack: Pack, given: SheetInput["answers"]): Answers {
  const items = new Map(asked(pack).map((item) => [item.id, item]));
  const entries = Object.entries(given).flatMap(([id, answer]): [string, string[]][] => {
    const item = items.get(itemIdOf(id));
    if (answer === null) return [[id, []]];
    if (typeof answer !== "object") return [[id, read(item, [answer])]];
    if (Array.isArray(answer)) return [[id, read(item, answer)]];
    return Object.entries(answer).map(([row, one]) => [rowId({ id }, row), read(item, one === null ? [] : [one])]);
  });
  // Nothing is no answer; what nobody asks about is told all the same.
  const known = (id: string) => items.has(itemIdOf(id));
  return Object.fromEntries(entries.filter(([id, answer]) => answer.length > 0 || !known(id)));
}

function read(item: Item | undefined, answer: readonly (string | number)[]): string[] {
  const texts = answer.map((one) => String(one).trim()).filter((text) => text !== "");
  if (item === undefined) return texts;
  if ("ranges" in item) return texts.map(plainDecimal);
  const ids = choicesOf(item).map((choice) => choice.id);
  return texts.map((text) => {
    const meant = ids.filter((id) => id.toLowerCase() === text.toLowerCase());
    return ids.includes(text) ? text : meant.length === 1 ? (meant[0] ?? text) : text;
  });
}

/** Separators and full-width digits are read; a plus and needless noughts go. */
function plainDecimal(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/^\u2212/, "-")
    .replace(/^\+/, "");
  return /^-?\d+\.\d*0+$/.test(plain) ? plain.replace(/\.?0+$/, "") : plain;
}
