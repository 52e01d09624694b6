/** @file What a transaction of the log is in the log's tree. See [Note: Parted transactions]. */
import type { Operation } from "../../shared/log/operation.ts";
import { isParted, operationsIn } from "../vault/transaction.ts";
import { leafHash, Tree } from "./tree.ts";

/** No transaction begins so: they are JSON. */
const partedMark = "suitbook-parted";

/** @param operations of the transaction, where they are known already */
export function leafOf(transaction: Buffer, operations?: readonly Operation[]): Buffer {
  if (!isParted(transaction)) return leafHash(transaction);
  const tree = operationTree(operations ?? operationsIn(transaction));
  return partedLeaf(tree.size, tree.root);
}

/** The tree in a parted transaction. */
export function operationTree(operations: readonly Operation[]): Tree {
  // What JSON.stringify wrote it writes again.
  return new Tree(operations.map((operation) => operationLeaf(JSON.stringify(operation))));
}

/** @param text of the operation, as it stands in the log */
export function operationLeaf(text: string): Buffer {
  return leafHash(Buffer.from(text));
}

/** The leaf of a parted transaction of `count` operations with this root. */
export function partedLeaf(count: number, root: Uint8Array): Buffer {
  return leafHash(Buffer.concat([Buffer.from(`${partedMark}\n${count}\n`), root]));
}
