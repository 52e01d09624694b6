/** @file Erase a book for good: what that means, its name typed to confirm, and a secret that opens it. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { VaultSummary } from "../../shared/bridge/contract.ts";
import { call, startAfresh } from "../bridge.ts";
import { erase } from "../text/erase.ts";
import { useT } from "../text/text.ts";
import { Note } from "./Note.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";
import { Segmented } from "./Segmented.tsx";

interface EraseFormProps {
  readonly vault: Pick<VaultSummary, "id" | "label">;
}

type SecretKind = "passphrase" | "recoveryKey";

export function EraseForm({ vault: { id: vault, label } }: EraseFormProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<SecretKind>("passphrase");
  return (
    <PassphraseForm
      label={t(erase[kind])}
      submit={t(erase.submit)}
      busy={t(erase.working)}
      onSubmit={async (secret) => {
        const proof = kind === "passphrase" ? { passphrase: secret } : { recoveryKey: secret };
        await call("eraseVault", { vault, label: typed, secret: proof });
        startAfresh();
      }}
    >
      <Note tone="bad">{t(erase.means)}</Note>
      <p className="sb-ink-2">{t(erase.limits)}</p>
      <TextInput
        label={t(erase.confirm, { book: label })}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Segmented
        label={t(erase.proof)}
        value={kind}
        options={[
          { value: "passphrase", label: t(erase.passphrase) },
          { value: "recoveryKey", label: t(erase.recoveryKey) },
        ]}
        onChange={setKind}
      />
    </PassphraseForm>
  );
}
