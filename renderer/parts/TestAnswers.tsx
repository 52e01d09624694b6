/** @file A finished knowledge test question by question: what was answered, what is right, and why. */

import { chosenWords } from "../../shared/documents/answer-words.ts";
import type { KnowledgeTestPack } from "../../shared/packs/knowledge-test-pack.ts";
import { chosenFor } from "../../shared/rules/answers.ts";
import { rightOptions } from "../../shared/rules/knowledge-test.ts";
import type { Answers, TestScore } from "../../shared/rules/score.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { Icon } from "./Icon.tsx";
import css from "./TestAnswers.module.css";

interface TestAnswersProps {
  readonly pack: KnowledgeTestPack;
  readonly answers: Answers;
  readonly score: TestScore;
}

export function TestAnswers({ pack, answers, score }: TestAnswersProps) {
  const t = useT();
  return (
    <ol className={css["list"]}>
      {pack.questions.map((question) => {
        const isRight = (score.points[question.id] ?? 0) > 0;
        const right = rightOptions(question).map((option) => option.id);
        const answered = chosenWords(t, question, chosenFor(answers, question.id));
        return (
          <li key={question.id}>
            <h3>{t(question.text)}</h3>
            <p>
              <span className={isRight ? "sb-ok" : "sb-warn"}>
                <Icon name={isRight ? "circleCheck" : "triangle"} />
                {t(isRight ? parts.test.right : parts.test.wrong, { answer: answered })}
              </span>
              {isRight ? null : <b>{t(parts.test.answer, { answer: chosenWords(t, question, right) })}</b>}
            </p>
            <p className="sb-ink-2">{t(question.explanation)}</p>
          </li>
        );
      })}
    </ol>
  );
}
