/**
 * @file Makes every document: the text of the pack, the values it asks for, in one language.
 * Knows no document by name; see [Note: Values and rows]. Pure.
 */
import { AppError } from "../errors.ts";
import { shanghaiMinute } from "../model/dates.ts";
import { type Language, Level, type Localized, type RecordId } from "../model/primitives.ts";
import { placeholders, say, type Values } from "../model/sentence.ts";
import type { Cite, DocumentTexts, Mark, TextBlock } from "../packs/document-texts.ts";
import { Grade } from "../packs/match-matrix.ts";
import type { DocumentBlock, GivenSignature, Marked, PrintDocument, Signature } from "./document.ts";
import type { DocumentInput, DocumentKind } from "./inputs.ts";

export interface DocumentContext {
  readonly texts: DocumentTexts;
  readonly language: Language;
  /** What the document speaks of. */
  readonly record: RecordId;
  readonly institution: string;
  readonly clientNo: string | undefined;
  /** SHA-256 of that record, hex; absent where there is none yet. */
  readonly recordHash?: string | undefined;
  /** A guardian signs in the client's place. */
  readonly byGuardian?: boolean;
  /** Of the client or the guardian, where it was given on the screen. */
  readonly signature?: GivenSignature | undefined;
  /** Ids of the points the client has ticked. */
  readonly ticked?: ReadonlySet<string>;
}

/**
 * A document with every word in place.
 *
 * @throws AppError `pack-invalid` where a text asks for what its document is not told: a pack that
 *   was checked has none
 */
export function buildDocument<K extends DocumentKind>(
  document: K,
  input: DocumentInput<K>,
  context: DocumentContext,
): PrintDocument {
  const { texts, language, record, institution, clientNo, recordHash } = context;
  const teller = new Teller(document, input, context);
  const { words } = texts;
  const text = texts.documents[document];
  const sections = text.sections
    .filter(({ only }) => only === undefined || teller.rowsOf(only).length > 0)
    .map(({ heading, blocks }) => ({
      ...(heading && { heading: teller.say(heading) }),
      blocks: joined(blocks.flatMap((block) => teller.tell(block))),
    }))
    .filter(({ blocks }) => blocks.length > 0);
  return {
    origin: { document, record, texts: { id: texts.id, version: texts.version }, language },
    title: teller.say(text.title),
    institution,
    version: say(words.version, language, { version: texts.version }),
    clientNo: clientNo === undefined ? "" : say(words.clientNo, language, { no: clientNo }),
    page: words.page[language],
    evidence: recordHash === undefined ? "" : say(words.evidence, language, { hash: shortHash(recordHash) }),
    sections: [...sections, basis(teller, context)],
  };
}

/** `4E7A 19C2 B0D5 66F1`: enough to be compared by eye. */
function shortHash(hex: string): string {
  return (hex.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}

/** Puts one document's values into its sentences, and remembers which laws were named. */
class Teller {
  readonly #document: DocumentKind;
  readonly #context: DocumentContext;
  readonly #values: Values;
  readonly #rows: Readonly<Record<string, readonly Values[]>>;
  /** Ids of the sources named so far. */
  readonly cited = new Set<string>();

  constructor(
    document: DocumentKind,
    { values, rows }: { readonly values: Values; readonly rows: Readonly<Record<string, readonly Values[]>> },
    context: DocumentContext,
  ) {
    this.#document = document;
    this.#values = values;
    this.#rows = rows;
    this.#context = context;
  }

  say(sentence: Localized, row: Values = {}): string {
    const { language } = this.#context;
    const known = { ...this.#values, ...row };
    const unknown = [...placeholders(sentence[language])].find((name) => known[name] === undefined);
    if (unknown !== undefined) throw this.#invalid(unknown);
    return say(sentence, language, known);
  }

  rowsOf(name: string): readonly Values[] {
    const rows = this.#rows[name];
    if (rows === undefined) throw this.#invalid(name);
    return rows;
  }

  tell(block: TextBlock): DocumentBlock[] {
    const rows = block.each === undefined ? [{}] : this.rowsOf(block.each);
    switch (block.kind) {
      case "paragraph":
        return rows.map((row) => ({
          kind: "paragraph",
          text: this.say(block.text, row),
          ...this.#source(block.cites),
        }));
      case "note":
        return rows.map((row) => ({ kind: "note", text: this.say(block.text, row) }));
      case "item": {
        const items = rows.map((row) => ({
          text: this.say(block.text, row),
          ...this.#source(block.cites, this.#told(block.sourceFrom, row)),
        }));
        return items.length === 0 ? [] : [{ kind: "items", items }];
      }
      case "fact": {
        const values = rows.map((row) => this.#marked(block.text, block.mark, row));
        return values.length === 0 ? [] : [{ kind: "facts", facts: [{ label: this.say(block.label), values }] }];
      }
      case "point":
        return this.#points(block, rows);
      case "table": {
        const head = block.columns.map(({ head: text, isNumber = false }) => ({ text: this.say(text), isNumber }));
        const told = rows.map((row) => block.columns.map(({ text, mark }) => this.#marked(text, mark, row)));
        return told.length === 0 ? [] : [{ kind: "table", head, rows: told }];
      }
      case "sign": {
        const signatures = block.signers.map((role) => signatureLine(role, this.#context));
        return rows.map((row) => {
          const clause = this.say(block.clause, row);
          return { kind: "sign", clause, ...this.#source(block.cites), signatures };
        });
      }
    }
  }

  #points(block: TextBlock & { readonly kind: "point" }, rows: readonly Values[]): DocumentBlock[] {
    const { texts, language, ticked } = this.#context;
    const { words } = texts;
    const points = rows.map((row, index) => {
      const id = block.each === undefined ? block.id : `${block.id}-${index + 1}`;
      const isTicked = ticked?.has(id) ?? false;
      const mark = (isTicked ? words.ticked : words.unticked)[language];
      return { id, text: this.say(block.text, row), ...this.#source(block.cites), isTicked, mark };
    });
    return points.length === 0 ? [] : [{ kind: "points", hint: words.tickEach[language], points }];
  }

  #marked(sentence: Localized, mark: Mark | undefined, row: Values): Marked {
    const text = this.say(sentence, row);
    const known = { ...this.#values, ...row };
    if (mark === undefined) return { text };
    if ("grade" in mark) return { text, grade: Grade.parse(known[mark.grade]) };
    const level = known[mark.level];
    // Who was not assessed has none.
    return level === "" ? { text } : { text, level: Level.parse(level) };
  }

  /** The value of a name, as a list: empty without a name. */
  #told(name: string | undefined, row: Values): readonly string[] {
    if (name === undefined) return [];
    const value = { ...this.#values, ...row }[name];
    if (value === undefined) throw this.#invalid(name);
    return [String(value)];
  }

  /** `证监会令第130号 第19条、第22条；…`, and whatever else a text comes from. */
  #source(cites: readonly Cite[] = [], others: readonly string[] = []): { source?: string } {
    const { texts, language } = this.#context;
    const { words, sources } = texts;
    const articles = Map.groupBy(cites, ({ source }) => source);
    const laws = Array.from(articles, ([id, named]) => {
      const law = sources.find((one) => one.id === id)?.short[language];
      if (law === undefined) throw this.#invalid(id);
      this.cited.add(id);
      const list = named.flatMap(({ article }) => (article === undefined ? [] : [articleText(article, this.#context)]));
      if (list.length === 0) return law;
      return say(words.cite, language, { law, article: list.join(words.betweenArticles[language]) });
    });
    const all = [...others, ...laws];
    return all.length === 0 ? {} : { source: all.join(words.betweenLaws[language]) };
  }

  #invalid(name: string): AppError {
    return new AppError("pack-invalid", { faults: `unknown-value ${this.#document}/${name}` });
  }
}

function signatureLine(role: "client" | "institution", context: DocumentContext): Signature {
  const { texts, language, byGuardian = false, signature } = context;
  const { words } = texts;
  const line = {
    who: words.signers[role === "client" && byGuardian ? "guardian" : role][language],
    dateLabel: words.date[language],
  };
  if (role !== "client" || signature === undefined) return line;
  const { png, sha256, how, at } = signature;
  const minute = shanghaiMinute(at);
  const said = say(how === "drawn" ? words.signedAt : words.typedAt, language, { at: minute });
  return { ...line, signed: { ...(png !== undefined && { png }), sha256, how: said, day: minute.slice(0, 10) } };
}

/** The laws the document rests on, in full, and the record it can be checked against. */
function basis(teller: Teller, { texts, language, recordHash }: DocumentContext): PrintDocument["sections"][number] {
  const { words, sources } = texts;
  const laws = sources.filter(({ id }) => teller.cited.has(id)).map(({ law }) => law[language]);
  const text = say(words.basis, language, { laws: laws.join(words.betweenLaws[language]) });
  const record = recordHash === undefined ? {} : { record: { label: words.recordHash[language], sha256: recordHash } };
  return { blocks: [{ kind: "basis", text, ...record }] };
}

/** `第23条第2项` for `23(2)`, `第22至24条` for `22-24`. */
function articleText(article: string, { texts: { words }, language }: DocumentContext): string {
  const [, first = article, last, item] = /^(\d+)(?:-(\d+))?(?:\((\d+)\))?$/.exec(article) ?? [];
  const n = last === undefined ? first : say(words.articleRange, language, { from: first, to: last });
  return item === undefined ? say(words.article, language, { n }) : say(words.articleItem, language, { n, item });
}

/** Neighbours of a kind become one list. */
function joined(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const result: DocumentBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === "facts" && last?.kind === "facts") last.facts.push(...block.facts);
    else if (block.kind === "items" && last?.kind === "items") last.items.push(...block.items);
    else if (block.kind === "points" && last?.kind === "points") last.points.push(...block.points);
    else result.push(block);
  }
  return result;
}
