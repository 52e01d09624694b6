/** @file Restoring a backup: find it, look at it, then make a new book of it. Works locked and open. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { BackupSet, ChannelInput, RestorePreview } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { useWork } from "../../data/storage-state.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { formatInstant } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import { FolderInput } from "./FolderInput.tsx";
import { PreviewedBackup } from "./PreviewedBackup.tsx";
import css from "./Storage.module.css";

interface RestoreDialogProps {
  /** Where to look first; may be empty. */
  readonly folder: string;
  readonly onClose: () => void;
}

export function RestoreDialog({ folder, onClose }: RestoreDialogProps) {
  const t = useT();
  const [found, setFound] = useState<{ readonly folder: string; readonly sets: readonly BackupSet[] }>();
  const [error, setError] = useState<unknown>();
  const form = useForm({ defaultValues: { folder } });
  const find = form.handleSubmit(async (values) => {
    setError(undefined);
    try {
      setFound({ folder: values.folder, sets: await call("listBackups", { folder: values.folder.trim() }) });
    } catch (failed) {
      setError(failed);
    }
  });
  return (
    <Dialog title={t(storage.restore.title)} onClose={onClose}>
      <div className={css["form"]}>
        <p className={css["help"]}>{t(storage.restore.help)}</p>
        <form onSubmit={(event) => void find(event)} className={css["form"]} noValidate>
          <FolderInput
            input={form.register("folder")}
            onChosen={(chosen) => form.setValue("folder", chosen)}
            onError={setError}
          />
          <div className="sb-row">
            <Button type="submit">{t(storage.restore.find)}</Button>
          </div>
        </form>
        {error === undefined ? null : <ErrorNote error={error} />}
        {found?.sets.length === 0 ? <Note tone="info">{t(storage.restore.none)}</Note> : null}
        {found === undefined || found.sets.length === 0 ? null : (
          <Choice folder={found.folder.trim()} sets={found.sets} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly folder: string;
  readonly sets: readonly BackupSet[];
  readonly onClose: () => void;
}

function Choice({ folder, sets, onClose }: ChoiceProps) {
  const t = useT();
  const choices = sets.flatMap(({ vaultId, label, backups }) =>
    backups.map((at) => ({
      value: `${vaultId} ${at}`,
      label: t(storage.restore.found, { label, time: formatInstant(at) }),
    })),
  );
  const preview = useWork<RestorePreview>("restore");
  const restoring = useWork<unknown>("restore");
  const [chosen, setChosen] = useState<ChannelInput<"previewRestore">>();
  const form = useForm({ defaultValues: { which: choices[0]?.value ?? "", passphrase: "" } });
  const look = form.handleSubmit(({ which, passphrase }) => {
    const [vaultId = "", at = ""] = which.split(" ");
    const choice = { folder, vaultId, at, passphrase };
    setChosen(choice);
    return preview.start(() => call("previewRestore", choice));
  });

  if (restoring.result !== undefined) {
    return (
      <>
        <Note tone="ok">{t(storage.restore.done)}</Note>
        <div className="sb-row">
          <Button variant="filled" onClick={onClose}>
            {t(storage.salvage.close)}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <form onSubmit={(event) => void look(event)} className={css["form"]} noValidate>
        <NativeSelect
          label={t(storage.restore.which)}
          rightSection={<Icon name="down" />}
          rightSectionPointerEvents="none"
          data={choices}
          {...form.register("which")}
        />
        <PasswordField control={form.control} name="passphrase" label={t(storage.restore.passphrase)} />
        <div className="sb-row">
          <Button type="submit" disabled={preview.isRunning}>
            {t(storage.restore.preview)}
          </Button>
        </div>
      </form>
      {preview.isRunning ? (
        <ProgressBar label={t(storage.restore.previewing)} {...preview.progress} counted={false} />
      ) : null}
      {preview.error === undefined ? null : <ErrorNote error={preview.error} />}
      {preview.result === undefined || chosen === undefined ? null : (
        <>
          <PreviewedBackup preview={preview.result} />
          {restoring.isRunning ? (
            <ProgressBar label={t(storage.restore.restoring)} {...restoring.progress} counted={false} />
          ) : null}
          {restoring.error === undefined ? null : <ErrorNote error={restoring.error} />}
          <div className="sb-row">
            <Button
              variant="filled"
              disabled={restoring.isRunning}
              onClick={() => void restoring.start(() => call("restoreBackup", chosen))}
            >
              {t(storage.restore.start)}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
