/** @file Makes one backup of an open vault, and removes what the retention lets go. */
import { mkdir, realpath } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { isFolder, writeWhole } from "../sync/files.ts";
import type { Job } from "../sync/jobs.ts";
import { type Disk, requireRoom } from "../vault/disk.ts";
import type { Vault } from "../vault/vault.ts";
import {
  type BackupCounts,
  type BackupFile,
  backupsIn,
  composeManifest,
  type Manifest,
  manifestFile,
  placeOf,
  readManifest,
  storeOf,
} from "./manifest.ts";
import { keptBackups } from "./retention.ts";
import { type StoreDeps, storeGrown, storeSmall } from "./store.ts";
import { removeUnused } from "./tidy.ts";

export interface BackupDeps {
  readonly vault: Vault;
  readonly folder: string;
  readonly disk: Disk;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly job: Job;
  /** After a test that failed: read back everything that is stored, and store anew what has gone bad. */
  readonly rereads?: boolean;
}

export interface Backup {
  readonly at: string;
  readonly logSeq: number;
  /** Of the whole vault, and how many of these had to be written. */
  readonly bytes: number;
  readonly newBytes: number;
  readonly counts: BackupCounts;
}

/**
 * Copy what the folder does not hold yet, read it back, then list it. Interrupted at
 * any point it leaves the earlier backups as they were.
 *
 * @throws AppError `vault-read-only`: a damaged vault must not push out sound backups; `folder-absent`,
 *   `folder-not-writable` for one inside the vault, `no-room`, `backup-failed`, `cancelled`, and what the disk throws
 */
export async function makeBackup(options: BackupDeps): Promise<Backup> {
  const { vault, folder, disk, now, job, rereads = false } = options;
  if (vault.recovery.readOnly) throw new AppError("vault-read-only");
  if (!(await isFolder(folder))) throw new AppError("folder-absent");
  if (await isInside(folder, vault.dir)) throw new AppError("folder-not-writable");
  const place = placeOf(folder, vault.id);
  const earlier = await readAll(place);
  const known = longestForms(earlier);
  const { counts, extent } = await standStill(vault, job);
  const newBytes = extent.grown.reduce(
    (sum, { name, bytes }) => sum + bytes - Math.min(known.get(name)?.bytes ?? 0, bytes),
    0,
  );
  await requireRoom(folder, newBytes);
  const store = storeOf(place);
  await mkdir(store, { recursive: true, mode: 0o700 });
  const deps: StoreDeps = { disk, store, known, rereads, signal: job.signal };
  const files: BackupFile[] = [];
  for (const [name, content] of extent.small) files.push(await storeSmall(deps, name, content));
  const of = extent.grown.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name, bytes } of extent.grown) {
    files.push(await storeGrown(deps, vault.dir, name, bytes));
    done += bytes;
    job.progress(done, of);
  }
  job.signal.throwIfAborted();
  const { seq, tag } = extent.head.last;
  const at = await freeInstant(place, now());
  const head = { seq, tag: Buffer.from(tag).toString("hex") };
  const manifest = composeManifest({ vaultId: vault.id, at, head, files }, counts, vault);
  await writeWhole(disk, manifestFile(place, at), bytesOf(manifest));
  await removeUnused(disk, place, keptBackups(await backupsIn(place)));
  return { at, logSeq: seq, bytes: of, newBytes, counts };
}

/** Beside the book itself a backup would go with it. */
export async function isInside(folder: string, dir: string): Promise<boolean> {
  const [outer, inner] = await Promise.all([dir, folder].map((each) => realpath(each).catch(() => path.resolve(each))));
  const relative = path.relative(outer ?? dir, inner ?? folder);
  return relative === "" || !(relative.startsWith("..") || path.isAbsolute(relative));
}

/** The files and the counts as of the same save. */
async function standStill(vault: Vault, job: Job) {
  for (;;) {
    job.signal.throwIfAborted();
    const { logSeq } = vault;
    const { clients, contacts, assessments, operations } = await vault.stats();
    const extent = await vault.extent();
    const counts = { clients, contacts, assessments, operations };
    if (extent.head.last.seq === logSeq) return { counts, extent };
  }
}

async function readAll(place: string): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const at of await backupsIn(place)) {
    const manifest = await readManifest(place, at);
    if (manifest !== undefined) manifests.push(manifest);
  }
  return manifests;
}

/** See {@link StoreDeps}. */
function longestForms(manifests: readonly Manifest[]): Map<string, BackupFile> {
  const longest = new Map<string, BackupFile>();
  for (const file of manifests.flatMap(({ files }) => files)) {
    if (file.bytes > (longest.get(file.stored)?.bytes ?? -1)) longest.set(file.stored, file);
  }
  return longest;
}

/** Two backups in one millisecond, as on a clock that was set back, still have two names. */
async function freeInstant(place: string, now: number): Promise<string> {
  const taken = new Set(await backupsIn(place));
  for (let ms = now; ; ms += 1) {
    const at = new Date(ms).toISOString();
    if (!taken.has(at)) return at;
  }
}

async function* bytesOf(manifest: Manifest): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify(manifest));
}
