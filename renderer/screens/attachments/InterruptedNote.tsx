/** @file Says after unlock, and after a recording failed, that some were cut short and wait for a decision. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { interruptedRecordings, useRecorder } from "../../data/recorder.ts";
import { Note } from "../../parts/Note.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { recorder as words } from "../../text/attachments.ts";
import { useT } from "../../text/text.ts";

export function InterruptedNote() {
  const t = useT();
  const { overlay, show } = useOverlay();
  const isRunning = useRecorder((now) => now.running !== undefined);
  const isDeciding = overlay.kind === "interrupted";
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Asked again when a recording has ended, and when a decision was made.
    if (isRunning || isDeciding) return undefined;
    let isWanted = true;
    interruptedRecordings().then(
      (found) => isWanted && setCount(found.length),
      () => undefined, // locked meanwhile
    );
    return () => {
      isWanted = false;
    };
  }, [isRunning, isDeciding]);
  if (count === 0) return null;
  return (
    <Note
      tone="warn"
      action={
        <Button size="xs" onClick={() => show({ kind: "interrupted" })}>
          {t(words.decide)}
        </Button>
      }
    >
      {t(words.interruptedNote, { count })}
    </Note>
  );
}
