/** @file Levels and grades with their names, as documents print them. Pure. */
import type { Language, Level } from "../model/primitives.ts";
import { say } from "../model/sentence.ts";
import type { DocumentTexts } from "../packs/document-texts.ts";
import type { Grade } from "../packs/match-matrix.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";

/**
 * `C3 稳健型`; the lowest class is C1 with a restriction.
 *
 * @param pack names the levels; undefined where it is not known: then the code alone
 */
export function levelText(
  texts: DocumentTexts,
  pack: Pick<QuestionnairePack, "levels"> | undefined,
  level: Level,
  language: Language,
): string {
  const name = pack?.levels.find(({ id }) => id === level)?.name[language] ?? "";
  return say(texts.words.named, language, { code: level === "C1_LOWEST" ? "C1" : level, name }).trim();
}

/** `R3 中风险`. */
export function gradeText(texts: DocumentTexts, grade: Grade, language: Language): string {
  return say(texts.words.named, language, { code: grade, name: texts.words.grades[grade][language] });
}
