/** @file One of several, as the system's own list: quick by keyboard, right in every language. */
import { NativeSelect } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import type { FieldProps } from "./form.ts";
import { Icon } from "./Icon.tsx";
import { useField } from "./useField.tsx";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  readonly options: readonly Option[];
  /** The empty choice, where neither 不选 nor 请选择 says it. */
  readonly none?: string;
}

export function SelectField<V extends FieldValues, C = unknown, T = V>(props: SelectFieldProps<V, C, T>) {
  const t = useT();
  const { field, frame } = useField(props);
  const none = { value: "", label: props.none ?? t(props.optional === true ? parts.form.none : parts.form.choose) };
  return (
    <NativeSelect
      {...frame}
      {...field}
      value={field.value ?? ""}
      data={[none, ...props.options]}
      rightSection={<Icon name="down" />}
      rightSectionPointerEvents="none"
    />
  );
}
