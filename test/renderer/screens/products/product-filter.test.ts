import { describe, expect, it } from "vitest";
import {
  matches,
  type ProductFilter,
  type ProductRow,
  passes,
  sorted,
} from "../../../../renderer/screens/products/product-filter.ts";
import { sheetOf } from "../../../support/product-sheets.ts";

const rowOf = (changes: Parameters<typeof sheetOf>[0], more: Partial<ProductRow> = {}): ProductRow => ({
  sheet: sheetOf(changes),
  grade: "R2",
  isGradeCurrent: true,
  isDoubtful: false,
  ...more,
});

describe("the product list", () => {
  const sheet = sheetOf({ name: "明澈科创成长混合 A", code: "F02015" });
  it.each(["明澈", "科创", "混合A", "f02", "２０１５", "mckc", "mingche", "kechuang", " MC "])(
    "finds it by “%s”",
    (typed) => {
      expect(matches(sheet, typed)).toBe(true);
    },
  );
  it.each(["稳盈", "F99", "xx"])("does not find it by “%s”", (typed) => {
    expect(matches(sheet, typed)).toBe(false);
  });

  it.each<[string, ProductFilter, ProductRow, boolean]>([
    ["on sale", { status: "active" }, rowOf({ isActive: true }), true],
    ["off sale", { status: "inactive" }, rowOf({ isActive: true }), false],
    ["run out", { status: "outdated" }, rowOf({}, { isGradeCurrent: false }), true],
    ["low", { status: "doubtful" }, rowOf({}, { isDoubtful: true }), true],
    ["private", { status: "privates" }, rowOf({ isPrivate: false }), false],
    ["regime and grade", { regime: "NFRA_INVEST", grade: "R2" }, rowOf({}), true],
    ["another grade", { regime: "NFRA_INVEST", grade: "R3" }, rowOf({}), false],
    ["type", { type: "equity" }, rowOf({ type: "equity" }), true],
    ["nothing", {}, rowOf({}), true],
  ])("narrows by %s", (_, filter, row, is) => {
    expect(passes(row, filter)).toBe(is);
  });

  it("orders by what is asked, equals by name, and what is not said comes last either way", () => {
    const rows = [
      rowOf({ name: "乙", commission: 0.5 }),
      rowOf({ name: "甲" }),
      rowOf({ name: "丙", commission: 0.1 }),
      rowOf({ name: "丁", commission: 0.5 }),
    ];
    const names = (dir: "asc" | "desc") => sorted(rows, { by: "commission", dir }).map(({ sheet: { name } }) => name);
    expect(names("asc")).toEqual(["丙", "丁", "乙", "甲"]);
    expect(names("desc")).toEqual(["丁", "乙", "丙", "甲"]);
    const graded = [rowOf({ name: "高" }, { grade: "R5" }), rowOf({ name: "低" }, { grade: "R1" })];
    expect(sorted(graded, { by: "grade", dir: "asc" }).map(({ grade }) => grade)).toEqual(["R1", "R5"]);
  });
});
