/**
 * @file The cells of one row as the values of a product sheet, over what the product was before.
 *
 * [Note: What a list leaves out]
 *
 * An empty cell, like a column that is not there, leaves what the product had. A dash takes it
 * away. What belongs together (fees, holdings, a drawdown and its days, an alternative, a kind of
 * insurance) is taken together: where a row fills one of its cells the others come from that row too.
 */
import type { SheetField, SheetValues } from "../model/product-sheet.ts";
import type { CatalogueEntry } from "../packs/product-catalogue.ts";
import { type CellFaultCode, type CellValue, clearing, readCell, type Share } from "./cells.ts";
import { feePrefix, holdingPrefix, plainWord, type ShelfColumn, shelfColumns } from "./columns.ts";

/** Text of a row's cells by column. */
export type RowCells = ReadonlyMap<ShelfColumn, string>;

export interface CellFault {
  readonly code: CellFaultCode | "missing";
  readonly column: ShelfColumn;
}

export interface RowValues {
  /** As far as they could be read; the model judges them. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly CellFault[];
}

/** Filled cells, read: null where a dash takes away. */
type Filled = ReadonlyMap<string, CellValue | null>;

export function rowValues(
  cells: RowCells,
  before: SheetValues | undefined,
  entries: readonly CatalogueEntry[],
): RowValues {
  const faults: CellFault[] = [];
  const filled = new Map<string, CellValue | null>();
  for (const [column, text] of cells) {
    const plain = text.trim();
    if (plain === "") continue;
    if (clearing.has(plain)) filled.set(column.id, null);
    else {
      const reading = column.id === "catalogue" ? entryOf(plain, entries) : readCell(column, plain);
      if ("fault" in reading) faults.push({ code: reading.fault, column });
      else filled.set(column.id, reading.value);
    }
  }
  const unread: ReadonlySet<string> = new Set(faults.map(({ column }) => column.field));
  const values: Record<string, unknown> = { ...start, ...before };
  for (const column of shelfColumns) {
    const value = filled.get(column.id);
    if (value === undefined || together.has(column.field)) continue;
    values[column.field] = value === null ? emptied[column.field] : flag(column, value);
  }
  const groups: readonly (readonly [SheetField, unknown])[] = [
    ["fees", shares(filled, feePrefix, "kind", before?.fees)],
    ["lookThrough", shares(filled, holdingPrefix, "holding", before?.lookThrough)],
    ["insurance", insuranceOf(filled, before)],
    ["alternative", alternativeOf(filled, before)],
    ["drawdown", drawdownOf(filled, before)],
  ];
  for (const [field, value] of groups) if (value !== undefined) values[field] = value === null ? emptied[field] : value;
  return { values, faults: [...faults, ...missing(values, unread)] };
}

/** What is so unless a list says otherwise. */
const start = { isActive: true, isPrivate: false, rights: [], fees: [], lookThrough: [] };
/** What a dash leaves behind, where the model wants something all the same. */
const emptied: Readonly<Partial<Record<SheetField, unknown>>> = start;
const together: ReadonlySet<SheetField> = new Set(["fees", "lookThrough", "insurance", "alternative", "drawdown"]);

function entryOf(text: string, entries: readonly CatalogueEntry[]): { value: string } | { fault: CellFaultCode } {
  const wanted = plainWord(text);
  const found = entries.find(({ id, name }) => [id, ...Object.values(name)].some((one) => plainWord(one) === wanted));
  return found === undefined ? { fault: "not-in-table" } : { value: found.id };
}

function flag({ field }: ShelfColumn, value: CellValue): unknown {
  return field === "isActive" || field === "isPrivate" ? value === "yes" : value;
}

/** Undefined where the row says nothing of them. A share that stays keeps its note. */
function shares<K extends string>(
  filled: Filled,
  prefix: string,
  key: K,
  before: readonly (Share & Readonly<Record<K, string>>)[] = [],
): readonly object[] | undefined {
  const listed = [...filled].filter(([id]) => id.startsWith(prefix));
  if (listed.length === 0) return undefined;
  return listed.flatMap(([id, value]) => {
    const name = id.slice(prefix.length);
    return ((value ?? []) as readonly Share[]).map(({ percent, note }) => {
      const kept = note ?? before.find((one) => one[key] === name && one.percent === percent)?.note;
      return { [key]: name, percent, ...(kept !== undefined && { note: kept }) };
    });
  });
}

/** Of a group: undefined where the row says nothing of it, null where it takes it away. */
function group<T extends object>(
  filled: Filled,
  ids: Readonly<Record<keyof T & string, string>>,
  before: T | undefined,
  convert: (name: string, value: CellValue) => unknown = (_, value) => value,
): object | null | undefined {
  const parts = Object.entries<string>(ids).map(([name, id]) => [name, filled.get(id)] as const);
  const said = parts.filter(([, value]) => value !== undefined);
  if (said.length === 0) return undefined;
  if (said.every(([, value]) => value === null)) return null;
  const fresh = said.flatMap(([name, value]) => (value == null ? [] : [[name, convert(name, value)]]));
  return { ...before, ...Object.fromEntries(fresh) };
}

function insuranceOf(filled: Filled, before: SheetValues | undefined) {
  const ids = { kind: "insuranceKind", isOverOneYear: "insuranceOverOneYear" };
  return group(filled, ids, before?.insurance, (name, value) => (name === "kind" ? value : value === "yes"));
}

function alternativeOf(filled: Filled, before: SheetValues | undefined) {
  return group(filled, { name: "alternative", commission: "alternativeCommission" }, before?.alternative);
}

function drawdownOf(filled: Filled, before: SheetValues | undefined) {
  const ids = { percent: "drawdown", from: "drawdownFrom", until: "drawdownUntil" };
  return group(filled, ids, before?.drawdown);
}

/** What a sheet or a group must have and neither the row nor the product before gives. */
function missing(values: Readonly<Record<string, unknown>>, unread: ReadonlySet<string>): CellFault[] {
  const parts: readonly (readonly [string, string, string])[] = [
    ["insurance", "kind", "insuranceKind"],
    ["insurance", "isOverOneYear", "insuranceOverOneYear"],
    ["alternative", "name", "alternative"],
    ["alternative", "commission", "alternativeCommission"],
    ["drawdown", "percent", "drawdown"],
    ["drawdown", "from", "drawdownFrom"],
    ["drawdown", "until", "drawdownUntil"],
  ];
  const ids = [
    ...shelfColumns.filter(({ isRequired, field }) => isRequired && isBlank(values[field])).map(({ id }) => id),
    ...parts
      .filter(
        ([field, part]) => values[field] !== undefined && isBlank((values[field] as Record<string, unknown>)[part]),
      )
      .map(([, , id]) => id),
  ];
  return shelfColumns
    .filter(({ id, field }) => ids.includes(id) && !unread.has(field))
    .map((column) => ({ code: "missing", column }));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === "";
}
