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

/** A piece of a client's evidence that was written while the vault is open. */
export interface PaperRow extends OfficeRow {
  readonly client: string;
}

/**
 * [Note: Few records]
 *
 * Filling a store costs 42 us a record and 11 us an index entry, whatever the size (perf.md). So
 * the contacts that arrive by the thousand, at unlock and from a large import, stand by client, recent
 * and older ones apart (see [Note: Recents]), and the clients, assessments and papers of the unlock many to
 * a record (see [Note: Drawers]); only what else is written while the vault is open stands as a row
 * of its own, in `clients`, `contacts`, `assessments` and `papers`, and its copy in a group counts no
 * more. What stands together has its key beside the record: to find one inside, or an index entry, the
 * browser makes a second copy of the whole record. Of indexes there are those a query needs; what lists
 * sort and filter by is in memory, see [Note: Client list].
 */
const stores = {
  drawers: "",
  clients: "id",
  contacts: "id, [client+at]",
  recents: "",
  bundles: "",
  assessments: "id, [client+finishedAt]",
  papers: "key, [client+entity]",
  changes: "id, [client+at]",
  office: "key, entity",
} as const;

export interface BookTables {
  /** Only drawers.ts knows the keys. */
  readonly drawers: Table<readonly Row[], string>;
  readonly clients: Table<Row, string>;
  readonly contacts: Table<Row, string>;
  /** Only recents.ts knows the keys. */
  readonly recents: Table<readonly Row[], string>;
  /** Older contacts and changes, by client. Only recents.ts knows the keys. */
  readonly bundles: Table<readonly Bundle[], string>;
  readonly assessments: Table<Row, string>;
  readonly papers: Table<PaperRow, string>;
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
  // Made while the book is on its way; whether it can be made whoever uses it first will hear.
  db.open().catch(() => undefined);
  return db as BookDatabase;
}

/**
 * Delete databases that a page left behind when it was reloaded or closed while unlocked.
 * A database still in use elsewhere is held by a lock and stays.
 */
export async function deleteLeftovers(own?: string): Promise<void> {
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
