/** @file Vaults as bytes: taken from a folder, changed, put back, opened and judged. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createVault, unlockVault, type Vault, type VaultDeps } from "../../electron/vault/vault.ts";
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { hastyDisk } from "./disks.ts";
import { saveOf } from "./operations.ts";

export const passphrase = "correct horse battery";
/** Cheap derivation: the fault plan is not about guessing, but for F16. */
export const cheap = { now: () => Date.now(), kdfFloor: 2 ** 7, disk: hastyDisk } satisfies VaultDeps;

export type Files = ReadonlyMap<string, Buffer>;

export interface Image {
  readonly files: Files;
  readonly recoveryKey: string;
  /** Every operation ever acknowledged, in order. */
  readonly saved: readonly Operation[];
}

/** Where the system keeps files in memory, if it does: faults that are made rather than waited for need no disk. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Run with a temporary folder that is removed afterwards; in memory unless the case is about a `disk`. */
export async function withFolder<T>(
  use: (folder: string) => Promise<T>,
  where: "memory" | "disk" = "memory",
): Promise<T> {
  const folder = await mkdtemp(path.join(where === "memory" ? memory : tmpdir(), "suitbook-faults-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of a vault, without its lock. */
export async function takeFiles(dir: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(dir)).filter((name) => !name.startsWith("LOCK")).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(dir, name))] as const)));
}

/** Make a folder hold exactly these files. Without awaiting: a sweep does this tens of thousands of times. */
export function putFiles(dir: string, files: Files): void {
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) if (!files.has(name)) rmSync(path.join(dir, name));
  for (const [name, bytes] of files) writeFileSync(path.join(dir, name), bytes);
}

export interface ImagePair {
  /** As a kill leaves it: HEAD is from before the saves. */
  readonly killed: Image;
  /** As closing leaves it. */
  readonly closed: Image;
}

/** A vault with `saves` saves in one segment. */
export async function makeImages(folder: string, saves: number): Promise<ImagePair> {
  const dir = path.join(folder, "made");
  await rm(dir, { recursive: true, force: true });
  const { vault, recoveryKey } = await createVault(dir, { label: "faults", passphrase }, cheap);
  const saved: Operation[] = [];
  for (let n = 1; n <= saves; n++) {
    const op = saveOf(n, 30 + (n % 7) * 20);
    await vault.append([op]);
    saved.push(op);
  }
  const killed = await takeFiles(dir);
  await vault.close();
  const closed = await takeFiles(dir);
  return { killed: { files: killed, recoveryKey, saved }, closed: { files: closed, recoveryKey, saved } };
}

export interface Reading {
  readonly recovery: RecoveryReport;
  /** Operations read, in the order of the log. */
  readonly operations: readonly Operation[];
}

/** Open by the recovery key, read the whole log, close. */
export async function readVault(dir: string, recoveryKey: string, deps: Partial<VaultDeps> = {}): Promise<Reading> {
  const vault = await unlockVault(dir, { recoveryKey }, { ...cheap, ...deps });
  try {
    return { recovery: vault.recovery, operations: await allOperations(vault) };
  } finally {
    await vault.close();
  }
}

export async function allOperations(vault: Vault): Promise<Operation[]> {
  const all: Operation[] = [];
  for await (const { operations } of vault.operations(0)) all.push(...operations);
  return all;
}

/** Whether everything read was saved, as it was saved, in the order it was saved. */
export function isTruthful(read: readonly Operation[], saved: readonly Operation[]): boolean {
  let at = 0;
  for (const op of read) {
    const text = JSON.stringify(op);
    while (at < saved.length && JSON.stringify(saved[at]) !== text) at += 1;
    if (at === saved.length) return false;
    at += 1;
  }
  return true;
}

/** How many of the first `count` saves are not there. */
export function missingOf(read: readonly Operation[], saved: readonly Operation[], count = saved.length): number {
  const ids = new Set(read.map(({ id }) => id));
  return saved.slice(0, count).filter(({ id }) => !ids.has(id)).length;
}

export const fileHeadBytes = 104;
const frameHeaderBytes = 24;

export interface FramePlace {
  readonly start: number;
  readonly end: number;
}

/** Where the frames of a segment lie. */
export function framesIn(segment: Buffer): FramePlace[] {
  const frames: FramePlace[] = [];
  for (let start = fileHeadBytes; start < segment.length; ) {
    const end = start + frameHeaderBytes + segment.readUInt32BE(start + 4) + 16;
    frames.push({ start, end });
    start = end;
  }
  return frames;
}

export function segmentOf(files: Files): string {
  return [...files.keys()].find((name) => name.startsWith("seg-")) ?? "";
}

export function bytesOf(files: Files, name: string): Buffer {
  return files.get(name) ?? Buffer.alloc(0);
}

/** The files with one replaced. */
export function withFile(files: Files, name: string, bytes: Buffer): Files {
  return new Map([...files, [name, bytes]]);
}

export function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
