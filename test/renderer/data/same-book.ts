import { expect } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import type { ClientSummary } from "../../../renderer/data/client-list.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { searchClients } from "../../../renderer/data/search.ts";
import { type Book, startSession } from "../../../renderer/data/session.ts";
import { type BookFrame, bookPath, type Row } from "../../../shared/bridge/streams.ts";
import { Client } from "../../../shared/model/client.ts";
import { Contact } from "../../../shared/model/contact.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { type Host, session } from "./host.ts";

/** Open a session on a host and hydrate it whole. */
export async function hydrated(host: Host): Promise<Book> {
  connect(host);
  const book = startSession(session);
  await hydrate();
  return book;
}

/** Everything the view holds, in the shape of the host's oracle. */
async function rowsOf({ db, lifted }: Book): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  const bundles = (await db.bundles.toArray()).flat();
  for (const contacts of [...bundles.map((bundle) => bundle.contacts), ...(await db.recents.toArray())]) {
    for (const row of contacts) if (!lifted.has(row.id)) rows.set(`contact/${row.id}`, row);
  }
  for (const key of await db.drawers.toCollection().primaryKeys()) {
    const entity = key.slice(0, key.indexOf("/"));
    for (const row of (await db.drawers.get(key)) ?? []) rows.set(`${entity}/${row.id}`, row);
  }
  for (const row of await db.clients.toArray()) rows.set(`client/${row.id}`, row);
  for (const row of await db.contacts.toArray()) rows.set(`contact/${row.id}`, row);
  for (const row of await db.assessments.toArray()) rows.set(`assessment/${row.id}`, row);
  for (const { key, row } of await db.papers.toArray()) rows.set(key, row);
  for (const { key, row } of await db.office.toArray()) rows.set(key, row);
  return rows;
}

/** What the list must show of a client, worked out from all rows in the plainest way. */
function summaryOf(rows: ReadonlyMap<string, Row>, id: string): Partial<ClientSummary> | undefined {
  const record = Client.safeParse(rows.get(`client/${id}`)).data;
  if (record === undefined || record.restricted === true) return undefined;
  const of = (entity: string) => [...rows].filter(([key, row]) => key.startsWith(entity) && row["client"] === id);
  const contacts = of("contact/")
    .flatMap(([, row]) => Contact.safeParse(row).data ?? [])
    .filter((row) => row.restricted !== true)
    .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1));
  const last = contacts.at(-1);
  const open = contacts
    .filter((c) => c.nextOn !== undefined && (c === last || c.nextOn > shanghaiDay(last?.at ?? "")))
    .sort((a, b) => ((a.nextOn ?? "") < (b.nextOn ?? "") ? -1 : 1));
  const assessed = of("assessment/")
    .map(([, row]) => row as Row & Record<string, string>)
    .sort((a, b) => (`${a["finishedAt"]} ${a.id}` < `${b["finishedAt"]} ${b.id}` ? -1 : 1))
    .at(-1);
  return {
    name: record.name,
    tier: record.tier ?? "prospect",
    ...(record.phone !== undefined && { phone: record.phone }),
    ...(record.investableAssets !== undefined && { assets: record.investableAssets }),
    ...(last && { lastContactAt: last.at, lastChannel: last.channel }),
    ...(open[0]?.nextOn !== undefined && { nextOn: open[0].nextOn }),
    ...(assessed && { level: assessed["level"], validUntil: assessed["validUntil"] }),
  } as Partial<ClientSummary>;
}

/** The frames a host would send, without its last. */
export async function framesOf(host: Host): Promise<BookFrame[]> {
  const text = await (await host.open(bookPath)).text();
  return text
    .trim()
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as BookFrame);
}

/** Some of the records that are edited in the tests do not exist, or have not arrived. */
export function isNoSuchRecord(error: unknown): void {
  expect(error).toMatchObject({ code: "bad-operation" });
}

export async function expectSameBook(book: Book, host: Host): Promise<void> {
  const rows = host.rows();
  expect(await rowsOf(book)).toEqual(rows);
  expect(book.search.size).toBe(book.list.rows.length);
  const listed = new Map(book.list.rows.map((row) => [row.id as string, row]));
  for (const id of ["c-1", "c-2", "c-3"]) {
    const expected = summaryOf(rows, id);
    const {
      nextStep: _,
      pinyin: __,
      kind,
      tags,
      completeness,
      birthYear,
      birthDate,
      id: ___,
      ...shown
    } = listed.get(id) ?? {};
    expect(listed.has(id) ? shown : undefined).toEqual(expected);
    const found = expected === undefined ? [] : searchClients(String(expected.name)).map((hit) => hit.client.id);
    expect(found.includes(id as never)).toBe(expected !== undefined);
  }
}

// The laws take thousands of small transactions: patience on a busy machine, not a measure.
