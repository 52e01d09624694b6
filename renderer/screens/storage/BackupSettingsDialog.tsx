/** @file Where and how often to back up. */
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { BackupSettings } from "../../../shared/model/storage.ts";
import { call } from "../../bridge.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import { FolderInput } from "./FolderInput.tsx";
import css from "./Storage.module.css";

const Form = BackupSettings.omit({ id: true });
const hourChoices = [1, 2, 4, 8, 24];

interface BackupSettingsDialogProps {
  readonly settings: BackupSettings;
  readonly onClose: () => void;
}

export function BackupSettingsDialog({ settings, onClose }: BackupSettingsDialogProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const { folder, everyHours, atLock } = settings;
  const form = useForm({ resolver: zodResolver(Form), defaultValues: { folder, everyHours, atLock } });

  const save = form.handleSubmit(async (values) => {
    try {
      await call("saveBackupSettings", { ...values, folder: values.folder.trim() });
      onClose();
    } catch (failed) {
      setError(failed);
    }
  });

  return (
    <Dialog title={t(storage.backup.settings)} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className={css["form"]} noValidate>
        <FolderInput
          input={form.register("folder")}
          onChosen={(chosen) => form.setValue("folder", chosen)}
          onError={setError}
        />
        <NativeSelect
          label={t(storage.settings.every)}
          rightSection={<Icon name="down" />}
          rightSectionPointerEvents="none"
          data={[
            { value: "0", label: t(storage.settings.everyOff) },
            ...hourChoices.map((hours) => ({ value: String(hours), label: t(storage.settings.everyHours, { hours }) })),
          ]}
          {...form.register("everyHours", { valueAsNumber: true })}
        />
        <Checkbox label={t(storage.settings.atLock)} {...form.register("atLock")} />
        {error === undefined ? null : <ErrorNote error={error} />}
        <div className="sb-row">
          <Button type="submit" variant="filled">
            {t(storage.settings.save)}
          </Button>
          <Button onClick={onClose}>{t(storage.settings.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
