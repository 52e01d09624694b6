/** @file Keeps the order of a long list between changes, so that one save does not sort 50,000 rows anew. */
import type { ClientSummary } from "./client-list.ts";
import { type ClientSort, compareBy } from "./segments.ts";

/** Remembers the last order: sorting what is nearly in order is nearly free. */
export class SortedRows {
  #sort: ClientSort | undefined;
  #from: readonly ClientSummary[] | undefined;
  #sorted: readonly ClientSummary[] = [];

  sort(rows: readonly ClientSummary[], sort: ClientSort): readonly ClientSummary[] {
    const isSameSort = this.#sort?.by === sort.by && this.#sort.direction === sort.direction;
    if (isSameSort && this.#from === rows) return this.#sorted;
    this.#sorted = (isSameSort ? this.#inLastOrder(rows) : [...rows]).sort(compareBy(sort));
    this.#sort = sort;
    this.#from = rows;
    return this.#sorted;
  }

  #inLastOrder(rows: readonly ClientSummary[]): ClientSummary[] {
    const left = new Map(rows.map((row) => [row.id as string, row]));
    const ordered: ClientSummary[] = [];
    for (const { id } of this.#sorted) {
      const row = left.get(id);
      if (row === undefined) continue;
      ordered.push(row);
      left.delete(id);
    }
    return ordered.concat([...left.values()]);
  }
}
