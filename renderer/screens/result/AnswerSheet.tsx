/** @file Every answer of the record with its points, its time, and what was answered first. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */

import { rowOf } from "../../../shared/documents/answer-words.ts";
import type { Item } from "../../../shared/packs/question.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { formatDuration } from "../../text/format.ts";
import { result } from "../../text/result.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Result.module.css";
import { type Reading, sheetRows } from "./reading.ts";
import { answerOf } from "./words.ts";

export function AnswerSheet({ reading, onClose }: { readonly reading: Reading; readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { record, pack } = reading;
  return (
    <Dialog title={t(result.dialog.title)} width={880} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section tabIndex={0} aria-label={t(result.dialog.title)}>
        <table className={css["table"]}>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t(result.dialog.question)}
              </th>
              <th scope="col">{t(result.dialog.answer)}</th>
              <th scope="col" className="sb-num">
                {t(result.dialog.points)}
              </th>
              <th scope="col" className="sb-num">
                {t(result.dialog.time)}
              </th>
            </tr>
          </thead>
          <tbody>
            {sheetRows(record, pack).map(({ item, number, isSkipped, answers, points, ms }) => (
              <tr key={item.id}>
                <td className={css["number"]}>{number > 0 ? number : ""}</td>
                <th scope="row" className={css["rowHead"]}>
                  {t(item.title)}
                </th>
                <td>
                  {isSkipped ? <span className="sb-ink-3">{t(result.dialog.skipped)}</span> : null}
                  {answers.map(({ id, chosen, earlier }) => (
                    <AnswerLine key={id} pack={pack} item={item} id={id} chosen={chosen} earlier={earlier} />
                  ))}
                </td>
                <td className="sb-num">{points}</td>
                <td className="sb-num sb-ink-2">{ms === undefined ? "—" : formatDuration(ms, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}

interface AnswerLineProps {
  readonly pack: Reading["pack"];
  readonly item: Item;
  readonly id: string;
  readonly chosen: readonly string[];
  readonly earlier: readonly (readonly string[])[];
}

/** One answer, under its row where it has one, and what was answered before. */
function AnswerLine({ pack, item, id, chosen, earlier }: AnswerLineProps) {
  const t = useT();
  const row = rowOf(item, id);
  const answer = answerOf(t, pack, id, chosen);
  return (
    <>
      {row === undefined ? answer : <p>{t(result.effects.answer, { title: t(row), answer })}</p>}
      {earlier.map((from, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes
        <span key={index} className={css["source"]}>
          {t(result.dialog.was, { answer: answerOf(t, pack, id, from) || "—" })}
        </span>
      ))}
    </>
  );
}
