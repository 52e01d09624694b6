/** @file An empty list: a fact, why it matters, one way forward. No pictures. */
import type { ReactNode } from "react";
import css from "./states.module.css";

export function Empty({ title, why, action }: { title: string; why: string; action?: ReactNode }) {
  return (
    <div className={css["empty"]}>
      <b>{title}</b>
      <p>{why}</p>
      {action}
    </div>
  );
}
