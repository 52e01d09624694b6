/** @file Where and how often to export. */
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { SyncSettings } from "../../../shared/model/office.ts";
import { call, hasSystemDialogs } from "../../bridge.ts";
import { refreshSyncState } from "../../data/sync-state.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import css from "./Sync.module.css";

const Form = SyncSettings.omit({ id: true });
const hourChoices = [1, 2, 4, 8, 24];

interface SyncSettingsDialogProps {
  readonly settings: SyncSettings;
  readonly onClose: () => void;
}

export function SyncSettingsDialog({ settings, onClose }: SyncSettingsDialogProps) {
  const t = useT();
  return (
    <Dialog title={t(sync.settings.title)} onClose={onClose}>
      <SettingsForm settings={settings} onClose={onClose} />
    </Dialog>
  );
}

function SettingsForm({ settings, onClose }: { settings: SyncSettings; onClose: () => void }) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const { folder, everyHours, atLock } = settings;
  const form = useForm({ resolver: zodResolver(Form), defaultValues: { folder, everyHours, atLock } });

  const save = form.handleSubmit(async (values) => {
    try {
      await call("saveSyncSettings", { ...values, folder: values.folder.trim() });
      await refreshSyncState();
      onClose();
    } catch (failed) {
      setError(failed);
    }
  });

  async function browse(): Promise<void> {
    const chosen = await call("chooseSyncFolder", null);
    if (chosen !== null) form.setValue("folder", chosen.folder, { shouldDirty: true });
  }

  return (
    <form onSubmit={(event) => void save(event)} className={css["form"]} noValidate>
      <div className={css["folderRow"]}>
        <TextInput
          label={t(sync.settings.folder)}
          description={t(sync.settings.folderHelp)}
          {...form.register("folder")}
        />
        {!hasSystemDialogs() ? null : (
          <Button onClick={() => void browse().catch(setError)}>{t(sync.settings.browse)}</Button>
        )}
      </div>
      <NativeSelect
        label={t(sync.settings.every)}
        rightSection={<Icon name="down" />}
        rightSectionPointerEvents="none"
        data={[
          { value: "0", label: t(sync.settings.everyOff) },
          ...hourChoices.map((hours) => ({ value: String(hours), label: t(sync.settings.everyHours, { hours }) })),
        ]}
        {...form.register("everyHours", { valueAsNumber: true })}
      />
      <Checkbox label={t(sync.settings.atLock)} {...form.register("atLock")} />
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button type="submit" variant="filled">
          {t(sync.settings.save)}
        </Button>
        <Button onClick={onClose}>{t(sync.settings.cancel)}</Button>
      </div>
    </form>
  );
}
