/**
 * @file Finds everything wrong with a pack of document texts at once: what no schema sees, names
 * that no document is told of above all. A pack with faults is never used.
 */
import { type DocumentKind, documentInputs } from "../documents/inputs.ts";
import { type Localized, languages } from "../model/primitives.ts";
import { placeholders } from "../model/sentence.ts";
import { type DocumentText, DocumentTexts, type TextBlock } from "./document-texts.ts";

export interface TextFault {
  readonly code:
    | "shape"
    | "dates"
    | "duplicate-id"
    | "unknown-source"
    | "unknown-list"
    | "unknown-value"
    | "unlike-languages";
  /** Where, as a path of ids. */
  readonly at: string;
  readonly detail?: string;
}

/** Every fault; an empty list means the pack may be used. Never throws. */
export function checkDocumentTexts(raw: unknown): readonly TextFault[] {
  const parsed = DocumentTexts.safeParse(raw);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ code: "shape", at: path.join("/"), detail: message }));
  }
  const pack = parsed.data;
  const faults: TextFault[] = [];
  if (pack.effectiveUntil !== undefined && pack.effectiveUntil < pack.effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil" });
  }
  const sources = pack.sources.map(({ id }) => id);
  faults.push(...duplicates(sources, "sources"));
  for (const [kind, text] of Object.entries(pack.documents) as [DocumentKind, DocumentText][]) {
    faults.push(...faultsOf(kind, text, new Set(sources)));
  }
  return faults;
}

function faultsOf(kind: DocumentKind, { title, sections }: DocumentText, sources: ReadonlySet<string>): TextFault[] {
  const rows: Readonly<Record<string, readonly string[]>> = documentInputs[kind].rows;
  const values: readonly string[] = documentInputs[kind].values;
  const blocks = sections.flatMap((section, s) =>
    section.blocks.map((block, b) => ({ block, at: `${kind}/${s + 1}/${b + 1}` })),
  );
  const points = blocks.flatMap(({ block }) => (block.kind === "point" ? [block.id] : []));
  const headings = sections.flatMap(({ heading }, s) => (heading ? asks(heading, values, `${kind}/${s + 1}`) : []));
  const lists = sections.flatMap(({ only }, s) => (only === undefined ? [] : [{ name: only, at: `${kind}/${s + 1}` }]));
  return [
    ...asks(title, values, kind),
    ...headings,
    ...duplicates(points, kind),
    ...lists.filter(({ name }) => !(name in rows)).map(({ name, at }) => unknownList(at, name)),
    ...blocks.flatMap(({ block, at }) => blockFaults(block, at)),
  ];

  function blockFaults(block: TextBlock, at: string): TextFault[] {
    const columns = block.each === undefined ? [] : rows[block.each];
    if (columns === undefined) return [unknownList(at, block.each ?? "")];
    const known = [...values, ...columns];
    const cites = "cites" in block ? (block.cites ?? []) : [];
    return [
      ...textsOf(block).flatMap((text) => asks(text, known, at)),
      ...namesOf(block).flatMap((name) => (known.includes(name) ? [] : [unknownValue(at, name)])),
      ...cites
        .filter(({ source }) => !sources.has(source))
        .map(({ source }): TextFault => ({ code: "unknown-source", at, detail: source })),
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
function asks(text: Localized, known: readonly string[], at: string): TextFault[] {
  const [first = "", ...others] = languages.map((language) => [...placeholders(text[language])].sort().join(" "));
  if (others.some((names) => names !== first)) return [{ code: "unlike-languages", at, detail: first }];
  const unknown = first.split(" ").filter((name) => name !== "" && !known.includes(name));
  return unknown.map((name) => unknownValue(at, name));
}

function duplicates(ids: readonly string[], at: string): TextFault[] {
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id): TextFault => ({ code: "duplicate-id", at, detail: id }));
}

function unknownList(at: string, name: string): TextFault {
  return { code: "unknown-list", at, detail: name };
}

function unknownValue(at: string, name: string): TextFault {
  return { code: "unknown-value", at, detail: name };
}
