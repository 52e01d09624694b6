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
 * - Evidence: the earliest record stands; its stamp is kept under {@link recordStamp}.
 * - Two different values under one stamp (only a copied device makes them): the one
 *   whose canonical JSON is greater. Arbitrary, but the same everywhere.
 * - `_pinyin` is a function of the merged `name` and `kind`.
 */
import canonicalize from "canonicalize";
import type { Row } from "../bridge/streams.ts";
import type { Json } from "../model/primitives.ts";
import type { Operation } from "./operation.ts";
import { pinyinOf } from "./pinyin.ts";

/** The key in `_at` under which evidence keeps the stamp of the whole record; no field can be named so. */
export const recordStamp = "*";

/** The merged row after one more operation about it. Pure; returns `row` itself when nothing changed. */
export function mergeRow(row: Row | undefined, op: Operation): Row {
  return op.kind === "record" ? mergeEvidence(row, op) : mergeFact(row, op);
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
  const standing = row?._at?.[recordStamp];
  if (row !== undefined && standing !== undefined) {
    if (standing < op.at) return row;
    if (standing === op.at && !isGreater(op.value, fieldsOf(row))) return row;
  }
  return { ...op.value, id: op.entityId, _at: { [recordStamp]: op.at } };
}

function mergeFact(row: Row | undefined, op: SetOperation): Row {
  const next: Row & { _at: Record<string, string> } = { ...row, id: op.entityId, _at: { ...row?._at } };
  let changed = row === undefined;
  for (const [field, value] of Object.entries(op.patch)) {
    const stamp = next._at[field];
    if (stamp !== undefined && stamp > op.at) continue;
    if (stamp === op.at && !isGreater(value, (next[field] as Json | undefined) ?? null)) continue;
    next._at[field] = op.at;
    if (value === null) delete next[field];
    else next[field] = value;
    changed = true;
  }
  if (!changed && row !== undefined) return row;
  return op.entity === "client" && ("name" in op.patch || "kind" in op.patch) ? withPinyin(next) : next;
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
