/** @file The way out of meeting mode: the advisor's passphrase. */
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { call } from "../bridge.ts";
import { assess } from "../text/assess.ts";
import { useT } from "../text/text.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { formResolver } from "./form.ts";
import css from "./Meeting.module.css";
import { Asking, Frame, type Whose } from "./MeetingFrame.tsx";
import { PasswordField } from "./PasswordField.tsx";

interface LeavingProps extends Whose {
  /** Where the passphrase leads, on the button. */
  readonly openLabel: string;
  readonly onOpen: () => void;
  /** Back to the client; absent when there is nothing left to answer. */
  readonly onBack?: (() => void) | undefined;
}

const Secret = z.object({ passphrase: z.string().min(1) });
type Secret = z.infer<typeof Secret>;

export function Leaving({ client, subject, openLabel, onOpen, onBack }: LeavingProps) {
  const t = useT();
  const form = useForm<Secret, unknown, Secret>({
    defaultValues: { passphrase: "" },
    resolver: formResolver<Secret, Secret>(Secret),
  });
  const { errors, isSubmitting } = form.formState;
  const { setFocus } = form;
  useEffect(() => setFocus("passphrase"), [setFocus]);

  async function open({ passphrase }: Secret): Promise<void> {
    try {
      await call("verifyPassphrase", { passphrase });
    } catch (error) {
      form.resetField("passphrase");
      const code = error instanceof AppError ? error : new AppError("unexpected");
      form.setError("root", { type: code.code, message: JSON.stringify(code.params) });
      return;
    }
    onOpen();
  }

  return (
    <Frame client={client} subject={subject}>
      <Asking id="leaving">{t(assess.leave.title)}</Asking>
      <p className={css["quiet"]}>{t(assess.leave.why)}</p>
      <form className={css["secret"]} onSubmit={(event) => void form.handleSubmit(open)(event)} noValidate>
        <PasswordField control={form.control} name="passphrase" label={t(assess.leave.passphrase)} size="lg" />
        {errors.root === undefined ? null : <ErrorNote error={errorOf(errors.root)} />}
        <div className={css["choices"]}>
          <Button type="submit" size="xl" variant="filled" loading={isSubmitting}>
            {openLabel}
          </Button>
          {onBack === undefined ? null : (
            <Button size="xl" onClick={onBack}>
              {t(assess.leave.back)}
            </Button>
          )}
        </div>
      </form>
    </Frame>
  );
}

function errorOf({ type, message }: { type?: string | number; message?: string }): AppError {
  return new AppError(type as AppError["code"], JSON.parse(message ?? "{}") as AppError["params"]);
}
