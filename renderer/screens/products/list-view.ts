/** @file What the product list was narrowed to and sorted by, for coming back to it. Forgotten at lock. */
import { create } from "zustand";
import { currentBook, onSession } from "../../data/session.ts";
import type { ProductFilter, ProductSort } from "./product-filter.ts";

interface ListView {
  readonly query: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  /** What the last import did, told once above the list. */
  readonly taken: { readonly create: number; readonly update: number } | undefined;
  readonly set: (now: Partial<Omit<ListView, "set">>) => void;
}

const start = { query: "", filter: {}, sort: { by: "grade", dir: "asc" }, taken: undefined } as const;

export const useListView = create<ListView>((set) => ({ ...start, set: (now) => set(now) }));

onSession(() => {
  if (currentBook() === undefined) useListView.setState(start);
});
