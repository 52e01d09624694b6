/** @file Long work: verb, n of m, a bar, cancel, and what cancelling does. */
import { Button } from "@mantine/core";
import { useId } from "react";
import { formatCount } from "../text/format.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./states.module.css";

interface ProgressBarProps {
  /** What is being done: 正在导入. */
  readonly label: string;
  readonly done: number;
  /** 0 while the amount is not known. */
  readonly of: number;
  /** Shows `n / m` behind the label; off for bytes and other dull figures. */
  readonly counted?: boolean;
  readonly onCancel?: () => void;
  /** What cancelling does, below the bar. */
  readonly cancelHint?: string;
}

export function ProgressBar({ label, done, of, counted = true, onCancel, cancelHint }: ProgressBarProps) {
  const t = useT();
  const id = useId();
  const share = of > 0 ? Math.min(1, done / of) : 0;
  const words =
    counted && of > 0 ? t(parts.progress.counted, { label, done: formatCount(done), of: formatCount(of) }) : label;
  return (
    <div>
      <div className={css["progressHead"]}>
        <span id={id} className="sb-grow">
          {words}
        </span>
        {onCancel === undefined ? null : (
          <Button size="xs" onClick={onCancel}>
            {t(parts.progress.cancel)}
          </Button>
        )}
      </div>
      <div
        className={css["meter"]}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={css["meterFill"]} style={{ width: `${share * 100}%` }} />
      </div>
      {cancelHint === undefined ? null : <div className={css["hint"]}>{cancelHint}</div>}
    </div>
  );
}
