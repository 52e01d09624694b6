/** @file Quiet pages of meeting mode: paused, the advisor's passphrase, a changed level. */
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { AppError } from "../../../shared/errors.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { Asking, Frame, useEnter, Ways } from "./Frame.tsx";
import { LevelBox } from "./LevelBox.tsx";
import css from "./Meeting.module.css";

/** Whose page it is, and what is being done. */
interface Whose {
  readonly client: Client;
  readonly subject: string;
}

interface PausedProps extends Whose {
  readonly done: number;
  readonly onResume: () => void;
  readonly onLeave: () => void;
}

export function Paused({ client, subject, done, onResume, onLeave }: PausedProps) {
  const t = useT();
  useEnter(onResume);
  return (
    <Frame client={client} subject={subject}>
      <Asking id="paused">{t(assess.paused.title)}</Asking>
      <p className={css["quiet"]}>{t(assess.paused.kept, { done })}</p>
      <div className={css["choices"]}>
        <Button size="xl" variant="filled" onClick={onResume}>
          {t(assess.paused.resume)}
        </Button>
        <Button size="xl" onClick={onLeave}>
          {t(assess.paused.leave)}
        </Button>
      </div>
    </Frame>
  );
}

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

interface LevelChangeProps extends Whose {
  readonly pack: Pack;
  readonly previous: Assessment;
  readonly level: Level;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onObject: () => void;
}

/** The client confirms a level that differs from the last one (NFRA Order 2025-7 Art. 29). */
export function LevelChange(props: LevelChangeProps) {
  const { client, subject, pack, previous, level, busy, error, onConfirm, onObject } = props;
  const t = useT();
  return (
    <Frame
      client={client}
      subject={subject}
      footer={
        <Ways
          onBack={onObject}
          backLabel={t(assess.change.object)}
          onNext={onConfirm}
          nextLabel={t(assess.change.confirm)}
          busy={busy}
          isDecision
        >
          {t(assess.change.law)}
        </Ways>
      }
    >
      <Asking id="change">{t(assess.change.title)}</Asking>
      <p className={css["quiet"]}>{t(assess.change.why)}</p>
      <div className={css["levels"]}>
        <LevelBox
          pack={pack}
          level={previous.level}
          label={t(assess.change.last, { day: shanghaiDay(previous.finishedAt) })}
        />
        <LevelBox pack={pack} level={level} label={t(assess.change.now)} isNow />
      </div>
      {error === undefined ? null : (
        <div className={css["error"]}>
          <ErrorNote error={error} />
        </div>
      )}
    </Frame>
  );
}
