/** @file Reads the book of an open vault from its newest sound snapshot and the log after it, and writes the next snapshot. */
import type { BookFrame, Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { changeOf } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { entityRule } from "../../shared/model/entities.ts";
import { type Fold, keyOf, type Merged, mergeBook, type Piece, parsePiece, rowsPerFrame } from "./book.ts";
import type { Disk } from "./disk.ts";
import type { ChainPoint } from "./frame.ts";
import type { VaultKeys } from "./keys.ts";
import type { Log } from "./log.ts";
import { Packer } from "./pack.ts";
import type { ResidentRows } from "./resident.ts";
import { openSnapshot, pruneSnapshots, type Snapshot, snapshotNames, writeSnapshot } from "./snapshot.ts";
import { addToTail, emptyTail, keyHash, type Tail } from "./tail.ts";
import { operationsIn } from "./transaction.ts";

/** Contacts of the last 90 days are rows, older ones are bundled (perf.md: grouped unlock). */
const recentMs = 90 * 24 * 3_600_000;
/** Operations folded into a snapshot at a time: what bounds its memory. */
const foldedAtOnce = 100_000;

export interface BookReaderOptions {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly disk: Disk;
  readonly now: () => number;
  readonly log: Log;
  readonly resident: ResidentRows;
  readonly snapshot: Snapshot | undefined;
  /** Names of snapshots not to be used. */
  readonly bad: Set<string>;
  readonly tailOperations: number;
  readonly isReadOnly: boolean;
  /** Told after each snapshot. */
  readonly onSnapshot: () => Promise<void>;
}

export interface BookStats {
  readonly clients: number;
  readonly contacts: number;
  readonly assessments: number;
  readonly operations: number;
}

type BookPart = Piece | { readonly frame: BookFrame };

export class BookReader {
  readonly #options: BookReaderOptions;
  #snapshot: Snapshot | undefined;
  #tailOperations: number;
  /** Snapshots are written one after the other. */
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;
  #stats: { readonly logSeq: number; readonly stats: BookStats } | undefined;

  constructor(options: BookReaderOptions) {
    this.#options = options;
    this.#snapshot = options.snapshot;
    this.#tailOperations = options.tailOperations;
  }

  /** Operations since the snapshot in use. */
  get tailOperations(): number {
    return this.#tailOperations;
  }

  appended(operations: number): void {
    this.#tailOperations += operations;
  }

  /** The book from `begin` to `end`; see `Vault.book` for a second `begin`. */
  async *read(): AsyncGenerator<BookPart> {
    if (this.#tailOperations > foldedAtOnce && !this.#options.isReadOnly) await this.snapshot();
    for (;;) {
      const snapshot = this.#snapshot;
      try {
        yield* this.#readFrom(snapshot);
        return;
      } catch (error) {
        await this.#recover(error, snapshot);
      }
    }
  }

  async *#readFrom(snapshot: Snapshot | undefined): AsyncGenerator<BookPart> {
    const { log, resident } = this.#options;
    const logSeq = log.head.last.seq;
    const { tail, created } = await this.#tail(snapshot, logSeq);
    const { bundled: _, ...counts } = snapshot?.end.counts ?? { bundled: 0 };
    yield { frame: { kind: "begin", logSeq, totals: sum(counts, created) } };
    yield* mergeBook(piecesOf(snapshot), tail, snapshot === undefined ? this.#foldOf(new Map()) : undefined);
    for (const { entity, rows } of resident.shown(rowsPerFrame)) yield { frame: { kind: "rows", entity, rows } };
    yield { frame: { kind: "end" } };
  }

  /** Fold everything acknowledged so far into a new snapshot. @throws AppError `vault-read-only`, `disk-*` */
  snapshot(): Promise<void> {
    this.#work = this.#work.catch(() => undefined).then(() => this.#writeSnapshots());
    return this.#work;
  }

  /** Forget the snapshot's key; what is being read breaks off. */
  close(): void {
    this.#isClosed = true;
    this.#snapshot?.forget();
  }

  /** Wait for a snapshot under way. Never fails. */
  async idle(): Promise<void> {
    await this.#work.catch(() => undefined);
  }

  async stats(): Promise<BookStats> {
    const logSeq = this.#options.log.head.last.seq;
    if (this.#stats?.logSeq !== logSeq) {
      this.#stats = { logSeq, stats: await this.#withSound((snapshot) => this.#count(snapshot, logSeq)) };
    }
    return this.#stats.stats;
  }

  async #count(snapshot: Snapshot | undefined, logSeq: number): Promise<BookStats> {
    const { tail, operations } = await this.#tail(snapshot, logSeq);
    const packer = new Packer();
    for await (const part of this.#merged(snapshot, tail)) for (const _ of packer.add(part));
    for (const _ of packer.flush());
    const { client, contact, bundled, assessment } = packer.counts;
    return {
      clients: client,
      contacts: contact + bundled,
      assessments: assessment,
      operations: (snapshot?.end.operations ?? 0) + operations,
    };
  }

  async #writeSnapshots(): Promise<void> {
    const { log, isReadOnly } = this.#options;
    if (isReadOnly) throw new AppError("vault-read-only");
    while ((this.#snapshot?.last.seq ?? 0) < log.head.last.seq) {
      await this.#withSound((snapshot) => this.#writeSnapshot(snapshot));
    }
  }

  async #writeSnapshot(previous: Snapshot | undefined): Promise<void> {
    const { dir, keys, disk, log, resident, bad, onSnapshot } = this.#options;
    const { tail, operations, last } = await this.#tail(previous, log.head.last.seq, foldedAtOnce);
    if (last === undefined) throw new Error("the log ends before its last frame");
    this.#snapshot = await writeSnapshot(disk, dir, keys, {
      last,
      operations: (previous?.end.operations ?? 0) + operations,
      resident: resident.save(),
      merged: this.#merged(previous, tail),
    });
    this.#tailOperations -= operations;
    await pruneSnapshots(disk, dir, bad);
    await onSnapshot();
  }

  /** Do it with the snapshot in use or, should that turn out damaged, with the next. */
  async #withSound<T>(use: (snapshot: Snapshot | undefined) => Promise<T>): Promise<T> {
    for (;;) {
      const snapshot = this.#snapshot;
      try {
        return await use(snapshot);
      } catch (error) {
        await this.#recover(error, snapshot);
      }
    }
  }

  /** Returns when another source can be tried; else throws why not. */
  async #recover(error: unknown, snapshot: Snapshot | undefined): Promise<void> {
    if (this.#isClosed) throw new AppError("locked");
    if (!isDamageOf(error, snapshot)) throw error;
    await this.#distrust(snapshot);
  }

  /** Everything in its final place: what a snapshot holds. */
  async *#merged(snapshot: Snapshot | undefined, tail: Tail): AsyncGenerator<Merged> {
    yield* mergeBook(piecesOf(snapshot), tail, this.#foldOf(await findBases(snapshot, tail)));
  }

  #foldOf(bases: Fold["bases"]): Fold {
    return { recentSince: new Date(this.#options.now() - recentMs).toISOString(), bases };
  }

  /** The operations after a snapshot up to `until`, or up to the frame in which they become `most`. */
  async #tail(snapshot: Snapshot | undefined, until: number, most = Number.POSITIVE_INFINITY) {
    const tail = emptyTail();
    const created = new Map<string, number>();
    let operations = 0;
    let last: ChainPoint | undefined;
    for await (const frame of this.#options.log.frames(snapshot?.last.seq ?? 0, until)) {
      for (const op of operationsIn(frame.plaintext)) {
        addToTail(tail, op);
        if (isCreation(op)) created.set(op.entity, (created.get(op.entity) ?? 0) + 1);
        operations += 1;
      }
      last = { seq: frame.seq, tag: Buffer.from(frame.tag) };
      if (operations >= most) break;
    }
    return { tail, operations, last, created: Object.fromEntries(created) };
  }

  /** Go on from the next older sound snapshot, or from the log alone. */
  async #distrust(snapshot: Snapshot | undefined): Promise<void> {
    const { dir, keys, log, bad } = this.#options;
    if (snapshot === undefined || this.#snapshot !== snapshot) return;
    bad.add(snapshot.name);
    snapshot.forget();
    const total = snapshot.end.operations + this.#tailOperations;
    let next: Snapshot | undefined;
    for (const name of await snapshotNames(dir)) {
      if (bad.has(name)) continue;
      next = await openSnapshot(dir, keys, name);
      if (next !== undefined && (await log.holds(next.last))) break;
      bad.add(name);
      next = undefined;
    }
    this.#snapshot = next;
    this.#tailOperations = total - (next?.end.operations ?? 0);
  }
}

async function* piecesOf(snapshot: Snapshot | undefined): AsyncGenerator<Piece> {
  if (snapshot !== undefined) yield* snapshot.pieces();
}

/** The rows of the tail's contacts that lie in bundles: see [Note: One place for each contact]. */
async function findBases(snapshot: Snapshot | undefined, tail: Tail): Promise<Map<string, Row>> {
  const bases = new Map<string, Row>();
  const contacts = [...tail.byRow.keys()].filter((key) => key.startsWith("contact/"));
  if (contacts.length === 0) return bases;
  const hashes = new Set(contacts.map(keyHash));
  for await (const piece of piecesOf(snapshot)) {
    if (piece.section !== "bundle" || !piece.keys.some((hash) => hashes.has(hash))) continue;
    const frame = parsePiece(piece);
    if (frame.kind !== "bundles") continue;
    for (const row of frame.rows.flatMap(({ contacts }) => contacts)) {
      const key = keyOf("contact", row.id);
      if (tail.byRow.has(key)) bases.set(key, row);
    }
  }
  return bases;
}

/** Brings a row into being, rather than changing one: for the totals that a progress bar is drawn from. */
function isCreation(op: Operation): boolean {
  if (op.kind === "record") return !entityRule(op.entity).resident;
  if (op.entity === "client") return changeOf(op) === undefined;
  return op.entity === "contact" && op.patch["client"] != null && op.patch["at"] != null;
}

function sum(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const total = { ...a };
  for (const [name, count] of Object.entries(b)) total[name] = (total[name] ?? 0) + count;
  return total;
}

function isDamageOf(error: unknown, snapshot: Snapshot | undefined): boolean {
  return error instanceof AppError && error.code === "vault-damaged" && error.params["file"] === snapshot?.name;
}
