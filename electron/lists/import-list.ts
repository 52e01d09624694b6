/**
 * @file Takes a list into the book: each row one client and, by the map, one contact.
 *
 * [Note: A list imported again]
 *
 * A client's id is made from the list's name and the key of the row, so the next edition
 * of a list finds the clients of the last one: what is the same is left alone, what
 * differs is set, what the list leaves empty is never cleared.
 */

import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { type HlcClock, hlcInstant } from "../../shared/log/hlc.ts";
import { type Operation, parseOperation } from "../../shared/log/operation.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import { type ActorId, ClientId, type DeviceId, type Json, type RecordId } from "../../shared/model/primitives.ts";
import { sha256 } from "../crypto/hash.ts";
import type { Vault } from "../vault/vault.ts";
import { type CellFault, type CellReader, type Columns, columnsOf, type ListRow, readerOf } from "./cells.ts";
import type { ListMap } from "./list-map.ts";
import type { List } from "./read-list.ts";

/** A row that was left out, and why. Names columns and fields, never what stood in them. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: CellFault["reason"] | "row-length" | "no-key" | "not-accepted";
  readonly column?: string;
  readonly field?: string;
}

export interface ListReport {
  readonly rows: number;
  /** Rows that are a client of the book now. */
  readonly clients: number;
  /** Rows that are a contact of the book now. */
  readonly contacts: number;
  readonly created: number;
  readonly updated: number;
  /** Clients and contacts that stood in the book already, just so. */
  readonly same: number;
  /** Operations written. */
  readonly operations: number;
  readonly refusedRows: number;
  /** The first thousand of them. */
  readonly refused: readonly RefusedRow[];
}

const mostRefused = 1000;

/** Operations in one append: big frames seal faster, small ones are ready sooner. */
const batch = 4000;

export interface ImportDeps {
  readonly vault: Pick<Vault, "append" | "book" | "snapshot">;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly clock: Pick<HlcClock, "tick">;
  /** Rows done so far. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Import a list that was found readable. Appends in batches: after a failure (`disk-*`) the
 * batches before it stand, and importing again goes on from there.
 *
 * @throws AppError `list-map` when the map names a column the list does not have: nothing was written
 */
export async function importList(list: List, map: ListMap, deps: ImportDeps): Promise<ListReport> {
  const columns = columnsOf(list.header);
  const toRecords = recordMaker(map, columns);
  const width = list.header.length;
  const book = new Ledger(await knownRows(deps.vault, tagOf(map)), map.key !== undefined, deps);
  const refused: RefusedRow[] = [];
  const counts = { rows: 0, clients: 0, contacts: 0, refusedRows: 0 };
  for await (const row of list.read()) {
    // What a spreadsheet leaves below its list: cells with nothing in them.
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    counts.rows++;
    const made = row.cells.length === width ? toRecords(row) : { line: row.line, reason: "row-length" as const };
    const refusal = "reason" in made ? made : book.take(made, row.line);
    if (refusal !== undefined) {
      counts.refusedRows++;
      if (refused.length < mostRefused) refused.push(refusal);
      continue;
    }
    counts.clients++;
    if ("contact" in made && made.contact !== undefined) counts.contacts++;
    await book.flush(batch);
    if (counts.rows % 1000 === 0) deps.onProgress?.(counts.rows);
  }
  await book.flush(1);
  if (book.outcome.operations > 0) await deps.vault.snapshot();
  return { ...counts, ...book.outcome, refused };
}

type Values = Record<string, Json>;

interface RowRecords {
  readonly client: ClientId;
  readonly clientValues: Values;
  readonly contact?: RecordId;
  readonly contactValues?: Values;
}

/** Everything the map says, bound to the columns of this list. */
function recordMaker(map: ListMap, columns: Columns): (row: ListRow) => RowRecords | RefusedRow {
  const readers = (rules: ListMap["client"] | NonNullable<ListMap["contact"]>) =>
    Object.entries(rules).map(([field, rule]): [string, CellReader] => [field, readerOf(rule, columns, map)]);
  const ofClient = readers(map.client);
  const ofContact = map.contact === undefined ? [] : readers(map.contact);
  const keyCells = map.key?.map((name) => columns.indexOf(name));
  const contactCells = map.contactKey?.map((name) => columns.indexOf(name));
  const tag = tagOf(map);
  const cellsAt = (row: ListRow, indexes: readonly number[]) => indexes.map((index) => row.cells[index]?.trim() ?? "");

  return (row) => {
    const key = keyCells === undefined ? [String(row.n)] : cellsAt(row, keyCells);
    if (key.every((cell) => cell === "")) return { line: row.line, reason: "no-key" };
    const client = ClientId.parse(`${tag}-${shortHash(key)}`);
    const clientValues = readFields(ofClient, row);
    if ("reason" in clientValues) return clientValues;
    const values: Values = { origin: map.list, ...clientValues.values };
    const contactFields = readFields(ofContact, row);
    if ("reason" in contactFields) return contactFields;
    const { at } = contactFields.values;
    if (at === undefined) return { client, clientValues: values };
    const contactKey = contactCells === undefined ? [JSON.stringify(at)] : cellsAt(row, contactCells);
    return {
      client,
      clientValues: values,
      contact: `${tag}-c${shortHash([...key, ...contactKey])}`,
      contactValues: { client, ...contactFields.values },
    };
  };
}

function readFields(
  readers: readonly (readonly [string, CellReader])[],
  row: ListRow,
): { readonly values: Values } | RefusedRow {
  const values: Values = {};
  for (const [field, read] of readers) {
    const reading = read(row);
    if ("fault" in reading) return { line: row.line, ...reading.fault, field };
    if (reading.value !== undefined) values[field] = reading.value;
  }
  return { values };
}

function isUnborn({ birthDate }: Values, today: string): boolean {
  return typeof birthDate === "string" && birthDate > today;
}

function shortHash(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).toString("hex").slice(0, 32);
}

/** Ids of one list begin with this. */
function tagOf(map: ListMap): string {
  return `l${sha256(map.list).toString("hex").slice(0, 12)}`;
}

/** The clients and contacts this list brought before, by id. */
async function knownRows(vault: Pick<Vault, "book">, tag: string): Promise<Map<string, Row>> {
  const known = new Map<string, Row>();
  const keep = (rows: readonly Row[]) => {
    for (const row of rows) if (row.id.startsWith(tag)) known.set(row.id, row);
  };
  for await (const frame of vault.book()) {
    if (frame.kind === "rows" && (frame.entity === "client" || frame.entity === "contact")) keep(frame.rows);
    if (frame.kind === "bundles") for (const bundle of frame.rows) keep(bundle.contacts);
  }
  return known;
}

/** Operations on their way into the book, and what stands there already. */
class Ledger {
  readonly outcome = { created: 0, updated: 0, same: 0, operations: 0 };
  readonly #known: Map<string, Row>;
  /** Whether two rows of the list can be about the same client. */
  readonly #canRepeat: boolean;
  readonly #deps: ImportDeps;
  #waiting: Operation[] = [];

  constructor(known: Map<string, Row>, canRepeat: boolean, deps: ImportDeps) {
    this.#known = known;
    this.#canRepeat = canRepeat;
    this.#deps = deps;
  }

  /** Accept a row whole, or say which field stopped it. */
  take({ client, clientValues, contact, contactValues }: RowRecords, line: number): RefusedRow | undefined {
    try {
      const lacking = this.#lacking(client, clientValues, ["kind", "name"]);
      const lackingContact = contact && contactValues && this.#lacking(contact, contactValues, ["at", "channel"]);
      const field = lacking ?? lackingContact;
      if (field !== undefined) return { line, reason: "not-accepted", field };
      const operation = this.#operation("client", client, clientValues, client);
      if (isUnborn(clientValues, shanghaiDay(hlcInstant(operation.at)))) {
        return { line, reason: "not-accepted", field: "birthDate" };
      }
      const operations = [operation];
      if (contact !== undefined && contactValues !== undefined) {
        operations.push(this.#operation("contact", contact, contactValues, client));
      }
      for (const each of operations) this.#accept(each);
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError && error.code === "bad-operation")) throw error;
      const field = firstField(error.cause);
      return { line, reason: "not-accepted", ...(field === undefined ? {} : { field }) };
    }
  }

  /** What a new record cannot be without; one that stands already may be told the rest alone. */
  #lacking(id: string, values: Values, fields: readonly string[]): string | undefined {
    return this.#known.has(id) ? undefined : fields.find((field) => values[field] === undefined);
  }

  /** Append when so many operations wait. */
  async flush(atLeast: number): Promise<void> {
    if (this.#waiting.length < atLeast) return;
    const operations = this.#waiting;
    this.#waiting = [];
    await this.#deps.vault.append(operations);
    this.outcome.operations += operations.length;
  }

  /** Parsed whole, so that a row is judged by all it says even where little of it is new. */
  #operation(
    entity: "client" | "contact",
    entityId: string,
    patch: Values,
    client: ClientId,
  ): Operation & { kind: "set" } {
    const { device, actor, clock } = this.#deps;
    const at = clock.tick(newestOf(this.#known.get(entityId)));
    const base = { id: crypto.randomUUID(), at, device, actor, entity, entityId, client };
    return parseOperation({ ...base, kind: "set", patch }) as Operation & { kind: "set" };
  }

  #accept(operation: Operation & { kind: "set" }): void {
    const known = this.#known.get(operation.entityId);
    const news = Object.entries(operation.patch).filter(
      ([field, value]) => JSON.stringify(known?.[field]) !== JSON.stringify(value),
    );
    if (news.length === 0) {
      this.outcome.same++;
      return;
    }
    this.outcome[known === undefined ? "created" : "updated"]++;
    const patch = Object.fromEntries(news);
    this.#waiting.push({ ...operation, patch });
    if (!this.#canRepeat) return;
    const stamps = Object.fromEntries(news.map(([field]) => [field, operation.at]));
    this.#known.set(operation.entityId, {
      ...known,
      ...patch,
      id: operation.entityId,
      _at: { ...known?._at, ...stamps },
    });
  }
}

function newestOf(row: Row | undefined): string | undefined {
  return Object.values(row?._at ?? {})
    .toSorted()
    .at(-1);
}

/** The field a schema stopped at; undefined where the cause is something else. */
function firstField(cause: unknown): string | undefined {
  const issues = (cause as { issues?: readonly { path?: readonly PropertyKey[] }[] } | undefined)?.issues;
  return issues?.[0]?.path?.map(String).join(".");
}
