/**
 * @file What stands in one frame of the log: the operations of one user action.
 *
 * [Note: Our own log is trusted]
 *
 * Operations are parsed where they enter: bridge, package, list, writer. What is read
 * back was sealed by this vault and its frame has proven itself. It is parsed once
 * more at unlock, where only the operations since the last snapshot are read and where
 * a newer version's would do harm unseen; not for exports, the book or a snapshot,
 * where all of a large log passes by.
 */
import { AppError } from "../../shared/errors.ts";
import { type Operation, parseOperation } from "../../shared/log/operation.ts";

/** In UTF-16 units. JavaScript cannot hold a text of twice this: what could not be read back is not written. */
const longestTransaction = 2 ** 28;

/** Keeps the number of a save that was lost. */
export const emptyTransaction = Buffer.from('{"operations":[]}');

/** @throws AppError `bad-operation` when it is empty or too long to be one transaction */
export function encodeTransaction(operations: readonly Operation[]): Buffer {
  const texts = operations.map((op) => JSON.stringify(op));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length === 0 || length > longestTransaction) throw new AppError("bad-operation");
  return Buffer.from(`{"operations":[${texts.join(",")}]}`);
}

/** The operations in a proven frame, as they are. See [Note: Our own log is trusted]. */
export function operationsIn(plaintext: Buffer): Operation[] {
  return (JSON.parse(plaintext.toString("utf8")) as { operations: Operation[] }).operations;
}

/** The same, parsed. @throws AppError `vault-newer` when they are of a kind this version does not know */
export function parseTransaction(plaintext: Buffer): Operation[] {
  try {
    return operationsIn(plaintext).map(parseOperation);
  } catch (cause) {
    throw new AppError("vault-newer", {}, { cause });
  }
}
