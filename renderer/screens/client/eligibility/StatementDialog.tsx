/** @file Records one statement: what will happen first, then only the boxes its kind has. */
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { type Control, Controller, useForm } from "react-hook-form";
import type { Client } from "../../../../shared/model/client.ts";
import type { ClientId } from "../../../../shared/model/primitives.ts";
import { Capacity, type StatementKind } from "../../../../shared/model/statement.ts";
import type { Standing } from "../../../../shared/rules/standing.ts";
import { recordStatement } from "../../../data/commands.ts";
import { useClient, useOffice, useStanding } from "../../../data/queries.ts";
import { DateField } from "../../../parts/DateField.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { ErrorNote } from "../../../parts/ErrorNote.tsx";
import { FieldErrorText } from "../../../parts/FieldFrame.tsx";
import { formResolver, sayError } from "../../../parts/form.ts";
import { Key } from "../../../parts/Key.tsx";
import { printKeys, useKeys } from "../../../parts/keys.ts";
import { RadioField } from "../../../parts/RadioField.tsx";
import { Skeleton } from "../../../parts/Skeleton.tsx";
import { TextAreaField } from "../../../parts/TextAreaField.tsx";
import { TextField } from "../../../parts/TextField.tsx";
import { useToday } from "../../../parts/today.ts";
import { useMask } from "../../../state/mask.ts";
import { capacityNames, statements as words } from "../../../text/eligibility.ts";
import { maskName } from "../../../text/format.ts";
import { useT } from "../../../text/text.ts";
import { DocumentsField } from "./DocumentsField.tsx";
import css from "./Eligibility.module.css";
import {
  boxesFor,
  emptyStatement,
  type StatementBox,
  type StatementBoxes,
  type StatementValues,
  statementForm,
  statementOf,
} from "./statement-form.ts";

interface StatementDialogProps {
  readonly client: ClientId;
  readonly statement: StatementKind;
  /** The right to close. */
  readonly right?: string | undefined;
  readonly onClose: () => void;
}

export function StatementDialog({ client: id, statement, right, onClose }: StatementDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const client = useClient(id);
  const fullName = client?.name ?? "";
  const name = isMasked ? maskName(fullName) : fullName;
  const what = t(words.titles[statement]);
  return (
    <Dialog title={t(words.title, { what, name: right ?? name })} onClose={onClose}>
      {client ? <Known client={client} statement={statement} right={right} onDone={onClose} /> : <Skeleton rows={4} />}
    </Dialog>
  );
}

interface FormProps {
  readonly client: Client;
  readonly statement: StatementKind;
  readonly right: string | undefined;
  readonly onDone: () => void;
}

function Known(props: FormProps) {
  const standing = useStanding(props.client, useToday());
  return standing === undefined ? <Skeleton rows={4} /> : <StatementForm {...props} standing={standing} />;
}

function StatementForm({ client, statement, right, standing, onDone }: FormProps & { readonly standing: Standing }) {
  const t = useT();
  const today = useToday();
  const [error, setError] = useState<unknown>();
  // What is asked is settled when the form opens.
  const [asked] = useState({ kind: statement, isCompany: client.kind === "company", isWard: standing.isWard });
  const { control, handleSubmit, formState } = useForm<StatementBoxes, unknown, StatementValues>({
    resolver: formResolver<StatementBoxes, StatementValues>(statementForm(asked, today)),
    defaultValues: emptyStatement(client, standing, today),
  });
  const save = handleSubmit(async (values) => {
    setError(undefined);
    try {
      const at = new Date().toISOString();
      await recordStatement(statementOf(values, { ...asked, client: client.id, at, right }));
      onDone();
    } catch (failure) {
      setError(failure);
    }
  });
  useKeys({ "Mod+Enter": () => void save() });
  return (
    <form className={css["form"]} noValidate onSubmit={(event) => void save(event)}>
      <p className="sb-ink-2">{t(words.will[statement])}</p>
      {boxesFor(asked).map((box) => (
        <Box key={box} box={box} control={control} statement={statement} client={client.id} age={standing.age} />
      ))}
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button
          type="submit"
          variant="filled"
          loading={formState.isSubmitting}
          rightSection={<Key>{printKeys("Mod+Enter").join(" ")}</Key>}
        >
          {t(words.save[statement])}
        </Button>
        <Button onClick={onDone}>{t(words.cancel)}</Button>
      </div>
    </form>
  );
}

type StatementControl = Control<StatementBoxes, unknown, StatementValues>;
interface BoxProps {
  readonly box: StatementBox;
  readonly control: StatementControl;
  readonly statement: StatementKind;
  readonly client: ClientId;
  readonly age: number | undefined;
}

function Box({ box, control, statement, client, age }: BoxProps) {
  const t = useT();
  switch (box) {
    case "capacity":
      return (
        <RadioField
          control={control}
          name="capacity"
          label={t(words.capacity)}
          options={Capacity.options.map((value) => ({ value, label: t(capacityNames[value]) }))}
          {...(age !== undefined && age < 18 && { help: t(words.capacityHelp, { age }) })}
        />
      );
    case "until":
      return <DateField control={control} name="until" label={t(words.until)} help={t(words.untilHelp)} optional />;
    case "who":
      return <TextField control={control} name="who" label={t(words.who)} />;
    case "right":
      return <RightField control={control} />;
    case "note": {
      const label =
        statement === "information-refused" || statement === "change-reported" ? words.notes[statement] : words.note;
      return <TextAreaField control={control} name="note" label={t(label)} optional />;
    }
    case "document":
      return <DocumentsField control={control} name="document" label={t(words.document)} client={client} optional />;
    case "told":
      return <ToldField control={control} />;
  }
}

/** The name a product would look for; those the shelf names are one press away. */
function RightField({ control }: { control: StatementControl }) {
  const t = useT();
  const sheets = useOffice("productSheet") ?? [];
  const known = [...new Set(sheets.flatMap(({ rights }) => rights))].sort();
  return (
    <Controller
      control={control}
      name="right"
      render={({ field }) => (
        <div>
          <TextField control={control} name="right" label={t(words.right)} />
          {known.length === 0 ? null : (
            <p className={css["quick"]}>
              <span className="sb-ink-3">{t(words.knownRights)}</span>
              {known.map((right) => (
                <button key={right} type="button" className="sb-link" onClick={() => field.onChange(right)}>
                  {right}
                </button>
              ))}
            </p>
          )}
        </div>
      )}
    />
  );
}

function ToldField({ control }: { control: StatementControl }) {
  const t = useT();
  return (
    <Controller
      control={control}
      name="told"
      render={({ field, fieldState }) => (
        <Checkbox
          ref={field.ref}
          label={t(words.told)}
          checked={field.value}
          error={fieldState.error && <FieldErrorText>{sayError(t, fieldState.error)}</FieldErrorText>}
          onBlur={field.onBlur}
          onChange={({ currentTarget }) => field.onChange(currentTarget.checked)}
        />
      )}
    />
  );
}
