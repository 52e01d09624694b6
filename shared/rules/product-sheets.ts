/**
 * @file The shelf as it stands, from every version of every product. Pure; a product's newest
 * version counts: the highest number, and of two made apart with one number the later.
 */
import type { ProductSheet, SheetField, SheetValues } from "../model/product-sheet.ts";

/** What says which version of what a sheet is. */
const own = ["id", "product", "version", "at"] as const;

type Stamp = Pick<ProductSheet, (typeof own)[number]>;

/** Below zero where `a` is the older version. Two sheets are never equal, so that every device agrees. */
export function compareVersions(a: Stamp, b: Stamp): number {
  if (a.version !== b.version) return a.version - b.version;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The newest version of each product, in the order of their codes. */
export function currentSheets(sheets: readonly ProductSheet[]): readonly ProductSheet[] {
  const newest = new Map<string, ProductSheet>();
  for (const sheet of sheets) {
    const known = newest.get(sheet.product);
    if (known === undefined || compareVersions(known, sheet) < 0) newest.set(sheet.product, sheet);
  }
  return [...newest.values()].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : compareVersions(a, b)));
}

/** Every version of one product, newest first. */
export function versionsOf(sheets: readonly ProductSheet[], product: string): readonly ProductSheet[] {
  return sheets.filter((sheet) => sheet.product === product).toSorted((a, b) => compareVersions(b, a));
}

/** Whether the grade may be relied on that day (NFRA Art. 22: grading is kept up to date). */
export function isGradeCurrent({ gradedOn, gradeUntil }: Pick<SheetValues, "gradedOn" | "gradeUntil">, day: string) {
  return (gradedOn === undefined || gradedOn <= day) && (gradeUntil === undefined || day <= gradeUntil);
}

/** Codes are one product's whatever their case and width. */
export function sameCode(a: string, b: string): boolean {
  return plainCode(a) === plainCode(b);
}

export function plainCode(code: string): string {
  return code.normalize("NFKC").trim().toUpperCase();
}

/**
 * The id of a new product: the same for the same code on every device, so that a list taken in by
 * two people is one shelf when their books meet. A code that another product once had counts on.
 *
 * @param taken whether an id belongs to a product already
 */
export function newProductId(code: string, taken: (id: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const id = `p-${fnv1a(n === 1 ? plainCode(code) : `${plainCode(code)}\n${n}`)}`;
    if (!taken(id)) return id;
  }
}

/** FNV-1a of 128 bits over UTF-16 code units, hex: spreads, keeps no secret. */
function fnv1a(text: string): string {
  const prime = 0x1000000000000000000013bn;
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (let i = 0; i < text.length; i += 1) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(text.charCodeAt(i))) * prime);
  }
  return hash.toString(16).padStart(32, "0");
}

/** One field that is not what it was. */
export interface SheetChange {
  readonly field: SheetField;
  readonly before: SheetValues[SheetField] | undefined;
  readonly after: SheetValues[SheetField] | undefined;
}

/** What a version says. */
export function valuesOf(sheet: ProductSheet): SheetValues {
  const { id: _id, product: _product, version: _version, at: _at, ...values } = sheet;
  return values;
}

/** What differs between two versions, in no particular order. Where a sheet comes from is no difference. */
export function sheetChanges(before: SheetValues, after: SheetValues): readonly SheetChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as ReadonlySet<SheetField>;
  return [...fields]
    .filter((field) => field !== "source" && !(own as readonly string[]).includes(field))
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Absent, empty text and an empty list say the same; the order of keys, and of fees, holdings or rights, says nothing. */
function canonical(value: unknown): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "";
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return part.map(canonical).toSorted();
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
