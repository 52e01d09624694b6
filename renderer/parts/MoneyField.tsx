/** @file An amount: typed in yuan, 万 or 亿, kept in fen, read back in words so that a zero too many is seen. */
import { TextInput } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import { parseMoney } from "../../shared/model/typed.ts";
import { formatMoney } from "../text/format.ts";
import { parts } from "../text/parts.ts";
import { useLanguage, useT } from "../text/text.ts";
import { FieldErrorText } from "./FieldFrame.tsx";
import css from "./form.module.css";
import type { FieldProps } from "./form.ts";
import { useTypedText } from "./typed-text.ts";
import { useField } from "./useField.tsx";

/** From here on the amount is read back below the field: 1万元. */
const readBackFen = 1_000_000;

function printYuan(fen: number): string {
  return (fen / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });
}

export function MoneyField<V extends FieldValues, C = unknown, T = V>(props: FieldProps<V, C, T>) {
  const t = useT();
  const language = useLanguage();
  const { field, frame, message } = useField(props, (fen) => formatMoney(fen, language));
  const { ref, name, value, onChange, onBlur } = field;
  const typed = useTypedText<number>(value, onChange, { parse: parseMoney, print: printYuan });
  const isText = typeof value === "string" && value !== "";
  const reads =
    typeof value === "number" && value >= readBackFen
      ? t(parts.form.moneyReads, { money: formatMoney(value, language) })
      : undefined;
  return (
    <TextInput
      {...frame}
      error={message !== undefined && isText ? <FieldErrorText>{t(parts.form.notMoney)}</FieldErrorText> : frame.error}
      description={reads ?? props.help}
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
      rightSection={language === "en" ? undefined : <span className={css["unit"]}>元</span>}
      leftSection={language === "en" ? "¥" : undefined}
      rightSectionPointerEvents="none"
    />
  );
}
