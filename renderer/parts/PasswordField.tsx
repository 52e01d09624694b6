/** @file A passphrase or key, hidden until asked for. */
import { PasswordInput } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import type { FieldProps } from "./form.ts";
import { Icon } from "./Icon.tsx";
import { useField } from "./useField.tsx";

interface PasswordFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  readonly size?: "sm" | "lg";
  readonly isNew?: boolean;
}

export function PasswordField<V extends FieldValues, C = unknown, T = V>(props: PasswordFieldProps<V, C, T>) {
  const t = useT();
  const { field, frame } = useField(props);
  return (
    <PasswordInput
      {...frame}
      {...field}
      value={field.value ?? ""}
      size={props.size ?? "sm"}
      autoComplete={props.isNew === true ? "new-password" : "off"}
      visibilityToggleIcon={({ reveal }) => <Icon name={reveal ? "eyeOff" : "eye"} />}
      visibilityToggleButtonProps={{ "aria-label": t(parts.form.showSecret), tabIndex: 0 }}
    />
  );
}
