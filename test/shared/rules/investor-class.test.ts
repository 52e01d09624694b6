import { describe, expect, it } from "vitest";
import { type ClassHolder, isProfessionalUnder } from "../../../shared/rules/investor-class.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("sale-gate");
const person = (investorClass: ClassHolder["investorClass"]) =>
  ({ kind: "person", investorClass, capacity: "full" }) as const;
const company = (investorClass: ClassHolder["investorClass"]) =>
  ({ kind: "company", investorClass, capacity: "full" }) as const;

describe("a professional class", () => {
  it.each([
    ["CSRC", person("ordinary"), false],
    ["CSRC", person("professional-1"), false],
    ["CSRC", person("professional-2"), true],
    ["CSRC", company("professional-1"), true],
    ["CSRC", company("professional-3"), true],
    ["CSRC", { ...person("professional-2"), capacity: "limited" }, false],
    ["NFRA_INVEST", person("professional-2"), false],
    ["NFRA_INVEST", company("professional-2"), false],
    ["NFRA_INVEST", company("professional-1"), true],
    ["NFRA_INSURANCE", company("professional-1"), false],
  ] as const)("under %s for %o: %s", (regime, holder, counts) => {
    expect(isProfessionalUnder(regime, holder, pack)).toBe(counts);
  });

  it("follows the readings I-07 and I-09 where the institution chose others", () => {
    const readings = {
      ...pack.readings,
      "I-07": { ...pack.readings["I-07"], value: "all-professional-companies" as const },
      "I-09": { ...pack.readings["I-09"], value: "as-investment" as const },
    };
    expect(isProfessionalUnder("NFRA_INVEST", company("professional-3"), { readings })).toBe(true);
    expect(isProfessionalUnder("NFRA_INSURANCE", company("professional-1"), { readings })).toBe(true);
    expect(isProfessionalUnder("NFRA_INSURANCE", person("professional-2"), { readings })).toBe(false);
  });
});
