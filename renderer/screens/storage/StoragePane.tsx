/** @file Settings, Storage and health: backups, whether the files are sound, what they take, and what happened to them. */
import { useState } from "react";
import { currentBook } from "../../data/session.ts";
import { useStorageState } from "../../data/storage-state.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { BackupSection } from "./BackupSection.tsx";
import { BackupSettingsDialog } from "./BackupSettingsDialog.tsx";
import { HealthSection } from "./HealthSection.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { SalvageDialog } from "./SalvageDialog.tsx";
import { SalvageSection } from "./SalvageSection.tsx";
import { SizesSection } from "./SizesSection.tsx";
import css from "./Storage.module.css";

export function StoragePane() {
  const { state, error } = useStorageState();
  const [dialog, setDialog] = useState<"none" | "settings" | "restore" | "salvage">("none");
  const recovery = currentBook()?.session.recovery;
  const isReadOnly = recovery?.readOnly === true;
  const isDamaged = recovery?.state === "damaged" || recovery?.state === "rolled-back";
  const close = () => setDialog("none");
  if (state === undefined) return error === undefined ? <Skeleton /> : <ErrorNote error={error} />;
  return (
    <div className={css["pane"]}>
      {isDamaged ? <SalvageSection onOpen={() => setDialog("salvage")} /> : null}
      <BackupSection
        backup={state.backup}
        isReadOnly={isReadOnly}
        onSettings={() => setDialog("settings")}
        onRestore={() => setDialog("restore")}
      />
      <HealthSection events={state.events} />
      <SizesSection state={state} />
      {dialog === "settings" ? <BackupSettingsDialog settings={state.backup.settings} onClose={close} /> : null}
      {dialog === "restore" ? <RestoreDialog folder={state.backup.settings.folder} onClose={close} /> : null}
      {dialog === "salvage" ? <SalvageDialog onClose={close} /> : null}
    </div>
  );
}
