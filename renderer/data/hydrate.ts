/**
 * @file Fills the view from the vault's book and keeps it up to date with the log.
 *
 * [Note: Hydration and saves]
 *
 * The user works while history is still coming in. A save made meanwhile may be about a
 * row that has not arrived; the row would then overwrite it. So operations applied while
 * hydrating are remembered by row and merged again into that row when it arrives. Merging
 * twice does no harm (see [Note: Merge laws]).
 *
 * [Note: Rows were parsed before sealing]
 *
 * The main process parses every operation before it is sealed and sends what it merged
 * from those. Parsing a whole book again would double the time to unlock, so here only
 * the frame's kind and each row's id are looked at; what a screen gets is parsed by its
 * query.
 */
import type { Bundle, Row } from "../../shared/bridge/streams.ts";
import { bookPath, logPath } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { mergeRow, rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import { on, openStream } from "../bridge.ts";
import { applyOperations, chunkRows, recount } from "./apply.ts";
import { parseBookFrame, parseLogFrame } from "./frames.ts";
import { readLines } from "./lines.ts";
import type { HydrationProgress } from "./progress.ts";
import { type Book, endSession, inTurn, requireBook } from "./session.ts";

/** Contacts a transaction of bundles: their copying, not their number of records, holds up the screen. */
const chunkContacts = 5_000;
/** Operations gathered before they are applied: many small saves become one transaction. */
const chunkOperations = 5_000;
/** How often lists hear of it while history comes in; each time they may sort again. */
const announceEveryMs = 500;
/** The longest the screen is kept waiting by parsing alone. */
const breatheEveryMs = 30;

/**
 * Fill the view of the session just started, and follow the log from then on. Search and
 * the client list answer long before this resolves, which is when everything is in.
 *
 * @throws AppError when the stream is refused or breaks off; `cancelled` when locked meanwhile.
 */
export async function hydrate(onProgress?: (progress: HydrationProgress) => void): Promise<void> {
  const book = requireBook();
  const stop = onProgress && book.progress.subscribe(() => onProgress(book.progress.now));
  book.meanwhile = new Map();
  follow(book);
  try {
    await fill(book);
    await catchUp(book);
  } catch (cause) {
    book.progress.set({ phase: "failed" });
    throw cause instanceof AppError ? cause : new AppError("unexpected", {}, { cause });
  } finally {
    stop?.();
  }
}

/** Apply what the log has gained since: saves of this window have no need of it, imports do. */
export async function catchUp(book: Book = requireBook()): Promise<void> {
  if (book.closing.signal.aborted || book.meanwhile !== undefined) return;
  const response = await openStream(`${logPath}?after=${book.applied}`, { signal: book.closing.signal });
  let gathered: Operation[] = [];
  const flush = async (logSeq: number) => {
    const operations = gathered;
    gathered = [];
    await inTurn(book, () => applyOperations(book, operations));
    book.applied = Math.max(book.applied, logSeq);
  };
  for await (const line of readLines(bodyOf(response))) {
    const frame = parseLogFrame(line);
    if (frame.kind === "end") return flush(frame.logSeq);
    gathered = gathered.concat(frame.operations);
    if (gathered.length >= chunkOperations) await flush(frame.logSeq);
  }
  throw new AppError("unexpected", {}, { cause: new Error("log stream ended early") });
}

/** Apply what arrives by `logChanged`, and end the session when the vault is locked. */
function follow(book: Book): void {
  const stops = [
    on("logChanged", ({ logSeq }) => {
      // In turn: an own save that is still being applied has nothing left to fetch afterwards.
      void inTurn(book, async () => undefined).then(() => {
        if (logSeq > book.applied) void catchUp(book).catch(() => undefined);
      });
    }),
    on("locked", () => void endSession()),
  ];
  book.closing.signal.addEventListener("abort", () => {
    for (const stop of stops) stop();
  });
}

async function fill(book: Book): Promise<void> {
  const filling = new Filling(book);
  const response = await openStream(bookPath, { signal: book.closing.signal });
  let breathed = performance.now();
  for await (const line of readLines(bodyOf(response))) {
    const frame = parseBookFrame(line);
    if (book.closing.signal.aborted) throw new AppError("cancelled");
    if (frame.kind === "end") return filling.finish();
    if (frame.kind === "begin") filling.begin(frame.logSeq, frame.totals);
    else if (frame.kind === "bundles") await filling.bundles(frame.rows);
    else await filling.rows(frame.entity as EntityName, frame.rows);
    if (performance.now() - breathed > breatheEveryMs) {
      await new Promise((resume) => setTimeout(resume));
      breathed = performance.now();
    }
  }
  throw new AppError("unexpected", {}, { cause: new Error("book stream ended early") });
}

/** Takes the book's frames in as they come. */
class Filling {
  readonly #book: Book;
  /** Clients not yet in Dexie: search and the list come first. */
  #clients: Row[] = [];
  #expected = Number.POSITIVE_INFINITY;
  #done = 0;
  #announced = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  begin(logSeq: number, totals: Readonly<Record<string, number>>): void {
    this.#book.applied = logSeq;
    this.#expected = totals["client"] ?? Number.POSITIVE_INFINITY;
    this.#book.progress.set({ of: Object.values(totals).reduce((sum, n) => sum + n, 0) });
  }

  async rows(entity: EntityName, rows: readonly Row[]): Promise<void> {
    const { db, list } = this.#book;
    if (entity === "client") {
      const merged = this.#merged(entity, rows);
      for (const row of merged) this.#show(row);
      this.#clients.push(...merged);
      if (this.#clients.length < this.#expected) return;
    }
    await this.#clientsAreIn();
    if (entity === "client") return;
    if (entity === "assessment") {
      await this.#put(
        entity,
        rows,
        (merged) => db.assessments.bulkPut(merged),
        (row) => list.addAssessment(row),
      );
    } else if (entity === "contact") {
      this.#usable();
      await this.#put(
        entity,
        rows,
        (merged) => db.contacts.bulkPut(merged),
        (row) => list.addContact(row),
      );
    } else {
      await this.#put(entity, rows, (merged) =>
        db.office.bulkPut(merged.map((row) => ({ key: rowKey({ entity, entityId: row.id }), entity, row }))),
      );
    }
  }

  async bundles(bundles: readonly Bundle[]): Promise<void> {
    await this.#clientsAreIn();
    this.#usable();
    for (const chunk of chunksOf(bundles)) {
      const rows = chunk.flatMap((bundle) => bundle.contacts);
      await inTurn(this.#book, async () => {
        await this.#book.db.bundles.bulkPut(chunk);
        await this.#lift(rows);
      });
      for (const row of rows) this.#book.list.addContact(row);
      this.#count(rows.length);
    }
  }

  async finish(): Promise<void> {
    const book = this.#book;
    await this.#clientsAreIn();
    await inTurn(book, async () => {
      const operations = [...(book.meanwhile?.values() ?? [])].flat();
      book.meanwhile = undefined;
      await recount(book, new Set(operations.flatMap(({ client }) => (client === undefined ? [] : [client]))));
      book.list.announce();
    });
    book.progress.set({ phase: "done", searchable: true, done: book.progress.now.of });
  }

  /** All clients have been seen: search answers. Then they go into Dexie. */
  async #clientsAreIn(): Promise<void> {
    const clients = this.#clients;
    if (this.#book.progress.now.searchable) return;
    this.#clients = [];
    this.#book.list.announce();
    this.#book.progress.set({ searchable: true });
    const waited = new Set(clients);
    await this.#put(
      "client",
      clients,
      (merged) => this.#book.db.clients.bulkPut(merged),
      // Saved since it was shown.
      (row) => waited.has(row) || this.#show(row),
    );
  }

  #show(client: Row): void {
    this.#book.search.put(client);
    this.#book.list.putClient(client);
  }

  #usable(): void {
    if (this.#book.progress.now.phase !== "clients") return;
    this.#book.list.announce();
    this.#book.progress.set({ phase: "history" });
  }

  async #put(
    entity: EntityName,
    rows: readonly Row[],
    bulkPut: (rows: Row[]) => Promise<unknown>,
    summarise?: (row: Row) => unknown,
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += chunkRows) {
      const chunk = rows.slice(from, from + chunkRows);
      await inTurn(this.#book, async () => {
        const merged = this.#merged(entity, chunk);
        await bulkPut(merged);
        if (summarise) for (const row of merged) summarise(row);
      });
      this.#count(chunk.length);
    }
  }

  /** The rows, with what was saved about them meanwhile. */
  #merged(entity: EntityName, rows: readonly Row[]): Row[] {
    const { meanwhile } = this.#book;
    if (meanwhile === undefined || meanwhile.size === 0) return [...rows];
    return rows.map((row) => {
      const operations = meanwhile.get(rowKey({ entity, entityId: row.id })) ?? [];
      return operations.reduce<Row>(mergeRow, row);
    });
  }

  /** A contact saved before its bundle arrived stands as a row and was merged onto nothing: give it its past. */
  async #lift(contacts: readonly Row[]): Promise<void> {
    const { meanwhile, db } = this.#book;
    if (meanwhile === undefined || meanwhile.size === 0) return;
    const edited = contacts.filter((row) => meanwhile.has(rowKey({ entity: "contact", entityId: row.id })));
    if (edited.length > 0) await db.contacts.bulkPut(this.#merged("contact", edited));
  }

  #count(rows: number): void {
    const { progress, list } = this.#book;
    this.#done += rows;
    progress.set({ done: Math.min(this.#done, progress.now.of) });
    if (performance.now() - this.#announced < announceEveryMs) return;
    this.#announced = performance.now();
    list.announce();
  }
}

function* chunksOf(bundles: readonly Bundle[]): Generator<Bundle[]> {
  let chunk: Bundle[] = [];
  let contacts = 0;
  for (const bundle of bundles) {
    chunk.push(bundle);
    contacts += bundle.contacts.length;
    if (chunk.length < chunkRows && contacts < chunkContacts) continue;
    yield chunk;
    chunk = [];
    contacts = 0;
  }
  if (chunk.length > 0) yield chunk;
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.body === null) throw new AppError("unexpected", {}, { cause: new Error("empty stream") });
  return response.body;
}
