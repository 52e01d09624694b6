/**
 * @file Opens the app's window in an installed Chromium, Chrome or Edge: an
 * incognito window, so that the screens' database stays in memory, with a
 * profile folder of its own that is deleted with it.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RootContext } from "../book/root.ts";

export interface BrowserWindow {
  /** Resolves when the user has closed the window; its profile folder is gone. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * @returns undefined, having said why, where there is no display or no browser that starts:
 *   then the address is for the user to open. `CHROMIUM` names the browser.
 */
export async function openBrowser(address: string, { platform, env }: RootContext): Promise<BrowserWindow | undefined> {
  const browser = env["CHROMIUM"];
  const hasDisplay = platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
  if (!hasDisplay || !browser) {
    return sayWhy(hasDisplay ? "No Chromium, Chrome or Edge was found" : "There is no display");
  }
  const profile = mkdtempSync(path.join(tmpdir(), "suitbook-window-"));
  const child = spawn(browser, browserArguments(address, profile), { stdio: "ignore" });
  const closed = Promise.race([once(child, "exit"), once(child, "error")])
    .catch(() => undefined)
    .then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const isStarted = await once(child, "spawn").then(
    () => true,
    () => false,
  );
  if (!isStarted) return closed.then(() => sayWhy("The browser could not be started"));
  return {
    closed,
    async close() {
      child.kill();
      await closed;
    },
  };
}

function sayWhy(why: string): undefined {
  console.error(`${why}. Open this address in a private window:`);
}

/** Each switch with its reason; exported for the test that reads them. */
export function browserArguments(address: string, profile: string): string[] {
  return [
    `--app=${address}`, // a window without an address bar
    "--window-size=1280,800",
    ...privateSwitches(profile),
  ];
}

/** A browser that keeps nothing and asks nobody. */
export function privateSwitches(profile: string): string[] {
  return [
    "--incognito", // storage in memory only
    `--user-data-dir=${profile}`, // nothing of the user's own browser, and a process of its own that ends with the window
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking", // these five: no request leaves the machine
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--metrics-recording-only",
    "--disable-extensions",
    "--disable-spell-checking",
    // Chromium will not start its sandbox as root; only our own page is ever loaded here.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}
