/** @file Several lines of text; grows with what is written. */
import { Textarea } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useField } from "./useField.tsx";

interface TextAreaFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  /** A dialog that opens puts the focus here, whatever stands above. */
  readonly isFirst?: boolean;
}

export function TextAreaField<V extends FieldValues, C = unknown, T = V>({
  isFirst = false,
  ...props
}: TextAreaFieldProps<V, C, T>) {
  const { field, frame } = useField(props);
  return (
    <Textarea
      {...frame}
      {...field}
      value={field.value ?? ""}
      classNames={{ input: css["area"] ?? "" }}
      {...(isFirst && { "data-autofocus": true })}
    />
  );
}
