/** @file Anatomy of a page in meeting mode: whose it is above, one thing in the middle, the way on below. */
import { Button } from "@mantine/core";
import { type ReactNode, type Ref, useEffect, useRef } from "react";
import type { Client } from "../../shared/model/client.ts";
import { assess } from "../text/assess.ts";
import { useT } from "../text/text.ts";
import { Icon } from "./Icon.tsx";
import { Key } from "./Key.tsx";
import { useKeys } from "./keys.ts";
import css from "./Meeting.module.css";

/** Whose page it is, and what is being done. */
export interface Whose {
  readonly client: Client;
  readonly subject: string;
}

interface FrameProps extends Whose {
  /** Where we are, at the right of the head. */
  readonly step?: ReactNode;
  /** Says quietly that the newest answers are on the disk; a failure says so in its own place. */
  readonly saver?: { readonly isSaving: boolean; readonly error: unknown };
  readonly onPause?: (() => void) | undefined;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

export function Frame({ client, subject, step, saver, onPause, children, footer }: FrameProps) {
  const t = useT();
  const { mister, madam } = assess.meeting;
  const name =
    client.gender === undefined ? client.name : t(client.gender === "male" ? mister : madam, { name: client.name });
  return (
    <div className={css["meet"]}>
      <header className={css["head"]}>
        <span>{name}</span>
        <span className="sb-ink-2">{subject}</span>
        <span className={css["where"]}>{step}</span>
        {saver === undefined || saver.error !== undefined ? null : (
          <span className={css["kept"]} aria-busy={saver.isSaving}>
            <Icon name="check" />
            {t(assess.meeting.kept)}
          </span>
        )}
        {onPause === undefined ? null : (
          <Button size="lg" className={css["pause"]} onClick={onPause}>
            {t(assess.meeting.pause)}
          </Button>
        )}
      </header>
      <main className={css["middle"]}>{children}</main>
      {footer === undefined ? null : <footer className={css["foot"]}>{footer}</footer>}
    </div>
  );
}

interface WaysProps {
  readonly onBack?: (() => void) | undefined;
  readonly backLabel: string;
  readonly onNext: () => void;
  readonly nextLabel: string;
  readonly busy?: boolean;
  /** `onBack` is a decision, not a step: no arrow, no key. */
  readonly isDecision?: boolean;
  /** Between the two: a hint, or what is missing. */
  readonly children?: ReactNode;
}

/** Back and on, with Enter and ←. A focused button keeps its own Enter. */
export function Ways({ onBack, backLabel, onNext, nextLabel, busy = false, isDecision = false, children }: WaysProps) {
  useKeys({
    Enter: (event) => {
      const { target } = event;
      if (target instanceof HTMLButtonElement) target.click();
      else if (!busy) onNext();
    },
    ArrowLeft: onBack === undefined || isDecision ? undefined : () => onBack(),
  });
  return (
    <div className={css["ways"]}>
      {onBack === undefined ? (
        <span />
      ) : (
        <Button
          size="xl"
          leftSection={isDecision ? null : <Icon name="left" size={20} />}
          disabled={busy}
          onClick={onBack}
        >
          {backLabel}
        </Button>
      )}
      <div className={css["hint"]}>{children}</div>
      <Button size="xl" variant="filled" loading={busy} rightSection={<Key>Enter</Key>} onClick={onNext}>
        {nextLabel}
      </Button>
    </div>
  );
}

/** Enter does the first thing on the page, unless a button has the focus. */
export function useEnter(first: () => void): void {
  useKeys({ Enter: ({ target }) => (target instanceof HTMLButtonElement ? target.click() : first()) });
}

/** The one heading of the page. It takes the focus, so that no answer is marked before the client chose. */
export function Asking({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const heading = useFocusOnce<HTMLHeadingElement>(id);
  return (
    <h1 ref={heading} id={id} tabIndex={-1} className={css["ask"]}>
      {children}
    </h1>
  );
}

function useFocusOnce<E extends HTMLElement>(key: string): Ref<E> {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is a new reason to focus
  useEffect(() => {
    element.current?.focus();
    element.current?.scrollIntoView({ block: "nearest" });
  }, [key]);
  return element;
}
