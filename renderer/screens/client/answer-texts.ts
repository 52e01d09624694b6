/** @file What a client answered, in the questionnaire's own words. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import { choicesOf } from "../../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";

/** The options the client chose in these questions, in words. */
export function answerTexts(
  pack: QuestionnairePack,
  { answers }: Pick<Assessment, "answers">,
  questions: readonly string[],
  language: Language,
): readonly string[] {
  return questions.flatMap((id) => {
    const question = pack.questions.find((one) => one.id === id);
    const choices = question === undefined ? [] : choicesOf(question);
    return choices
      .filter((choice) => answers[id]?.includes(choice.id))
      .map((choice) => choice.text?.[language] ?? choice.id);
  });
}
