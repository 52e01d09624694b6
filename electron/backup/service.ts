/**
 * @file The backups of the open book: when they run by themselves, what the last one
 * was, and testing one. Made at unlock, stopped at lock.
 */
import type { z } from "zod";
import type { BackupTest, Emit, StorageState } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { BackupSettings } from "../../shared/model/storage.ts";
import type { Writer } from "../book/append.ts";
import { isFolder } from "../sync/files.ts";
import { createJobs, type Jobs } from "../sync/jobs.ts";
import { Schedule, type Timers } from "../sync/schedule.ts";
import { requireUsable } from "../sync/service.ts";
import { folderState } from "../sync/state.ts";
import { type Disk, freeBytes, nodeDisk } from "../vault/disk.ts";
import { isAuthentic } from "../vault/header.ts";
import type { Vault } from "../vault/vault.ts";
import { type LastBackup, readLastBackup, saveLastBackup } from "./last-backup.ts";
import { backupsIn, openManifest, placeOf, readManifest } from "./manifest.ts";
import { headerIn } from "./restore.ts";
import { isInside, makeBackup } from "./run.ts";
import { verifyBackup } from "./verify.ts";

type Test = z.infer<typeof BackupTest>;

export interface BackupServiceDeps {
  readonly vault: Vault;
  readonly write: Writer;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly emit: Emit;
  readonly timers: Timers;
  /** Milliseconds on a clock that never goes back; the machine's own unless a test brings another. */
  readonly monotonicMs?: () => number;
  readonly disk?: Disk;
}

export interface BackupService {
  readonly jobs: Jobs;
  state(): Promise<StorageState["backup"]>;
  /** @throws AppError `folder-absent` for a folder never seen, `folder-not-writable`. */
  saveSettings(settings: Omit<BackupSettings, "id">): Promise<void>;
  /** @throws AppError as {@link makeBackup} */
  run(): Promise<void>;
  /** @throws AppError `backup-missing`, `backup-older-key`, `cancelled` */
  test(at: string): Promise<Test>;
  /** Begin the schedule. */
  start(): Promise<void>;
  /** Back up if the settings ask for it at lock. Never rejects; whoever locks decides how long to wait. */
  beforeLock(): Promise<void>;
  /** Stop the schedule and what is running. Never rejects. */
  stop(): Promise<void>;
}

const unset: BackupSettings = { id: "backup", folder: "", everyHours: 1, atLock: true };

export function createBackups(deps: BackupServiceDeps): BackupService {
  return new Backups(deps);
}

class Backups implements BackupService {
  readonly jobs: Jobs;
  readonly #deps: BackupServiceDeps;
  readonly #disk: Disk;
  readonly #schedule: Schedule;
  #last: LastBackup | undefined;
  #isStopped = false;

  constructor(deps: BackupServiceDeps) {
    this.#deps = deps;
    this.#disk = deps.disk ?? nodeDisk;
    this.jobs = createJobs(deps.emit);
    this.#schedule = new Schedule({
      timers: deps.timers,
      monotonicMs: deps.monotonicMs ?? (() => performance.now()),
      settings: () => (deps.vault.recovery.readOnly ? undefined : this.#settings),
      isFolderPresent: () => isFolder(this.#settings.folder),
      hasWaiting: () => Promise.resolve(!this.#isUpToDate),
      run: () => this.run(),
      onChange: () => this.#changed(),
    });
  }

  async state(): Promise<StorageState["backup"]> {
    const { vault, now } = this.#deps;
    const settings = this.#settings;
    const { folder } = settings;
    const free = folder === "" ? undefined : await freeBytes(folder);
    const { dueInMs } = this.#schedule;
    return {
      settings,
      folderState: await folderState(folder),
      ...(free !== undefined && { freeBytes: free }),
      list: folder === "" ? [] : await backupsIn(placeOf(folder, vault.id)),
      ...(this.#last !== undefined && { last: this.#shownLast(this.#last) }),
      ...(this.#last?.test !== undefined && { lastTest: this.#last.test }),
      ...(dueInMs !== undefined && folder !== "" && { nextAt: new Date(now() + dueInMs).toISOString() }),
      due: this.#schedule.isDue,
    };
  }

  async saveSettings(next: Omit<BackupSettings, "id">): Promise<void> {
    await requireUsable(this.#disk, next.folder, this.#settings.folder);
    const { vault } = this.#deps;
    if (next.folder !== "" && (await isInside(next.folder, vault.dir))) throw new AppError("folder-not-writable");
    await this.#deps.write.set("backupSettings", "backup", { ...next });
    this.#schedule.reset();
    this.#changed();
  }

  async run(): Promise<void> {
    const { vault, now } = this.#deps;
    const { folder } = this.#settings;
    if (folder === "") throw new AppError("folder-absent");
    try {
      await this.jobs.run("backup", async (job) => {
        const test = this.#last?.test;
        const rereads = test?.sound === false;
        const made = await makeBackup({ vault, folder, disk: this.#disk, now, job, rereads });
        const { at, logSeq, bytes, newBytes } = made;
        await this.#remember({ at, logSeq, bytes, newBytes, ...(test?.sound === true && { test }) });
      });
      this.#schedule.exported();
    } finally {
      this.#changed();
    }
  }

  async test(at: string): Promise<Test> {
    const { vault, now } = this.#deps;
    const place = placeOf(this.#settings.folder, vault.id);
    const manifest = await readManifest(place, at);
    if (manifest === undefined) throw new AppError("backup-missing");
    if (openManifest(manifest, vault) === undefined) {
      const header = await headerIn(place, manifest);
      if (header !== undefined && !isAuthentic(header, vault)) throw new AppError("backup-older-key");
    }
    const verdict = await this.jobs.run("testBackup", (job) => verifyBackup({ place, manifest, keys: vault, job }));
    const { counts, ...shown } = { at, testedAt: new Date(now()).toISOString(), ...verdict };
    if (this.#last !== undefined) await this.#remember({ ...this.#last, test: shown });
    this.#changed();
    return { ...shown, counts };
  }

  async start(): Promise<void> {
    this.#last = await readLastBackup(this.#deps.vault.dir);
    if (this.#isStopped) return;
    this.#schedule.start(this.#last && this.#deps.now() - Date.parse(this.#last.at));
    this.#changed();
  }

  beforeLock(): Promise<void> {
    return this.#schedule.beforeLock();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#schedule.stop();
    for (const job of ["backup", "testBackup"] as const) {
      this.jobs.cancel(job);
      await this.jobs.settled(job);
    }
  }

  get #settings(): BackupSettings {
    const row = this.#deps.vault.rows("backupSettings").get("backup");
    return row === undefined ? unset : BackupSettings.parse(row);
  }

  get #isUpToDate(): boolean {
    return this.#last?.logSeq === this.#deps.vault.logSeq;
  }

  #shownLast({ at, bytes, newBytes }: LastBackup) {
    return { at, bytes, newBytes, upToDate: this.#isUpToDate };
  }

  async #remember(last: LastBackup): Promise<void> {
    this.#last = last;
    // Only what the pane shows: a disk that refuses it does not unmake the backup.
    await saveLastBackup(this.#disk, this.#deps.vault.dir, last).catch(() => undefined);
  }

  #changed(): void {
    this.#deps.emit("storageChanged", null);
  }
}
