/** @file All knowledge tests of one client, newest first: passed or not, points, day; each opens its result. */

import { shanghaiDay } from "../../shared/model/dates.ts";
import type { KnowledgeTest } from "../../shared/model/knowledge-test.ts";
import { parts } from "../text/parts.ts";
import { result } from "../text/result.ts";
import { useT } from "../text/text.ts";
import css from "./AssessmentHistory.module.css";
import { Section } from "./Section.tsx";

interface TestHistoryProps {
  /** Newest first. */
  readonly tests: readonly KnowledgeTest[];
  /** The one on the screen now. */
  readonly current?: string;
  readonly onOpen: (test: KnowledgeTest) => void;
}

export function TestHistory({ tests, current, onOpen }: TestHistoryProps) {
  const t = useT();
  return (
    <Section ruled title={t(parts.test.history)} right={t(result.history.count, { n: tests.length })}>
      {tests.length === 0 ? <p className="sb-ink-2">{t(parts.test.none)}</p> : null}
      <ul>
        {tests.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={css["row"]}
              aria-current={one.id === current ? "true" : undefined}
              onClick={() => onOpen(one)}
            >
              <span>{shanghaiDay(one.at)}</span>
              <span>{t(one.score.passed ? parts.test.passed : parts.test.failed)}</span>
              <span className={css["points"]}>{t(result.points, { n: one.score.total })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
