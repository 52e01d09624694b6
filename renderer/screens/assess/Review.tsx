/** @file All answers for the client to look over once more before they become final. */

import { answerWords } from "../../../shared/documents/answer-words.ts";
import { shown } from "../../../shared/rules/answers.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, Ways } from "../../parts/MeetingFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { edit, goBack } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";
import { groupsOf, numberOf } from "./words.ts";

interface ReviewProps {
  readonly sitting: SheetForm;
  readonly onSubmit: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onPause: () => void;
}

export function Review({ sitting, onSubmit, busy, error, onPause }: ReviewProps) {
  const t = useT();
  const { pack, sheet, facts, apply, client } = sitting;
  const { items } = shown(pack, sheet.answers, facts);
  return (
    <Frame
      client={client}
      subject={t(assess.meeting.subject[pack.kind])}
      step={t(assess.review.step)}
      saver={sitting.saver}
      onPause={onPause}
      footer={
        <Ways
          onBack={() => apply((now) => goBack(now, pack, facts) ?? now)}
          backLabel={t(assess.check.previous)}
          onNext={onSubmit}
          nextLabel={t(assess.review.submit)}
          busy={busy}
        >
          {t(assess.review.why)}
        </Ways>
      }
    >
      <Asking id="review">{t(assess.review.title)}</Asking>
      {error === undefined ? null : (
        <div className={css["error"]}>
          <ErrorNote error={error} />
        </div>
      )}
      {groupsOf(pack, items, assess.meeting.gates).map((group) => (
        <section key={group.id} className={css["reviewGroup"]} aria-labelledby={`review-${group.id}`}>
          <h2 id={`review-${group.id}`}>{t(group.title)}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.id} className={css["reviewRow"]}>
                <span className="sb-ink-3">{numberOf(items, item.id)}</span>
                <span className="sb-ink-2">{t(item.title)}</span>
                <b>{answerWords(t, item, sheet.answers) || "—"}</b>
                <button
                  type="button"
                  className={css["change"]}
                  aria-label={t(assess.review.changeOf, { title: t(item.title) })}
                  onClick={() => apply((now) => edit(now, item.id))}
                >
                  {t(assess.review.change)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  );
}
