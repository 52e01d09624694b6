/** @file A scale as large steps in a row, from one end to the other. */
import { useKeys } from "../../parts/keys.ts";
import css from "./Answer.module.css";
import { steppedTo } from "./typed-number.ts";

interface StepsProps {
  readonly labelledBy: string;
  /** Native name of the group. */
  readonly name: string;
  /** Numbers, ascending by one. */
  readonly steps: readonly string[];
  readonly low: string;
  readonly high: string;
  readonly chosen: string | undefined;
  readonly onChoose: (step: string) => void;
}

export function Steps({ labelledBy, name, steps, low, high, chosen, onChoose }: StepsProps) {
  const digits = Array.from("0123456789", (digit) => {
    const step = steppedTo(steps, chosen, digit);
    return [digit, step === undefined ? undefined : () => onChoose(step)] as const;
  });
  useKeys(Object.fromEntries(digits));
  return (
    <div className={css["scale"]}>
      <fieldset className={css["steps"]} aria-labelledby={labelledBy} aria-describedby={`${labelledBy}-ends`}>
        {steps.map((step) => (
          <label key={step} className={css["step"]}>
            <input type="radio" name={name} checked={step === chosen} onChange={() => onChoose(step)} />
            {step}
          </label>
        ))}
      </fieldset>
      <p id={`${labelledBy}-ends`} className={css["ends"]}>
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </div>
  );
}
