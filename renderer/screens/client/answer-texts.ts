/** @file What a client answered, in the questionnaire's own words. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";

/** The options the client chose in these questions, in words. */
export function answerTexts(
  pack: QuestionnairePack,
  { answers }: Pick<Assessment, "answers">,
  questions: readonly string[],
  language: Language,
): readonly string[] {
  return questions.flatMap((id) => {
    const options = [...pack.gates, ...pack.questions].find((asked) => asked.id === id)?.options ?? [];
    return options.filter((option) => answers[id]?.includes(option.id)).map((option) => option.text[language]);
  });
}
