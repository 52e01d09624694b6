/**
 * @file Takes packages in: into quarantine, through the receiver's steps, into a
 * preview; and, when the user says so, into the log in one append.
 */
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { PackagePreview } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { HlcClock } from "../../shared/log/hlc.ts";
import type { PackageIn, Peer } from "../../shared/model/office.ts";
import {
  limits,
  manifestVersion,
  type OperationsManifest,
  type ReceiptManifest,
} from "../../shared/package/manifest.ts";
import type { Writer } from "../book/append.ts";
import { randomId } from "../crypto/random.ts";
import { type Disk, diskFailure } from "../vault/disk.ts";
import type { Vault } from "../vault/vault.ts";
import { exists, writeWhole } from "./files.ts";
import { fingerprintOf, type OwnIdentity, recipientKeyIdOf, senderOf } from "./identity.ts";
import { type Examined, examine, requireStanding } from "./incoming.ts";
import { type Job, type Jobs, watched } from "./jobs.ts";
import type { Outbox } from "./outbox.ts";
import { sealPackage } from "./outgoing.ts";
import { collectPackage, type Effect, type PackageContent } from "./preview.ts";

export interface ImporterDeps {
  readonly vault: Vault;
  readonly clock: HlcClock;
  readonly write: Writer;
  readonly now: () => number;
  readonly quarantineDir: string;
  readonly disk: Disk;
  readonly jobs: Jobs;
  readonly outbox: Outbox;
  readonly own: () => Promise<OwnIdentity>;
}

export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly same: number;
}

type Preview = z.infer<typeof PackagePreview>;

/** A package that was looked at and not yet decided on. */
interface Held {
  readonly examined: Examined;
  /** What is inside, for the newest preview alone; any other is read from its file again. */
  content?: PackageContent;
  /** Log sequence number the effect was computed at. */
  readonly logSeq: number;
  readonly effect: ImportResult;
}

/** Previews kept at a time; the oldest gives way. */
const maxHeld = 20;
/** A larger package is not kept in memory while somebody looks at its preview. */
const maxOperationsKept = 25_000;
const dayMs = 24 * 60 * 60 * 1000;
const nothing: Effect = { created: 0, updated: 0, same: 0, groups: [], rows: [] };

export class Importer {
  readonly #deps: ImporterDeps;
  readonly #held = new Map<string, Held>();

  constructor(deps: ImporterDeps) {
    this.#deps = deps;
  }

  /** See SyncService.receive. Whatever is refused leaves nothing behind. */
  receive(bytes: AsyncIterable<Uint8Array>): Promise<Preview> {
    return this.#deps.jobs.run("import", async (job) => {
      const previewId = randomId();
      try {
        const size = await this.#quarantine(previewId, bytes, job);
        const { examined, content } = await this.#examine(previewId, size, job);
        const { vault } = this.#deps;
        const { logSeq } = vault;
        const effect = content.operations.length === 0 ? nothing : await content.effectOn(vault, job);
        this.#hold(previewId, { examined, content, logSeq, effect });
        return this.#preview(previewId, examined, effect);
      } catch (error) {
        await this.discard(previewId);
        throw error;
      }
    });
  }

  /** See SyncService.importPreviewed. */
  commit(previewId: string): Promise<ImportResult> {
    return this.#deps.jobs.run("import", async (job) => {
      const held = this.#held.get(previewId);
      if (held === undefined) throw new AppError("import-expired");
      const { examined } = held;
      const content = await this.#contentOf(previewId, held, job);
      const effect = await this.#effectNow(held, content, job);
      const result = { created: effect.created, updated: effect.updated, same: effect.same };
      const { manifest, sender } = examined;
      if (manifest.kind === "receipt") await this.#recordReceipt(manifest, sender);
      else await this.#append(content, manifest, examined, result);
      await this.discard(previewId);
      return result;
    });
  }

  async discard(previewId: string): Promise<void> {
    this.#held.delete(previewId);
    if (/^[0-9a-f]{32}$/.test(previewId)) await rm(this.#file(previewId), { force: true }).catch(() => undefined);
  }

  async discardAll(): Promise<void> {
    for (const previewId of [...this.#held.keys()]) await this.discard(previewId);
  }

  #file(previewId: string): string {
    return path.join(this.#deps.quarantineDir, `${previewId}.age`);
  }

  /** Step 1: the bytes as they come, sealed as they are, up to the cap. */
  async #quarantine(previewId: string, bytes: AsyncIterable<Uint8Array>, job: Job): Promise<number> {
    let size = 0;
    const counted = watched(bytes, job, (count) => {
      size += count;
      if (size > limits.sealedBytes) throw new AppError("package-too-large");
    });
    try {
      await mkdir(this.#deps.quarantineDir, { recursive: true, mode: 0o700 });
      return await writeWhole(this.#deps.disk, this.#file(previewId), counted, false);
    } catch (error) {
      throw diskFailure(error);
    }
  }

  /** Steps 2 to 9. */
  async #examine(
    previewId: string,
    size: number | undefined,
    job: Job,
  ): Promise<{ examined: Examined; content: PackageContent }> {
    const { vault } = this.#deps;
    const content = collectPackage();
    let read = 0;
    const examined = await examine(this.#file(previewId), {
      vault,
      own: await this.#deps.own(),
      job,
      onBytes(bytes) {
        read += bytes;
        if (size !== undefined) job.progress(read, 2 * size);
      },
      onOperation: (operation, line) => content.add(operation, line),
    });
    return { examined, content };
  }

  /** What was previewed and nothing else, if it may still be imported. */
  async #contentOf(previewId: string, held: Held, job: Job): Promise<PackageContent> {
    if (held.content !== undefined) {
      requireStanding(this.#deps.vault, held.examined);
      return held.content;
    }
    if (!(await exists(this.#file(previewId)))) throw new AppError("import-expired");
    const { examined, content } = await this.#examine(previewId, undefined, job);
    if (examined.manifestHash !== held.examined.manifestHash) throw new AppError("import-expired");
    return content;
  }

  /** The effect as it was previewed, or anew where the book has changed since. */
  async #effectNow(held: Held, content: PackageContent, job: Job): Promise<ImportResult> {
    const { vault } = this.#deps;
    if (vault.logSeq === held.logSeq || content.operations.length === 0) return held.effect;
    return content.effectOn(vault, job);
  }

  /** Steps 10 and 11: everything and the record of it in one append, then the receipt. */
  async #append(
    { operations }: PackageContent,
    manifest: OperationsManifest,
    { manifestHash, sender }: Examined,
    result: ImportResult,
  ): Promise<void> {
    const { clock, write, now } = this.#deps;
    const { packageId, stream, seq, audit } = manifest;
    const importedAt = new Date(now()).toISOString();
    clock.observe(manifest.hlc);
    const record: Omit<PackageIn, "id"> = {
      sender: sender.id,
      stream,
      seq,
      importedAt,
      manifestHash,
      audit: { size: audit.size, root: audit.root },
      operations: operations.length,
      ...result,
    };
    await write.append([...operations, write.operation("packageIn", packageId, record)]);
    // The import stands; a receipt that cannot be made is not worth an error.
    await this.#makeReceipt(sender, packageId, record).catch(() => undefined);
  }

  async #makeReceipt(sender: Peer, packageId: string, record: Omit<PackageIn, "id">): Promise<void> {
    const own = await this.#deps.own();
    const { stream, seq, manifestHash, importedAt, operations, created, updated, same } = record;
    const manifest: ReceiptManifest = {
      v: manifestVersion,
      kind: "receipt",
      packageId: randomId(),
      sender: senderOf(own),
      senderKeyId: own.keyId,
      recipientKeyIds: [recipientKeyIdOf(sender.recipient)],
      createdAt: importedAt,
      answers: { packageId, stream, seq, manifestHash, importedAt, operations, created, updated, same },
    };
    await this.#deps.outbox.put("receipt", packageId, sealPackage(own, manifest, [sender.recipient]).bytes);
  }

  async #recordReceipt({ answers }: ReceiptManifest, sender: Peer): Promise<void> {
    const { packageId, seq, operations } = answers;
    const receivedAt = new Date(this.#deps.now()).toISOString();
    await this.#deps.write.record("receipt", packageId, { sender: sender.id, seq, receivedAt, imported: operations });
  }

  #hold(previewId: string, held: Held): void {
    const [oldest] = this.#held.keys();
    if (this.#held.size >= maxHeld && oldest !== undefined) void this.discard(oldest);
    for (const other of this.#held.values()) delete other.content;
    if ((held.content?.operations.length ?? 0) > maxOperationsKept) delete held.content;
    this.#held.set(previewId, held);
  }

  #preview(previewId: string, { manifest, sender }: Examined, effect: Effect): Preview {
    const { kind, createdAt } = manifest;
    const isReceipt = kind === "receipt";
    return {
      previewId,
      kind,
      sender: sender.name,
      fingerprint: fingerprintOf(sender.verifyKey, sender.recipient),
      seq: isReceipt ? manifest.answers.seq : manifest.seq,
      createdAt,
      clockDiffers: Math.abs(Date.parse(createdAt) - this.#deps.now()) > dayMs,
      operations: isReceipt ? manifest.answers.operations : manifest.counts.operations,
      ...effect,
    };
  }
}
