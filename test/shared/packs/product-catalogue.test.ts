import { describe, expect, it } from "vitest";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { checkProductCatalogue } from "../../../shared/packs/product-catalogue.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("product-catalogue");
const faults = (change: object) => checkProductCatalogue({ ...pack, ...change }).map(({ code, at }) => `${code} ${at}`);

describe("the product catalogue that ships", () => {
  it("has no fault, a kind for every grade, and NFRA Art. 23's factors", () => {
    expect(checkProductCatalogue(pack)).toEqual([]);
    for (const grade of grades) expect(pack.entries.some((entry) => entry.grade === grade)).toBe(true);
    expect(pack.factors).toHaveLength(8);
    expect(pack.factors.every(({ cites }) => cites[0]?.article === "23")).toBe(true);
  });

  // domain.md 1.5, as it stands there.
  it.each([
    ["R1", ["reverse-repo", "quotation-repo", "protected-note"]],
    ["R2", ["ipo-offline"]],
    ["R3", ["a-share", "preference-share", "covered-option", "spot-gold"]],
    [
      "R4",
      ["risk-warning-share", "stock-connect", "stock-pledge", "margin", "option", "warrant", "neeq", "deferred-gold"],
    ],
    ["R5", ["otc-derivative", "complex"]],
  ])("gives %s to what the seed list gives it", (grade, ids) => {
    const seeds = pack.entries.filter(({ cites }) => cites.includes("broker"));
    expect(seeds.filter((entry) => entry.grade === grade).map(({ id }) => id)).toEqual(ids);
  });

  it("asks 300,000 for fixed income, 400,000 for mixed and a million for the rest (domain.md 1.1)", () => {
    const yuan = Object.entries(pack.tickets.types).map(([type, fen]) => [type, fen / 100]);
    expect(Object.fromEntries(yuan)).toEqual({
      cash: 300_000,
      "fixed-income": 300_000,
      mixed: 400_000,
      equity: 1_000_000,
      complex: 1_000_000,
    });
    expect(pack.entries.find(({ id }) => id === "private-fund")?.ticket).toBe(100_000_000);
  });

  it("lets no R3 fall by more than forty per cent unnoticed (domain.md 1.5)", () => {
    expect(pack.limits.grades.R3.drawdown).toBeLessThan(40);
  });
});

describe("a product catalogue is refused", () => {
  const [first] = pack.entries;
  const limits = (grade: string, change: object) => ({
    limits: { ...pack.limits, grades: { ...pack.limits.grades, [grade]: { ...pack.limits.grades.R2, ...change } } },
  });

  it.each([
    ["without sources", { sources: undefined }, "missing-source sources"],
    ["with an entry that rests on nothing", { entries: [{ ...first, cites: [] }] }, "missing-source entries/0/cites"],
    [
      "with a source nobody knows",
      { entries: [{ ...first, cites: ["hearsay"] }] },
      "missing-source entries/reverse-repo",
    ],
    ["with one entry twice", { entries: [first, first] }, "duplicate-id entries"],
    [
      "with a name in two languages only",
      { entries: [{ ...first, name: { "zh-CN": "国债", "zh-TW": "國債" } }] },
      "missing-language entries/0/name/en",
    ],
    ["with a grade nobody knows", { entries: [{ ...first, grade: "R6" }] }, "shape entries/0/grade"],
    ["with a minimum nobody founded", { entries: [{ ...first, ticket: 1 }] }, "missing-source entries/0/ticketCites"],
    ["when it ends before it begins", { effectiveUntil: "2020-01-01" }, "dates effectiveUntil"],
    ["when a higher grade bears less", limits("R3", { drawdown: 1 }), "number-order limits/R3/drawdown"],
    ["when something is too much for R5", limits("R5", { volatility: 90 }), "number-order limits/R5/volatility"],
    [
      "with a minimum missing for a type",
      { tickets: { cites: ["amc"], types: { cash: 1 } } },
      "shape tickets/types/equity",
    ],
  ])("%s", (_, change, fault) => {
    expect(faults(change)).toContain(fault);
  });

  it("whatever it is", () => {
    for (const raw of [null, 1, "x", [], {}]) expect(checkProductCatalogue(raw).length).toBeGreaterThan(0);
  });
});
