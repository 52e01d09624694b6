/** @file A new client in a quarter of a minute: name, phone, tier; a little more where it is known. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useAutosave } from "../../data/autosave.ts";
import { dropDraft, saveClient } from "../../data/commands.ts";
import { useDraft } from "../../data/queries.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { Masked } from "../../parts/Masked.tsx";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { client as words } from "../../text/client.ts";
import { clients } from "../../text/clients.ts";
import { formatInstantRelative, formatTime } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { Duplicates, useDuplicates } from "./Duplicates.tsx";
import { useListView } from "./list-view.ts";
import css from "./NewClient.module.css";
import { NewClientFields } from "./NewClientFields.tsx";
import { emptyBoxes, type NewClientBoxes, type NewClientValues, newClientForm, restoreBoxes } from "./new-client.ts";

const draftName = { form: "new-client", subject: "new" } as const;

interface NewClientProps {
  readonly onDone: () => void;
  readonly onOpen: (id: ClientId) => void;
}

export function NewClient({ onDone, onOpen }: NewClientProps) {
  const t = useT();
  const today = useToday();
  const newName = useListView((now) => now.newName);
  const autosave = useAutosave(draftName.form, draftName.subject);
  const [saved, setSaved] = useState<{ readonly id: ClientId; readonly name: string }>();
  const [error, setError] = useState<unknown>();
  const form = useForm<NewClientBoxes, unknown, NewClientValues>({
    resolver: formResolver<NewClientBoxes, NewClientValues>(newClientForm(today)),
    defaultValues: { ...emptyBoxes, name: newName },
  });
  const { isDirty, isSubmitting } = form.formState;
  const [name, phone] = useWatch({ control: form.control, name: ["name", "phone"] });
  const duplicates = useDuplicates(name, phone);

  const { setFocus } = form;
  useEffect(() => setFocus("name"), [setFocus]);

  const { changed } = autosave;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true, isDirty: true },
        callback: (now) => now.isDirty && changed(now.values),
      }),
    [form, changed],
  );

  const save = (then: "open" | "next") =>
    form.handleSubmit(async (values) => {
      autosave.finish();
      setError(undefined);
      try {
        const id = await saveClient(values, { draft: draftName });
        if (then === "open") return onOpen(id);
        setSaved({ id, name: values.name });
        form.reset(emptyBoxes);
        form.setFocus("name");
      } catch (failure) {
        setError(failure);
      }
      autosave.resume();
    });

  function leave(): void {
    autosave.finish();
    void dropDraft(draftName.form, draftName.subject).catch(() => undefined);
    onDone();
  }

  useKeys({ "Mod+Enter": () => void save("open")(), Escape: onDone });

  return (
    <>
      <PageHead
        title={t(clients.newTitle)}
        fact={t(clients.newFact)}
        back={{ label: t(clients.title), onBack: onDone }}
      />
      <Split
        sideWidth={304}
        {...(duplicates.length > 0 && {
          side: <Duplicates found={duplicates} onOpen={onOpen} />,
          sideLabel: t(clients.duplicates),
        })}
      >
        <form
          className={css["form"]}
          noValidate
          onSubmit={(event) => void save("open")(event)}
          aria-label={t(clients.newTitle)}
        >
          <DraftOffer
            isUntouched={!isDirty && saved === undefined}
            onTake={(boxes) => form.reset(boxes, { keepDefaultValues: true })}
          />
          {saved === undefined ? null : (
            <Note
              tone="ok"
              action={
                <button type="button" className="sb-link" onClick={() => onOpen(saved.id)}>
                  {t(clients.openSaved)}
                </button>
              }
            >
              {t(clients.savedOne, { name: "" }).trim()} <Masked kind="name" value={saved.name} />
            </Note>
          )}
          <NewClientFields control={form.control} />
          {error === undefined ? null : <ErrorNote error={error} />}
        </form>
      </Split>
      <FootBar tall right={autosave.savedAt && t(words.draftSaved, { time: formatTime(autosave.savedAt) })}>
        <Button
          variant="filled"
          loading={isSubmitting}
          rightSection={<Key>{printKeys("Mod+Enter").join(" ")}</Key>}
          onClick={() => void save("open")()}
        >
          {t(clients.saveAndOpen)}
        </Button>
        <Button disabled={isSubmitting} onClick={() => void save("next")()}>
          {t(clients.saveAndNext)}
        </Button>
        <Button onClick={leave}>{t(words.cancel)}</Button>
      </FootBar>
    </>
  );
}

/** What was being typed when the app closed, offered until something is typed anew. */
function DraftOffer({ isUntouched, onTake }: { isUntouched: boolean; onTake: (boxes: NewClientBoxes) => void }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const draft = useDraft(draftName.form, draftName.subject);
  if (!isUntouched || !draft) return null;
  return (
    <Note
      tone="info"
      action={
        <>
          <button type="button" className="sb-link" onClick={() => onTake(restoreBoxes(draft.values))}>
            {t(words.draftContinue)}
          </button>
          <button
            type="button"
            className="sb-link"
            onClick={() => void dropDraft(draftName.form, draftName.subject).catch(() => undefined)}
          >
            {t(words.draftDiscard)}
          </button>
        </>
      }
    >
      {t(words.draftFound, { time: formatInstantRelative(draft.savedAt, today, language) })}
    </Note>
  );
}
