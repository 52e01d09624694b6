import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../shared/model/primitives.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { decidingFindings, summaryOf } from "../../../shared/rules/sale-summary.ts";
import { shippedPack } from "../../support/packs.ts";
import { noPapers, saleArb, saleOf } from "../../support/sale-cases.ts";

const pack = shippedPack("sale-gate");
const matrix = shippedPack("match-matrix");

describe("step 16 in a sentence", () => {
  it("says the outcome and only what decided it", () => {
    const unsuitable = saleOf({ product: { regime: "NFRA_INVEST", sellerGrade: "R5" }, papers: noPapers });
    const said = languages.map((language) => summaryOf(judgeSale(unsuitable, { gate: pack, matrix }), pack, language));
    expect(said).toEqual([
      "禁止办理：产品等级高于客户的承受能力，不能销售。",
      "禁止辦理：產品等級高於客戶的承受能力，不能銷售。",
      "The sale is forbidden. The product's grade is above the client's capacity and may not be sold.",
    ]);
    expect(summaryOf(judgeSale(saleOf({ papers: noPapers }), { gate: pack, matrix }), pack, "zh-CN")).toBe(
      "还不能办理，尚缺：销售前的告知还没有完成；需要录音录像，并登记其位置；客户还没有书面确认。",
    );
    expect(summaryOf(judgeSale(saleOf(), { gate: pack, matrix }), pack, "zh-CN")).toBe("各项检查均已通过，可以办理。");
  });

  it("has a reason for everything but a plain yes, and no hole", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const decision = judgeSale(sale, { gate: pack, matrix });
        expect(decidingFindings(decision).length > 0).toBe(decision.outcome !== "ALLOW");
        for (const language of languages) expect(summaryOf(decision, pack, language)).not.toMatch(/[{}]/);
      }),
      { numRuns: 300 },
    );
  });
});
