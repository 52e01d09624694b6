/** @file Runs one export and keeps how it stands. */
import { useEffect, useState } from "react";
import type { ChannelOutput } from "../../../shared/bridge/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import { call, on } from "../../bridge.ts";

export interface Sending {
  readonly running: boolean;
  readonly progress: { readonly done: number; readonly of: number };
  readonly error: unknown;
  readonly cancelled: boolean;
  readonly done: ChannelOutput<"exportPackage"> | undefined;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
}

const still = {
  running: false,
  progress: { done: 0, of: 0 },
  error: undefined,
  cancelled: false,
  done: undefined,
} as const;

export function useExport(): Sending {
  const [now, setNow] = useState<Omit<Sending, "start" | "cancel">>(still);
  useEffect(
    () =>
      on(
        "jobProgress",
        ({ job, done, of }) => job === "export" && setNow((was) => ({ ...was, progress: { done, of } })),
      ),
    [],
  );

  async function start(): Promise<void> {
    setNow({ ...still, running: true });
    try {
      setNow({ ...still, done: await call("exportPackage", null) });
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === "cancelled";
      setNow({ ...still, cancelled, error: cancelled ? undefined : error });
    }
  }

  return { ...now, start, cancel: () => void call("cancelJob", { job: "export" }) };
}
