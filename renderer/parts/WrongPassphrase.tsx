/** @file What a wrong passphrase says, and the wait after several of them. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { AppError } from "../../shared/errors.ts";
import { formatDuration } from "../text/format.ts";
import { useLanguage, useT } from "../text/text.ts";
import { unlock } from "../text/unlock.ts";
import { Icon } from "./Icon.tsx";
import css from "./states.module.css";
import { useCountdown } from "./use-countdown.ts";

/** Counts down what the main process asked to wait. */
export function useWait() {
  const { left, start } = useCountdown();
  return {
    left,
    heed({ params }: AppError) {
      const seconds = Number(params["waitSeconds"] ?? 0);
      if (seconds > 0) start(seconds);
    },
  };
}

export function WrongPassphrase({ error, left }: { error: AppError; left: number }) {
  const t = useT();
  const language = useLanguage();
  const failures = Number(error.params["failures"] ?? 0);
  const time = formatDuration(left * 1000, language);
  const words =
    error.code === "wait-before-retry"
      ? left > 0
        ? t(unlock.waiting, { time })
        : undefined
      : left > 0
        ? t(unlock.wrongWait, { failures, time })
        : failures > 1
          ? t(unlock.wrongTimes, { failures })
          : t(unlock.wrong);
  if (words === undefined) return null;
  return (
    <div className={css["error"]}>
      <Icon name="struck" />
      <div>
        <p className="sb-bad">{words}</p>
        <p className="sb-ink-2">{t(unlock.intact)}</p>
      </div>
    </div>
  );
}

interface WaitingButtonProps {
  readonly left: number;
  readonly isBusy: boolean;
  readonly busy: string;
  readonly children: ReactNode;
}

/** The primary button of a lock form: says why while it cannot be pressed. */
export function WaitingButton({ left, isBusy, busy, children }: WaitingButtonProps) {
  const t = useT();
  const language = useLanguage();
  if (left > 0) {
    return (
      <Button type="submit" size="md" disabled>
        {t(unlock.waitButton, { time: formatDuration(left * 1000, language) })}
      </Button>
    );
  }
  return (
    <Button
      type="submit"
      variant="filled"
      size="md"
      aria-disabled={isBusy}
      onClick={(event) => isBusy && event.preventDefault()}
    >
      {isBusy ? busy : children}
    </Button>
  );
}
