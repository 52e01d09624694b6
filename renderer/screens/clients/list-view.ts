/** @file What the client list was narrowed to and sorted by, for coming back to it. Forgotten at lock: it may name a client. */
import { create } from "zustand";
import type { ClientSort } from "../../data/segments.ts";
import { currentBook, onSession } from "../../data/session.ts";

interface ListView {
  readonly query: string;
  readonly sort: ClientSort;
  /** What the form for a new client begins with: a name that was searched for in vain. */
  readonly newName: string;
  readonly setQuery: (query: string) => void;
  readonly setNewName: (name: string) => void;
  readonly setSort: (sort: ClientSort) => void;
}

const start = { query: "", newName: "", sort: { by: "assets", direction: "descending" } } as const;

export const useListView = create<ListView>((set) => ({
  ...start,
  setQuery: (query) => set({ query }),
  setNewName: (newName) => set({ newName }),
  setSort: (sort) => set({ sort }),
}));

onSession(() => {
  if (currentBook() === undefined) useListView.setState(start);
});
