/** @file One line of text, bound to a form. */
import { TextInput } from "@mantine/core";
import type { HTMLInputAutoCompleteAttribute } from "react";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./form.ts";
import { useField } from "./useField.tsx";

interface TextFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  readonly type?: "text" | "tel" | "email";
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly size?: "sm" | "lg";
}

export function TextField<V extends FieldValues, C = unknown, T = V>(props: TextFieldProps<V, C, T>) {
  const { field, frame } = useField(props);
  return (
    <TextInput
      {...frame}
      {...field}
      value={field.value ?? ""}
      type={props.type ?? "text"}
      size={props.size ?? "sm"}
      autoComplete={props.autoComplete ?? "off"}
    />
  );
}
