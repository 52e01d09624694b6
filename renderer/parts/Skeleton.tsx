/** @file Rows of true height while a list loads; nothing for the first 300 ms. */
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./states.module.css";

const widths = [70, 48, 60, 54];

export function Skeleton({ rows = 8 }: { rows?: number }) {
  const t = useT();
  return (
    <div className={css["skeleton"]} role="status">
      <span className="sb-hidden">{t(parts.list.loading)}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholder rows are all alike
        <div key={row} className={css["skeletonRow"]} aria-hidden="true">
          <div className={css["bone"]} style={{ width: 16, height: 16 }} />
          <div className={css["bone"]} style={{ width: widths[row % widths.length] }} />
          <div className={css["bone"]} style={{ width: 120 }} />
        </div>
      ))}
    </div>
  );
}
