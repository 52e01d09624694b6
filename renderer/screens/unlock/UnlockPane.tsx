/** @file Passphrase in, book open. Wrong, wait and damaged never share words. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Session, VaultSummary } from "../../../shared/bridge/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { Note } from "../../parts/Note.tsx";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { useWait, WaitingButton, WrongPassphrase } from "../../parts/WrongPassphrase.tsx";
import { formatInstant } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import css from "./UnlockScreen.module.css";
import { useCapsLock } from "./use-caps-lock.ts";

const schema = z.object({ passphrase: z.string() });

interface UnlockPaneProps {
  readonly book: VaultSummary;
  /** The passphrase was just changed here. */
  readonly isChanged: boolean;
  readonly onOpen: (session: Session) => void;
  readonly onRecover: () => void;
}

export function UnlockPane({ book, isChanged, onOpen, onRecover }: UnlockPaneProps) {
  const t = useT();
  const wait = useWait();
  const [error, setError] = useState<AppError | undefined>();
  const hasCapsLock = useCapsLock();
  const form = useForm({ defaultValues: { passphrase: "" }, resolver: formResolver(schema) });
  const { isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ passphrase }) => {
    setError(undefined);
    try {
      onOpen(await call("unlockVault", { vault: book.id, passphrase }));
    } catch (cause) {
      const failure = cause instanceof AppError ? cause : new AppError("unexpected");
      setError(failure);
      wait.heed(failure);
      form.setFocus("passphrase", { shouldSelect: true });
    }
  });

  async function unlockQuickly(): Promise<void> {
    setError(undefined);
    try {
      onOpen(await call("quickUnlock", { vault: book.id }));
    } catch (cause) {
      setError(cause instanceof AppError ? cause : new AppError("unexpected"));
    }
  }

  const isWrong = error?.code === "wrong-passphrase" || error?.code === "wait-before-retry";
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t(unlock.title, { book: book.label })}</h1>
      <p className={css["lead"]}>{t(unlock.lead)}</p>
      {isChanged && error === undefined ? (
        <div className={css["gap"]}>
          <Note tone="ok">{t(unlock.changing.done)}</Note>
        </div>
      ) : null}
      <div className={css["bigField"]} data-wrong={isWrong}>
        <PasswordField control={form.control} name="passphrase" label={t(unlock.passphrase)} size="lg" startsHere />
      </div>
      <div className={css["said"]} aria-live="polite">
        {error !== undefined && isWrong ? <WrongPassphrase error={error} left={wait.left} /> : null}
        {hasCapsLock ? <p className="sb-warn">{t(unlock.capsLock)}</p> : null}
      </div>
      {error !== undefined && !isWrong ? (
        <div className={css["gap"]}>
          <ErrorNote error={error} />
        </div>
      ) : null}
      <div className={css["buttons"]}>
        <WaitingButton left={wait.left} isBusy={isSubmitting} busy={t(unlock.working)}>
          {t(unlock.submit)}
          <span className={css["buttonKey"]}>
            <Key>Enter</Key>
          </span>
        </WaitingButton>
        {book.hasQuick === true ? (
          <Button size="md" onClick={() => void unlockQuickly()}>
            {t(unlock.quick)}
          </Button>
        ) : null}
        <Button variant="subtle" size="md" onClick={onRecover}>
          {t(unlock.useRecovery)}
        </Button>
      </div>
      <div className={css["facts"]}>
        <Facts
          facts={[
            { label: t(unlock.place), value: <span className={css["place"]}>{book.place}</span> },
            book.lastWriteAt === undefined
              ? { label: t(unlock.created), value: formatInstant(book.createdAt) }
              : { label: t(unlock.lastWrite), value: formatInstant(book.lastWriteAt) },
          ]}
        />
      </div>
    </form>
  );
}
