/**
 * @file Finds clients by name, pinyin, phone digits, customer number and tags, as fast as one types.
 *
 * [Note: Search]
 *
 * A linear pass over one prepared string per client. An index would answer no sooner
 * at this size and takes a second to build (perf.md); this is ready as soon as the
 * clients' rows have been parsed, before they are in Dexie.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { ClientSummary } from "./client-list.ts";

export type SearchField = "name" | "initials" | "pinyin" | "phone" | "customerNo" | "tag";

/** Half-open ranges of characters, ascending. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export interface SearchHit {
  readonly client: ClientSummary;
  readonly matched: SearchField;
  /** What matched, as it is shown: the name, the pinyin with spaces, the phone, the number or the tag. */
  readonly text: string;
  /** Which characters of `text` matched. */
  readonly ranges: Ranges;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly phone: string;
  readonly customerNo: string;
  readonly tags: readonly string[];
  /** Name, initials, pinyin without spaces, phone, number and tags, folded, each ended by a newline. */
  readonly hay: string;
}

interface Found {
  readonly entry: Entry;
  readonly field: SearchField;
  /** Where in the folded field. */
  readonly at: number;
  readonly tag?: string;
}

/** Best first: what people mean most often when they type this. */
const ranks = 8;

export class SearchIndex {
  readonly #slots = new Map<string, number>();
  readonly #entries: (Entry | undefined)[] = [];
  #size = 0;

  /** How many clients can be found. */
  get size(): number {
    return this.#size;
  }

  /** Take in a client's merged row; an incomplete or withdrawn client is not found. */
  put(row: Row): void {
    const slot = this.#slots.get(row.id) ?? this.#entries.length;
    const entry = entryOf(row);
    this.#size += Number(entry !== undefined) - Number(this.#entries[slot] !== undefined);
    this.#slots.set(row.id, slot);
    this.#entries[slot] = entry;
  }

  /** Forget everything, to begin anew. */
  clear(): void {
    this.#slots.clear();
    this.#entries.length = 0;
    this.#size = 0;
  }

  /** The ids of all clients that match, for narrowing a list. */
  ids(query: string): ReadonlySet<string> {
    const needle = fold(query);
    const ids = new Set<string>();
    if (needle === "") return ids;
    for (const entry of this.#entries) {
      if (entry?.hay.includes(needle) && find(entry, needle) !== undefined) ids.add(entry.id);
    }
    return ids;
  }

  /** The best matches, best first: exact beginnings before the middle, names before numbers before tags. */
  find(query: string, limit: number): readonly Found[] {
    const needle = fold(query);
    if (needle === "" || limit <= 0) return [];
    const buckets: Found[][] = Array.from({ length: ranks }, () => []);
    for (const entry of this.#entries) {
      if (entry === undefined || !entry.hay.includes(needle)) continue;
      const found = find(entry, needle);
      if (found !== undefined) buckets[rank(found, needle)]?.push(found);
    }
    const best: Found[] = [];
    for (const bucket of buckets) {
      if (best.length >= limit) break;
      best.push(...first(bucket, limit - best.length));
    }
    return best;
  }
}

/** What to show of a match. */
export function present(found: Found, query: string, client: ClientSummary): SearchHit {
  const { entry, field, at } = found;
  const length = fold(query).length;
  switch (field) {
    case "initials":
      return { client, matched: field, text: entry.pinyin, ranges: initialRanges(entry.pinyin, at, length) };
    case "pinyin":
      return { client, matched: field, text: entry.pinyin, ranges: spread(entry.pinyin, at, length) };
    case "tag": {
      const text = found.tag ?? "";
      return { client, matched: field, text, ranges: spread(text, at, length) };
    }
    default: {
      const text = entry[field];
      return { client, matched: field, text, ranges: spread(text, at, length) };
    }
  }
}

/** Case, width and spaces do not matter. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function entryOf(row: Row): Entry | undefined {
  const { name, _pinyin: pinyin = "", phone = "", customerNo = "" } = row as Row & Record<string, string | undefined>;
  if (name === undefined || row["kind"] === undefined || row["restricted"] === true) return undefined;
  const tags = (row["tags"] as string[] | undefined) ?? [];
  const words = pinyin.split(" ");
  const initials = words.map((word) => word.charAt(0)).join("");
  const hay = `${[name, initials, words.join(""), phone, customerNo, ...tags].map(fold).join("\n")}\n`;
  return { id: row.id, name, pinyin, phone, customerNo, tags, hay };
}

const fieldOrder: readonly SearchField[] = ["name", "initials", "pinyin", "phone", "customerNo"];

/** The first place in the folded fields that counts as a match; inside a syllable does not. */
function find(entry: Entry, needle: string): Found | undefined {
  let from = 0;
  for (let index = 0; from < entry.hay.length; index += 1) {
    const end = entry.hay.indexOf("\n", from);
    const field = fieldOrder[index] ?? "tag";
    for (let at = entry.hay.indexOf(needle, from); at !== -1 && at < end; at = entry.hay.indexOf(needle, at + 1)) {
      if (field === "pinyin" && !startsSyllable(entry.pinyin, at - from)) continue;
      const found = { entry, field, at: at - from };
      return field === "tag" ? { ...found, tag: entry.tags[index - fieldOrder.length] ?? "" } : found;
    }
    from = end + 1;
  }
  return undefined;
}

function startsSyllable(pinyin: string, at: number): boolean {
  let start = 0;
  for (const word of pinyin.split(" ")) {
    if (start >= at) break;
    start += word.length;
  }
  return start === at;
}

function rank({ entry, field, at }: Found, needle: string): number {
  switch (field) {
    case "name":
      return at === 0 ? 0 : 3;
    case "initials":
      return at === 0 ? 1 : 5;
    case "pinyin":
      return at === 0 ? 2 : 5;
    case "phone":
      return at + needle.length === fold(entry.phone).length ? 4 : 6;
    case "customerNo":
      return 6;
    case "tag":
      return 7;
  }
}

/** The first `limit` by pinyin, without sorting the rest: one letter matches half the book. */
function first(bucket: readonly Found[], limit: number): readonly Found[] {
  const kept: Found[] = [];
  for (const found of bucket) {
    const worst = kept[limit - 1];
    if (worst !== undefined && compare(found, worst) >= 0) continue;
    let slot = Math.min(kept.length, limit - 1);
    for (let above = kept[slot - 1]; above !== undefined && compare(found, above) < 0; above = kept[slot - 1]) {
      kept[slot] = above;
      slot -= 1;
    }
    kept[slot] = found;
  }
  return kept;
}

function compare({ entry: a }: Found, { entry: b }: Found): number {
  if (a.pinyin !== b.pinyin) return a.pinyin < b.pinyin ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The ranges of `text` that `length` characters from `at` stand for once its spaces are left out. */
function spread(text: string, at: number, length: number): Ranges {
  const ranges: [number, number][] = [];
  let folded = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text.charAt(i))) continue;
    if (folded >= at && folded < at + length) {
      const last = ranges.at(-1);
      if (last?.[1] === i) last[1] = i + 1;
      else ranges.push([i, i + 1]);
    }
    folded += 1;
  }
  return ranges;
}

function initialRanges(pinyin: string, at: number, length: number): Ranges {
  const ranges: [number, number][] = [];
  let start = 0;
  for (const [index, word] of pinyin.split(" ").entries()) {
    if (index >= at && index < at + length) ranges.push([start, start + 1]);
    start += word.length + 1;
  }
  return ranges;
}
