/**
 * @file What the sale gate needs to know of every client of the book, kept in memory from the
 * first time a screen asks for it.
 *
 * [Note: Facts of the whole book]
 *
 * Judging 10,000 clients takes less than reading their records, so the records are read once and
 * only what the gate needs is kept. Whoever writes to the view names the clients it wrote about,
 * and those are read again before the next answer; another day or other rule packs begin anew.
 */
import type { ClientFacts, FindQuestionnaire } from "../../shared/rules/client-facts.ts";

/** What the facts rest on besides the records; one object as long as it is the same. */
export interface FactsBasis {
  /** In Asia/Shanghai. */
  readonly day: string;
  readonly questionnaire: FindQuestionnaire;
}

/** Where the facts are read. */
export interface FactsSource {
  all(): Promise<Map<string, ClientFacts>>;
  /** A copy of `before` with these clients as they are now. */
  again(before: ReadonlyMap<string, ClientFacts>, clients: readonly string[]): Promise<Map<string, ClientFacts>>;
}

export class BookFacts {
  #basis: FactsBasis | undefined;
  #facts = new Map<string, ClientFacts>();
  readonly #touched = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #running: Promise<unknown> = Promise.resolve();

  /** Rises when something was written that the facts rest on. */
  get version(): number {
    return this.#version;
  }

  /** These clients' records have changed. */
  touch(clients: Iterable<string>): void {
    for (const client of clients) this.#touched.add(client);
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * The facts of every client, up to date. One request after the other; the answer is a new map
   * only when something changed.
   */
  bring(basis: FactsBasis, source: FactsSource): Promise<ReadonlyMap<string, ClientFacts>> {
    const bringing = this.#running.then(() => this.#bring(basis, source));
    this.#running = bringing.catch(() => undefined);
    return bringing;
  }

  async #bring(basis: FactsBasis, source: FactsSource): Promise<ReadonlyMap<string, ClientFacts>> {
    if (basis !== this.#basis) {
      // Before reading: what is written meanwhile is read again.
      this.#touched.clear();
      this.#facts = await source.all();
      this.#basis = basis;
    }
    if (this.#touched.size > 0) {
      const touched = [...this.#touched];
      this.#touched.clear();
      this.#facts = await source.again(this.#facts, touched);
    }
    return this.#facts;
  }
}
