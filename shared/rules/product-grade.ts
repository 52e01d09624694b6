/**
 * @file Whether a product's grade looks too low: against what the catalogue usually gives its kind,
 * and against what it has been measured to do (AMAC 2026: share of equity, volatility and greatest
 * fall). Pure. It only warns: the grade is the institution's own judgement.
 */
import type { SheetValues } from "../model/product-sheet.ts";
import { type Grade, grades } from "../packs/match-matrix.ts";
import { type CatalogueEntry, type Measure, measures, type ProductCatalogue } from "../packs/product-catalogue.ts";
import { lookThroughOf } from "./look-through.ts";

export function isLower(grade: Grade, other: Grade): boolean {
  return grades.indexOf(grade) < grades.indexOf(other);
}

/** The higher of a product's grades (NFRA Art. 22). */
export function higherGrade({ issuerGrade, sellerGrade }: Pick<SheetValues, "issuerGrade" | "sellerGrade">): Grade {
  return issuerGrade !== undefined && isLower(sellerGrade, issuerGrade) ? issuerGrade : sellerGrade;
}

/** One thing that was measured, held against a grade. */
export interface Measured {
  readonly measure: Measure;
  /** Per cent. */
  readonly value: number;
  /** The most that fits the product's grade; null where anything does. */
  readonly limit: number | null;
  /** The lowest grade it fits. */
  readonly fits: Grade;
  readonly isOver: boolean;
}

export interface GradeCheck {
  /** The grade that was checked: the higher one. */
  readonly grade: Grade;
  readonly measured: readonly Measured[];
  /** What no figure was given for. */
  readonly missing: readonly Measure[];
  /** The lowest grade that all figures fit; undefined where there are none. */
  readonly suggests: Grade | undefined;
  /** Some figure asks for a higher grade. */
  readonly isTooLow: boolean;
}

/** A product's grade against its greatest fall, its volatility and its share of equity. */
export function gradeAgainstDrawdown(sheet: SheetValues, pack: Pick<ProductCatalogue, "limits">): GradeCheck {
  const grade = higherGrade(sheet);
  const values: Readonly<Record<Measure, number | undefined>> = {
    drawdown: sheet.drawdown?.percent,
    volatility: sheet.volatility,
    equity: lookThroughOf(sheet)?.equity,
  };
  const measured = measures.flatMap((measure): Measured[] => {
    const value = values[measure];
    if (value === undefined) return [];
    const limit = pack.limits.grades[grade][measure];
    const fits = grades.find((one) => value <= (pack.limits.grades[one][measure] ?? Number.POSITIVE_INFINITY)) ?? "R5";
    return [{ measure, value, limit, fits, isOver: limit !== null && value > limit }];
  });
  return {
    grade,
    measured,
    missing: measures.filter((measure) => values[measure] === undefined),
    suggests: measured.map(({ fits }) => fits).toSorted((a, b) => grades.indexOf(b) - grades.indexOf(a))[0],
    isTooLow: measured.some(({ isOver }) => isOver),
  };
}

/** The kind of product a sheet says it is; undefined where it says none, or one this pack does not know. */
export function catalogueEntry(
  { catalogueEntry: id }: Pick<SheetValues, "catalogueEntry">,
  { entries }: Pick<ProductCatalogue, "entries">,
): CatalogueEntry | undefined {
  return id === undefined ? undefined : entries.find((entry) => entry.id === id);
}

/** Least that a qualified investor puts into this private product, fen, and by which sources; undefined for one that is not private. */
export function ticketOf(
  sheet: Pick<SheetValues, "isPrivate" | "type" | "catalogueEntry">,
  pack: Pick<ProductCatalogue, "entries" | "tickets">,
): { readonly fen: number; readonly cites: readonly string[] } | undefined {
  if (!sheet.isPrivate) return undefined;
  const byType = { fen: pack.tickets.types[sheet.type] ?? 0, cites: pack.tickets.cites };
  const entry = catalogueEntry(sheet, pack);
  const isMore = entry?.ticket !== undefined && entry.ticket > byType.fen;
  return isMore ? { fen: entry.ticket ?? 0, cites: entry.ticketCites ?? [] } : byType;
}
