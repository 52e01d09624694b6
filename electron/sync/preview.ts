/**
 * @file What importing a package would do to this book, record by record. Holds the
 * package's operations and the records they touch, never the book: that streams past.
 */
import type { z } from "zod";
import type { PackagePreview } from "../../shared/bridge/contract.ts";
import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { mergeRow, rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { type EntityName, entityNames } from "../../shared/model/entities.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import type { Vault } from "../vault/vault.ts";
import type { Job } from "./jobs.ts";

type Preview = z.infer<typeof PackagePreview>;
export type Effect = Pick<Preview, "created" | "updated" | "same" | "groups" | "rows">;

const maxRows = 200;
const maxFields = 40;

interface Touched {
  readonly entity: EntityName;
  readonly entityId: string;
  readonly operations: Operation[];
  /** Of its first operation. */
  readonly line: number;
}

export interface PackageContent {
  /** @throws AppError `package-operation` when it contradicts evidence seen before. */
  add(operation: Operation, line: number): void;
  readonly operations: readonly Operation[];
  /**
   * The effect on the book as it stands.
   *
   * @throws AppError `package-operation` when evidence of the book would get another
   *   content, `cancelled`.
   */
  effectOn(vault: Pick<Vault, "book">, job: Job): Promise<Effect>;
}

export function collectPackage(): PackageContent {
  const touched = new Map<string, Touched>();
  const operations: Operation[] = [];
  return {
    operations,
    add(operation, line) {
      operations.push(operation);
      const key = rowKey(operation);
      const known = touched.get(key);
      if (known === undefined) {
        const { entity, entityId } = operation;
        touched.set(key, { entity, entityId, operations: [operation], line });
        return;
      }
      requireSameEvidence(rowOf(known.operations), operation, line);
      known.operations.push(operation);
    },
    async effectOn(vault, job) {
      const standing = await standingRows(vault, touched, job);
      const effects = [...touched.values()].map((record) => effectOf(record, standing.rows));
      const nameOf = clientNames(touched, standing);
      return {
        ...totals(effects),
        groups: groupsOf(effects),
        rows: listed(effects).map((effect) => shown(effect, nameOf)),
      };
    },
  };
}

interface RecordEffect {
  readonly record: Touched;
  readonly before: Row | undefined;
  readonly after: Row;
  readonly outcome: Preview["rows"][number]["outcome"];
}

function effectOf(record: Touched, standing: ReadonlyMap<string, Row>): RecordEffect {
  const before = standing.get(rowKey(record));
  for (const operation of record.operations) requireSameEvidence(before, operation, record.line);
  const after = rowOf(record.operations, before);
  const outcome = before === undefined ? "create" : changedFields(before, after).length > 0 ? "update" : "same";
  return { record, before, after, outcome };
}

function rowOf(operations: readonly Operation[], start?: Row): Row {
  let row = start;
  for (const operation of operations) row = mergeRow(row, operation);
  if (row === undefined) throw new Error("a record without operations");
  return row;
}

/** Evidence is written once: a second account of it is refused, not merged. See [Note: Facts and evidence]. */
function requireSameEvidence(row: Row | undefined, operation: Operation, line: number): void {
  if (row === undefined || operation.kind !== "record") return;
  if (canonicalText(fieldsOf(row)) === canonicalText(operation.value)) return;
  throw new AppError("package-operation", { line }, { cause: new Error("other content for existing evidence") });
}

interface Standing {
  /** By row key, only what the package touches. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Names of the clients whose records the package touches. */
  readonly names: ReadonlyMap<string, string>;
}

async function standingRows(
  vault: Pick<Vault, "book">,
  touched: ReadonlyMap<string, Touched>,
  job: Job,
): Promise<Standing> {
  const rows = new Map<string, Row>();
  const names = new Map<string, string>();
  const wanted = new Set([...touched.values()].flatMap(({ operations }) => operations[0]?.client ?? []) as string[]);
  const take = (entity: string, row: Row): void => {
    const key = `${entity}/${row.id}`;
    if (touched.has(key)) rows.set(key, row);
    if (entity === "client" && wanted.has(row.id) && typeof row["name"] === "string") names.set(row.id, row["name"]);
  };
  for await (const frame of vault.book()) {
    job.signal.throwIfAborted();
    if (frame.kind === "rows") for (const row of frame.rows) take(frame.entity, row);
    if (frame.kind === "bundles") {
      for (const bundle of frame.rows) for (const row of bundle.contacts) take("contact", row);
    }
  }
  return { rows, names };
}

/** A client's name after the import, or as it stands, or nothing. */
function clientNames(touched: ReadonlyMap<string, Touched>, standing: Standing): (client: string) => string {
  return (client) => {
    const key = `client/${client}`;
    const record = touched.get(key);
    const name = record === undefined ? undefined : rowOf(record.operations, standing.rows.get(key))["name"];
    return typeof name === "string" ? name : (standing.names.get(client) ?? "");
  };
}

function totals(effects: readonly RecordEffect[]): Pick<Effect, "created" | "updated" | "same"> {
  const count = (outcome: RecordEffect["outcome"]) => effects.filter((effect) => effect.outcome === outcome).length;
  return { created: count("create"), updated: count("update"), same: count("same") };
}

function groupsOf(effects: readonly RecordEffect[]): Effect["groups"] {
  return entityNames.flatMap((entity) => {
    const own = effects.filter(({ record }) => record.entity === entity);
    return own.length === 0 ? [] : [{ entity, ...totals(own) }];
  });
}

/** In the order of the entity list and of the package; what would not change comes last. */
function listed(effects: readonly RecordEffect[]): RecordEffect[] {
  const rank = ({ record, outcome }: RecordEffect) =>
    entityNames.indexOf(record.entity) + (outcome === "same" ? entityNames.length : 0);
  return [...effects].sort((a, b) => rank(a) - rank(b)).slice(0, maxRows);
}

function shown(
  { record, before, after, outcome }: RecordEffect,
  nameOf: (client: string) => string,
): Preview["rows"][number] {
  const { entity, entityId, operations } = record;
  const client = operations[0]?.client;
  const ownName = after["name"];
  const title = client !== undefined ? nameOf(client) : typeof ownName === "string" ? ownName : "";
  const fields = changedFields(before ?? { id: entityId }, after).slice(0, maxFields);
  return {
    entity,
    entityId,
    title: title.slice(0, 200),
    outcome,
    fields: fields.map((name) => {
      const from = before?.[name];
      const to = after[name];
      return { name, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    }) as Preview["rows"][number]["fields"],
  };
}

function changedFields(before: Row, after: Row): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => textOf(old[name]) !== textOf(now[name]));
}

function textOf(value: unknown): string {
  return value === undefined ? "" : canonicalText(value);
}

/** Without the id and what merging keeps beside the fields. */
function fieldsOf(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== "id" && !name.startsWith("_")));
}
