/** @file A titled part of a page or pane; `ruled` draws the hairline above. */
import { type ReactNode, useId } from "react";
import { clsx } from "./clsx.ts";
import css from "./layout.module.css";

interface SectionProps {
  readonly title: ReactNode;
  /** Quiet fact or action at the right end. */
  readonly right?: ReactNode;
  readonly ruled?: boolean;
  readonly children?: ReactNode;
}

export function Section({ title, right, ruled = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={clsx(css["section"], ruled && css["ruled"])} aria-labelledby={id}>
      <div className={css["sectionHead"]}>
        <h2 id={id}>{title}</h2>
        {right === undefined ? null : <div className={css["sectionRight"]}>{right}</div>}
      </div>
      {children}
    </section>
  );
}
