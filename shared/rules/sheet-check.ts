/**
 * @file What is wrong with a product sheet before it goes on the shelf, and what its reader should
 * know. The form and the import of lists judge by it alike. Pure.
 */

import { AppError } from "../errors.ts";
import type { SheetField, SheetValues } from "../model/product-sheet.ts";
import type { PackLibrary } from "../packs/library.ts";
import type { LintWords } from "../packs/lint-words.ts";
import type { ProductCatalogue } from "../packs/product-catalogue.ts";
import { lintText, type Wording } from "./lint-text.ts";
import { lookThroughOf } from "./look-through.ts";
import { catalogueEntry, gradeAgainstDrawdown, higherGrade, isLower, ticketOf } from "./product-grade.ts";

/** A sheet with one of these is not taken. */
const sheetFaultCodes = [
  "source-missing",
  "ages-crossed",
  "insurance-missing",
  "insurance-elsewhere",
  "private-minimum",
  "below-ticket",
  "look-through-over",
  "grade-dates",
  "drawdown-dates",
  "forbidden-words",
] as const;
/** A sheet with one of these is taken, and its reader is told. */
const sheetFlagCodes = [
  "seller-lower",
  "below-catalogue",
  "below-measured",
  "grade-undated",
  "grade-not-yet",
  "grade-outdated",
  "doubtful-words",
] as const;
export type SheetFaultCode = (typeof sheetFaultCodes)[number];
export type SheetFlagCode = (typeof sheetFlagCodes)[number];

export interface SheetFinding<C extends SheetFaultCode | SheetFlagCode = SheetFaultCode | SheetFlagCode> {
  readonly code: C;
  readonly field: SheetField;
  /** Figures and grades for the sentence. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What was found to be written, for the codes that speak of words. */
  readonly wording?: Wording | undefined;
}

export interface SheetCheck {
  readonly faults: readonly SheetFinding<SheetFaultCode>[];
  readonly flags: readonly SheetFinding<SheetFlagCode>[];
}

export interface SheetRules {
  readonly catalogue: ProductCatalogue;
  readonly words: LintWords;
  /** The day it is looked at. */
  readonly day: string;
}

/**
 * The rules in force on a day.
 *
 * @throws AppError `pack-missing` before the first of them
 */
export function sheetRules(library: PackLibrary, day: string): SheetRules {
  const catalogue = library.inForce("product-catalogue", day);
  const words = library.inForce("lint-words", day);
  if (catalogue === undefined) throw new AppError("pack-missing", { id: "product-catalogue" });
  if (words === undefined) throw new AppError("pack-missing", { id: "lint-words" });
  return { catalogue, words, day };
}

/** What the client reads of a sheet. */
export const clientTexts = ["name", "liquidity", "structure", "explanation", "exclusions", "risks"] as const;

export function checkSheet(sheet: SheetValues, rules: SheetRules): SheetCheck {
  const wordings = wordingsOf(sheet, rules.words);
  return {
    faults: [
      ...contradictions(sheet),
      ...privateFaults(sheet, rules.catalogue),
      ...wordings.filter(({ wording }) => wording.rule.weight === "refuse").map(worded("forbidden-words")),
    ],
    flags: [
      ...gradeFlags(sheet, rules),
      ...wordings.filter(({ wording }) => wording.rule.weight === "warn").map(worded("doubtful-words")),
    ],
  };
}

/** What is written where in the texts the client reads. */
export function wordingsOf(
  sheet: Pick<SheetValues, (typeof clientTexts)[number]>,
  words: LintWords,
): readonly { readonly field: (typeof clientTexts)[number]; readonly wording: Wording }[] {
  return clientTexts.flatMap((field) => lintText(sheet[field] ?? "", words).map((wording) => ({ field, wording })));
}

function worded<C extends SheetFaultCode | SheetFlagCode>(code: C) {
  return ({ field, wording }: { field: SheetField; wording: Wording }): SheetFinding<C> => ({
    code,
    field,
    values: { words: wording.quote, sentence: wording.sentence },
    wording,
  });
}

function contradictions(sheet: SheetValues): SheetFinding<SheetFaultCode>[] {
  const { source, minimumAge, maximumAge, regime, insurance, gradedOn, gradeUntil, drawdown } = sheet;
  const known = lookThroughOf(sheet)?.known ?? 0;
  const isInsurance = regime === "NFRA_INSURANCE";
  const found: (SheetFinding<SheetFaultCode> | false)[] = [
    (source ?? "").trim() === "" && { code: "source-missing", field: "source", values: {} },
    minimumAge !== undefined &&
      maximumAge !== undefined &&
      minimumAge > maximumAge && {
        code: "ages-crossed",
        field: "maximumAge",
        values: { from: minimumAge, to: maximumAge },
      },
    isInsurance && insurance === undefined && { code: "insurance-missing", field: "insurance", values: {} },
    !isInsurance && insurance !== undefined && { code: "insurance-elsewhere", field: "insurance", values: {} },
    known > 100 && { code: "look-through-over", field: "lookThrough", values: { sum: known } },
    gradedOn !== undefined &&
      gradeUntil !== undefined &&
      gradeUntil < gradedOn && {
        code: "grade-dates",
        field: "gradeUntil",
        values: { from: gradedOn, until: gradeUntil },
      },
    drawdown !== undefined &&
      drawdown.until < drawdown.from && {
        code: "drawdown-dates",
        field: "drawdown",
        values: { from: drawdown.from, until: drawdown.until },
      },
  ];
  return found.filter((one) => one !== false);
}

function privateFaults(sheet: SheetValues, catalogue: ProductCatalogue): SheetFinding<SheetFaultCode>[] {
  if (!sheet.isPrivate) return [];
  if (sheet.minimum === 0) return [{ code: "private-minimum", field: "minimum", values: {} }];
  const ticket = ticketOf(sheet, catalogue)?.fen ?? 0;
  return sheet.minimum < ticket ? [{ code: "below-ticket", field: "minimum", values: { ticket } }] : [];
}

function gradeFlags(sheet: SheetValues, { catalogue, day }: SheetRules): SheetFinding<SheetFlagCode>[] {
  const { issuerGrade, sellerGrade, gradedOn, gradeUntil } = sheet;
  const grade = higherGrade(sheet);
  const entry = catalogueEntry(sheet, catalogue);
  const { isTooLow, suggests } = gradeAgainstDrawdown(sheet, catalogue);
  const found: (SheetFinding<SheetFlagCode> | false)[] = [
    issuerGrade !== undefined &&
      isLower(sellerGrade, issuerGrade) && {
        code: "seller-lower",
        field: "sellerGrade",
        values: { seller: sellerGrade, issuer: issuerGrade },
      },
    entry !== undefined &&
      isLower(grade, entry.grade) && {
        code: "below-catalogue",
        field: "sellerGrade",
        values: { grade, usual: entry.grade },
      },
    isTooLow && { code: "below-measured", field: "sellerGrade", values: { grade, suggests: suggests ?? grade } },
    gradedOn === undefined && { code: "grade-undated", field: "gradedOn", values: {} },
    gradedOn !== undefined && day < gradedOn && { code: "grade-not-yet", field: "gradedOn", values: { day: gradedOn } },
    gradeUntil !== undefined &&
      gradeUntil < day && { code: "grade-outdated", field: "gradeUntil", values: { day: gradeUntil } },
  ];
  return found.filter((one) => one !== false);
}
