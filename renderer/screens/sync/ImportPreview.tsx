/** @file What a package would change, before anything is written; then the button that writes it. */
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { PackagePreview } from "../../../shared/bridge/contract.ts";
import { FootBar } from "../../parts/FootBar.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { RowMark } from "../../parts/RowMark.tsx";
import { formatCount, formatInstant } from "../../text/format.ts";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import { entityName, seqName } from "./names.ts";
import css from "./Sync.module.css";
import type { Taking } from "./use-import.ts";

export function ImportPreview({ preview, taking }: { preview: PackagePreview; taking: Taking }) {
  const t = useT();
  const isReceipt = preview.kind === "receipt";
  const writes = preview.created + preview.updated;
  useHotkeys([["mod+Enter", () => void taking.commit()]], []);
  const commit = isReceipt ? sync.preview.commitReceipt : writes === 0 ? sync.preview.commitSame : sync.preview.commit;
  return (
    <div className={css["preview"]}>
      <div className={css["previewHead"]}>
        <h2>
          {t(isReceipt ? sync.preview.receiptTitle : sync.preview.title, {
            sender: preview.sender,
            seq: seqName(preview.seq),
          })}
        </h2>
        <p className={css["checked"]}>
          <Icon name="check" />
          {t(sync.preview.signed, { fingerprint: preview.fingerprint })}
        </p>
        <p className="sb-ink-2">{t(sync.preview.created, { time: formatInstant(preview.createdAt) })}</p>
        <p>
          {isReceipt
            ? t(sync.preview.receiptFact, { seq: seqName(preview.seq) })
            : t(sync.preview.willWrite, {
                created: formatCount(preview.created),
                updated: formatCount(preview.updated),
                same: formatCount(preview.same),
              })}
        </p>
        {preview.clockDiffers ? <Note tone="warn">{t(sync.preview.clock)}</Note> : null}
      </div>
      <div className={css["previewRows"]}>
        {isReceipt ? null : <Rows preview={preview} />}
        {taking.busy === "importing" ? <ProgressBar label={t(sync.preview.importing)} done={0} of={0} /> : null}
      </div>
      <FootBar tall right={<span className="sb-ink-2">{t(sync.preview.nothingYet)}</span>}>
        <Button variant="filled" disabled={taking.busy !== "none"} onClick={() => void taking.commit()}>
          {t(commit, { count: formatCount(writes) })} <Key>Ctrl Enter</Key>
        </Button>
        <Button onClick={() => void taking.discard()}>{t(sync.preview.discard)}</Button>
      </FootBar>
    </div>
  );
}

function Rows({ preview }: { preview: PackagePreview }) {
  const t = useT();
  const listed = preview.rows.length;
  const all = preview.created + preview.updated + preview.same;
  return (
    <>
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">{t(sync.preview.outcome)}</th>
            <th scope="col">{t(sync.preview.kind)}</th>
            <th scope="col">{t(sync.preview.record)}</th>
            <th scope="col">{t(sync.preview.fields)}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={`${row.entity}/${row.entityId}`}>
              <td>
                <RowMark outcome={row.outcome} />
              </td>
              <td className="sb-ink-2">{t(entityName(row.entity))}</td>
              <td>
                <b>{row.title}</b>
              </td>
              <td className="sb-ink-2">
                {row.outcome === "update" ? t(sync.preview.fieldCount, { count: row.fields.length }) : "—"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > listed ? (
        <p className={css["more"]}>{t(sync.preview.more, { count: formatCount(all - listed) })}</p>
      ) : null}
    </>
  );
}
