/**
 * @file Files outside the log: written beside, flushed, renamed, and the folder
 * flushed, so that a reader of the folder never sees half a package.
 */
import { type FileHandle, open, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { type Disk, diskFailure, hasCode, ignoreAbsent, writeAll } from "../vault/disk.ts";

const chunkBytes = 64 * 1024;

/** The content of a file in pieces. Closes it however the reading ends. */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, "r");
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle?.close();
  }
}

/**
 * Write a whole file or none; an interrupted earlier try (`<file>.part`) is replaced.
 * Throws what the disk or `content` threw, after removing what was begun.
 *
 * @param mustLast false for a file that need not outlive a power cut: nothing is flushed.
 * @returns its size in bytes.
 */
export async function writeWhole(
  disk: Disk,
  file: string,
  content: AsyncIterable<Uint8Array>,
  mustLast = true,
): Promise<number> {
  const beside = `${file}.part`;
  await disk.remove(beside).catch(ignoreAbsent);
  const handle = await disk.create(beside);
  let size = 0;
  try {
    try {
      for await (const chunk of content) {
        await writeAll(handle, chunk, size);
        size += chunk.length;
      }
      if (mustLast) await handle.datasync();
    } finally {
      await handle.close();
    }
    await disk.rename(beside, file);
  } catch (error) {
    await disk.remove(beside).catch(() => undefined);
    throw error;
  }
  if (mustLast) await syncFolder(disk, path.dirname(file));
  return size;
}

/** Network drives and sticks often cannot flush a folder; their names then last as well as the drive makes them. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
  await disk.syncDirectory(folder).catch((error: unknown) => {
    if (!hasCode(error, "EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR", "ENOSYS")) throw error;
  });
}

/** Whether two files hold the same bytes; false when either is missing. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([sizeOf(a), sizeOf(b)]);
  return left !== undefined && left === right && (await digestOf(a)) === (await digestOf(b));
}

async function digestOf(file: string): Promise<string> {
  const hash = runningSha256();
  for await (const chunk of readChunks(file)) hash.add(chunk);
  return hash.hex();
}

export async function exists(file: string): Promise<boolean> {
  return (await sizeOf(file)) !== undefined;
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then((found) => found.size, ignoreAbsent);
}

export async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** What the user is told when the chosen folder refused. */
export function folderFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (hasCode(cause, "ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "EHOSTDOWN", "ENOTCONN", "ESTALE")) {
    return new AppError("folder-absent", {}, { cause });
  }
  if (hasCode(cause, "EACCES", "EPERM", "EROFS")) return new AppError("folder-not-writable", {}, { cause });
  return diskFailure(cause);
}
