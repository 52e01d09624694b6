/** @file The books on this computer, and what else one may do while locked. */
import type { VaultSummary } from "../../../shared/bridge/contract.ts";
import { clsx } from "../../parts/clsx.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { erase } from "../../text/erase.ts";
import { formatInstant } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import type { UnlockMode } from "./mode.ts";
import css from "./UnlockScreen.module.css";

interface BookListProps {
  readonly books: readonly VaultSummary[];
  readonly chosen: string;
  readonly mode: UnlockMode;
  readonly onChoose: (id: string) => void;
  readonly onMode: (mode: UnlockMode) => void;
}

export function BookList({ books, chosen, mode, onChoose, onMode }: BookListProps) {
  const t = useT();
  return (
    <nav className={css["list"]} aria-label={t(unlock.books)}>
      <h2>{t(unlock.books)}</h2>
      <ul>
        {books.map((book) => (
          <li key={book.id}>
            <BookItem
              book={book}
              isChosen={book.id === chosen && mode !== "create"}
              onChoose={() => onChoose(book.id)}
            />
          </li>
        ))}
      </ul>
      <h2>{t(unlock.other)}</h2>
      <ul>
        <li>
          <Way icon="plus" label={t(unlock.newBook)} isHere={mode === "create"} onClick={() => onMode("create")} />
        </li>
        <li>
          <Way icon="key" label={t(unlock.change)} isHere={mode === "change"} onClick={() => onMode("change")} />
        </li>
        <li>
          <Way icon="octagonCross" label={t(erase.way)} isHere={mode === "erase"} onClick={() => onMode("erase")} />
        </li>
      </ul>
    </nav>
  );
}

function BookItem({ book, isChosen, onChoose }: { book: VaultSummary; isChosen: boolean; onChoose: () => void }) {
  const t = useT();
  const written = book.lastWriteAt;
  const fact = book.isDemo
    ? t(unlock.demo)
    : written === undefined
      ? t(unlock.neverWritten)
      : t(unlock.writtenAt, { time: formatInstant(written) });
  return (
    <button
      type="button"
      className={clsx(css["book"], isChosen && css["chosen"])}
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
    >
      <Icon name={book.isDemo ? "document" : "lock"} />
      <span>
        <span className={css["bookLabel"]}>{book.label}</span>
        <span className={css["bookFact"]}>{fact}</span>
      </span>
    </button>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isHere: boolean;
  readonly onClick: () => void;
}

function Way({ icon, label, isHere, onClick }: WayProps) {
  return (
    <button
      type="button"
      className={clsx(css["way"], isHere && css["chosen"])}
      aria-current={isHere ? "true" : undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}
