/** @file A few words of the client's own. */
import { useEffect, useRef } from "react";
import type { Question } from "../../../shared/packs/question.ts";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Answer.module.css";

interface TextEntryProps {
  readonly question: Extract<Question, { readonly kind: "text" }>;
  readonly labelledBy: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

export function TextEntry({ question, labelledBy, text, onWrite }: TextEntryProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  // There is nothing to choose: writing can begin at once.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={css["text"]}>
      <textarea
        ref={field}
        className={css["textField"]}
        aria-labelledby={labelledBy}
        aria-describedby={`${labelledBy}-count`}
        rows={4}
        value={text}
        onChange={(event) => onWrite(event.currentTarget.value.replace(/[\r\n]+/g, " "))}
      />
      <p id={`${labelledBy}-count`} className={css["count"]}>
        {t(assess.meeting.count, { n: [...text].length, max: question.maxLength })}
      </p>
    </div>
  );
}
