import { describe, expect, it } from "vitest";
import type { FaultCode } from "../../../shared/packs/faults.ts";
import { checkInvestorCriteria } from "../../../shared/packs/investor-criteria-check.ts";
import raw from "../../../shared/packs/investor-criteria-v1.json" with { type: "json" };
import { parsePackOf } from "../../../shared/packs/library.ts";

type Pack = typeof raw;

function spoilt(change: (pack: Pack) => unknown): unknown {
  const pack = structuredClone(raw);
  change(pack);
  return pack;
}
const criterion = (pack: Pack, id: string) => pack.criteria.find((one) => one.id === id) as Pack["criteria"][number];
const without = (pack: Pack, id: string) => {
  pack.criteria = pack.criteria.filter((one) => one.id !== id);
};

/** One planted mistake each, and the fault it must be named by. */
const planted: readonly [what: string, change: (pack: Pack) => unknown, code: FaultCode, at: string][] = [
  ["a field nobody knows", (p) => Object.assign(p, { script: "x" }), "shape", ""],
  [
    "a condition as text",
    (p) => Object.assign(criterion(p, "pro-2-person"), { when: "a > 5" }),
    "shape",
    "criteria/2/when",
  ],
  [
    "an amount asked of years",
    (p) => Object.assign(criterion(p, "fund-company"), { when: { field: "workYears", atLeastYuan: 5 } }),
    "shape",
    "criteria/8/when",
  ],
  [
    "a fact nobody shows",
    (p) => Object.assign(criterion(p, "fund-company"), { when: { field: "height", atLeastYears: 5 } }),
    "shape",
    "criteria/8/when",
  ],
  ["a criterion without a law", (p) => (criterion(p, "fund-person").cites = []), "missing-source", "criteria/7/cites"],
  [
    "a law nobody listed",
    (p) => (criterion(p, "fund-person").cites = [{ source: "nfra-99", article: "1" }]),
    "missing-source",
    "criteria/fund-person",
  ],
  ["a step of no law", (p) => (p.steps[0] as Pack["steps"][0]).cites.splice(0), "missing-source", "steps/0/cites"],
  [
    "a review of a law nobody listed",
    (p) => (p.reviewMonths.cites = [{ source: "x" }]),
    "missing-source",
    "reviewMonths",
  ],
  ["no English", (p) => Reflect.deleteProperty(p.title, "en"), "missing-language", "title/en"],
  ["the same criterion twice", (p) => p.criteria.push(criterion(p, "fund-person")), "duplicate-id", "criteria"],
  ["the same law twice", (p) => p.sources.push(p.sources[0] as Pack["sources"][0]), "duplicate-id", "sources"],
  ["one type with two tickets", (p) => p.tickets[1]?.types.push("equity"), "duplicate-id", "tickets"],
  ["no way to type III", (p) => without(p, "pro-3-person"), "grant-unreachable", "criteria/professional-3"],
  ["no way for funds", (p) => without(p, "fund-company"), "grant-unreachable", "criteria/qualified-fund"],
  [
    "a natural person of type I",
    (p) => (criterion(p, "pro-1-licensed").appliesTo = "individual"),
    "shape",
    "criteria/pro-1-licensed/appliesTo",
  ],
  [
    "a conversion that asks for more than the class above",
    (p) =>
      Object.assign(criterion(p, "pro-3-company"), {
        when: {
          all: [
            { field: "netAssets", atLeastYuan: 20_000_001 },
            { field: "experienceYears", atLeastYears: 1 },
          ],
        },
      }),
    "number-order",
    "criteria/pro-3-company",
  ],
  ["an end before its beginning", (p) => Object.assign(p, { effectiveUntil: "2020-01-01" }), "dates", "effectiveUntil"],
];

describe("a pack of investor criteria", () => {
  it("that ships has no fault", () => {
    expect(checkInvestorCriteria(raw)).toEqual([]);
    expect(parsePackOf("investor-criteria", raw).id).toBe("INVESTOR-CN-v1");
  });

  it.each(planted)("with %s is refused, and the place is named", (_, change, code, at) => {
    expect(checkInvestorCriteria(spoilt(change))).toContainEqual(expect.objectContaining({ code, at }));
  });

  it("has all its faults named at once", () => {
    const pack = spoilt((p) => {
      without(p, "pro-3-person");
      criterion(p, "fund-person").cites = [{ source: "nowhere", article: "1" }];
      p.reviewMonths.cites = [{ source: "nobody" }];
    });
    expect(checkInvestorCriteria(pack).map(({ code }) => code)).toEqual([
      "missing-source",
      "missing-source",
      "grant-unreachable",
    ]);
    expect(() => parsePackOf("investor-criteria", pack)).toThrow(expect.objectContaining({ code: "pack-invalid" }));
  });

  it.each([undefined, null, 7, "pack", [], {}])("is not %o", (nothing) => {
    expect(checkInvestorCriteria(nothing).length).toBeGreaterThan(0);
  });
});
