/** @file Search over the open book, for the palette and the search fields. See [Note: Search]. */
import { present, type SearchHit } from "./search-index.ts";
import { currentBook } from "./session.ts";

export type { Ranges, SearchField, SearchHit } from "./search-index.ts";

/** The best matches, at most `limit`, best first. Answers at once: call it on each keystroke. Empty while locked. */
export function searchClients(query: string, limit = 20): readonly SearchHit[] {
  const book = currentBook();
  if (book === undefined) return [];
  return book.search.find(query, limit).flatMap((found) => {
    const client = book.list.get(found.entry.id);
    return client === undefined ? [] : [present(found, query, client)];
  });
}

/** How many clients search covers now. */
export function searchSize(): number {
  return currentBook()?.search.size ?? 0;
}
