/**
 * @file The channels about the vault's files: sizes, check, backups, restoring one, and
 * salvage. New vaults are built in a folder of their own and get their name when they
 * are whole, so that what is interrupted never shows up among the books.
 */
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { ChannelInput, Emit, Handlers, StorageState, VaultSummary } from "../shared/bridge/contract.ts";
import { AppError } from "../shared/errors.ts";
import { VaultEvent } from "../shared/model/storage.ts";
import { copyBackup, listBackups, openBackup } from "./backup/restore.ts";
import { verifyBackup } from "./backup/verify.ts";
import type { KeyRing } from "./book/key-ring.ts";
import type { OpenBook } from "./book/session.ts";
import { noteEvent } from "./book/vault-events.ts";
import { newVaultId, summarise } from "./book/vaults.ts";
import { newWitness } from "./book/witness.ts";
import { isFolder } from "./sync/files.ts";
import { createJobs, type Job } from "./sync/jobs.ts";
import { freeBytes, nodeDisk, requireRoom } from "./vault/disk.ts";
import { salvageVault } from "./vault/salvage.ts";
import { unlockVault, usualReserveBytes, type Vault, type VaultDeps } from "./vault/vault.ts";

const shownEvents = 20;

interface StorageOptions {
  readonly root: string;
  readonly emit: Emit;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The system's folder dialog; absent where the shell has none. */
  readonly chooseFolder?: () => Promise<string | undefined>;
}

export interface StorageContext {
  readonly options: StorageOptions;
  readonly ring: KeyRing;
  readonly vaultDeps: VaultDeps;
  readonly current: () => OpenBook | undefined;
  readonly requireBook: () => OpenBook;
}

export function createStorage({ options, ring, vaultDeps, current, requireBook }: StorageContext) {
  const { root, chooseFolder, now, emit } = options;
  const jobs = createJobs(emit);
  const state = () => describeStorage(requireBook());
  const make = (bytes: number, build: (dir: string, deps: VaultDeps) => Promise<void>) =>
    buildVault(root, bytes, (dir, id) => build(dir, { ...vaultDeps, witness: newWitness(ring, id) }));

  const handlers = {
    storageState: state,
    checkVault() {
      const { vault } = requireBook();
      return jobs.run("check", async (job) => {
        const report = await vault.check((done, of) => {
          job.signal.throwIfAborted();
          job.progress(done, of);
        });
        const { frames, operations, segments, snapshots, attachments, problems } = report;
        return { frames, operations, segments, snapshots, attachments, problems: [...problems] };
      });
    },
    async saveBackupSettings(settings) {
      await requireBook().backups.saveSettings(settings);
      return state();
    },
    async chooseBackupFolder() {
      const folder = await chooseFolder?.();
      return folder === undefined ? null : { folder };
    },
    async runBackup() {
      await requireBook().backups.run();
      return state();
    },
    testBackup: ({ at }) => requireBook().backups.test(at),
    async listBackups({ folder }) {
      if (!path.isAbsolute(folder) || !(await isFolder(folder))) throw new AppError("folder-absent");
      return (await listBackups(folder)).map((found) => ({ ...found, backups: [...found.backups] }));
    },
    previewRestore: (choice) => jobs.run("restore", (job) => preview(choice, vaultDeps, current()?.vault, job)),
    restoreBackup: (choice) =>
      jobs.run("restore", async (job) => {
        const backup = await openBackup(choice, choice.passphrase, vaultDeps);
        backup.keys.wipe();
        const bytes = backup.manifest.files.reduce((sum, file) => sum + file.bytes, 0);
        const vault = await make(bytes, async (dir, deps) => {
          await copyBackup(backup, dir, nodeDisk, job);
          const restored = await unlockVault(dir, { passphrase: choice.passphrase }, deps);
          await noteEvent(restored, now, { kind: "restored", backupAt: choice.at });
          await restored.close();
        });
        return { vault };
      }),
    salvageVault: ({ passphrase }) =>
      jobs.run("salvage", async (job) => {
        const from = requireBook().vault;
        const { log, attachments } = await sizesOf(from.dir);
        let report: Awaited<ReturnType<typeof salvageVault>>["report"] | undefined;
        const vault = await make(log.bytes + attachments.bytes, async (dir, deps) => {
          const salvaged = await salvageVault(from, dir, passphrase, deps, job);
          report = salvaged.report;
          await noteEvent(salvaged.vault, now, { kind: "salvaged", missing: report.missing });
          await salvaged.vault.close();
        });
        if (report === undefined) throw new Error("built without a report");
        return { vault, ...report, missing: [...report.missing] };
      }),
  } satisfies Partial<Handlers>;
  return { handlers, cancel: jobs.cancel };
}

async function preview(choice: ChannelInput<"previewRestore">, deps: VaultDeps, present: Vault | undefined, job: Job) {
  const { place, manifest, label, keys } = await openBackup(choice, choice.passphrase, deps);
  try {
    const verdict = await verifyBackup({ place, manifest, keys, job });
    const testedAt = new Date(deps.now()).toISOString();
    const found = { at: choice.at, testedAt, label, ...verdict, problems: [...verdict.problems] };
    if (present?.id !== manifest.vaultId) return found;
    const { clients, contacts, assessments, operations } = await present.stats();
    return { ...found, present: { clients, contacts, assessments, operations } };
  } finally {
    keys.wipe();
  }
}

/** A vault in a new folder beside the others. @throws AppError `no-room`, and whatever `build` throws: nothing is left then */
async function buildVault(
  root: string,
  bytes: number,
  build: (dir: string, id: string) => Promise<void>,
): Promise<VaultSummary> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await requireRoom(root, bytes);
  const id = newVaultId();
  const building = path.join(root, `.building-${id}`);
  await mkdir(building, { mode: 0o700 });
  try {
    await build(building, id);
    await nodeDisk.syncDirectory(building);
    await rename(building, path.join(root, id));
    await nodeDisk.syncDirectory(root);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
  return summarise({ id, dir: path.join(root, id), isDemo: false });
}

async function describeStorage({ vault, place, backups }: OpenBook): Promise<StorageState> {
  const free = await freeBytes(vault.dir);
  const events = [...vault.rows("vaultEvent").values()].map((row) => VaultEvent.parse(row));
  return {
    place: place.dir,
    ...(await sizesOf(vault.dir)),
    ...(free !== undefined && { freeBytes: free }),
    hasReserve: await hasReserve(vault.dir),
    backup: await backups.state(),
    events: events.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shownEvents),
  };
}

async function hasReserve(dir: string): Promise<boolean> {
  return stat(path.join(dir, "RESERVE")).then(
    ({ size }) => size === usualReserveBytes,
    () => false,
  );
}

async function sizesOf(dir: string) {
  const [own, attached] = await Promise.all([filesIn(dir), filesIn(path.join(dir, "att"))]);
  const snapshots = own.filter(({ name }) => name.startsWith("snap-"));
  const newestMs = Math.max(...snapshots.map(({ mtimeMs }) => mtimeMs));
  return {
    log: sum(own.filter(({ name }) => name.startsWith("seg-"))),
    snapshots: {
      ...sum(snapshots),
      ...(snapshots.length > 0 && { newestAt: new Date(newestMs).toISOString() }),
    },
    attachments: sum(attached),
  };
}

interface Found {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Files that are there; one that goes meanwhile is passed over. */
async function filesIn(dir: string): Promise<Found[]> {
  const names = await readdir(dir).catch(() => []);
  const found = await Promise.all(
    names.map((name) =>
      stat(path.join(dir, name)).then(
        (file) => (file.isFile() ? { name, size: file.size, mtimeMs: file.mtimeMs } : undefined),
        () => undefined,
      ),
    ),
  );
  return found.filter((file) => file !== undefined);
}

function sum(files: readonly Found[]): { files: number; bytes: number } {
  return { files: files.length, bytes: files.reduce((total, { size }) => total + size, 0) };
}
