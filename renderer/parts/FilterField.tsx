/** @file The filter over a list. `/` leads here; ↓ and Enter lead on to the rows, Esc clears, then leaves. */
import { type KeyboardEvent, useRef } from "react";
import css from "./FilterField.module.css";
import { Icon } from "./Icon.tsx";
import { Key } from "./Key.tsx";
import { useKeys } from "./keys.ts";

interface FilterFieldProps {
  /** Read aloud. */
  readonly label: string;
  /** What can be typed. */
  readonly hint: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** On to the rows. */
  readonly onLeave: () => void;
  /** What came of it, beside the field and read aloud when it changes. */
  readonly outcome?: string;
}

export function FilterField({ label, hint, clearLabel, value, onChange, onLeave, outcome = "" }: FilterFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "Enter") onLeave();
    else if (event.key === "Escape" && value !== "") onChange("");
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={css["line"]}>
      <div className={css["box"]}>
        <Icon name="search" />
        <input
          ref={field}
          className={css["input"]}
          value={value}
          placeholder={hint}
          aria-label={label}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {value === "" ? (
          <Key>/</Key>
        ) : (
          <button
            type="button"
            className={css["clear"]}
            aria-label={clearLabel}
            onClick={() => {
              onChange("");
              field.current?.focus();
            }}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <span className="sb-ink-2" role="status">
        {outcome}
      </span>
    </search>
  );
}
