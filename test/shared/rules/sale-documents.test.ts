import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import type { SaleCase } from "../../../shared/rules/sale-case.ts";
import { documentsDue, papersOf, type SaleDocumentKind, stepOf } from "../../../shared/rules/sale-documents.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { shippedPack } from "../../support/packs.ts";
import { type Changes, noPapers, saleArb, saleOf } from "../../support/sale-cases.ts";

const rules = saleRulesOn(packLibrary(), "2026-11-22");
const pack = shippedPack("sale-gate");
const matrix = shippedPack("match-matrix");
const due = (...changes: Changes[]) => documentsDue(saleOf(...changes, { papers: noPapers }), [], rules);

const above: Changes = { assessment: { level: "C2" }, product: { sellerGrade: "R3" } };
const invest: Changes = { product: { regime: "NFRA_INVEST" } };
const insurance: Changes = { product: { regime: "NFRA_INSURANCE" } };
const elder: Changes = { client: { age: 65 } };
const high: Changes = { assessment: { level: "C5" }, product: { sellerGrade: "R4" } };

const table: readonly (readonly [what: string, facts: Changes[], kinds: SaleDocumentKind[]])[] = [
  ["CSRC, suits", [], ["conflict-statement", "risk-disclosure", "match-confirmation"]],
  ["CSRC, above, asked for", [above], ["conflict-statement", "risk-disclosure", "mismatch-warning"]],
  ["CSRC, above, offered", [above, { initiator: "advisor" }], []],
  ["CSRC, lowest class, above", [above, { assessment: { level: "C1_LOWEST" } }], []],
  [
    "CSRC, R4, 65",
    [high, elder],
    ["conflict-statement", "risk-disclosure", "high-risk-procedure", "elder-care", "match-confirmation"],
  ],
  ["NFRA investment, suits", [invest], ["conflict-statement", "sale-notice", "match-confirmation"]],
  ["NFRA investment, above, asked for", [above, invest], []],
  [
    "NFRA investment, R4, 65",
    [high, elder, invest],
    ["conflict-statement", "sale-notice", "elder-care", "match-confirmation"],
  ],
  ["insurance, suits", [insurance], ["conflict-statement", "insurance-notice", "match-confirmation"]],
  [
    "insurance, above, asked for",
    [above, insurance],
    ["conflict-statement", "insurance-notice", "insurance-self-choice"],
  ],
  [
    "insurance, much is paid",
    [
      { product: { regime: "NFRA_INSURANCE", insurance: { kind: "universal", isOverOneYear: true } } },
      { payment: { singlePremium: 401, familyAnnualIncome: 100 } },
    ],
    ["conflict-statement", "insurance-notice", "applicant-statement", "match-confirmation"],
  ],
  ["professional", [{ client: { investorClass: "professional-2" } }], []],
];

/** Everything that is due read and signed, and recorded. */
function signed(sale: SaleCase): SaleCase {
  const documents = documentsDue(sale, [], rules);
  return { ...sale, papers: papersOf(new Set(documents.kinds), documents, true) };
}

describe("documents a client reads and signs", () => {
  it.each(table)("%s", (_what, facts, kinds) => {
    expect(due(...facts).kinds).toEqual(kinds);
  });

  it("wait for the facts they speak of", () => {
    expect(due().isReady).toBe(true);
    expect(due({ assessment: { changeReported: true } }).isReady).toBe(false);
    expect(due({ client: { identityVerified: false } }).isReady).toBe(false);
    expect(documentsDue(saleOf(), ["money"], rules).isReady).toBe(false);
  });

  it("once signed, with the recording, nothing but facts is missing", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const decision = judgeSale(signed(sale), { gate: pack, matrix });
        const { isReady } = documentsDue(sale, [], rules);
        if (decision.outcome === "BLOCK") return true;
        return isReady ? decision.outcome.startsWith("ALLOW") : decision.outcome === "NEED_MORE";
      }),
      { numRuns: 1000 },
    );
  });

  it("no mismatch is warned of but to who asked, is above the lowest class, and buys under CSRC rules", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const { kinds } = documentsDue(sale, [], rules);
        if (!kinds.includes("mismatch-warning")) return true;
        const { initiator, product, client, assessment } = sale;
        const isLowest = assessment?.level === "C1_LOWEST" || (client.kind === "person" && client.capacity !== "full");
        return initiator === "client" && product.regime === "CSRC" && !isLowest;
      }),
      { numRuns: 1000 },
    );
  });

  it("each belongs to a step", () => {
    expect(due(high, elder).kinds.map(stepOf)).toEqual([12, 12, 13, 13, 15]);
  });
});
