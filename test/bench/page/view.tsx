/**
 * @file The benches' own page: the real view in a production bundle, without the app's screens
 * around it. Times are taken in here, so that driving the browser is not among them.
 */
import "../../../shared/zod-settings.ts";
import type { Table } from "dexie";
import { useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { call } from "../../../renderer/bridge.ts";
import { applyOperations, bundleOf, clientRow, contactsOf, evidenceOf } from "../../../renderer/data/apply.ts";
import { logContact } from "../../../renderer/data/commands.ts";
import { type BookDatabase, createDatabase } from "../../../renderer/data/db.ts";
import { bringFacts } from "../../../renderer/data/facts-reads.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { useClientSummary, useTimeline } from "../../../renderer/data/queries.ts";
import { clientById, clientContacts, readTimeline } from "../../../renderer/data/reads.ts";
import { searchClients } from "../../../renderer/data/search.ts";
import { type Book, inTurn, requireBook, startSession } from "../../../renderer/data/session.ts";
import { timelineOf } from "../../../renderer/data/timeline.ts";
import type { Row } from "../../../shared/bridge/streams.ts";
import { mergeRow } from "../../../shared/log/merge.ts";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { demoBook } from "../../../shared/model/demo.ts";
import { demoShelf } from "../../../shared/model/demo-products.ts";
import { ActorId, DeviceId } from "../../../shared/model/primitives.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import type { ClientFacts } from "../../../shared/rules/client-facts.ts";
import { countMatches, type MatchClass, matchBook } from "../../../shared/rules/match.ts";
import { currentSheets } from "../../../shared/rules/product-sheets.ts";
import { type Contact, contactsOfBench } from "./contacts.ts";
import { putAll, rawDatabase } from "./raw.ts";

let show: (client: string) => void = () => undefined;
let seen: (text: string) => void = () => undefined;

/** What a client's page and line would show of a new contact. */
function Probe() {
  const [client, setClient] = useState("");
  const timeline = useTimeline(client);
  const summary = useClientSummary(client);
  const newest = timeline?.items.find((item) => item.kind === "contact")?.id;
  const text = `${client} ${newest} ${summary?.lastContactAt}`;
  useLayoutEffect(() => {
    show = setClient;
    if (timeline !== undefined) seen(text);
  }, [text, timeline]);
  return <p>{text}</p>;
}

/** Resolves when the page shows a text that passes. */
function shown(passes: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    seen = (text) => passes(text) && resolve();
  });
}

const clients = () => requireBook().list.rows.map((row) => row.id);

/** Spread over the book, the same in every run. */
const nth = (i: number): string => clients()[(i * 7919) % clients().length] ?? "";

const bench = {
  /** Unlock and hydrate the vault whole. */
  async open(vault: string, passphrase: string): Promise<void> {
    startSession(await call("unlockVault", { vault, passphrase }));
    await hydrate();
    createRoot(document.getElementById("root") as HTMLElement).render(<Probe />);
  },

  /** One contact logged: milliseconds from the command until it is acknowledged and on the page. */
  async save(i: number): Promise<number> {
    const client = nth(i);
    const ready = shown((text) => text.startsWith(client));
    show(client);
    await ready;
    const at = new Date().toISOString();
    const visible = shown((text) => text.startsWith(client) && text.endsWith(at));
    const start = performance.now();
    await logContact({ client, at, channel: "phone", purpose: "review", summary: "季度检视，权益占比下调，下周再谈" });
    await visible;
    return performance.now() - start;
  },

  /** A raw put of such a contact's row, with the same indexes, in a transaction of its own. */
  async rawPut(i: number): Promise<number> {
    const row = { id: crypto.randomUUID(), client: nth(i), at: new Date().toISOString(), channel: "phone" };
    const db = await rawDatabase("raw-put");
    const start = performance.now();
    await putAll(db, "contacts", [
      { ...row, purpose: "review", summary: "季度检视，权益占比下调，下周再谈", _at: row },
    ]);
    const ms = performance.now() - start;
    db.close();
    return ms;
  },

  /** A request that does nothing. */
  async roundTrip(): Promise<number> {
    const start = performance.now();
    await call("cancelJob", { job: "none" }).catch(() => undefined);
    return performance.now() - start;
  },

  /** Milliseconds to open client `i` from rows and bundle, and the same from rows alone. */
  async openClient(i: number): Promise<{ ours: number; baseline: number }> {
    const book = requireBook();
    const client = nth(i);
    const rows = await asRows(book, client);
    const time = async (read: () => Promise<unknown>) => {
      const start = performance.now();
      await read();
      return performance.now() - start;
    };
    const sides = {
      ours: () => Promise.all([clientById(book, client), readTimeline(book, client)]),
      baseline: () => openRows(rows, client),
    };
    // Turn about, so that neither is always the one to find things warm.
    const first = i % 2 === 0 ? "ours" : "baseline";
    const second = i % 2 === 0 ? "baseline" : "ours";
    const times = { [first]: await time(sides[first]), [second]: await time(sides[second]) };
    await rows.delete();
    return times as Record<keyof typeof sides, number>;
  },

  /**
   * Milliseconds to have so many contacts of these clients checked by the main process, sealed on
   * the disk and in the view. The peer checks nothing.
   */
  async insert(clients: readonly string[], count: number): Promise<number> {
    const book = requireBook();
    const all = contactsOfBench(clients, count).map((row) => contactOperation(book, row));
    const start = performance.now();
    for (let from = 0; from < all.length; from += operationsPerInsert) {
      const operations = all.slice(from, from + operationsPerInsert);
      await inTurn(book, async () => {
        book.applied = (await call("appendOperations", operations)).logSeq;
        await applyOperations(book, operations);
      });
    }
    return performance.now() - start;
  },

  /** Milliseconds to the newest 50 contacts of a client, as a screen gets them. */
  async newest(client: string): Promise<number> {
    const start = performance.now();
    const found = await clientContacts(requireBook(), client, 50);
    const ms = performance.now() - start;
    if (found.some((contact) => contact.channel !== "phone")) throw new Error("not what was put in");
    return ms;
  },

  /** The ids of those. */
  async newestIds(client: string): Promise<readonly string[]> {
    return (await clientContacts(requireBook(), client, 50)).map(({ id }) => id);
  },

  /** Lock the vault. */
  async lock(): Promise<void> {
    await call("lockVault", null);
  },

  /** Milliseconds from key ready until the newest contacts of a client are asked for and found: these, all of them. */
  async coldOpen(vault: string, passphrase: string, client: string, ids: readonly string[]): Promise<number> {
    const start = performance.now();
    const session = await call("unlockVault", { vault, passphrase });
    const unlocked = performance.now();
    startSession(session);
    const filling = hydrate();
    const isThere = async () => (await bench.newestIds(client)).join() === ids.join();
    while (!(await isThere())) await new Promise((again) => setTimeout(again, askEveryMs));
    const end = performance.now();
    await filling;
    // Asking for the passphrase again costs the same scrypt and nothing else.
    await call("verifyPassphrase", { passphrase });
    const scrypt = performance.now() - end;
    return Math.max(0, unlocked - start - scrypt) + end - unlocked;
  },

  /** The book's clients. */
  clients,

  /** Fill search with so many invented clients, beside no vault at all. */
  fillSearch(count: number): number {
    const book = startSession(inventedSession);
    const options = { clients: count, nowMs: Date.now(), contactsPerClient: 0 };
    for (const operation of demoBook({
      ...options,
      device: DeviceId.parse("00000000000000aa"),
      actor: ActorId.parse("p"),
    })) {
      if (operation.entity !== "client" || operation.kind !== "set" || operation.patch["name"] === undefined) continue;
      const row = mergeRow(undefined, operation);
      book.search.put(row);
      book.list.putClient(row);
    }
    book.list.announce();
    return book.search.size;
  },

  /** What the screen of a product's match reads before the first: every client's facts, and the shelf. */
  async readFacts(): Promise<{ readonly clients: number; readonly products: number; readonly ms: number }> {
    const start = performance.now();
    matching.facts = await bringFacts(requireBook(), matching);
    const ms = performance.now() - start;
    return { clients: matching.facts.size, products: shelf().length, ms };
  },

  /** Milliseconds to judge every client for a product, and how many of each class. */
  matchBook(product: number): { readonly ms: number; readonly counts: Readonly<Record<MatchClass, number>> } {
    const sheet = shelf()[product];
    if (sheet === undefined) throw new Error("no such product");
    const start = performance.now();
    const matches = matchBook(matching.facts, sheet, matching);
    const ms = performance.now() - start;
    return { ms, counts: countMatches(matches.values()) };
  },

  /** Milliseconds from a keystroke to its results. */
  search(query: string): number {
    const start = performance.now();
    searchClients(query, 20);
    return performance.now() - start;
  },
};
export type BenchPage = typeof bench;

const packs = packLibrary();
const today = shanghaiDay(Date.now());

/** What a match rests on, and every client's facts once they are read. */
const matching = {
  day: today,
  rules: saleRulesOn(packs, today),
  catalogue: packs.inForce("product-catalogue", today),
  questionnaire: (id: string, version: string) => packs.find("questionnaire", id, version),
  facts: new Map() as ReadonlyMap<string, ClientFacts>,
};

/** The demo's products, as they are on the shelf today. */
function shelf(): readonly ProductSheet[] {
  const maker = { nowMs: Date.now(), device: DeviceId.parse("00000000000000aa"), actor: ActorId.parse("p") };
  const sheets = [...demoShelf(maker)].flatMap(
    (operation) => ProductSheet.safeParse(mergeRow(undefined, operation)).data ?? [],
  );
  return currentSheets(sheets);
}

/** Each time it is asked too early costs, too. */
const askEveryMs = 25;

/** As many as an import has in hand at a time. */
const operationsPerInsert = 5_000;

/** What `logContact` writes of it. */
function contactOperation(book: Book, { id, ...patch }: Contact): Operation {
  const { device, actor, clock } = book;
  const frame = { id: crypto.randomUUID(), at: clock.tick(), device, actor, client: patch.client };
  return parseOperation({ ...frame, kind: "set", entity: "contact", entityId: id, patch });
}

/** The client's page in a database of its own, every record a row. */
async function asRows(book: Book, client: string): Promise<BookDatabase> {
  const db = createDatabase();
  const changes = await book.db.changes.where("[client+at]").between([client, ""], [client, "\uffff"]).toArray();
  const bundle = await bundleOf(book, client);
  const row = await clientRow(book, client);
  if (row) await db.clients.put(row);
  await db.contacts.bulkPut([...(await contactsOf(book, client))]);
  await db.assessments.bulkPut([...(await evidenceOf(book, client)).assessment]);
  await db.changes.bulkPut([...changes, ...(bundle?.changes ?? [])]);
  return db;
}

/** What `clientById` and `readTimeline` give, from rows alone. */
async function openRows(db: BookDatabase, client: string): Promise<unknown> {
  const ofClient = (table: Table<Row, string>, by: string) =>
    table.where(`[client+${by}]`).between([client, ""], [client, "\uffff"]).toArray();
  const [row, contacts, assessments, changes] = await Promise.all([
    db.clients.get(client),
    ofClient(db.contacts, "at"),
    ofClient(db.assessments, "finishedAt"),
    ofClient(db.changes, "at"),
  ]);
  const papers = { statement: [], investorStatus: [], decision: [], knowledgeTest: [] };
  return [Client.safeParse(row).data, timelineOf({ contacts, assessments, papers, changes })];
}

const inventedSession = {
  vault: { id: "bench0000", label: "Bench", createdAt: new Date().toISOString(), place: "", isDemo: true },
  profile: { id: "p", name: "Bench", role: "advisor" as const },
  device: "00000000000000aa",
  recovery: { state: "clean" as const, droppedBytes: 0, readOnly: false },
};

Object.defineProperty(window, "bench", { value: bench });
