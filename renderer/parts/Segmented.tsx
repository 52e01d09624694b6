/** @file A choice between a few words that takes effect at once; native radio buttons in one outline. */
import { useId } from "react";
import { clsx } from "./clsx.ts";
import css from "./Segmented.module.css";

interface SegmentedProps<T extends string> {
  readonly label: string;
  /** The label is read aloud but not drawn, as in a pane's head. */
  readonly bare?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly describedBy?: string;
}

export function Segmented<T extends string>({
  label,
  bare = false,
  value,
  options,
  onChange,
  describedBy,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <div className={css["line"]} role="radiogroup" aria-labelledby={`${name}-label`} aria-describedby={describedBy}>
      <span id={`${name}-label`} className={clsx(bare ? "sb-hidden" : css["label"])}>
        {label}
      </span>
      <div className={css["options"]}>
        {options.map((option) => (
          <label key={option.value} className={css["option"]}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
