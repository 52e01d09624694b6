/**
 * @file Keeps the order of a long list between changes, so that neither one save sorts 50,000 rows
 * anew, nor the history that comes in at unlock and changes them all, but seldom their order.
 */
import type { ClientSummary } from "./client-list.ts";
import { type ClientSort, compareBy, compareKeys } from "./segments.ts";

type Rows = readonly ClientSummary[];
type Compare = (a: ClientSummary, b: ClientSummary) => number;

/** More changed rows than this are sorted in with all the rest. */
const mostInserted = 1_000;

const byName: ClientSort = { by: "name", direction: "ascending" };

/** Remembers the last order asked for, and the order by name beneath it. */
export class SortedRows {
  readonly #names = new Order(compareBy(byName), (rows) => [...rows].sort(compareBy(byName)));
  #sort: ClientSort | undefined;
  #order: Order | undefined;

  sort(rows: Rows, sort: ClientSort): Rows {
    if (this.#order === undefined || this.#sort?.by !== sort.by || this.#sort.direction !== sort.direction) {
      this.#sort = sort;
      // Sorting is stable: from the order by name, what is equal stays by name without being compared.
      this.#order = new Order(compareBy(sort), (all) => [...this.#names.of(all)].sort(compareKeys(sort)));
    }
    return this.#order.of(rows);
  }
}

class Order {
  readonly #compare: Compare;
  readonly #sortAll: (rows: Rows) => Rows;
  #from: Rows | undefined;
  #sorted: Rows = [];

  constructor(compare: Compare, sortAll: (rows: Rows) => Rows) {
    this.#compare = compare;
    this.#sortAll = sortAll;
  }

  of(rows: Rows): Rows {
    if (this.#from === rows) return this.#sorted;
    const change = this.#from && changeBetween(this.#from, rows);
    this.#sorted = change ? this.#insert(change) : (this.#carriedOver(rows) ?? this.#sortAll(rows));
    this.#from = rows;
    return this.#sorted;
  }

  /** The same clients in the same places, with other values: sorted from the order they had. */
  #carriedOver(rows: Rows): Rows | undefined {
    const from = this.#from;
    if (from?.length !== rows.length) return undefined;
    const now = new Map<ClientSummary, ClientSummary>();
    for (const [i, row] of rows.entries()) {
      const before = from[i];
      if (before?.id !== row.id) return undefined;
      now.set(before, row);
    }
    // Looking at what is in order already costs one comparison a row.
    return this.#sorted.map((row) => now.get(row) ?? row).sort(this.#compare);
  }

  #insert({ gone, come }: Change): Rows {
    const kept = gone.size === 0 ? this.#sorted : this.#sorted.filter((row) => !gone.has(row));
    const parts: Rows[] = [];
    let from = 0;
    for (const row of come.toSorted(this.#compare)) {
      const to = this.#placeOf(row, kept, from);
      parts.push(kept.slice(from, to), [row]);
      from = to;
    }
    parts.push(kept.slice(from));
    return parts.flat();
  }

  /** The first place from `low` on that is behind nothing greater. */
  #placeOf(row: ClientSummary, rows: Rows, low: number): number {
    let from = low;
    let to = rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = rows[middle];
      if (other !== undefined && this.#compare(other, row) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

interface Change {
  readonly gone: ReadonlySet<ClientSummary>;
  readonly come: readonly ClientSummary[];
}

/** Which rows differ, place by place: a list keeps its order and new rows come last. Undefined when they are too many. */
function changeBetween(before: Rows, after: Rows): Change | undefined {
  const gone = new Set<ClientSummary>();
  const come: ClientSummary[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i += 1) {
    const old = before[i];
    const now = after[i];
    if (old === now) continue;
    if (old !== undefined) gone.add(old);
    if (now !== undefined) come.push(now);
    if (come.length > mostInserted || gone.size > mostInserted) return undefined;
  }
  // A row that only moved is both, and is put where it belongs.
  return { gone, come };
}
