/** @file Where backups go, how they stand, and making and testing one. */
import { Button } from "@mantine/core";
import type { ChannelOutput, StorageState } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { useWork } from "../../data/storage-state.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { type Fact, Facts } from "../../parts/Facts.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Section } from "../../parts/Section.tsx";
import { useToday } from "../../parts/today.ts";
import { formatBytes, formatCount, formatInstant, formatInstantRelative } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Storage.module.css";

type Backup = StorageState["backup"];

interface BackupSectionProps {
  readonly backup: Backup;
  readonly isReadOnly: boolean;
  readonly onSettings: () => void;
  readonly onRestore: () => void;
}

export function BackupSection({ backup, isReadOnly, onSettings, onRestore }: BackupSectionProps) {
  const t = useT();
  const running = useWork<StorageState>("backup");
  const testing = useWork<ChannelOutput<"testBackup">>("testBackup");
  const facts = useBackupFacts(backup);
  const isBusy = running.isRunning || testing.isRunning;
  const isThere = backup.folderState === "present";
  const [latest] = backup.list;
  return (
    <Section title={t(storage.backup.title)} ruled>
      <Facts facts={facts} />
      <div className={css["work"]} aria-live="polite">
        {isBusy ? (
          <ProgressBar
            label={t(running.isRunning ? storage.backup.running : storage.backup.testing)}
            {...(running.isRunning ? running.progress : testing.progress)}
            counted={false}
            onCancel={running.isRunning ? running.cancel : testing.cancel}
            cancelHint={t(storage.backup.cancelHint)}
          />
        ) : null}
        {testing.result?.sound === true ? (
          <Note tone="ok">
            {t(storage.backup.counted, {
              clients: formatCount(testing.result.counts.clients),
              contacts: formatCount(testing.result.counts.contacts),
              assessments: formatCount(testing.result.counts.assessments),
            })}
          </Note>
        ) : null}
        {[running.error, testing.error].map((error, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places
          error === undefined ? null : <ErrorNote key={index} error={error} />,
        )}
      </div>
      <div className={css["buttons"]}>
        <Button
          size="xs"
          variant="filled"
          disabled={!isThere || isBusy || isReadOnly}
          onClick={() => void running.start(() => call("runBackup", null))}
        >
          {t(storage.backup.now)}
        </Button>
        <Button
          size="xs"
          disabled={latest === undefined || isBusy}
          onClick={() => void testing.start(() => call("testBackup", { at: latest ?? "" }))}
        >
          {t(storage.backup.testLast)}
        </Button>
        <Button size="xs" onClick={onRestore}>
          {t(storage.backup.restore)}
        </Button>
        <Button size="xs" onClick={onSettings} disabled={isReadOnly}>
          {t(storage.backup.settings)}
        </Button>
      </div>
    </Section>
  );
}

function useBackupFacts(backup: Backup): Fact[] {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const relative = (instant: string) => formatInstantRelative(instant, today, language);
  const { last, lastTest, settings, nextAt, due } = backup;
  const waiting = t(settings.folder === "" ? storage.backup.afterChoice : storage.backup.due);
  const next = due ? waiting : nextAt === undefined ? undefined : relative(nextAt);
  const atLock = settings.atLock ? t(storage.backup.atLock) : undefined;
  const verdict = lastTest && {
    time: formatInstant(lastTest.at),
    count: formatCount(lastTest.problems.length),
  };
  return [
    { label: t(storage.backup.folder), value: <Folder backup={backup} /> },
    {
      label: t(storage.backup.last),
      value: last === undefined ? t(storage.backup.never) : relative(last.at),
      reason:
        last === undefined
          ? undefined
          : last.upToDate
            ? t(storage.backup.upToDate)
            : t(storage.backup.lastSize, { size: formatBytes(last.bytes), fresh: formatBytes(last.newBytes) }),
    },
    {
      label: t(storage.backup.next),
      value: next ?? atLock ?? t(storage.backup.manual),
      reason: next === undefined ? undefined : atLock,
    },
    {
      label: t(storage.backup.kept),
      value: t(storage.backup.keptCount, { count: formatCount(backup.list.length) }),
    },
    {
      label: t(storage.backup.test),
      value:
        lastTest === undefined || verdict === undefined ? (
          t(storage.backup.untested)
        ) : (
          <span className={lastTest.sound ? "sb-ok" : "sb-bad"}>
            {t(lastTest.sound ? storage.backup.sound : storage.backup.unsound, verdict)}
          </span>
        ),
      reason: lastTest && t(storage.backup.testedAt, { time: relative(lastTest.testedAt) }),
    },
  ];
}

function Folder({ backup }: { backup: Backup }) {
  const t = useT();
  const { settings, folderState, freeBytes } = backup;
  if (settings.folder === "") return <span>{t(storage.backup.noFolder)}</span>;
  return (
    <>
      <span className={`sb-mono ${css["path"]}`}>{settings.folder}</span>
      {folderState === "absent" ? <div className="sb-warn">{t(storage.backup.absent)}</div> : null}
      {folderState === "not-writable" ? <div className="sb-bad">{t(storage.backup.notWritable)}</div> : null}
      {freeBytes === undefined ? null : (
        <div className="sb-ink-3">{t(storage.backup.free, { size: formatBytes(freeBytes) })}</div>
      )}
    </>
  );
}
