/** @file How far hydration is, for the progress bar and for screens that say "history is still loading". */

/**
 * `clients`: filling the client list. `history`: the list and every client can be opened,
 * contacts are coming in. `done`: everything is in. `failed`: the stream broke off.
 */
export type HydrationPhase = "clients" | "history" | "done" | "failed";

export interface HydrationProgress {
  readonly phase: HydrationPhase;
  /** True as soon as search finds every client. */
  readonly searchable: boolean;
  /** Records in the view, of all records. */
  readonly done: number;
  readonly of: number;
}

/** The present progress and who wants to know. */
export class Progress {
  readonly #listeners = new Set<() => void>();
  #now: HydrationProgress = { phase: "clients", searchable: false, done: 0, of: 0 };

  get now(): HydrationProgress {
    return this.#now;
  }

  set(change: Partial<HydrationProgress>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
