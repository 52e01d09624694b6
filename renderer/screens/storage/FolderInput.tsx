/** @file A folder on this machine: typed, or chosen where the shell has a dialog for it. */
import { Button, TextInput } from "@mantine/core";
import type { UseFormRegisterReturn } from "react-hook-form";
import { call, hasSystemDialogs } from "../../bridge.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

interface FolderInputProps {
  readonly input: UseFormRegisterReturn;
  readonly onChosen: (folder: string) => void;
  readonly onError: (error: unknown) => void;
}

export function FolderInput({ input, onChosen, onError }: FolderInputProps) {
  const t = useT();
  async function browse(): Promise<void> {
    const chosen = await call("chooseBackupFolder", null);
    if (chosen !== null) onChosen(chosen.folder);
  }
  return (
    <div className={css["folderRow"]}>
      <TextInput label={t(storage.settings.folder)} description={t(storage.settings.folderHelp)} {...input} />
      {hasSystemDialogs() ? (
        <Button onClick={() => void browse().catch(onError)}>{t(storage.settings.browse)}</Button>
      ) : null}
    </div>
  );
}
