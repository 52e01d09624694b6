/** @file Yes or no: a box with its sentence. */
import { useId } from "react";
import type { FieldValues } from "react-hook-form";
import { FieldErrorText } from "./FieldFrame.tsx";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useField } from "./useField.tsx";

export function CheckField<V extends FieldValues, C = unknown, T = V>(props: FieldProps<V, C, T>) {
  const id = useId();
  const { field, message } = useField(props);
  return (
    <div>
      <label className={css["check"]}>
        <input
          ref={field.ref}
          type="checkbox"
          name={field.name}
          checked={field.value === true}
          aria-invalid={message !== undefined}
          aria-describedby={message === undefined ? undefined : `${id}-error`}
          onChange={(event) => field.onChange(event.currentTarget.checked)}
          onBlur={field.onBlur}
        />
        <span>{props.label}</span>
      </label>
      {props.help === undefined ? null : <div className={css["help"]}>{props.help}</div>}
      {message === undefined ? null : (
        <div id={`${id}-error`} className={css["below"]}>
          <FieldErrorText>{message}</FieldErrorText>
        </div>
      )}
    </div>
  );
}
