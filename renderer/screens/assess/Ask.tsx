/** @file One question a page. Carries no points and no hint of what an answer leads to (NFRA Art. 13). */
import { useController } from "react-hook-form";
import { chosenFor } from "../../../shared/rules/questionnaire.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { Asking, Frame, Ways } from "./Frame.tsx";
import css from "./Meeting.module.css";
import { Options } from "./Options.tsx";
import { Progress } from "./Progress.tsx";
import { choose, goBack, goOn, type Item, isMultiple, leave } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";

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
  const { fieldState } = useController({ control: form.control, name });
  const several = isMultiple(item);
  const chosen = chosenFor(sheet.answers, item.id);
  const heading = `ask-${item.id}`;

  function press(option: string): void {
    apply((now) => ({
      ...now,
      answers: { ...now.answers, [item.id]: choose(item, chosenFor(now.answers, item.id), option) },
    }));
  }

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
      step={<Step sitting={sitting} item={item} />}
      saver={sitting.saver}
      onPause={onPause}
      footer={
        <>
          <Progress pack={pack} sheet={sheet} />
          <Ways
            {...(canGoBack && { onBack: back })}
            backLabel={t(isEditing ? assess.meeting.cancelEdit : assess.meeting.previous)}
            onNext={() => void next()}
            nextLabel={t(isEditing ? assess.meeting.done : assess.meeting.next)}
          >
            {fieldState.error === undefined ? <Hint sitting={sitting} item={item} /> : null}
            <span role="alert">
              {fieldState.error === undefined ? null : <FieldErrorText>{t(assess.meeting.choose)}</FieldErrorText>}
            </span>
          </Ways>
        </>
      }
    >
      <div className={css["block"]}>
        {t(blockTitle(sitting, item))}
        {"hint" in item && item.hint !== undefined ? <span className={css["many"]}>{t(item.hint)}</span> : null}
      </div>
      <Asking id={heading}>{t(item.text)}</Asking>
      <Options
        labelledBy={heading}
        name={name}
        options={item.options.map((option) => ({ id: option.id, label: t(option.text) }))}
        chosen={chosen}
        several={several}
        onChoose={press}
      />
    </Frame>
  );
}

function blockTitle({ pack }: SheetForm, item: Item) {
  return ("block" in item && pack.blocks.find((block) => block.id === item.block)?.title) || assess.meeting.gates;
}

/** Stands for the number while the sentence is made, so that the number can be set apart. */
const slot = "\n";

function Step({ sitting: { pack }, item }: Pick<AskProps, "sitting" | "item">) {
  const t = useT();
  const list: readonly Item[] = "block" in item ? pack.questions : pack.gates;
  const sentence = "block" in item ? assess.meeting.question : assess.meeting.gate;
  const [before, after] = t(sentence, { n: slot, of: list.length }).split(slot);
  return (
    <>
      {before}
      <b className={css["number"]}>{list.findIndex((one) => one.id === item.id) + 1}</b>
      {after}
    </>
  );
}

function Hint({ sitting: { sheet, saver }, item }: Pick<AskProps, "sitting" | "item">) {
  const t = useT();
  const { hint, hintGuardian, hintMany, notSaved } = assess.meeting;
  if (saver.error !== undefined) return <span className="sb-bad">{t(notSaved)}</span>;
  const sentence = isMultiple(item) ? hintMany : sheet.answeredBy === "guardian" ? hintGuardian : hint;
  return <>{t(sentence, { n: Math.min(9, item.options.length) })}</>;
}
