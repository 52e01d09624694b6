import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SaleOf, saleDocument } from "../../../shared/documents/sale-document.ts";
import { type Language, languages } from "../../../shared/model/primitives.ts";
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

describe("the notice before the sale of insurance", () => {
  /** Its points on what is not covered, the days to think again and surrender. */
  function told(language: Language, sheet: Partial<ProductSheet>, isOverOneYear = true) {
    const insurance = { kind: "participating", isOverOneYear } as const;
    const sale = of(saleOf({ product: { regime: "NFRA_INSURANCE", insurance } }), sheet);
    const { sections } = saleDocument("insurance-notice", sale, sampleContext(language));
    const points = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "points" ? block.points : [])),
    );
    return ["exclusions", "cooling-off", "surrender"].map((id) => points.find((point) => point.id === id)?.text);
  }

  it.each<[Language, string, readonly string[]]>([
    [
      "zh-CN",
      "酒后驾车。\n\n 合同生效两年内自杀；",
      [
        "责任免除：酒后驾车；合同生效两年内自杀。全部内容以保险合同的“责任免除”条款为准，请在签名前逐条阅读。",
        "犹豫期及您的权利：犹豫期15天，起算日以保险合同为准。犹豫期内您可以解除合同，取回已交保费，合同约定的工本费除外。",
        "退保可能造成的损失：犹豫期后退保，取回的是合同的现金价值，前几年通常明显少于已交保费。",
      ],
    ],
    [
      "zh-TW",
      "酒後駕車\n契約生效兩年內自殺。",
      [
        "責任免除：酒後駕車；契約生效兩年內自殺。全部內容以保險契約的「責任免除」條款為準，請在簽名前逐條閱讀。",
        "猶豫期及您的權利：猶豫期15天，起算日以保險契約為準。猶豫期內您可以解除契約，取回已繳保費，契約約定的工本費除外。",
        "退保可能造成的損失：猶豫期後退保，取回的是契約的現金價值，前幾年通常明顯少於已繳保費。",
      ],
    ],
    [
      "en",
      "Drink-driving;\nsuicide within two years",
      [
        "What is excluded: Drink-driving; suicide within two years. The exclusions of the insurance contract count in full; read each of them before you sign.",
        "Cooling-off period and your rights in it: It lasts 15 days; when it begins is as the contract says. Within it you may end the contract and get the premium back, less the cost of the policy papers if agreed.",
        "What surrendering the policy may cost: After the cooling-off period you get the cash value, in the first years usually clearly less than the premiums paid.",
      ],
    ],
  ])("tells what the sheet says of exclusions and of the days to think again, %s", (language, exclusions, words) => {
    expect(told(language, { exclusions, coolingOffDays: 15 })).toEqual(words);
    // However long it covers: the sheet knows.
    expect(told(language, { exclusions, coolingOffDays: 15 }, false)).toEqual(words);
  });

  it.each<[Language, RegExp, RegExp]>([
    ["zh-CN", /：本产品没有犹豫期/, /犹豫期/],
    ["zh-TW", /：本產品沒有猶豫期/, /猶豫期/],
    ["en", /: This product has none;/, /cooling-off/i],
  ])("says there is none where there is none, and speaks of no time after it, %s", (language, none, named) => {
    const [, coolingOff, surrender] = told(language, { coolingOffDays: 0 });
    expect(coolingOff).toMatch(none);
    expect(surrender).not.toMatch(named);
    expect(told("en", { coolingOffDays: 1 })[1]).toContain("It lasts 1 day;");
  });

  // What was signed under a sheet that had neither field prints to the same bytes.
  it.each<[Language, readonly string[], string]>([
    [
      "zh-CN",
      [
        "责任免除：以保险合同的“责任免除”条款为准，请在签名前逐条阅读。",
        "犹豫期及您的权利：犹豫期的天数和起算日以保险合同为准。犹豫期内您可以解除合同，取回已交保费，合同约定的工本费除外。",
        "退保可能造成的损失：犹豫期后退保，取回的是合同的现金价值，前几年通常明显少于已交保费。",
      ],
      "犹豫期及您的权利：保险期间不超过一年，是否设犹豫期以保险合同为准。",
    ],
    [
      "zh-TW",
      [
        "責任免除：以保險契約的「責任免除」條款為準，請在簽名前逐條閱讀。",
        "猶豫期及您的權利：猶豫期的天數和起算日以保險契約為準。猶豫期內您可以解除契約，取回已繳保費，契約約定的工本費除外。",
        "退保可能造成的損失：猶豫期後退保，取回的是契約的現金價值，前幾年通常明顯少於已繳保費。",
      ],
      "猶豫期及您的權利：保險期間不超過一年，是否設猶豫期以保險契約為準。",
    ],
    [
      "en",
      [
        "What is excluded: As the exclusions of the insurance contract say; read each of them before you sign.",
        "Cooling-off period and your rights in it: How long it is and when it begins is as the contract says. Within it you may end the contract and get the premium back, less the cost of the policy papers if agreed.",
        "What surrendering the policy may cost: After the cooling-off period you get the cash value, in the first years usually clearly less than the premiums paid.",
      ],
      "Cooling-off period and your rights in it: Insured for a year at most: whether there is one is as the contract says.",
    ],
  ])("of a sheet that says neither stays word for word what it was, %s", (language, words, short) => {
    expect(told(language, {})).toEqual(words);
    expect(told(language, { exclusions: "" })).toEqual(words);
    expect(told(language, {}, false)).toEqual([words[0], short, words[2]]);
  });
});
