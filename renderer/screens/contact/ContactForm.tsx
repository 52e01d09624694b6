/** @file Logs a contact in under ten seconds: channel by one key, a sentence, Ctrl Enter. Or corrects one that was logged. */
import { type ComponentProps, useState } from "react";
import type { Draft } from "../../../shared/model/office.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useClientSummary, useContact, useDraft } from "../../data/queries.ts";
import { Masked } from "../../parts/Masked.tsx";
import { Note } from "../../parts/Note.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { contacts as words } from "../../text/contacts.ts";
import { useT } from "../../text/text.ts";
import { ClientPicker } from "./ClientPicker.tsx";
import css from "./ContactForm.module.css";
import { boxesOf, emptyBoxes } from "./contact-schema.ts";
import { draftForm, EntryForm } from "./EntryForm.tsx";

interface ContactFormProps {
  /** Absent: the form asks for the client first. */
  readonly clientId?: ClientId | undefined;
  /** An entry to correct. */
  readonly contactId?: string | undefined;
  readonly onDone: () => void;
}

export function ContactForm({ clientId, contactId, onDone }: ContactFormProps) {
  const [chosen, setChosen] = useState<ClientId>();
  const client = clientId ?? chosen;
  if (client === undefined) return <ClientPicker onChoose={setChosen} />;
  if (contactId !== undefined) return <Correction client={client} contact={contactId} onDone={onDone} />;
  return (
    <>
      {clientId === undefined ? <ChosenClient client={client} onOther={() => setChosen(undefined)} /> : null}
      <NewEntry key={client} client={client} onDone={onDone} />
    </>
  );
}

function NewEntry({ client, onDone }: { client: ClientId; onDone: () => void }) {
  const { lastChannel = "phone" } = useClientSummary(client) ?? {};
  // The moment of the conversation is the moment the form opened, unless told otherwise.
  const [at] = useState(() => new Date().toISOString());
  const [boxes] = useState(() => emptyBoxes(lastChannel, at));
  return <DraftedForm client={client} id={undefined} at={at} boxes={boxes} onDone={onDone} />;
}

type DraftedFormProps = Omit<ComponentProps<typeof EntryForm>, "draft" | "onTouch">;

/**
 * Takes up at once what was left unfinished: whoever comes back wants to go on, and may still
 * start over. A draft that arrives after the first keystroke is too late and left alone.
 */
function DraftedForm(props: DraftedFormProps) {
  const found = useDraft(draftForm, props.id ?? props.client);
  const [draft, setDraft] = useState<Draft>();
  const [isTouched, setTouched] = useState(false);
  if (found && draft === undefined && !isTouched) setDraft(found);
  return <EntryForm key={draft?.savedAt} {...props} draft={draft} onTouch={() => setTouched(true)} />;
}

function Correction({ client, contact, onDone }: { client: ClientId; contact: string; onDone: () => void }) {
  const t = useT();
  const found = useContact(contact, client);
  // What is corrected stays as it was when the form opened.
  const [opened, setOpened] = useState(found);
  if (!opened && found) setOpened(found);
  if (opened)
    return <DraftedForm client={client} id={opened.id} at={opened.at} boxes={boxesOf(opened)} onDone={onDone} />;
  return found === undefined ? <Skeleton rows={5} /> : <Note tone="warn">{t(words.notFound)}</Note>;
}

function ChosenClient({ client, onOther }: { client: ClientId; onOther: () => void }) {
  const t = useT();
  const name = useClientSummary(client)?.name;
  return (
    <p className={css["chosen"]}>
      <b>
        <Masked kind="name" value={name} />
      </b>
      <button type="button" className="sb-link" onClick={onOther}>
        {t(words.otherClient)}
      </button>
    </p>
  );
}
