/** @file What the user must know above any screen: recovery after unlock, a save that failed, loading that stopped, a recording that runs or was cut short. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { useKeys } from "../data/key-state.ts";
import { useHydration } from "../data/queries.ts";
import { ErrorNote } from "../parts/ErrorNote.tsx";
import { Note } from "../parts/Note.tsx";
import { InterruptedNote } from "../screens/attachments/InterruptedNote.tsx";
import { RecordingBar } from "../screens/attachments/RecordingBar.tsx";
import { useSaveState } from "../state/save-state.ts";
import { useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { formatCount } from "../text/format.ts";
import { security } from "../text/security.ts";
import { type Sentence, useT } from "../text/text.ts";
import { lock } from "./gate.ts";
import css from "./Shell.module.css";

/** Not the fault of one form: they stay until a save succeeds. */
const lasting: ReadonlySet<string> = new Set(["disk-full", "disk-error", "vault-read-only", "unexpected"]);

export function Notices({ recovery }: { recovery: RecoveryReport }) {
  return (
    <div className={css["notices"]}>
      <Recovery recovery={recovery} />
      {recovery.readOnly ? null : <UnfinishedKeys />}
      <FailedSave />
      <StoppedLoading />
      <RecordingBar />
      <InterruptedNote />
    </div>
  );
}

const found: Readonly<Record<Exclude<RecoveryReport["state"], "clean">, Sentence>> = {
  torn: app.recovery.torn,
  damaged: app.recovery.damaged,
  "rolled-back": app.recovery.rolledBack,
};

function Recovery({ recovery }: { recovery: RecoveryReport }) {
  const t = useT();
  const [isRead, setRead] = useState(false);
  const open = useScreen((now) => now.open);
  const { state, readOnly } = recovery;
  // Whole, and yet nothing can be saved: not even the lock could be written.
  if (readOnly && (state === "clean" || state === "torn")) {
    return <Note tone="bad">{t(app.recovery.notWritable)}</Note>;
  }
  if (state === "clean" || (isRead && !readOnly)) return null;
  const close = (
    <Button size="xs" onClick={() => setRead(true)}>
      {t(app.recovery.understood)}
    </Button>
  );
  const salvage = (
    <Button size="xs" onClick={() => open({ screen: "settings", pane: "storage" })}>
      {t(app.recovery.whatNow)}
    </Button>
  );
  return (
    <Note tone={readOnly ? "bad" : "warn"} action={readOnly ? salvage : close}>
      {t(found[state], { bytes: formatCount(recovery.droppedBytes) })}
    </Note>
  );
}

/** A recovery key nobody has, or a data key half replaced: settled in the security pane. */
function UnfinishedKeys() {
  const t = useT();
  const { place, open } = useScreen();
  const { state, rotation } = useKeys();
  const isThere = place.screen === "settings" && place.pane === "security";
  if (state === undefined || isThere || rotation !== undefined) return null;
  const words = state.isRotating ? "rotating" : state.recovery === "confirmed" ? undefined : state.recovery;
  if (words === undefined) return null;
  return (
    <Note
      tone="warn"
      action={
        <Button size="xs" onClick={() => open({ screen: "settings", pane: "security" })}>
          {t(security.notice.go)}
        </Button>
      }
    >
      {t(security.notice[words])}
    </Note>
  );
}

function FailedSave() {
  const { status, error } = useSaveState();
  if (status !== "failed") return null;
  const code = error instanceof AppError ? error.code : "unexpected";
  if (!lasting.has(code)) return null;
  return (
    <div className={css["failure"]}>
      <ErrorNote error={error} />
    </div>
  );
}

function StoppedLoading() {
  const t = useT();
  const { phase } = useHydration();
  if (phase !== "failed") return null;
  return (
    <Note
      tone="bad"
      action={
        <Button size="xs" onClick={() => void lock()}>
          {t(app.open.again)}
        </Button>
      }
    >
      {t(app.open.failed)}
    </Note>
  );
}
