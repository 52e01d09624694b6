/** @file Several things on one scale of answers: a grid, gone through row by row. */
import { useState } from "react";
import { type MatrixQuestion, rowId } from "../../../shared/packs/question.ts";
import { chosenFor } from "../../../shared/rules/answers.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { useT } from "../../text/text.ts";
import css from "./Answer.module.css";

interface MatrixProps {
  readonly item: MatrixQuestion;
  /** Id of the heading that asks. */
  readonly labelledBy: string;
  readonly answers: Answers;
  readonly onAnswer: (id: string, change: () => readonly string[]) => void;
}

export function Matrix({ item, labelledBy, answers, onAnswer }: MatrixProps) {
  const t = useT();
  const isOpen = ({ id }: MatrixQuestion["rows"][number]) => chosenFor(answers, rowId(item, id)).length === 0;
  const [active, setActive] = useState(() => Math.max(0, item.rows.findIndex(isOpen)));

  function choose(row: number, option: string): void {
    const { id } = item.rows[row] ?? { id: "" };
    onAnswer(rowId(item, id), () => [option]);
    setActive(row);
  }

  function press(option: string): void {
    choose(active, option);
    setActive(Math.min(active + 1, item.rows.length - 1));
  }

  useKeys({
    ...Object.fromEntries(item.options.map(({ id }, index) => [String(index + 1), () => press(id)])),
    ArrowUp: () => setActive(Math.max(0, active - 1)),
    ArrowDown: () => setActive(Math.min(item.rows.length - 1, active + 1)),
  });
  const columns = { "--columns": item.options.length } as Record<string, number>;
  return (
    <div className={css["matrix"]} style={columns}>
      <div className={css["matrixHead"]} aria-hidden="true">
        <span />
        {item.options.map((option, index) => (
          <span key={option.id}>
            <span className={css["matrixDigit"]}>{index + 1}</span>
            {t(option.text)}
          </span>
        ))}
      </div>
      {item.rows.map((row, index) => (
        <fieldset
          key={row.id}
          className={css["matrixRow"]}
          data-active={index === active}
          aria-labelledby={`${labelledBy} ${labelledBy}-${row.id}`}
        >
          <span id={`${labelledBy}-${row.id}`} className={css["matrixName"]}>
            {t(row.text)}
          </span>
          {item.options.map((option) => (
            <label key={option.id} className={css["cell"]}>
              <input
                type="radio"
                name={rowId(item, row.id)}
                checked={chosenFor(answers, rowId(item, row.id)).includes(option.id)}
                onChange={() => choose(index, option.id)}
                onFocus={() => setActive(index)}
              />
              <Icon name="check" size={24} />
              <span className={css["cellName"]}>{t(option.text)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
