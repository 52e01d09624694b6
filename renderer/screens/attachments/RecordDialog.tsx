/** @file Before a recording: its name, and the client's consent with its time. Then it runs by itself, see RecordingBar. */
import { Button, Checkbox, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { attachmentLimits } from "../../../shared/model/attachment.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useClientSummary } from "../../data/queries.ts";
import { startRecording } from "../../data/recorder.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useMask } from "../../state/mask.ts";
import { recorder as words } from "../../text/attachments.ts";
import { formatInstant, maskName } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";

export function RecordDialog({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const fullName = useClientSummary(client)?.name ?? "";
  return (
    <Dialog title={t(words.title, { name: isMasked ? maskName(fullName) : fullName })} onClose={onClose}>
      <ConsentForm client={client} onDone={onClose} />
    </Dialog>
  );
}

function ConsentForm({ client, onDone }: { client: ClientId; onDone: () => void }) {
  const t = useT();
  const [name, setName] = useState(() => {
    const [day = "", time = ""] = formatInstant(Date.now()).replace(":", ".").split(" ");
    return t(words.defaultName, { day, time });
  });
  const [consentAt, setConsentAt] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (consentAt === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      await startRecording(client, name.trim(), consentAt);
      onDone();
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  }

  return (
    <form className={css["form"]} onSubmit={(event) => void start(event)}>
      <Checkbox
        data-autofocus
        label={t(words.consent)}
        description={
          consentAt === undefined ? t(words.consentFirst) : t(words.consentTime, { time: formatInstant(consentAt) })
        }
        checked={consentAt !== undefined}
        onChange={({ currentTarget }) => setConsentAt(currentTarget.checked ? new Date().toISOString() : undefined)}
      />
      <TextInput
        label={t(words.name)}
        maxLength={attachmentLimits.nameChars}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <p className="sb-ink-3">{t(words.insurance)}</p>
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button
          type="submit"
          variant="filled"
          leftSection={<Icon name="microphone" />}
          disabled={consentAt === undefined || name.trim() === "" || isBusy}
        >
          {t(words.start)}
        </Button>
      </div>
    </form>
  );
}
