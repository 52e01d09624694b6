/** @file Long work that reports how far it is and can be stopped: one of each kind at a time. */
import type { Emit } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";

type JobName = "export" | "import" | "backup" | "check" | "testBackup" | "restore" | "salvage";

export interface Job {
  /** Rejects the job with AppError `cancelled` where it asks. */
  readonly signal: AbortSignal;
  /** Tells the screens, at most a hundred times a job. */
  progress(done: number, of: number): void;
}

export interface Jobs {
  /** Waits for an earlier job of the same name. */
  run<T>(name: JobName, work: (job: Job) => Promise<T>): Promise<T>;
  /** Nothing happens when no such job runs. */
  cancel(name: string): void;
  /** Resolves when no job of this name is running or waiting; never rejects. */
  settled(name: JobName): Promise<void>;
}

export function createJobs(emit: Emit): Jobs {
  const tails = new Map<JobName, Promise<void>>();
  const running = new Map<string, AbortController>();

  async function start<T>(name: JobName, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    running.set(name, controller);
    let shown = -1;
    try {
      return await work({
        signal: controller.signal,
        progress(done, of) {
          const percent = of > 0 ? Math.min(Math.floor((done / of) * 100), 100) : 0;
          if (percent === shown) return;
          shown = percent;
          emit("jobProgress", { job: name, done, of });
        },
      });
    } finally {
      running.delete(name);
    }
  }

  return {
    run(name, work) {
      const result = (tails.get(name) ?? Promise.resolve()).then(() => start(name, work));
      tails.set(
        name,
        result.then(
          () => undefined,
          () => undefined,
        ),
      );
      return result;
    },
    cancel: (name) => running.get(name)?.abort(new AppError("cancelled")),
    settled: (name) => tails.get(name) ?? Promise.resolve(),
  };
}

/** The same pieces; stops with `cancelled` between two of them, and counts their bytes. */
export async function* watched<T extends Uint8Array>(
  content: AsyncIterable<T>,
  job: Job,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<T> {
  for await (const chunk of content) {
    job.signal.throwIfAborted();
    onBytes(chunk.length);
    yield chunk;
  }
}
