/** @file Where the client answers, large, by the kind of the question: by touch, or by keys. */
import { choicesOf, type Item, kindOf } from "../../../shared/packs/question.ts";
import { chosenFor } from "../../../shared/rules/answers.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { Options } from "../../parts/Options.tsx";
import { useT } from "../../text/text.ts";
import { Matrix } from "./Matrix.tsx";
import { NumberEntry } from "./NumberEntry.tsx";
import { Steps } from "./Steps.tsx";
import { choose } from "./sheet.ts";
import { TextEntry } from "./TextEntry.tsx";

interface AnswerAreaProps {
  readonly item: Item;
  /** Id of the heading that asks. */
  readonly labelledBy: string;
  readonly answers: Answers;
  /** The new answer under an id, from the newest answers: two keys may come before the page is drawn anew. */
  readonly onAnswer: (id: string, change: (answers: Answers) => readonly string[]) => void;
}

export function AnswerArea({ item, labelledBy, answers, onAnswer }: AnswerAreaProps) {
  const t = useT();
  const chosen = chosenFor(answers, item.id);
  if ("rows" in item) return <Matrix item={item} labelledBy={labelledBy} answers={answers} onAnswer={onAnswer} />;
  if ("ranges" in item) {
    const type = (change: (text: string) => string) =>
      onAnswer(item.id, (now) => textAnswer(change(chosenFor(now, item.id)[0] ?? "")));
    return <NumberEntry question={item} labelledBy={labelledBy} text={chosen[0] ?? ""} onType={type} />;
  }
  if ("maxLength" in item) {
    const write = (text: string) => onAnswer(item.id, () => textAnswer(text));
    return <TextEntry question={item} labelledBy={labelledBy} text={chosen[0] ?? ""} onWrite={write} />;
  }
  const press = (id: string) => onAnswer(item.id, (now) => choose(item, chosenFor(now, item.id), id));
  if ("from" in item) {
    return (
      <Steps
        labelledBy={labelledBy}
        name={item.id}
        steps={choicesOf(item).map((step) => step.id)}
        low={t(item.low)}
        high={t(item.high)}
        chosen={chosen[0]}
        onChoose={press}
      />
    );
  }
  return (
    <Options
      labelledBy={labelledBy}
      name={item.id}
      options={item.options.map((option) => ({ id: option.id, label: t(option.text) }))}
      chosen={chosen}
      several={kindOf(item) === "multiple"}
      onChoose={press}
    />
  );
}

/** Nothing typed is no answer. */
function textAnswer(text: string): readonly string[] {
  return text === "" ? [] : [text];
}
