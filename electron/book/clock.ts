/** @file The machine's own clocks and timers, as the services take them. */
import { uptime } from "node:os";
import type { Timers } from "../sync/schedule.ts";

const timers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** `uptimeMs` goes on while the machine sleeps, and no setting of the clock moves it. */
export const systemClock = { now: Date.now, timers, uptimeMs: () => uptime() * 1000 } as const;
