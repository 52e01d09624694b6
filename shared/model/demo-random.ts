/** @file Repeatable chance for the demo book: the same seed gives the same people. Never for anything secret. */

export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True this often, 0 to 1. */
  maybe(share: number): boolean;
  /** A version 4 UUID in form; not in unpredictability. */
  uuid(): string;
}

/** A stream of chance of its own for each seed and each number within it. */
export function createChance(seed: number, stream = 0): Chance {
  let state = scramble(seed ^ scramble(stream + 1));

  function bits(): number {
    // Weyl sequence: an odd step visits all 2^32 states.
    state = (state + 0x6c8e9cf5) | 0;
    return scramble(state) >>> 0;
  }
  function next(): number {
    return bits() / 2 ** 32;
  }
  function int(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1));
  }
  return {
    next,
    int,
    pick: (list) => list[Math.min(int(0, list.length - 1), list.length - 1)] ?? list[0],
    maybe: (share) => next() < share,
    uuid: () => {
      const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, "0")).join("");
      const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** Spreads every bit of a number over all 32. */
function scramble(n: number): number {
  let x = n | 0;
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return x ^ (x >>> 15);
}
