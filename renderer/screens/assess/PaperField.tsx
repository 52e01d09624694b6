/** @file A number or a few words on the paper form. */
import type { NumberQuestion, Question } from "../../../shared/packs/question.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { plainNumber } from "./typed-number.ts";

interface PaperFieldProps {
  readonly item: NumberQuestion | Extract<Question, { readonly kind: "text" }>;
  readonly labels: Readonly<Record<"aria-labelledby" | "aria-describedby", string | undefined>>;
  readonly text: string;
  /** Nothing when it is empty. */
  readonly onWrite: (answer: readonly string[]) => void;
}

export function PaperField({ item, labels, text, onWrite }: PaperFieldProps) {
  const t = useT();
  const isNumber = "ranges" in item;
  return (
    <>
      <input
        {...labels}
        className={isNumber ? css["paperNumber"] : css["paperText"]}
        type="text"
        inputMode={isNumber ? "decimal" : "text"}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget: { value } }) => {
          const typed = isNumber ? plainNumber(value) : value;
          onWrite(typed === "" ? [] : [typed]);
        }}
      />
      {isNumber && item.unit !== undefined ? <span className="sb-ink-2">{t(item.unit)}</span> : null}
    </>
  );
}
