/** @file Which products a filter and a search let through, and in what order. Pure. */
import { pinyinOf } from "../../../shared/log/pinyin.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { Regime } from "../../../shared/packs/gate-pack.ts";
import { type Grade, grades } from "../../../shared/packs/match-matrix.ts";
import type { ProductType } from "../../../shared/rules/sale-case.ts";

export const statuses = ["active", "inactive", "outdated", "doubtful", "privates"] as const;
export type Status = (typeof statuses)[number];

/** Each narrows the list; absent ones do not. */
export interface ProductFilter {
  readonly status?: Status;
  readonly regime?: Regime;
  readonly grade?: Grade;
  readonly type?: ProductType;
}
export type FilterField = keyof ProductFilter;

/** A product with what the list shows beside its sheet. */
export interface ProductRow {
  readonly sheet: ProductSheet;
  /** The one that counts. */
  readonly grade: Grade;
  readonly isGradeCurrent: boolean;
  /** What was measured or the catalogue asks for a higher one. */
  readonly isDoubtful: boolean;
}

export function passes(row: ProductRow, { status, regime, grade, type }: ProductFilter): boolean {
  return (
    (status === undefined || hasStatus(row, status)) &&
    (regime === undefined || row.sheet.regime === regime) &&
    (grade === undefined || row.grade === grade) &&
    (type === undefined || row.sheet.type === type)
  );
}

function hasStatus({ sheet, isGradeCurrent, isDoubtful }: ProductRow, status: Status): boolean {
  switch (status) {
    case "active":
      return sheet.isActive;
    case "inactive":
      return !sheet.isActive;
    case "outdated":
      return !isGradeCurrent;
    case "doubtful":
      return isDoubtful;
    case "privates":
      return sheet.isPrivate;
  }
}

interface Words {
  readonly name: string;
  readonly code: string;
  readonly pinyin: string;
  readonly initials: string;
}
/** Reading a name takes longer than looking through it. */
const known = new WeakMap<ProductSheet, Words>();

/** Whether the name, the code, the pinyin or its initials hold what was typed. */
export function matches(sheet: ProductSheet, query: string): boolean {
  const typed = plain(query);
  if (typed === "") return true;
  const { name, code, pinyin, initials } = known.get(sheet) ?? wordsOf(sheet);
  return name.includes(typed) || code.includes(typed) || pinyin.includes(typed) || initials.includes(typed);
}

function wordsOf(sheet: ProductSheet): Words {
  const syllables = pinyinOf(sheet.name, "company").split(" ");
  const words = {
    name: plain(sheet.name),
    code: plain(sheet.code),
    pinyin: syllables.join(""),
    initials: syllables.map((syllable) => syllable[0] ?? "").join(""),
  };
  known.set(sheet, words);
  return words;
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}

export const sortKeys = ["name", "code", "grade", "term", "minimum", "commission"] as const;
export type SortKey = (typeof sortKeys)[number];
export interface ProductSort {
  readonly by: SortKey;
  readonly dir: "asc" | "desc";
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** A new list; what a sheet does not say comes last either way, and equals by name. */
export function sorted(rows: readonly ProductRow[], { by, dir }: ProductSort): readonly ProductRow[] {
  const turn = dir === "asc" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)];
    if (left === undefined || right === undefined) {
      return left === right ? byName(a, b) : left === undefined ? 1 : -1;
    }
    const order =
      typeof left === "string" || typeof right === "string"
        ? collator.compare(String(left), String(right))
        : left - right;
    return order * turn || byName(a, b);
  });
}

function keyOf({ sheet, grade }: ProductRow, by: SortKey): string | number | undefined {
  switch (by) {
    case "name":
      return sheet.name;
    case "code":
      return sheet.code;
    case "grade":
      return grades.indexOf(grade);
    case "term":
      return sheet.termMonths;
    case "minimum":
      return sheet.minimum;
    case "commission":
      return sheet.commission;
  }
}

function byName(a: ProductRow, b: ProductRow): number {
  return collator.compare(a.sheet.name, b.sheet.name) || collator.compare(a.sheet.code, b.sheet.code);
}
