/**
 * @file Finds everything wrong with a pack of document texts at once: what no schema sees, names
 * that no document is told of above all. A pack with faults is never used.
 */
import { type DocumentKind, documentInputs } from "../documents/inputs.ts";
import { type Localized, languages } from "../model/primitives.ts";
import { placeholders } from "../model/sentence.ts";
import { shapeFault } from "./check-shape.ts";
import { type DocumentText, DocumentTexts, type TextBlock } from "./document-texts.ts";
import type { Fault } from "./faults.ts";

/** Every fault; an empty list means the pack may be used. Never throws. */
export function checkDocumentTexts(raw: unknown): readonly Fault[] {
  const parsed = DocumentTexts.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map(shapeFault);
  const pack = parsed.data;
  const faults: Fault[] = [];
  if (pack.effectiveUntil !== undefined && pack.effectiveUntil < pack.effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil", detail: pack.effectiveUntil });
  }
  const sources = pack.sources.map(({ id }) => id);
  faults.push(...duplicates(sources, "sources"));
  for (const [kind, text] of Object.entries(pack.documents) as [DocumentKind, DocumentText][]) {
    faults.push(...faultsOf(kind, text, new Set(sources)));
  }
  return faults;
}

function faultsOf(kind: DocumentKind, { title, sections }: DocumentText, sources: ReadonlySet<string>): Fault[] {
  const rows: Readonly<Record<string, readonly string[]>> = documentInputs[kind].rows;
  const values: readonly string[] = documentInputs[kind].values;
  const blocks = sections.flatMap((section) => section.blocks.map((block) => ({ block, at: `${kind}/${block.id}` })));
  const ids = [...sections.map(({ id }) => id), ...blocks.map(({ block }) => block.id)];
  const headings = sections.flatMap(({ id, heading }) => (heading ? asks(heading, values, `${kind}/${id}`) : []));
  const lists = sections.flatMap(({ id, only }) => (only === undefined ? [] : [{ name: only, at: `${kind}/${id}` }]));
  return [
    ...asks(title, values, kind),
    ...headings,
    ...duplicates(ids, kind),
    ...lists.filter(({ name }) => !Object.hasOwn(rows, name)).map(({ name, at }) => unknownValue(at, name)),
    ...blocks.flatMap(({ block, at }) => blockFaults(block, at)),
  ];

  function blockFaults(block: TextBlock, at: string): Fault[] {
    if (block.each !== undefined && !Object.hasOwn(rows, block.each)) return [unknownValue(at, block.each)];
    const columns = block.each === undefined ? [] : (rows[block.each] ?? []);
    const known = [...values, ...columns];
    const cites = "cites" in block ? (block.cites ?? []) : [];
    return [
      ...textsOf(block).flatMap((text) => asks(text, known, at)),
      ...namesOf(block).flatMap((name) => (known.includes(name) ? [] : [unknownValue(at, name)])),
      ...cites
        .filter(({ source }) => !sources.has(source))
        .map(({ source }): Fault => ({ code: "missing-source", at, detail: source })),
    ];
  }
}

function textsOf(block: TextBlock): readonly Localized[] {
  switch (block.kind) {
    case "table":
      return block.columns.flatMap(({ head, text }) => [head, text]);
    case "fact":
      return [block.label, block.text];
    case "sign":
      return [block.clause];
    case "paragraph":
    case "item":
    case "point":
    case "note":
      return [block.text];
  }
}

/** Names of values outside the texts. */
function namesOf(block: TextBlock): readonly string[] {
  if (block.kind === "item") return block.sourceFrom === undefined ? [] : [block.sourceFrom];
  const marks =
    block.kind === "table" ? block.columns.map(({ mark }) => mark) : block.kind === "fact" ? [block.mark] : [];
  return marks.flatMap((mark) => (mark === undefined ? [] : Object.values(mark)));
}

/** The same names in every language, and only such as are known. */
function asks(text: Localized, known: readonly string[], at: string): Fault[] {
  const [first = "", ...others] = languages.map((language) => [...placeholders(text[language])].sort().join(" "));
  if (others.some((names) => names !== first)) return [{ code: "unlike-languages", at, detail: first }];
  const unknown = first.split(" ").filter((name) => name !== "" && !known.includes(name));
  return unknown.map((name) => unknownValue(at, name));
}

function duplicates(ids: readonly string[], at: string): Fault[] {
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id): Fault => ({ code: "duplicate-id", at, detail: id }));
}

function unknownValue(at: string, name: string): Fault {
  return { code: "unknown-value", at, detail: name };
}
