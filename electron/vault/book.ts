/**
 * @file Puts the book together: the pieces of a snapshot merged with the operations
 * since. The same generator serves the screens and writes the next snapshot. Pure.
 *
 * [Note: Pieces that nothing touched]
 *
 * A piece of a snapshot carries the hashes of the row keys in it. Where none of them
 * has an operation in the tail, the piece goes out as the bytes it was stored as,
 * without being parsed: in a large book that is nearly all of them.
 *
 * [Note: One place for each contact]
 *
 * Recent contacts are rows, older ones lie in their client's bundle. An operation may
 * be about a contact in a bundle, and the bundles come last. When folding, those
 * contacts are looked up beforehand (`bases`), so that each ends up in one place. When
 * the screens read, what the tail alone makes a whole contact goes out early, so that
 * today's work is there at once; should a bundle then turn out to hold the rest of it,
 * the full row follows and replaces the early one.
 */
import type { BookFrame, Bundle, Row } from "../../shared/bridge/streams.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { keyHash, mergeAll, push, type Tail } from "./tail.ts";

/** A piece names its section by its number: new ones go to the end. */
export const sections = [
  "client",
  "assessment",
  "contact",
  "bundle",
  "statement",
  "investorStatus",
  "decision",
  "knowledgeTest",
] as const;
export type Section = (typeof sections)[number];

/** Part of a snapshot: one `rows` or `bundles` frame as JSON, and the hashes of the keys in it. */
export interface Piece {
  readonly section: Section;
  /** Rows or bundles in it. */
  readonly count: number;
  readonly keys: Uint32Array;
  readonly json: Buffer;
}

/** What comes out: an untouched piece, or a frame made anew. */
export type Merged = Piece | { readonly section: Section; readonly frame: RowsFrame };
export type RowsFrame = Extract<BookFrame, { kind: "rows" | "bundles" }>;

/** Where contacts go when they are sorted anew: into a snapshot, or from a log that has none yet. */
export interface Fold {
  /** Instant. Contacts before it go into bundles. */
  readonly recentSince: string;
  /** Contacts of the tail that lie in the snapshot's bundles, by row key. */
  readonly bases: ReadonlyMap<string, Row>;
}

/** Rows in one frame (perf.md: 500 per transaction keeps the screens answering). */
export const rowsPerFrame = 500;

export async function* mergeBook(base: AsyncIterable<Piece>, tail: Tail, fold?: Fold): AsyncGenerator<Merged> {
  const merge = new Merge(tail, fold);
  let current = 0;
  for await (const piece of base) {
    while (sections[current] !== piece.section) yield* merge.finish(sectionAt(current++));
    yield* merge.piece(piece);
  }
  while (current < sections.length) yield* merge.finish(sectionAt(current++));
}

function sectionAt(index: number): Section {
  const section = sections[index];
  if (section === undefined) throw new Error("the pieces of a snapshot are out of order");
  return section;
}

class Merge {
  readonly #tail: Tail;
  readonly #fold: Fold | undefined;
  /** Operations whose row has not gone out in full. */
  readonly #pending: Map<string, readonly Operation[]>;
  /** Contacts that went out early and may have to follow in full. */
  readonly #early = new Set<string>();
  /** What still has to go into a bundle, by client. */
  readonly #changes: Map<string, Row[]>;
  readonly #aged = new Map<string, Row[]>();
  readonly #touched: Set<number>;

  constructor(tail: Tail, fold: Fold | undefined) {
    this.#tail = tail;
    this.#fold = fold;
    this.#pending = new Map(tail.byRow);
    this.#changes = new Map(tail.changes);
    const clients = [...tail.changes.keys()].map((id) => keyOf("client", id));
    this.#touched = new Set([...tail.byRow.keys(), ...clients].map(keyHash));
  }

  *piece(piece: Piece): Generator<Merged> {
    const isSorted = this.#fold !== undefined && piece.section === "contact";
    if (!isSorted && !piece.keys.some((hash) => this.#touched.has(hash))) {
      yield piece;
      return;
    }
    const frame = parsePiece(piece);
    if (frame.kind === "bundles") yield* this.#mergeBundles(frame.rows);
    else yield* this.#mergeRows(piece.section, frame);
  }

  /** The rows of a section that only the tail knows. */
  *finish(section: Section): Generator<Merged> {
    if (section === "bundle") {
      yield* this.#newBundles();
      yield* this.#orphans();
      return;
    }
    const rows: Row[] = [];
    for (const [key, operations] of this.#pending) {
      if (!key.startsWith(`${section}/`)) continue;
      const row = mergeAll(this.#fold?.bases.get(key), operations);
      if (section !== "contact" || this.#fold !== undefined) this.#pending.delete(key);
      else if (isWholeContact(row)) this.#early.add(key);
      else continue;
      if (!this.#age(section, row)) rows.push(row);
    }
    yield* inFrames(section, rows);
  }

  *#mergeRows(section: Section, { entity, rows }: Extract<RowsFrame, { kind: "rows" }>): Generator<Merged> {
    const merged = rows.map((row) => this.#take(keyOf(entity, row.id), row));
    const kept = merged.filter((row) => !this.#age(section, row));
    if (kept.length > 0) yield { section, frame: { kind: "rows", entity, rows: kept } };
  }

  *#mergeBundles(bundles: readonly Bundle[]): Generator<Merged> {
    const late: Row[] = [];
    const rows = bundles.map((bundle) => {
      const contacts = bundle.contacts.filter((contact) => {
        const key = keyOf("contact", contact.id);
        const operations = this.#tail.byRow.get(key);
        if (operations === undefined) return true;
        // When folding, it went to its place already.
        if (this.#fold === undefined) late.push(this.#take(key, contact));
        return false;
      });
      return this.#complete({ ...bundle, contacts });
    });
    yield { section: "bundle", frame: { kind: "bundles", rows } };
    yield* inFrames("contact", late);
  }

  /** Bundles of clients that had none. */
  *#newBundles(): Generator<Merged> {
    const clients = new Set([...this.#aged.keys(), ...this.#changes.keys()]);
    let rows: Bundle[] = [];
    let weight = 0;
    for (const id of clients) {
      const bundle = this.#complete({ id, contacts: [], changes: [] });
      rows.push(bundle);
      weight += 1 + bundle.contacts.length + bundle.changes.length;
      if (weight < 4 * rowsPerFrame) continue;
      yield { section: "bundle", frame: { kind: "bundles", rows } };
      rows = [];
      weight = 0;
    }
    if (rows.length > 0) yield { section: "bundle", frame: { kind: "bundles", rows } };
  }

  /** Edits of contacts of which nothing else is known: they are kept, though no screen can show them yet. */
  *#orphans(): Generator<Merged> {
    const rest = [...this.#pending].filter(([key]) => key.startsWith("contact/") && !this.#early.has(key));
    yield* inFrames(
      "contact",
      rest.map(([, operations]) => mergeAll(undefined, operations)),
    );
  }

  /** The row with what the tail says about it. */
  #take(key: string, row: Row): Row {
    const operations = this.#tail.byRow.get(key);
    if (operations === undefined) return row;
    this.#pending.delete(key);
    return mergeAll(row, operations);
  }

  /** True when the row is an older contact and was put aside for its client's bundle. */
  #age(section: Section, row: Row): boolean {
    const { client, at } = row;
    if (section !== "contact" || this.#fold === undefined || typeof client !== "string") return false;
    if (typeof at !== "string" || at >= this.#fold.recentSince) return false;
    push(this.#aged, client, row);
    this.#touched.add(keyHash(keyOf("client", client)));
    return true;
  }

  /** The bundle with everything put aside for its client, newest first. */
  #complete(bundle: Bundle): Bundle {
    const aged = this.#aged.get(bundle.id) ?? [];
    const known = new Set(bundle.changes.map(({ id }) => id));
    const fresh = this.#changes.get(bundle.id)?.filter(({ id }) => !known.has(id) && known.add(id)) ?? [];
    this.#aged.delete(bundle.id);
    this.#changes.delete(bundle.id);
    return {
      ...bundle,
      contacts: aged.length === 0 ? bundle.contacts : newestFirst([...bundle.contacts, ...aged]),
      changes: fresh.length === 0 ? bundle.changes : newestFirst([...bundle.changes, ...fresh]),
    };
  }
}

/**
 * A piece as the frame it stands for.
 *
 * [Note: Our own snapshot is not parsed again]
 *
 * It was sealed by this vault under a key nobody else has, from rows that were parsed
 * when they came in; the seal just opened. Parsing every row of a large book with its
 * schema would cost more than reading, opening and merging it together.
 */
export function parsePiece(piece: Piece): RowsFrame {
  return JSON.parse(piece.json.toString("utf8")) as RowsFrame;
}

/** The hash of a row's key; for a bundle its client's, then those of the contacts in it. */
export function hashesOf(section: Section, row: Row | Bundle): number[] {
  if (section !== "bundle") return [keyHash(keyOf(section, row.id))];
  const contacts = (row as Bundle).contacts.map(({ id }) => keyHash(keyOf("contact", id)));
  return [keyHash(keyOf("client", row.id)), ...contacts];
}

export function keyOf(entity: string, id: string): string {
  return `${entity}/${id}`;
}

/** The three fields without which a contact cannot be shown; no edit of one brings them all. */
function isWholeContact(row: Row): boolean {
  return row["client"] !== undefined && row["at"] !== undefined && row["channel"] !== undefined;
}

function newestFirst(rows: Row[]): Row[] {
  return rows.sort((a, b) => String(b["at"]).localeCompare(String(a["at"]), "en"));
}

function* inFrames(section: Exclude<Section, "bundle">, rows: readonly Row[]): Generator<Merged> {
  for (let start = 0; start < rows.length; start += rowsPerFrame) {
    const frame = { kind: "rows", entity: section, rows: rows.slice(start, start + rowsPerFrame) } as const;
    yield { section, frame };
  }
}
