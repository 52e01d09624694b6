/** @file Head of a screen: one title, one line of fact, actions at the right. */
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import css from "./layout.module.css";

interface PageHeadProps {
  readonly title: ReactNode;
  /** One line beside the title, in ink-2. */
  readonly fact?: ReactNode;
  /** Where the arrow leads, by its name. */
  readonly back?: { readonly label: string; readonly onBack: () => void };
  /** The actions; one of them primary at most. */
  readonly children?: ReactNode;
}

export function PageHead({ title, fact, back, children }: PageHeadProps) {
  return (
    <header className={css["head"]}>
      {back === undefined ? null : (
        <button type="button" className={css["back"]} onClick={back.onBack}>
          <Icon name="left" />
          {back.label}
        </button>
      )}
      <div className={css["titles"]}>
        <h1>{title}</h1>
        {fact === undefined ? null : <span className={css["fact"]}>{fact}</span>}
      </div>
      {children === undefined ? null : <div className={css["actions"]}>{children}</div>}
    </header>
  );
}
