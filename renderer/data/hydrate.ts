/**
 * @file Fills the view from the vault's book and keeps it up to date with the log.
 *
 * [Note: Hydration and saves]
 *
 * The user works while history is still coming in, and what arrives must not overwrite what
 * was saved. So saves wait until the clients are in, a second or so; history cannot be
 * edited before it is on the screen; and when all is in, everything the log gained since
 * the book was begun is applied once more, own saves included. Applying twice does no harm
 * (see [Note: Merge laws]). Imports that come meanwhile wait for that.
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
import { rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import { on, openStream } from "../bridge.ts";
import { applyOperations, chunkContacts, chunkRows, chunksOf, recount } from "./apply.ts";
import { breathe } from "./breathe.ts";
import { Gathered, isPaper } from "./drawers.ts";
import { parseBookFrame, parseLogFrame } from "./frames.ts";
import { readLines } from "./lines.ts";
import type { HydrationProgress } from "./progress.ts";
import { arrive, arrived, packsOf, putBundles, putContacts, storeArrived } from "./recents.ts";
import { type Book, endSession, inTurn, requireBook } from "./session.ts";

/** Operations gathered before they are applied: many small saves become one transaction. */
const chunkOperations = 5_000;
/** How often it is said how far it is. */
const announceEveryMs = 1000;
/** So much of the time goes into drawing lists while history comes in: one of 50,000 takes long. */
const drawingShare = 0.05;
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
  follow(book);
  mark("open");
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
  if (book.closing.signal.aborted || book.progress.now.phase !== "done") return;
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
  let isLocking = false;
  const stops = [
    // What comes now has no time left to be fetched.
    on("locking", () => {
      isLocking = true;
    }),
    on("logChanged", ({ logSeq }) => {
      // In turn: an own save that is still being applied has nothing left to fetch afterwards.
      void inTurn(book, async () => undefined).then(() => {
        if (logSeq > book.applied && !isLocking) void catchUp(book).catch(() => undefined);
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
    if (frame.kind === "begin") await filling.begin(frame.logSeq, frame.totals);
    else if (frame.kind === "bundles") await filling.bundles(frame.rows);
    else await filling.rows(frame.entity as EntityName, frame.rows);
    if (performance.now() - breathed > breatheEveryMs) {
      await breathe();
      breathed = performance.now();
    }
  }
  throw new AppError("unexpected", {}, { cause: new Error("book stream ended early") });
}

/** Takes the book's frames in as they come. */
class Filling {
  readonly #book: Book;
  #hasBegun = false;
  /** Rows of a section yet to come. What comes when none should is taken in all the same. */
  #expected = { client: 0, assessment: 0 };
  /** What is coming in: clients, then assessments, then the rest. It never goes back. */
  #section: "client" | "assessment" | "rest" = "client";
  /** The section's rows, not yet in Dexie: search and the list come first. */
  readonly #gathered = new Gathered();
  #hasBundles = false;
  #lateClients = new Set<string>();
  /** What is being stored while reading goes on. */
  #storing: Promise<void> = Promise.resolve();
  #done = 0;
  /** When it is time to say again how far it is, and when for the lists. */
  #announceAt = 0;
  #listAt = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Sent again in the middle when what was being sent turned out damaged: then the book begins anew. */
  async begin(logSeq: number, totals: Readonly<Record<string, number>>): Promise<void> {
    const { db, list, search, log, lifted, grouped, places, assessed } = this.#book;
    if (this.#hasBegun) {
      await this.#storing;
      for (const held of [list, search, log, lifted, grouped, places, assessed]) held.clear();
      this.#section = "client";
      this.#gathered.take();
      this.#lateClients.clear();
      this.#hasBundles = false;
      this.#done = 0;
      await inTurn(this.#book, () => Promise.all(db.tables.map((table) => table.clear())));
    }
    this.#hasBegun = true;
    this.#book.applied = logSeq;
    this.#expected = { client: totals["client"] ?? 0, assessment: totals["assessment"] ?? 0 };
    this.#book.progress.set({ of: Object.values(totals).reduce((sum, n) => sum + n, 0) });
  }

  async rows(entity: EntityName, rows: readonly Row[]): Promise<void> {
    if (entity === "client") await this.#clients(rows);
    else if (entity === "assessment") await this.#assessments(rows);
    else if (entity === "contact") {
      await this.#until("rest");
      await (this.#hasBundles ? this.#late(rows) : this.#recent(rows));
    } else if (isPaper(entity)) {
      await this.#until("rest");
      for (const row of rows) this.#gathered.add(entity, row);
    } else {
      await this.#until("rest");
      const office = rows.map((row) => ({ key: rowKey({ entity, entityId: row.id }), entity, row }));
      await this.#storeRows(office, (chunk) => this.#book.db.office.bulkPut(chunk));
    }
  }

  async bundles(bundles: readonly Bundle[]): Promise<void> {
    await this.#until("rest");
    await this.#recentsAreIn();
    this.#hasBundles = true;
    await this.#store({
      records: packsOf(bundles, ({ contacts, changes }) => contacts.length + changes.length),
      rowsIn: contactsIn,
      mostRows: chunkContacts,
      bulkPut: async (chunk) => {
        await putBundles(this.#book, chunk);
        for (const { contacts } of chunk.flat()) this.#group(contacts);
      },
    });
  }

  async finish(): Promise<void> {
    const { progress } = this.#book;
    await this.#until("rest");
    await this.#recentsAreIn();
    await this.#storeDrawers();
    await this.#storing;
    await inTurn(this.#book, () => recount(this.#book, this.#lateClients));
    await this.#announce({ phase: "done", done: progress.now.of });
    mark("complete", this.#done);
  }

  /** Recent contacts can be asked for now; they are stored when all have come. One without a client (an edit that came before its creation) stands alone. */
  async #recent(rows: readonly Row[]): Promise<void> {
    const { log, lifted } = this.#book;
    const alone = rows.filter((row) => typeof row["client"] !== "string");
    log.fill(rows);
    for (const { id } of alone) lifted.add(id);
    await this.#storeRows(alone, (chunk) => putContacts(this.#book, chunk));
    await inTurn(this.#book, async () => {
      arrive(this.#book, rows);
      this.#group(rows);
    });
  }

  async #recentsAreIn(): Promise<void> {
    if (this.#hasBundles) return;
    await this.#store({
      records: arrived(this.#book),
      rowsIn: contactsIn,
      mostRows: chunkContacts,
      bulkPut: (chunk) => storeArrived(this.#book, chunk),
    });
  }

  /**
   * In the turn that has them found: a save may have the list count a client again from what is
   * there, before or after but not in between.
   */
  #group(contacts: readonly Row[]): void {
    for (const row of contacts) {
      this.#book.grouped.add(row.id);
      this.#book.list.addContact(row);
    }
  }

  /** Contacts that come after the bundle that had the rest of them, in full, perhaps for the second time. */
  async #late(rows: readonly Row[]): Promise<void> {
    const { log, lifted } = this.#book;
    for (const row of rows) {
      lifted.add(row.id);
      log.put(row);
      if (typeof row["client"] === "string") this.#lateClients.add(row["client"]);
    }
    await this.#storeRows(rows, (chunk) => putContacts(this.#book, chunk));
  }

  async #clients(rows: readonly Row[]): Promise<void> {
    const { db, list, search } = this.#book;
    for (const row of rows) {
      search.put(row);
      list.putClient(row);
    }
    if (this.#section !== "client") return this.#storeRows(rows, (chunk) => db.clients.bulkPut(chunk));
    for (const row of rows) this.#gathered.add("client", row);
    this.#expected.client -= rows.length;
    if (this.#expected.client <= 0) await this.#until("assessment");
  }

  async #assessments(rows: readonly Row[]): Promise<void> {
    const { db, list, assessed } = this.#book;
    await this.#until("assessment");
    for (const row of rows) list.addAssessment(row);
    if (this.#section !== "assessment") return this.#storeRows(rows, (chunk) => db.assessments.bulkPut(chunk));
    for (const row of rows) {
      this.#gathered.add("assessment", row);
      assessed.set(row.id, String(row["client"]));
    }
    this.#expected.assessment -= rows.length;
    if (this.#expected.assessment <= 0) await this.#until("rest");
  }

  /** What comes next is of this section: those before it are complete. */
  async #until(section: "assessment" | "rest"): Promise<void> {
    if (this.#section === "client") {
      this.#section = "assessment";
      for (const _ of this.#book.search.settle()) await breathe();
      mark("searchable");
      await this.#announce({ searchable: true });
      await this.#storeDrawers();
    }
    if (this.#section === "assessment" && (section === "rest" || this.#expected.assessment <= 0)) {
      this.#section = "rest";
      await this.#storeDrawers();
      await this.#storing;
      await this.#announce({ phase: "history" });
      mark("usable");
    }
  }

  #storeDrawers(): Promise<void> {
    return this.#store({
      records: this.#gathered.take(),
      rowsIn: ({ rows }) => rows.length,
      mostRows: chunkRows,
      bulkPut: (chunk) => {
        const keys = chunk.map(({ key }) => key);
        return this.#book.db.drawers.bulkPut(
          chunk.map(({ rows }) => rows),
          keys,
        );
      },
    });
  }

  #storeRows<T>(records: readonly T[], bulkPut: (chunk: readonly T[]) => Promise<unknown>): Promise<void> {
    return this.#store({ records, rowsIn: () => 1, mostRows: chunkRows, bulkPut });
  }

  /** Store these after what is being stored already, and go on reading meanwhile: the browser stores beside us. */
  async #store<T>(what: Storing<T>): Promise<void> {
    await this.#storing;
    this.#storing = this.#transactions(what);
    // Whoever waits for it hears of a failure.
    this.#storing.catch(() => undefined);
  }

  async #transactions<T>({ records, rowsIn, mostRows, bulkPut }: Storing<T>): Promise<void> {
    for (const chunk of chunksOf(records, rowsIn, mostRows)) {
      // Neither the copying of one chunk nor the drawing of a list is done in the task that ended another.
      await breathe();
      if (this.#book.closing.signal.aborted) throw new AppError("cancelled");
      await inTurn(this.#book, () => bulkPut(chunk));
      this.#done += chunk.reduce((sum, record) => sum + rowsIn(record), 0);
      if (performance.now() >= this.#announceAt) await this.#announce();
    }
  }

  /** How far it is; and, where that is worth its time or something `change`s, the list. Each in a task of its own. */
  async #announce(change?: Partial<HydrationProgress>): Promise<void> {
    const { progress } = this.#book;
    await breathe();
    if (change !== undefined || performance.now() >= this.#listAt) await this.#announceList();
    progress.set({ done: Math.min(this.#done, progress.now.of), ...change });
    await breathe();
    this.#announceAt = performance.now() + announceEveryMs;
  }

  /** Each time, lists may sort again and every open query look again. */
  async #announceList(): Promise<void> {
    const { list } = this.#book;
    list.settle();
    await breathe();
    const started = performance.now();
    list.announce();
    await breathe();
    const now = performance.now();
    this.#listAt = now + (now - started) / drawingShare;
  }
}

interface Storing<T> {
  readonly records: readonly T[];
  readonly rowsIn: (record: T) => number;
  /** To a transaction. */
  readonly mostRows: number;
  readonly bulkPut: (chunk: readonly T[]) => Promise<unknown>;
}

function contactsIn(pack: readonly { readonly contacts: readonly Row[] }[]): number {
  return pack.reduce((sum, { contacts }) => sum + contacts.length, 0);
}

/** For whoever measures, in the browser's own timeline; test/bench reads them. */
function mark(name: string, detail?: number): void {
  performance.mark(`suitbook:${name}`, { detail });
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.body === null) throw new AppError("unexpected", {}, { cause: new Error("empty stream") });
  return response.body;
}
