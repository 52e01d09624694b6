/** @file Product risk grade R1 to R5 as five equal diamonds. */
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./marks.module.css";

export type Grade = "R1" | "R2" | "R3" | "R4" | "R5";

interface GradeMarkProps {
  readonly grade: Grade;
  /** Adds 中高 after R4. */
  readonly withName?: boolean;
  /** The diamonds alone, where the grade stands beside them. */
  readonly bare?: boolean;
}

export function GradeMark({ grade, withName = false, bare = false }: GradeMarkProps) {
  const t = useT();
  const filled = Number(grade[1]);
  return (
    <span className={css["mark"]}>
      <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((slot) => (
          <path
            key={slot}
            d={`M${3 + slot * 6} 3.2l2.6 2.9-2.6 2.9-2.6-2.9z`}
            className={slot < filled ? css["on"] : css["off"]}
          />
        ))}
      </svg>
      {bare ? null : (
        <span>
          <b>{grade}</b>
          {withName ? ` ${t(parts.grade[grade])}` : ""}
        </span>
      )}
    </span>
  );
}
