/** @file Points by block, with last time as a tick on the bar. */
import { clsx } from "../../parts/clsx.ts";
import { Section } from "../../parts/Section.tsx";
import { formatSigned } from "../../text/format.ts";
import { result } from "../../text/result.ts";
import { useT } from "../../text/text.ts";
import css from "./Result.module.css";
import type { Reading } from "./reading.ts";

export function Blocks({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { record, pack, previous, comparison } = reading;
  const before = comparison?.comparable ? previous : undefined;
  return (
    <Section
      title={t(result.blocks.title)}
      right={
        before === undefined ? null : (
          <span className={css["legend"]}>
            <i className={css["tickSample"]} /> {t(result.blocks.last)}
          </span>
        )
      }
    >
      <div className={css["blocks"]}>
        {record.score.blocks.map((block) => {
          const title = pack.blocks.find((one) => one.id === block.id)?.title;
          const last = before?.score.blocks.find((one) => one.id === block.id)?.points;
          return (
            <div key={block.id} className={css["blockRow"]}>
              <span className="sb-ink-2">{title === undefined ? block.id : t(title)}</span>
              <span className={css["blockBar"]} aria-hidden="true">
                <i style={{ width: share(block.points, block.max) }} />
                {last === undefined ? null : <i className={css["tick"]} style={{ left: share(last, block.max) }} />}
              </span>
              <span className="sb-num">{t(result.ofMax, { n: block.points, max: block.max })}</span>
              <Delta value={comparison?.comparable ? comparison.blocks[block.id] : undefined} />
            </div>
          );
        })}
        <div className={clsx(css["blockRow"], css["blockTotal"])}>
          <span>{t(result.blocks.total)}</span>
          <span />
          <span className="sb-num">{t(result.ofMax, { n: record.score.total, max: record.score.max })}</span>
          <Delta value={comparison?.comparable ? comparison.total : undefined} />
        </div>
      </div>
    </Section>
  );
}

/** Signs instead of colours; zero is quiet. */
export function Delta({ value }: { readonly value: number | undefined }) {
  if (value === undefined) return <span />;
  return <span className={clsx("sb-num", value === 0 && "sb-ink-3")}>{formatSigned(value)}</span>;
}

function share(points: number, max: number): string {
  return `${max > 0 ? (points / max) * 100 : 0}%`;
}
