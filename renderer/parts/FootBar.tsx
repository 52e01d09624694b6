/** @file Foot of a screen: hints and counts; taller when it holds the commit button. */
import type { ReactNode } from "react";
import { clsx } from "./clsx.ts";
import css from "./layout.module.css";

export function FootBar({
  children,
  right,
  tall = false,
}: {
  children?: ReactNode;
  right?: ReactNode;
  tall?: boolean;
}) {
  return (
    <footer className={clsx(css["foot"], tall && css["footTall"])}>
      {children}
      {right === undefined ? null : <div className={css["footRight"]}>{right}</div>}
    </footer>
  );
}
