/** @file Several lines of text; grows with what is written. */
import { Textarea } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useField } from "./useField.tsx";

export function TextAreaField<V extends FieldValues, C = unknown, T = V>(props: FieldProps<V, C, T>) {
  const { field, frame } = useField(props);
  return <Textarea {...frame} {...field} value={field.value ?? ""} classNames={{ input: css["area"] ?? "" }} />;
}
