/**
 * @file Until when an assessment counts. In a table: the date, or a warning in
 * words from 30 days before. With `from`: a bar from start to end and both words.
 */
import { daysBetween } from "../../shared/model/dates.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import { IconMark } from "./IconMark.tsx";
import css from "./marks.module.css";
import { useToday } from "./today.ts";

const warnDays = 30;

interface ValidityProps {
  /** Last valid day; absent when never assessed. */
  readonly until: string | undefined;
  /** First valid day: draws the bar. */
  readonly from?: string;
}

export function Validity({ until, from }: ValidityProps) {
  const t = useT();
  const today = useToday();
  if (until === undefined) return <span className={css["ink3"]}>{t(parts.validity.none)}</span>;
  const days = daysBetween(today, until);
  return from === undefined ? <Words until={until} days={days} /> : <Bar from={from} until={until} days={days} />;
}

function Words({ until, days }: { until: string; days: number }) {
  const t = useT();
  if (days < 0) {
    return (
      <IconMark icon="struck" tone="bad">
        <span title={until}>{t(parts.validity.past, { days: -days })}</span>
      </IconMark>
    );
  }
  if (days <= warnDays) {
    return (
      <IconMark icon="clock" tone="warn">
        <span title={until}>{days === 0 ? t(parts.validity.today) : t(parts.validity.soon, { days })}</span>
      </IconMark>
    );
  }
  return <span className={css["ink2"]}>{until}</span>;
}

function Bar({ from, until, days }: { from: string; until: string; days: number }) {
  const t = useT();
  const whole = Math.max(1, daysBetween(from, until));
  const share = Math.min(1, Math.max(0, days / whole));
  const tone = days < 0 ? css["fillBad"] : days <= warnDays && css["fillWarn"];
  return (
    <div>
      <div className={css["bar"]} aria-hidden="true">
        <div className={clsx(css["fill"], tone)} style={{ width: `${days < 0 ? 100 : share * 100}%` }} />
      </div>
      <div className={css["ends"]}>
        <span>{t(parts.validity.until, { day: until })}</span>
        {days < 0 || days <= warnDays ? (
          <Words until={until} days={days} />
        ) : (
          <span>{t(parts.validity.left, { days })}</span>
        )}
      </div>
    </div>
  );
}
