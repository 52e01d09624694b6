/**
 * Each reading of readings.md decides at least one sale: with its default as there written,
 * with its other value the other way.
 */
import { describe, expect, it } from "vitest";
import { GatePack, type Readings } from "../../../shared/packs/gate-pack.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { shippedPack } from "../../support/packs.ts";
import { type Changes, saleOf } from "../../support/sale-cases.ts";

const shipped = shippedPack("sale-gate");
const matrix = shippedPack("match-matrix");

const R3: Changes = { product: { sellerGrade: "R3" } };
const R1: Changes = { product: { sellerGrade: "R1" } };
const invest: Changes = { product: { regime: "NFRA_INVEST" } };
const insurance: Changes = { product: { regime: "NFRA_INSURANCE" } };
const byAdvisor: Changes = { initiator: "advisor" };
const tooLong: Changes = { product: { termMonths: 37 } };
const privately: Changes = { product: { isPrivate: true, minimum: 1_000_000_00 }, amount: 1_000_000_00 };
const outOfLine: Changes = { isMoneyOutOfLine: true };
const professional2: Changes = { client: { investorClass: "professional-2" } };
const company1: Changes = { client: { kind: "company", investorClass: "professional-1" } };
const company2: Changes = { client: { kind: "company", investorClass: "professional-2" } };
const capacity = (which: "limited" | "none", guardianConsents: boolean): Changes => ({
  client: { capacity: which, guardianConsents },
});
const level = (which: "C1_LOWEST" | "C1" | "C2" | "C5"): Changes => ({ assessment: { level: which } });
const aged = (age: number): Changes => ({ client: { age } });
const missing = (...names: string[]): Changes => ({ papers: Object.fromEntries(names.map((name) => [name, false])) });
const insured = (kind: "unit-linked" | "participating" | "other-life"): Changes => ({
  product: { regime: "NFRA_INSURANCE", insurance: { kind, isOverOneYear: true } },
});
const sevenThisYear = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-01-0${day}`);

interface Case {
  readonly facts: readonly Changes[];
  /** Outcome and rules, with the default. */
  readonly chosen: string;
  /** The other value, and the same with it. */
  readonly other: readonly [value: string, verdict: string];
}

const cases: Record<keyof Readings, Case> = {
  "I-01": {
    facts: [{ client: { identityVerified: false }, product: { isActive: false } }],
    chosen: "BLOCK identity product-inactive",
    other: ["first-step", "NEED_MORE identity product-inactive"],
  },
  "I-02": {
    facts: [{ client: { consent: "withdrawn" } }],
    chosen: "NEED_MORE consent",
    other: ["block", "BLOCK consent"],
  },
  "I-03": {
    facts: [{ client: { identityVerified: false } }],
    chosen: "NEED_MORE identity",
    other: ["block", "BLOCK identity"],
  },
  "I-04": { facts: [R1, capacity("none", true)], chosen: "ALLOW", other: ["block", "BLOCK no-capacity"] },
  "I-05": {
    facts: [invest, capacity("limited", true)],
    chosen: "BLOCK limited-capacity",
    other: ["R2", "ALLOW"],
  },
  "I-06": { facts: [R1, capacity("limited", false)], chosen: "NEED_MORE guardian", other: ["not-asked", "ALLOW"] },
  "I-07": {
    facts: [invest, company2, level("C1")],
    chosen: "BLOCK level-mismatch",
    other: ["all-professional-companies", "ALLOW"],
  },
  "I-08": {
    facts: [invest, company1, level("C1")],
    chosen: "ALLOW",
    other: ["full-match", "BLOCK level-mismatch"],
  },
  "I-09": {
    facts: [insurance, company1, level("C1")],
    chosen: "ALLOW_WITH_WARNING level-warning",
    other: ["as-investment", "ALLOW"],
  },
  "I-10": {
    facts: [{ assessment: { earlier: ["2026-06-15", "2026-06-15"] } }],
    chosen: "NEED_MORE assessment-limits",
    other: ["block", "BLOCK assessment-limits"],
  },
  "I-11": {
    facts: [{ assessment: { on: "2025-11-22" } }],
    chosen: "ALLOW",
    other: ["expired", "NEED_MORE assessment-expired"],
  },
  "I-12": {
    facts: [{ on: "2029-03-01", assessment: { on: "2028-02-29" } }],
    chosen: "NEED_MORE assessment-expired",
    other: ["next-day", "ALLOW"],
  },
  "I-13": {
    facts: [{ assessment: { earlier: [...sevenThisYear, "2025-06-15"] } }],
    chosen: "ALLOW",
    other: ["counts", "NEED_MORE assessment-limits"],
  },
  "I-14": {
    facts: [invest, level("C1"), { assessment: { on: "2025-01-01" } }],
    chosen: "NEED_MORE assessment-expired",
    other: ["judge", "BLOCK assessment-expired level-mismatch"],
  },
  "I-15": {
    facts: [R3, { product: { issuerGrade: "R4" } }],
    chosen: "ALLOW_WITH_WARNING level-warning",
    other: ["seller", "ALLOW"],
  },
  "I-16": {
    facts: [privately, company1, { client: { qualified: "no" } }],
    chosen: "BLOCK not-qualified",
    other: ["exempt", "ALLOW"],
  },
  "I-17": {
    facts: [privately, { client: { qualified: "unverified" } }],
    chosen: "NEED_MORE qualification-unverified",
    other: ["block", "BLOCK qualification-unverified"],
  },
  "I-18": {
    facts: [privately, { amount: 999_999_99 }],
    chosen: "BLOCK below-minimum",
    other: ["need-more", "NEED_MORE below-minimum"],
  },
  "I-19": {
    facts: [insurance, R3, level("C2"), byAdvisor],
    chosen: "BLOCK advisor-initiated level-mismatch",
    other: ["self-choice", "ALLOW_WITH_WARNING level-warning"],
  },
  "I-20": {
    facts: [insurance, level("C1_LOWEST")],
    chosen: "BLOCK level-lowest",
    other: ["self-choice", "ALLOW_WITH_WARNING level-warning"],
  },
  "I-21": {
    facts: [tooLong, byAdvisor],
    chosen: "BLOCK advisor-initiated term-mismatch",
    other: ["warn", "ALLOW_WITH_WARNING term-warning"],
  },
  "I-22": {
    facts: [invest, tooLong],
    chosen: "BLOCK term-mismatch",
    other: ["warn", "ALLOW_WITH_WARNING term-warning"],
  },
  "I-23": {
    facts: [R1, level("C1_LOWEST"), tooLong],
    chosen: "BLOCK term-mismatch",
    other: ["warn", "ALLOW_WITH_WARNING term-warning"],
  },
  "I-24": {
    facts: [professional2, tooLong],
    chosen: "ALLOW",
    other: ["checked", "ALLOW_WITH_WARNING term-warning"],
  },
  "I-25": { facts: [outOfLine], chosen: "ALLOW", other: ["warn", "ALLOW_WITH_WARNING money-warning"] },
  "I-26": {
    facts: [insured("participating"), { payment: { singlePremium: 401, familyAnnualIncome: 100 } }],
    chosen: "ALLOW_WITH_WARNING declaration-signed",
    other: ["allow", "ALLOW"],
  },
  "I-27": {
    facts: [{ product: { sellerGrade: "R4" } }, level("C5"), aged(65), missing("elderCare")],
    chosen: "NEED_MORE elder-care",
    other: ["not-due", "ALLOW"],
  },
  "I-28": {
    facts: [invest, R1, aged(65), missing("elderCare")],
    chosen: "ALLOW",
    other: ["any", "NEED_MORE elder-care"],
  },
  "I-29": {
    facts: [{ product: { sellerGrade: "R4" } }, level("C5")],
    chosen: "ALLOW",
    other: ["warn", "ALLOW_WITH_WARNING extra-care-done"],
  },
  "I-30": {
    facts: [invest, missing("recording")],
    chosen: "NEED_MORE recording",
    other: ["not-due", "ALLOW"],
  },
  "I-31": {
    facts: [insured("unit-linked"), { seller: "insurer" }, aged(59), missing("recording")],
    chosen: "NEED_MORE recording",
    other: ["both-from-60", "ALLOW"],
  },
  "I-32": {
    facts: [professional2, missing("notices", "confirmation")],
    chosen: "ALLOW",
    other: ["due", "NEED_MORE confirmation notices"],
  },
  "I-33": {
    facts: [{ product: { issuerGrade: "R3" } }],
    chosen: "ALLOW",
    other: ["warn", "ALLOW_WITH_WARNING grades-differ"],
  },
  "I-34": {
    facts: [invest, { client: { refusesInformation: true } }],
    chosen: "BLOCK refused-information",
    other: ["need-more", "NEED_MORE refused-information"],
  },
  "I-35": {
    facts: [{ assessment: { changeReported: true, levelChange: "unconfirmed" } }],
    chosen: "NEED_MORE change-reported level-unconfirmed",
    other: ["no-effect", "ALLOW"],
  },
  "I-36": {
    facts: [insured("other-life"), { assessment: null }],
    chosen: "NEED_MORE no-assessment",
    other: ["unit-linked-only", "ALLOW"],
  },
  "I-37": {
    facts: [{ product: { isGradeCurrent: false } }],
    chosen: "NEED_MORE grade-outdated",
    other: ["block", "BLOCK grade-outdated"],
  },
  "I-38": {
    facts: [insurance, outOfLine],
    chosen: "ALLOW_WITH_WARNING money-warning",
    other: ["block", "BLOCK money-mismatch"],
  },
  "I-39": {
    facts: [R3, level("C2"), missing("specialWarning")],
    chosen: "ALLOW_WITH_WARNING level-warning",
    other: ["own-document", "NEED_MORE level-warning special-warning"],
  },
  "I-40": {
    facts: [insurance, tooLong],
    chosen: "ALLOW_WITH_WARNING term-warning",
    other: ["no-effect", "ALLOW"],
  },
};

function verdict(facts: readonly Changes[], pack: GatePack): string {
  const { outcome, findings } = judgeSale(saleOf(...facts), { gate: pack, matrix });
  return [outcome, ...findings.map(({ rule }) => rule).sort()].join(" ");
}

function withReading(id: string, value: string): GatePack {
  const reading = shipped.readings[id as keyof Readings];
  return GatePack.parse({ ...shipped, readings: { ...shipped.readings, [id]: { ...reading, value } } });
}

describe("each reading decides", () => {
  it("there are forty, and the shipped pack holds the first value of each", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(shipped.readings).sort());
    expect(Object.keys(cases)).toHaveLength(40);
    for (const [id, { value }] of Object.entries(shipped.readings)) {
      expect(value).toBe(GatePack.shape.readings.shape[id as keyof Readings].shape.value.options[0]);
    }
  });

  it("an old result proves nothing where none is due either (I-14, I-36)", () => {
    const facts = [insured("other-life"), level("C1"), { assessment: { on: "2025-01-01" } }];
    expect(verdict(facts, withReading("I-36", "unit-linked-only"))).toBe("ALLOW");
  });

  it.each(Object.entries(cases))("%s", (id, { facts, chosen, other: [value, otherwise] }) => {
    expect(verdict(facts, shipped)).toBe(chosen);
    expect(verdict(facts, withReading(id, value))).toBe(otherwise);
  });
});
