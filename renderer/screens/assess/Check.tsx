/** @file Answers that do not fit together, one pair at a time: keep or change, both fine, both recorded. */
import { useState } from "react";
import { answerWords, itemOf } from "../../../shared/documents/answer-words.ts";
import type { Contradiction } from "../../../shared/packs/questionnaire-pack.ts";
import { questionsIn } from "../../../shared/rules/condition.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, Ways } from "../../parts/MeetingFrame.tsx";
import { Options } from "../../parts/Options.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { Progress } from "./Progress.tsx";
import { decide, goBack, goOn } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";

interface CheckProps {
  readonly sitting: SheetForm;
  readonly rule: Contradiction;
  /** Undecided ones, this included. */
  readonly left: number;
  readonly onPause: () => void;
}

const keepId = "keep";

export function Check({ sitting, rule, left, onPause }: CheckProps) {
  const t = useT();
  const { pack, sheet, facts, apply } = sitting;
  const [chosen, setChosen] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const heading = `check-${rule.id}`;
  const items = questionsIn(rule.when).flatMap((id) => itemOf(pack, id) ?? []);
  const options = [
    ...items.map((item) => ({
      id: item.id,
      label: t(assess.check.change, { title: t(item.title) }),
      note: t(assess.check.now, { answer: answerWords(t, item, sheet.answers) }),
    })),
    { id: keepId, label: t(assess.check.keep) },
  ];

  function next(): void {
    setMissing(chosen === undefined);
    if (chosen === undefined) return;
    apply((now) =>
      chosen === keepId ? goOn(decide(now, rule, "keep"), pack, facts) : decide(now, rule, { change: chosen }),
    );
  }

  return (
    <Frame
      client={sitting.client}
      subject={t(assess.meeting.subject[pack.kind])}
      step={t(assess.check.of, { n: left })}
      saver={sitting.saver}
      onPause={onPause}
      footer={
        <>
          <Progress sitting={sitting} />
          <Ways
            onBack={() => apply((now) => goBack(now, pack, facts) ?? now)}
            backLabel={t(assess.check.previous)}
            onNext={next}
            nextLabel={t(assess.check.next)}
          >
            {isMissing ? null : t(assess.check.hint)}
            <span role="alert">{isMissing ? <FieldErrorText>{t(assess.meeting.choose)}</FieldErrorText> : null}</span>
          </Ways>
        </>
      }
    >
      <div className={css["block"]}>{t(assess.check.step)}</div>
      <Asking id={heading}>{t(assess.check.title)}</Asking>
      <p className={css["reason"]}>{t(rule.reason)}</p>
      <Options
        labelledBy={heading}
        name={heading}
        options={options}
        chosen={chosen === undefined ? [] : [chosen]}
        several={false}
        onChoose={(id) => {
          setMissing(false);
          setChosen(id);
        }}
      />
    </Frame>
  );
}
