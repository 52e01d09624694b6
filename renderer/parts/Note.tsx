/** @file A strip that says something the reader should know now. `bad` is announced at once. */
import type { ReactNode } from "react";
import { clsx } from "./clsx.ts";
import css from "./states.module.css";

interface NoteProps {
  readonly tone: "info" | "ok" | "warn" | "bad";
  readonly children: ReactNode;
  /** Links or buttons behind the sentence. */
  readonly action?: ReactNode;
}

export function Note({ tone, children, action }: NoteProps) {
  return (
    <div className={clsx(css["note"], tone !== "warn" && css[tone])} role={tone === "bad" ? "alert" : "status"}>
      <div className={css["noteRow"]}>
        <div>{children}</div>
        {action}
      </div>
    </div>
  );
}
