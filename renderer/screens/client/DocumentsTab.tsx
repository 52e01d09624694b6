/** @file A client's documents and recordings: the list, and every way one comes in. */
import { Button, Checkbox } from "@mantine/core";
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { attachmentTypes } from "../../../shared/model/attachment.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { useRecorder } from "../../data/recorder.ts";
import { clsx } from "../../parts/clsx.ts";
import { Empty } from "../../parts/Empty.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { KeyHint } from "../../parts/Key.tsx";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { documents as words } from "../../text/attachments.ts";
import { contacts as contactWords } from "../../text/contacts.ts";
import { formatInstant } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Documents.module.css";
import { useDocumentColumns } from "./document-columns.tsx";
import { UploadList } from "./UploadList.tsx";
import { useUploads } from "./use-uploads.ts";

interface DocumentsTabProps {
  readonly client: ClientId;
  readonly attachments: readonly FiledAttachment[] | undefined;
}

export function DocumentsTab({ client, attachments }: DocumentsTabProps) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const columns = useDocumentColumns();
  const uploads = useUploads(client);
  const [strip, setStrip] = useState(true);
  const take = (files: readonly File[]) => {
    if (files.length > 0) uploads.add(files, strip);
  };
  const { isOver, ...drop } = useDrop(take);
  usePaste(take);

  return (
    <div className={css["documents"]} {...drop}>
      <AddBar client={client} strip={strip} onStrip={setStrip} onFiles={take} />
      <UploadList uploads={uploads} />
      <VirtualTable
        label={t(words.table)}
        columns={columns}
        rows={attachments ?? []}
        rowKey={(row) => row.id}
        loading={attachments === undefined}
        onOpen={(row) => show({ kind: "attachment", client, attachment: row.id })}
        empty={<Empty title={t(words.empty)} why={t(words.emptyWhy)} />}
      />
      <FootBar right={attachments?.length ? t(words.count, { count: attachments.length }) : undefined}>
        <KeyHint keys={["↑", "↓"]}>{t(contactWords.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(words.open)}</KeyHint>
      </FootBar>
      <div className={clsx(css["target"], isOver && css["over"])} aria-hidden={!isOver}>
        {isOver ? t(words.dropHere) : null}
      </div>
    </div>
  );
}

interface AddBarProps {
  readonly client: ClientId;
  readonly strip: boolean;
  readonly onStrip: (strip: boolean) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function AddBar({ client, strip, onStrip, onFiles }: AddBarProps) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const isRecording = useRecorder((now) => now.running !== undefined);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={css["bar"]}>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t(words.add)}
        accept={attachmentTypes.join(",")}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ""; // the same file may be chosen again
        }}
      />
      <Button size="xs" variant="filled" leftSection={<Icon name="plus" />} onClick={() => picker.current?.click()}>
        {t(words.add)}
      </Button>
      <Button
        size="xs"
        leftSection={<Icon name="microphone" />}
        disabled={isRecording}
        onClick={() => show({ kind: "record", client })}
      >
        {t(words.record)}
      </Button>
      <Button size="xs" leftSection={<Icon name="link" />} onClick={() => show({ kind: "reference", client })}>
        {t(words.reference)}
      </Button>
      <Button size="xs" leftSection={<Icon name="export" />} onClick={() => show({ kind: "proof", client })}>
        {t(words.proof)}
      </Button>
      <Checkbox
        size="xs"
        label={t(words.strip)}
        checked={strip}
        onChange={({ currentTarget }) => onStrip(currentTarget.checked)}
      />
      <span className={css["hint"]}>{t(words.dropHint)}</span>
    </div>
  );
}

/** Files dragged over an element. */
function useDrop(take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files]);
    },
  };
}

/** Files and screenshots pasted while no field has the focus. */
function usePaste(take: (files: readonly File[]) => void): void {
  const t = useT();
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const isForField = event.target instanceof Element && event.target.closest("input, textarea, dialog") !== null;
    const files = [...(event.clipboardData?.files ?? [])];
    if (isForField || files.length === 0) return;
    event.preventDefault();
    const time = formatInstant(Date.now()).replace(":", ".");
    // The clipboard calls every screenshot image.png.
    take(files.map((file) => (/^image\.\w+$/.test(file.name) ? named(file, t(words.pasted, { time })) : file)));
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
}

function named(file: File, name: string): File {
  return new File([file], name, { type: file.type });
}
