/** @file The operations after a snapshot, arranged for merging: by the row they are about, and as timeline entries. */
import { crc32 } from "node:zlib";
import type { Row } from "../../shared/bridge/streams.ts";
import { changeOf, mergeRow, rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { entityRule } from "../../shared/model/entities.ts";

export interface Tail {
  /** Operations by row key, resident entities left out, in the order of the log. */
  readonly byRow: Map<string, Operation[]>;
  /** Timeline entries by client id. */
  readonly changes: Map<string, Row[]>;
}

export function emptyTail(): Tail {
  return { byRow: new Map(), changes: new Map() };
}

export function addToTail(tail: Tail, op: Operation): void {
  if (entityRule(op.entity).resident) return;
  push(tail.byRow, rowKey(op), op);
  const change = changeOf(op);
  if (change !== undefined) push(tail.changes, op.entityId, change);
}

/** The row after all its operations of the tail. */
export function mergeAll(row: Row | undefined, operations: readonly Operation[]): Row {
  const [first, ...rest] = operations;
  if (first === undefined) throw new Error("nothing to merge");
  return rest.reduce(mergeRow, mergeRow(row, first));
}

/** A row's key as 32 bits. Two rows may share one: it says which pieces of a snapshot are worth opening, nothing more. */
export function keyHash(key: string): number {
  return crc32(key);
}

export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
