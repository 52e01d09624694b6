/** @file The machine's own clock and timers, as the services take them. */
import type { Timers } from "../sync/schedule.ts";

const timers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export const systemClock = { now: Date.now, timers } as const;
