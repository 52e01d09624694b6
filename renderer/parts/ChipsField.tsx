/** @file Several short texts, such as tags: Enter or a comma adds, Backspace takes the last away. */
import { type KeyboardEvent, useId, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { FieldErrorText, FieldLabel } from "./FieldFrame.tsx";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { Icon } from "./Icon.tsx";
import { useField } from "./useField.tsx";

interface ChipsFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
}

export function ChipsField<V extends FieldValues, C = unknown, T = V>(props: ChipsFieldProps<V, C, T>) {
  const t = useT();
  const id = useId();
  const { field, message } = useField(props);
  const { ref, name, value, onChange, onBlur } = field;
  const [text, setText] = useState("");
  const chips = Array.isArray(value) ? (value as readonly string[]) : [];
  const below = [message === undefined ? undefined : `${id}-error`, `${id}-help`].filter(Boolean).join(" ");

  function add(typed: string): void {
    const fresh = typed.split(/[,，、]/).map((chip) => chip.trim());
    const next = [...new Set([...chips, ...fresh.filter((chip) => chip !== "")])];
    setText("");
    if (next.length > chips.length) onChange(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter also ends a word in an input method: not ours while composing.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && chips.length > 0) {
      onChange(chips.slice(0, -1));
    }
  }

  return (
    <div>
      <label className="sb-label" htmlFor={id}>
        <FieldLabel label={props.label} optional={props.optional} />
      </label>
      <div className={css["chips"]} data-invalid={message !== undefined}>
        {chips.map((chip) => (
          <span key={chip} className={css["chip"]}>
            {chip}
            <button
              type="button"
              aria-label={t(parts.form.removeChip, { chip })}
              onClick={() => onChange(chips.filter((other) => other !== chip))}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={ref}
          name={name}
          value={text}
          list={props.suggestions === undefined ? undefined : `${id}-list`}
          autoComplete="off"
          aria-describedby={below}
          aria-invalid={message !== undefined}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            const composing = (event.nativeEvent as InputEvent).isComposing;
            if (!composing && /[,，、]$/.test(typed)) add(typed);
            else setText(typed);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            add(text);
            onBlur();
          }}
        />
      </div>
      {props.suggestions === undefined ? null : (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      {message === undefined ? null : (
        <div id={`${id}-error`} className={css["below"]}>
          <FieldErrorText>{message}</FieldErrorText>
        </div>
      )}
      <div id={`${id}-help`} className={css["help"]}>
        {props.help ?? t(parts.form.addChip)}
      </div>
    </div>
  );
}
