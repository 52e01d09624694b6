/** @file The form that changes a passphrase, locked or open. */
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { AppError } from "../../../shared/errors.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { useWait, WaitingButton, WrongPassphrase } from "../../parts/WrongPassphrase.tsx";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { NewPassphrase, newPassphraseFields, sameTwice } from "./NewPassphrase.tsx";
import css from "./UnlockScreen.module.css";

const schema = z.object({ passphrase: z.string(), ...newPassphraseFields }).superRefine(sameTwice);
type Values = z.input<typeof schema>;

interface ChangePassphraseProps {
  readonly vault: string;
  readonly onDone: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

export function ChangePassphrase({ vault, onDone, children }: ChangePassphraseProps) {
  const t = useT();
  const wait = useWait();
  const [error, setError] = useState<AppError | undefined>();
  const form = useForm({
    defaultValues: { passphrase: "", newPassphrase: "", confirm: "" } as Values,
    resolver: formResolver<Values, z.output<typeof schema>>(schema),
  });
  const { control, formState } = form;

  const submit = form.handleSubmit(async ({ passphrase, newPassphrase }) => {
    setError(undefined);
    try {
      await call("changePassphrase", { vault, passphrase, newPassphrase });
      onDone();
    } catch (cause) {
      const failure = cause instanceof AppError ? cause : new AppError("unexpected");
      setError(failure);
      wait.heed(failure);
    }
  });

  const isWrong = error?.code === "wrong-passphrase" || error?.code === "wait-before-retry";
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className={css["stack"]}>
        <div>
          <PasswordField control={control} name="passphrase" label={t(unlock.changing.old)} startsHere />
          <div aria-live="polite">
            {error !== undefined && isWrong ? <WrongPassphrase error={error} left={wait.left} /> : null}
          </div>
        </div>
        <NewPassphrase control={control} label={t(unlock.recover.newPassphrase)} />
      </div>
      {error !== undefined && !isWrong ? (
        <div className={css["gap"]}>
          <ErrorNote error={error} />
        </div>
      ) : null}
      <div className={css["buttons"]}>
        <WaitingButton left={wait.left} isBusy={formState.isSubmitting} busy={t(unlock.changing.working)}>
          {t(unlock.changing.submit)}
        </WaitingButton>
        {children}
      </div>
    </form>
  );
}
