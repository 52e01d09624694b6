/** @file Copies what can be read of a damaged book into a new one, and says what could not. */
import { Button } from "@mantine/core";
import { useForm } from "react-hook-form";
import type { SalvageReport } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { useWork } from "../../data/storage-state.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Note } from "../../parts/Note.tsx";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { formatCount, formatInstant } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

export function SalvageDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const work = useWork<SalvageReport>("salvage");
  const { control, handleSubmit } = useForm({ defaultValues: { passphrase: "" } });
  const start = handleSubmit(({ passphrase }) => work.start(() => call("salvageVault", { passphrase })));
  return (
    <Dialog title={t(storage.salvage.open)} onClose={onClose}>
      {work.result === undefined ? (
        <form onSubmit={(event) => void start(event)} className={css["form"]} noValidate>
          <p className={css["help"]}>{t(storage.salvage.help)}</p>
          <PasswordField control={control} name="passphrase" label={t(storage.salvage.passphrase)} startsHere />
          {work.isRunning ? (
            <ProgressBar label={t(storage.salvage.running)} {...work.progress} counted={false} onCancel={work.cancel} />
          ) : null}
          {work.error === undefined ? null : <ErrorNote error={work.error} />}
          <div className="sb-row">
            <Button type="submit" variant="filled" disabled={work.isRunning}>
              {t(storage.salvage.start)}
            </Button>
            <Button onClick={onClose}>{t(storage.settings.cancel)}</Button>
          </div>
        </form>
      ) : (
        <Report report={work.result} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Report({ report, onClose }: { report: SalvageReport; onClose: () => void }) {
  const t = useT();
  const { saves, operations, attachments, missing } = report;
  const time = (instant: string | undefined) =>
    instant === undefined ? t(storage.salvage.unknownTime) : formatInstant(instant);
  return (
    <div className={css["form"]}>
      <Note tone="ok">
        {t(storage.salvage.done, {
          saves: formatCount(saves),
          operations: formatCount(operations),
          attachments: formatCount(attachments),
        })}
      </Note>
      {missing.length === 0 ? <p>{t(storage.salvage.complete)}</p> : null}
      <ul className={css["events"]}>
        {missing.map(({ from, to, after, before }) => (
          <li key={from}>
            {t(storage.salvage.missing, {
              from: formatCount(from),
              to: formatCount(to),
              after: time(after),
              before: time(before),
            })}
          </li>
        ))}
      </ul>
      <div className="sb-row">
        <Button variant="filled" onClick={onClose}>
          {t(storage.salvage.close)}
        </Button>
      </div>
    </div>
  );
}
