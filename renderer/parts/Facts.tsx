/** @file Labels and values as a definition list; a value brings its reason. */
import { Fragment, type ReactNode } from "react";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./layout.module.css";

export interface Fact {
  readonly label: ReactNode;
  /** Absent shows 未填. */
  readonly value: ReactNode;
  /** Source, rule, version or last value, in ink-3 behind the value. */
  readonly reason?: ReactNode;
  /** Where labels repeat. */
  readonly key?: string;
}

export function Facts({ facts, labelWidth }: { facts: readonly Fact[]; labelWidth?: number }) {
  const t = useT();
  const style =
    labelWidth === undefined ? undefined : ({ "--facts-label": `${labelWidth}px` } as Record<string, string>);
  return (
    <dl className={css["facts"]} style={style}>
      {facts.map((fact, index) => (
        <Fragment key={fact.key ?? index}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value === undefined || fact.value === "" ? (
              <span className="sb-ink-3">{t(parts.common.unfilled)}</span>
            ) : (
              fact.value
            )}
            {fact.reason === undefined ? null : <span className={css["reason"]}>{fact.reason}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
