/** @file The shelf as a list, in the columns that the import reads: what goes out comes in as the same. */
import type { Language } from "../model/primitives.ts";
import type { ProductSheet } from "../model/product-sheet.ts";
import { type CellValue, writeCell } from "./cells.ts";
import { feePrefix, holdingPrefix, type ShelfColumn, shelfColumns } from "./columns.ts";
import { toCsv } from "./csv.ts";

/** A CSV with one row for each sheet, heads and words in a language. */
export function shelfCsv(sheets: readonly ProductSheet[], language: Language): string {
  const word = (column: ShelfColumn) => (value: string) => column.choices?.get(value)?.[language] ?? value;
  return toCsv([
    shelfColumns.map((column) => column.head[language]),
    ...sheets.map((sheet) => shelfColumns.map((column) => writeCell(column, cellValue(column, sheet), word(column)))),
  ]);
}

/** The heads alone, for filling in. */
export function shelfTemplate(language: Language): string {
  return shelfCsv([], language);
}

function cellValue({ id, field }: ShelfColumn, sheet: ProductSheet): CellValue | undefined {
  if (id.startsWith(feePrefix)) return some(sheet.fees.filter(({ kind }) => `${feePrefix}${kind}` === id));
  if (id.startsWith(holdingPrefix)) {
    return some(sheet.lookThrough.filter(({ holding }) => `${holdingPrefix}${holding}` === id));
  }
  const { insurance, alternative, drawdown } = sheet;
  switch (id) {
    case "active":
      return yesNo(sheet.isActive);
    case "private":
      return yesNo(sheet.isPrivate);
    case "insuranceKind":
      return insurance?.kind;
    case "insuranceOverOneYear":
      return insurance && yesNo(insurance.isOverOneYear);
    case "alternative":
      return alternative?.name;
    case "alternativeCommission":
      return alternative?.commission;
    case "drawdown":
      return drawdown?.percent;
    case "drawdownFrom":
      return drawdown?.from;
    case "drawdownUntil":
      return drawdown?.until;
    default:
      return sheet[field] as CellValue | undefined;
  }
}

function yesNo(is: boolean): string {
  return is ? "yes" : "no";
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
