import { describe, expect, it } from "vitest";
import { valueText } from "../../../../renderer/screens/products/field-text.ts";
import { percentText, termText } from "../../../../renderer/screens/products/words.ts";
import type { Sentence } from "../../../../renderer/text/text.ts";
import type { SheetField, SheetValues } from "../../../../shared/model/product-sheet.ts";
import { say, type Values } from "../../../../shared/model/sentence.ts";
import { shippedPack } from "../../../support/packs.ts";

const t = (sentence: Sentence, values?: Values) => say(sentence, "zh-CN", values);
const { entries } = shippedPack("product-catalogue");

describe("a value of a sheet in words", () => {
  it.each<[SheetField, SheetValues[SheetField], string]>([
    ["regime", "NFRA_INVEST", "金监总局（投资）"],
    ["type", "fixed-income", "固定收益"],
    ["catalogueEntry", "money-fund", "货币市场基金"],
    ["catalogueEntry", "of-another-pack", "of-another-pack"],
    ["isActive", false, "否"],
    ["termMonths", 0, "随时"],
    ["minimum", 40_000_000, "40万元"],
    ["commission", 0.3, "0.3%"],
    ["rights", ["港股通", "北交所"], "港股通，北交所"],
    ["insurance", { kind: "universal", isOverOneYear: true }, "万能型，保险期超过一年"],
    ["exclusions", "酒后驾车\n战争", "酒后驾车\n战争"],
    ["coolingOffDays", 15, "15天"],
    ["coolingOffDays", 0, "没有"],
    ["fees", [{ kind: "management", percent: 0.3, note: "每日计提" }], "管理费 0.3% 每日计提"],
    ["lookThrough", [{ holding: "equity", percent: 20 }], "股票 20%"],
    ["alternative", { name: "短债", commission: 0.1 }, "短债 0.1%"],
    ["drawdown", { percent: 3, from: "2024-01-01", until: "2024-12-31" }, "3% 2024-01-01 至 2024-12-31"],
    ["sellerGrade", "R3", "R3"],
    ["rights", [], ""],
  ])("%s", (field, value, text) => {
    expect(valueText(t, "zh-CN", field, value, entries)).toBe(text);
  });

  it("is empty where there is nothing", () => {
    expect(valueText(t, "zh-CN", "structure", undefined, entries)).toBe("");
  });

  it("writes terms and shares as they are said", () => {
    expect([0, 6, 12, 24, 30].map((months) => termText(t, months))).toEqual(["随时", "6个月", "1年", "2年", "30个月"]);
    expect([0.3, 12, 1234.5, 0.1 + 0.2].map(percentText)).toEqual(["0.3%", "12%", "1,234.5%", "0.3%"]);
  });
});
