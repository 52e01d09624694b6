/**
 * @file Every change the vault makes to the disk goes through a {@link Disk}, so that
 * the fault plan can record each step, replay any legal order of them, and fail the
 * Nth. Reading needs no such door.
 */
import { mkdir, open, readFile, rename, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";

export interface DiskFile {
  /** One attempt to write; may write less than asked. Returns the bytes written. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Returns once the content, and the size that reading it needs, is on the disk. */
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** Make a file that must not exist yet. */
  create(file: string): Promise<DiskFile>;
  /** Open a file for writing in place; made when absent, never shortened. */
  overwrite(file: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Make new, renamed and removed names in a folder durable. */
  syncDirectory(dir: string): Promise<void>;
}

export const nodeDisk: Disk = {
  create: (file) => openFile(file, "wx"),
  overwrite: async (file) => {
    try {
      return await openFile(file, "r+");
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error;
      return openFile(file, "wx");
    }
  },
  rename,
  remove: (file) => rm(file),
  async syncDirectory(dir) {
    // Windows cannot open a folder; NTFS journals names by itself.
    if (process.platform === "win32") return;
    const handle = await open(dir, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

async function openFile(file: string, flags: "wx" | "r+"): Promise<DiskFile> {
  const handle = await open(file, flags, 0o600);
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** Write all of `bytes`, however short the single writes are. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), position + done);
    if (written === 0) throw Object.assign(new Error("nothing was written"), { code: "EIO" });
    done += written;
  }
}

/** Replace a whole file so that a crash leaves either the old or the new one: beside, flush, rename, flush the folder. */
export async function replaceFile(disk: Disk, file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.new`;
  // What an interrupted replacement left behind.
  await disk.remove(beside).catch(ignoreAbsent);
  const handle = await disk.create(beside);
  try {
    await writeAll(handle, bytes, 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await disk.rename(beside, file);
  await disk.syncDirectory(path.dirname(file));
}

/**
 * Make a folder, for its owner alone, and those above it. Not by mkdir's `recursive`: that never
 * returns where the system lets nobody make a folder, as below /proc.
 */
export async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    if (hasCode(error, "EEXIST")) return;
    if (!hasCode(error, "ENOENT") || path.dirname(dir) === dir) throw error;
    await makeFolder(path.dirname(dir));
    await mkdir(dir, { mode: 0o700 });
  }
}

/** A whole file, or undefined where there is none. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    return ignoreAbsent(error);
  }
}

/** For `catch`: a missing file, or folder on the way to it, is no error here; anything else still is. */
export function ignoreAbsent(error: unknown): undefined {
  if (!hasCode(error, "ENOENT", "ENOTDIR")) throw error;
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(error.code as string);
}

/** Bytes free for us in a folder; undefined where the system does not say. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  return statfs(folder).then(
    ({ bavail, bsize }) => Number(bavail) * Number(bsize),
    () => undefined,
  );
}

/** What the user is told when the disk refused: full, or broken. */
export function diskFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError(hasCode(cause, "ENOSPC", "EDQUOT") ? "disk-full" : "disk-error", {}, { cause });
}

/**
 * Before something large is begun that the disk cannot hold.
 *
 * @throws AppError `no-room`: nothing was written
 */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  const needed = bytes + spareBytes;
  if (free !== undefined && free < needed) {
    throw new AppError("no-room", { needed: megabytes(needed), free: Math.floor(free / 2 ** 20) });
  }
}

/** Left free for the small files that go with a large one. */
const spareBytes = 2 ** 20;

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
