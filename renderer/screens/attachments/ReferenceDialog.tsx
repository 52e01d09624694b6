/** @file Where somebody else keeps a recording: number, holder and hash instead of a file. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { ReferenceAttachment } from "../../../shared/model/attachment.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { addReference } from "../../data/attachments.ts";
import { useClientSummary } from "../../data/queries.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { TextField } from "../../parts/TextField.tsx";
import { useMask } from "../../state/mask.ts";
import { referenceForm as words } from "../../text/attachments.ts";
import { maskName } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";

const Values = ReferenceAttachment.pick({ name: true, reference: true, heldBy: true, sha256: true, note: true });
interface Boxes {
  readonly name: string;
  readonly reference: string;
  readonly heldBy: string;
  readonly sha256: string;
  readonly note: string;
}
const empty: Boxes = { name: "", reference: "", heldBy: "", sha256: "", note: "" };

export function ReferenceDialog({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const fullName = useClientSummary(client)?.name ?? "";
  return (
    <Dialog title={t(words.title, { name: isMasked ? maskName(fullName) : fullName })} onClose={onClose}>
      <Form client={client} onDone={onClose} />
    </Dialog>
  );
}

function Form({ client, onDone }: { client: ClientId; onDone: () => void }) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const { control, handleSubmit, formState } = useForm({
    resolver: formResolver<Boxes, typeof Values._output>(Values),
    defaultValues: empty,
  });
  const save = handleSubmit(async (values) => {
    try {
      await addReference({ ...values, client });
      onDone();
    } catch (failed) {
      setError(failed);
    }
  });
  return (
    <form className={css["form"]} onSubmit={(event) => void save(event)} noValidate>
      <p className="sb-ink-2">{t(words.why)}</p>
      <TextField control={control} name="name" label={t(words.name)} startsHere />
      <TextField control={control} name="reference" label={t(words.reference)} />
      <TextField control={control} name="heldBy" label={t(words.heldBy)} help={t(words.heldByHelp)} />
      <TextField
        control={control}
        name="sha256"
        label={t(words.hash)}
        help={t(words.hashHelp)}
        shape={t(words.hashShape)}
      />
      <TextField control={control} name="note" label={t(words.note)} optional />
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button type="submit" variant="filled" disabled={formState.isSubmitting}>
          {t(words.save)}
        </Button>
      </div>
    </form>
  );
}
