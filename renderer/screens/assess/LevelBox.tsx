/** @file A level in large, with its name and what it stands for: last time, or now. */
import type { Level } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { LevelStair } from "../../parts/LevelMark.tsx";
import css from "../../parts/Meeting.module.css";
import { useT } from "../../text/text.ts";

interface LevelBoxProps {
  /** It names the levels. */
  readonly pack: Pack;
  readonly level: Level;
  readonly label: string;
  readonly isNow?: boolean;
}

export function LevelBox({ pack, level, label, isNow = false }: LevelBoxProps) {
  const t = useT();
  const name = pack.kind === "questionnaire" ? pack.levels.find((one) => one.id === level)?.name : undefined;
  return (
    <div className={css["level"]} data-now={isNow}>
      <span className="sb-ink-2">{label}</span>
      <span className={css["levelMark"]}>
        <LevelStair level={level} height={34} tone={isNow ? "accent" : "ink"} />
        <b>{level === "C1_LOWEST" ? "C1" : level}</b>
        <span className={css["levelName"]}>{name === undefined ? null : t(name)}</span>
      </span>
    </div>
  );
}
