/** @file The peer in the same browser: RxDB over Dexie, encrypted, the fields a query needs readable. */
import { createRxDatabase, type RxCollection, type RxDatabase } from "rxdb/plugins/core";
import { wrappedKeyEncryptionCryptoJsStorage } from "rxdb/plugins/encryption-crypto-js";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { type Contact, contactsOfBench } from "./contacts.ts";

interface Stored {
  readonly id: string;
  readonly client: string;
  readonly at: string;
  /** All the rest, as one encrypted field: it is faster than one by one. */
  readonly rest: Omit<Contact, "id" | "client" | "at">;
}

const text = (maxLength: number) => ({ type: "string", maxLength }) as const;
const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: { id: text(64), client: text(64), at: text(24), rest: { type: "object" } },
  required: ["id", "client", "at", "rest"],
  indexes: [["client", "at"]],
  encrypted: ["rest"],
} as const;

let open: { readonly database: RxDatabase; readonly contacts: RxCollection<Stored> } | undefined;

const peer = {
  /** Open the database kept under this name, or make it: milliseconds to the answer of a first query. */
  async open(name: string, client: string): Promise<number> {
    const start = performance.now();
    const storage = wrappedKeyEncryptionCryptoJsStorage({ storage: getRxStorageDexie() });
    const database = await createRxDatabase({ name, storage, password: "suitbook bench passphrase" });
    const { contacts } = await database.addCollections({ contacts: { schema } });
    open = { database, contacts: contacts as unknown as RxCollection<Stored> };
    await peer.newest(client);
    return performance.now() - start;
  },

  /** Milliseconds to store so many contacts of these clients. */
  async insert(clients: readonly string[], count: number): Promise<number> {
    const rows = contactsOfBench(clients, count).map(({ id, client, at, ...rest }) => ({ id, client, at, rest }));
    const start = performance.now();
    const { error } = await required().contacts.bulkInsert(rows);
    const ms = performance.now() - start;
    if (error.length > 0) throw new Error(`RxDB refused ${error.length} rows`);
    return ms;
  },

  /** Milliseconds to the newest 50 contacts of a client, decrypted. */
  async newest(client: string): Promise<number> {
    const start = performance.now();
    const query = { selector: { client }, sort: [{ at: "desc" as const }], limit: 50 };
    const found = await required().contacts.find(query).exec();
    const contacts = found.map(({ id, at, rest }) => ({ id, client, at, ...rest }));
    const ms = performance.now() - start;
    if (contacts.some((contact) => contact.channel !== "phone")) throw new Error("RxDB did not decrypt");
    return ms;
  },

  async close(): Promise<void> {
    await required().database.close();
    open = undefined;
  },
};
export type PeerPage = typeof peer;

function required(): NonNullable<typeof open> {
  if (open === undefined) throw new Error("not open");
  return open;
}

Object.defineProperty(window, "peer", { value: peer });
