/** @file The records in a proof pack, read and merged as any book merges them, and what is wrong with them. Pure. */
import type { Row } from "../bridge/streams.ts";
import { mergeRow, rowKey } from "../log/merge.ts";
import { type Operation, parseOperation } from "../log/operation.ts";
import type { Client } from "../model/client.ts";
import { type EntityName, entities, type RecordOf } from "../model/entities.ts";
import type { Json } from "../model/primitives.ts";
import { type Problem, problem } from "./problem.ts";
import type { Proof, ProofIdentity, ProvenTransaction } from "./proof.ts";
import { recordsNamedBy } from "./references.ts";
import { isCandidate, isWitnessing } from "./selection.ts";

export interface ProofRecords {
  /** Operations there are, read or not. */
  readonly texts: number;
  /** Those that were read, in the order of the log. */
  readonly operations: readonly { readonly seq: number; readonly operation: Operation; readonly text: string }[];
  /** Merged, by entity and id. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly problems: readonly Problem[];
}

/** The operations of a transaction as texts. */
function textsOf(transaction: ProvenTransaction): readonly string[] {
  return transaction.form === "parted" ? transaction.operations.map(({ text }) => text) : transaction.operations;
}

export function readRecords({ log, subject }: Pick<Proof, "log" | "subject">): ProofRecords {
  const operations: { seq: number; operation: Operation; text: string }[] = [];
  const rows = new Map<string, Row>();
  const problems: Problem[] = [];
  for (const transaction of log.transactions) {
    const { seq } = transaction;
    for (const text of textsOf(transaction)) {
      const read = readOperation(text);
      if (read === undefined) {
        problems.push(problem("proof-operation", { seq }));
        continue;
      }
      const { operation, isWhole } = read;
      if (!isWhole) problems.push(problem("proof-unread", { seq }));
      if (!isCandidate(operation, subject.client) && !isWitnessing(operation)) {
        problems.push(problem("proof-foreign", { seq }));
        continue;
      }
      operations.push({ seq, operation, text });
      rows.set(rowKey(operation), mergeRow(rows.get(rowKey(operation)), operation));
    }
  }
  const texts = log.transactions.reduce((sum, transaction) => sum + textsOf(transaction).length, 0);
  return { texts, operations, rows, problems: [...problems, ...missing(rows)] };
}

/** Every record of one kind, parsed, in the order of its ids. */
export function recordsOf<E extends EntityName>({ rows }: ProofRecords, entity: E): readonly RecordOf<E>[] {
  return [...rows]
    .filter(([key]) => key.startsWith(`${entity}/`))
    .flatMap(([, row]) => (entities[entity].record.safeParse(row).data as RecordOf<E> | undefined) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export function recordOf<E extends EntityName>({ rows }: ProofRecords, entity: E, id: string): RecordOf<E> | undefined {
  const row = rows.get(rowKey({ entity, entityId: id }));
  return row === undefined ? undefined : (entities[entity].record.safeParse(row).data as RecordOf<E> | undefined);
}

/** Who a client is, in the fields a pack tells. */
export function identityOf({ kind, name, birthDate, idType, idNumber, customerNo }: Client): ProofIdentity {
  return {
    kind,
    name,
    ...(birthDate !== undefined && { birthDate }),
    ...(idType !== undefined && { idType }),
    ...(idNumber !== undefined && { idNumber }),
    ...(customerNo !== undefined && { customerNo }),
  };
}

/** `isWhole`: this version knows every field of it. */
function readOperation(text: string): { operation: Operation; isWhole: boolean } | undefined {
  try {
    const raw = JSON.parse(text) as Json;
    // As the log writes it: a name given twice, for one, is not.
    if (JSON.stringify(raw) !== text) return undefined;
    const operation = parseOperation(raw);
    return { operation, isWhole: holds(operation as unknown as Json, raw) };
  } catch {
    return undefined;
  }
}

/** Whether `parsed` has everything that `raw` has; defaults it may have besides. */
function holds(parsed: Json | undefined, raw: Json): boolean {
  if (typeof raw !== "object" || raw === null) return parsed === raw;
  if (typeof parsed !== "object" || parsed === null) return false;
  const of = (value: object, key: string): Json | undefined => (value as Record<string, Json>)[key];
  return Object.keys(raw).every((key) => holds(of(parsed, key), of(raw, key) as Json));
}

/** Records that others name and that are not here. A recording may be kept elsewhere, under a number alone. */
function missing(rows: ReadonlyMap<string, Row>): Problem[] {
  return [...rows].flatMap(([key, { id, _at, ...row }]) => {
    const values = row as Record<string, Json>;
    const entity = key.slice(0, key.indexOf("/")) as EntityName;
    return recordsNamedBy(entity, values)
      .filter((named) => named.id !== values["recording"])
      .filter((named) => !rows.has(rowKey({ entity: named.entity, entityId: named.id })))
      .map((named) => problem("proof-incomplete", { id: named.id, by: id }));
  });
}
