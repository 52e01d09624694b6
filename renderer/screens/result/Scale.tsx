/** @file Points on the scale of bands: this time, last time, and the cap where it bites. */
import { clsx } from "../../parts/clsx.ts";
import { result } from "../../text/result.ts";
import { useT } from "../../text/text.ts";
import css from "./Result.module.css";
import { bandIndex, positionOf, type Reading, shortLevel } from "./reading.ts";
import { levelName } from "./words.ts";

/** Share of the scale that the words about last time take. */
const room = 0.12;

export function Scale({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { record, pack, biting, previous, comparison } = reading;
  const { bands } = pack;
  const { total, band, level } = record.score;
  const here = bandIndex(level, bands);
  const at = positionOf(total, bands);
  const lastAt = previous !== undefined && comparison?.comparable ? positionOf(previous.score.total, bands) : undefined;
  const cap = biting[0];
  const label = t(result.scale.label, { total, band, level: shortLevel(level) });
  return (
    // A drawing in words and boxes, read aloud as one sentence; an img element could not hold it.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={css["scale"]} role="img" aria-label={cap === undefined ? label : `${label}; ${t(cap.reason)}`}>
      {cap === undefined ? null : (
        <CapLine from={(here + 0.5) / bands.length} to={at} edge={(here + 1) / bands.length} reason={t(cap.reason)} />
      )}
      <span className={css["score"]} style={{ left: percent(at) }}>
        <b>{total}</b>
        <i className={css["pointer"]} />
      </span>
      {lastAt === undefined ? null : (
        <span
          className={clsx(css["last"], lastAt <= at && at - lastAt < room && lastAt > room && css["lastLeft"])}
          style={{ left: percent(lastAt) }}
        >
          <svg width="10" height="8" viewBox="0 0 10 8" aria-hidden="true">
            <path d="M5 7.5L0.8 0.5h8.4z" />
          </svg>
          <span>{t(result.scale.last, { n: previous?.score.total ?? "" })}</span>
        </span>
      )}
      <ol className={css["bands"]}>
        {bands.map((one, index) => (
          <li key={one.level} className={clsx(css["band"], index === here && css["bandHere"])}>
            <span className={css["bandBar"]} />
            <span className={css["bandName"]}>
              {index === here
                ? `${shortLevel(level)} ${levelName(t, pack, level)}`
                : `${one.level} ${levelName(t, pack, one.level)}`}
            </span>
            <span className="sb-ink-3">
              {one.from}–{one.to}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface CapLineProps {
  /** Places from 0 to 1: the level's middle, the points, the upper edge of the level. */
  readonly from: number;
  readonly to: number;
  readonly edge: number;
  readonly reason: string;
}

function CapLine({ from, to, edge, reason }: CapLineProps) {
  return (
    <>
      <span className={css["capWords"]} style={from < 0.5 ? { left: percent(from) } : { right: percent(1 - from) }}>
        {reason}
      </span>
      <span className={css["capLine"]} style={{ left: percent(from), width: percent(Math.max(0, to - from)) }} />
      <span className={css["capEdge"]} style={{ left: percent(edge) }} />
    </>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
