/** @file The integrity check, and the register of what happened to the files. */
import { Button } from "@mantine/core";
import type { ChannelOutput, StorageState } from "../../../shared/bridge/contract.ts";
import type { VaultEvent } from "../../../shared/model/storage.ts";
import { call } from "../../bridge.ts";
import { useWork } from "../../data/storage-state.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Section } from "../../parts/Section.tsx";
import { formatCount, formatInstant } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

export function HealthSection({ events }: { events: StorageState["events"] }) {
  const t = useT();
  const checking = useWork<ChannelOutput<"checkVault">>("check");
  const check = () => void checking.start(() => call("checkVault", null));
  return (
    <>
      <Section title={t(storage.health.title)} ruled>
        <p className={css["help"]}>{t(storage.health.help)}</p>
        <div className={css["work"]} aria-live="polite">
          {checking.isRunning ? (
            <ProgressBar
              label={t(storage.health.checking)}
              {...checking.progress}
              counted={false}
              onCancel={checking.cancel}
            />
          ) : null}
          {checking.result === undefined ? null : <Found check={checking.result} />}
          {checking.error === undefined ? null : <ErrorNote error={checking.error} />}
        </div>
        <div className={css["buttons"]}>
          <Button size="xs" disabled={checking.isRunning} onClick={check}>
            {t(storage.health.check)}
          </Button>
        </div>
      </Section>
      <Section title={t(storage.health.events)} ruled>
        {events.length === 0 ? <p className={css["help"]}>{t(storage.health.noEvents)}</p> : null}
        <ul className={css["events"]}>
          {events.map((event) => (
            <li key={event.id}>
              <span className="sb-ink-3">{formatInstant(event.at)}</span>
              <Happened event={event} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Found({ check }: { check: ChannelOutput<"checkVault"> }) {
  const t = useT();
  const { frames, segments, snapshots, attachments, problems } = check;
  if (problems.length > 0) {
    const files = [...new Set(problems.map(({ file }) => file))].join(", ");
    return <Note tone="bad">{t(storage.health.problems, { count: formatCount(problems.length), files })}</Note>;
  }
  const counts = {
    frames: formatCount(frames),
    segments: formatCount(segments),
    snapshots: formatCount(snapshots),
    attachments: formatCount(attachments),
  };
  return <Note tone="ok">{t(storage.health.sound, counts)}</Note>;
}

function Happened({ event }: { event: VaultEvent }) {
  const t = useT();
  const { kind, droppedBytes = 0, replaced = [], backupAt, missing = [] } = event;
  if (kind === "restored") {
    return <span>{t(storage.health.restored, { time: backupAt === undefined ? "" : formatInstant(backupAt) })}</span>;
  }
  if (kind === "salvaged") {
    const count = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    return <span>{t(storage.health.salvaged, { count: formatCount(count) })}</span>;
  }
  return (
    <span>
      {replaced.length > 0
        ? t(storage.health.recoveredSpare, { files: replaced.join(", ") })
        : t(storage.health.recoveredTorn, { bytes: formatCount(droppedBytes) })}
    </span>
  );
}
