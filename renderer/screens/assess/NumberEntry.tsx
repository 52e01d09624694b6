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
  const sign = min < 0 ? "-" : undefined;
  const point = integer === true ? undefined : ".";
  // As on a telephone, and what is no digit in a column of its own.
  const pad = ["1", "2", "3", "Backspace", "4", "5", "6", sign, "7", "8", "9", point, "0"];
  const press = (key: string) => onType((now) => pressed(now, key));
  useKeys(Object.fromEntries(pad.flatMap((key) => (key === undefined ? [] : [[key, () => press(key)]]))));
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
        {pad.map((key, place) =>
          key === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty place never moves
            <span key={place} />
          ) : (
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
          ),
        )}
      </div>
    </div>
  );
}
