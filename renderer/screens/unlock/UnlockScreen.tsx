/**
 * @file The lock screen: which book, and the ways into it. Knows nothing of what is
 * inside. Without any book it leads straight to creating one.
 */
import { useState } from "react";
import type { ChannelOutput, Session, VaultSummary } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { clsx } from "../../parts/clsx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { RecoverySheet } from "../../parts/RecoverySheet.tsx";
import { app } from "../../text/app.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import { BookList } from "./BookList.tsx";
import { ChangePane } from "./ChangePane.tsx";
import { CreatePane } from "./CreatePane.tsx";
import { ErasePane } from "./ErasePane.tsx";
import { EscrowPane } from "./EscrowPane.tsx";
import { LockedBy } from "./LockedBy.tsx";
import type { UnlockMode } from "./mode.ts";
import { RecoverPane } from "./RecoverPane.tsx";
import { UnlockPane } from "./UnlockPane.tsx";
import css from "./UnlockScreen.module.css";

interface UnlockScreenProps {
  readonly info: ChannelOutput<"appInfo">;
  /** The book is open and may be shown. */
  readonly onOpen: (session: Session) => void;
}

export function UnlockScreen({ info, onOpen }: UnlockScreenProps) {
  const t = useT();
  const books = newestFirst(info.vaults);
  const [chosen, setChosen] = useState(books[0]?.id);
  const [mode, setMode] = useState<UnlockMode>("unlock");
  const [created, setCreated] = useState<ChannelOutput<"createVault"> | undefined>();
  const book = books.find(({ id }) => id === chosen) ?? books[0];
  const isFirst = book === undefined;
  // Nothing leads away from the key but typing it back: it is shown this once.
  if (created !== undefined) {
    return (
      <main className={css["screen"]}>
        <NewKey created={created} onOpen={onOpen} />
      </main>
    );
  }
  return (
    <>
      <main className={css["screen"]}>
        <div className={css["columns"]} data-single={isFirst}>
          <div className={css["pane"]}>
            {mode === "unlock" ? <LockedBy reason={info.lockedBy} /> : null}
            {mode === "create" || isFirst ? (
              <CreatePane isFirst={isFirst} onCreated={setCreated} />
            ) : (
              <BookPane key={book.id} mode={mode} book={book} onMode={setMode} onOpen={onOpen} />
            )}
          </div>
          {isFirst ? null : (
            <BookList
              books={books}
              chosen={book.id}
              mode={mode}
              onChoose={(id) => {
                setChosen(id);
                setMode("unlock");
              }}
              onMode={setMode}
            />
          )}
        </div>
      </main>
      <footer className={css["foot"]}>
        <span className="sb-row">
          <Icon name="shield" />
          {t(app.bar.offline)}
        </span>
        <span className="sb-ink-3">{t(unlock.version, { version: info.version })}</span>
      </footer>
    </>
  );
}

interface NewKeyProps {
  readonly created: ChannelOutput<"createVault">;
  readonly onOpen: (session: Session) => void;
}

function NewKey({ created: { session, recoveryKey }, onOpen }: NewKeyProps) {
  const t = useT();
  return (
    <>
      <header className={clsx(css["keyIntro"], "sb-noprint")}>
        <h1>{t(unlock.sheet.title)}</h1>
        <p className="sb-ink-2">{t(unlock.sheet.lead)}</p>
      </header>
      <RecoverySheet
        book={session.vault.label}
        owner={session.profile.name}
        madeAt={session.vault.createdAt}
        recoveryKey={recoveryKey}
        go={t(unlock.sheet.go)}
        onConfirm={async () => {
          await call("testRecoveryKey", { recoveryKey });
          onOpen(session);
        }}
      />
    </>
  );
}

interface BookPaneProps {
  readonly mode: UnlockMode;
  readonly book: VaultSummary;
  readonly onMode: (mode: UnlockMode) => void;
  readonly onOpen: (session: Session) => void;
}

function BookPane({ mode, book, onMode, onOpen }: BookPaneProps) {
  const [isChanged, setChanged] = useState(false);
  const onBack = () => onMode("unlock");
  if (mode === "recover") {
    return <RecoverPane book={book} onOpen={onOpen} onEscrow={() => onMode("escrow")} onBack={onBack} />;
  }
  if (mode === "escrow") return <EscrowPane book={book} onOpen={onOpen} onBack={onBack} />;
  if (mode === "erase") return <ErasePane book={book} onBack={onBack} />;
  if (mode === "change") {
    const onDone = () => {
      setChanged(true);
      onMode("unlock");
    };
    return <ChangePane book={book} onDone={onDone} onBack={onBack} />;
  }
  return <UnlockPane book={book} isChanged={isChanged} onOpen={onOpen} onRecover={() => onMode("recover")} />;
}

/** The book worked in last comes first; the demo book last. */
function newestFirst(books: readonly VaultSummary[]): readonly VaultSummary[] {
  const used = (book: VaultSummary) => book.lastWriteAt ?? book.createdAt;
  return books.toSorted((a, b) => Number(a.isDemo) - Number(b.isDemo) || used(b).localeCompare(used(a)));
}
