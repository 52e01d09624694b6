import { describe, expect, it } from "vitest";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { checkSheet } from "../../../shared/rules/sheet-check.ts";
import { shippedPack } from "../../support/packs.ts";
import { valuesWith } from "../../support/product-sheets.ts";

const rules = { catalogue: shippedPack("product-catalogue"), words: shippedPack("lint-words"), day: "2026-11-23" };
const faults = (changes: Parameters<typeof valuesWith>[0]) =>
  checkSheet(valuesWith(changes), rules).faults.map(({ code, field }) => `${code} ${field}`);
const flags = (changes: Parameters<typeof valuesWith>[0]) =>
  checkSheet(valuesWith(changes), rules).flags.map(({ code, field }) => `${code} ${field}`);
const days = { from: "2024-01-01", until: "2024-12-31" };
const life = { kind: "participating", isOverOneYear: true } as const;

describe("a product sheet", () => {
  it("without fault has none and nothing to tell", () => {
    expect(checkSheet(valuesWith(), rules)).toEqual({ faults: [], flags: [] });
  });

  it.each<[string, Partial<ProductSheet>, string]>([
    ["no source", { source: "" }, "source-missing source"],
    ["a source of spaces", { source: "  " }, "source-missing source"],
    ["ages that exclude everybody", { minimumAge: 60, maximumAge: 18 }, "ages-crossed maximumAge"],
    ["insurance of no kind", { regime: "NFRA_INSURANCE" }, "insurance-missing insurance"],
    ["a kind of insurance elsewhere", { insurance: life }, "insurance-elsewhere insurance"],
    ["a private product without minimum", { isPrivate: true, minimum: 0 }, "private-minimum minimum"],
    ["a private product below the law's minimum", { isPrivate: true, minimum: 29_999_999 }, "below-ticket minimum"],
    [
      "more than everything",
      { lookThrough: [{ holding: "equity", percent: 100.01 }] },
      "look-through-over lookThrough",
    ],
    ["a grade that ends before it begins", { gradeUntil: "2026-05-31" }, "grade-dates gradeUntil"],
    [
      "a drawdown measured backwards",
      { drawdown: { percent: 3, from: days.until, until: days.from } },
      "drawdown-dates drawdown",
    ],
    ["a promise in its name", { name: "保本一号" }, "forbidden-words name"],
    ["a promise in its explanation", { explanation: "本金安全。" }, "forbidden-words explanation"],
    ["a promise in its structure", { structure: "优先级份额保证收益" }, "forbidden-words structure"],
    ["a promise among its exclusions", { exclusions: "除此以外保证收益" }, "forbidden-words exclusions"],
    ["a promise among its risks", { risks: "没有风险" }, "forbidden-words risks"],
  ])("with %s is refused", (_, changes, fault) => {
    expect(faults(changes)).toEqual([fault]);
  });

  it.each<[string, Partial<ProductSheet>]>([
    ["one age", { minimumAge: 18, maximumAge: 18 }],
    [
      "exactly everything",
      {
        lookThrough: [
          { holding: "equity", percent: 60 },
          { holding: "cash", percent: 40 },
        ],
      },
    ],
    ["a grade of one day", { gradedOn: "2026-11-23", gradeUntil: "2026-11-23" }],
    ["the law's minimum", { isPrivate: true, minimum: 30_000_000 }],
    ["what it denies", { explanation: "本产品不保本，不保证收益。" }],
  ])("with %s is taken", (_, changes) => {
    expect(faults(changes)).toEqual([]);
  });

  it("tells every fault at once", () => {
    expect(faults({ source: "", minimumAge: 2, maximumAge: 1, name: "稳赚", insurance: life })).toEqual([
      "source-missing source",
      "ages-crossed maximumAge",
      "insurance-elsewhere insurance",
      "forbidden-words name",
    ]);
  });

  it.each<[string, Partial<ProductSheet>, string]>([
    ["a grade below the issuer's", { sellerGrade: "R2", issuerGrade: "R3" }, "seller-lower sellerGrade"],
    ["a grade below its kind's", { catalogueEntry: "mixed-fund" }, "below-catalogue sellerGrade"],
    ["a grade below what it lost", { drawdown: { percent: 30, ...days } }, "below-measured sellerGrade"],
    ["a grade without date", { gradedOn: undefined } as Partial<ProductSheet>, "grade-undated gradedOn"],
    ["a grade of tomorrow", { gradedOn: "2026-11-24" }, "grade-not-yet gradedOn"],
    ["a grade that ended", { gradeUntil: "2026-11-22" }, "grade-outdated gradeUntil"],
    ["a superlative", { explanation: "同类第一" }, "doubtful-words explanation"],
  ])("with %s is taken, and says so", (_, changes, flag) => {
    expect(faults(changes)).toEqual([]);
    expect(flags(changes)).toEqual([flag]);
  });
});
