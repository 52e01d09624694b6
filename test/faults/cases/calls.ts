/** @file F6 and F7: killed at each system call; the disk fails at each step. */
import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Disk, DiskFile } from "../../../electron/vault/disk.ts";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";
import { acknowledged, programPath, start } from "../child.ts";
import { failingDisk, type StepName, shortDisk, type Trouble } from "../disks.ts";
import {
  allOperations,
  cheap,
  type Files,
  isTruthful,
  missingOf,
  passphrase,
  putFiles,
  takeFiles,
  withFolder,
} from "../image.ts";
import { saveOf } from "../operations.ts";

/** What the vault changes the disk with. libuv does all of it in one thread when told so, and strace counts by thread; Node's own files are none of them. */
const calls = ["pwrite64", "fdatasync", "fsync", "rename", "unlink", "ftruncate"] as const;
const oneThread = { UV_THREADPOOL_SIZE: "1", NODE_DISABLE_COMPILE_CACHE: "1" };
const savesInRun = 6;

interface Prepared {
  readonly dir: string;
  readonly files: Files;
  readonly recoveryKey: string;
  /** In the log before the run, and what the run may add. */
  readonly before: readonly Operation[];
  readonly all: readonly Operation[];
}

/** A vault that was killed with a few saves and a snapshot, so that opening it has something to put right. */
async function prepare(folder: string): Promise<Prepared> {
  const dir = path.join(folder, "vault");
  const { vault, recoveryKey } = await createVault(dir, { label: "calls", passphrase }, cheap);
  const sizeOf = (number: number) => 40 + (number % 9) * 60;
  const saves = Array.from({ length: 4 + savesInRun }, (_, index) => saveOf(index + 1, sizeOf(index + 1)));
  const before = saves.slice(0, 4);
  for (const op of before.slice(0, 2)) await vault.append([op]);
  await vault.snapshot();
  for (const op of before.slice(2)) await vault.append([op]);
  const files = await takeFiles(dir);
  await vault.close();
  await rm(dir, { recursive: true });
  return { dir, files, recoveryKey, before, all: saves };
}

async function killedRuns(): Promise<Outcome | string> {
  if (spawnSync("strace", ["-V"]).error !== undefined) return "not run: no strace";
  return withFolder(async (folder) => {
    const tally = new Tally();
    const prepared = await prepare(folder);
    for (const call of calls) {
      for (let nth = 1; ; nth++) {
        const { signal, lines, what } = await traced(prepared, `${call}:signal=KILL:when=${nth}`);
        if (signal === null && lines.at(-1) === "end") break;
        tally.tried();
        tally.undetected(nth > 60, `${what}: never completes`);
        if (nth > 60) break;
        await judge(prepared, acknowledged(lines), tally, what);
      }
    }
    return tally.outcome;
  }, "disk");
}

/** One run of the writer with one call made to fail or kill. */
async function traced({ dir, files, recoveryKey, before }: Prepared, injection: string) {
  putFiles(dir, files);
  const trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${calls.join(",")}`];
  const writer = [process.execPath, programPath("writer.ts"), dir, recoveryKey, String(before.length + 1)];
  const { done } = start([...trace, "-e", `inject=${injection}`, ...writer, String(savesInRun), "--alone"], oneThread);
  const { lines, signal, errors } = await done;
  return { lines, signal, what: injection, errors };
}

async function judge({ dir, recoveryKey, before, all }: Prepared, acks: readonly number[], tally: Tally, what: string) {
  const open = await unlockVault(dir, { recoveryKey }, cheap);
  const read = await allOperations(open);
  const saved = [...before, ...all.filter((_, index) => acks.includes(index + 1))];
  tally.lost(missingOf(read, saved), what);
  tally.undetected(!isTruthful(read, all), `${what}: read something false`);
  tally.undetected(open.recovery.readOnly, `${what}: opened ${open.recovery.state}`);
  await open.close();
}

async function failingRuns(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const prepared = await prepare(folder);
    const steps: StepName[] = [
      "create",
      "overwrite",
      "write",
      "datasync",
      "truncate",
      "close",
      "rename",
      "remove",
      "syncDirectory",
    ];
    for (const step of steps) {
      for (const trouble of ["EIO", "ENOSPC"] as const) {
        for (const isLasting of [false, true]) {
          for (let nth = 1; nth <= 60; nth += scale === "whole" ? 1 : 5) {
            const isReached = await failingRun(prepared, { step, trouble, nth, isLasting }, tally);
            if (!isReached) break;
          }
        }
      }
    }
    putFiles(prepared.dir, prepared.files);
    tally.tried();
    await saveOn(prepared, shortDisk(), () => undefined, tally, "writes of 7 bytes");
    if (scale === "whole" && spawnSync("strace", ["-V"]).error === undefined) await failingCalls(prepared, tally);
    return tally.outcome;
  });
}

interface Failure {
  readonly step: StepName;
  readonly trouble: Trouble;
  readonly nth: number;
  readonly isLasting: boolean;
}

/** False when the run had fewer such steps. */
async function failingRun(prepared: Prepared, failure: Failure, tally: Tally): Promise<boolean> {
  const { step, trouble, nth, isLasting } = failure;
  const what = `${trouble} at ${step} ${nth}${isLasting ? " and after" : ""}`;
  putFiles(prepared.dir, prepared.files);
  const failing = failingDisk(step, trouble, nth, isLasting);
  const watched = watchSyncs(failing.disk);
  await saveOn(prepared, watched.disk, failing.heal, tally, what);
  if (failing.steps() < nth) return false;
  tally.tried();
  tally.undetected(watched.retried() > 0, `${what}: a file was written on after its sync failed`);
  return true;
}

/** Save on a failing disk, then on a healed one; judge what is there afterwards. */
async function saveOn(prepared: Prepared, disk: Disk, heal: () => void, tally: Tally, what: string): Promise<void> {
  const { dir, recoveryKey, before, all } = prepared;
  const vault = await unlockVault(dir, { recoveryKey }, { ...cheap, disk, segmentBytes: 1_000 });
  const acks: number[] = [];
  const save = async (number: number, mustWork: boolean): Promise<void> => {
    const op = all[number - 1];
    if (op === undefined) return;
    try {
      await vault.append([op]);
      acks.push(number);
    } catch (error) {
      const isTold = error instanceof AppError && ["disk-full", "disk-error"].includes(error.code);
      tally.undetected(mustWork || !isTold, `${what}: save ${number} ended in ${String(error)}`);
    }
  };
  const first = before.length + 1;
  await save(first, false);
  await Promise.all([save(first + 1, false), save(first + 2, false)]);
  await vault.snapshot().catch(() => undefined);
  await save(first + 3, false);
  heal();
  // Whatever failed before: a disk that works again is written on at once.
  await save(first + 4, true);
  await save(first + 5, true);
  await vault.close();
  await judge(prepared, acks, tally, what);
}

/** Counts the writes and syncs of a file after a sync of it failed. See [Note: A failed sync is final]. */
function watchSyncs(disk: Disk): { disk: Disk; retried: () => number } {
  let retried = 0;
  const watch = (file: DiskFile): DiskFile => {
    let isDead = false;
    const used = (): void => {
      if (isDead) retried += 1;
    };
    return {
      ...file,
      write(bytes, position) {
        used();
        return file.write(bytes, position);
      },
      async datasync() {
        used();
        await file.datasync().catch((error: unknown) => {
          isDead = true;
          throw error;
        });
      },
    };
  };
  const watched = {
    ...disk,
    create: async (file: string) => watch(await disk.create(file)),
    overwrite: async (file: string) => watch(await disk.overwrite(file)),
  };
  return { disk: watched, retried: () => retried };
}

/** The same with the real calls failing beneath Node. */
async function failingCalls(prepared: Prepared, tally: Tally): Promise<void> {
  const troubles = ["fdatasync:error=EIO", "pwrite64:error=ENOSPC", "pwrite64:error=EIO", "fsync:error=EIO"];
  for (const trouble of troubles) {
    for (let nth = 1; nth <= 12; nth++) {
      const { lines, what, errors } = await traced(prepared, `${trouble}:when=${nth}`);
      tally.tried();
      tally.undetected(lines.at(-1) !== "end", `${what}: ended early: ${errors.slice(0, 300)}`);
      await judge(prepared, acknowledged(lines), tally, what);
    }
  }
}

export const callCases: readonly FaultCase[] = [
  {
    id: "F6",
    title: "kill -9 at each system call leaves every save whole or absent, and every acknowledged one whole",
    atLeast: 28,
    run: killedRuns,
  },
  {
    id: "F7",
    title:
      "a disk that fails at any step is never asked to sync the same bytes again; the user is told, and the next save works",
    atLeast: 100,
    run: failingRuns,
  },
];
