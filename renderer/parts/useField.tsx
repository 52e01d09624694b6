/** @file Binds a field to its form: value, label, help, and its error as a sentence. */
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { useT } from "../text/text.ts";
import { FieldErrorText, FieldLabel } from "./FieldFrame.tsx";
import { type FieldProps, sayError } from "./form.ts";

/** @param number how bounds in an error are written, such as fen as money */
export function useField<V extends FieldValues, C, T>(props: FieldProps<V, C, T>, number?: (value: number) => string) {
  const t = useT();
  const { field, fieldState } = useController<V, FieldPath<V>, T>({
    control: props.control as never,
    name: props.name,
  });
  const said = sayError(t, fieldState.error, number);
  const wrongShape = fieldState.error?.type === "invalid_format" && props.shape !== undefined;
  const message = wrongShape ? props.shape : said;
  return {
    field,
    message,
    /** For Mantine inputs. */
    frame: {
      label: <FieldLabel label={props.label} optional={props.optional} />,
      description: props.help,
      error: message === undefined ? undefined : <FieldErrorText>{message}</FieldErrorText>,
      autoFocus: props.startsHere ?? props.autoFocus ?? false,
    },
  };
}
