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
 *
 * [Note: Parted transactions]
 *
 * A transaction of several operations says so in front: `{"parted":true,"operations":[`.
 * Its leaf in the log's tree is then made of the operations' own hashes (evidence/leaf.ts),
 * so that one of them can be proven without showing the others, which may be other
 * clients'. One operation needs no parting, and the logs of before know none: their
 * leaves stay what they were.
 */
import { AppError } from "../../shared/errors.ts";
import { type Operation, parseOperation } from "../../shared/log/operation.ts";

/** In UTF-16 units. JavaScript cannot hold a text of twice this: what could not be read back is not written. */
const longestTransaction = 2 ** 28;

/** Keeps the number of a save that was lost. */
export const emptyTransaction = Buffer.from('{"operations":[]}');

const beginning = '{"operations":[';
const partedBeginning = '{"parted":true,"operations":[';

/** @throws AppError `bad-operation` when it is empty or too long to be one transaction */
export function encodeTransaction(operations: readonly Operation[]): Buffer {
  const texts = operations.map((op) => JSON.stringify(op));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length === 0 || length > longestTransaction) throw new AppError("bad-operation");
  return texts.length > 1 ? Buffer.from(`${partedBeginning}${texts.join(",")}]}`) : wholeTransaction(texts);
}

/** A transaction that is not parted, of the operations' texts. */
export function wholeTransaction(texts: readonly string[]): Buffer {
  return Buffer.from(`${beginning}${texts.join(",")}]}`);
}

/** See [Note: Parted transactions]. */
export function isParted(plaintext: Uint8Array): boolean {
  return Buffer.from(partedBeginning).equals(plaintext.subarray(0, partedBeginning.length));
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
