import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Real programs on a busy machine take their time to start.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let host: ChildProcess;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-host-"));
});
afterEach(async () => {
  host.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** Start the host as a user would; its lines come one by one. Its temporary files lie in our folder. */
function start(...args: string[]) {
  const main = path.resolve("electron/loopback/main.ts");
  const env = { ...process.env, TMPDIR: folder, DISPLAY: "", WAYLAND_DISPLAY: "" };
  host = spawn(process.execPath, [main, "--root", path.join(folder, "vaults"), ...args], { env });
  const lines = createInterface({ input: host.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  const said: string[] = [];
  createInterface({ input: host.stderr as NodeJS.ReadableStream }).on("line", (line) => said.push(line));
  return { next: async () => (await lines.next()).value as string, said };
}

test("where there is no display it says so, then where the app is; the address opens it once and the next one follows", async () => {
  const { next, said } = start("--open");
  const address = await next();
  expect(said.join()).toContain("There is no display");
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  expect((await fetch(address, { redirect: "manual" })).status).toBe(303);
  expect((await fetch(address, { redirect: "manual" })).status).toBe(401);
  const second = await next();
  expect([new URL(second).origin, second === address]).toEqual([new URL(address).origin, false]);
  host.kill("SIGINT");
  expect((await once(host, "exit"))[0]).toBe(0);
});

test("the demo book is there while the program runs, and nothing of it stays", async () => {
  const { next, said } = start("--demo");
  await next();
  expect(said.join()).toContain('passphrase is "suitbook demo book"');
  expect((await readdir(folder)).join()).toContain("suitbook-demo-");
  host.kill("SIGTERM");
  expect((await once(host, "exit"))[0]).toBe(0);
  expect((await readdir(folder)).join()).not.toContain("suitbook-demo-");
});
