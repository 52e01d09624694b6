/** @file The boxes of one entry of the contact log. Lies in the app's dialog. */
import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { channels } from "../../../shared/model/client.ts";
import type { Draft } from "../../../shared/model/office.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useAutosave } from "../../data/autosave.ts";
import { dropDraft, logContact } from "../../data/commands.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { useToday } from "../../parts/today.ts";
import { client as clientWords } from "../../text/client.ts";
import { contacts as words } from "../../text/contacts.ts";
import { formatInstantRelative, formatTime } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ContactForm.module.css";
import { type ContactBoxes, type ContactValues, contactForm, entryOf, restoreBoxes } from "./contact-schema.ts";
import { EntryFields } from "./EntryFields.tsx";

interface EntryFormProps {
  readonly client: ClientId;
  /** The entry to correct; absent for a new one. */
  readonly id: string | undefined;
  /** When it took place, as far as known. */
  readonly at: string;
  readonly boxes: ContactBoxes;
  /** What was being typed when the form was last left; it goes on from there. */
  readonly draft: Draft | undefined;
  /** Something was typed. */
  readonly onTouch: () => void;
  readonly onDone: () => void;
}

export const draftForm = "contact";

export function EntryForm({ client, id, at, boxes, draft, onTouch, onDone }: EntryFormProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const draftName = { form: draftForm, subject: id ?? client };
  const { savedAt, changed, finish, resume } = useAutosave(draftName.form, draftName.subject);
  const form = useForm<ContactBoxes, unknown, ContactValues>({
    resolver: formResolver<ContactBoxes, ContactValues>(contactForm),
    defaultValues: draft === undefined ? boxes : restoreBoxes(boxes, draft.values),
  });
  const { control, formState, setFocus, setValue, subscribe, reset } = form;

  const onChange = useEffectEvent((values: ContactBoxes) => {
    onTouch();
    changed(values);
  });
  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (now) => {
          if (now.isDirty) onChange(now.values);
        },
      }),
    [subscribe],
  );
  // Where the dialog stood open already, for the client to be chosen.
  useEffect(() => queueMicrotask(() => setFocus("summary")), [setFocus]);

  const save = form.handleSubmit(async (values) => {
    finish();
    setError(undefined);
    try {
      await logContact({ ...entryOf(values, at), client }, { id, draft: draftName });
      onDone();
    } catch (failure) {
      setError(failure);
      resume();
    }
  });

  function forget(): void {
    finish();
    void dropDraft(draftName.form, draftName.subject).catch(() => undefined);
  }

  const byNumber = channels.flatMap((channel, index) => {
    const choose = () => setValue("channel", channel, { shouldDirty: true });
    return [
      [String(index + 1), choose],
      [`Alt+${index + 1}`, choose],
    ] as const;
  });
  useKeys({ ...Object.fromEntries(byNumber), "Mod+Enter": () => void save() });

  return (
    <form className={css["form"]} noValidate onSubmit={(event) => void save(event)}>
      {draft === undefined ? null : (
        <TakenUp
          savedAt={draft.savedAt}
          onStartOver={() => {
            forget();
            reset(boxes);
            resume();
            setFocus("summary");
          }}
        />
      )}
      <EntryFields control={control} isNew={id === undefined} at={at} setValue={setValue} />
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className={css["foot"]}>
        <Button
          type="submit"
          variant="filled"
          loading={formState.isSubmitting}
          rightSection={<Key>{printKeys("Mod+Enter").join(" ")}</Key>}
        >
          {t(clientWords.save)}
        </Button>
        <Button
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {t(clientWords.cancel)}
        </Button>
        <span className={css["draft"]}>
          {savedAt === undefined ? "" : t(clientWords.draftSaved, { time: formatTime(savedAt) })}
        </span>
      </div>
    </form>
  );
}

/** Says that an earlier draft is being continued, until one starts over. */
function TakenUp({ savedAt, onStartOver }: { savedAt: string; onStartOver: () => void }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [isShown, setShown] = useState(true);
  if (!isShown) return null;
  return (
    <Note
      tone="info"
      action={
        <button
          type="button"
          className="sb-link"
          onClick={() => {
            setShown(false);
            onStartOver();
          }}
        >
          {t(words.startOver)}
        </button>
      }
    >
      {t(words.draftTaken, { time: formatInstantRelative(savedAt, today, language) })}
    </Note>
  );
}
