/**
 * @file The recovery key, shown this once as a sheet to print, and typed back before
 * going on: a key nobody has checked is a key nobody has.
 */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { app } from "../text/app.ts";
import { formatInstant } from "../text/format.ts";
import { useT } from "../text/text.ts";
import { unlock } from "../text/unlock.ts";
import { clsx } from "./clsx.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { FieldErrorText } from "./FieldFrame.tsx";
import { Icon } from "./Icon.tsx";
import css from "./RecoverySheet.module.css";
import { firstWrongGroup, groupCount, groupsOf, isComplete } from "./recovery-text.ts";

interface RecoverySheetProps {
  /** Names of the book and of its owner, and when the key was made: printed on the sheet. */
  readonly book: string;
  readonly owner: string;
  readonly madeAt: string;
  readonly recoveryKey: string;
  /** What the last button says. */
  readonly go: string;
  /** It was typed back. What this throws is shown. */
  readonly onConfirm: () => Promise<void>;
}

export function RecoverySheet({ go, onConfirm, ...sheet }: RecoverySheetProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [isCovered, setCovered] = useState(false);
  const [error, setError] = useState<unknown>();
  const wrong = firstWrongGroup(typed, sheet.recoveryKey);
  const isDone = isComplete(typed) && wrong === undefined;

  useEffect(() => {
    // Closing now would lose the key for good: let the window ask.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  function print(): void {
    flushSync(() => setCovered(false));
    window.print();
  }

  return (
    <form
      className={css["page"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDone) void onConfirm().catch(setError);
      }}
    >
      <Sheet {...sheet} isCovered={isCovered} />
      <div className={clsx(css["steps"], "sb-noprint")}>
        <div>
          <Button leftSection={<Icon name="print" />} onClick={print}>
            {t(unlock.sheet.print)}
          </Button>
          <p className="sb-ink-2">{t(unlock.sheet.orWrite)}</p>
        </div>
        <div className={css["check"]}>
          <TypedBack typed={typed} wrong={wrong} isDone={isDone} onType={setTyped} onFocus={() => setCovered(true)} />
          {isCovered ? (
            <button type="button" className="sb-link" onClick={() => setCovered(false)}>
              {t(unlock.sheet.uncover)}
            </button>
          ) : null}
        </div>
        {error === undefined ? null : <ErrorNote error={error} />}
        <Button type="submit" size="md" variant={isDone ? "filled" : "default"} disabled={!isDone}>
          {isDone ? go : t(unlock.sheet.incomplete, { groups: groupCount })}
        </Button>
      </div>
    </form>
  );
}

type SheetProps = Omit<RecoverySheetProps, "go" | "onConfirm"> & { readonly isCovered: boolean };

function Sheet({ book, owner, madeAt, recoveryKey, isCovered }: SheetProps) {
  const t = useT();
  return (
    <section className={css["sheet"]} aria-label={t(unlock.sheet.heading)}>
      <header className={css["head"]}>
        <b>{t(unlock.sheet.heading)}</b>
        <span>{t(app.name)}</span>
      </header>
      <dl className={css["facts"]}>
        <dt>{t(unlock.sheet.book)}</dt>
        <dd>{book}</dd>
        <dt>{t(unlock.sheet.owner)}</dt>
        <dd>{owner}</dd>
        <dt>{t(unlock.sheet.created)}</dt>
        <dd>{formatInstant(madeAt)}</dd>
      </dl>
      <ol className={css["groups"]}>
        {groupsOf(recoveryKey).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group's place is its identity; two may be equal
          <li key={index}>
            <span className={css["number"]}>{index + 1}</span>
            <span className={css["group"]}>{isCovered ? "••••" : group}</span>
          </li>
        ))}
      </ol>
      <p>{t(unlock.sheet.keepSafe)}</p>
      <p>{t(unlock.sheet.how)}</p>
    </section>
  );
}

interface TypedBackProps {
  readonly typed: string;
  readonly wrong: number | undefined;
  readonly isDone: boolean;
  readonly onType: (text: string) => void;
  readonly onFocus: () => void;
}

function TypedBack({ typed, wrong, isDone, onType, onFocus }: TypedBackProps) {
  const t = useT();
  return (
    <div>
      <label htmlFor="typed-back" className={css["label"]}>
        {t(unlock.sheet.check)}
      </label>
      <textarea
        id="typed-back"
        className={css["typed"]}
        rows={4}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby="typed-back-said typed-back-help"
        onFocus={onFocus}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget;
          // Grouped while typing at the end; left alone while mending in the middle.
          onType(selectionStart === value.length ? groupsOf(value).join("-") : value);
        }}
      />
      <div id="typed-back-said" aria-live="polite">
        {wrong === undefined ? null : <FieldErrorText>{t(unlock.sheet.differs, { group: wrong })}</FieldErrorText>}
        {isDone ? (
          <span className="sb-ok">
            <Icon name="circleCheck" /> {t(unlock.sheet.matches)}
          </span>
        ) : null}
      </div>
      <p id="typed-back-help" className="sb-ink-3 sb-caption">
        {t(unlock.sheet.checkHelp)}
      </p>
    </div>
  );
}
