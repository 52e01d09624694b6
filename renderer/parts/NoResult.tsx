/** @file A search without a hit: what was searched for, where, and the ways on. */
import type { ReactNode } from "react";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./states.module.css";

interface NoResultProps {
  /** What was typed; or say the whole sentence in `title`. */
  readonly query?: string;
  readonly title?: string;
  /** Among what and by which fields was searched. */
  readonly where: string;
  readonly onClear?: () => void;
  /** Further ways on, such as creating it. */
  readonly children?: ReactNode;
}

export function NoResult({ query = "", title, where, onClear, children }: NoResultProps) {
  const t = useT();
  return (
    <div className={css["empty"]}>
      <b>{title ?? t(parts.list.noMatch, { query })}</b>
      <p>{where}</p>
      <div className={css["links"]}>
        {onClear === undefined ? null : (
          <button type="button" className="sb-link" onClick={onClear}>
            {t(parts.list.clear)}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
