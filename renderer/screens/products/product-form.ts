/** @file The values of the product form: a sheet's fields with empty boxes allowed, and what is wrong with them. */
import type { Control } from "react-hook-form";
import { z } from "zod";
import {
  feeKinds,
  HoldingClass,
  type ProductSheet,
  productSheetFields,
  type SheetField,
  type SheetValues,
} from "../../../shared/model/product-sheet.ts";
import { sameCode, valuesOf } from "../../../shared/rules/product-sheets.ts";
import { insuranceKinds } from "../../../shared/rules/sale-case.ts";
import { checkSheet, type SheetCheck, type SheetRules } from "../../../shared/rules/sheet-check.ts";
import { formMessage, withoutBlanks } from "../../parts/form.ts";
import { productForm as words } from "../../text/products.ts";
import { findingWords } from "./words.ts";

const YesNo = z.enum(["yes", "no"]).transform((said) => said === "yes");
/** The model's own wording of "too fine" speaks of whole numbers. */
const Percent = z
  .number()
  .min(0)
  .max(1000)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, { error: formMessage(words.twoDecimals) });
const { note } = z.object({ note: productSheetFields.source.optional() }).shape;

/** A part that is left empty altogether is not there. */
function unlessEmpty<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (part) => (typeof part === "object" && part !== null && Object.keys(part).length === 0 ? undefined : part),
    schema.optional(),
  );
}

/** Rows nobody wrote in are no rows. */
function rowsOf<S extends z.ZodType>(row: S) {
  return z.preprocess(
    (rows) => (Array.isArray(rows) ? rows.filter((one: unknown) => JSON.stringify(one) !== "{}") : rows),
    z.array(row).max(40).default([]),
  );
}

const { product: _product, version: _version, at: _at, ...fields } = productSheetFields;
const optional = z.object(fields).partial().omit({
  isActive: true,
  isPrivate: true,
  fees: true,
  lookThrough: true,
  insurance: true,
  alternative: true,
  drawdown: true,
}).shape;

const AllBoxes = z.object({
  ...optional,
  code: fields.code,
  name: fields.name,
  regime: fields.regime,
  sellerGrade: fields.sellerGrade,
  termMonths: fields.termMonths,
  type: fields.type,
  minimum: fields.minimum,
  rights: fields.rights.default([]),
  commission: Percent.optional(),
  volatility: Percent.optional(),
  isActive: YesNo,
  isPrivate: YesNo,
  insurance: unlessEmpty(z.object({ kind: z.enum(insuranceKinds), isOverOneYear: YesNo })),
  fees: rowsOf(z.object({ kind: z.enum(feeKinds), percent: Percent, note })),
  lookThrough: rowsOf(z.object({ holding: HoldingClass, percent: Percent, note })),
  alternative: unlessEmpty(z.object({ name: fields.alternative.shape.name, commission: Percent })),
  drawdown: unlessEmpty(z.object({ ...fields.drawdown.shape, percent: Percent.max(100) })),
});

/** Boxes shown for insurance alone. What was typed there before another regime was chosen is not said. */
const insuranceOnly = ["insurance", "exclusions", "coolingOffDays"] as const satisfies readonly SheetField[];
const Boxes = z.preprocess((boxes) => {
  const { regime } = z.object({ regime: z.unknown() }).safeParse(boxes).data ?? {};
  if (regime === "NFRA_INSURANCE") return boxes;
  return { ...(boxes as object), ...Object.fromEntries(insuranceOnly.map((field) => [field, undefined])) };
}, AllBoxes);

/**
 * What the form takes: the model's shape and the shelf's rules.
 *
 * @param taken the name of another product with this code
 */
export function productFormSchema(rules: SheetRules, taken: (code: string) => string | undefined) {
  return Boxes.transform((values) => withoutUndefined(values)).superRefine((values, { addIssue }) => {
    const name = taken(values.code);
    if (name !== undefined)
      addIssue({ code: "custom", path: ["code"], message: formMessage(words.codeTaken, { name }) });
    const told = new Set<string>();
    for (const fault of checkSheet(values, rules).faults) {
      const path = placeOf(fault.field);
      if (told.has(path.join())) continue;
      told.add(path.join());
      addIssue({ code: "custom", path, message: formMessage(findingWords(fault)) });
    }
  });
}

/** The box an error about a field stands at, where the field has several. */
function placeOf(field: SheetField): string[] {
  const boxes: Partial<Record<SheetField, string[]>> = {
    insurance: ["insurance", "kind"],
    drawdown: ["drawdown", "until"],
    lookThrough: ["lookThroughSum"],
  };
  return boxes[field] ?? [field];
}

function withoutUndefined(values: z.output<typeof Boxes>): SheetValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as SheetValues;
}

/** A number, or what was typed where it is none; null while empty. */
type NumberBox = number | string | null;

interface ShareBoxes {
  percent: NumberBox;
  note: string;
}

/** What the boxes hold. */
export interface ProductBoxes {
  code: string;
  name: string;
  issuer: string;
  regime: string;
  catalogueEntry: string;
  type: string;
  issuerGrade: string;
  sellerGrade: string;
  gradedOn: string | null;
  gradeUntil: string | null;
  isActive: string;
  termMonths: NumberBox;
  isPrivate: string;
  minimum: NumberBox;
  rights: string[];
  minimumAge: NumberBox;
  maximumAge: NumberBox;
  insurance: { kind: string; isOverOneYear: string };
  exclusions: string;
  coolingOffDays: NumberBox;
  fees: (ShareBoxes & { kind: string })[];
  commission: NumberBox;
  alternative: { name: string; commission: NumberBox };
  liquidity: string;
  leverage: NumberBox;
  structure: string;
  lookThrough: (ShareBoxes & { holding: string })[];
  /** Holds nothing: where an error about all holdings together stands. */
  lookThroughSum: string;
  explanation: string;
  risks: string;
  drawdown: { percent: NumberBox; from: string | null; until: string | null };
  volatility: NumberBox;
  source: string;
}

/** The form, as its fields take it. */
export type ProductControl = Control<ProductBoxes, unknown, SheetValues>;

export const emptyShare = { percent: null, note: "" } as const;

const emptyBoxes: ProductBoxes = {
  code: "",
  name: "",
  issuer: "",
  regime: "",
  catalogueEntry: "",
  type: "",
  issuerGrade: "",
  sellerGrade: "",
  gradedOn: null,
  gradeUntil: null,
  isActive: "yes",
  termMonths: null,
  isPrivate: "no",
  minimum: null,
  rights: [],
  minimumAge: null,
  maximumAge: null,
  insurance: { kind: "", isOverOneYear: "" },
  exclusions: "",
  coolingOffDays: null,
  fees: [],
  commission: null,
  alternative: { name: "", commission: null },
  liquidity: "",
  leverage: null,
  structure: "",
  lookThrough: [],
  lookThroughSum: "",
  explanation: "",
  risks: "",
  drawdown: { percent: null, from: null, until: null },
  volatility: null,
  source: "",
};

const yesOrNo = (is: boolean) => (is ? "yes" : "no");

/** The boxes of the next version of a product, or of a new one. A version is graded anew and comes from somewhere: those stay as they were to be looked at. */
export function boxesOf(before: ProductSheet | undefined): ProductBoxes {
  if (before === undefined) return emptyBoxes;
  const { insurance, isActive, isPrivate, fees, lookThrough, ...values } = valuesOf(before);
  return {
    ...emptyBoxes,
    // Under the same names, and never undefined: a sheet is parsed.
    ...(values as object),
    isActive: yesOrNo(isActive),
    isPrivate: yesOrNo(isPrivate),
    insurance:
      insurance === undefined
        ? emptyBoxes.insurance
        : { kind: insurance.kind, isOverOneYear: yesOrNo(insurance.isOverOneYear) },
    fees: fees.map(({ kind, percent, note: said = "" }) => ({ kind, percent, note: said })),
    lookThrough: lookThrough.map(({ holding, percent, note: said = "" }) => ({ holding, percent, note: said })),
  };
}

const Kept = z.record(z.string(), z.unknown());

/** A draft's boxes over the product's; what is not known any more is left out. */
export function restoreBoxes(before: ProductSheet | undefined, draft: unknown): ProductBoxes {
  const kept = Kept.safeParse(draft).data ?? {};
  const fresh = boxesOf(before);
  const known = Object.entries(fresh).map(([field, value]) => [
    field,
    sameShape(kept[field], value) ? kept[field] : value,
  ]);
  return Object.fromEntries(known) as ProductBoxes;
}

function sameShape(kept: unknown, fresh: unknown): boolean {
  if (kept === undefined) return false;
  if (Array.isArray(fresh)) return Array.isArray(kept);
  if (typeof fresh === "object" && fresh !== null)
    return typeof kept === "object" && kept !== null && !Array.isArray(kept);
  return kept === null || typeof kept === "string" || typeof kept === "number";
}

/**
 * What the boxes say as far as they can be read, for hints while one types.
 *
 * @returns undefined while something the rules rest on is missing
 */
function readBoxes(boxes: ProductBoxes): SheetValues | undefined {
  const filled = withoutBlanks(boxes);
  const parsed = Boxes.safeParse({
    ...(filled as object),
    // The rules can be told before these are known.
    ...Object.fromEntries(fallbacks.filter(([field]) => boxes[field] === "" || boxes[field] === null)),
  });
  return parsed.success ? withoutUndefined(parsed.data) : undefined;
}

const fallbacks: readonly (readonly [keyof ProductBoxes, unknown])[] = [
  ["code", "?"],
  ["name", "?"],
  ["termMonths", 0],
  ["minimum", 0],
  ["regime", "CSRC"],
  ["type", "mixed"],
  ["sellerGrade", "R5"],
];

/** Faults and flags of what has been typed, without those that only say that something is not there yet. */
export function checkBoxes(boxes: ProductBoxes, rules: SheetRules): SheetCheck {
  const values = readBoxes(boxes);
  if (values === undefined) return { faults: [], flags: [] };
  const { faults, flags } = checkSheet(values, rules);
  const isNew = (field: SheetField) =>
    field === "source" || field === "gradedOn" || (field === "minimum" && boxes.minimum === null);
  return {
    faults: faults.filter(({ code, field }) => code === "forbidden-words" || !isNew(field)),
    flags: flags.filter(
      ({ code }) => code !== "grade-undated" && (boxes.sellerGrade !== "" || code === "doubtful-words"),
    ),
  };
}

/** The name of another product on the shelf with this code. */
export function takenBy(current: readonly ProductSheet[], own: string | undefined) {
  return (code: string): ProductSheet | undefined =>
    current.find((sheet) => sheet.product !== own && sameCode(sheet.code, code));
}
