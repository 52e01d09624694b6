/**
 * @file A sentence in three languages, and how a component says it.
 *
 * [Note: Sentences]
 *
 * Every word the user reads stands in this folder, the three languages side by
 * side. `{name}` is replaced by a value. `{n|client|clients}` prints the first word
 * when the value n is 1, else the second, and is meant for English. A digit or a
 * placeholder binds to its Han measure word without a typed space: the browser adds
 * 1/8 em (`text-autospace`). A label and its value keep one space.
 */
import { createContext, useContext, useMemo } from "react";
import type { Language } from "../../shared/model/primitives.ts";
import { type Say, say, type Values } from "../../shared/model/sentence.ts";
import { usePreferences } from "../state/preferences.ts";

export interface Sentence {
  readonly "zh-CN": string;
  readonly "zh-TW": string;
  readonly en: string;
}

/** A screen's sentences by key, nested where that reads better. */
export interface Texts {
  readonly [key: string]: Sentence | Texts;
}

export type { Say };

/** Says sentences in the language of the moment: `const t = useT(); t(clients.title)`. */
export function useT(): Say {
  const language = useLanguage();
  return useMemo(() => (sentence: Sentence, values?: Values) => say(sentence, language, values), [language]);
}

/** The language of whoever reads a part of the page, where it is not the user's. */
export const ReaderLanguage = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const own = usePreferences((now) => now.language);
  return useContext(ReaderLanguage) ?? own;
}
