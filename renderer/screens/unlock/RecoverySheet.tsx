/**
 * @file The recovery key, shown this once as a sheet to print, and typed back before
 * going on: a key nobody has checked is a key nobody has.
 */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Session } from "../../../shared/bridge/contract.ts";
import { clsx } from "../../parts/clsx.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { app } from "../../text/app.ts";
import { formatInstant } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import sheetCss from "./RecoverySheet.module.css";
import { firstWrongGroup, groupCount, groupsOf, isComplete } from "./recovery-text.ts";

interface RecoverySheetProps {
  readonly session: Session;
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

export function RecoverySheet({ session, recoveryKey, onDone }: RecoverySheetProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [isCovered, setCovered] = useState(false);
  const wrong = firstWrongGroup(typed, recoveryKey);
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
      className={sheetCss["page"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDone) onDone();
      }}
    >
      <header className={clsx(sheetCss["intro"], "sb-noprint")}>
        <h1>{t(unlock.sheet.title)}</h1>
        <p>{t(unlock.sheet.lead)}</p>
      </header>
      <Sheet session={session} recoveryKey={recoveryKey} isCovered={isCovered} />
      <div className={clsx(sheetCss["steps"], "sb-noprint")}>
        <div>
          <Button leftSection={<Icon name="print" />} onClick={print}>
            {t(unlock.sheet.print)}
          </Button>
          <p className="sb-ink-2">{t(unlock.sheet.orWrite)}</p>
        </div>
        <div className={sheetCss["check"]}>
          <TypedBack typed={typed} wrong={wrong} isDone={isDone} onType={setTyped} onFocus={() => setCovered(true)} />
          {isCovered ? (
            <button type="button" className="sb-link" onClick={() => setCovered(false)}>
              {t(unlock.sheet.uncover)}
            </button>
          ) : null}
        </div>
        <Button type="submit" size="md" variant={isDone ? "filled" : "default"} disabled={!isDone}>
          {t(isDone ? unlock.sheet.go : unlock.sheet.incomplete, { groups: groupCount })}
        </Button>
      </div>
    </form>
  );
}

function Sheet({ session, recoveryKey, isCovered }: Omit<RecoverySheetProps, "onDone"> & { isCovered: boolean }) {
  const t = useT();
  const { vault, profile } = session;
  return (
    <section className={sheetCss["sheet"]} aria-label={t(unlock.sheet.heading)}>
      <header className={sheetCss["head"]}>
        <b>{t(unlock.sheet.heading)}</b>
        <span>{t(app.name)}</span>
      </header>
      <dl className={sheetCss["facts"]}>
        <dt>{t(unlock.sheet.book)}</dt>
        <dd>{vault.label}</dd>
        <dt>{t(unlock.sheet.owner)}</dt>
        <dd>{profile.name}</dd>
        <dt>{t(unlock.sheet.created)}</dt>
        <dd>{formatInstant(vault.createdAt)}</dd>
      </dl>
      <ol className={sheetCss["groups"]}>
        {groupsOf(recoveryKey).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group's place is its identity; two may be equal
          <li key={index}>
            <span className={sheetCss["number"]}>{index + 1}</span>
            <span className={sheetCss["group"]}>{isCovered ? "••••" : group}</span>
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
      <label htmlFor="typed-back" className={sheetCss["label"]}>
        {t(unlock.sheet.check)}
      </label>
      <textarea
        id="typed-back"
        className={sheetCss["typed"]}
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
