/** @file A new passphrase twice, with advice while it is typed. */
import { type Control, type FieldPath, type FieldValues, useWatch } from "react-hook-form";
import { z } from "zod";
import {
  isAcceptable,
  missingCharacters,
  reachesFloor,
  type Strength,
  strengthOf,
} from "../../../shared/rules/passphrase.ts";
import { formMessage } from "../../parts/form.ts";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import css from "./UnlockScreen.module.css";

/** The two fields, for a form's schema. */
export const newPassphraseFields = {
  newPassphrase: z
    .string()
    .refine(reachesFloor, { message: formMessage(unlock.create.weak), abort: true })
    .refine(isAcceptable, { message: formMessage(unlock.strength.repeated) }),
  confirm: z.string(),
} as const;

/** Both the same; for the schema's `superRefine`. */
export function sameTwice(values: { newPassphrase: string; confirm: string }, context: z.core.$RefinementCtx): void {
  if (values.newPassphrase === values.confirm) return;
  context.addIssue({ code: "custom", path: ["confirm"], message: formMessage(unlock.create.differs) });
}

interface NewPassphraseProps<V extends FieldValues, T> {
  readonly control: Control<V, unknown, T>;
  readonly label: string;
}

/** For forms whose values hold `newPassphrase` and `confirm`. */
export function NewPassphrase<V extends FieldValues, T>({ control, label }: NewPassphraseProps<V, T>) {
  const t = useT();
  const typed: unknown = useWatch({ control: control as never, name: "newPassphrase" });
  return (
    <>
      <div>
        <PasswordField control={control} name={"newPassphrase" as FieldPath<V>} label={label} isNew />
        <Meter passphrase={typeof typed === "string" ? typed : ""} />
      </div>
      <PasswordField control={control} name={"confirm" as FieldPath<V>} label={t(unlock.create.confirm)} isNew />
    </>
  );
}

const fill: Readonly<Record<Strength, number>> = { empty: 0, short: 1, repeated: 1, fair: 2, good: 3 };

function Meter({ passphrase }: { passphrase: string }) {
  const t = useT();
  const strength = strengthOf(passphrase);
  const words =
    strength === "empty"
      ? t(unlock.strength.advice)
      : t(unlock.strength[strength], { missing: missingCharacters(passphrase) });
  return (
    <div className={css["strength"]}>
      <div className={css["steps"]} data-strength={strength} aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} data-on={step <= fill[strength]} />
        ))}
      </div>
      <p aria-live="polite">{words}</p>
    </div>
  );
}
