/** @file Large answers, 64 px: touch, number keys, or the keyboard's own way with radio buttons and boxes. */
import type { ReactNode } from "react";
import { clsx } from "./clsx.ts";
import { Icon } from "./Icon.tsx";
import { useKeys } from "./keys.ts";
import css from "./Meeting.module.css";

interface OptionsProps {
  /** Id of the heading that asks. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  /** Native name of the group. */
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly label: ReactNode; readonly note?: ReactNode }[];
  readonly chosen: readonly string[];
  readonly several: boolean;
  /** Number of the first, where other groups stand before this one. */
  readonly first?: number;
  /** Sentences to read instead of words to choose from. */
  readonly isLong?: boolean;
  readonly onChoose: (id: string) => void;
}

export function Options(props: OptionsProps) {
  const { labelledBy, describedBy, name, options, chosen, several, first = 1, isLong = false, onChoose } = props;
  const digits = options.map((option, index) => [String(first + index), () => onChoose(option.id)] as const);
  useKeys(Object.fromEntries(digits.filter(([digit]) => digit.length === 1)));
  return (
    <fieldset
      className={clsx(css["options"], isLong && css["long"])}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {options.map((option, index) => (
        <label key={option.id} className={css["option"]}>
          <input
            type={several ? "checkbox" : "radio"}
            name={name}
            checked={chosen.includes(option.id)}
            onChange={() => onChoose(option.id)}
          />
          <span className={css["digit"]} aria-hidden="true">
            {first + index}
          </span>
          <span className="sb-grow">
            {option.label}
            {option.note === undefined ? null : <span className={css["optionNote"]}>{option.note}</span>}
          </span>
          <Icon name="check" size={28} className={css["tick"] ?? ""} />
        </label>
      ))}
    </fieldset>
  );
}
