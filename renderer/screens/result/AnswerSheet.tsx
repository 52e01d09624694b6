/** @file Every answer of the record with its points, its time, and what was answered first. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */
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
            {sheetRows(record, pack).map(({ item, number, chosen, points, ms, earlier }) => (
              <tr key={item.id}>
                <td className={css["number"]}>{number > 0 ? number : ""}</td>
                <th scope="row" className={css["rowHead"]}>
                  {t(item.title)}
                </th>
                <td>
                  {answerOf(t, pack, item.id, chosen)}
                  {earlier.map((from) => (
                    <span key={from.join()} className={css["source"]}>
                      {t(result.dialog.was, { answer: answerOf(t, pack, item.id, from) })}
                    </span>
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
