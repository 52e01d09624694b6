/** @file Change a book's passphrase from the lock screen. */
import { Button } from "@mantine/core";
import type { VaultSummary } from "../../../shared/bridge/contract.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import css from "./UnlockScreen.module.css";

interface ChangePaneProps {
  readonly book: VaultSummary;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function ChangePane({ book, onDone, onBack }: ChangePaneProps) {
  const t = useT();
  return (
    <>
      <h1>{t(unlock.changing.title, { book: book.label })}</h1>
      <p className={css["lead"]}>{t(unlock.changing.lead)}</p>
      <ChangePassphrase vault={book.id} onDone={onDone}>
        <Button variant="subtle" size="md" onClick={onBack}>
          {t(unlock.backToUnlock)}
        </Button>
      </ChangePassphrase>
    </>
  );
}
