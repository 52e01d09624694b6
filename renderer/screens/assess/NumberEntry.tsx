/** @file A number: typed at once, into the field, or on the digits of the screen. */
import type { NumberQuestion } from "../../../shared/packs/question.ts";
import { useKeys } from "../../parts/keys.ts";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Answer.module.css";
import { plainNumber, pressed } from "./typed-number.ts";

interface NumberEntryProps {
  readonly question: NumberQuestion;
  readonly labelledBy: string;
  /** As typed so far. */
  readonly text: string;
  readonly onType: (change: (text: string) => string) => void;
}

export function NumberEntry({ question, labelledBy, text, onType }: NumberEntryProps) {
  const t = useT();
  const { unit, integer, min } = question;
  const keys = [..."1234567890", "Backspace", ...(min < 0 ? ["-"] : []), ...(integer === true ? [] : ["."])];
  const press = (key: string) => onType((now) => pressed(now, key));
  useKeys(Object.fromEntries(keys.map((key) => [key, () => press(key)])));
  const names: Readonly<Record<string, string>> = {
    Backspace: t(assess.meeting.backspace),
    "-": t(assess.meeting.minus),
    ".": t(assess.meeting.point),
  };
  const faces: Readonly<Record<string, string>> = { Backspace: "⌫", "-": "+/−" };
  return (
    <div className={css["number"]}>
      <div className={css["numberLine"]}>
        <input
          className={css["numberField"]}
          aria-labelledby={labelledBy}
          inputMode="none"
          autoComplete="off"
          maxLength={16}
          value={text}
          onChange={(event) => {
            const typed = plainNumber(event.currentTarget.value);
            onType(() => typed);
          }}
        />
        {unit === undefined ? null : <span className={css["unit"]}>{t(unit)}</span>}
      </div>
      <div className={css["pad"]}>
        {keys.map((key) => (
          // Not a stop for Tab: whoever has a keyboard types.
          <button
            key={key}
            type="button"
            tabIndex={-1}
            className={css["padKey"]}
            data-key={key}
            aria-label={names[key] ?? key}
            onClick={() => press(key)}
          >
            {faces[key] ?? key}
          </button>
        ))}
      </div>
    </div>
  );
}
