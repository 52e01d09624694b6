/** @file Create a book: who, name, passphrase. The recovery key comes after, on its own screen. */
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import type { ChannelOutput } from "../../../shared/bridge/contract.ts";
import { profileFields } from "../../../shared/model/office.ts";
import { Line } from "../../../shared/model/primitives.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { RadioField } from "../../parts/RadioField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { WaitingButton } from "../../parts/WrongPassphrase.tsx";
import { app } from "../../text/app.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { NewPassphrase, newPassphraseFields, sameTwice } from "./NewPassphrase.tsx";
import css from "./UnlockScreen.module.css";

const schema = z
  .object({
    name: profileFields.name,
    role: profileFields.role,
    branch: Line.optional(),
    label: Line.min(1),
    ...newPassphraseFields,
  })
  .superRefine(sameTwice);
type Values = z.input<typeof schema>;

const empty: Values = { name: "", role: "advisor", branch: "", label: "", newPassphrase: "", confirm: "" };

interface CreatePaneProps {
  readonly isFirst: boolean;
  readonly onCreated: (created: ChannelOutput<"createVault">) => void;
}

export function CreatePane({ isFirst, onCreated }: CreatePaneProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const form = useForm({ defaultValues: empty, resolver: formResolver<Values, z.output<typeof schema>>(schema) });
  const { control, formState } = form;
  const name = useWatch({ control, name: "name" }).trim();

  // Until somebody names the book otherwise it is named after its owner.
  const suggested = name === "" ? "" : t(unlock.create.labelOf, { name });
  const isNamed = formState.dirtyFields.label === true;
  useEffect(() => {
    if (!isNamed) form.setValue("label", suggested, { shouldValidate: form.formState.isSubmitted });
  }, [form, isNamed, suggested]);

  const submit = form.handleSubmit(async (values) => {
    setError(undefined);
    try {
      const { name, role, branch = "" } = values;
      const passphrase = values.newPassphrase;
      onCreated(await call("createVault", { label: values.label, passphrase, profile: { name, role, branch } }));
    } catch (cause) {
      setError(cause);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t(isFirst ? unlock.create.firstTitle : unlock.create.title)}</h1>
      <p className={css["lead"]}>{t(unlock.create.lead)}</p>
      <div className={css["fields"]}>
        <TextField control={control} name="name" label={t(unlock.create.name)} autoComplete="name" startsHere />
        <TextField control={control} name="branch" label={t(unlock.create.branch)} optional />
        <div className={css["wide"]}>
          <RadioField
            control={control}
            name="role"
            label={t(unlock.create.role)}
            options={profileFields.role.options.map((value) => ({ value, label: t(app.role[value]) }))}
          />
        </div>
        <div className={css["wide"]}>
          <TextField control={control} name="label" label={t(unlock.create.label)} help={t(unlock.create.labelHelp)} />
        </div>
        <NewPassphrase control={control} label={t(unlock.create.passphrase)} />
      </div>
      {error === undefined ? null : (
        <div className={css["gap"]}>
          <ErrorNote error={error} />
        </div>
      )}
      <div className={css["buttons"]}>
        <WaitingButton left={0} isBusy={formState.isSubmitting} busy={t(unlock.create.working)}>
          {t(unlock.create.submit)}
        </WaitingButton>
      </div>
    </form>
  );
}
