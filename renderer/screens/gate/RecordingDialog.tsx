/** @file Which recording belongs to this sale: one of the client's files, or the number it is kept under elsewhere. */
import { Button } from "@mantine/core";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import { useAttachments } from "../../data/queries.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { formatDuration, formatInstant } from "../../text/format.ts";
import { stepFacts, recordingWords as words } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { type LiveSale, mayBeRecording } from "./sale-view.ts";

interface RecordingDialogProps {
  readonly client: ClientId;
  readonly live: LiveSale;
  readonly chosen: RecordId | undefined;
  readonly onChoose: (attachment: RecordId | undefined) => void;
  readonly onClose: () => void;
}

export function RecordingDialog({ client, live, chosen, onChoose, onClose }: RecordingDialogProps) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const attachments = useAttachments(client) ?? [];
  const fitting = attachments.filter((attachment) => mayBeRecording(attachment, live.sale));
  const isInsurance = live.sale.product.regime === "NFRA_INSURANCE";
  // The shell's own dialog takes the place of this one.
  const leaveFor = (kind: "reference" | "record") => {
    onClose();
    show({ kind, client });
  };
  return (
    <Dialog title={t(words.title)} onClose={onClose}>
      <div className={css["form"]}>
        <p className="sb-ink-2">{t(isInsurance ? words.insurance : words.why)}</p>
        {fitting.length === 0 ? <p>{t(words.none)}</p> : null}
        <ul className={css["recordings"]}>
          {fitting.map((attachment) => (
            <li key={attachment.id}>
              <Icon name={attachment.kind === "reference" ? "link" : "microphone"} className="sb-ink-3" />
              <span className="sb-grow">
                <Masked kind="text" value={attachment.name} />
                <span className={css["reason"]}>
                  <Held attachment={attachment} />
                </span>
              </span>
              {attachment.id === chosen ? (
                <>
                  <Icon name="check" className="sb-ok" />
                  <button type="button" className="sb-link" onClick={() => onChoose(undefined)}>
                    {t(words.remove)}
                  </button>
                </>
              ) : (
                <button
                  type="button"
                  className="sb-link"
                  onClick={() => {
                    onChoose(attachment.id);
                    onClose();
                  }}
                >
                  {t(words.choose)}
                </button>
              )}
            </li>
          ))}
        </ul>
        <div className="sb-row">
          <Button onClick={() => leaveFor("reference")}>{t(words.addReference)}</Button>
          {isInsurance ? null : <Button onClick={() => leaveFor("record")}>{t(words.record)}</Button>}
          <Button onClick={onClose}>{t(words.close)}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Held({ attachment }: { readonly attachment: FiledAttachment }) {
  const t = useT();
  const language = useLanguage();
  if (attachment.kind === "reference") {
    return t(stepFacts.recordedHeld, { reference: attachment.reference, holder: attachment.heldBy });
  }
  const length = attachment.durationMs === undefined ? "" : ` ${formatDuration(attachment.durationMs, language)}`;
  return t(words.file, { time: formatInstant(attachment.addedAt) }) + length;
}
