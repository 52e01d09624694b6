/** @file Renderer: what the main process says about the book's files, and long work on them. */
import { useEffect, useState } from "react";
import type { EventPayload, StorageState } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { call, on } from "../bridge.ts";

interface Seen {
  readonly state: StorageState | undefined;
  readonly error: unknown;
}

/** Asked for when the pane opens and whenever a backup or its folder changes. */
export function useStorageState(): Seen {
  const [seen, setSeen] = useState<Seen>({ state: undefined, error: undefined });
  useEffect(() => {
    let isGone = false;
    const show = (next: Partial<Seen>) => (isGone ? undefined : setSeen((now) => ({ ...now, ...next })));
    const refresh = () =>
      void call("storageState", null).then(
        (state) => show({ state, error: undefined }),
        (error: unknown) => show({ error }),
      );
    refresh();
    const stop = on("storageChanged", refresh);
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return seen;
}

type JobName = EventPayload<"jobProgress">["job"];

export interface Work<T> {
  readonly isRunning: boolean;
  readonly progress: { readonly done: number; readonly of: number };
  /** What went wrong; being cancelled is not. */
  readonly error: unknown;
  readonly result: T | undefined;
  readonly start: (run: () => Promise<T>) => Promise<T | undefined>;
  readonly cancel: () => void;
}

/** One long job of the main process as a screen shows it. */
export function useWork<T>(job: JobName): Work<T> {
  const still = { isRunning: false, progress: { done: 0, of: 0 }, error: undefined, result: undefined };
  const [now, setNow] = useState<Omit<Work<T>, "start" | "cancel">>(still);
  useEffect(
    () =>
      on("jobProgress", (event) => {
        if (event.job === job) setNow((was) => ({ ...was, progress: { done: event.done, of: event.of } }));
      }),
    [job],
  );
  return {
    ...now,
    async start(run) {
      setNow({ ...still, isRunning: true });
      try {
        const result = await run();
        setNow({ ...still, result });
        return result;
      } catch (error) {
        const isCancelled = error instanceof AppError && error.code === "cancelled";
        setNow({ ...still, error: isCancelled ? undefined : error });
        return undefined;
      }
    },
    cancel: () => void call("cancelJob", { job }),
  };
}
