/**
 * @file Locks when nobody is there: the one policy behind both shells. See
 * [Note: Lock clocks].
 *
 * [Note: Lock clocks]
 *
 * Nothing here looks at the time of day: somebody who sets the clock ten years on, or
 * back, or whose laptop wakes up in 1970, neither locks the book nor keeps it open. What
 * counts is the machine's uptime, which goes on while it sleeps (security.md F15). A look
 * that comes a minute late was slept over.
 */
import type { Timers } from "../sync/schedule.ts";

export interface AutoLockDeps {
  readonly timers: Timers;
  /** Milliseconds since the machine started, sleep included; never goes back. */
  readonly uptimeMs: () => number;
  /** How long nobody has touched a key or a pointer. */
  readonly idleMs: () => number;
  /** After how long without a touch the book is to be locked. */
  readonly limitMs: () => Promise<number>;
  readonly lock: (reason: "idle" | "suspend") => Promise<void>;
}

const shortestWaitMs = 1_000;
const longestWaitMs = 30_000;
const sleptMs = 60_000;

/** Why to lock now, if at all. `lateMs`: how much later than planned this look comes. */
export function reasonToLock(idleMs: number, limitMs: number, lateMs: number): "idle" | "suspend" | undefined {
  if (lateMs > sleptMs) return "suspend";
  return idleMs >= limitMs ? "idle" : undefined;
}

/** Look again and again until stopped. Returns the stop. Asking a locked book to lock does nothing. */
export function startAutoLock({ timers, uptimeMs, idleMs, limitMs, lock }: AutoLockDeps): () => void {
  let timer: unknown;
  let isStopped = false;

  function wait(ms: number): void {
    const due = uptimeMs() + ms;
    timer = timers.setTimeout(() => void look(uptimeMs() - due), ms);
  }

  async function look(lateMs: number): Promise<void> {
    const limit = await limitMs();
    if (isStopped) return;
    const idle = idleMs();
    const reason = reasonToLock(idle, limit, lateMs);
    if (reason !== undefined) void lock(reason);
    const left = reason === undefined ? limit - idle : longestWaitMs;
    wait(Math.min(longestWaitMs, Math.max(shortestWaitMs, left)));
  }

  wait(shortestWaitMs);
  return () => {
    isStopped = true;
    timers.clearTimeout(timer);
  };
}
