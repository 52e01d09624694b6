import { describe, expect, it } from "vitest";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { type ClientFacts, type ClientRecords, clientFacts } from "../../../shared/rules/client-facts.ts";
import { SaleCase } from "../../../shared/rules/sale-case.ts";
import { moneyShare, outcomeWith, type SaleIntent, saleCaseOf } from "../../../shared/rules/sale-facts.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { findPack, shippedPack } from "../../support/packs.ts";
import { allPapers } from "../../support/sale-cases.ts";

const pack = shippedPack("sale-gate");
const matrix = shippedPack("match-matrix");
const catalogue = shippedPack("product-catalogue");
const day = "2026-11-22";

function sheet(changes: Partial<ProductSheet> = {}): ProductSheet {
  return ProductSheet.parse({
    id: "s-1",
    product: "p-1",
    version: 1,
    at: "2026-01-01T00:00:00.000Z",
    code: "000001",
    name: "明澈科创成长混合A",
    regime: "CSRC",
    sellerGrade: "R3",
    isActive: true,
    termMonths: 0,
    type: "mixed",
    isPrivate: false,
    minimum: 0,
    rights: [],
    fees: [],
    lookThrough: [],
    ...changes,
  });
}

function client(changes: Partial<ClientRecords["client"]> = {}, statuses: ClientRecords["statuses"] = []): ClientFacts {
  const at = "2026-06-15T02:00:00.000Z";
  const records = {
    client: { id: "c-1", kind: "individual", birthDate: "1980-05-01", investableAssets: 100_000_00, ...changes },
    assessments: [
      {
        id: "a-1",
        questionnaire: { id: "RTQ-NP-v1", version: "2026.07" },
        answers: { Q11: ["d"], Q14: ["c"] },
        level: "C3",
        finishedAt: at,
        contradictionChoices: [],
        score: { contradictions: [] },
      },
    ],
    statements: [
      { id: "i", kind: "identity", capacity: "full", client: "c-1", at },
      { id: "g", kind: "consent-given", client: "c-1", at },
    ],
    statuses,
  } as unknown as ClientRecords;
  return clientFacts(records, day, findPack);
}

const intent: SaleIntent = { initiator: "client", channel: "branch", seller: "bank", amount: 10_000_00 };

function made(parts: Partial<Parameters<typeof saleCaseOf>[0]> = {}) {
  return saleCaseOf({ client: client(), sheet: sheet(), pack, catalogue, intent, papers: allPapers, day, ...parts });
}

describe("a sale as a case", () => {
  it("is one as it may be written, and is judged", () => {
    const { sale, open } = made();
    expect(SaleCase.parse(sale)).toEqual(sale);
    expect(open).toEqual([]);
    expect(judgeSale(sale, { gate: pack, matrix })).toMatchObject({ outcome: "ALLOW", grade: "R3" });
  });

  it("has the grade of both, current to its last day", () => {
    const graded = sheet({ issuerGrade: "R4", gradeUntil: day });
    expect(made({ sheet: graded }).sale.product).toMatchObject({ issuerGrade: "R4", isGradeCurrent: true });
    expect(made({ sheet: graded, day: "2026-11-23" }).sale.product.isGradeCurrent).toBe(false);
  });

  it("of a private fund asks for the qualification of private funds", () => {
    const at = "2026-06-15T02:00:00.000Z";
    const granted = { client: "c-1", outcome: "granted", facts: {}, pack: { id: "x", version: "1" }, proofs: [], at };
    const statuses = [{ ...granted, id: "q", subject: "qualified" }] as unknown as ClientRecords["statuses"];
    const holder = client({}, statuses);
    const privately = (entry: string) => sheet({ isPrivate: true, catalogueEntry: entry });
    expect(made({ client: holder, sheet: privately("trust-plan") }).sale.client.qualified).toBe("yes");
    expect(made({ client: holder, sheet: privately("private-fund") }).sale.client.qualified).toBe("unverified");
  });

  it("asks for what a rule cannot do without, and is not ready until it is told", () => {
    const insured = (kind: "universal" | "other-life") =>
      sheet({ regime: "NFRA_INSURANCE", insurance: { kind, isOverOneYear: true } });
    const payment = { annualPremium: 1, familyAnnualIncome: 100 };
    expect(made({ client: client({ birthDate: undefined }) }).open).toEqual(["birth-date"]);
    expect(made({ sheet: sheet({ regime: "NFRA_INSURANCE" }) }).open).toEqual(["insurance"]);
    expect(made({ sheet: insured("universal") }).open).toEqual(["payment"]);
    expect(made({ sheet: insured("universal"), intent: { ...intent, payment } }).open).toEqual([]);
    expect(made({ sheet: insured("other-life") }).open).toEqual([]);
    expect(outcomeWith("ALLOW", ["birth-date"])).toBe("NEED_MORE");
    expect(outcomeWith("BLOCK", ["birth-date"])).toBe("BLOCK");
    expect(outcomeWith("ALLOW", [])).toBe("ALLOW");
  });

  it("asks about the money where the finances are unknown and a rule looks at them", () => {
    const unknown = client({ investableAssets: undefined });
    const invest = sheet({ regime: "NFRA_INVEST" });
    expect(made({ client: unknown }).open).toEqual([]); // CSRC, I-25
    expect(made({ client: unknown, sheet: invest }).open).toEqual(["money"]);
    expect(made({ client: unknown, sheet: invest, intent: { ...intent, amount: 0 } }).open).toEqual([]);
    const answered = made({ client: unknown, sheet: invest, intent: { ...intent, isMoneyOutOfLine: false } });
    expect(answered).toMatchObject({ open: [], sale: { isMoneyOutOfLine: false } });
  });

  it("the advisor's word on the money counts more than the rule", () => {
    const much = { ...intent, amount: 90_000_00 };
    expect(made({ intent: much }).sale.isMoneyOutOfLine).toBe(true);
    expect(made({ intent: { ...much, isMoneyOutOfLine: false } }).sale.isMoneyOutOfLine).toBe(false);
    expect(made({ intent: { ...intent, isMoneyOutOfLine: true } }).sale.isMoneyOutOfLine).toBe(true);
  });
});

describe("money held against what there is", () => {
  const of = (assets: number | undefined, amount: number, payment?: SaleIntent["payment"]) =>
    moneyShare({ assets }, { amount, ...(payment && { payment }) }, pack);

  it("is out of line above the share, not at it", () => {
    expect(of(100_000, 80_000)).toMatchObject({ percent: 80, limit: 80, of: "assets", isOutOfLine: false });
    expect(of(100_000, 80_001)).toMatchObject({ percent: 80, isOutOfLine: true });
    expect(of(300_000, 21_300)).toMatchObject({ percent: 7.1 });
  });

  it("with nothing there anything is too much, and nothing never is", () => {
    expect(of(0, 1)).toMatchObject({ percent: undefined, isOutOfLine: true });
    expect(of(undefined, 1)).toMatchObject({ percent: undefined, isOutOfLine: undefined });
    expect(of(undefined, 0)).toMatchObject({ isOutOfLine: false });
  });

  it("what is paid yearly is held against the income", () => {
    expect(of(1, 0, { annualPremium: 30_000, familyAnnualIncome: 60_000 })).toMatchObject({
      percent: 50,
      of: "income",
      isOutOfLine: false,
    });
    expect(of(100_000, 90_000, { singlePremium: 90_000, familyAnnualIncome: 1 })).toMatchObject({
      percent: 90,
      of: "assets",
      isOutOfLine: true,
    });
  });
});
