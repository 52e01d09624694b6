/** @file Change the passphrase of the open book. */
import { useState } from "react";
import { Dialog } from "../parts/Dialog.tsx";
import { Note } from "../parts/Note.tsx";
import { ChangePassphrase } from "../screens/unlock/ChangePassphrase.tsx";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { useGate } from "./gate.ts";

export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const gate = useGate();
  const [isDone, setDone] = useState(false);
  if (gate.phase !== "open") return null;
  return (
    <Dialog title={t(app.settings.changePassphrase)} width={480} onClose={onClose}>
      {isDone ? (
        <Note tone="ok">{t(app.passphrase.done)}</Note>
      ) : (
        <ChangePassphrase vault={gate.session.vault.id} onDone={() => setDone(true)} />
      )}
    </Dialog>
  );
}
