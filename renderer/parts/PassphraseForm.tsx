/** @file Something that needs the passphrase once more: what else it asks for, the passphrase, the button. */
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { useT } from "../text/text.ts";
import { unlock } from "../text/unlock.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import css from "./form.module.css";
import { formResolver } from "./form.ts";
import { PasswordField } from "./PasswordField.tsx";
import { useWait, WaitingButton, WrongPassphrase } from "./WrongPassphrase.tsx";

const schema = z.object({ passphrase: z.string() });

interface PassphraseFormProps {
  /** Of the secret; the passphrase unless told. */
  readonly label?: string;
  readonly submit: string;
  /** What the button says meanwhile. */
  readonly busy: string;
  /** Further fields, above the passphrase. */
  readonly children?: ReactNode;
  /** What this throws is shown. */
  readonly onSubmit: (passphrase: string) => Promise<void>;
}

export function PassphraseForm({ label, submit, busy, children, onSubmit }: PassphraseFormProps) {
  const t = useT();
  const wait = useWait();
  const [error, setError] = useState<AppError | undefined>();
  const form = useForm({ defaultValues: { passphrase: "" }, resolver: formResolver(schema) });
  const send = form.handleSubmit(async ({ passphrase }) => {
    setError(undefined);
    try {
      await onSubmit(passphrase);
    } catch (cause) {
      const failure = cause instanceof AppError ? cause : new AppError("unexpected");
      setError(failure);
      wait.heed(failure);
    }
  });
  const isWrong = error?.code === "wrong-passphrase" || error?.code === "wait-before-retry";
  return (
    <form noValidate className={css["stack"]} onSubmit={(event) => void send(event)}>
      {children}
      <div>
        <PasswordField
          control={form.control}
          name="passphrase"
          label={label ?? t(unlock.passphrase)}
          startsHere={children === undefined}
        />
        <div aria-live="polite">
          {error !== undefined && isWrong ? <WrongPassphrase error={error} left={wait.left} /> : null}
        </div>
      </div>
      {error !== undefined && !isWrong ? <ErrorNote error={error} /> : null}
      <div>
        <WaitingButton left={wait.left} isBusy={form.formState.isSubmitting} busy={busy}>
          {submit}
        </WaitingButton>
      </div>
    </form>
  );
}
