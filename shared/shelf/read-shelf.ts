/**
 * @file What a shelf list would do, before anything is written: row by row a new product, a new
 * version, the same, or a refusal with every fault. Pure; never throws, whatever the list holds.
 */
import { ProductSheet, type SheetField } from "../model/product-sheet.ts";
import {
  compareVersions,
  currentSheets,
  newProductId,
  plainCode,
  type SheetChange,
  sheetChanges,
  valuesOf,
} from "../rules/product-sheets.ts";
import {
  checkSheet,
  type SheetFaultCode,
  type SheetFinding,
  type SheetFlagCode,
  type SheetRules,
} from "../rules/sheet-check.ts";
import type { CellFaultCode } from "./cells.ts";
import { columnByHead, type ShelfColumn, shelfColumns } from "./columns.ts";
import { unguarded } from "./csv.ts";
import { type RowCells, rowValues } from "./row-values.ts";
import type { ShelfMap } from "./shelf-map.ts";

export interface ShelfList {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface ShelfOptions extends SheetRules {
  /** Every version of every product there is. */
  readonly sheets: readonly ProductSheet[];
  /** Where the list is from, for rows that do not say. */
  readonly source: string;
  /** When it is taken in. */
  readonly at: string;
  readonly map?: ShelfMap | undefined;
}

/** What is wrong with the list as a whole: nothing of it is read. */
export interface ListFault {
  readonly code: "no-code-column" | "column-missing" | "column-twice" | "no-rows";
  readonly head: string;
}

export type RowFaultCode =
  | CellFaultCode
  | SheetFaultCode
  | "missing"
  | "row-length"
  | "code-twice"
  | "too-long"
  | "too-big"
  | "not-accepted";

export interface RowFinding<C extends RowFaultCode | SheetFlagCode = RowFaultCode | SheetFlagCode> {
  readonly code: C;
  /** Absent where it is about the row. */
  readonly column: ShelfColumn | undefined;
  /** What the cell holds, cut; empty where nothing does. */
  readonly cell: string;
  /** Figures for the sentence. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly wording?: SheetFinding["wording"];
}

export interface ShelfRow {
  readonly line: number;
  /** As far as the row says. */
  readonly code: string;
  readonly name: string;
  readonly outcome: "create" | "update" | "same" | "refused";
  /** Why it is refused; none for the others. */
  readonly faults: readonly RowFinding<RowFaultCode>[];
  readonly flags: readonly RowFinding<SheetFlagCode>[];
  /** What would be written; absent for `same` and `refused`. */
  readonly sheet?: Omit<ProductSheet, "id">;
  /** Against the version before; empty for a new product. */
  readonly changes: readonly SheetChange[];
}

export interface ShelfReading {
  readonly faults: readonly ListFault[];
  /** Heads that mean nothing here. */
  readonly ignored: readonly string[];
  readonly rows: readonly ShelfRow[];
  readonly counts: Readonly<Record<ShelfRow["outcome"], number>>;
}

const mostShown = 80;

export function readShelf(list: ShelfList, options: ShelfOptions): ShelfReading {
  const { columns, ignored, faults } = columnsOf(list, options.map);
  const rows = faults.length > 0 ? [] : list.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (faults.length === 0 && rows.length === 0) faults.push({ code: "no-rows", head: "" });
  const read = readRows(rows, columns, list.header.length, options);
  const counts = { create: 0, update: 0, same: 0, refused: 0 };
  for (const { outcome } of read) counts[outcome] += 1;
  return { faults, ignored, rows: read, counts };
}

type Columns = readonly (ShelfColumn | undefined)[];

function columnsOf({ header }: ShelfList, map: ShelfMap | undefined) {
  const mapped = new Map(Object.entries(map?.columns ?? {}).map(([id, head]) => [(head ?? "").trim(), id]));
  const named = new Set(mapped.values());
  const columns: Columns = header.map((head) => {
    const id = mapped.get(head.trim());
    if (id !== undefined) return shelfColumns.find((column) => column.id === id);
    const own = columnByHead(head);
    return own !== undefined && named.has(own.id) ? undefined : own;
  });
  const faults: ListFault[] = [];
  columns.forEach((column, index) => {
    if (column !== undefined && columns.indexOf(column) < index) {
      faults.push({ code: "column-twice", head: cut(header[index] ?? "") });
    }
  });
  for (const [head, id] of mapped) {
    if (!columns.some((column) => column?.id === id)) faults.push({ code: "column-missing", head: cut(head) });
  }
  if (!columns.some((column) => column?.id === "code") && !named.has("code")) {
    faults.push({ code: "no-code-column", head: "" });
  }
  const ignored = header.filter((head, index) => columns[index] === undefined && head.trim() !== "").map(cut);
  return { columns, ignored, faults };
}

interface Shelf {
  /** Newest version by code. */
  readonly byCode: ReadonlyMap<string, ProductSheet>;
  readonly products: Set<string>;
}

function shelfOf(sheets: readonly ProductSheet[]): Shelf {
  const byCode = new Map<string, ProductSheet>();
  for (const sheet of currentSheets(sheets)) {
    const known = byCode.get(plainCode(sheet.code));
    if (known === undefined || compareVersions(known, sheet) < 0) byCode.set(plainCode(sheet.code), sheet);
  }
  return { byCode, products: new Set(sheets.map(({ product }) => product)) };
}

function readRows(rows: ShelfList["rows"], columns: Columns, width: number, options: ShelfOptions): ShelfRow[] {
  const shelf = shelfOf(options.sheets);
  const found = rows.map(({ line, cells }) => ({ line, cells, texts: textsOf(cells, columns, options.map) }));
  const linesByCode = new Map<string, number[]>();
  for (const { line, texts } of found) {
    const code = plainCode(texts.get(codeColumn) ?? "");
    if (code !== "") linesByCode.set(code, [...(linesByCode.get(code) ?? []), line]);
  }
  return found.map(({ line, cells, texts }) => {
    const others = (linesByCode.get(plainCode(texts.get(codeColumn) ?? "")) ?? []).filter((other) => other !== line);
    const rowFaults: RowFinding<RowFaultCode>[] = [
      ...(cells.length === width
        ? []
        : [finding("row-length", undefined, "", { cells: cells.length, columns: width })]),
      ...(others.length === 0
        ? []
        : [finding("code-twice", codeColumn, texts.get(codeColumn) ?? "", { lines: others.slice(0, 5).join(", ") })]),
    ];
    return readRow({ line, texts, rowFaults }, shelf, options);
  });
}

const codeColumn = shelfColumns.find(({ id }) => id === "code") as ShelfColumn;

function textsOf(cells: readonly string[], columns: Columns, map: ShelfMap | undefined): RowCells {
  const texts = new Map<ShelfColumn, string>();
  const word = ({ id }: ShelfColumn, text: string) => {
    const words = Object.entries(map?.words[id] ?? {});
    return words.find(([theirs]) => theirs.trim() === text.trim())?.[1] ?? text;
  };
  for (const column of shelfColumns) {
    const same = map?.same[column.id];
    if (same !== undefined) texts.set(column, same);
  }
  columns.forEach((column, index) => {
    const text = unguarded(cells[index] ?? "");
    if (column !== undefined && text.trim() !== "") texts.set(column, word(column, text));
  });
  return texts;
}

interface FoundRow {
  readonly line: number;
  readonly texts: RowCells;
  readonly rowFaults: readonly RowFinding<RowFaultCode>[];
}

function readRow({ line, texts, rowFaults }: FoundRow, shelf: Shelf, options: ShelfOptions): ShelfRow {
  const known = shelf.byCode.get(plainCode(texts.get(codeColumn) ?? ""));
  const before = known && valuesOf(known);
  const read = rowValues(texts, before, options.catalogue.entries);
  const values = { ...read.values, source: texts.has(sourceColumn) ? read.values["source"] : options.source };
  const code = texts.get(codeColumn) ?? "";
  const product = known?.product ?? newProductId(code, (id) => shelf.products.has(id));
  const version = (known?.version ?? 0) + 1;
  const parsed = ProductSheet.omit({ id: true }).safeParse(
    withoutUndefined({ ...values, product, version, at: options.at }),
  );
  const faults = [
    ...rowFaults,
    ...read.faults.map(({ code: fault, column }) => finding(fault, column, texts.get(column) ?? "", {})),
  ];
  const name = texts.get(nameColumn) ?? before?.name ?? "";
  const about = { line, code: cut(code.trim()), name: cut(name.trim()) };
  if (!parsed.success) {
    // What was not read or is missing has been told; the rest is out of the model's bounds.
    const told = new Set(faults.map(({ column }) => column?.field as string | undefined));
    const others = parsed.error.issues
      .filter(({ path }) => !told.has(String(path[0])))
      .map((issue) => shapeFinding(issue, texts));
    return { ...about, outcome: "refused", faults: [...faults, ...others], flags: [], changes: [] };
  }
  const { product: _product, version: _version, at: _at, ...sheet } = parsed.data;
  const check = checkSheet(sheet, options);
  const columnsOfSheet = (found: SheetFinding) => columnFor(found.field, texts);
  const refused = [...faults, ...check.faults.map((one) => withColumn(one, columnsOfSheet(one), texts))];
  if (refused.length > 0) return { ...about, outcome: "refused", faults: refused, flags: [], changes: [] };
  const flags = check.flags.map((one) => withColumn(one, columnsOfSheet(one), texts));
  const changes = before === undefined ? [] : sheetChanges(before, sheet);
  if (before !== undefined && changes.length === 0) return { ...about, outcome: "same", faults: [], flags, changes };
  shelf.products.add(product);
  const outcome = before === undefined ? "create" : "update";
  return { ...about, outcome, faults: [], flags, changes, sheet: parsed.data };
}

const nameColumn = shelfColumns.find(({ id }) => id === "name") as ShelfColumn;
const sourceColumn = shelfColumns.find(({ id }) => id === "source") as ShelfColumn;

/** The column a finding about a field stands at: one the row fills, where it fills one. */
function columnFor(field: SheetField, texts: RowCells): ShelfColumn | undefined {
  const columns = shelfColumns.filter((column) => column.field === field);
  return columns.find((column) => texts.has(column)) ?? columns[0];
}

function withColumn<C extends SheetFaultCode | SheetFlagCode>(
  { code, values, wording }: SheetFinding<C>,
  column: ShelfColumn | undefined,
  texts: RowCells,
): RowFinding<C> {
  const cell = (column && texts.get(column)) ?? "";
  return { ...finding(code, column, cell, values), ...(wording !== undefined && { wording }) };
}

function finding<C extends RowFaultCode | SheetFlagCode>(
  code: C,
  column: ShelfColumn | undefined,
  cell: string,
  values: RowFinding["values"],
): RowFinding<C> {
  return { code, column, cell: cut(cell.trim()), values };
}

function shapeFinding(
  issue: { readonly code?: string | undefined; readonly path: readonly PropertyKey[] } & Partial<
    Record<"origin" | "maximum", unknown>
  >,
  texts: RowCells,
): RowFinding<RowFaultCode> {
  const column = columnFor(String(issue.path[0]) as SheetField, texts);
  const cell = (column && texts.get(column)) ?? "";
  if (issue.code !== "too_big") return finding("not-accepted", column, cell, {});
  return finding(issue.origin === "number" ? "too-big" : "too-long", column, cell, { max: Number(issue.maximum) });
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length > mostShown ? `${signs.slice(0, mostShown - 1).join("")}…` : text;
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
}
