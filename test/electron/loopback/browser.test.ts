import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserArguments, openBrowser } from "../../../electron/loopback/browser.ts";

let folder = "";
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-browser-"));
  vi.stubEnv("TMPDIR", folder);
  said = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** A program that writes down how it was called and stays until it is ended, or ends at once. */
async function program(stays: boolean): Promise<string> {
  const file = path.join(folder, "browser");
  await writeFile(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/called"\n${stays ? "exec sleep 600" : ""}\n`);
  await chmod(file, 0o700);
  return file;
}
const context = (CHROMIUM: string, DISPLAY = ":0") =>
  ({ platform: "linux", env: { CHROMIUM, DISPLAY }, home: folder }) as const;

test("the window is private, without extensions and background traffic, on a profile of its own", () => {
  const args = browserArguments("http://127.0.0.1:1/?token=x", "/tmp/profile");
  expect(args).toEqual(
    expect.arrayContaining([
      "--app=http://127.0.0.1:1/?token=x",
      "--incognito",
      "--user-data-dir=/tmp/profile",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
    ]),
  );
});

test("closing the window is noticed, and its profile is gone", async () => {
  const window = await openBrowser("http://127.0.0.1:1/", context(await program(false)));
  await window?.closed;
  expect(await readFile(path.join(folder, "called"), "utf8")).toContain("--incognito");
  expect((await readdir(folder)).filter((name) => name.startsWith("suitbook-window-"))).toEqual([]);
});

test("ending the program closes the window", async () => {
  const window = await openBrowser("http://127.0.0.1:1/", context(await program(true)));
  expect((await readdir(folder)).filter((name) => name.startsWith("suitbook-window-"))).toHaveLength(1);
  await window?.close();
  expect((await readdir(folder)).filter((name) => name.startsWith("suitbook-window-"))).toEqual([]);
});

test("where there is no display, no browser, or none that starts, the user is told and opens the address alone", async () => {
  expect(await openBrowser("x", context(await program(true), ""))).toBeUndefined();
  expect(await openBrowser("x", context(""))).toBeUndefined();
  expect(await openBrowser("x", context(path.join(folder, "not-there")))).toBeUndefined();
  expect(said.map((line) => line.split(".")[0])).toEqual([
    "There is no display",
    "No Chromium, Chrome or Edge was found",
    "The browser could not be started",
  ]);
});
