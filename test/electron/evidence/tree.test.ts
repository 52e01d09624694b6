/** @file The tree against RFC 9162's own definitions, written down once more the slow way. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyTree,
  grow,
  isConsistent,
  leafHash,
  proveConsistency,
  rootOf,
  rootOfPath,
  Tree,
} from "../../../electron/evidence/tree.ts";

const hash = (...parts: Uint8Array[]) => parts.reduce((h, part) => h.update(part), createHash("sha256")).digest();
const entries = Array.from({ length: 40 }, (_, i) => Buffer.from(`entry ${i}`));

/** RFC 9162 2.1.1, word by word. */
function mth(d: readonly Uint8Array[]): Buffer {
  if (d.length === 0) return hash();
  if (d.length === 1) return hash(Uint8Array.of(0), d[0] as Uint8Array);
  const k = split(d.length);
  return hash(Uint8Array.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
}

/** RFC 9162 2.1.4.1, word by word. */
function subproof(m: number, d: readonly Uint8Array[], isWhole: boolean): Buffer[] {
  if (m === d.length) return isWhole ? [] : [mth(d)];
  const k = split(d.length);
  if (m <= k) return [...subproof(m, d.slice(0, k), isWhole), mth(d.slice(k))];
  return [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

/** RFC 9162 2.1.3.1, word by word. */
function inclusion(m: number, d: readonly Uint8Array[]): Buffer[] {
  if (d.length === 1) return [];
  const k = split(d.length);
  if (m < k) return [...inclusion(m, d.slice(0, k)), mth(d.slice(k))];
  return [...inclusion(m - k, d.slice(k)), mth(d.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

const leaves = entries.map(leafHash);
const treeOf = (n: number) => grow(emptyTree, leaves.slice(0, n));
const headOf = (n: number) => ({ size: n, root: rootOf(treeOf(n)) });

describe("the tree over the log", () => {
  test("has the roots of RFC 9162, however it was grown", () => {
    for (let n = 0; n <= entries.length; n += 1) {
      expect(rootOf(treeOf(n))).toEqual(mth(entries.slice(0, n)));
      const inTwoSteps = grow(treeOf(Math.floor(n / 3)), leaves.slice(Math.floor(n / 3), n));
      expect(inTwoSteps).toEqual(treeOf(n));
    }
  });

  test("proves every shorter log in every longer one with the proof of RFC 9162", () => {
    let cases = 0;
    for (let n = 0; n <= entries.length; n += 1) {
      for (let m = 0; m <= n; m += 1) {
        const proof = proveConsistency(treeOf(m), leaves.slice(m, n));
        expect(proof).toEqual(m === 0 || m === n ? [] : subproof(m, entries.slice(0, n), true));
        expect(isConsistent(headOf(m), headOf(n), proof)).toBe(true);
        cases += 1;
      }
    }
    expect(cases).toBe(861);
  });

  test("tells a rewritten past from a longer log, and refuses any proof that was touched", () => {
    const cases = fc.integer({ min: 2, max: entries.length }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        m: fc.integer({ min: 1, max: n - 1 }),
        flip: fc.nat(),
        change: fc.constantFrom("past", "proof", "cut", "more", "old root", "new root"),
      }),
    );
    fc.assert(
      fc.property(cases, ({ n, m, flip, change }) => {
        const proof = proveConsistency(treeOf(m), leaves.slice(m, n)).map((one) => Buffer.from(one));
        const [before, now] = [headOf(m), headOf(n)];
        const touch = (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(flip % 32) ^ 1, flip % 32);
        if (change === "past") {
          const rewritten = leaves.map((leaf, i) => (i === flip % m ? leafHash(Buffer.from("rewritten")) : leaf));
          now.root = rootOf(grow(emptyTree, rewritten.slice(0, n)));
          const forged = proveConsistency(grow(emptyTree, rewritten.slice(0, m)), rewritten.slice(m, n));
          expect(isConsistent(before, now, forged)).toBe(false);
        } else if (change === "proof") touch(proof[flip % proof.length] as Buffer);
        else if (change === "cut") proof.splice(flip % proof.length, 1);
        else if (change === "more") proof.splice(flip % (proof.length + 1), 0, Buffer.alloc(32, flip));
        else touch(change === "old root" ? before.root : now.root);
        expect(isConsistent(before, now, proof)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test("proves every leaf of every log with the proof of RFC 9162", () => {
    let cases = 0;
    for (let n = 0; n <= entries.length; n += 1) {
      const tree = new Tree(leaves.slice(0, n));
      expect(tree.root).toEqual(mth(entries.slice(0, n)));
      for (let m = 0; m < n; m += 1) {
        const path = tree.path(m);
        expect(path).toEqual(inclusion(m, entries.slice(0, n)));
        expect(rootOfPath(leaves[m] as Buffer, m, n, path)).toEqual(tree.root);
        cases += 1;
      }
    }
    expect(cases).toBe(820);
  });

  test("a leaf at another place, in a log of another size, or by a path that was touched is not proven", () => {
    const cases = fc.integer({ min: 2, max: entries.length }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        m: fc.integer({ min: 0, max: n - 1 }),
        to: fc.nat(),
        change: fc.constantFrom("leaf", "index", "path", "cut", "more"),
      }),
    );
    fc.assert(
      fc.property(cases, ({ n, m, to, change }) => {
        const tree = new Tree(leaves.slice(0, n));
        const path = tree.path(m).map((one) => Buffer.from(one));
        const touched = path[to % path.length] as Buffer;
        if (change === "path") touched.writeUInt8(touched.readUInt8(to % 32) ^ 1, to % 32);
        if (change === "cut") path.splice(to % path.length, 1);
        if (change === "more") path.splice(to % (path.length + 1), 0, Buffer.alloc(32, to));
        const leaf = change === "leaf" ? leafHash(Buffer.from("another")) : (leaves[m] as Buffer);
        const index = change === "index" ? (m + 1 + (to % n)) % (n + 1) : m;
        fc.pre(index !== m || change !== "index");
        expect(rootOfPath(leaf, index, n, path)).not.toEqual(tree.root);
      }),
      { numRuns: 2_000 },
    );
    const tree = new Tree(leaves.slice(0, 8));
    expect(rootOfPath(leaves[3] as Buffer, 3, 16, tree.path(3))).toBeUndefined();
    expect(rootOfPath(leaves[3] as Buffer, 3, 3, tree.path(3))).toBeUndefined();
  });

  test("a shorter log is never the continuation of a longer one", () => {
    expect(isConsistent(headOf(9), headOf(8), [])).toBe(false);
    expect(isConsistent(headOf(8), { size: 8, root: headOf(7).root }, [])).toBe(false);
  });
});
