/** @file One of a few, all in sight: native radio buttons, arrow keys move and choose. */
import { type ReactNode, useId } from "react";
import type { FieldValues } from "react-hook-form";
import { FieldErrorText, FieldLabel } from "./FieldFrame.tsx";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useField } from "./useField.tsx";

interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
}

interface RadioFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  readonly options: readonly RadioOption[];
}

export function RadioField<V extends FieldValues, C = unknown, T = V>(props: RadioFieldProps<V, C, T>) {
  const id = useId();
  const { field, message } = useField(props);
  return (
    <fieldset className={css["fieldset"]} aria-describedby={message === undefined ? undefined : `${id}-error`}>
      <legend className="sb-label">
        <FieldLabel label={props.label} optional={props.optional} />
      </legend>
      <div className={css["options"]}>
        {props.options.map((option, index) => (
          <label key={option.value} className={css["option"]}>
            <input
              ref={index === 0 ? field.ref : undefined}
              type="radio"
              name={`${id}-${props.name}`}
              value={option.value}
              checked={field.value === option.value}
              onChange={() => field.onChange(option.value)}
              onClick={() => {
                // What need not be chosen can be unchosen: once more on the chosen one.
                if (props.optional === true && field.value === option.value) field.onChange("");
              }}
              onBlur={field.onBlur}
            />
            {option.label}
          </label>
        ))}
      </div>
      {message === undefined ? null : (
        <div id={`${id}-error`} className={css["below"]} role="alert">
          <FieldErrorText>{message}</FieldErrorText>
        </div>
      )}
      {props.help === undefined ? null : <div className={css["help"]}>{props.help}</div>}
    </fieldset>
  );
}
