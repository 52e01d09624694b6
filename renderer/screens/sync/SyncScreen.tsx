/** @file Sync: what waits to go, exporting it, what was sent, who we are paired with, and taking in packages. */
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useSyncState } from "../../data/sync-state.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Split } from "../../parts/Split.tsx";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import { ExportPane } from "./ExportPane.tsx";
import { Exports } from "./Exports.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { exportHindrance, seqName } from "./names.ts";
import { PairDialog } from "./PairDialog.tsx";
import { Peers } from "./Peers.tsx";
import css from "./Sync.module.css";
import { SyncSettingsDialog } from "./SyncSettingsDialog.tsx";
import { useExport } from "./use-export.ts";
import { useImport } from "./use-import.ts";
import { Waiting } from "./Waiting.tsx";

export function SyncScreen() {
  const t = useT();
  const { state, error } = useSyncState();
  const [dialog, setDialog] = useState<"none" | "pair" | "settings">("none");
  const fileInput = useRef<HTMLInputElement>(null);
  const taking = useImport();
  const sending = useExport();
  useHotkeys([["mod+E", () => void (state && exportHindrance(state) === undefined && sending.start())]], []);

  const title = t(sync.title);
  if (state === undefined) {
    return (
      <>
        <PageHead title={title} />
        {error === undefined ? <Skeleton /> : <ErrorNote error={error} />}
      </>
    );
  }
  const fact =
    state.branch === undefined
      ? t(sync.factUnpaired)
      : t(sync.factBranch, { branch: state.branch.branch ?? state.branch.name });
  return (
    <>
      <PageHead title={title} fact={fact}>
        <Button size="xs" leftSection={<Icon name="import" />} onClick={() => fileInput.current?.click()}>
          {t(sync.actions.import)}
        </Button>
        <Button size="xs" onClick={() => setDialog("pair")}>
          {t(sync.actions.pair)}
        </Button>
        <Button size="xs" onClick={() => setDialog("settings")}>
          {t(sync.actions.settings)}
        </Button>
        <input
          ref={fileInput}
          type="file"
          accept=".age"
          className="sb-hidden"
          tabIndex={-1}
          aria-label={t(sync.actions.import)}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file !== undefined) void taking.take(file);
          }}
        />
      </PageHead>
      {taking.preview === undefined ? (
        <Split
          side={
            <ExportPane
              state={state}
              sending={sending}
              onSettings={() => setDialog("settings")}
              onPair={() => setDialog("pair")}
            />
          }
          sideWidth={396}
          sideLabel={t(sync.pane.title, { seq: seqName(state.nextSeq) })}
        >
          <ImportMessages taking={taking} />
          <Waiting waiting={state.waiting} />
          <Exports exports={state.exports} />
          <Peers peers={state.peers} onPair={() => setDialog("pair")} />
        </Split>
      ) : (
        <ImportPreview preview={taking.preview} taking={taking} />
      )}
      {dialog === "pair" ? <PairDialog onClose={() => setDialog("none")} /> : null}
      {dialog === "settings" ? (
        <SyncSettingsDialog settings={state.settings} onClose={() => setDialog("none")} />
      ) : null}
    </>
  );
}

function ImportMessages({ taking }: { taking: ReturnType<typeof useImport> }) {
  const t = useT();
  return (
    <div className={css["messages"]} aria-live="polite">
      {taking.busy === "reading" ? <ProgressBar label={t(sync.preview.reading)} done={0} of={0} /> : null}
      {taking.error === undefined ? null : <ErrorNote error={taking.error} />}
      {taking.done === undefined ? null : (
        <Note tone="info">
          {taking.done.kind === "receipt"
            ? t(sync.preview.doneReceipt, { seq: seqName(taking.done.seq) })
            : t(sync.preview.done, { ...taking.done, seq: seqName(taking.done.seq) })}
        </Note>
      )}
    </div>
  );
}
