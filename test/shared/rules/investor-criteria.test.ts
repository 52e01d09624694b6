/**
 * @file Who meets which criterion. The oracle below is the table of domain.md 1.1 written out once
 * more, in yuan, and shares nothing with the pack or the rule.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InvestorFacts } from "../../../shared/model/investor-status.ts";
import {
  type Checked,
  classOf,
  criteriaMet,
  fieldsOf,
  grantOf,
  type Investor,
  subjectOf,
} from "../../../shared/rules/investor-criteria.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("investor-criteria");
const person: Investor = { kind: "individual", capacity: "full", age: 46 };
const company: Investor = { kind: "company", capacity: "full", age: undefined };
const million = 1_000_000;

/** Facts in yuan, as the law has them. */
type Yuan = InvestorFacts;
const money = [
  "netAssets",
  "financialAssets",
  "annualIncome",
  "familyFinancialAssets",
  "familyNetFinancialAssets",
] as const;
function inFen(facts: Yuan): InvestorFacts {
  const fen = money.flatMap((field) => (facts[field] === undefined ? [] : [[field, facts[field] * 100] as const]));
  return { ...facts, ...Object.fromEntries(fen) };
}
const met = (facts: Yuan, investor: Investor) =>
  criteriaMet(inFen(facts), investor, pack).flatMap(({ criterion, isMet }) => (isMet ? [criterion.id] : []));

/** domain.md 1.1. */
function oracle(f: Yuan, { kind, capacity, age }: Investor): string[] {
  const n = (value: number | undefined) => value ?? 0;
  if (kind === "company") {
    const rows: [string, boolean][] = [
      ["pro-1-licensed", f.isLicensed === true],
      [
        "pro-2-company",
        n(f.netAssets) >= 20 * million && n(f.financialAssets) >= 10 * million && n(f.experienceYears) >= 2,
      ],
      [
        "pro-3-company",
        n(f.netAssets) >= 10 * million && n(f.financialAssets) >= 5 * million && n(f.experienceYears) >= 1,
      ],
      ["qualified-company", n(f.netAssets) >= 10 * million],
      ["fund-company", n(f.netAssets) >= 10 * million],
    ];
    return rows.flatMap(([id, is]) => (is ? [id] : []));
  }
  const mayBeProfessional = capacity === "full" && (age === undefined || age >= 18);
  const rows: [string, boolean][] = [
    [
      "pro-2-person",
      mayBeProfessional &&
        (n(f.financialAssets) >= 5 * million || n(f.annualIncome) >= 500_000) &&
        (n(f.experienceYears) >= 2 || n(f.workYears) >= 2 || f.isQualifiedPerson === true),
    ],
    [
      "pro-3-person",
      mayBeProfessional &&
        (n(f.financialAssets) >= 3 * million || n(f.annualIncome) >= 300_000) &&
        (n(f.experienceYears) >= 1 || n(f.workYears) >= 1),
    ],
    [
      "qualified-person",
      n(f.experienceYears) >= 2 &&
        (n(f.familyNetFinancialAssets) >= 3 * million ||
          n(f.familyFinancialAssets) >= 5 * million ||
          n(f.annualIncome) >= 400_000),
    ],
    ["fund-person", n(f.financialAssets) >= 3 * million || n(f.annualIncome) >= 500_000],
  ];
  return rows.flatMap(([id, is]) => (is ? [id] : []));
}

/** Around every threshold of the table, a yuan below, on it and above. */
const around = [300_000, 400_000, 500_000, 3 * million, 5 * million, 10 * million, 20 * million];
const anyYuan = fc.constantFrom(0, ...around.flatMap((edge) => [edge - 1, edge, edge + 1]));
const anyYears = fc.integer({ min: 0, max: 3 });
const anyFacts: fc.Arbitrary<Yuan> = fc.record(
  {
    netAssets: anyYuan,
    financialAssets: anyYuan,
    annualIncome: anyYuan,
    familyFinancialAssets: anyYuan,
    familyNetFinancialAssets: anyYuan,
    experienceYears: anyYears,
    workYears: anyYears,
    isQualifiedPerson: fc.boolean(),
    isLicensed: fc.boolean(),
  },
  { requiredKeys: [] },
);
const anyInvestor: fc.Arbitrary<Investor> = fc.oneof(
  fc.constant(company),
  fc.record({
    kind: fc.constant("individual" as const),
    capacity: fc.constantFrom("full" as const, "limited" as const, "none" as const),
    age: fc.constantFrom(15, 17, 18, 70, undefined),
  }),
);

describe("the criteria of the law", () => {
  it("are met as domain.md 1.1 has them, at every edge", () => {
    fc.assert(
      fc.property(anyFacts, anyInvestor, (facts, investor) => {
        expect(met(facts, investor).sort()).toEqual(oracle(facts, investor).sort());
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["pro-2-person", { financialAssets: 5 * million, experienceYears: 2 }],
    ["pro-2-person", { annualIncome: 500_000, workYears: 2 }],
    ["pro-2-person", { annualIncome: 500_000, isQualifiedPerson: true }],
    ["pro-3-person", { financialAssets: 3 * million, workYears: 1 }],
    ["pro-3-person", { annualIncome: 300_000, experienceYears: 1 }],
    ["qualified-person", { familyNetFinancialAssets: 3 * million, experienceYears: 2 }],
    ["qualified-person", { familyFinancialAssets: 5 * million, experienceYears: 2 }],
    ["fund-person", { annualIncome: 500_000 }],
  ] as const)("%s by %o, and not with a yuan or a year less of anything", (id, facts: Yuan) => {
    expect(met(facts, person)).toContain(id);
    for (const [field, value] of Object.entries(facts)) {
      const less = typeof value === "number" ? value - 1 : false;
      expect(met({ ...facts, [field]: less }, person)).not.toContain(id);
    }
  });

  it("conversion to professional asks of a qualified accountant for a year of work as of anybody", () => {
    expect(met({ annualIncome: 300_000, isQualifiedPerson: true }, person)).toEqual([]);
  });

  it("have an article each", () => {
    expect(
      pack.criteria.map(({ id, cites }) => [id, ...cites.map((c) => `${c.source} ${c.article}`)].join(" ")),
    ).toEqual([
      "pro-1-licensed csrc130 8(1)-(3)",
      "pro-2-company csrc130 8(4)",
      "pro-2-person csrc130 8(5)",
      "pro-3-company csrc130 11",
      "pro-3-person csrc130 11",
      "qualified-person amc 5",
      "qualified-company amc 5",
      "fund-person fund 12",
      "fund-company fund 12",
    ]);
  });
});

describe("what is missing", () => {
  const of = (facts: Yuan, id: string, investor = person) => {
    const found = criteriaMet(inFen(facts), investor, pack).find(({ criterion }) => criterion.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it("is told with what was shown and what is short, each way of an either-or", () => {
    const { missing, isMet } = of({ financialAssets: 3.2 * million, experienceYears: 1 }, "pro-2-person");
    const atom = (field: string, least: number | undefined, has: unknown, short: number | undefined) => ({
      field,
      isMet: false,
      least,
      has,
      short,
    });
    expect(isMet).toBe(false);
    expect(missing).toEqual({
      isMet: false,
      all: [
        {
          isMet: false,
          any: [
            atom("financialAssets", 500_000_000, 320_000_000, 180_000_000),
            atom("annualIncome", 50_000_000, undefined, 50_000_000),
          ],
        },
        {
          isMet: false,
          any: [
            atom("experienceYears", 2, 1, 1),
            atom("workYears", 2, undefined, 2),
            atom("isQualifiedPerson", undefined, undefined, undefined),
          ],
        },
      ],
    });
  });

  it("leaves out what is there already", () => {
    const { missing } = of(
      { netAssets: 20 * million, financialAssets: 4 * million, experienceYears: 3 },
      "pro-2-company",
      company,
    );
    expect(missing).toMatchObject({ field: "financialAssets", short: 600_000_000 });
  });

  it("is not wealth where the law shuts somebody out", () => {
    const rich = { financialAssets: 90 * million, experienceYears: 9 };
    const minor = { ...person, age: 17 };
    expect(of(rich, "pro-2-person", minor)).toMatchObject({ isMet: false, bar: "age", missing: undefined });
    expect(of(rich, "pro-3-person", { ...person, capacity: "limited" })).toMatchObject({
      isMet: false,
      bar: "capacity",
    });
    expect(of(rich, "fund-person", minor)).toMatchObject({ isMet: true, bar: undefined });
  });

  it("being made good, makes the criterion met", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(person, company), (facts, investor) => {
        for (const { criterion, missing } of criteriaMet(inFen(facts), investor, pack)) {
          const better = { ...inFen(facts), ...(missing === undefined ? {} : makeGood(missing)) };
          const again = criteriaMet(better, investor, pack).find((one) => one.criterion.id === criterion.id);
          expect(again).toMatchObject({ isMet: true, missing: undefined });
        }
      }),
    );
  });

  it("never grows with what is shown", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyInvestor, (facts, more, investor) => {
        const both = Object.fromEntries(
          [...new Set([...Object.keys(facts), ...Object.keys(more)])].map((field) => {
            const [a, b] = [facts, more].map((one) => one[field as keyof Yuan]);
            return [
              field,
              typeof a === "number" || typeof b === "number"
                ? Math.max(Number(a ?? 0), Number(b ?? 0))
                : a === true || b === true,
            ];
          }),
        ) as Yuan;
        expect(met(both, investor)).toEqual(expect.arrayContaining(met(facts, investor)));
      }),
    );
  });
});

/** The least that cures it: of each either-or the last way. */
function makeGood(missing: Checked): InvestorFacts {
  if ("all" in missing) return Object.assign({}, ...missing.all.map(makeGood));
  if ("any" in missing) return makeGood(missing.any.at(-1) as Checked);
  return { [missing.field]: missing.least ?? true };
}

describe("names of what is granted", () => {
  it("lead to subject and class and back", () => {
    expect([subjectOf("professional-3"), classOf("professional-3")]).toEqual(["professional", "professional-3"]);
    expect([subjectOf("qualified-fund"), classOf("qualified-fund")]).toEqual(["qualified-fund", undefined]);
    expect(grantOf({ subject: "professional", class: "professional-2" })).toBe("professional-2");
    expect(grantOf({ subject: "qualified", class: undefined })).toBe("qualified");
  });

  it("a criterion names its facts once each", () => {
    const both = {
      any: [
        { field: "isLicensed", is: true },
        { field: "isLicensed", is: true },
      ],
    } as const;
    expect(fieldsOf(both)).toEqual(["isLicensed"]);
  });
});
