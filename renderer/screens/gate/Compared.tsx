/** @file Level against grade: two rows of five slots in line; what is above the level is hatched. */
import type { Level } from "../../../shared/model/primitives.ts";
import { type Grade, grades } from "../../../shared/packs/match-matrix.ts";
import { clsx } from "../../parts/clsx.ts";
import { gate as words } from "../../text/gate.ts";
import { parts } from "../../text/parts.ts";
import { useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { levelCode } from "./step-facts.ts";

interface ComparedProps {
  readonly level: Level | undefined;
  readonly grade: Grade;
}

export function Compared({ level, grade }: ComparedProps) {
  const t = useT();
  const own = level === undefined ? 0 : Number(levelCode(level)[1]);
  const wanted = grades.indexOf(grade) + 1;
  const slots = [1, 2, 3, 4, 5] as const;
  const spoken =
    level === undefined
      ? t(words.compared.none)
      : t(words.compared.spoken, { level: `${levelCode(level)} ${t(parts.level[level])}`, grade });
  return (
    <div className={css["compared"]} role="img" aria-label={spoken}>
      <span className="sb-ink-3">
        {level === undefined ? t(words.compared.none) : t(words.compared.client, { name: t(parts.level[level]) })}
      </span>
      <div className={css["slots"]}>
        {slots.map((slot) => (
          <span key={slot} className={clsx(css["slot"], slot <= own && css["filled"], slot === own && css["edge"])}>
            C{slot}
          </span>
        ))}
      </div>
      <span className="sb-ink-3">{t(words.compared.product, { name: t(parts.grade[grade]) })}</span>
      <div className={css["slots"]}>
        {slots.map((slot) => (
          <span
            key={slot}
            className={clsx(
              css["slot"],
              slot <= wanted && css["filled"],
              slot <= wanted && slot > own && level !== undefined && css["above"],
              slot === wanted && css["edge"],
            )}
          >
            R{slot}
          </span>
        ))}
      </div>
    </div>
  );
}
