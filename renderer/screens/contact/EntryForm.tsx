/** @file The boxes of one entry of the contact log. Lies in the app's dialog. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { channels } from "../../../shared/model/client.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useAutosave } from "../../data/autosave.ts";
import { dropDraft, logContact } from "../../data/commands.ts";
import { useDraft } from "../../data/queries.ts";
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
  readonly onDone: () => void;
}

export function EntryForm({ client, id, at, boxes, onDone }: EntryFormProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [error, setError] = useState<unknown>();
  const draftName = { form: "contact", subject: id ?? client };
  const { savedAt, changed, taken, finish, resume } = useAutosave(draftName.form, draftName.subject);
  const form = useForm<ContactBoxes, unknown, ContactValues>({
    resolver: formResolver<ContactBoxes, ContactValues>(contactForm),
    defaultValues: boxes,
  });
  const { control, formState, setFocus, setValue, subscribe, reset } = form;
  const { isDirty, isSubmitting } = formState;

  // A draft from last time is taken up at once: whoever comes back wants to go on, and may still start over.
  const draft = useDraft(draftName.form, draftName.subject);
  const [takenUp, setTakenUp] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!draft || isAsked || isDirty) return;
    setAsked(true);
    setTakenUp(draft.savedAt);
    const restored = restoreBoxes(boxes, draft.values);
    taken(restored);
    reset(restored, { keepDefaultValues: true });
  }, [draft, isAsked, isDirty, reset, taken, boxes]);

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (now) => {
          if (!now.isDirty) return;
          setAsked(true);
          changed(now.values);
        },
      }),
    [subscribe, changed],
  );
  // After the dialog has taken the focus.
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
      {takenUp === undefined ? null : (
        <Note
          tone="info"
          action={
            <button
              type="button"
              className="sb-link"
              onClick={() => {
                forget();
                setTakenUp(undefined);
                reset(boxes);
                resume();
                setFocus("summary");
              }}
            >
              {t(words.startOver)}
            </button>
          }
        >
          {t(words.draftTaken, { time: formatInstantRelative(takenUp, today, language) })}
        </Note>
      )}
      <EntryFields control={control} isNew={id === undefined} at={at} setValue={setValue} />
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className={css["foot"]}>
        <Button
          type="submit"
          variant="filled"
          loading={isSubmitting}
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
