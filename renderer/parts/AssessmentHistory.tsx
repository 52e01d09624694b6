/** @file All assessments of one client, newest first: level, points, day; each opens its result. */
import type { Assessment } from "../../shared/model/assessment.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import type { RecordId } from "../../shared/model/primitives.ts";
import { parts } from "../text/parts.ts";
import { result } from "../text/result.ts";
import { useT } from "../text/text.ts";
import css from "./AssessmentHistory.module.css";
import { LevelMark } from "./LevelMark.tsx";
import { Section } from "./Section.tsx";

interface AssessmentHistoryProps {
  /** Newest first. */
  readonly assessments: readonly Assessment[];
  /** The one on the screen now. */
  readonly current?: RecordId;
  readonly onOpen: (id: RecordId) => void;
}

export function AssessmentHistory({ assessments, current, onOpen }: AssessmentHistoryProps) {
  const t = useT();
  return (
    <Section ruled title={t(result.history.title)} right={t(result.history.count, { n: assessments.length })}>
      {assessments.length === 0 ? <p className="sb-ink-2">{t(parts.validity.none)}</p> : null}
      <ul>
        {assessments.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={css["row"]}
              aria-current={one.id === current ? "true" : undefined}
              onClick={() => onOpen(one.id)}
            >
              <span>{shanghaiDay(one.finishedAt)}</span>
              <LevelMark level={one.level} withName />
              <span className={css["points"]}>{t(result.points, { n: one.score.total })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
