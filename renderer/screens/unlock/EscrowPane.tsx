/** @file Open a book in escrow with the branch's key file and set a new passphrase. */
import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Session, VaultSummary } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { WaitingButton } from "../../parts/WrongPassphrase.tsx";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { NewPassphrase, newPassphraseFields, sameTwice } from "./NewPassphrase.tsx";
import css from "./UnlockScreen.module.css";

/** A key file is three lines. */
const maxKeyFileBytes = 10_000;

const schema = z.object({ identity: z.string(), ...newPassphraseFields }).superRefine(sameTwice);
type Values = z.input<typeof schema>;

interface EscrowPaneProps {
  readonly book: VaultSummary;
  readonly onOpen: (session: Session) => void;
  readonly onBack: () => void;
}

export function EscrowPane({ book, onOpen, onBack }: EscrowPaneProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const form = useForm({
    defaultValues: { identity: "", newPassphrase: "", confirm: "" } as Values,
    resolver: formResolver<Values, z.output<typeof schema>>(schema),
  });
  const { control, formState } = form;

  const submit = form.handleSubmit(async ({ identity, newPassphrase }) => {
    setError(undefined);
    try {
      onOpen(await call("recoverFromEscrow", { vault: book.id, identity, newPassphrase }));
    } catch (cause) {
      setError(cause);
    }
  });

  async function read(file: File | null): Promise<void> {
    if (file === null) return;
    form.setValue("identity", await file.slice(0, maxKeyFileBytes).text(), { shouldDirty: true });
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t(unlock.escrow.title, { book: book.label })}</h1>
      <p className={css["lead"]}>{t(unlock.escrow.lead)}</p>
      <div className={css["stack"]}>
        <PasswordField
          control={control}
          name="identity"
          label={t(unlock.escrow.key)}
          help={t(unlock.escrow.keyHelp)}
          startsHere
        />
        <div>
          <FileButton onChange={(file) => void read(file).catch(setError)}>
            {(props) => <Button {...props}>{t(unlock.escrow.choose)}</Button>}
          </FileButton>
        </div>
        <NewPassphrase control={control} label={t(unlock.recover.newPassphrase)} />
      </div>
      {error === undefined ? null : (
        <div className={css["gap"]}>
          <ErrorNote error={error} />
        </div>
      )}
      <div className={css["buttons"]}>
        <WaitingButton left={0} isBusy={formState.isSubmitting} busy={t(unlock.recover.working)}>
          {t(unlock.recover.submit)}
        </WaitingButton>
        <Button variant="subtle" size="md" onClick={onBack}>
          {t(unlock.backToUnlock)}
        </Button>
      </div>
    </form>
  );
}
