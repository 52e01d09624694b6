/** @file Makes a proof pack of a client or of one sale: what goes in, why, and what was made. */
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { ProofSummary } from "../../../shared/bridge/contract.ts";
import { type ClientId, Lines, type RecordId } from "../../../shared/model/primitives.ts";
import { ProofContents } from "../../../shared/model/proof-entry.ts";
import { makeProof } from "../../data/proofs.ts";
import { useClientSummary } from "../../data/queries.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { Note } from "../../parts/Note.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useMask } from "../../state/mask.ts";
import { maskName } from "../../text/format.ts";
import { proof as words } from "../../text/proof.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { Made } from "./Made.tsx";
import css from "./Proof.module.css";

interface ProofDialogProps {
  readonly client: ClientId;
  /** One sale; absent: everything about the client. */
  readonly decision: RecordId | undefined;
  readonly onClose: () => void;
}

export function ProofDialog({ client, decision, onClose }: ProofDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const fullName = useClientSummary(client)?.name ?? "";
  const [made, setMade] = useState<ProofSummary>();
  const title = decision === undefined ? words.titleClient : words.titleSale;
  return (
    <Dialog title={t(title, { name: isMasked ? maskName(fullName) : fullName })} width={600} onClose={onClose}>
      {made === undefined ? (
        <Form client={client} decision={decision} onMade={setMade} onCancel={onClose} />
      ) : (
        <Made made={made} onClose={onClose} />
      )}
    </Dialog>
  );
}

const Values = z.object({ ...ProofContents.shape, reason: Lines.min(1).max(400) });
type Values = z.infer<typeof Values>;

interface FormProps {
  readonly client: ClientId;
  readonly decision: RecordId | undefined;
  readonly onMade: (made: ProofSummary) => void;
  readonly onCancel: () => void;
}

function Form({ client, decision, onMade, onCancel }: FormProps) {
  const t = useT();
  const language = useLanguage();
  const [error, setError] = useState<unknown>();
  const { control, register, handleSubmit, formState } = useForm({
    resolver: formResolver<Values, Values>(Values),
    defaultValues: { files: true, profile: true, contacts: false, reason: "" },
  });
  const make = handleSubmit(async ({ reason, ...contents }) => {
    setError(undefined);
    try {
      onMade(await makeProof({ client, decision, contents, reason, language }));
    } catch (failed) {
      setError(failed);
    }
  });
  const { isSubmitting } = formState;
  return (
    <form className={css["form"]} onSubmit={(event) => void make(event)} noValidate>
      <p className="sb-ink-2">{t(decision === undefined ? words.whatClient : words.whatSale)}</p>
      <fieldset className={css["contents"]}>
        <legend>{t(words.contents)}</legend>
        <Checkbox label={t(words.files)} description={t(words.filesHelp)} {...register("files")} />
        <Checkbox label={t(words.profile)} description={t(words.profileHelp)} {...register("profile")} />
        <Checkbox label={t(words.contacts)} description={t(words.contactsHelp)} {...register("contacts")} />
      </fieldset>
      <TextField control={control} name="reason" label={t(words.reason)} help={t(words.reasonHelp)} startsHere />
      <Note tone="warn">{t(words.warning)}</Note>
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button type="submit" variant="filled" disabled={isSubmitting}>
          {t(isSubmitting ? words.making : words.make)}
        </Button>
        <Button onClick={onCancel}>{t(words.cancel)}</Button>
      </div>
    </form>
  );
}
