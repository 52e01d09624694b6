/** @file What a backup holds, beside what the open book holds now. */
import type { RestorePreview } from "../../../shared/bridge/contract.ts";
import { Note } from "../../parts/Note.tsx";
import { formatCount, formatInstant } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";

const rows = ["clients", "contacts", "assessments", "operations"] as const;

export function PreviewedBackup({ preview }: { preview: RestorePreview }) {
  const t = useT();
  const { label, at, sound, problems, counts, present } = preview;
  const files = [...new Set(problems.map(({ file }) => file))].join(", ");
  return (
    <section aria-label={t(storage.restore.found, { label, time: formatInstant(at) })}>
      <Note tone={sound ? "ok" : "bad"}>
        {sound ? t(storage.restore.sound) : t(storage.restore.unsound, { count: formatCount(problems.length), files })}
      </Note>
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">{t(storage.restore.content)}</th>
            <th scope="col" className="sb-num">
              {t(storage.restore.inBackup)}
            </th>
            {present === undefined ? null : (
              <>
                <th scope="col" className="sb-num">
                  {t(storage.restore.present)}
                </th>
                <th scope="col" className="sb-num">
                  {t(storage.restore.lacks)}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <td>{t(storage.restore[row])}</td>
              <td className="sb-num">{formatCount(counts[row])}</td>
              {present === undefined ? null : (
                <>
                  <td className="sb-num">{formatCount(present[row])}</td>
                  <td className="sb-num">{formatCount(Math.max(0, present[row] - counts[row]))}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
