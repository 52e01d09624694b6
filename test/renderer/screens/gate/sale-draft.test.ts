import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsKey, SaleDraft, validDocuments } from "../../../../renderer/screens/gate/sale-draft.ts";
import type { SaleCase } from "../../../../shared/rules/sale-case.ts";
import { type Changes, noPapers, saleArb, saleOf } from "../../../support/sale-cases.ts";

const sale = saleOf({ papers: noPapers });
const signed = {
  text: "mismatch-warning",
  pack: { id: "DOC-CN-v1", version: "2026.11" },
  language: "zh-CN",
  confirmed: ["warned"],
  readAt: "2026-11-22T02:00:00.000Z",
  signedAt: "2026-11-22T02:05:00.000Z",
  signature: { attachment: "a-1", sha256: "ab12".repeat(16) },
  facts: factsKey(sale, "s-1"),
} as const;
const draft = (document: object = signed) => SaleDraft.parse({ client: "c-1", product: "p-1", documents: [document] });
const valid = (of: SaleCase, sheet = "s-1") => [...validDocuments(draft(), factsKey(of, sheet)).keys()];

describe("what a client signed", () => {
  it("counts for the same facts, on a later day and with more papers", () => {
    expect(valid(sale)).toEqual(["mismatch-warning"]);
    expect(valid({ ...sale, on: "2026-11-25", papers: { ...noPapers, recording: true } })).toEqual([
      "mismatch-warning",
    ]);
  });

  it.each<[string, Changes]>([
    ["amount", { amount: sale.amount + 1 }],
    ["who began it", { initiator: "advisor" }],
    ["channel", { channel: "phone" }],
    ["level", { assessment: { level: "C4" } }],
    ["grade", { product: { sellerGrade: "R4" } }],
    ["a reported change", { assessment: { changeReported: true } }],
    ["investor class", { client: { investorClass: "professional-3" } }],
    ["money", { isMoneyOutOfLine: true }],
  ])("is void when the %s is another", (_what, changes) => {
    expect(valid(saleOf({ papers: noPapers }, changes))).toEqual([]);
  });

  it("is void for another version of the sheet, and counts for nothing unsigned", () => {
    expect(valid(sale, "s-2")).toEqual([]);
    const { signedAt: _signedAt, ...unsigned } = signed;
    expect(validDocuments(draft(unsigned), signed.facts).size).toBe(0);
  });

  it("counts for a sale just when everything but day and papers is the same", () => {
    fc.assert(
      fc.property(saleArb, (other) => {
        const bare = ({ on: _on, papers: _papers, ...facts }: SaleCase) => facts;
        const isSame = JSON.stringify(bare(other)) === JSON.stringify(bare(sale));
        expect(valid(other).length === 1).toBe(isSame);
      }),
    );
  });
});
