/** @file What every entry of the timeline looks like: date, icon on the line, headline, content, one line of facts. */
import type { ReactNode } from "react";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { papers } from "../../text/eligibility.ts";
import { formatDay, formatHash, formatTime } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Timeline.module.css";

interface TimelineFrameProps {
  readonly at: string;
  readonly icon: IconName;
  /** Evidence has the accent icon; what can be edited the grey one. */
  readonly isEvidence?: boolean;
  /** Of the record, where it is evidence and has been computed. */
  readonly hash?: string | undefined;
  readonly headline: ReactNode;
  readonly facts?: readonly (string | undefined)[];
  readonly children?: ReactNode;
}

export function TimelineFrame(props: TimelineFrameProps) {
  const { at, icon, isEvidence = false, hash, headline, facts = [], children } = props;
  const t = useT();
  const day = shanghaiDay(at);
  const said = facts.filter((fact) => fact !== undefined && fact !== "");
  return (
    <li className={css["entry"]}>
      <time className={css["date"]} dateTime={at}>
        {/* The month above says which year. */}
        {formatDay(day, "short", day)}
        <small>{formatTime(at)}</small>
      </time>
      <div className={css["icon"]} data-evidence={isEvidence}>
        <Icon name={icon} size={14} />
      </div>
      <div className={css["body"]}>
        <h4>{headline}</h4>
        {children}
        {said.length === 0 && hash === undefined ? null : (
          <p className={css["facts"]}>
            {said.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
            {hash === undefined ? null : (
              <span title={hash}>
                {t(papers.hash)} <span className="sb-mono">{formatHash(hash)}</span>
              </span>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
