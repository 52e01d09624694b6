/** @file The dialogs of the security pane: each asks for the passphrase once more, but for checking the recovery key. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { KeyState } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { setKeyState, startRotation } from "../../data/key-state.ts";
import { requireBook } from "../../data/session.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { EraseForm } from "../../parts/EraseForm.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Note } from "../../parts/Note.tsx";
import { PassphraseForm } from "../../parts/PassphraseForm.tsx";
import { RecoverySheet } from "../../parts/RecoverySheet.tsx";
import { isComplete } from "../../parts/recovery-text.ts";
import { erase } from "../../text/erase.ts";
import { security } from "../../text/security.ts";
import { useT } from "../../text/text.ts";
import css from "./Security.module.css";

export type SecurityDialog = "test" | "renew" | "escrow" | "removeEscrow" | "quickOn" | "quickOff" | "rotate" | "erase";

interface DialogProps {
  readonly onClose: () => void;
}

export function SecurityDialogs({ dialog, onClose }: { readonly dialog: SecurityDialog } & DialogProps) {
  switch (dialog) {
    case "test":
      return <TestDialog onClose={onClose} />;
    case "renew":
      return <RenewDialog onClose={onClose} />;
    case "escrow":
      return <EscrowDialog onClose={onClose} />;
    case "removeEscrow":
      return <RemoveEscrowDialog onClose={onClose} />;
    case "quickOn":
    case "quickOff":
      return <QuickDialog isOn={dialog === "quickOn"} onClose={onClose} />;
    case "rotate":
      return <RotateDialog onClose={onClose} />;
    case "erase":
      return <EraseDialog onClose={onClose} />;
  }
}

function TestDialog({ onClose }: DialogProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [answer, setAnswer] = useState<"right" | { readonly error: unknown } | undefined>();

  async function test(): Promise<void> {
    setAnswer(undefined);
    try {
      setKeyState(await call("testRecoveryKey", { recoveryKey: typed }));
      setAnswer("right");
    } catch (error) {
      setAnswer({ error });
    }
  }

  return (
    <Dialog title={t(security.recovery.test)} width={520} onClose={onClose}>
      <form
        className={css["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(typed)) void test();
        }}
      >
        <p className="sb-ink-2">{t(security.recovery.testLead)}</p>
        <Textarea
          label={t(security.recovery.title)}
          description={t(security.recovery.testHelp)}
          value={typed}
          rows={3}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: css["key"] ?? "" }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {answer === "right" ? <Note tone="ok">{t(security.recovery.testRight)}</Note> : null}
        {answer === undefined || answer === "right" ? null : <ErrorNote error={answer.error} />}
        <div>
          <Button type="submit" variant={isComplete(typed) ? "filled" : "default"} disabled={!isComplete(typed)}>
            {t(security.recovery.testSubmit)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RenewDialog({ onClose }: DialogProps) {
  const t = useT();
  const [made, setMade] = useState<{ readonly recoveryKey: string; readonly madeAt: string } | undefined>();
  const { vault, profile } = requireBook().session;
  return (
    <Dialog title={t(security.recovery.renewTitle)} width={made === undefined ? 520 : 920} onClose={onClose}>
      {made === undefined ? (
        <>
          <p className={css["lead"]}>{t(security.recovery.renewLead)}</p>
          <PassphraseForm
            submit={t(security.recovery.renewSubmit)}
            busy={t(security.escrow.working)}
            onSubmit={async (passphrase) => {
              const { recoveryKey } = await call("renewRecoveryKey", { passphrase });
              setMade({ recoveryKey, madeAt: new Date().toISOString() });
              setKeyState(await call("keyState", null));
            }}
          />
        </>
      ) : (
        <RecoverySheet
          book={vault.label}
          owner={profile.name}
          {...made}
          go={t(security.recovery.renewDone)}
          onConfirm={async () => {
            setKeyState(await call("testRecoveryKey", { recoveryKey: made.recoveryKey }));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function EscrowDialog({ onClose }: DialogProps) {
  const t = useT();
  const [recipient, setRecipient] = useState("");
  const [name, setName] = useState(requireBook().session.profile.branch ?? "");
  return (
    <Dialog title={t(security.escrow.set)} width={520} onClose={onClose}>
      <p className={css["lead"]}>{t(security.escrow.lead)}</p>
      <PassphraseForm
        submit={t(security.escrow.save)}
        busy={t(security.escrow.working)}
        onSubmit={async (passphrase) => {
          setKeyState(await call("setEscrow", { passphrase, recipient: recipient.trim(), name: name.trim() }));
          onClose();
        }}
      >
        <Textarea
          label={t(security.escrow.recipient)}
          value={recipient}
          rows={2}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: css["key"] ?? "" }}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <TextInput
          label={t(security.escrow.name)}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </PassphraseForm>
    </Dialog>
  );
}

interface KeyChange {
  readonly title: string;
  readonly lead: string;
  readonly change: (passphrase: string) => Promise<KeyState>;
}

function KeyChangeDialog({ title, lead, change, onClose }: KeyChange & DialogProps) {
  const t = useT();
  return (
    <Dialog title={title} width={480} onClose={onClose}>
      <p className={css["lead"]}>{lead}</p>
      <PassphraseForm
        submit={title}
        busy={t(security.escrow.working)}
        onSubmit={async (passphrase) => {
          setKeyState(await change(passphrase));
          onClose();
        }}
      />
    </Dialog>
  );
}

function RemoveEscrowDialog({ onClose }: DialogProps) {
  const t = useT();
  return (
    <KeyChangeDialog
      title={t(security.escrow.remove)}
      lead={t(security.escrow.removeLead)}
      change={(passphrase) => call("removeEscrow", { passphrase })}
      onClose={onClose}
    />
  );
}

function QuickDialog({ isOn, onClose }: { readonly isOn: boolean } & DialogProps) {
  const t = useT();
  return (
    <KeyChangeDialog
      title={t(isOn ? security.quick.turnOn : security.quick.turnOff)}
      lead={t(security.quick.off)}
      change={(passphrase) => call("setQuickUnlock", { passphrase, isOn })}
      onClose={onClose}
    />
  );
}

function RotateDialog({ onClose }: DialogProps) {
  const t = useT();
  return (
    <Dialog title={t(security.rotation.start)} width={520} onClose={onClose}>
      <p className={css["lead"]}>{t(security.rotation.lead)}</p>
      <div className={css["lead"]}>
        <Note tone="info">{t(security.rotation.changeFirst)}</Note>
      </div>
      <PassphraseForm
        submit={t(security.rotation.start)}
        busy={t(security.rotation.working)}
        onSubmit={async (passphrase) => {
          await startRotation(passphrase);
          onClose();
        }}
      />
    </Dialog>
  );
}

function EraseDialog({ onClose }: DialogProps) {
  const t = useT();
  const { vault } = requireBook().session;
  return (
    <Dialog title={t(erase.title, { book: vault.label })} width={560} onClose={onClose}>
      <EraseForm vault={vault} />
    </Dialog>
  );
}
