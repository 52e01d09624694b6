import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { leafOf, operationLeaf, operationTree, partedLeaf } from "../../../electron/evidence/leaf.ts";
import { rootOfPath } from "../../../electron/evidence/tree.ts";
import { encodeTransaction, isParted, operationsIn, wholeTransaction } from "../../../electron/vault/transaction.ts";
import type { Operation } from "../../../shared/log/operation.ts";

const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash("sha256")).digest();
const leaf = Uint8Array.of(0);
const node = Uint8Array.of(1);

const operations = ["一", 'two "quoted"', "\u2028\ud83d\ude00"].map(
  (name, i) =>
    ({
      id: `00000000-0000-4000-8000-00000000000${i}`,
      at: `01a2b3c4d5e6-000${i}-0123456789abcdef`,
      device: "0123456789abcdef",
      actor: "a-1",
      kind: "set",
      entity: "client",
      entityId: `c-${i}`,
      client: `c-${i}`,
      patch: { name, "10": 1, "9": 1.5 },
    }) as unknown as Operation,
);
const texts = operations.map((operation) => JSON.stringify(operation));

test("one operation stands in the log as before: the leaf is the hash of the whole transaction", () => {
  const [operation] = operations as [Operation];
  const bytes = encodeTransaction([operation]);
  expect(bytes).toEqual(wholeTransaction([texts[0] ?? ""]));
  expect(bytes.toString()).toBe(`{"operations":[${texts[0]}]}`);
  expect(isParted(bytes)).toBe(false);
  expect(leafOf(bytes)).toEqual(sha256(leaf, bytes));
});

test("a transaction of several from before is one leaf still", () => {
  const bytes = wholeTransaction(texts);
  expect(isParted(bytes)).toBe(false);
  expect(leafOf(bytes)).toEqual(sha256(leaf, bytes));
  expect(operationsIn(bytes)).toEqual(operations);
});

test("several operations are a tree of their own, each provable without the others", () => {
  const bytes = encodeTransaction(operations);
  expect(isParted(bytes)).toBe(true);
  expect(operationsIn(bytes)).toEqual(operations);
  const [a, b, c] = texts.map((text) => sha256(leaf, text)) as [Buffer, Buffer, Buffer];
  const root = sha256(node, sha256(node, a, b), c);
  expect(leafOf(bytes)).toEqual(sha256(leaf, "suitbook-parted\n3\n", root));
  expect(leafOf(bytes, operations)).toEqual(leafOf(bytes));
  const tree = operationTree(operations);
  texts.forEach((text, index) => {
    const found = rootOfPath(operationLeaf(text), index, 3, tree.path(index));
    expect(found && partedLeaf(3, found)).toEqual(leafOf(bytes));
  });
});

test("the same operations in another order, one fewer or one more are another leaf", () => {
  const [a, b, c] = operations as [Operation, Operation, Operation];
  const leaves = [
    [a, b, c],
    [b, a, c],
    [a, b],
    [a, b, c, c],
  ].map((some) => leafOf(encodeTransaction(some)).toString("hex"));
  expect(new Set(leaves).size).toBe(4);
});
