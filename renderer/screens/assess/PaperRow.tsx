/** @file One question of the paper form: a line of answers with their digits. */
import { type KeyboardEvent, useId } from "react";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { type Item, isMultiple } from "./sheet.ts";

interface PaperRowProps {
  readonly item: Item;
  readonly number: number | undefined;
  readonly chosen: readonly string[];
  readonly isLacking: boolean;
  /** By digit. */
  readonly onPress: (option: string) => void;
  /** By mouse or the keyboard's own way. */
  readonly onPick: (option: string) => void;
  readonly onMove: (by: 1 | -1) => void;
}

export function PaperRow({ item, number, chosen, isLacking, onPress, onPick, onMove }: PaperRowProps) {
  const t = useT();
  const id = useId();
  const several = isMultiple(item);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^[1-9]$/.test(event.key) ? item.options[Number(event.key) - 1] : undefined;
    const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (digit === undefined && by === undefined) return;
    // Arrows would otherwise choose: here they only move, so that nothing is answered in passing.
    event.preventDefault();
    if (digit !== undefined) onPress(digit.id);
    else if (by !== undefined) onMove(by);
  }

  return (
    <div className={css["paperRow"]} data-row={item.id}>
      <span className="sb-ink-3">{number}</span>
      <div>
        <span id={id}>{t(item.title)}</span>
        {several ? <span className={css["many"]}>{t(assess.paper.many)}</span> : null}
        {isLacking ? (
          <div id={`${id}-error`}>
            <FieldErrorText>{t(assess.paper.missing)}</FieldErrorText>
          </div>
        ) : null}
      </div>
      {/* The keys are those of the radio buttons and boxes inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        className={css["paperOptions"]}
        onKeyDown={onKeyDown}
        aria-labelledby={id}
        aria-describedby={isLacking ? `${id}-error` : undefined}
      >
        {item.options.map((option, index) => (
          <label key={option.id} className={css["paperOption"]}>
            <input
              type={several ? "checkbox" : "radio"}
              name={id}
              checked={chosen.includes(option.id)}
              onChange={() => onPick(option.id)}
            />
            <span className={css["paperDigit"]} aria-hidden="true">
              {index + 1}
            </span>
            {t(option.text)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
