/**
 * @file Where each client's contacts stand, and those of them that came together, in one record.
 *
 * [Note: Recents]
 *
 * A client's recent contacts come in at unlock, and those of a large import, by the thousand; as
 * rows of their own they would take ten times as long to store (see [Note: Few records]). So they
 * stand by client, each time in a new record with the next number, and no record is written
 * again: a contact that changes gets a row of its own, and that is the one that counts. Whoever
 * reads asks for one record more than there is, so that a live query hears of the next.
 *
 * Each read costs half of what a client's page costs whole, so nobody reads where there is
 * nothing: in memory stands, by client, which records there are and whether a contact has a row of
 * its own. With the first such row the client gets an empty record, and so the live queries hear
 * of that too. Contacts just read from the book are in memory until they are stored: whoever asks
 * need not wait for that.
 */
import type { Bundle, Row } from "../../shared/bridge/streams.ts";
import { lineOf } from "./contact-log.ts";
import type { BookDatabase } from "./db.ts";

export interface Recents {
  readonly client: string;
  readonly contacts: readonly Row[];
}

/** What a record of contacts shows: how many, from when to when. */
interface Span {
  readonly shown: number;
  readonly from: string;
  readonly to: string;
}

/** Where a client's contacts stand. */
interface Place {
  /** Its recents, by number. */
  readonly records: Span[];
  /** Read from the book, and not in Dexie yet. */
  arriving: Row[];
  /** Some contact has, or had, a row of its own. */
  hasOwn: boolean;
  hasBundle: boolean;
}

export type ContactPlaces = Map<string, Place>;

/** Where the contacts are, and what is known of them. */
interface Shelf {
  readonly db: BookDatabase;
  readonly places: ContactPlaces;
}

/** Store these, each client's beside those already there. In turn, like all that writes. */
export async function addRecents({ db, places }: Shelf, all: readonly Recents[]): Promise<void> {
  const keys = all.map(({ client, contacts }) => {
    const { records } = placeOf(places, client);
    return keyOf(client, records.push(spanOf(contacts)) - 1);
  });
  await db.recents.bulkPut(
    all.map(({ contacts }) => contacts),
    keys,
  );
}

/** Take in what was read of the book, to be stored by {@link storeArrived}. In turn. */
export function arrive({ places }: Shelf, rows: readonly Row[]): void {
  for (const row of rows) if (typeof row["client"] === "string") placeOf(places, row["client"]).arriving.push(row);
}

/** What arrived, by client. */
export function arrived({ places }: Shelf): Recents[] {
  return [...places].flatMap(([client, { arriving }]) => (arriving.length > 0 ? { client, contacts: arriving } : []));
}

/** Store these of what {@link arrived}. In turn. */
export async function storeArrived(shelf: Shelf, all: readonly Recents[]): Promise<void> {
  await addRecents(shelf, all);
  for (const { client } of all) placeOf(shelf.places, client).arriving = [];
}

/** Store older contacts and changes. In turn. */
export async function putBundles({ db, places }: Shelf, bundles: readonly Bundle[]): Promise<void> {
  for (const { id } of bundles) placeOf(places, id).hasBundle = true;
  await db.bundles.bulkPut(
    bundles,
    bundles.map(({ id }) => id),
  );
}

/** Give contacts rows of their own, or write those anew. In turn; inside a transaction `recents` must be in it. */
export async function putContacts(shelf: Shelf, rows: readonly Row[]): Promise<void> {
  const first = new Set<string>();
  for (const { client } of rows as readonly { readonly client?: unknown }[]) {
    if (typeof client !== "string" || placeOf(shelf.places, client).hasOwn) continue;
    placeOf(shelf.places, client).hasOwn = true;
    first.add(client);
  }
  await Promise.all([
    shelf.db.contacts.bulkPut(rows),
    first.size > 0 &&
      addRecents(
        shelf,
        [...first].map((client) => ({ client, contacts: [] })),
      ),
  ]);
}

/** Whether a contact of this client has a row of its own. */
export function hasOwnContacts({ places }: Shelf, client: string): boolean {
  return places.get(client)?.hasOwn ?? false;
}

/** Whether this client has older contacts or changes, as far as the book has been read. */
export function hasBundle({ places }: Shelf, client: string): boolean {
  return places.get(client)?.hasBundle ?? false;
}

/** All contacts that stand with these clients' recents; for what changed since, see `Book.lifted`. */
export function readRecents(shelf: Shelf, clients: Iterable<string>): Promise<Row[]> {
  return read(shelf, [...clients], (records) => records.keys());
}

/** Of one client's recents those records that surely hold the newest so many contacts. */
export function readNewestRecents(shelf: Shelf, client: string, limit: number): Promise<Row[]> {
  return read(shelf, [client], (records) => newestOf(records, limit));
}

async function read(
  { db, places }: Shelf,
  clients: readonly string[],
  pick: (records: readonly Span[]) => Iterable<number>,
): Promise<Row[]> {
  if (clients.length === 0) return [];
  // Taken before the others are read: what is stored meanwhile is then here, there, or both, but never nowhere.
  const arriving = clients.flatMap((client) => places.get(client)?.arriving ?? []);
  const keys = clients.flatMap((client) => {
    const records = places.get(client)?.records ?? [];
    return [...pick(records), records.length].map((number) => keyOf(client, number));
  });
  const rows = (await db.recents.bulkGet(keys)).flatMap((contacts) => contacts ?? []);
  if (arriving.length === 0) return rows;
  const stored = new Set(rows.map((row) => row.id));
  return [...rows, ...arriving.filter((row) => !stored.has(row.id))];
}

/** The numbers of the latest records: enough to show so many, and nothing in the others is as late. */
function newestOf(records: readonly Span[], limit: number): number[] {
  const latestFirst = [...records.entries()].sort(([, a], [, b]) => (a.to === b.to ? 0 : a.to < b.to ? 1 : -1));
  const taken: number[] = [];
  let shown = 0;
  let from = "\uffff";
  for (const [number, span] of latestFirst) {
    if (span.shown === 0 || (shown >= limit && span.to < from)) break;
    taken.push(number);
    shown += span.shown;
    if (span.from < from) from = span.from;
  }
  return taken;
}

function spanOf(contacts: readonly Row[]): Span {
  let span = { shown: 0, from: "", to: "" };
  for (const row of contacts) {
    const at = lineOf(row)?.at;
    if (at === undefined) continue;
    span = {
      shown: span.shown + 1,
      from: span.shown === 0 || at < span.from ? at : span.from,
      to: at > span.to ? at : span.to,
    };
  }
  return span;
}

function placeOf(places: ContactPlaces, client: string): Place {
  let place = places.get(client);
  if (place === undefined) {
    place = { records: [], arriving: [], hasOwn: false, hasBundle: false };
    places.set(client, place);
  }
  return place;
}

function keyOf(client: string, number: number): string {
  return `${client}/${number}`;
}
