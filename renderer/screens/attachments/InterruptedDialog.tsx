/** @file Recordings that a crash or a lock cut short: keep what is there, or delete it. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useClientSummary } from "../../data/queries.ts";
import { dropRecording, type InterruptedRecording, interruptedRecordings, keepRecording } from "../../data/recorder.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { recorder as words } from "../../text/attachments.ts";
import { formatBytes, formatInstant } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";

export function InterruptedDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [found, setFound] = useState<readonly InterruptedRecording[]>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    interruptedRecordings().then(setFound, setError);
  }, []);

  async function decide(id: string, decision: (id: string) => Promise<void>): Promise<void> {
    setError(undefined);
    try {
      await decision(id);
      setFound(await interruptedRecordings());
    } catch (failed) {
      setError(failed);
    }
  }

  return (
    <Dialog title={t(words.interruptedTitle)} width={640} onClose={onClose}>
      <p className="sb-ink-2">{t(found?.length === 0 ? words.noneLeft : words.interruptedWhy)}</p>
      <ul className={css["interrupted"]}>
        {found?.map((recording) => (
          <Decision
            key={recording.id}
            recording={recording}
            onKeep={() => void decide(recording.id, keepRecording)}
            onDrop={() => void decide(recording.id, dropRecording)}
          />
        ))}
      </ul>
      {error === undefined ? null : <ErrorNote error={error} />}
    </Dialog>
  );
}

interface DecisionProps {
  readonly recording: InterruptedRecording;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

function Decision({ recording: { client, name, startedAt, bytes }, onKeep, onDrop }: DecisionProps) {
  const t = useT();
  const clientName = useClientSummary(client)?.name;
  const [isSure, setSure] = useState(false);
  return (
    <li>
      <div className="sb-grow">
        <b>
          <Masked kind="name" value={clientName} /> <Masked kind="text" value={name} />
        </b>
        <p className="sb-ink-2">
          {t(words.interruptedFact, { time: formatInstant(startedAt), size: formatBytes(bytes) })}
        </p>
      </div>
      <Button size="xs" variant="filled" onClick={onKeep}>
        {t(words.keep)}
      </Button>
      {/* Deleting cannot be taken back: asked twice. */}
      <Button size="xs" onClick={isSure ? onDrop : () => setSure(true)}>
        {t(isSure ? words.dropSure : words.drop)}
      </Button>
    </li>
  );
}
