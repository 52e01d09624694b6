/** @file Side pane: who gets the next package, where it is written, the button, the clock. */
import { Button } from "@mantine/core";
import type { SyncState } from "../../../shared/bridge/contract.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Section } from "../../parts/Section.tsx";
import { useToday } from "../../parts/today.ts";
import { formatBytes, formatCount, formatDay, formatInstantRelative, localDay } from "../../text/format.ts";
import { sync } from "../../text/sync.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { exportHindrance, seqName } from "./names.ts";
import css from "./Sync.module.css";
import type { Sending } from "./use-export.ts";

interface ExportPaneProps {
  readonly state: SyncState;
  readonly sending: Sending;
  readonly onSettings: () => void;
  readonly onPair: () => void;
}

export function ExportPane({ state, sending, onSettings, onPair }: ExportPaneProps) {
  const t = useT();
  const hindrance = exportHindrance(state);
  return (
    <div className={css["pane"]}>
      <Section title={t(sync.pane.title, { seq: seqName(state.nextSeq) })}>
        <Facts
          labelWidth={72}
          facts={[
            { label: t(sync.pane.recipient), value: <Recipient branch={state.branch} onPair={onPair} /> },
            { label: t(sync.pane.folder), value: <Folder state={state} onSettings={onSettings} /> },
            { label: t(sync.pane.fileName), value: <span className="sb-mono">{state.nextFileName}</span> },
          ]}
        />
      </Section>
      <ul className={css["promises"]}>
        {[sync.pane.promiseSealed, sync.pane.promiseNumbered, sync.pane.promiseComplete].map((promise) => (
          <li key={promise.en}>
            <Icon name="check" />
            {t(promise)}
          </li>
        ))}
      </ul>
      {sending.running ? (
        <ProgressBar label={t(sync.pane.exporting)} {...sending.progress} counted={false} onCancel={sending.cancel} />
      ) : (
        <Button
          variant="filled"
          fullWidth
          h={40}
          disabled={hindrance !== undefined}
          leftSection={<Icon name="export" />}
          onClick={() => void sending.start()}
        >
          {hindrance === undefined ? (
            <>
              {t(sync.pane.button, { count: formatCount(state.waiting.operations) })} <Key>Ctrl E</Key>
            </>
          ) : (
            t(hindrance)
          )}
        </Button>
      )}
      {sending.error === undefined ? null : <ErrorNote error={sending.error} />}
      {sending.cancelled ? <Note tone="info">{t(sync.pane.cancelled)}</Note> : null}
      {sending.done === undefined ? null : (
        <Note tone="ok">
          {t(sync.pane.done, {
            seq: seqName(sending.done.seq),
            file: sending.done.fileName,
            count: formatCount(sending.done.operations),
            size: formatBytes(sending.done.bytes),
          })}
        </Note>
      )}
      <Schedule state={state} />
    </div>
  );
}

function Recipient({ branch, onPair }: { branch: SyncState["branch"]; onPair: () => void }) {
  const t = useT();
  if (branch === undefined) {
    return (
      <button type="button" className="sb-link" onClick={onPair}>
        {t(sync.pair.title)}
      </button>
    );
  }
  return (
    <>
      {branch.branch === undefined
        ? branch.name
        : t(sync.pane.recipientOf, { branch: branch.branch, name: branch.name })}
      <div className={css["fingerprint"]}>
        <Icon name="key" />
        <span className="sb-mono">{branch.fingerprint}</span>
      </div>
      <div className={css["checked"]}>
        <Icon name="check" />
        {t(sync.pane.pairedOn, { day: formatDay(localDay(new Date(branch.pairedAt))) })}
      </div>
    </>
  );
}

function Folder({ state, onSettings }: { state: SyncState; onSettings: () => void }) {
  const t = useT();
  const { folder } = state.settings;
  return (
    <>
      {folder === "" ? <div>{t(sync.pane.folderNone)}</div> : <div className={css["path"]}>{folder}</div>}
      {state.folderState === "absent" ? <div className="sb-warn">{t(sync.pane.folderAbsent)}</div> : null}
      {state.folderState === "not-writable" ? <div className="sb-bad">{t(sync.pane.folderNotWritable)}</div> : null}
      {state.freeBytes === undefined ? null : (
        <div className={css["small"]}>{t(sync.pane.folderFree, { size: formatBytes(state.freeBytes) })}</div>
      )}
      <button type="button" className="sb-link" onClick={onSettings}>
        {t(sync.pane.folderChoose)}
      </button>
    </>
  );
}

function Schedule({ state }: { state: SyncState }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { everyHours, atLock } = state.settings;
  const clock = everyHours === 0 ? t(sync.schedule.off) : t(sync.schedule.everyHours, { hours: everyHours });
  const next = state.due
    ? t(sync.schedule.due)
    : state.nextAt === undefined
      ? everyHours === 0 && !atLock
        ? t(sync.schedule.never)
        : undefined
      : t(sync.schedule.next, { time: formatInstantRelative(state.nextAt, today, language) });
  return (
    <Section title={t(sync.schedule.title)} right={clock} ruled>
      {next === undefined ? null : <p className="sb-ink-2">{next}</p>}
      {atLock ? <p className="sb-ink-2">{t(sync.schedule.atLock)}</p> : null}
    </Section>
  );
}
