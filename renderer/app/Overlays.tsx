/** @file The one layer that may lie over the screen. */
import { Suspense } from "react";
import type { ClientId, RecordId } from "../../shared/model/primitives.ts";
import { useClientSummary } from "../data/queries.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ContactForm } from "../screens/contact/ContactForm.tsx"; // at hand: no keystroke may be lost to its coming
import { useMask } from "../state/mask.ts";
import { useOverlay } from "../state/overlay.ts";
import { app } from "../text/app.ts";
import { maskName } from "../text/format.ts";
import { useT } from "../text/text.ts";
import { Help } from "./Help.tsx";
import { Palette } from "./Palette.tsx";
import { PassphraseDialog } from "./PassphraseDialog.tsx";
import {
  ApplyDialog,
  EndDialog,
  InterruptedDialog,
  ProofDialog,
  RecordDialog,
  ReferenceDialog,
  StatementDialog,
  Viewer,
} from "./Screen.tsx";

export function Overlays() {
  return (
    <Suspense>
      <Overlaid />
    </Suspense>
  );
}

function Overlaid() {
  const { overlay, close } = useOverlay();
  switch (overlay.kind) {
    case "none":
      return null;
    case "palette":
      return <Palette onClose={close} />;
    case "help":
      return <Help onClose={close} />;
    case "passphrase":
      return <PassphraseDialog onClose={close} />;
    case "contact":
      return <ContactDialog client={overlay.client} contact={overlay.contact} onClose={close} />;
    case "attachment":
      return <Viewer client={overlay.client} id={overlay.attachment} onClose={close} />;
    case "record":
      return <RecordDialog client={overlay.client} onClose={close} />;
    case "reference":
      return <ReferenceDialog client={overlay.client} onClose={close} />;
    case "proof":
      return <ProofDialog client={overlay.client} decision={overlay.decision} onClose={close} />;
    case "statement": {
      const { client, statement, right } = overlay;
      return <StatementDialog client={client} statement={statement} right={right} onClose={close} />;
    }
    case "apply":
      return <ApplyDialog client={overlay.client} subject={overlay.subject} onClose={close} />;
    case "endStatus":
      return <EndDialog client={overlay.client} subject={overlay.subject} onClose={close} />;
    case "interrupted":
      return <InterruptedDialog onClose={close} />;
  }
}

interface ContactDialogProps {
  /** Absent: the form asks for one first. */
  readonly client: ClientId | undefined;
  readonly contact: RecordId | undefined;
  readonly onClose: () => void;
}

function ContactDialog({ client, contact, onClose }: ContactDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const fullName = useClientSummary(client ?? "")?.name;
  const name = isMasked ? maskName(fullName ?? "") : fullName;
  const isNew = contact === undefined;
  const title = name === undefined ? t(app.contact.someone) : t(isNew ? app.contact.title : app.contact.edit, { name });
  return (
    <Dialog title={title} width={640} onClose={onClose}>
      <ContactForm
        onDone={onClose}
        {...(client === undefined ? {} : { clientId: client })}
        {...(isNew ? {} : { contactId: contact })}
      />
    </Dialog>
  );
}
