/** @file An open vault: what `Vault` in vault.ts promises, on top of log, snapshots and resident rows. */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import type { BookFrame, Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import { AttachmentStore } from "../attachments/store.ts";
import { BookReader, type BookStats } from "./book-reader.ts";
import { type CheckReport, checkVault } from "./check.ts";
import { type Disk, diskFailure, hasCode, readIfThere } from "./disk.ts";
import { type Head, type HeadFile, openHead, readWitness, type Witness } from "./head.ts";
import { type FoundHeader, isAuthentic, writeHeader } from "./header.ts";
import type { VaultKeys } from "./keys.ts";
import { takeLock, type VaultLock } from "./lock.ts";
import { Log } from "./log.ts";
import { type RecoveredLog, recoverLog } from "./recover.ts";
import { Reserve } from "./reserve.ts";
import { ResidentRows } from "./resident.ts";
import { clearStaged, placeAll } from "./rotation.ts";
import { genesis } from "./segments.ts";
import { openSnapshot, type Snapshot, snapshotNames } from "./snapshot.ts";
import { encodeTransaction, operationsIn, parseTransaction } from "./transaction.ts";

/** More operations than this since the last snapshot make an unlock noticeably longer. */
const longTail = 5_000;
/** So many, as a large import brings, that not even the end of the session is waited for. */
const veryLongTail = 50_000;

/** Files that are replaced as a whole, now and then. */
const replacedFileNames = ["VAULT", "VAULT.prev", "HEAD.a", "HEAD.b"];

/** Everything a copy of the vault needs, as of one save; snapshots are made anew from the log. */
export interface VaultExtent {
  readonly head: Head;
  /** Small files with their content. */
  readonly small: ReadonlyMap<string, Buffer>;
  /** Files that only ever grow, by their name in the folder, and how much of each counts. */
  readonly grown: readonly { readonly name: string; readonly bytes: number }[];
}

/** A full segment is closed; the next append begins another. */
const fullSegmentBytes = 16 * 2 ** 20;

/** What an open vault takes from those who open it; see `VaultDeps`. */
interface OpenDeps {
  readonly now: () => number;
  readonly witness?: Witness;
  readonly segmentBytes?: number;
  readonly reserveBytes?: number;
}

export interface VaultStats extends BookStats {
  /** Filed, those kept elsewhere included. */
  readonly attachments: number;
}

export interface OpenOptions extends OpenDeps {
  readonly dir: string;
  /** Made a moment ago: what is missing was not there before. */
  readonly isNew: boolean;
  readonly header: FoundHeader;
  /** Wiped by `close`; by the caller when this throws. */
  readonly keys: VaultKeys;
  readonly disk: Disk;
}

/** @throws AppError `vault-in-use`, `vault-newer` */
export async function openVault(found: OpenOptions): Promise<OpenVault> {
  const { dir, keys, disk, witness } = found;
  const lock = await takeLock(dir).catch(asReadOnly);
  try {
    const header = await placedHeader(found, lock !== undefined);
    const options = { ...found, header };
    const headFile = await openHead(disk, dir, keys, witness);
    const heads = [headFile.found, await readWitness(witness, keys)].filter((head) => head !== undefined);
    const book = await recoverBook(dir, keys, heads);
    const knownSeq = Math.max(0, ...heads.map(({ last }) => last.seq));
    const state = isAuthentic(header.header, keys) ? book.log.state : "damaged";
    const isReadOnly = lock === undefined || state === "damaged" || state === "rolled-back";
    const replaced = replacedFiles(options, headFile, book);
    const recovery: RecoveryReport = {
      ...{ state, droppedBytes: book.log.droppedBytes, readOnly: isReadOnly },
      ...(replaced.length > 0 && { replaced }),
    };
    const vault = new OpenVault(options, { lock, headFile, book, recovery, knownSeq });
    if (!isReadOnly) await vault.settle();
    return vault;
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** A replacement of the data key that was cut short is finished first: see [Note: Replacing the data key]. */
async function placedHeader({ dir, keys, disk, header }: OpenOptions, isWritable: boolean): Promise<FoundHeader> {
  if (header.header.rotation?.step !== "placing" || !isAuthentic(header.header, keys)) return header;
  if (!isWritable) throw new AppError("disk-error");
  try {
    return { ...header, header: await placeAll(disk, dir, keys) };
  } catch (error) {
    throw diskFailure(error);
  }
}

/** A folder where not even the lock can be written is opened for reading. */
function asReadOnly(error: unknown): undefined {
  if (!hasCode(error, "EROFS", "EACCES", "EPERM", "ENOSPC", "EDQUOT")) throw error;
}

function replacedFiles({ header, isNew }: OpenOptions, headFile: HeadFile, book: RecoveredBook) {
  if (isNew) return [];
  const found = { VAULT: !header.isWhole, HEAD: !headFile.isWhole, snapshot: book.bad.size > 0 } as const;
  return (["VAULT", "HEAD", "snapshot"] as const).filter((name) => found[name]);
}

interface RecoveredBook {
  readonly log: RecoveredLog;
  readonly snapshot: Snapshot | undefined;
  /** Names of snapshots that are damaged or belong to another log. */
  readonly bad: Set<string>;
  readonly resident: ResidentRows;
  /** Operations since the snapshot. */
  readonly tailOperations: number;
}

/** From the newest sound snapshot and the log after it, or from the log alone. */
async function recoverBook(dir: string, keys: VaultKeys, heads: readonly Head[]): Promise<RecoveredBook> {
  const bad = new Set<string>();
  for (const name of [...(await snapshotNames(dir)), undefined]) {
    const snapshot = name === undefined ? undefined : await openSnapshot(dir, keys, name);
    const resident = new ResidentRows();
    let tailOperations = 0;
    if (snapshot !== undefined) resident.load(snapshot.end.resident);
    const log =
      name !== undefined && snapshot === undefined
        ? undefined
        : await recoverLog({
            dir,
            keys,
            heads,
            from: snapshot?.last ?? genesis,
            visit({ plaintext }) {
              const operations = parseTransaction(plaintext);
              tailOperations += operations.length;
              for (const op of operations) resident.apply(op);
            },
          });
    if (log !== undefined) return { log, snapshot, bad, resident, tailOperations };
    if (name !== undefined) bad.add(name);
  }
  throw new Error("the log alone always recovers");
}

interface Parts {
  readonly lock: VaultLock | undefined;
  readonly headFile: HeadFile;
  readonly book: RecoveredBook;
  readonly recovery: RecoveryReport;
  /** As of opening. */
  readonly knownSeq: number;
}

class OpenVault {
  readonly id: string;
  readonly dir: string;
  readonly label: string;
  readonly recovery: RecoveryReport;
  readonly attachments: AttachmentStore;
  readonly #options: OpenOptions;
  readonly #lock: VaultLock | undefined;
  readonly #headFile: HeadFile;
  readonly #knownSeq: number;
  readonly #resident: ResidentRows;
  readonly #log: Log;
  readonly #reader: BookReader;
  readonly #reserve: Reserve;
  readonly #listeners = new Set<(logSeq: number) => void>();
  #closing: Promise<void> | undefined;
  #folding: Promise<void> | undefined;

  constructor(options: OpenOptions, { lock, headFile, book, recovery, knownSeq }: Parts) {
    const { vaultId, label } = options.header.header;
    const { dir, keys, disk } = options;
    this.id = vaultId;
    this.dir = dir;
    this.label = label;
    this.recovery = recovery;
    this.#options = options;
    this.#lock = lock;
    this.#headFile = headFile;
    this.#knownSeq = knownSeq;
    this.#resident = book.resident;
    const isReadOnly = recovery.readOnly;
    this.attachments = new AttachmentStore({ dir, keys, disk, isReadOnly });
    const { segments, last, lastSegment } = book.log;
    const onRoll = () => this.#headFile.write(this.#log.head);
    const segmentBytes = options.segmentBytes ?? fullSegmentBytes;
    this.#reserve = new Reserve(dir, disk, options.reserveBytes ?? 0);
    const makeRoom = () => this.#reserve.release();
    this.#log = new Log({ dir, keys, disk, segments, last, lastSegment, isReadOnly, segmentBytes, makeRoom, onRoll });
    const { resident, snapshot, bad, tailOperations } = book;
    this.#reader = new BookReader({
      ...{ dir, keys, disk, now: options.now, log: this.#log, resident, snapshot, bad, tailOperations },
      isReadOnly,
      onSnapshot: onRoll,
    });
  }

  /**
   * Put right what opening found: spares renewed, the end of the log marked. Nothing
   * here is needed to go on, so a disk that refuses does not keep the vault closed.
   */
  async settle(): Promise<void> {
    const { disk, dir, header } = this.#options;
    const { found, isWhole } = this.#headFile;
    const steps = [
      () => (header.isWhole ? undefined : writeHeader(disk, dir, header.header)),
      () => (this.recovery.state === "torn" ? this.#log.begin() : undefined),
      () => (isWhole && found?.last.seq === this.logSeq ? undefined : this.#headFile.write(this.head)),
      () => (isWhole ? undefined : this.#headFile.write(this.head)),
      () => (header.header.rotation === undefined ? clearStaged(disk, dir) : undefined),
      () => this.attachments.sweep((id) => this.rows("attachment").has(id)),
      () => this.#reserve.fill(),
    ];
    for (const step of steps) await Promise.resolve(step()).catch(() => undefined);
  }

  get logSeq(): number {
    return this.#log.head.last.seq;
  }

  get knownSeq(): number {
    return Math.max(this.#knownSeq, this.logSeq);
  }

  get head(): Head {
    return this.#log.head;
  }

  append(operations: readonly Operation[]): Promise<{ logSeq: number }> {
    return this.#append(operations, encodeTransaction);
  }

  appendCopy(transaction: Buffer): Promise<{ logSeq: number }> {
    return this.#append(operationsIn(transaction), () => transaction);
  }

  async #append(operations: readonly Operation[], encode: typeof encodeTransaction): Promise<{ logSeq: number }> {
    if (this.#closing !== undefined) throw new AppError("locked");
    const transaction = encode(operations);
    if (this.#reserve.isSpent && !(await this.#reserve.fill())) throw new AppError("disk-full");
    if (this.#lock !== undefined && !(await this.#lock.isHeld())) throw new AppError("vault-in-use");
    const logSeq = await this.#log.append(transaction);
    for (const op of operations) this.#resident.apply(op);
    this.#reader.appended(operations.length);
    if (this.#reader.tailOperations > veryLongTail) this.#foldLongTail();
    for (const listener of this.#listeners) {
      try {
        listener(logSeq);
      } catch {
        // Whoever listens cannot undo what is on the disk, and the one who saved must hear that it is.
      }
    }
    return { logSeq };
  }

  async *operations(after: number): AsyncGenerator<{ logSeq: number; operations: Operation[] }> {
    for await (const { seq, plaintext } of this.#log.frames(after)) {
      yield { logSeq: seq, operations: operationsIn(plaintext) };
    }
  }

  async *transactions(after: number): AsyncGenerator<{ logSeq: number; bytes: Buffer }> {
    for await (const { seq, plaintext } of this.#log.frames(after)) yield { logSeq: seq, bytes: plaintext };
  }

  async *book(): AsyncGenerator<BookFrame> {
    for await (const part of this.#reader.read()) {
      yield "json" in part ? (JSON.parse(part.json.toString("utf8")) as BookFrame) : part.frame;
    }
    this.#foldLongTail();
  }

  async *bookLines(): AsyncGenerator<Uint8Array> {
    const newline = Buffer.from("\n");
    for await (const part of this.#reader.read()) {
      if ("json" in part) {
        yield part.json;
        yield newline;
      } else yield Buffer.from(`${JSON.stringify(part.frame)}\n`);
    }
    this.#foldLongTail();
  }

  async extent(): Promise<VaultExtent> {
    const small = new Map<string, Buffer>();
    // Before the log is looked at: HEAD must not know of more than the segments hold.
    for (const name of replacedFileNames) {
      const content = await readIfThere(path.join(this.dir, name));
      if (content !== undefined) small.set(name, content);
    }
    const { head } = this;
    const segments = this.#log.extent;
    const grown: { name: string; bytes: number }[] = [];
    for (const { name, bytes } of segments) {
      grown.push({ name, bytes: bytes ?? (await stat(path.join(this.dir, name))).size });
    }
    // After it: what the log speaks of lies here by now.
    for (const name of await readdir(path.join(this.dir, "att")).catch(() => [])) {
      const file = await stat(path.join(this.dir, "att", name));
      if (file.isFile()) grown.push({ name: `att/${name}`, bytes: file.size });
    }
    return { head, small, grown };
  }

  derive(...[purpose, salt]: Parameters<VaultKeys["derive"]>): Buffer {
    return this.#options.keys.derive(purpose, salt);
  }

  rows<E extends EntityName>(entity: E): ReadonlyMap<string, Row> {
    return this.#resident.of(entity);
  }

  snapshot(): Promise<void> {
    return this.#reader.snapshot();
  }

  check(onProgress: (done: number, of: number) => void = () => undefined): Promise<CheckReport> {
    const { dir, keys, disk } = this.#options;
    const files = { store: this.attachments, records: this.rows("attachment") };
    return checkVault({ dir, keys, disk, head: this.head, files, onProgress });
  }

  async stats(): Promise<VaultStats> {
    return { ...(await this.#reader.stats()), attachments: this.rows("attachment").size };
  }

  onAppend(listener: (logSeq: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Each step by itself, so that the keys are gone whatever failed before. */
  async #close(): Promise<void> {
    const isWritable = !this.recovery.readOnly;
    const isLong = this.#reader.tailOperations > longTail;
    const steps = [
      () => this.attachments.close(),
      () => this.#log.roll(),
      () => (isWritable && isLong ? this.snapshot() : this.#reader.idle()),
      () => this.#reader.close(),
      () => this.#log.close(),
      () => (isWritable ? this.#headFile.write(this.head) : undefined),
      () => this.#options.keys.wipe(),
      () => this.#resident.load({}),
      () => this.#lock?.release(),
    ];
    for (const step of steps)
      await Promise.resolve()
        .then(step)
        .catch(() => undefined);
    this.#listeners.clear();
  }

  /** While nobody waits: the next unlock finds a short tail. A snapshot that fails costs nothing but time. */
  #foldLongTail(): void {
    const isDue = this.#reader.tailOperations > longTail && this.#folding === undefined;
    if (!isDue || this.recovery.readOnly || this.#closing !== undefined) return;
    this.#folding = this.snapshot()
      .catch(() => undefined)
      .finally(() => (this.#folding = undefined));
  }
}
