/**
 * @file How operations become rows. The vault, an import and the view all go through
 * {@link mergeRow}, so a book is the same wherever it is put together.
 *
 * [Note: Merge laws]
 *
 * A row depends only on the *set* of operations about it: any order, any number of
 * repeats, any grouping into packages gives the same row.
 * - Fact: each field by itself holds the value with the latest stamp. Null clears the
 *   field, and its stamp stays, so that an older value arriving later does not return.
 * - Evidence: the earliest record stands; its stamp is kept under {@link sharedStamp}.
 * - Two different values under one stamp (only a copied device makes them): the one
 *   whose canonical JSON is greater. Arbitrary, but the same everywhere.
 * - `_pinyin` is a function of the merged `name` and `kind`.
 *
 * [Note: Shared stamp]
 *
 * Most fields of a row were written together, so `_at` names their stamp once, under
 * {@link sharedStamp}: it is that of every field the row has and `_at` does not name. Which
 * stamp is shared is itself a function of the fields (the most frequent, of those the
 * earliest), or the same book would have two forms. A book is half as large for it.
 */
import canonicalize from "canonicalize";
import type { Row } from "../bridge/streams.ts";
import type { Json } from "../model/primitives.ts";
import type { Hlc, Operation } from "./operation.ts";
import { pinyinOf } from "./pinyin.ts";

/**
 * The key in `_at` of the stamp that all fields without one of their own have; for evidence the
 * stamp of the whole record. No field can be named so.
 */
export const sharedStamp = "*";

/** The merged row after one more operation about it. Pure; returns `row` itself when nothing changed. */
export function mergeRow(row: Row | undefined, op: Operation): Row {
  return op.kind === "record" ? mergeEvidence(row, op) : mergeFact(row, op);
}

/** When a field was last set or cleared; undefined for one that never was. */
export function stampOf(row: Row, field: string): Hlc | undefined {
  return row._at?.[field] ?? (field in row ? row._at?.[sharedStamp] : undefined);
}

/** Where an operation's row lives: `client/c-1`. */
export function rowKey(op: Pick<Operation, "entity" | "entityId">): string {
  return `${op.entity}/${op.entityId}`;
}

/**
 * The entry an operation leaves on the client's timeline: a change to a client already
 * known; undefined for anything else. What creates a client names both its kind and its
 * name, which no single edit does (commands.ts parts them), so this needs no look at the row
 * and comes out the same in any order.
 */
export function changeOf(op: Operation): Row | undefined {
  if (op.kind !== "set" || op.entity !== "client") return undefined;
  if (op.patch["kind"] != null && op.patch["name"] != null) return undefined;
  return {
    id: op.id,
    client: op.entityId,
    at: op.at,
    actor: op.actor,
    fields: op.patch,
    ...(op.was !== undefined && { was: op.was }),
    ...(op.reason !== undefined && { reason: op.reason }),
  };
}

type RecordOperation = Extract<Operation, { kind: "record" }>;
type SetOperation = Extract<Operation, { kind: "set" }>;

function mergeEvidence(row: Row | undefined, op: RecordOperation): Row {
  const standing = row?._at?.[sharedStamp];
  if (row !== undefined && standing !== undefined) {
    if (standing < op.at) return row;
    if (standing === op.at && !isGreater(op.value, fieldsOf(row))) return row;
  }
  return { ...op.value, id: op.entityId, _at: { [sharedStamp]: op.at } };
}

function mergeFact(row: Row | undefined, op: SetOperation): Row {
  const next: Row = { ...row, id: op.entityId };
  const stamps = stampsOf(row);
  let changed = row === undefined;
  for (const [field, value] of Object.entries(op.patch)) {
    const stamp = stamps.get(field);
    if (stamp !== undefined && stamp > op.at) continue;
    if (stamp === op.at && !isGreater(value, (next[field] as Json | undefined) ?? null)) continue;
    stamps.set(field, op.at);
    if (value === null) delete next[field];
    else next[field] = value;
    changed = true;
  }
  if (!changed && row !== undefined) return row;
  next._at = sharedForm(next, stamps);
  return op.entity === "client" && ("name" in op.patch || "kind" in op.patch) ? withPinyin(next) : next;
}

/** The stamp of every field that was ever set, cleared ones too. */
function stampsOf(row: Row | undefined): Map<string, Hlc> {
  const stamps = new Map<string, Hlc>();
  if (row === undefined) return stamps;
  const { [sharedStamp]: shared, ...own } = row._at ?? {};
  if (shared !== undefined) for (const field in row) if (isField(field)) stamps.set(field, shared);
  for (const field in own) stamps.set(field, own[field] as Hlc);
  return stamps;
}

/** See [Note: Shared stamp]. A cleared field always has its own. */
function sharedForm(row: Row, stamps: ReadonlyMap<string, Hlc>): Record<string, Hlc> {
  const counts = new Map<Hlc, number>();
  for (const [field, stamp] of stamps) if (field in row) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  let shared: Hlc | undefined;
  let most = 0;
  for (const [stamp, count] of counts) {
    if (count < most || (count === most && shared !== undefined && shared < stamp)) continue;
    shared = stamp;
    most = count;
  }
  const form: Record<string, Hlc> = shared === undefined ? {} : { [sharedStamp]: shared };
  for (const [field, stamp] of stamps) if (stamp !== shared || !(field in row)) form[field] = stamp;
  return form;
}

function isField(name: string): boolean {
  return name !== "id" && name !== "_at" && name !== "_pinyin";
}

function withPinyin(row: Row): Row {
  const name = row["name"];
  if (typeof name === "string")
    return { ...row, _pinyin: pinyinOf(name, row["kind"] === "company" ? "company" : "individual") };
  const { _pinyin: _, ...rest } = row;
  return rest;
}

function fieldsOf({ id: _, _at, ...value }: Row): Json {
  return value as Record<string, Json>;
}

function isGreater(a: Json, b: Json): boolean {
  return (canonicalize(a) ?? "") > (canonicalize(b) ?? "");
}
