/**
 * @file Crypto-erase (security.md 3.1, wipe): first the slots, without which the data key
 * is 2^256 guesses away, then everything else.
 *
 * [Note: What erasing promises]
 *
 * The slots are overwritten in place, flushed and removed. A solid state disk or a copying
 * file system may keep the old blocks all the same, and backups have slots of their own:
 * whoever has one of those and the passphrase can still open it. The screen says so.
 */
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { randomBytes } from "../crypto/random.ts";
import { type Disk, diskFailure, ignoreAbsent, nodeDisk, writeAll } from "./disk.ts";
import { headerFile, readHeader } from "./header.ts";
import { takeLock } from "./lock.ts";
import { type SecretDeps, tryOpening } from "./secrets.ts";
import type { Secret } from "./slots.ts";

export interface EraseDeps extends SecretDeps {
  /** The secret was right: close the vault, forget what is kept for it elsewhere. */
  readonly beforeErasing: () => Promise<void>;
}

/**
 * Erase a vault. Returns when nothing of its folder is left.
 *
 * @throws AppError as `tryOpening` and, when another program has it open, `vault-in-use`, both
 *   before anything is touched; `disk-error`, then possibly half-way
 */
export async function eraseVault(dir: string, secret: Secret, deps: EraseDeps): Promise<void> {
  const dataKey = await tryOpening(dir, await readHeader(dir), secret, deps);
  dataKey.fill(0);
  await deps.beforeErasing();
  const lock = await takeLock(dir);
  try {
    const disk = deps.disk ?? nodeDisk;
    for (const name of await headersIn(dir)) await shred(disk, path.join(dir, name));
    await disk.syncDirectory(dir);
  } catch (error) {
    throw diskFailure(error);
  } finally {
    await lock.release();
  }
  // Under another name it is no vault any more, should removing be cut short.
  const remains = `${dir}.erased`;
  await rename(dir, remains);
  await rm(remains, { recursive: true, force: true });
}

/** Both copies, and what an interrupted replacement of them left behind. */
async function headersIn(dir: string): Promise<string[]> {
  const names = await readdir(dir);
  return names.filter((name) => name.startsWith(headerFile));
}

async function shred(disk: Disk, file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await disk.overwrite(file);
  try {
    await writeAll(handle, randomBytes(size), 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await disk.remove(file).catch(ignoreAbsent);
}
