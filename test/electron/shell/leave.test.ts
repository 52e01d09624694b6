import type { App, BrowserWindow, PowerMonitor } from "electron";
import { expect, test } from "vitest";
import { closeAfter, lockWithMachine, quitAfter, systemIdleMs } from "../../../electron/shell/leave.ts";

type Listener = (event: { preventDefault(): void }) => void;

function recordApp() {
  const listeners = new Map<string, Listener>();
  const log: string[] = [];
  const app = {
    on: (name: string, listener: Listener) => void listeners.set(name, listener),
    exit: (code: number) => void log.push(`exit ${code}`),
    quit: () => void log.push("quit"),
  } as unknown as App;
  const quit = () => {
    let isHeld = false;
    listeners.get("before-quit")?.({ preventDefault: () => (isHeld = true) });
    return isHeld;
  };
  return { app, listeners, log, quit };
}

test.each(["suspend", "lock-screen", "shutdown"])("the vault locks when the machine says %s", (name) => {
  const listeners = new Map<string, () => void>();
  const reasons: string[] = [];
  const monitor = { on: (event: string, listener: () => void) => void listeners.set(event, listener) };
  lockWithMachine(monitor as unknown as PowerMonitor, async (reason) => void reasons.push(reason));
  listeners.get(name)?.();
  expect(reasons).toEqual(["suspend"]);
});

test("quitting waits until the vault is closed, however often it is asked for", async () => {
  const { app, log, quit } = recordApp();
  const closing = Promise.withResolvers<void>();
  let closes = 0;
  quitAfter(app, () => {
    closes += 1;
    return closing.promise;
  });
  expect([quit(), quit()]).toEqual([true, true]);
  expect(log).toEqual([]);
  closing.resolve();
  await closing.promise;
  await Promise.resolve();
  expect([closes, log]).toEqual([1, ["exit 0"]]);
});

test("closing the last window quits, on every system", () => {
  const { app, listeners, log } = recordApp();
  quitAfter(app, async () => undefined);
  listeners.get("window-all-closed")?.({ preventDefault: () => undefined });
  expect(log).toEqual(["quit"]);
});

test("how long nobody was there comes from the system, in seconds", () => {
  expect(systemIdleMs({ getSystemIdleTime: () => 90 })).toBe(90_000);
});

test("a window closes after its book is locked, and once, however often that is asked for", async () => {
  let close: Listener | undefined;
  const log: string[] = [];
  const locking = Promise.withResolvers<void>();
  const window = {
    on: (_name: string, listener: Listener) => {
      close = listener;
    },
    destroy: () => void log.push("destroy"),
  } as unknown as BrowserWindow;
  closeAfter(window, () => {
    log.push("lock");
    return locking.promise;
  });
  for (let i = 0; i < 2; i++) close?.({ preventDefault: () => log.push("held") });
  expect(log).toEqual(["held", "lock", "held"]);
  locking.resolve();
  await locking.promise;
  await Promise.resolve();
  expect(log.slice(3)).toEqual(["destroy"]);
});
