/** @file One attachment over the whole window: what is known of it, its content, and the ways on. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { FileAttachment } from "../../../shared/model/attachment.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import { useAttachments } from "../../data/queries.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { useMask } from "../../state/mask.ts";
import { attachmentKinds, documents, typeNames, viewer as words } from "../../text/attachments.ts";
import { client as clientWords } from "../../text/client.ts";
import { formatBytes, formatInstant, maskText } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";
import { AudioView } from "./AudioView.tsx";
import { ImageView } from "./ImageView.tsx";
import { PdfView } from "./PdfView.tsx";
import { ExportForm, WithdrawForm } from "./ReasonForm.tsx";

interface ViewerProps {
  readonly client: ClientId;
  readonly id: RecordId;
  readonly onClose: () => void;
}

export function Viewer({ client, id, onClose }: ViewerProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const attachment = useAttachments(client)?.find((one) => one.id === id);
  const name = attachment?.name ?? t(words.missing);
  const isSheet = attachment !== undefined && attachment.kind !== "reference" && !attachment.type.startsWith("audio/");
  return (
    <Dialog title={isMasked ? maskText(name) : name} fill={isSheet ? "window" : "box"} width={680} onClose={onClose}>
      {attachment === undefined ? null : <Shown key={id} attachment={attachment} />}
    </Dialog>
  );
}

function Shown({ attachment }: { attachment: FiledAttachment }) {
  const t = useT();
  const [asking, setAsking] = useState<"export" | "withdraw">();
  const done = () => setAsking(undefined);
  const { withdrawn } = attachment;
  return (
    <>
      <div className={css["about"]}>
        <p className="sb-ink-2 sb-grow">{useFact(attachment)}</p>
        {withdrawn !== undefined ? null : (
          <Button size="xs" disabled={asking !== undefined} onClick={() => setAsking("withdraw")}>
            {t(words.withdraw)}
          </Button>
        )}
        {attachment.kind === "reference" ? null : (
          <Button
            size="xs"
            leftSection={<Icon name="export" />}
            disabled={asking !== undefined}
            onClick={() => setAsking("export")}
          >
            {t(words.export)}
          </Button>
        )}
      </div>
      <div className={css["asking"]}>
        {withdrawn === undefined ? null : (
          <Note tone="warn">
            {t(words.withdrawnBecause, { time: formatInstant(withdrawn.at), reason: withdrawn.reason })}
          </Note>
        )}
        {asking === "export" ? <ExportForm attachment={attachment} onDone={done} /> : null}
        {asking === "withdraw" ? <WithdrawForm attachment={attachment} onDone={done} /> : null}
      </div>
      {attachment.kind === "reference" ? <Reference attachment={attachment} /> : <Content attachment={attachment} />}
    </>
  );
}

/** `照片 JPEG，1.2 MB，2026-11-23 08:51 存入`. */
function useFact(attachment: FiledAttachment): string {
  const t = useT();
  const kind = t(attachmentKinds[attachment.kind]);
  const added = t(words.addedAt, { time: formatInstant(attachment.addedAt) });
  if (attachment.kind === "reference") return [kind, added].join(t(clientWords.comma));
  const { type, bytes, consentAt, interrupted, stripped } = attachment;
  const facts = [
    `${kind} ${typeNames[type]}`,
    formatBytes(bytes),
    added,
    consentAt === undefined ? undefined : t(words.consentAt, { time: formatInstant(consentAt) }),
    interrupted ? t(documents.interrupted) : undefined,
    stripped ? t(documents.stripped) : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(t(clientWords.comma));
}

function Content({ attachment }: { attachment: FileAttachment }) {
  switch (attachment.type) {
    case "application/pdf":
      return <PdfView id={attachment.id} />;
    case "image/jpeg":
    case "image/png":
    case "image/webp":
      return <ImageView id={attachment.id} name={attachment.name} />;
    case "audio/webm":
    case "audio/wav":
    case "audio/mpeg":
    case "audio/mp4":
      return <AudioView id={attachment.id} durationMs={attachment.durationMs} />;
  }
}

function Reference({ attachment }: { attachment: FiledAttachment & { readonly kind: "reference" } }) {
  const t = useT();
  const { reference, heldBy, sha256, note } = attachment;
  return (
    <div className={css["reference"]}>
      <Facts
        labelWidth={96}
        facts={[
          { label: t(words.reference), value: reference },
          { label: t(words.heldBy), value: heldBy },
          { label: t(words.hash), value: <span className="sb-mono">{sha256}</span> },
          ...(note === undefined ? [] : [{ label: t(words.note), value: note }]),
        ]}
      />
    </div>
  );
}
