/**
 * @file When the vault locks by itself, and how the app ends: never before the
 * last save is on the disk and the keys are gone. See [Note: Leaving the book].
 */
import type { App, PowerMonitor } from "electron";
import type { Services } from "../services.ts";
import type { Timers } from "../sync/schedule.ts";

/** Lock when nobody can be at the screen: the machine sleeps, its screen is locked, the system goes down. */
export function lockWithMachine(powerMonitor: Pick<PowerMonitor, "on">, lock: Services["lock"]): void {
  powerMonitor.on("suspend", () => void lock("suspend"));
  powerMonitor.on("lock-screen", () => void lock("suspend"));
  powerMonitor.on("shutdown", () => void lock("suspend"));
}

/** Minutes without a key or a pointer, anywhere on the machine, after which the vault locks. */
export const idleMinutes = 15;
const lookEveryMs = 30_000;

/** Lock when nobody has touched the machine for {@link idleMinutes}; asked of the system, which no clock setting fools. */
export function lockWhenIdle(
  powerMonitor: Pick<PowerMonitor, "getSystemIdleTime">,
  timers: Timers,
  lock: Services["lock"],
): void {
  const look = () => {
    if (powerMonitor.getSystemIdleTime() >= idleMinutes * 60) void lock("idle");
    timers.setTimeout(look, lookEveryMs);
  };
  timers.setTimeout(look, lookEveryMs);
}

/** Hold back every way of quitting until `close` is done; then end for good. */
export function quitAfter(app: Pick<App, "on" | "exit" | "quit">, close: () => Promise<void>): void {
  let isClosing = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().finally(() => app.exit(0));
  });
  // On macOS too: without a window there is nobody to see that the vault is open.
  app.on("window-all-closed", () => app.quit());
}
