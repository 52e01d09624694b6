/**
 * @file When the vault locks by itself, and how the app ends: never before the
 * last save is on the disk and the keys are gone. See [Note: Leaving the book].
 */
import type { App, BrowserWindow, PowerMonitor } from "electron";
import type { Services } from "../services.ts";

/** Lock when nobody can be at the screen: the machine sleeps, its screen is locked, the system goes down. */
export function lockWithMachine(powerMonitor: Pick<PowerMonitor, "on">, lock: Services["lock"]): void {
  powerMonitor.on("suspend", () => void lock("suspend"));
  powerMonitor.on("lock-screen", () => void lock("suspend"));
  powerMonitor.on("shutdown", () => void lock("suspend"));
}

/** How long nobody has touched the machine, in milliseconds, asked of the system: no clock setting moves it. */
export function systemIdleMs(powerMonitor: Pick<PowerMonitor, "getSystemIdleTime">): number {
  return powerMonitor.getSystemIdleTime() * 1000;
}

/** Hold a window back from closing until `lock` is done: its page still has drafts to keep. */
export function closeAfter(window: Pick<BrowserWindow, "on" | "destroy">, lock: () => Promise<void>): void {
  let isClosing = false;
  window.on("close", (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void lock().finally(() => window.destroy());
  });
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
