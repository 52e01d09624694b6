/** @file What all fields share: the label with （选填）, the error with its icon. */
import type { ReactNode } from "react";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./form.module.css";
import { Icon } from "./Icon.tsx";

/** The label above a field. */
export function FieldLabel({ label, optional }: { label: string; optional: boolean | undefined }) {
  const t = useT();
  return (
    <>
      {label}
      {optional === true ? <span className={css["optional"]}>{t(parts.form.optional)}</span> : null}
    </>
  );
}

/** The error below a field; nothing while there is none. */
export function FieldErrorText({ children }: { children: ReactNode }) {
  return (
    <span className={css["error"]}>
      <Icon name="struck" />
      <span>{children}</span>
    </span>
  );
}
