/** @file Risk tolerance level C1 to C5 as a stair of five rising bars. */

import type { Level } from "../../shared/model/primitives.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import { Icon } from "./Icon.tsx";
import css from "./marks.module.css";

const steps: Readonly<Record<Level, number>> = { C1_LOWEST: 1, C1: 1, C2: 2, C3: 3, C4: 4, C5: 5 };

interface LevelMarkProps {
  /** Absent: not assessed, said in words. */
  readonly level: Level | undefined;
  /** Adds 稳健型 after C3. */
  readonly withName?: boolean;
  /** `accent` only on the client's own page; `quiet` for the behaviour view. */
  readonly tone?: "ink" | "accent" | "quiet";
}

export function LevelMark({ level, withName = false, tone = "ink" }: LevelMarkProps) {
  const t = useT();
  if (level === undefined) return <span className={css["ink3"]}>{t(parts.validity.none)}</span>;
  const lowest = level === "C1_LOWEST";
  return (
    <span className={css["mark"]}>
      <LevelStair level={level} tone={tone} />
      <span>
        <b>{lowest ? "C1" : level}</b>
        {withName ? ` ${t(parts.level[level])}` : ""}
      </span>
      {lowest ? <Icon name="octagonCross" className={css["bad"] ?? ""} /> : null}
      {lowest && !withName ? <span className="sb-hidden">{t(parts.level[level])}</span> : null}
    </span>
  );
}

/** The stair alone, at any height; the width follows. */
export function LevelStair({
  level,
  tone = "ink",
  height = 12,
}: {
  level: Level;
  tone?: LevelMarkProps["tone"];
  height?: number;
}) {
  return (
    <svg
      className={clsx(tone === "accent" && css["accent"], tone === "quiet" && css["quiet"])}
      width={(height * 21) / 12}
      height={height}
      viewBox="0 0 21 12"
      aria-hidden="true"
    >
      {[0, 1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          x={step * 4.4}
          y={9 - step * 2}
          width="3.2"
          height={3 + step * 2}
          className={step < steps[level] ? css["on"] : css["off"]}
        />
      ))}
    </svg>
  );
}
