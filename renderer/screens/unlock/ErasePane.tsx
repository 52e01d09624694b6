/** @file Erase a book from the lock screen. */
import { Button } from "@mantine/core";
import type { VaultSummary } from "../../../shared/bridge/contract.ts";
import { EraseForm } from "../../parts/EraseForm.tsx";
import { erase } from "../../text/erase.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import css from "./UnlockScreen.module.css";

interface ErasePaneProps {
  readonly book: VaultSummary;
  readonly onBack: () => void;
}

export function ErasePane({ book, onBack }: ErasePaneProps) {
  const t = useT();
  return (
    <>
      <h1>{t(erase.title, { book: book.label })}</h1>
      <div className={css["gap"]}>
        <EraseForm vault={book} />
      </div>
      <div className={css["buttons"]}>
        <Button variant="subtle" size="md" onClick={onBack}>
          {t(unlock.backToUnlock)}
        </Button>
      </div>
    </>
  );
}
