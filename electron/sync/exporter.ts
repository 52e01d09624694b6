/**
 * @file Exports and delivers, in the order of
 * [Note: Sealed once, delivered until it arrives] (outbox.ts).
 */
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { PackageIn, PackageOut, type Peer } from "../../shared/model/office.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import { noPreviousManifest, packageFileName, receiptFileName } from "../../shared/package/manifest.ts";
import type { Writer } from "../book/append.ts";
import { isRecipient } from "../crypto/age.ts";
import { sha256 } from "../crypto/hash.ts";
import { randomId } from "../crypto/random.ts";
import { growTree } from "../evidence/evidence.ts";
import type { Vault } from "../vault/vault.ts";
import { folderFailure, isFolder } from "./files.ts";
import { type OwnIdentity, recipientKeyIdOf } from "./identity.ts";
import { type Job, type Jobs, watched } from "./jobs.ts";
import type { Outbox } from "./outbox.ts";
import {
  nextSlice,
  operationsManifest,
  type PackageHead,
  type SliceLimits,
  sealPackage,
  sliceLimits,
} from "./outgoing.ts";
import { branchPeer } from "./peers.ts";
import { countWaiting, type WaitingState } from "./waiting.ts";

export interface ExporterDeps {
  readonly vault: Vault;
  readonly device: DeviceId;
  readonly write: Writer;
  readonly now: () => number;
  readonly jobs: Jobs;
  readonly outbox: Outbox;
  readonly own: () => Promise<OwnIdentity>;
  readonly sliceLimits?: SliceLimits;
}

/** Where packages go: a numbered stream and the keys they are sealed to. See [Note: Package chain]. */
interface Line {
  readonly stream: string;
  readonly recipients: readonly string[];
}

export class Exporter {
  readonly #deps: ExporterDeps;
  /** Sealed, and refused by the disk when they were to be recorded; by stream. */
  readonly #unrecorded = new Map<string, PackageOut>();
  readonly #waiting: (after: number) => Promise<WaitingState>;

  constructor(deps: ExporterDeps) {
    this.#deps = deps;
    this.#waiting = countWaiting(deps.vault, deps.device);
  }

  /** All packages that ever left, in no order. */
  packages(): PackageOut[] {
    return [...this.#deps.vault.rows("packageOut").values()].map((row) => PackageOut.parse(row));
  }

  lastOf(stream: string): PackageOut | undefined {
    const own = this.packages().filter((sent) => sent.stream === stream);
    return own.reduce<PackageOut | undefined>((last, sent) => (sent.seq > (last?.seq ?? 0) ? sent : last), undefined);
  }

  lastOfBranch(): PackageOut | undefined {
    const branch = branchPeer(this.#deps.vault);
    return branch === undefined ? undefined : this.lastOf(branch.id);
  }

  /** What the branch has not been sent; everything while there is no branch. */
  waiting(): Promise<WaitingState> {
    return this.#waiting(this.lastOfBranch()?.throughLogSeq ?? 0);
  }

  /** Whether a visit to the folder would leave something there. */
  async hasWaiting(): Promise<boolean> {
    if ((await this.#deps.outbox.unsent("receipt")).length > 0) return true;
    if (branchPeer(this.#deps.vault) === undefined) return false;
    return (await this.#unsent(this.lastOfBranch()?.stream)).length > 0 || (await this.waiting()).operations > 0;
  }

  /** See SyncService.exportToFolder. Without a branch only receipts go; undefined when no package went. */
  toFolder(folder: string): Promise<PackageOut | undefined> {
    return this.#deps.jobs.run("export", async (job) => {
      await requireFolder(folder);
      await this.#deliverReceipts(folder, job);
      const branch = branchPeer(this.#deps.vault);
      if (branch === undefined) return undefined;
      const line = lineTo(branch, []);
      let last: PackageOut | undefined;
      for (const left of await this.#unsent(line.stream)) {
        await this.#deliverTo(folder, left, job);
        last = left;
      }
      const total = (await this.waiting()).operations;
      for (let done = 0; ; ) {
        const made = await this.#make(line, job, { done, total });
        if (made === undefined) break;
        await this.#deliverTo(folder, made, job);
        done += made.operations;
        last = made;
      }
      return last;
    });
  }

  /** See SyncService.exportToFile. */
  toFile(file: string, recipients: readonly string[]): Promise<PackageOut> {
    return this.#deps.jobs.run("export", async (job) => {
      if (!recipients.every(isRecipient)) throw new AppError("bad-request");
      const branch = branchPeer(this.#deps.vault);
      if (branch === undefined && recipients.length === 0) throw new AppError("no-branch");
      const line = lineTo(branch, recipients);
      const [left] = await this.#unsent(line.stream);
      const total = (await this.#waiting(this.lastOf(line.stream)?.throughLogSeq ?? 0)).operations;
      const sent = left ?? (await this.#make(line, job, { done: 0, total }));
      if (sent === undefined) throw new AppError("nothing-to-export");
      await this.#deliver(sent, file, "replace", job);
      return sent;
    });
  }

  /** See SyncService.sendAgain. */
  sendAgain(packageId: string, folder: string): Promise<void> {
    return this.#deps.jobs.run("export", async (job) => {
      const sent = this.packages().find(({ id }) => id === packageId);
      if (sent === undefined || !(await this.#deps.outbox.holds(packageId))) throw new AppError("nothing-to-export");
      await requireFolder(folder);
      await this.#deliverTo(folder, sent, job);
    });
  }

  /** Put receipts into the folder, if it is there. */
  deliverReceipts(folder: string): Promise<void> {
    return this.#deps.jobs.run("export", async (job) => {
      if (await isFolder(folder)) await this.#deliverReceipts(folder, job);
    });
  }

  /** Steps 1 and 2: seal and record the next package; undefined when nothing goes out. */
  async #make(line: Line, job: Job, { done, total }: { done: number; total: number }): Promise<PackageOut | undefined> {
    const { vault, device, now, outbox } = this.#deps;
    const unrecorded = this.#unrecorded.get(line.stream);
    if (unrecorded !== undefined) return this.#record(unrecorded);
    const previous = this.lastOf(line.stream);
    let read = done;
    const onOperations = (count: number) => {
      read += count;
      job.progress(read, total);
    };
    const limits = this.#deps.sliceLimits ?? sliceLimits;
    const slice = await nextSlice(vault, device, previous?.throughLogSeq ?? 0, limits, job, onOperations);
    if (slice === undefined) return undefined;

    const own = await this.#deps.own();
    const { state, proof } = await growTree(vault, device, previous?.audit);
    const head: PackageHead = {
      ...line,
      packageId: randomId(),
      seq: (previous?.seq ?? 0) + 1,
      prevManifestHash: previous?.manifestHash ?? noPreviousManifest,
      audit: { size: state.size, root: state.root, proof: [...proof] },
      createdAt: new Date(now()).toISOString(),
    };
    const sealed = sealPackage(own, operationsManifest(own, head, slice), line.recipients, slice);
    const bytes = await outbox.put("package", head.packageId, watched(sealed.bytes, job));
    if (job.signal.aborted) {
      await outbox.forget(head.packageId);
      job.signal.throwIfAborted();
    }
    return this.#record({
      id: head.packageId,
      stream: head.stream,
      seq: head.seq,
      createdAt: head.createdAt,
      fileName: packageFileName(device, head.seq),
      operations: slice.operations,
      bytes,
      throughLogSeq: slice.through,
      manifestHash: sealed.manifestHash,
      recipients: [...line.recipients],
      audit: state,
    });
  }

  /**
   * Step 2. A disk that refuses may still have kept the record, to be found at the next
   * start: so the same record is tried again, never another one for the same number.
   */
  async #record(sent: PackageOut): Promise<PackageOut> {
    this.#unrecorded.set(sent.stream, sent);
    const { id, ...record } = sent;
    await this.#deps.write.record("packageOut", id, record);
    this.#unrecorded.delete(sent.stream);
    return sent;
  }

  /** Recorded packages of a stream that no folder has yet, in their order. */
  async #unsent(stream: string | undefined): Promise<PackageOut[]> {
    const ids = new Set(await this.#deps.outbox.unsent("package"));
    const left = this.packages().filter((sent) => sent.stream === stream && ids.has(sent.id));
    return left.sort((a, b) => a.seq - b.seq);
  }

  #deliverTo(folder: string, sent: PackageOut, job: Job): Promise<void> {
    return this.#deliver(sent, path.join(folder, sent.fileName), "rename", job);
  }

  /** Steps 3 and 4. */
  async #deliver(sent: PackageOut, target: string, onTaken: "replace" | "rename", job: Job): Promise<void> {
    const { outbox } = this.#deps;
    try {
      await outbox.copyTo("package", sent.id, target, onTaken, job);
      await outbox.markSent("package", sent.id);
    } catch (error) {
      throw folderFailure(error);
    }
  }

  async #deliverReceipts(folder: string, job: Job): Promise<void> {
    const { vault, outbox } = this.#deps;
    for (const id of await outbox.unsent("receipt")) {
      const row = vault.rows("packageIn").get(id);
      if (row === undefined) continue;
      const { sender, seq } = PackageIn.parse(row);
      const device = vault.rows("peer").get(sender)?.["device"] as DeviceId;
      try {
        await outbox.copyTo("receipt", id, path.join(folder, receiptFileName(device, seq)), "rename", job);
        await outbox.markSent("receipt", id);
      } catch (error) {
        throw folderFailure(error);
      }
    }
  }
}

function lineTo(branch: Peer | undefined, recipients: readonly string[]): Line {
  if (branch !== undefined) {
    return { stream: branch.id, recipients: [...new Set([branch.recipient, ...recipients])] };
  }
  const sorted = [...new Set(recipients)].sort();
  return { stream: sha256(sorted.map(recipientKeyIdOf).join("\n")).toString("hex"), recipients: sorted };
}

async function requireFolder(folder: string): Promise<void> {
  if (folder === "" || !(await isFolder(folder))) throw new AppError("folder-absent");
}
