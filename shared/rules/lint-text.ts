/**
 * @file Finds in a text what may not be written to a client, by a pack of wording rules. Pure.
 *
 * [Note: What counts as written]
 *
 * A text is read as words: each Han character is one, each run of Latin letters or digits is one;
 * spaces, punctuation and invisible characters between them are nothing, so that 保 本 and 保*本
 * read as 保本. Marks that end a clause keep words apart. Words that carry a meaning count unless a
 * denial reaches them: 不保本, “returns are not guaranteed”.
 */
import type { LintRule, LintWords } from "../packs/lint-words.ts";

export interface Wording {
  readonly rule: LintRule;
  /** Where in the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** The words themselves. */
  readonly quote: string;
  /** The sentence they stand in. */
  readonly sentence: string;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

/** Words from and to, half-open. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Everything in the text that a rule speaks of, in the order of the text; each place once for a rule. */
export function lintText(text: string, pack: LintWords): readonly Wording[] {
  const words = wordsOf(text);
  const book = bookOf(pack);
  const wordings = book.rules.flatMap(({ rule, except, phrases, near }) => {
    const excepted = except.flatMap((phrase) => spansOf(words, phrase));
    const found = [
      ...phrases.flatMap((phrase) => spansOf(words, phrase)).filter((span) => !isDenied(words, [span], book)),
      ...near.flatMap((pair) => pairsOf(words, pair, book)),
    ];
    const free = found.filter((span) => !excepted.some((other) => other.from <= span.from && span.to <= other.to));
    return merged(free).map((span) => wordingOf(text, words, span, rule));
  });
  return wordings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

const boundary = /[,，;；。：!！?？\n\r()（）[\]【】|]/u;
const han = /\p{Script=Han}/u;
const latin = /[\p{L}\p{N}']/u;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  let at = 0;
  let joins = false;
  for (const sign of text) {
    const start = at;
    at += sign.length;
    const plain = sign.normalize("NFKC").toLowerCase().replace("’", "'");
    if (boundary.test(sign) || isFullStop(sign, text[at])) clause += 1;
    const last = words.at(-1);
    if (han.test(plain)) words.push({ text: plain, start, end: at, clause });
    else if (latin.test(plain) && joins && last !== undefined) {
      words[words.length - 1] = { ...last, text: last.text + plain, end: at };
    } else if (latin.test(plain)) words.push({ text: plain, start, end: at, clause });
    // What is not seen does not end a word.
    joins = !han.test(plain) && (latin.test(plain) || (joins && /\p{Cf}/u.test(sign)));
  }
  return words;
}

/** A point or a colon ends a clause where no Latin letter or digit follows: 1.5 is one number. */
function isFullStop(sign: string, next: string | undefined): boolean {
  return (sign === "." || sign === ":") && (next === undefined || !/[A-Za-z0-9]/.test(next));
}

type Phrase = readonly string[];
interface Pair {
  readonly first: readonly Phrase[];
  readonly second: readonly Phrase[];
  readonly within: number;
}
interface Denials {
  readonly reach: number;
  readonly words: readonly Phrase[];
}
interface Book {
  readonly rules: readonly {
    readonly rule: LintRule;
    readonly phrases: readonly Phrase[];
    readonly near: readonly Pair[];
    readonly except: readonly Phrase[];
  }[];
  readonly before: readonly Denials[];
  readonly stops: readonly Phrase[];
  readonly not: readonly Phrase[];
  readonly after: Denials;
}

/** The pack's phrases as words, made once. */
const books = new WeakMap<LintWords, Book>();

function bookOf(pack: LintWords): Book {
  const known = books.get(pack);
  if (known !== undefined) return known;
  const { before, stops, not, after } = pack.denial;
  const book: Book = {
    rules: pack.rules.map((rule) => {
      const byLanguage = Object.values(rule.words);
      return {
        rule,
        phrases: byLanguage.flatMap(({ phrases }) => phrases).map(phraseOf),
        near: byLanguage.flatMap(({ near = [] }) => near).map(pairOf),
        except: (rule.except ?? []).map(phraseOf),
      };
    }),
    before: before.map(denialsOf),
    stops: stops.map(phraseOf),
    not: not.map(phraseOf),
    after: denialsOf(after),
  };
  books.set(pack, book);
  return book;
}

function phraseOf(text: string): Phrase {
  const words = wordsOf(text).map((word) => word.text);
  return text.endsWith("*") ? [...words.slice(0, -1), `${words.at(-1) ?? ""}*`] : words;
}

function pairOf({ first, second, within }: { first: string[]; second: string[]; within: number }): Pair {
  return { first: first.map(phraseOf), second: second.map(phraseOf), within };
}

function denialsOf({ reach, words }: { reach: number; words: string[] }): Denials {
  return { reach, words: words.map(phraseOf) };
}

function isAt(words: readonly Word[], index: number, phrase: Phrase): boolean {
  const clause = words[index]?.clause;
  return phrase.every((part, offset) => {
    const word = words[index + offset];
    if (word === undefined || word.clause !== clause) return false;
    return part.endsWith("*") ? word.text.startsWith(part.slice(0, -1)) : word.text === part;
  });
}

function spansOf(words: readonly Word[], phrase: Phrase): Span[] {
  if (phrase.length === 0) return [];
  return words.flatMap((_, from) => (isAt(words, from, phrase) ? [{ from, to: from + phrase.length }] : []));
}

function pairsOf(words: readonly Word[], { first, second, within }: Pair, book: Book): Span[] {
  const [some, others] = [first, second].map((list) => list.flatMap((phrase) => spansOf(words, phrase)));
  return (some ?? []).flatMap((one) =>
    (others ?? []).flatMap((other): Span[] => {
      const [left, right] = one.from < other.from ? [one, other] : [other, one];
      const gap = right.from - left.to;
      const isTogether = gap >= 0 && gap <= within && words[left.from]?.clause === words[right.to - 1]?.clause;
      if (!isTogether || isDenied(words, [left, right], book)) return [];
      return [{ from: left.from, to: right.to }];
    }),
  );
}

/** Whether a denial reaches one of the parts of a meaning, from before or from behind. */
function isDenied(words: readonly Word[], parts: readonly Span[], book: Book): boolean {
  return parts.some(({ from }) => isDeniedBefore(words, from, book)) || isDeniedAfter(words, parts, book);
}

function isDeniedBefore(words: readonly Word[], from: number, book: Book): boolean {
  const clause = words[from]?.clause;
  const longest = Math.max(...book.before.map(({ reach }) => reach)) + 12;
  let index = Math.max(0, from - longest);
  let isReached = false;
  while (index < from) {
    if (words[index]?.clause !== clause) {
      index += 1;
      continue;
    }
    const stop = longestAt(words, index, from, book.stops);
    const not = longestAt(words, index, from, book.not);
    const denial = reachedAt(words, index, from, book.before);
    if (stop > 0) isReached = false;
    // 不仅 begins like a denial; 没有不 ends like one.
    if (not >= denial.length && not > 0) index += not;
    else if (denial.length > 0) {
      isReached ||= denial.reaches;
      index += denial.length;
    } else index += Math.max(1, stop);
  }
  return isReached;
}

function isDeniedAfter(words: readonly Word[], parts: readonly Span[], { after }: Book): boolean {
  const to = Math.max(...parts.map((part) => part.to));
  const clause = words[to - 1]?.clause;
  for (let index = to; index <= to + after.reach && words[index]?.clause === clause; index += 1) {
    if (after.words.some((phrase) => isAt(words, index, phrase))) return true;
  }
  return false;
}

/** The length of the longest phrase that stands there and ends before `limit`; 0 where none does. */
function longestAt(words: readonly Word[], index: number, limit: number, phrases: readonly Phrase[]): number {
  let longest = 0;
  for (const phrase of phrases) {
    if (phrase.length > longest && index + phrase.length <= limit && isAt(words, index, phrase))
      longest = phrase.length;
  }
  return longest;
}

function reachedAt(
  words: readonly Word[],
  index: number,
  limit: number,
  before: readonly Denials[],
): { readonly length: number; readonly reaches: boolean } {
  let length = 0;
  let reaches = false;
  for (const denials of before) {
    const here = longestAt(words, index, limit, denials.words);
    if (here === 0) continue;
    reaches ||= limit - (index + here) <= denials.reach;
    length = Math.max(length, here);
  }
  return { length, reaches };
}

/** Spans that overlap become one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (last !== undefined && span.from < last.to) out[out.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}

function wordingOf(text: string, words: readonly Word[], { from, to }: Span, rule: LintRule): Wording {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const ends = /[。!！?？\n\r;；]|\.(?=\s|$)/gu;
  const before = Math.max(-1, ...[...text.slice(0, start).matchAll(ends)].map(({ index }) => index));
  const rest = text.slice(end).search(ends);
  const sentence = text.slice(before + 1, rest < 0 ? text.length : end + rest + 1).trim();
  return { rule, start, end, quote: text.slice(start, end), sentence };
}
