/** @file The profile as a form: five blocks and service. Writes only what was changed, with its source where one was given. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { Client } from "../../../shared/model/client.ts";
import { useAutosave } from "../../data/autosave.ts";
import { dropDraft, saveClient } from "../../data/commands.ts";
import { DraftOffer } from "../../parts/DraftOffer.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { PageHead } from "../../parts/PageHead.tsx";
import { Rail } from "../../parts/Rail.tsx";
import { Section } from "../../parts/Section.tsx";
import { Split } from "../../parts/Split.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useToday } from "../../parts/today.ts";
import { blockNames, companyFamily, client as words } from "../../text/client.ts";
import { formatTime } from "../../text/format.ts";
import { type Sentence, useT } from "../../text/text.ts";
import { PeopleField } from "./PeopleField.tsx";
import { type PlainField, type ProfileControl, ProfileField } from "./ProfileField.tsx";
import css from "./ProfileForm.module.css";
import {
  boxesOf,
  changesTo,
  type FormBlock,
  type FormField,
  fieldsOfBlock,
  formBlocks,
  type ProfileBoxes,
  type ProfileValues,
  profileForm,
  replacesKeyFact,
  restoreBoxes,
} from "./profile-schema.ts";

const draftForm = "client";
const blocks = Object.keys(formBlocks) as FormBlock[];

interface ProfileFormProps {
  readonly client: Client;
  /** Where to begin: the field somebody wanted to fill. */
  readonly startAt: FormField | undefined;
  readonly onDone: () => void;
}

export function ProfileForm({ client, startAt, onDone }: ProfileFormProps) {
  const t = useT();
  const today = useToday();
  // What is saved is compared with what was on the screen: an import meanwhile is not overwritten with old values.
  const [opened] = useState(client);
  const [error, setError] = useState<unknown>();
  const draft = { form: draftForm, subject: client.id };
  const { savedAt, changed, finish, resume } = useAutosave(draft.form, draft.subject);
  const form = useForm<ProfileBoxes, unknown, ProfileValues>({
    resolver: formResolver<ProfileBoxes, ProfileValues>(profileForm(today)),
    defaultValues: boxesOf(opened),
  });
  const { control, formState, setFocus, subscribe } = form;
  const { dirtyFields, isSubmitting, errors } = formState;
  const dirty = Object.keys(dirtyFields).length;
  const wrong = Object.keys(errors).length;
  const [kindNow, birthDate] = useWatch({ control, name: ["kind", "birthDate"] });
  const kind = kindNow === "company" ? "company" : "individual";
  // The year is for those whose day nobody knows.
  const hidden: ReadonlySet<FormField> = new Set(
    birthDate && !opened.birthYear ? ["birthYear", "keyPeople"] : ["keyPeople"],
  );

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (now) => {
          if (now.isDirty) changed(now.values);
        },
      }),
    [subscribe, changed],
  );
  useEffect(() => setFocus(startAt ?? "name"), [setFocus, startAt]);

  const save = form.handleSubmit(async ({ reason, ...values }) => {
    finish();
    setError(undefined);
    try {
      await saveClient(changesTo(opened, values), { id: client.id, reason: reason === "" ? undefined : reason, draft });
      onDone();
    } catch (failure) {
      setError(failure);
      resume();
    }
  });

  function giveUp(): void {
    finish();
    void dropDraft(draft.form, draft.subject).catch(() => undefined);
    onDone();
  }

  useKeys({ "Mod+Enter": () => void save(), Escape: onDone });

  return (
    <>
      <PageHead
        title={t(words.formTitle)}
        fact={t(words.formFact)}
        back={{ label: t(words.backToProfile), onBack: onDone }}
      />
      <Split sidePlace="left" sideWidth={184} sideLabel={t(words.blocks)} side={<BlockRail kind={kind} />}>
        <form className={css["form"]} noValidate onSubmit={(event) => void save(event)} aria-label={t(words.formTitle)}>
          {dirty === 0 ? (
            <DraftOffer
              form={draft.form}
              subject={draft.subject}
              onTake={(values) => form.reset(restoreBoxes(opened, values), { keepDefaultValues: true })}
            />
          ) : null}
          {blocks.map((block) => (
            <div key={block} id={anchor(block)} className={css["block"]}>
              <Section ruled title={t(blockTitle(block, kind))}>
                <div className={css["grid"]}>
                  {fieldsOfBlock(block, kind)
                    .filter((field): field is PlainField => !hidden.has(field))
                    .map((field) => (
                      <ProfileField key={field} control={control} field={field} kind={kind} />
                    ))}
                </div>
                {block === "family" ? <PeopleField control={control} /> : null}
              </Section>
            </div>
          ))}
          <Cause control={control} isWanted={replacesKeyFact(opened, Object.keys(dirtyFields))} />
          {error === undefined ? null : <ErrorNote error={error} />}
        </form>
      </Split>
      <FootBar
        tall
        right={
          wrong > 0 ? (
            <span className="sb-bad" role="status">
              {t(words.fixFirst, { count: wrong })}
            </span>
          ) : (
            savedAt && t(words.draftSaved, { time: formatTime(savedAt) })
          )
        }
      >
        <Button
          variant="filled"
          disabled={dirty === 0}
          loading={isSubmitting}
          rightSection={dirty === 0 ? undefined : <Key>{printKeys("Mod+Enter").join(" ")}</Key>}
          onClick={() => void save()}
        >
          {dirty === 0 ? t(words.nothingChanged) : t(words.saveCount, { count: dirty })}
        </Button>
        <Button onClick={giveUp}>{t(words.cancel)}</Button>
      </FootBar>
    </>
  );
}

function Cause({ control, isWanted }: { control: ProfileControl; isWanted: boolean }) {
  const t = useT();
  return (
    <div className={css["cause"]} data-wanted={isWanted}>
      <TextField control={control} name="reason" label={t(words.cause)} help={t(words.causeHelp)} optional />
    </div>
  );
}

/** The blocks at the left: a way to each. */
function BlockRail({ kind }: { kind: Client["kind"] }) {
  const t = useT();
  const choices = blocks.map((block) => ({
    key: block,
    label: t(blockTitle(block, kind)),
    onChoose: () => document.getElementById(anchor(block))?.scrollIntoView({ block: "start" }),
  }));
  return <Rail label={t(words.blocks)} groups={[{ key: "blocks", choices }]} />;
}

function anchor(block: FormBlock): string {
  return `profile-${block}`;
}

function blockTitle(block: FormBlock, kind: Client["kind"]): Sentence {
  if (block === "service") return words.service;
  return block === "family" && kind === "company" ? companyFamily : blockNames[block];
}
