/** @file Opens a backup with its passphrase, and copies it into a new folder. The backup itself is only read. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { readChunks, writeWhole } from "../sync/files.ts";
import type { Job } from "../sync/jobs.ts";
import { type Disk, readIfThere } from "../vault/disk.ts";
import { decodeHeader, type VaultHeader } from "../vault/header.ts";
import { openKeys, type VaultKeys } from "../vault/keys.ts";
import { tryOpening } from "../vault/secrets.ts";
import type { VaultDeps } from "../vault/vault.ts";
import { backupsIn, type Manifest, placeOf, readManifest, storeOf, vaultsIn } from "./manifest.ts";
import { readStart } from "./store.ts";

export interface BackupsOfVault {
  readonly vaultId: string;
  readonly label: string;
  /** Newest first. */
  readonly backups: readonly string[];
}

/** What a folder holds, read without any key: vaults whose newest header can be read. */
export async function listBackups(folder: string): Promise<BackupsOfVault[]> {
  const found: BackupsOfVault[] = [];
  for (const vaultId of await vaultsIn(folder)) {
    const place = placeOf(folder, vaultId);
    const backups = await backupsIn(place);
    for (const at of backups) {
      const header = await headerIn(place, await readManifest(place, at)).catch(() => undefined);
      if (header === undefined) continue;
      found.push({ vaultId, label: header.label, backups });
      break;
    }
  }
  return found;
}

export interface OpenBackup {
  readonly place: string;
  readonly manifest: Manifest;
  readonly label: string;
  /** The caller wipes them. */
  readonly keys: VaultKeys;
}

export interface BackupName {
  readonly folder: string;
  readonly vaultId: string;
  readonly at: string;
}

/** @throws AppError `backup-missing`, `wrong-passphrase`, `wait-before-retry`, `vault-parameters`, `vault-newer` */
export async function openBackup(
  { folder, vaultId, at }: BackupName,
  passphrase: string,
  deps: VaultDeps,
): Promise<OpenBackup> {
  const place = placeOf(folder, vaultId);
  const manifest = await readManifest(place, at);
  const header = await headerIn(place, manifest);
  if (manifest === undefined || header === undefined) throw new AppError("backup-missing");
  const dataKey = await tryOpening(place, { header, isWhole: true }, { passphrase }, deps);
  return { place, manifest, label: header.label, keys: openKeys(header.vaultId, dataKey) };
}

/** The vault's header as this backup holds it; undefined when neither copy is sound. */
export async function headerIn(place: string, manifest: Manifest | undefined): Promise<VaultHeader | undefined> {
  for (const name of ["VAULT", "VAULT.prev"]) {
    const file = manifest?.files.find((one) => one.name === name);
    const bytes = file && (await readIfThere(path.join(storeOf(place), file.stored)));
    const header = bytes && decodeHeader(bytes.subarray(0, file.bytes));
    if (header !== undefined) return header;
  }
  return undefined;
}

/**
 * Copy a backup's files into an empty folder. Files that are missing are left out:
 * opening what came over says what that means.
 */
export async function copyBackup({ place, manifest }: OpenBackup, to: string, disk: Disk, job: Job): Promise<void> {
  const of = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name, stored, bytes } of manifest.files) {
    job.signal.throwIfAborted();
    const target = path.join(to, name);
    const source = path.join(storeOf(place), stored);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    if (await isReadable(source)) await writeWhole(disk, target, readStart(source, bytes));
    done += bytes;
    job.progress(done, of);
  }
}

async function isReadable(file: string): Promise<boolean> {
  try {
    for await (const _ of readChunks(file)) break;
    return true;
  } catch {
    return false;
  }
}
