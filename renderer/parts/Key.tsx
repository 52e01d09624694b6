/** @file A key as it is printed on buttons and in the foot bar. */
import type { ReactNode } from "react";
import css from "./layout.module.css";

/** Decoration on a button: the button's name already says what it does. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <span className={css["key"]} aria-hidden="true">
      {children}
    </span>
  );
}

/** Keys and what they do, for the foot bar and the help. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key} className={css["key"]} style={{ marginRight: 4 }}>
          {key}
        </kbd>
      ))}
      {children}
    </span>
  );
}
