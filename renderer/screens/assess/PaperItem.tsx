/** @file One question of the paper form: a line of answers with their digits, or a field; a matrix has a line for each row. */
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { rowOf } from "../../../shared/documents/answer-words.ts";
import { answerIds, choicesOf, type Item, kindOf } from "../../../shared/packs/question.ts";
import { type AnswerFault, chosenFor } from "../../../shared/rules/answers.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { PaperField } from "./PaperField.tsx";
import { choose } from "./sheet.ts";
import { steppedTo } from "./typed-number.ts";
import { faultWords } from "./words.ts";

interface PaperItemProps {
  readonly item: Item;
  readonly number: number | undefined;
  readonly answers: Answers;
  /** Of the whole sheet; none before the first attempt to submit. */
  readonly faults: readonly AnswerFault[];
  readonly onAnswer: (id: string, change: (chosen: readonly string[]) => readonly string[]) => void;
  /** To the line above or below. */
  readonly onMove: (from: string, by: 1 | -1) => void;
}

export function PaperItem({ item, number, answers, faults, onAnswer, onMove }: PaperItemProps) {
  const t = useT();
  const isMatrix = "rows" in item;
  return (
    <>
      {isMatrix ? (
        <div className={css["paperTitle"]}>
          <span className="sb-ink-3">{number}</span>
          <span>{t(item.title)}</span>
        </div>
      ) : null}
      {answerIds(item).map((id) => {
        const row = rowOf(item, id);
        const fault = faults.find((one) => one.question === id);
        const error =
          fault === undefined
            ? undefined
            : fault.reason === "missing"
              ? t(assess.paper.missing)
              : faultWords(t, item, answers);
        return (
          <PaperLine
            key={id}
            id={id}
            item={item}
            number={isMatrix ? undefined : number}
            name={t(row ?? item.title)}
            chosen={chosenFor(answers, id)}
            error={error}
            onAnswer={(change) => onAnswer(id, change)}
            onMove={(by) => onMove(id, by)}
          />
        );
      })}
    </>
  );
}

interface PaperLineProps {
  readonly id: string;
  readonly item: Item;
  readonly number: number | undefined;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onAnswer: (change: (chosen: readonly string[]) => readonly string[]) => void;
  readonly onMove: (by: 1 | -1) => void;
}

function PaperLine({ id, item, number, name, chosen, error, onAnswer, onMove }: PaperLineProps) {
  const t = useT();
  const labelId = useId();
  const several = kindOf(item) === "multiple";
  const labels = {
    "aria-labelledby": labelId,
    "aria-describedby": error === undefined ? undefined : `${labelId}-error`,
  };

  /** The ends of a scale say what they mean. */
  function stepName(of: Item, step: string, index: number): string {
    if (!("from" in of)) return step;
    const end = index === 0 ? of.low : index === of.points.length - 1 ? of.high : undefined;
    return end === undefined ? step : `${step} ${t(end)}`;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const option = by === undefined ? optionOf(item, chosen, event.key) : undefined;
    if (option === undefined && by === undefined) return;
    // Arrows would otherwise choose: here they only move, so that nothing is answered in passing.
    event.preventDefault();
    if (by !== undefined) onMove(by);
    if (option === undefined) return;
    onAnswer((now) => choose(item, now, option));
    // After a one a nought may follow, where there is a ten.
    const isOpen = "from" in item && option === "1" && choicesOf(item).some((step) => step.id === "10");
    if (!several && !isOpen) onMove(1);
  }

  return (
    <div className={css["paperRow"]} data-row={id}>
      <span className="sb-ink-3">{number}</span>
      <div>
        <span id={labelId}>{name}</span>
        {several ? <span className={css["many"]}>{t(assess.paper.many)}</span> : null}
        {error === undefined ? null : (
          <div id={`${labelId}-error`}>
            <FieldErrorText>{error}</FieldErrorText>
          </div>
        )}
      </div>
      {/* The keys are those of the radio buttons, boxes and fields inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset className={css["paperOptions"]} onKeyDown={onKeyDown} {...labels}>
        {"ranges" in item || "maxLength" in item ? (
          <PaperField item={item} labels={labels} text={chosen[0] ?? ""} onWrite={(text) => onAnswer(() => text)} />
        ) : (
          choicesOf(item).map((choice, index) => (
            <PaperOption
              key={choice.id}
              several={several}
              name={labelId}
              isChosen={chosen.includes(choice.id)}
              digit={choice.text === undefined ? undefined : index + 1}
              onPick={() => onAnswer((now) => choose(item, now, choice.id))}
            >
              {choice.text === undefined ? stepName(item, choice.id, index) : t(choice.text)}
            </PaperOption>
          ))
        )}
      </fieldset>
    </div>
  );
}

/** The option a digit stands for; the steps of a scale are their own digits. */
function optionOf(item: Item, chosen: readonly string[], key: string): string | undefined {
  if (!/^[0-9]$/.test(key)) return undefined;
  const choices = choicesOf(item).map((choice) => choice.id);
  return "from" in item ? steppedTo(choices, chosen[0], key) : choices[Number(key) - 1];
}

interface PaperOptionProps {
  readonly several: boolean;
  readonly name: string;
  readonly isChosen: boolean;
  /** The key that chooses it, where its name does not say so. */
  readonly digit: number | undefined;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

function PaperOption({ several, name, isChosen, digit, onPick, children }: PaperOptionProps) {
  return (
    <label className={css["paperOption"]} data-bare={digit === undefined}>
      <input type={several ? "checkbox" : "radio"} name={name} checked={isChosen} onChange={onPick} />
      {digit === undefined ? null : (
        <span className={css["paperDigit"]} aria-hidden="true">
          {digit}
        </span>
      )}
      {children}
    </label>
  );
}
