/**
 * @file Finds clients by name, pinyin, phone digits, customer number and tags, as fast as one types.
 *
 * [Note: Search]
 *
 * No index: a word can begin anywhere in a Chinese name, and building one takes a second
 * (perf.md). Instead each field of all clients is one long string (haystack.ts), searched in
 * the order in which matches are worth showing, and no further than there is room for. The
 * clients stand in it by pinyin, so that matches come out in order. What changed since it was
 * built stands in a second, small block of the same kind.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { ClientSummary } from "./client-list.ts";
import { Haystack, type Place } from "./haystack.ts";

const fields = ["name", "initials", "pinyin", "phone", "customerNo", "tag"] as const;
export type SearchField = (typeof fields)[number];

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
}

interface Found {
  readonly entry: Entry;
  readonly field: SearchField;
  /** Where in the folded field. */
  readonly at: number;
}

/** What people mean most often when they type this, first. */
const passes: readonly (readonly [SearchField, Place])[] = [
  ["name", "start"],
  ["initials", "start"],
  ["pinyin", "start"],
  ["name", "inside"],
  ["phone", "end"],
  ["initials", "inside"],
  ["pinyin", "inside"],
  ["phone", "inside"],
  ["customerNo", "inside"],
  ["tag", "inside"],
];

/** More changed clients than this are built in with the rest: some 50 ms, once after an import. */
const longestFresh = 500;

export class SearchIndex {
  readonly #entries = new Map<string, Entry>();
  /** Changed since the blocks were built; undefined when no longer to be found. */
  readonly #changed = new Map<string, Entry | undefined>();
  #settled = Block.of([]);
  #fresh: Block | undefined;

  /** How many clients can be found. */
  get size(): number {
    return this.#entries.size;
  }

  /** Take in a client's merged row; an incomplete or withdrawn client is not found. */
  put(row: Row): void {
    const entry = entryOf(row);
    if (entry === undefined) this.#entries.delete(row.id);
    else this.#entries.set(row.id, entry);
    this.#changed.set(row.id, entry);
    this.#fresh = undefined;
  }

  /** Forget everything, to begin anew. */
  clear(): void {
    this.#entries.clear();
    this.#changed.clear();
    this.#settled = Block.of([]);
    this.#fresh = undefined;
  }

  /** Build in what changed, so that the next search need not: in steps, between which the screen can have its turn. */
  *settle(): Generator<void, void> {
    if (this.#changed.size === 0) return;
    const taken = [...this.#changed];
    this.#settled = yield* Block.build([...this.#entries.values()]);
    // What changed since the first step is not in it.
    for (const [id, entry] of taken) if (this.#changed.get(id) === entry) this.#changed.delete(id);
    this.#fresh = undefined;
  }

  /** The ids of all clients that match, for narrowing a list. */
  ids(query: string): ReadonlySet<string> {
    const found = this.#search(fold(query), Number.POSITIVE_INFINITY);
    return new Set(found.map(({ entry }) => entry.id));
  }

  /** The best matches, best first: beginnings before the middle, names before numbers before tags, then by pinyin. */
  find(query: string, limit: number): readonly Found[] {
    return this.#search(fold(query), limit);
  }

  #search(needle: string, limit: number): Found[] {
    if (needle === "") return [];
    if (this.#changed.size > longestFresh) resultOf(this.settle());
    this.#fresh ??= Block.of([...this.#changed.values()].filter((entry) => entry !== undefined));
    const best: Found[] = [];
    const seen = new Set<string>();
    for (const pass of passes) {
      if (best.length >= limit) break;
      const found: Found[] = [];
      const isNew = ({ id }: Entry) => !seen.has(id);
      this.#settled.search(
        needle,
        pass,
        limit - best.length,
        (entry) => isNew(entry) && !this.#changed.has(entry.id),
        found,
      );
      const settled = found.length;
      this.#fresh.search(needle, pass, limit - best.length, isNew, found);
      if (found.length > settled) found.sort((a, b) => compare(a.entry, b.entry));
      for (const one of found) {
        if (best.length >= limit) break;
        seen.add(one.entry.id);
        best.push(one);
      }
    }
    return best;
  }
}

/** Clients in the order of their pinyin, and each of their fields as one long string. */
class Block {
  readonly #entries: readonly Entry[];
  readonly #stacks: Readonly<Record<SearchField, Haystack>>;

  private constructor(entries: readonly Entry[], stacks: Readonly<Record<SearchField, Haystack>>) {
    this.#entries = entries;
    this.#stacks = stacks;
  }

  static of(entries: readonly Entry[]): Block {
    return resultOf(Block.build(entries));
  }

  /** A field a step. */
  static *build(entries: readonly Entry[]): Generator<void, Block> {
    const sorted = [...entries].sort(compare);
    yield;
    const stacks: [SearchField, Haystack][] = [];
    for (const field of fields) {
      stacks.push([field, new Haystack(sorted.map(folded[field]))]);
      yield;
    }
    return new Block(sorted, Object.fromEntries(stacks) as Record<SearchField, Haystack>);
  }

  /** Add up to `limit` matches of one pass. */
  search(
    needle: string,
    [field, place]: readonly [SearchField, Place],
    limit: number,
    isWanted: (entry: Entry) => boolean,
    found: Found[],
  ): void {
    let left = limit;
    this.#stacks[field].scan(needle, place, (index, at) => {
      const entry = this.#entries[index];
      if (entry === undefined) return "stop";
      if (field === "pinyin" && place === "inside" && !startsSyllable(entry.pinyin, at)) return "again";
      if (isWanted(entry)) {
        found.push({ entry, field, at });
        left -= 1;
      }
      return left > 0 ? "next" : "stop";
    });
  }
}

/** All steps at once. */
function resultOf<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What to show of a match. */
export function present({ entry, field, at }: Found, query: string, client: ClientSummary): SearchHit {
  const { length } = fold(query);
  switch (field) {
    case "initials":
      return { client, matched: field, text: entry.pinyin, ranges: initialRanges(entry.pinyin, at, length) };
    case "tag": {
      const { tag, within } = tagAt(entry.tags, at);
      return { client, matched: field, text: tag, ranges: spread(tag, within, length) };
    }
    default:
      return { client, matched: field, text: entry[field], ranges: spread(entry[field], at, length) };
  }
}

/** Parts the tags of a client; no needle holds it. */
const betweenTags = "\t";

/** How each field is written in its haystack. */
const folded: Readonly<Record<SearchField, (entry: Entry) => string>> = {
  name: ({ name }) => fold(name),
  initials: ({ pinyin }) => initialsOf(pinyin),
  pinyin: ({ pinyin }) => pinyin.replaceAll(" ", ""),
  phone: ({ phone }) => phone,
  customerNo: ({ customerNo }) => fold(customerNo),
  tag: ({ tags }) => tags.map(fold).join(betweenTags),
};

/** Case, width and spaces do not matter. */
function fold(text: string): string {
  const plain = isAscii(text) ? text : text.normalize("NFKC");
  return plain.toLowerCase().replace(/\s+/g, "");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function initialsOf(pinyin: string): string {
  let initials = pinyin.charAt(0);
  for (let gap = pinyin.indexOf(" "); gap !== -1; gap = pinyin.indexOf(" ", gap + 1))
    initials += pinyin.charAt(gap + 1);
  return initials;
}

function entryOf(row: Row): Entry | undefined {
  const { name, _pinyin: pinyin = "", phone = "", customerNo = "" } = row as Row & Record<string, string | undefined>;
  if (name === undefined || row["kind"] === undefined || row["restricted"] === true) return undefined;
  return { id: row.id, name, pinyin, phone, customerNo, tags: (row["tags"] as string[] | undefined) ?? [] };
}

/** Is the letter so far into the pinyin, spaces not counted, the first of a syllable? */
function startsSyllable(pinyin: string, at: number): boolean {
  let letters = 0;
  for (let i = 0; i < pinyin.length; i += 1) {
    if (pinyin.charCodeAt(i) === 0x20) continue;
    if (letters === at) return i === 0 || pinyin.charCodeAt(i - 1) === 0x20;
    letters += 1;
  }
  return false;
}

function compare(a: Entry, b: Entry): number {
  if (a.pinyin !== b.pinyin) return a.pinyin < b.pinyin ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function tagAt(tags: readonly string[], at: number): { readonly tag: string; readonly within: number } {
  let start = 0;
  for (const tag of tags) {
    const { length } = fold(tag);
    if (at < start + length) return { tag, within: at - start };
    start += length + betweenTags.length;
  }
  return { tag: "", within: 0 };
}

/** The ranges of `text` that `length` characters from `at` stand for once its spaces are left out. */
function spread(text: string, at: number, length: number): Ranges {
  const ranges: [number, number][] = [];
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text.charAt(i))) continue;
    if (letters >= at && letters < at + length) {
      const last = ranges.at(-1);
      if (last?.[1] === i) last[1] = i + 1;
      else ranges.push([i, i + 1]);
    }
    letters += 1;
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
