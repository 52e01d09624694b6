/** @file One writer per vault; a lock nobody holds any more is no obstacle. */
import { spawnSync } from "node:child_process";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { takeLock } from "../../../electron/vault/lock.ts";
import { temporaryFolder } from "./fixture.ts";

afterEach(() => void vi.useRealTimers());

async function folderWithLock(holder: Record<string, unknown> | string): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(path.join(dir, "LOCK"), typeof holder === "string" ? holder : JSON.stringify(holder));
  return dir;
}

const inUse = { code: "vault-in-use" };
const stranger = { token: "t", host: "another-machine", pid: 1, start: "" };

async function touchedAgo(dir: string, seconds: number): Promise<void> {
  const at = Date.now() / 1000 - seconds;
  await utimes(path.join(dir, "LOCK"), at, at);
}

it("keeps a second writer out until the first is gone", async () => {
  const dir = await temporaryFolder();
  const lock = await takeLock(dir);
  await expect(takeLock(dir)).rejects.toMatchObject(inUse);
  await lock.release();
  await (await takeLock(dir)).release();
  expect(await readdir(dir)).toEqual([]);
});

it("lets exactly one of many in at the same moment, also over a stale lock", async () => {
  for (const dir of [
    await temporaryFolder(),
    await folderWithLock({ ...stranger, host: hostname(), pid: deadPid() }),
  ]) {
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(dir)));
    const locks = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]?.release();
  }
});

it("takes over from a process that is gone", async () => {
  const dir = await folderWithLock({ ...stranger, host: hostname(), pid: deadPid() });
  await (await takeLock(dir)).release();
});

it("does not mistake a process that reuses the number for the holder", async () => {
  const dir = await folderWithLock({ ...stranger, host: hostname(), pid: process.pid, start: "long-ago" });
  await (await takeLock(dir)).release();
});

it("waits for another machine until it has been silent for ten minutes", async () => {
  const dir = await folderWithLock(stranger);
  await touchedAgo(dir, 300);
  await expect(takeLock(dir)).rejects.toMatchObject(inUse);
  await touchedAgo(dir, 700);
  await (await takeLock(dir)).release();
});

it("gives a lock without content the time to get one", async () => {
  const dir = await folderWithLock("");
  await expect(takeLock(dir)).rejects.toMatchObject(inUse);
  await touchedAgo(dir, 30);
  await (await takeLock(dir)).release();
});

it("never removes a lock that is another's by now", async () => {
  const dir = await temporaryFolder();
  const lock = await takeLock(dir);
  await writeFile(path.join(dir, "LOCK"), JSON.stringify(stranger));
  await lock.release();
  expect(await readFile(path.join(dir, "LOCK"), "utf8")).toContain("another-machine");
});

it("notices after a long sleep that another machine took over", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const dir = await temporaryFolder();
  const lock = await takeLock(dir);
  await writeFile(path.join(dir, "LOCK"), JSON.stringify(stranger));
  expect(await lock.isHeld()).toBe(true);
  vi.setSystemTime(Date.now() + 400_000);
  expect(await lock.isHeld()).toBe(false);
  await lock.release();
});

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}
