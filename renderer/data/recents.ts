/**
 * @file Where each client's contacts stand when they came together: the recent ones and the older ones.
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
 * of that too.
 *
 * [Note: Packs]
 *
 * Of what comes in at unlock the small is put together, several clients to a record: a book of
 * 50,000 clients with one contact each is filled in a third of the time. Such a record does not
 * have the number its clients' live queries wait for, so those who have asked get an empty one
 * that has. Until they are stored, contacts are found in memory: whoever asks need not wait.
 */
import type { Bundle, Row } from "../../shared/bridge/streams.ts";
import { lineOf } from "./contact-log.ts";
import type { BookDatabase } from "./db.ts";

export interface Recents {
  readonly client: string;
  readonly contacts: readonly Row[];
}

/** A record of recents: its key, and of this client's contacts in it how many are shown, from when to when. */
interface Span {
  readonly key: string;
  readonly shown: number;
  readonly from: string;
  readonly to: string;
}

/** Where a client's contacts stand. */
interface Place {
  /** The records its recents are in. */
  readonly records: Span[];
  /** The number of its next record. */
  next: number;
  /** Read from the book, and not in Dexie yet. */
  arriving: Row[];
  /** Some contact has, or had, a row of its own. */
  hasOwn: boolean;
  /** The key of the record its older contacts are in. */
  bundle: string | undefined;
  /** Somebody asked and wants to hear of what comes. */
  isAwaited: boolean;
}

export type ContactPlaces = Map<string, Place>;

/** Where the contacts are, and what is known of them. */
interface Shelf {
  readonly db: BookDatabase;
  readonly places: ContactPlaces;
}

/** Contacts and changes in a record of several clients: reading one reads the others with it. */
const packRows = 16;

/** In runs, as they come, each of so many rows or a few more. */
export function packsOf<T>(records: readonly T[], rowsIn: (record: T) => number): T[][] {
  const packs: T[][] = [];
  let room = 0;
  for (const record of records) {
    const pack = room > 0 ? packs.at(-1) : undefined;
    if (pack === undefined) {
      packs.push([record]);
      room = packRows;
    } else pack.push(record);
    room -= rowsIn(record);
  }
  return packs;
}

/** Store these, each client's beside those already there. In turn, like all that writes. */
export async function addRecents({ db, places }: Shelf, all: readonly Recents[]): Promise<void> {
  const keys = all.map(({ client, contacts }) => {
    const place = placeOf(places, client);
    const key = keyOf(client, place.next);
    place.next += 1;
    place.records.push(spanOf(key, contacts));
    return key;
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

/** What arrived, in packs. */
export function arrived({ places }: Shelf): Recents[][] {
  const all = [...places].flatMap(([client, { arriving: contacts }]) =>
    contacts.length > 0 ? { client, contacts } : [],
  );
  return packsOf(all, ({ contacts }) => contacts.length);
}

/** Store these of what {@link arrived}. In turn. */
export async function storeArrived(shelf: Shelf, packs: readonly Recents[][]): Promise<void> {
  const { db, places } = shelf;
  const keys = packs.map((pack) => keyOf(pack[0]?.client ?? "", "pack"));
  await db.recents.bulkPut(
    packs.map((pack) => pack.flatMap(({ contacts }) => contacts)),
    keys,
  );
  for (const [i, pack] of packs.entries()) {
    for (const { client, contacts } of pack) {
      const place = placeOf(places, client);
      place.records.push(spanOf(keys[i] ?? "", contacts));
      place.arriving = [];
    }
  }
  await tell(
    shelf,
    awaited(
      places,
      packs.flat().map(({ client }) => client),
    ),
  );
}

/** Store older contacts and changes, in packs. In turn. */
export async function putBundles(shelf: Shelf, packs: readonly Bundle[][]): Promise<void> {
  const { db, places } = shelf;
  const keys = packs.map((pack) => pack[0]?.id ?? "");
  await db.bundles.bulkPut(packs, keys);
  for (const [i, pack] of packs.entries()) for (const { id } of pack) placeOf(places, id).bundle = keys[i];
  await tell(
    shelf,
    awaited(
      places,
      packs.flat().map(({ id }) => id),
    ),
  );
}

function awaited(places: ContactPlaces, clients: readonly string[]): string[] {
  return clients.filter((client) => placeOf(places, client).isAwaited);
}

/** Have the live queries of these clients look again, by an empty record each. */
async function tell(shelf: Shelf, clients: readonly string[]): Promise<void> {
  const empty = clients.map((client) => ({ client, contacts: [] }));
  if (empty.length > 0) await addRecents(shelf, empty);
}

/** Give contacts rows of their own, or write those anew. In turn; inside a transaction `recents` must be in it. */
export async function putContacts(shelf: Shelf, rows: readonly Row[]): Promise<void> {
  const first = new Set<string>();
  for (const { client } of rows as readonly { readonly client?: unknown }[]) {
    if (typeof client !== "string" || placeOf(shelf.places, client).hasOwn) continue;
    placeOf(shelf.places, client).hasOwn = true;
    first.add(client);
  }
  await Promise.all([shelf.db.contacts.bulkPut(rows), tell(shelf, [...first])]);
}

/** Whether a contact of this client has a row of its own. */
export function hasOwnContacts({ places }: Shelf, client: string): boolean {
  return places.get(client)?.hasOwn ?? false;
}

/** Whether this client has older contacts or changes, as far as the book has been read. */
export function hasBundle({ places }: Shelf, client: string): boolean {
  return places.get(client)?.bundle !== undefined;
}

/** These clients' older contacts and changes, as far as the book has been read, and others'. */
export async function readBundles({ db, places }: Shelf, clients: readonly string[]): Promise<Bundle[]> {
  const keys = new Set(
    clients.flatMap((client) => {
      const place = placeOf(places, client);
      place.isAwaited = true;
      return place.bundle ?? [];
    }),
  );
  if (keys.size === 0) return [];
  const packs = await db.bundles.bulkGet([...keys]);
  return packs.flatMap((pack) => pack ?? []);
}

/** All contacts that stand with these clients' recents; for what changed since, see `Book.lifted`. */
export function readRecents(shelf: Shelf, clients: Iterable<string>): Promise<Row[]> {
  return read(shelf, new Set(clients), (records) => records);
}

/** Of one client's recents those records that surely hold the newest so many contacts. */
export function readNewestRecents(shelf: Shelf, client: string, limit: number): Promise<Row[]> {
  return read(shelf, new Set([client]), (records) => newestOf(records, limit));
}

async function read(
  { db, places }: Shelf,
  clients: ReadonlySet<string>,
  pick: (records: readonly Span[]) => readonly Span[],
): Promise<Row[]> {
  if (clients.size === 0) return [];
  const keys = new Set<string>();
  const arriving: Row[][] = [];
  for (const client of clients) {
    const place = placeOf(places, client);
    place.isAwaited = true;
    for (const { key } of pick(place.records)) keys.add(key);
    keys.add(keyOf(client, place.next));
    // Taken before the others are read: what is stored meanwhile is then here, there, or both, but never nowhere.
    if (place.arriving.length > 0) arriving.push([...place.arriving]);
  }
  const found = await db.recents.bulkGet([...keys]);
  const rows = found.flatMap((contacts) => contacts?.filter((row) => clients.has(String(row["client"]))) ?? []);
  if (arriving.length === 0) return rows;
  const stored = new Set(rows.map((row) => row.id));
  return [...rows, ...arriving.flat().filter((row) => !stored.has(row.id))];
}

/** The latest records: enough to show so many, and nothing in the others is as late. */
function newestOf(records: readonly Span[], limit: number): Span[] {
  const latestFirst = [...records].sort((a, b) => (a.to === b.to ? 0 : a.to < b.to ? 1 : -1));
  const taken: Span[] = [];
  let shown = 0;
  let from = "\uffff";
  for (const span of latestFirst) {
    if (span.shown === 0 || (shown >= limit && span.to < from)) break;
    taken.push(span);
    shown += span.shown;
    if (span.from < from) from = span.from;
  }
  return taken;
}

function spanOf(key: string, contacts: readonly Row[]): Span {
  let span = { key, shown: 0, from: "", to: "" };
  for (const row of contacts) {
    const at = lineOf(row)?.at;
    if (at === undefined) continue;
    span = {
      key,
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
    place = { records: [], next: 0, arriving: [], hasOwn: false, bundle: undefined, isAwaited: false };
    places.set(client, place);
  }
  return place;
}

function keyOf(client: string, record: number | "pack"): string {
  return `${client}/${record}`;
}
