/**
 * @file How operations reach the view: one path for a save of one operation and an import
 * of a hundred thousand. Runs in turn with every other writer, see {@link inTurn}.
 */

import type { Table } from "dexie";
import type { Bundle, Row } from "../../shared/bridge/streams.ts";
import { changeOf, mergeRow, rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { type EntityName, entityRule } from "../../shared/model/entities.ts";
import type { BookDatabase, OfficeRow, PaperRow } from "./db.ts";
import { type Drawn, isPaper, type PaperEntity, paperEntities, readClientDrawers, readDrawers } from "./drawers.ts";
import {
  addRecents,
  hasBundle,
  hasOwnContacts,
  putContacts,
  readBundles,
  readNewestRecents,
  readRecents,
} from "./recents.ts";
import type { Book } from "./session.ts";

/** Records a transaction: more make the screen wait (perf.md: 19 ms with 500, 90 with 2,000). */
export const chunkRows = 500;
/** Contacts a transaction where they stand together: their copying, not their number of records, holds up the screen. */
export const chunkContacts = 2_000;

/** The operations about one row, in the order they came. */
interface Group {
  readonly entity: EntityName;
  readonly id: string;
  readonly client: string | undefined;
  readonly operations: Operation[];
}

/** A row before and after a chunk. */
interface Change {
  readonly group: Group;
  readonly before: Row | undefined;
  readonly after: Row;
}

/**
 * Merge operations into Dexie, the client list and search. Repeats and any order are welcome.
 *
 * @param known the merged rows as they are now, by row key, where this turn has read them already.
 */
export async function applyOperations(
  book: Book,
  operations: readonly Operation[],
  known?: ReadonlyMap<string, Row>,
): Promise<void> {
  let groups = [...groupByRow(operations).values()];
  for (const operation of operations) book.clock.observe(operation.at);
  if (groups.length > chunkRows && known === undefined) groups = await applyTogether(book, groups);
  for (let from = 0; from < groups.length; from += chunkRows) {
    if (book.closing.signal.aborted) return;
    await applyChunk(book, groups.slice(from, from + chunkRows), known);
  }
}

/** The merged rows an action starts from, by row key; absent where there is none yet. */
export async function readRows(
  book: Book,
  wanted: readonly { readonly entity: EntityName; readonly id: string; readonly client?: string | undefined }[],
): Promise<Map<string, Row>> {
  const groups = wanted.map(({ entity, id, client }) => ({ entity, id, client, operations: [] }));
  return readBases(book, groups);
}

/** A client's merged row, wherever it stands. */
export async function clientRow({ db }: Book, id: string): Promise<Row | undefined> {
  const [own, drawn] = await Promise.all([db.clients.get(id), readDrawers(db, "client", [id])]);
  return own ?? drawn.find((row) => row.id === id);
}

/** A client's older contacts and changes. */
export async function bundleOf(book: Book, client: string): Promise<Bundle | undefined> {
  return (await readBundles(book, [client])).find(({ id }) => id === client);
}

/**
 * Every contact of a client, wherever it stands.
 *
 * @param bundled the client's bundle, where it is being read anyway
 */
export async function contactsOf(
  book: Book,
  client: string,
  bundled: PromiseLike<Bundle | undefined> = bundleOf(book, client),
): Promise<readonly Row[]> {
  const { db, lifted } = book;
  const [own, recents, bundle] = await Promise.all([
    hasOwnContacts(book, client)
      ? db.contacts.where("[client+at]").between([client, ""], [client, "\uffff"]).toArray()
      : [],
    readRecents(book, [client]),
    bundled,
  ]);
  const grouped = [...recents, ...(bundle?.contacts ?? [])];
  return [...own, ...grouped.filter((row) => !lifted.has(row.id))];
}

/** A client's newest contacts: so many of them, or more. */
export async function newestContactsOf(book: Book, client: string, limit: number): Promise<readonly Row[]> {
  const standTogether = !hasOwnContacts(book, client) && !hasBundle(book, client);
  const isRead = book.progress.now.phase === "done";
  return isRead && standTogether ? readNewestRecents(book, client, limit) : contactsOf(book, client);
}

/** A client's finished assessments and papers, wherever they stand: one read for all kinds. */
export async function evidenceOf(
  { db }: Book,
  client: string,
): Promise<Readonly<Record<"assessment" | PaperEntity, readonly Row[]>>> {
  const [assessments, papers, drawn] = await Promise.all([
    db.assessments.where("[client+finishedAt]").between([client, ""], [client, "\uffff"]).toArray(),
    db.papers.where("[client+entity]").between([client, ""], [client, "\uffff"]).toArray(),
    readClientDrawers(db, ["assessment", ...paperEntities], client),
  ]);
  const rowsOf = (kind: "assessment" | PaperEntity): readonly Row[] => {
    const own = kind === "assessment" ? assessments : papers.flatMap(({ entity, row }) => (entity === kind ? row : []));
    const ids = new Set(own.map((row) => row.id));
    const others = drawn.get(kind)?.filter((row) => row["client"] === client && !ids.has(row.id)) ?? [];
    return [...own, ...others];
  };
  return {
    assessment: rowsOf("assessment"),
    statement: rowsOf("statement"),
    investorStatus: rowsOf("investorStatus"),
    decision: rowsOf("decision"),
    knowledgeTest: rowsOf("knowledgeTest"),
  };
}

/** Count a client's contacts and assessments again for the list, see [Note: Client list]. */
export async function recount(book: Book, clients: Iterable<string>): Promise<void> {
  for (const client of clients) {
    const [contacts, { assessment }] = await Promise.all([contactsOf(book, client), evidenceOf(book, client)]);
    book.list.reset(client);
    for (const row of contacts) book.list.addContact(row);
    for (const row of assessment) book.list.addAssessment(row);
  }
}

function groupByRow(operations: readonly Operation[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const operation of operations) {
    if (entityRule(operation.entity).secret) continue;
    const key = rowKey(operation);
    const group = groups.get(key);
    if (group !== undefined) group.operations.push(operation);
    else {
      const { entity, entityId: id, client } = operation;
      groups.set(key, { entity, id, client, operations: [operation] });
    }
  }
  return groups;
}

/**
 * Store the new contacts of a large import by client, see [Note: Recents]. Returns the groups that are
 * of something else: other records, contacts already there, and contacts that moved between clients
 * or do not say whose they are, which nobody would find with a client.
 */
async function applyTogether(book: Book, groups: readonly Group[]): Promise<Group[]> {
  const rest: Group[] = [];
  const byClient = new Map<string, Row[]>();
  for (const group of groups) {
    const { entity, id, client, operations } = group;
    const isNew = entity === "contact" && !book.lifted.has(id) && !book.grouped.mayHave(id);
    const row = isNew ? operations.reduce<Row | undefined>(mergeRow, undefined) : undefined;
    if (row === undefined || client === undefined || row["client"] !== client) rest.push(group);
    else if (operations.some((operation) => operation.client !== client)) rest.push(group);
    else push(byClient, client, row);
  }
  const records = [...byClient].map(([client, contacts]) => ({ client, contacts }));
  for (const chunk of chunksOf(records, ({ contacts }) => contacts.length, chunkContacts)) {
    if (book.closing.signal.aborted) return [];
    await addRecents(book, chunk);
    const rows = chunk.flatMap(({ contacts }) => contacts);
    for (const row of rows) {
      book.grouped.add(row.id);
      book.list.addContact(row);
    }
    book.log.fill(rows);
    book.list.announce();
  }
  return rest;
}

function push(byClient: Map<string, Row[]>, client: string, row: Row): void {
  const rows = byClient.get(client);
  if (rows !== undefined) rows.push(row);
  else byClient.set(client, [row]);
}

/** At most {@link chunkRows} records to a transaction, and not many more rows in them than `mostRows`. */
export function* chunksOf<T>(records: readonly T[], rowsIn: (record: T) => number, mostRows: number): Generator<T[]> {
  let chunk: T[] = [];
  let rows = 0;
  for (const record of records) {
    chunk.push(record);
    rows += rowsIn(record);
    if (chunk.length < chunkRows && rows < mostRows) continue;
    yield chunk;
    chunk = [];
    rows = 0;
  }
  if (chunk.length > 0) yield chunk;
}

async function applyChunk(book: Book, groups: readonly Group[], known?: ReadonlyMap<string, Row>): Promise<void> {
  const bases = known ?? (await readBases(book, groups));
  const changes: Change[] = [];
  for (const group of groups) {
    const before = bases.get(keyOf(group));
    const after = group.operations.reduce<Row | undefined>(mergeRow, before);
    if (after === undefined || after === before) continue;
    changes.push({ group, before, after });
    if (group.entity === "contact") book.lifted.add(group.id);
  }
  await write(book, changes, groups);
  await summarise(book, changes);
  book.list.announce();
}

async function readBases(book: Book, groups: readonly Group[]): Promise<Map<string, Row>> {
  const { db, lifted } = book;
  const bases = new Map<string, Row>();
  const of = (entity: EntityName) => groups.filter((group) => group.entity === entity);
  const keep = (entity: EntityName) => (row: Row) => bases.set(rowKey({ entity, entityId: row.id }), row);
  const idsOf = (entity: EntityName) => of(entity).map((group) => group.id);
  const read = async <T>(table: Table<T, string>, ids: readonly string[], take: (found: T) => void) => {
    if (ids.length === 0) return;
    for (const found of await table.bulkGet([...ids])) if (found !== undefined) take(found);
  };
  await Promise.all([
    read(db.clients, idsOf("client"), keep("client")),
    // Nearly all of an import's contacts are new: looking for each would cost as much as storing it.
    read(
      db.contacts,
      idsOf("contact").filter((id) => lifted.has(id)),
      keep("contact"),
    ),
    read(db.assessments, idsOf("assessment"), keep("assessment")),
    read(db.papers, groups.filter(({ entity }) => isPaper(entity)).map(keyOf), (found) =>
      bases.set(found.key, found.row),
    ),
    read(db.office, groups.filter(isOffice).map(keyOf), (found) => bases.set(found.key, found.row)),
  ]);
  await Promise.all([
    readDrawn(db, "client", groups, bases),
    readDrawn(db, "assessment", groups, bases),
    ...paperEntities.map((entity) => readDrawn(db, entity, groups, bases)),
    readGrouped(book, of("contact"), bases),
  ]);
  return bases;
}

/** Clients and assessments without a row of their own may lie in a drawer. */
async function readDrawn(
  db: BookDatabase,
  entity: Drawn,
  groups: readonly Group[],
  bases: Map<string, Row>,
): Promise<void> {
  const missing = groups.filter((group) => group.entity === entity && !bases.has(keyOf(group)));
  const wanted = new Set(missing.map((group) => group.id));
  const clients = missing.flatMap(({ client }) => client ?? []);
  for (const row of await readDrawers(db, entity, clients)) {
    if (wanted.has(row.id)) bases.set(rowKey({ entity, entityId: row.id }), row);
  }
}

/** Contacts without a row of their own may stand with their client's; what names no client stands nowhere. */
async function readGrouped(book: Book, contacts: readonly Group[], bases: Map<string, Row>): Promise<void> {
  const missing = contacts.filter((group) => !bases.has(keyOf(group)) && book.grouped.mayHave(group.id));
  const clients = [...new Set(missing.flatMap(({ client }) => (client === undefined ? [] : [client])))];
  if (clients.length === 0) return;
  const wanted = new Set(missing.map((group) => group.id));
  const [recents, bundles] = await Promise.all([readRecents(book, clients), readBundles(book, clients)]);
  for (const row of [...recents, ...bundles.flatMap(({ contacts: older }) => older)]) {
    if (wanted.has(row.id)) bases.set(rowKey({ entity: "contact", entityId: row.id }), row);
  }
}

async function write(book: Book, changes: readonly Change[], groups: readonly Group[]): Promise<void> {
  const { db } = book;
  const rows = (entity: EntityName) => changes.filter((c) => c.group.entity === entity).map((c) => c.after);
  const office: OfficeRow[] = changes
    .filter(({ group }) => isOffice(group))
    .map(({ group, after }) => ({ key: keyOf(group), entity: group.entity, row: after }));
  const papers: PaperRow[] = changes
    .filter(({ group }) => isPaper(group.entity))
    .map(({ group, after }) => ({
      key: keyOf(group),
      entity: group.entity,
      client: String(after["client"]),
      row: after,
    }));
  const timeline = groups.flatMap((group) => group.operations.flatMap((operation) => changeOf(operation) ?? []));
  const puts = [
    { table: db.clients, rows: rows("client") },
    { table: db.assessments, rows: rows("assessment") },
    { table: db.papers, rows: papers },
    { table: db.changes, rows: timeline },
    { table: db.office, rows: office },
  ].filter((put) => put.rows.length > 0);
  const contacts = rows("contact");
  const tables = [...puts.map((put) => put.table), ...(contacts.length > 0 ? [db.contacts, db.recents] : [])];
  if (tables.length === 0) return;
  await db.transaction("rw", tables, () =>
    Promise.all([
      ...puts.map((put) => (put.table as { bulkPut(rows: unknown[]): Promise<unknown> }).bulkPut(put.rows)),
      contacts.length > 0 && putContacts(book, contacts),
    ]),
  );
}

/** Bring the in-memory summaries up to the rows just written. */
async function summarise(book: Book, changes: readonly Change[]): Promise<void> {
  const again = new Set<string>();
  for (const { group, before, after } of changes) {
    if (group.entity === "client") {
      book.list.putClient(after);
      book.search.put(after);
    } else if (group.entity === "contact") {
      book.log.put(after);
      if (before === undefined) book.list.addContact(after);
      else if (counts.some((field) => before[field] !== after[field])) addClients(again, before, after);
    } else if (group.entity === "assessment") {
      if (before === undefined) book.list.addAssessment(after);
      else addClients(again, before, after);
    }
  }
  await recount(book, again);
  const judged = changes.filter(({ group }) => isJudged.has(group.entity));
  if (judged.length > 0) book.facts.touch(judged.map(({ after }) => ownerOf(after)));
}

/** Whose row it is: the client's it names, else the client itself. */
function ownerOf({ id, client }: Row): string {
  return typeof client === "string" ? client : id;
}

/** What the sale gate judges a client by. */
const isJudged: ReadonlySet<EntityName> = new Set(["client", "assessment", "statement", "investorStatus"]);

/** The fields of a contact that its client's summary rests on. */
const counts = ["client", "at", "channel", "nextOn", "nextStep", "restricted"] as const;

function addClients(set: Set<string>, ...rows: readonly Row[]): void {
  for (const row of rows) if (typeof row["client"] === "string") set.add(row["client"]);
}

const clientTables: ReadonlySet<EntityName> = new Set(["client", "contact", "assessment"]);

function isOffice(group: Group): boolean {
  return !clientTables.has(group.entity) && !isPaper(group.entity);
}

function keyOf({ entity, id }: Group): string {
  return rowKey({ entity, entityId: id });
}
