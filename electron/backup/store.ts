/**
 * @file Puts a vault's files into the store of its backups, and reads each back.
 *
 * [Note: Stored once]
 *
 * Sealed files never change, they only grow: a segment, until it is full. So the store
 * holds each once, under its own name, and every backup names how much of it counts. A
 * growing file is continued behind the part that backups already hold, which is never
 * written again: whatever interrupts it, they stay usable. What does change (the
 * header, HEAD), or turns out to differ from what is stored, gets its hash in its name.
 */
import { mkdir, open, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { sha256 } from "../crypto/hash.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { exists, readChunks, writeWhole } from "../sync/files.ts";
import { type Disk, readIfThere, writeAll } from "../vault/disk.ts";
import type { BackupFile } from "./manifest.ts";

/** The salt in a sealed file's head lies within: another key, another start. */
const startBytes = 128;

export interface StoreDeps {
  readonly disk: Disk;
  readonly store: string;
  /** The longest form of each stored file that some backup holds. */
  readonly known: ReadonlyMap<string, BackupFile>;
  /** Read back what is stored already, too, rather than only what is written now. */
  readonly rereads: boolean;
  readonly signal: AbortSignal;
}

/** Store the first `bytes` of a file of the vault that only grows. @throws as the disk does; AppError `backup-failed`, `cancelled` */
export async function storeGrown(deps: StoreDeps, dir: string, name: string, bytes: number): Promise<BackupFile> {
  const source = path.join(dir, name);
  const target = path.join(deps.store, name);
  const before = deps.known.get(name);
  if (await exists(target)) {
    if (!(await haveSameStart(source, target, bytes))) return storeApart(deps, source, name, bytes);
    if (!deps.rereads && before?.bytes === bytes && (await stat(target)).size >= bytes) return before;
    const isSame = await continueFile(deps, source, target, before?.bytes ?? 0, bytes);
    return isSame === undefined ? storeApart(deps, source, name, bytes) : { name, stored: name, bytes, sha256: isSame };
  }
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeWhole(deps.disk, target, watched(readStart(source, bytes), deps.signal));
  return { name, stored: name, bytes, sha256: await proven(source, target, bytes) };
}

/** Store a small file that is replaced now and then, as it was read. */
export async function storeSmall(deps: StoreDeps, name: string, content: Buffer): Promise<BackupFile> {
  const hash = sha256(content).toString("hex");
  const stored = `${name}~${hash.slice(0, 16)}`;
  const target = path.join(deps.store, stored);
  if (!(await readIfThere(target))?.equals(content)) {
    await writeWhole(deps.disk, target, once(content));
    if (!(await readIfThere(target))?.equals(content)) throw new AppError("backup-failed", { file: name });
  }
  return { name, stored, bytes: content.length, sha256: hash };
}

/** Under a name of its own: what is stored under the plain one is something else, or has gone bad. */
async function storeApart(deps: StoreDeps, source: string, name: string, bytes: number): Promise<BackupFile> {
  const hash = await digestOf(source, bytes);
  const stored = `${name}~${hash.slice(0, 16)}`;
  const target = path.join(deps.store, stored);
  if (!(await exists(target)) || (await digestOf(target, bytes)) !== hash) {
    await writeWhole(deps.disk, target, watched(readStart(source, bytes), deps.signal));
  }
  return { name, stored, bytes, sha256: await proven(source, target, bytes) };
}

/** Write what lies between `from` and `bytes`; the hash of the whole, or undefined when the stored file differs. */
async function continueFile(
  { disk, signal }: StoreDeps,
  source: string,
  target: string,
  from: number,
  bytes: number,
): Promise<string | undefined> {
  if (from < bytes) {
    const file = await disk.overwrite(target);
    try {
      let position = from;
      for await (const chunk of watched(readStart(source, bytes, from), signal)) {
        await writeAll(file, chunk, position);
        position += chunk.length;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
  }
  const hash = await digestOf(source, bytes);
  return (await digestOf(target, bytes)) === hash ? hash : undefined;
}

/** The hash of both. @throws AppError `backup-failed` when what was written does not read back */
async function proven(source: string, target: string, bytes: number): Promise<string> {
  const hash = await digestOf(source, bytes);
  if ((await digestOf(target, bytes)) !== hash) throw new AppError("backup-failed", { file: path.basename(source) });
  return hash;
}

/** SHA-256 of a file's first `bytes`, hex; of fewer when it is shorter. */
export async function digestOf(file: string, bytes: number): Promise<string> {
  const hash = runningSha256();
  for await (const chunk of readStart(file, bytes)) hash.add(chunk);
  return hash.hex();
}

/** A file from `from` up to `bytes`, in pieces. */
export async function* readStart(file: string, bytes: number, from = 0): AsyncGenerator<Uint8Array> {
  let position = 0;
  for await (const chunk of readChunks(file)) {
    const start = Math.max(from - position, 0);
    const end = Math.min(bytes - position, chunk.length);
    if (start < end) yield chunk.subarray(start, end);
    position += chunk.length;
    if (position >= bytes) return;
  }
}

async function haveSameStart(source: string, target: string, bytes: number): Promise<boolean> {
  const length = Math.min(startBytes, bytes);
  const [a, b] = await Promise.all([source, target].map((file) => startOf(file, length)));
  return a !== undefined && b !== undefined && a.equals(b);
}

async function startOf(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* watched(content: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}
