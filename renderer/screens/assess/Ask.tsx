/** @file One question a page. Carries no points and no hint of what an answer leads to (NFRA Art. 13). */
import { useFormState } from "react-hook-form";
import { choicesOf, type Item, kindOf } from "../../../shared/packs/question.ts";
import { shown } from "../../../shared/rules/answers.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, Ways } from "../../parts/MeetingFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { AnswerArea } from "./AnswerArea.tsx";
import { Progress } from "./Progress.tsx";
import { goBack, goOn, leave, withAnswer } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";
import { faultWords, numberOf } from "./words.ts";

interface AskProps {
  readonly sitting: SheetForm;
  readonly item: Item;
  readonly isEditing: boolean;
  readonly onPause: () => void;
}

export function Ask({ sitting, item, isEditing, onPause }: AskProps) {
  const t = useT();
  const { form, pack, sheet, facts, apply } = sitting;
  const name = `answers.${item.id}` as const;
  // Watched, not registered: a matrix answers under its rows, and nothing may stand under its own name.
  const { error } = form.getFieldState(name, useFormState({ control: form.control, name }));
  const heading = `ask-${item.id}`;
  const fault = error === undefined ? undefined : faultWords(t, item, sheet.answers);

  async function next(): Promise<void> {
    if (!(await form.trigger(name))) return;
    apply((now) => goOn(leave(now, pack, item.id, new Date().toISOString()), pack, facts));
  }

  function back(): void {
    apply((now) => goBack(leave(now, pack, item.id, new Date().toISOString()), pack, facts) ?? now);
  }

  const canGoBack = goBack(sheet, pack, facts) !== undefined;
  return (
    <Frame
      client={sitting.client}
      subject={t(assess.meeting.subject[pack.kind])}
      step={<Step sitting={sitting} item={item} />}
      saver={sitting.saver}
      onPause={onPause}
      footer={
        <>
          <Progress sitting={sitting} />
          <Ways
            {...(canGoBack && { onBack: back })}
            backLabel={t(isEditing ? assess.meeting.cancelEdit : assess.meeting.previous)}
            onNext={() => void next()}
            nextLabel={t(isEditing ? assess.meeting.done : assess.meeting.next)}
          >
            {fault === undefined ? <Hint sitting={sitting} item={item} /> : null}
            <span role="alert">{fault === undefined ? null : <FieldErrorText>{fault}</FieldErrorText>}</span>
          </Ways>
        </>
      }
    >
      <div className={css["block"]}>
        {t(blockTitle(sitting, item))}
        {"hint" in item && item.hint !== undefined ? <span className={css["many"]}>{t(item.hint)}</span> : null}
      </div>
      <Asking id={heading}>{t(item.text)}</Asking>
      <AnswerArea
        item={item}
        labelledBy={heading}
        answers={sheet.answers}
        onAnswer={(id, change) => apply((now) => withAnswer(now, id, change(now.answers)))}
      />
    </Frame>
  );
}

function blockTitle({ pack }: SheetForm, item: Item) {
  return ("block" in item && pack.blocks.find((block) => block.id === item.block)?.title) || assess.meeting.gates;
}

/** Stands for the number while the sentence is made, so that the number can be set apart. */
const slot = "\n";

/** Skipped questions are not counted: the client never sees a number missing. */
function Step({ sitting: { pack, sheet, facts }, item }: Pick<AskProps, "sitting" | "item">) {
  const t = useT();
  const { items } = shown(pack, sheet.answers, facts);
  const gates = items.filter((one) => !("block" in one));
  const number = numberOf(items, item.id);
  const sentence = number === undefined ? assess.meeting.gate : assess.meeting.question;
  const of = number === undefined ? gates.length : items.length - gates.length;
  const [before, after] = t(sentence, { n: slot, of }).split(slot);
  return (
    <>
      {before}
      <b className={css["number"]}>{number ?? gates.findIndex((one) => one.id === item.id) + 1}</b>
      {after}
    </>
  );
}

function Hint({ sitting: { sheet, saver }, item }: Pick<AskProps, "sitting" | "item">) {
  const t = useT();
  const { hint, hintHow, hintWho, notSaved } = assess.meeting;
  if (saver.error !== undefined) return <span className="sb-bad">{t(notSaved)}</span>;
  const kind = kindOf(item);
  const how = t(hintHow[kind], hintValues(item));
  // There is more to say about these than fits beside who is to answer.
  if (kind === "multiple" || kind === "matrix") return <>{how}</>;
  return <>{t(hint, { who: t(sheet.answeredBy === "guardian" ? hintWho.guardian : hintWho.client), how })}</>;
}

function hintValues(item: Item): Readonly<Record<string, string | number>> {
  const choices = choicesOf(item);
  return {
    n: Math.min(9, choices.length),
    from: choices[0]?.id ?? "",
    to: choices.at(-1)?.id ?? "",
    max: "maxLength" in item ? item.maxLength : "",
  };
}
