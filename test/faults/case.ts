/**
 * @file What a case of the fault plan (security.md section 4) is. The same cases run
 * whole by `npm run faults` and as a quick subset in the unit tests.
 */

/** `quick` samples a sweep; `whole` is the plan's figure. */
export type Scale = "quick" | "whole";

export interface Outcome {
  /** Faults tried. */
  readonly tried: number;
  /** Acknowledged saves that were not there afterwards, where the fault does not take their bytes away. */
  readonly lost: number;
  /** Faults that passed unnoticed, or after which something false was read or a promise broken. */
  readonly undetected: number;
  /** What to look at when it is not nought; empty when there is nothing to say. */
  readonly notes: readonly string[];
}

export interface FaultCase {
  /** As in the plan, e.g. `F4`. */
  readonly id: string;
  /** The promise, as a sentence. */
  readonly title: string;
  /** Faults to try at least when run whole. */
  readonly atLeast: number;
  /** A string says why it was not run. */
  run(scale: Scale): Promise<Outcome | string>;
}

/** Counts as it goes; keeps the first few notes. */
export class Tally {
  #tried = 0;
  #lost = 0;
  #undetected = 0;
  readonly #notes: string[] = [];

  tried(faults = 1): void {
    this.#tried += faults;
  }

  lost(saves: number, note: string): void {
    this.#lost += saves;
    if (saves > 0) this.note(note);
  }

  undetected(isUndetected: boolean, note: string): void {
    if (!isUndetected) return;
    this.#undetected += 1;
    this.note(note);
  }

  note(note: string): void {
    if (this.#notes.length < 8) this.#notes.push(note);
  }

  get outcome(): Outcome {
    return { tried: this.#tried, lost: this.#lost, undetected: this.#undetected, notes: this.#notes };
  }
}

/** The same sequence for the same seed, so that a failure can be tried again. Numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
