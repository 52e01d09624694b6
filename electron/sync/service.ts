/**
 * @file Everything about exchanging packages for one open vault: pairing, export,
 * receiving, receipts, the schedule. Made at unlock and stopped at lock, by
 * electron/book/.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { CardReading, Emit, PackagePreview, SyncState } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { HlcClock } from "../../shared/log/hlc.ts";
import type { PackageOut, SyncSettings } from "../../shared/model/office.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import type { Writer } from "../book/append.ts";
import { randomId } from "../crypto/random.ts";
import { type Disk, nodeDisk } from "../vault/disk.ts";
import type { Vault } from "../vault/vault.ts";
import { writeCard } from "./card.ts";
import { Exporter } from "./exporter.ts";
import { folderFailure, isFolder } from "./files.ts";
import { type OwnIdentity, ownIdentity } from "./identity.ts";
import { Importer, type ImportResult } from "./importer.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import type { SliceLimits } from "./outgoing.ts";
import { branchPeer, describeCard, type Pairing, pair, part } from "./peers.ts";
import { Schedule, type Timers } from "./schedule.ts";
import { describeSync, savedSettings } from "./state.ts";

export interface SyncDeps {
  readonly vault: Vault;
  readonly device: DeviceId;
  readonly clock: HlcClock;
  readonly write: Writer;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly emit: Emit;
  /** Received files lie here, sealed, between preview and import. Emptied at start and stop. */
  readonly quarantineDir: string;
  readonly timers: Timers;
  /** Milliseconds on a clock that never goes back; the machine's own unless a test brings another. */
  readonly monotonicMs?: () => number;
  readonly disk?: Disk;
  readonly sliceLimits?: SliceLimits;
}

export interface SyncService {
  identityCard(): Promise<{ card: string; fingerprint: string }>;
  /** @throws AppError `card-unreadable`, `card-own`. */
  readCard(card: string): Promise<z.infer<typeof CardReading>>;
  /** @throws AppError `card-unreadable`, `card-own`, `card-fingerprint`, `card-device`. */
  pairPeer(pairing: Pairing): Promise<void>;
  removePeer(peer: string): Promise<void>;
  state(): Promise<z.infer<typeof SyncState>>;
  /** @throws AppError `folder-absent` for a folder never seen, `folder-not-writable`. */
  saveSettings(settings: Omit<SyncSettings, "id">): Promise<void>;
  /**
   * Deliver what earlier exports left behind and export all that waits, in as many
   * packages as it takes. See [Note: Sealed once, delivered until it arrives].
   *
   * @returns the last package.
   * @throws AppError `no-branch`, `folder-absent`, `folder-not-writable`, `nothing-to-export`, `disk-*`, `cancelled`.
   */
  exportToFolder(): Promise<PackageOut>;
  /**
   * The next package of the stream, into one file; more may be waiting after it. Goes
   * to the branch and to `recipients` (`age1...`) as well; without a branch, to those
   * alone, in a stream of their own. A package that an interrupted export left behind
   * comes first, as it is.
   *
   * @throws AppError as {@link exportToFolder}; `bad-request` for what is no recipient.
   */
  exportToFile(file: string, options?: { readonly recipients?: readonly string[] }): Promise<PackageOut>;
  /**
   * Deliver a package of the branch's stream again, after its file was lost on the way.
   *
   * @throws AppError `nothing-to-export` when it is not kept any more, `folder-*`, `disk-*`.
   */
  sendAgain(packageId: string): Promise<void>;
  /** Take a package into quarantine and say what it would do. @throws AppError `package-*`, `cancelled`, `disk-*`. */
  receive(bytes: AsyncIterable<Uint8Array>): Promise<z.infer<typeof PackagePreview>>;
  /** Commit a preview in one append. @throws AppError `import-expired`, `package-*`, `disk-*`, `vault-read-only`. */
  importPreviewed(previewId: string): Promise<ImportResult>;
  discard(previewId: string): Promise<void>;
  cancel(job: string): void;
  /** Begin the schedule. */
  start(): void;
  /** Export if the settings ask for it at lock. Never rejects; whoever locks decides how long to wait. */
  beforeLock(): Promise<void>;
  /** Stop the schedule and running jobs, and forget all previews. Never rejects. */
  stop(): Promise<void>;
}

export function createSync(deps: SyncDeps): SyncService {
  return new Sync(deps);
}

class Sync implements SyncService {
  readonly #deps: SyncDeps;
  readonly #disk: Disk;
  readonly #jobs: Jobs;
  readonly #outbox: Outbox;
  readonly #exporter: Exporter;
  readonly #importer: Importer;
  readonly #schedule: Schedule;
  #ready: Promise<unknown> | undefined;
  #isStopped = false;

  constructor(deps: SyncDeps) {
    this.#deps = deps;
    this.#disk = deps.disk ?? nodeDisk;
    this.#jobs = createJobs(deps.emit);
    this.#outbox = openOutbox(this.#disk, path.join(deps.vault.dir, "outbox"));
    const own = () => this.#own();
    const parts = { ...deps, disk: this.#disk, jobs: this.#jobs, outbox: this.#outbox, own };
    this.#exporter = new Exporter(parts);
    this.#importer = new Importer(parts);
    this.#schedule = new Schedule({
      timers: deps.timers,
      monotonicMs: deps.monotonicMs ?? (() => performance.now()),
      settings: () => savedSettings(deps.vault),
      isFolderPresent: () => isFolder(this.#folder),
      hasWaiting: () => this.#exporter.hasWaiting(),
      run: () => this.#visitFolder(),
      onChange: () => this.#changed(),
    });
  }

  async identityCard(): Promise<{ card: string; fingerprint: string }> {
    const own = await this.#own();
    return { card: writeCard(own), fingerprint: own.fingerprint };
  }

  async readCard(card: string): Promise<z.infer<typeof CardReading>> {
    return describeCard(this.#deps.vault, await this.#own(), card);
  }

  async pairPeer(pairing: Pairing): Promise<void> {
    const { vault, write, now } = this.#deps;
    await pair({ vault, write, pairedAt: new Date(now()).toISOString() }, await this.#own(), pairing);
    this.#changed();
  }

  async removePeer(peer: string): Promise<void> {
    await part(this.#deps.vault, this.#deps.write, peer);
    this.#changed();
  }

  state(): Promise<z.infer<typeof SyncState>> {
    const { vault, device, now } = this.#deps;
    return describeSync({ vault, device, exporter: this.#exporter, schedule: this.#schedule, now });
  }

  async saveSettings(next: Omit<SyncSettings, "id">): Promise<void> {
    await requireUsable(this.#disk, next.folder, this.#folder);
    await this.#deps.write.set("syncSettings", "sync", { ...next });
    this.#schedule.reset();
    this.#changed();
  }

  async exportToFolder(): Promise<PackageOut> {
    if (branchPeer(this.#deps.vault) === undefined) throw new AppError("no-branch");
    const last = await this.#visitFolder();
    if (last === undefined) throw new AppError("nothing-to-export");
    return last;
  }

  async exportToFile(file: string, options: { readonly recipients?: readonly string[] } = {}): Promise<PackageOut> {
    await this.#prepare();
    return this.#exporter.toFile(file, options.recipients ?? []).finally(() => this.#changed());
  }

  async sendAgain(packageId: string): Promise<void> {
    await this.#prepare();
    await this.#exporter.sendAgain(packageId, this.#folder);
  }

  async receive(bytes: AsyncIterable<Uint8Array>): Promise<z.infer<typeof PackagePreview>> {
    await this.#prepare();
    return this.#importer.receive(bytes);
  }

  async importPreviewed(previewId: string): Promise<ImportResult> {
    const result = await this.#importer.commit(previewId);
    this.#changed();
    // A receipt for the sender. It waits in the outbox where the folder is not there or refuses.
    await this.#exporter.deliverReceipts(this.#folder).catch(() => undefined);
    return result;
  }

  discard(previewId: string): Promise<void> {
    return this.#importer.discard(previewId);
  }

  cancel(job: string): void {
    this.#jobs.cancel(job);
  }

  start(): void {
    const last = this.#exporter.lastOfBranch();
    const sinceLastMs = last === undefined ? undefined : this.#deps.now() - Date.parse(last.createdAt);
    void this.#prepare()
      // What is in the way will be said where it matters: at the next export or import.
      .catch(() => undefined)
      .then(() => {
        if (!this.#isStopped) this.#schedule.start(sinceLastMs);
      });
  }

  beforeLock(): Promise<void> {
    return this.#schedule.beforeLock();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#schedule.stop();
    for (const job of ["export", "import"] as const) this.#jobs.cancel(job);
    await Promise.all([this.#jobs.settled("export"), this.#jobs.settled("import")]);
    await this.#importer.discardAll();
  }

  get #folder(): string {
    return savedSettings(this.#deps.vault)?.folder ?? "";
  }

  #own(): Promise<OwnIdentity> {
    return ownIdentity(this.#deps.vault, this.#deps.device);
  }

  #changed(): void {
    this.#deps.emit("syncChanged", null);
  }

  /** Once, before anything is written: away with what an interrupted session left. */
  #prepare(): Promise<unknown> {
    const { vault, quarantineDir } = this.#deps;
    this.#ready ??= Promise.all([
      rm(quarantineDir, { recursive: true, force: true }),
      this.#outbox.tidy((kind, id) => vault.rows(kind === "package" ? "packageOut" : "packageIn").has(id)),
    ]);
    return this.#ready;
  }

  async #visitFolder(): Promise<PackageOut | undefined> {
    await this.#prepare();
    try {
      const last = await this.#exporter.toFolder(this.#folder);
      this.#schedule.exported();
      return last;
    } finally {
      this.#changed();
    }
  }
}

/**
 * A new folder must be there and take a file; the saved one may be away.
 *
 * @throws AppError `folder-absent`, `folder-not-writable`, `disk-*`.
 */
export async function requireUsable(disk: Disk, folder: string, saved: string | undefined): Promise<void> {
  if (folder === "" || (folder === saved && !(await isFolder(folder)))) return;
  if (!path.isAbsolute(folder) || !(await isFolder(folder))) throw new AppError("folder-absent");
  const probe = path.join(folder, `.suitbook-${randomId()}`);
  try {
    await (await disk.create(probe)).close();
    await disk.remove(probe);
  } catch (error) {
    throw folderFailure(error);
  }
}
