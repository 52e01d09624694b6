/** @file Quiet pages of meeting mode: paused, the advisor's passphrase, a changed level, the end. */
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { AppError } from "../../../shared/errors.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { call } from "../../bridge.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { useKeys } from "../../parts/keys.ts";
import { LevelStair } from "../../parts/LevelMark.tsx";
import { PasswordField } from "../../parts/PasswordField.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { Asking, Frame, Ways } from "./Frame.tsx";
import css from "./Meeting.module.css";

interface PausedProps {
  readonly client: Client;
  readonly done: number;
  readonly onResume: () => void;
  readonly onLeave: () => void;
}

export function Paused({ client, done, onResume, onLeave }: PausedProps) {
  const t = useT();
  useEnter(onResume);
  return (
    <Frame client={client}>
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

/** Enter does the first thing on the page, unless a button has the focus. */
function useEnter(first: () => void): void {
  useKeys({ Enter: ({ target }) => (target instanceof HTMLButtonElement ? target.click() : first()) });
}

interface LeavingProps {
  readonly client: Client;
  /** Where the passphrase leads, on the button. */
  readonly openLabel: string;
  readonly onOpen: () => void;
  /** Back to the client; absent when there is nothing left to answer. */
  readonly onBack?: (() => void) | undefined;
}

const Secret = z.object({ passphrase: z.string().min(1) });
type Secret = z.infer<typeof Secret>;

export function Leaving({ client, openLabel, onOpen, onBack }: LeavingProps) {
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
    <Frame client={client}>
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

interface LevelChangeProps {
  readonly client: Client;
  readonly pack: QuestionnairePack;
  readonly previous: Assessment;
  readonly level: Level;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onObject: () => void;
}

/** The client confirms a level that differs from the last one (NFRA Order 2025-7 Art. 29). */
export function LevelChange({ client, pack, previous, level, busy, error, onConfirm, onObject }: LevelChangeProps) {
  const t = useT();
  return (
    <Frame
      client={client}
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

interface LevelBoxProps {
  readonly pack: QuestionnairePack;
  readonly level: Level;
  readonly label: string;
  readonly isNow?: boolean;
}

export function LevelBox({ pack, level, label, isNow = false }: LevelBoxProps) {
  const t = useT();
  const name = pack.levels.find((one) => one.id === level)?.name;
  return (
    <div className={css["level"]} data-now={isNow}>
      <span className="sb-ink-2">{label}</span>
      <span className={css["levelMark"]}>
        <LevelStair level={level} height={34} tone={isNow ? "accent" : "ink"} />
        <b>{level === "C1_LOWEST" ? "C1" : level}</b>
        <span className={css["levelName"]}>{name === undefined ? null : t(name)}</span>
      </span>
    </div>
  );
}

interface DoneProps {
  readonly client: Client;
  readonly pack: QuestionnairePack;
  readonly level: Level;
  readonly validUntil: string;
  readonly onEnter: () => void;
}

export function Done({ client, pack, level, validUntil, onEnter }: DoneProps) {
  const t = useT();
  useEnter(onEnter);
  return (
    <Frame client={client}>
      <Asking id="done">{t(assess.done.title)}</Asking>
      <div className={css["levels"]}>
        <LevelBox pack={pack} level={level} label={t(assess.done.level)} isNow />
      </div>
      <p className={css["quiet"]}>{t(assess.done.until, { day: validUntil })}</p>
      <p className={css["quiet"]}>{t(assess.done.handBack)}</p>
      <div className={css["choices"]}>
        <Button size="xl" onClick={onEnter}>
          {t(assess.done.enter)}
        </Button>
      </div>
    </Frame>
  );
}
