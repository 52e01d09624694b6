/** @file A failure in the user's words: what broke, what was not changed, what to do, the code last. */
import type { ReactNode } from "react";
import { errors } from "../../shared/error-texts.ts";
import { AppError } from "../../shared/errors.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { Icon } from "./Icon.tsx";
import css from "./states.module.css";

interface ErrorNoteProps {
  /** Whatever was thrown; anything but an AppError reads as unforeseen. */
  readonly error: unknown;
  /** Ways on, such as trying again. */
  readonly children?: ReactNode;
}

export function ErrorNote({ error, children }: ErrorNoteProps) {
  const t = useT();
  const { code, params } = error instanceof AppError ? error : new AppError("unexpected");
  const { broke, kept, next } = errors[code];
  return (
    <div className={css["error"]} role="alert">
      <Icon name="octagonCross" />
      <div>
        <b>{t(broke, params)}</b>
        <p>{t(kept, params)}</p>
        <p>{t(next, params)}</p>
        <div className={css["links"]}>
          {children}
          <span className={css["code"]}>{t(parts.common.errorCode, { code })}</span>
        </div>
      </div>
    </div>
  );
}
