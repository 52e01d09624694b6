/** @file Saying a sentence that exists in three languages, see [Note: Sentences]. Rule packs and the page's own texts alike. */
import type { Language, Localized } from "./primitives.ts";

export type Values = Readonly<Record<string, string | number>>;

/** A sentence in the language of whoever listens. */
export type Say = (sentence: Localized, values?: Values) => string;

const slot = /\{([A-Za-z]\w*)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The sentence in one language. A missing value leaves its placeholder standing, so that it is seen. */
export function say(sentence: Localized, language: Language, values: Values = {}): string {
  return sentence[language].replace(slot, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined || many === undefined ? String(value) : String(value) === "1" ? one : many;
  });
}

/** The names a sentence asks for in one language. */
export function placeholders(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(slot)].map((match) => match[1] ?? ""));
}
