/**
 * @file The Merkle tree over a log's transactions, after RFC 9162 section 2.1: one
 * 32-byte root says what the whole log is, and a few hashes prove that a longer log
 * begins with the shorter one somebody has seen. Pure.
 *
 * [Note: Frontier]
 *
 * A tree of n leaves is kept as its frontier: the roots of the complete subtrees that
 * n's binary digits name, the largest first. That is enough to go on from there, so
 * nobody reads the log from its beginning to sign its end.
 */
import { equalBytes, sha256 } from "../crypto/hash.ts";

/** See [Note: Frontier]. `hashes` has as many entries as `size` has binary ones. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const emptyTree: Frontier = { size: 0, hashes: [] };

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** RFC 9162 2.1.1: a leaf can never pass for a node. */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(leafMark, entry);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodeMark, left, right);
}

/** The frontier after further leaves, given as their hashes. */
export function grow(frontier: Frontier, leaves: Iterable<Uint8Array>): Frontier {
  let { size } = frontier;
  const hashes = [...frontier.hashes];
  for (const leaf of leaves) {
    let node = leaf;
    // Each trailing one of the size is a complete subtree that this leaf completes to twice its width.
    for (let digits = size; digits % 2 === 1; digits = (digits - 1) / 2) node = nodeHash(hashes.pop() as Buffer, node);
    hashes.push(node);
    size += 1;
  }
  return { size, hashes };
}

/** The root; of nothing, the hash of nothing (RFC 9162 2.1.1). */
export function rootOf({ hashes }: Frontier): Buffer {
  const last = hashes.at(-1);
  if (last === undefined) return sha256();
  return Buffer.from(hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last));
}

/**
 * The proof that the tree with `leaves` after `old` begins with `old` (RFC 9162
 * 2.1.4.1). Empty when either is nothing or they are the same tree.
 */
export function proveConsistency(old: Frontier, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (old.size === 0 || leaves.length === 0) return [];
  const hashOf = hasher(old, leaves);
  const proof: Uint8Array[] = [];
  let [from, to] = [0, old.size + leaves.length];
  /** Hashes of the siblings, from the root down. */
  while (to !== old.size) {
    const middle = from + widestBelow(to - from);
    if (old.size <= middle) {
      proof.push(hashOf(middle, to));
      to = middle;
    } else {
      proof.push(hashOf(from, middle));
      from = middle;
    }
  }
  // The old root itself is known to whoever checks.
  if (from > 0) proof.push(hashOf(from, to));
  return proof.reverse();
}

/** Hash of a subtree: either complete and in the old frontier, or made of the new leaves alone. */
function hasher(old: Frontier, leaves: readonly Uint8Array[]): (from: number, to: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  let start = 0;
  for (const hash of old.hashes) {
    known.set(start, hash);
    start += widestIn(old.size - start);
  }
  return (from, to) => {
    if (from >= old.size) return rootOf(grow(emptyTree, leaves.slice(from - old.size, to - old.size)));
    return known.get(from) as Uint8Array;
  };
}

/** The largest power of two that is at most `count`. */
function widestIn(count: number): number {
  return 2 ** Math.floor(Math.log2(count));
}

/** The largest power of two that is below `count`, which is at least 2. */
function widestBelow(count: number): number {
  return widestIn(count - 1);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `proof` shows that the tree `now` begins with the tree `before` (RFC 9162 2.1.4.2). */
export function isConsistent(before: TreeHead, now: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (before.size > now.size) return false;
  if (before.size === now.size) return proof.length === 0 && equalBytes(before.root, now.root);
  if (before.size === 0) return proof.length === 0;
  const isComplete = widestIn(before.size) === before.size;
  const path = isComplete ? [before.root, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [node, last] = [before.size - 1, now.size - 1];
  for (; node % 2 === 1; node = half(node)) last = half(last);
  let [oldRoot, newRoot] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldRoot = nodeHash(hash, oldRoot);
      newRoot = nodeHash(hash, newRoot);
      for (; node % 2 === 0 && node !== 0; node = half(node)) last = half(last);
    } else newRoot = nodeHash(newRoot, hash);
    node = half(node);
    last = half(last);
  }
  return last === 0 && equalBytes(oldRoot, before.root) && equalBytes(newRoot, now.root);
}

/** A tree with all its nodes, for proofs about single leaves. */
export class Tree {
  /** Leaves first. Of a level with an odd number of nodes the last goes up as it is. */
  readonly #levels: (readonly Uint8Array[])[];

  constructor(leaves: readonly Uint8Array[]) {
    this.#levels = [leaves];
    for (let level = leaves; level.length > 1; ) {
      const above: Uint8Array[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const [left, right] = [level[i] as Uint8Array, level[i + 1]];
        above.push(right === undefined ? left : nodeHash(left, right));
      }
      this.#levels.push(above);
      level = above;
    }
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  get root(): Buffer {
    return Buffer.from(this.#levels.at(-1)?.[0] ?? sha256());
  }

  /** The hashes that lead from leaf `index` to the root (RFC 9162 2.1.3.1). */
  path(index: number): Uint8Array[] {
    const siblings: Uint8Array[] = [];
    let at = index;
    for (const level of this.#levels) {
      const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
      if (sibling !== undefined) siblings.push(sibling);
      at = half(at);
    }
    return siblings;
  }
}

/** The root that `path` leads to from a leaf of a tree of `size`; undefined where it is not the length of such a path (RFC 9162 2.1.3.2). */
export function rootOfPath(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (index >= size) return undefined;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      for (; node % 2 === 0 && node !== 0; node = half(node)) last = half(last);
    } else hash = nodeHash(hash, sibling);
    node = half(node);
    last = half(last);
  }
  return last === 0 ? hash : undefined;
}

/** Not `>>`: a log may outgrow 32 bits. */
function half(index: number): number {
  return Math.floor(index / 2);
}
