/** @file What takes a reason: letting a file out in the clear, and withdrawing it. */
import { Button, TextInput } from "@mantine/core";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { exportAttachment } from "../../data/attachments.ts";
import { withdrawAttachment } from "../../data/commands.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Note } from "../../parts/Note.tsx";
import { viewer as words } from "../../text/attachments.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";

interface ForAttachment {
  readonly attachment: FiledAttachment;
  readonly onDone: () => void;
}

export function ExportForm({ attachment, onDone }: ForAttachment) {
  const t = useT();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <Note tone="ok" action={<CloseLink onClick={onDone}>{t(words.understood)}</CloseLink>}>
        {t(words.exported)}
      </Note>
    );
  }
  return (
    <ReasonForm
      warning={t(words.exportWarning)}
      label={t(words.exportReason)}
      example={t(words.exportExample)}
      action={t(words.exportNow)}
      onCancel={onDone}
      run={async (reason) => {
        await exportAttachment(attachment.id, reason);
        setDone(true);
      }}
    />
  );
}

export function WithdrawForm({ attachment, onDone }: ForAttachment) {
  const t = useT();
  return (
    <ReasonForm
      warning={t(words.withdrawWarning)}
      label={t(words.withdrawReason)}
      example={t(words.withdrawExample)}
      action={t(words.withdrawNow)}
      onCancel={onDone}
      run={async (reason) => {
        await withdrawAttachment(attachment.id, attachment.client, reason);
        onDone();
      }}
    />
  );
}

function CloseLink({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className="sb-link" onClick={onClick}>
      {children}
    </button>
  );
}

interface ReasonFormProps {
  readonly warning: string;
  readonly label: string;
  readonly example: string;
  readonly action: string;
  readonly onCancel: () => void;
  readonly run: (reason: string) => Promise<void>;
}

function ReasonForm({ warning, label, example, action, onCancel, run }: ReasonFormProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await run(reason.trim());
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  }

  return (
    <form className={css["reasonForm"]} onSubmit={(event) => void submit(event)}>
      <Note tone="warn">{warning}</Note>
      <div className={css["reasonLine"]}>
        <TextInput
          ref={field}
          className="sb-grow"
          label={label}
          placeholder={example}
          maxLength={400}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={isBusy || reason.trim() === ""}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t(words.cancel)}</Button>
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
    </form>
  );
}
