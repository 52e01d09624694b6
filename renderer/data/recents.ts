/**
 * @file The contacts of one client that came together, in one record.
 *
 * [Note: Recents]
 *
 * A client's recent contacts come in at unlock, and those of a large import, by the thousand; as
 * rows of their own they would take ten times as long to store (see [Note: Few records]). So they
 * stand by client, each time in a new record with the next number, and no record is written
 * again: a contact that changes gets a row of its own, and that is the one that counts. Whoever
 * reads asks for one record more than there is, so that a live query hears of the next.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { BookDatabase } from "./db.ts";

export interface Recents {
  readonly client: string;
  readonly contacts: readonly Row[];
}

/** How many records each client has. */
export type RecentCounts = Map<string, number>;

/** Where the recents are, and how many. */
interface Shelf {
  readonly db: BookDatabase;
  readonly recents: RecentCounts;
}

/** Store these, each client's beside those already there. In turn, like all that writes. */
export async function addRecents({ db, recents }: Shelf, all: readonly Recents[]): Promise<void> {
  const keys = all.map(({ client }) => {
    const number = recents.get(client) ?? 0;
    recents.set(client, number + 1);
    return keyOf(client, number);
  });
  await db.recents.bulkPut(
    all.map(({ contacts }) => contacts),
    keys,
  );
}

/** All contacts that stand with these clients' recents; for what changed since, see `Book.lifted`. */
export async function readRecents({ db, recents }: Shelf, clients: Iterable<string>): Promise<Row[]> {
  const keys: string[] = [];
  for (const client of clients) {
    for (let number = 0; number <= (recents.get(client) ?? 0); number += 1) keys.push(keyOf(client, number));
  }
  if (keys.length === 0) return [];
  const found = await db.recents.bulkGet(keys);
  return found.flatMap((contacts) => contacts ?? []);
}

function keyOf(client: string, number: number): string {
  return `${client}/${number}`;
}
