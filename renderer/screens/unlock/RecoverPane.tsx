/** @file Open a book with its printed recovery key and set a new passphrase. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Session, VaultSummary } from "../../../shared/bridge/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { useWait, WaitingButton } from "../../parts/WrongPassphrase.tsx";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { NewPassphrase, newPassphraseFields, sameTwice } from "./NewPassphrase.tsx";
import css from "./UnlockScreen.module.css";

const schema = z.object({ recoveryKey: z.string(), ...newPassphraseFields }).superRefine(sameTwice);
type Values = z.input<typeof schema>;

interface RecoverPaneProps {
  readonly book: VaultSummary;
  readonly onOpen: (session: Session) => void;
  /** The branch's key instead. */
  readonly onEscrow: () => void;
  readonly onBack: () => void;
}

export function RecoverPane({ book, onOpen, onEscrow, onBack }: RecoverPaneProps) {
  const t = useT();
  const wait = useWait();
  const [error, setError] = useState<unknown>();
  const form = useForm({
    defaultValues: { recoveryKey: "", newPassphrase: "", confirm: "" } as Values,
    resolver: formResolver<Values, z.output<typeof schema>>(schema),
  });
  const { control, formState } = form;

  const submit = form.handleSubmit(async ({ recoveryKey, newPassphrase }) => {
    setError(undefined);
    try {
      onOpen(await call("recoverVault", { vault: book.id, recoveryKey, newPassphrase }));
    } catch (cause) {
      setError(cause);
      if (cause instanceof AppError) wait.heed(cause);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t(unlock.recover.title, { book: book.label })}</h1>
      <p className={css["lead"]}>{t(unlock.recover.lead)}</p>
      <div className={css["fields"]}>
        <div className={css["wide"]} data-mono>
          <TextAreaField
            control={control}
            name="recoveryKey"
            label={t(unlock.recover.key)}
            help={t(unlock.recover.keyHelp)}
            startsHere
          />
        </div>
        <NewPassphrase control={control} label={t(unlock.recover.newPassphrase)} />
      </div>
      {error === undefined ? null : (
        <div className={css["gap"]}>
          <ErrorNote error={error} />
        </div>
      )}
      <div className={css["buttons"]}>
        <WaitingButton left={wait.left} isBusy={formState.isSubmitting} busy={t(unlock.recover.working)}>
          {t(unlock.recover.submit)}
        </WaitingButton>
        {book.hasEscrow === true ? (
          <Button variant="subtle" size="md" onClick={onEscrow}>
            {t(unlock.escrow.use)}
          </Button>
        ) : null}
        <Button variant="subtle" size="md" onClick={onBack}>
          {t(unlock.backToUnlock)}
        </Button>
      </div>
    </form>
  );
}
