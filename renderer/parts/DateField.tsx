/** @file A day: typed in any usual form and kept as ISO, or picked from the system's calendar. */
import { TextInput } from "@mantine/core";
import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { parseDay } from "../../shared/model/typed.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { Icon } from "./Icon.tsx";
import { useTypedText } from "./typed-text.ts";
import { useField } from "./useField.tsx";

export function DateField<V extends FieldValues, C = unknown, T = V>(props: FieldProps<V, C, T>) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const { field, frame } = useField(props);
  const { ref, name, value, onChange, onBlur } = field;
  const typed = useTypedText<string>(value, onChange, { parse: parseDay, print: (day) => day });
  return (
    <TextInput
      {...frame}
      name={name}
      ref={ref}
      value={typed.text}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => typed.change(event.currentTarget.value)}
      onBlur={() => {
        typed.settle();
        onBlur();
      }}
      rightSection={
        <>
          {/* Its own text would read mm/dd/yyyy whatever the language, so only its calendar is used. */}
          <input
            ref={picker}
            type="date"
            className={css["picker"]}
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => event.currentTarget.value !== "" && onChange(event.currentTarget.value)}
          />
          <button
            type="button"
            className={css["iconButton"]}
            aria-label={`${t(parts.form.pickDay)}: ${props.label}`}
            onClick={() => {
              if (picker.current === null) return;
              picker.current.value = parseDay(typed.text) ?? "";
              picker.current.showPicker();
            }}
          >
            <Icon name="calendar" />
          </button>
        </>
      }
    />
  );
}
