/** @file F8: the disk is really full. */
import { spawnSync } from "node:child_process";
import { mkdir, open as openFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { nodeDisk } from "../../../electron/vault/disk.ts";
import { createVault, unlockVault, type Vault } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { type FaultCase, type Outcome, Tally } from "../case.ts";
import { allOperations, cheap, isTruthful, missingOf, passphrase, withFolder } from "../image.ts";
import { saveOf } from "../operations.ts";

/** With a reserve that fits the small disk: given up in the first round, made again when there is room. */
const deps = { ...cheap, disk: nodeDisk, reserveBytes: 32 * 1024 };

async function run(): Promise<Outcome | string> {
  return withFolder(async (folder) => {
    const mount = path.join(folder, "small");
    await mkdir(mount);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "suitbook-faults", mount]);
    if (mounted.status !== 0) return "not run: cannot mount a small file system here";
    try {
      return await fill(mount);
    } finally {
      spawnSync("umount", [mount]);
    }
  }, "disk");
}

async function fill(mount: string): Promise<Outcome> {
  const tally = new Tally();
  const dir = path.join(mount, "vault");
  const filler = path.join(mount, "filler");
  const { vault, recoveryKey } = await createVault(dir, { label: "full", passphrase }, deps);
  const all: Operation[] = [];
  const saved: Operation[] = [];
  const saveUntilFull = async (open: Vault): Promise<void> => {
    for (let isFull = false; !isFull; ) {
      const op = saveOf(all.length + 1, 600);
      all.push(op);
      try {
        await open.append([op]);
        saved.push(op);
      } catch (error) {
        isFull = error instanceof AppError && error.code === "disk-full";
        tally.undetected(!isFull, `refused with ${String(error)}`);
        if (!isFull) return;
      }
    }
  };
  let open = vault;
  for (let round = 0; round < 4; round++) {
    tally.tried();
    await fillUp(filler, round === 0 ? 0 : 64 * 1024);
    await saveUntilFull(open);
    await saveUntilFull(open);
    const names = await readdir(dir);
    await fillUp(filler);
    await open.snapshot().then(
      () => undefined,
      (error: unknown) => tally.undetected(!(error instanceof AppError && error.code === "no-room"), String(error)),
    );
    await open.close();
    // Not a byte is free: everything can still be read.
    const full = await unlockVault(dir, { recoveryKey }, deps);
    await compare(full, saved, all, tally, `round ${round}, full`);
    await full.close();
    const left = new Set(await readdir(dir));
    const gone = names.filter((name) => !left.has(name) && !/^(LOCK|snapshot\.new)/.test(name));
    tally.undetected(gone.length > 0, `round ${round}: ${gone.join(", ")} deleted`);
    // Room again: it goes on.
    await rm(filler, { force: true });
    open = await unlockVault(dir, { recoveryKey }, deps);
    const op = saveOf(all.length + 1, 600);
    all.push(op);
    await open.append([op]);
    saved.push(op);
    await compare(open, saved, all, tally, `round ${round}, freed`);
  }
  await open.close();
  tally.note(`${saved.length} saves acknowledged, ${all.length - saved.length} refused`);
  return tally.outcome;
}

async function compare(
  open: Vault,
  saved: readonly Operation[],
  all: readonly Operation[],
  tally: Tally,
  what: string,
) {
  const read = await allOperations(open);
  tally.lost(missingOf(read, saved), what);
  tally.undetected(!isTruthful(read, all), `${what}: read something false`);
  tally.undetected(["damaged", "rolled-back"].includes(open.recovery.state), `${what}: ${open.recovery.state}`);
}

/** Grow a file until `free` bytes or fewer are left. */
async function fillUp(file: string, free = 0): Promise<void> {
  const handle = await openFile(file, "a");
  try {
    for (let size = 65_536; size >= 1; size = size > 1 ? Math.floor(size / 2) : 0) {
      while (
        await handle.write(Buffer.alloc(size, 1)).then(
          ({ bytesWritten }) => bytesWritten > 0,
          () => false,
        )
      );
    }
    if (free > 0) await handle.truncate(Math.max(0, (await handle.stat()).size - free));
  } finally {
    await handle.close();
  }
}

export const fullDiskCase: FaultCase = {
  id: "F8",
  title:
    "on a full disk nothing acknowledged is lost, the vault still opens, nothing is deleted, and room is used at once",
  atLeast: 4,
  run,
};
