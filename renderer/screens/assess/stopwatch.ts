/** @file Measures how long a question is in sight. The clock is handed in, in milliseconds. */

export class Stopwatch {
  readonly #now: () => number;
  #since: number | undefined;
  #measured = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Run; running already, it goes on. */
  start(): void {
    this.#since ??= this.#now();
  }

  /** Stand still: paused, or the page is hidden. */
  stop(): void {
    if (this.#since === undefined) return;
    this.#measured += this.#now() - this.#since;
    this.#since = undefined;
  }

  /** Milliseconds measured since the last take; a running watch runs on. */
  take(): number {
    const isRunning = this.#since !== undefined;
    this.stop();
    const measured = this.#measured;
    this.#measured = 0;
    if (isRunning) this.start();
    return measured;
  }
}
