import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SaleOf, saleDocument } from "../../../shared/documents/sale-document.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import type { SaleCase } from "../../../shared/rules/sale-case.ts";
import { documentsDue, type saleDocumentKinds } from "../../../shared/rules/sale-documents.ts";
import { sampleContext, wordsOf } from "../../support/documents.ts";
import { type Changes, saleArb, saleOf } from "../../support/sale-cases.ts";
import { rtq } from "../../support/sheets.ts";

const rules = saleRulesOn(packLibrary(), "2026-11-22");
const bareSheet = ProductSheet.parse({
  id: "s-1",
  product: "p-1",
  version: 1,
  at: "2026-11-01T01:00:00.000Z",
  code: "F02015",
  name: "明澈科创成长混合 A",
  regime: "CSRC",
  sellerGrade: "R2",
  isActive: true,
  termMonths: 12,
  type: "mixed",
  isPrivate: false,
  minimum: 100_000,
  rights: [],
  fees: [],
  lookThrough: [],
});

function of(sale: SaleCase, sheet: Partial<ProductSheet> = {}): SaleOf {
  const { regime, sellerGrade } = sale.product;
  return {
    sale,
    sheet: { ...bareSheet, regime, sellerGrade, ...sheet },
    rules,
    client: { name: "陆文澜", idNumber: "110101198004121234", customerNo: undefined },
    questionnaire: rtq,
    money: { percent: 12.5, of: "assets", limit: 80, isOutOfLine: false },
    at: "2026-11-22T02:00:00.000Z",
  };
}

const said = (kind: (typeof saleDocumentKinds)[number], sale: SaleOf) =>
  wordsOf(saleDocument(kind, sale, sampleContext("zh-CN"))).join("\n");
const above: Changes = { assessment: { level: "C2" }, product: { sellerGrade: "R3" } };

describe("the documents of a sale", () => {
  it("are whole in every language for whatever sale needs them, however little the sheet says", () => {
    let built = 0;
    fc.assert(
      fc.property(saleArb, fc.constantFrom(...languages), (sale, language) => {
        for (const kind of documentsDue(sale, [], rules).kinds) {
          const words = wordsOf(saleDocument(kind, of(sale), sampleContext(language)));
          expect(words.join(" ")).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
          built += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(built).toBeGreaterThan(50);
  });

  it("name client, level, grade, institution and what does not suit, side by side", () => {
    const text = said("mismatch-warning", of(saleOf(above)));
    for (const part of ["陆文澜", "110101198004121234", "C2", "R3", "明澈科创成长混合 A", "2026-11-22"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("风险等级");
    // The term suits: it is no part of the warning.
    expect(text).not.toContain("可投36个月以上");
    expect(said("match-confirmation", of(saleOf()))).toContain("可投36个月以上");
  });

  it("do not call a match what a reading lets pass with no warning of its own", () => {
    const { "I-21": offGoal } = rules.gate.readings;
    const gate = {
      ...rules.gate,
      readings: { ...rules.gate.readings, "I-21": { ...offGoal, value: "warn" as const } },
    };
    const sale = saleOf({ initiator: "advisor", product: { termMonths: 60 } });
    const told = { ...of(sale), rules: { ...rules, gate } };
    expect(documentsDue(sale, [], told.rules).kinds).toContain("match-confirmation");
    const text = said("match-confirmation", told);
    expect(text).toContain("匹配意见：不完全匹配");
    expect(text).not.toContain("匹配意见：匹配");
    for (const part of ["可投36个月以上", "60个月"]) expect(text).toContain(part);
    expect(said("match-confirmation", of(saleOf()))).toContain("匹配意见：匹配");
  });

  it("say who began it, what it costs, and what the institution earns on either product", () => {
    const sheet = {
      fees: [{ kind: "management" as const, percent: 1.2, note: "每日计提" }],
      commission: 0.5,
      alternative: { name: "远山沪深300指数", commission: 0.3 },
    };
    const text = said("conflict-statement", of(saleOf({ initiator: "advisor", amount: 30_000_000 }), sheet));
    for (const part of ["理财师按您的测评结果", "管理费 1.2%（每日计提）", "0.5%，约1,500.00元", "0.3%，约900.00元"]) {
      expect(text).toContain(part);
    }
    expect(said("conflict-statement", of(saleOf({ initiator: "client" })))).toContain("由您主动提出");
    expect(said("conflict-statement", of(saleOf()))).toContain("产品资料没有写明");
  });

  it("give the hours to think and the days to the follow-up of the rule pack", () => {
    const sale = saleOf({ client: { age: 67 }, assessment: { level: "C5" }, product: { sellerGrade: "R4" } });
    const text = said("elder-care", of(sale));
    for (const part of ["67岁", "2026-11-23 10:00", "7天内"]) expect(text).toContain(part);
    const procedure = said("high-risk-procedure", of(sale, { risks: "甲险\n乙险", leverage: 1.4 }));
    for (const part of ["甲险", "乙险", "1.4倍", "12.5%"]) expect(procedure).toContain(part);
  });

  it("declare each threshold that a premium passes, with its figures", () => {
    const payment = { singlePremium: 50_000_000, familyAnnualIncome: 10_000_000, budget: 20_000_000 };
    const insurance = { kind: "participating", isOverOneYear: true } as const;
    const sale = saleOf({ product: { regime: "NFRA_INSURANCE", insurance }, payment });
    const text = said("applicant-statement", of(sale));
    for (const part of ["500,000.00元", "家庭年收入的4倍", "预算的 150%"]) expect(text).toContain(part);
    expect(text).not.toContain("年龄与交费年数之和");
  });

  it("call who lacks full capacity the lowest class in the securities regime, and let the guardian sign", () => {
    const sale = of(
      saleOf({ client: { capacity: "limited", guardianConsents: true }, product: { sellerGrade: "R1" } }),
    );
    const document = saleDocument("risk-disclosure", sale, sampleContext("zh-CN"));
    const blocks = document.sections.flatMap((section) => section.blocks);
    const levels = blocks
      .flatMap((block) => (block.kind === "facts" ? block.facts : []))
      .flatMap((fact) => fact.values);
    expect(levels.map(({ level }) => level)).toContain("C1_LOWEST");
    const sign = blocks.find((block) => block.kind === "sign");
    expect(sign?.kind === "sign" && sign.signatures[0]?.who).toContain("监护人");
  });
});
