/**
 * @file The Dexie database behind the screens: a view of the log, filled at unlock, thrown
 * away at lock, never a store of record (architecture.md, "Why so"). Only this folder imports Dexie.
 */
import Dexie, { type Table } from "dexie";
import type { Bundle, Row } from "../../shared/bridge/streams.ts";

/** An office record; the key is `rowKey`. */
export interface OfficeRow {
  readonly key: string;
  readonly entity: string;
  readonly row: Row;
}

/**
 * Each index costs a quarter of a record to fill (perf.md), so there are only those a query
 * needs. What the client list sorts by is not here but in memory, see [Note: Client list].
 */
const stores = {
  clients: "id",
  contacts: "id, [client+at], at",
  assessments: "id, [client+finishedAt]",
  bundles: "id",
  changes: "id, [client+at]",
  office: "key, entity",
} as const;

export interface BookTables {
  readonly clients: Table<Row, string>;
  readonly contacts: Table<Row, string>;
  readonly assessments: Table<Row, string>;
  readonly bundles: Table<Bundle, string>;
  readonly changes: Table<Row, string>;
  readonly office: Table<OfficeRow, string>;
}
export type BookDatabase = Dexie & BookTables;

const prefix = "suitbook-";

/** A fresh, empty database of its own name: two sessions never share one. */
export function createDatabase(): BookDatabase {
  const name = `${prefix}${crypto.randomUUID()}`;
  const db = new Dexie(name, { cache: "disabled", chromeTransactionDurability: "relaxed" });
  db.version(1).stores(stores);
  holdLock(name, db);
  return db as BookDatabase;
}

/**
 * Delete databases that a page left behind when it was reloaded or closed while unlocked.
 * A database still in use elsewhere is held by a lock and stays.
 */
export async function deleteLeftovers(own: string): Promise<void> {
  const names = await Dexie.getDatabaseNames();
  for (const name of names) {
    if (!name.startsWith(prefix) || name === own) continue;
    await locks()?.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await Dexie.delete(name);
    });
  }
}

function holdLock(name: string, db: Dexie): void {
  void locks()?.request(name, () => new Promise<void>((release) => db.on("close", () => release())));
}

function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}
