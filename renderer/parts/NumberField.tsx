/** @file A whole or decimal number with its unit, as text: no spinner, no surprise when scrolling. */
import { TextInput } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import { parseNumber } from "../../shared/model/typed.ts";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useTypedText } from "./typed-text.ts";
import { useField } from "./useField.tsx";

interface NumberFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  /** Shown inside at the right: 个月, %. */
  readonly unit?: string;
}

export function NumberField<V extends FieldValues, C = unknown, T = V>(props: NumberFieldProps<V, C, T>) {
  const { field, frame } = useField(props);
  const { ref, name, value, onChange, onBlur } = field;
  const typed = useTypedText<number>(value, onChange, { parse: parseNumber, print: String });
  return (
    <TextInput
      {...frame}
      name={name}
      ref={ref}
      value={typed.text}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => typed.change(event.currentTarget.value)}
      onBlur={() => {
        typed.settle();
        onBlur();
      }}
      rightSection={props.unit === undefined ? undefined : <span className={css["unit"]}>{props.unit}</span>}
      rightSectionWidth="auto"
      rightSectionPointerEvents="none"
    />
  );
}
