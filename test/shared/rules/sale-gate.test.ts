import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { levels } from "../../../shared/model/primitives.ts";
import { regimes } from "../../../shared/packs/gate-pack.ts";
import { grades, type MatchMatrix } from "../../../shared/packs/match-matrix.ts";
import { SaleCase } from "../../../shared/rules/sale-case.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { shippedPack } from "../../support/packs.ts";
import {
  allPapers,
  type Changes,
  combinations,
  noPapers,
  paperNames,
  saleArb,
  saleOf,
} from "../../support/sale-cases.ts";
import { type Outcome, oracle, type Verdict } from "./sale-gate-oracle.ts";

const pack = shippedPack("sale-gate");
const matrix = shippedPack("match-matrix");
let compared = 0;
afterAll(() => console.log(`sale gate: ${compared} sales compared with the oracle`));

function verdict(sale: SaleCase): Verdict {
  const { outcome, findings } = judgeSale(sale, { gate: pack, matrix });
  return { outcome, rules: findings.map(({ rule }) => rule).sort() };
}

function said({ outcome, rules }: Verdict): string {
  return `${outcome} ${rules.join(" ")}`;
}

/** One sale for each kind of disagreement, five at most; empty when gate and oracle are of one mind on all. */
function disagreements(sales: Iterable<SaleCase>): string[] {
  const found = new Map<string, string>();
  for (const sale of sales) {
    compared++;
    const gate = said(verdict(sale));
    const law = said(oracle(sale));
    if (gate !== law) found.set(`gate ${gate} | law ${law}`, JSON.stringify(sale));
  }
  return [...found].slice(0, 5).map((both) => both.join(" | "));
}

const byRegime: Changes[] = regimes.map((regime) => ({ product: { regime } }));
const byLevel: Changes[] = levels.map((level) => ({ assessment: { level } }));
const byGrade: Changes[] = grades.map((sellerGrade) => ({ product: { sellerGrade } }));
const byInitiator: Changes[] = [{ initiator: "client" }, { initiator: "advisor" }];
const byChannel: Changes[] = [{ channel: "branch" }, { channel: "online" }, { channel: "phone" }];
const bySeller: Changes[] = [{ seller: "bank" }, { seller: "securities" }, { seller: "insurer" }, { seller: "other" }];
const byPapers: Changes[] = [{}, { papers: noPapers }];
const byAge = (...ages: number[]): Changes[] => ages.map((age) => ({ client: { age } }));
const unassessed: Changes = { assessment: null };
const buyers: Changes[] = [
  { client: { investorClass: "ordinary" } },
  { client: { investorClass: "professional-2" } },
  { client: { investorClass: "professional-3" } },
  { client: { kind: "company", investorClass: "ordinary" } },
  { client: { kind: "company", investorClass: "professional-1" } },
  { client: { kind: "company", investorClass: "professional-2" } },
];
/** Ordinary; professional for the CSRC only; professional for the NFRA too. */
const threeBuyers = [{}, ...buyers.slice(1, 2), ...buyers.slice(4, 5)];

const sevenThisYear = ["01-05", "01-06", "01-07", "02-05", "02-06", "02-07", "03-05"].map((day) => `2026-${day}`);
const assessments: Changes[] = [
  {},
  unassessed,
  { assessment: { on: "2025-11-21" } }, // expired yesterday
  { assessment: { on: "2025-11-22" } }, // its last day
  { assessment: { earlier: ["2026-06-15", "2026-06-15"] } }, // third of its day
  { assessment: { earlier: [...sevenThisYear, "2026-06-15"] } }, // ninth in twelve months
  { assessment: { earlier: [...sevenThisYear, "2025-06-15"] } }, // the oldest exactly twelve months old
  { assessment: { changeReported: true } },
  { assessment: { levelChange: "unconfirmed" } },
  { assessment: { openContradictions: 2 } },
];

describe("the gate and the law as read a second time are of one mind", () => {
  it("on regime, class, level, grade, initiator, age and the state of the assessment", () => {
    const issued: Changes[] = [
      { product: { sellerGrade: "R1", issuerGrade: "R3" } },
      { product: { sellerGrade: "R4", issuerGrade: "R2" } },
    ];
    const persons = buyers.slice(0, 3);
    const rest = [byRegime, byLevel, [...byGrade, ...issued], byInitiator, assessments, byPapers];
    const before = compared;
    expect(disagreements(combinations(persons, byAge(17, 40, 60, 64, 65, 74), ...rest))).toEqual([]);
    expect(disagreements(combinations(buyers.slice(3), ...rest))).toEqual([]);
    expect(compared - before).toBe((3 * 6 + 3) * 3 * 6 * 7 * 2 * 10 * 2);
  });

  it("on capacity, the guardian, identity, consent and a refusal", () => {
    const capacities: Changes[] = (["full", "limited", "none"] as const).flatMap((capacity) =>
      [true, false].map((guardianConsents) => ({ client: { capacity, guardianConsents } })),
    );
    const persons = buyers.slice(0, 2);
    const states: Changes[] = [{}, unassessed, { assessment: { on: "2025-01-01" } }, { assessment: { termMonths: 6 } }];
    expect(disagreements(combinations(capacities, persons, states, byRegime, byLevel, byGrade, byInitiator))).toEqual(
      [],
    );
    const facts: Changes[][] = [
      [{}, { client: { identityVerified: false } }],
      [{}, { client: { consent: "missing" } }, { client: { consent: "withdrawn" } }],
      [{}, { client: { refusesInformation: true } }],
      [{}, { product: { isActive: false } }],
      [{}, { product: { isGradeCurrent: false } }],
    ];
    const few = [{}, ...capacities.slice(1, 4)];
    expect(disagreements(combinations(...facts, few, byRegime, threeBuyers, [{}, unassessed], byPapers))).toEqual([]);
  });

  it("on minors: nobody has more capacity than the age allows", () => {
    const said: Changes[] = (["full", "limited", "none"] as const).flatMap((capacity) =>
      [true, false].map((guardianConsents) => ({ client: { capacity, guardianConsents } })),
    );
    const people = byAge(0, 7, 8, 15, 16, 17, 18);
    const classes = buyers.slice(0, 2);
    expect(disagreements(combinations(people, said, classes, byRegime, byLevel, byGrade, byInitiator))).toEqual([]);
  });

  it("on entry: qualification, minimum, rights and age", () => {
    const offers: Changes[] = [{ product: { isPrivate: true } }, { product: { isPrivate: false } }];
    const qualified: Changes[] = (["yes", "no", "unverified"] as const).map((known) => ({
      client: { qualified: known },
    }));
    const minima: Changes[] = [99, 100, 101].map((amount) => ({ amount, product: { minimum: 100 } }));
    const needs: Changes[] = [[], ["a"], ["a", "b"], ["c"]].map((rights) => ({ product: { rights } }));
    const open: Changes[] = [[], ["a"], ["b", "a"]].map((rights) => ({ client: { rights } }));
    const ranges: Changes[] = [
      {},
      { product: { minimumAge: 18 } },
      { product: { maximumAge: 64 } },
      { product: { minimumAge: 65, maximumAge: 65 } },
    ];
    const people = [...byAge(17, 18, 64, 65, 66), ...buyers.slice(3, 5)];
    expect(disagreements(combinations(offers, qualified, minima, byRegime, buyers, byInitiator))).toEqual([]);
    expect(disagreements(combinations(needs, open, ranges, byRegime, people))).toEqual([]);
  });

  it("on term, type and money, beside the level", () => {
    const terms: Changes[] = [11, 12, 13].map((termMonths) => ({ assessment: { termMonths } }));
    const types: Changes[] = [{}, { assessment: { types: [] } }, { assessment: { types: ["cash", "equity"] } }];
    const money: Changes[] = [{}, { isMoneyOutOfLine: true }];
    const papers: Changes[] = [{}, { papers: noPapers }, { papers: { selfChoice: false } }];
    const all = [terms, types, money, papers, byRegime, threeBuyers, byLevel, byGrade.slice(0, 3), byInitiator];
    expect(disagreements(combinations(...all))).toEqual([]);
    const stale: Changes[] = [
      unassessed,
      { assessment: { on: "2025-01-01" } },
      { assessment: { changeReported: true } },
    ];
    expect(disagreements(combinations(stale, terms, types, money, byRegime, threeBuyers, byInitiator))).toEqual([]);
  });

  const kinds = ["unit-linked", "universal", "participating", "other-life", "property"] as const;
  const insured: Changes[] = kinds.flatMap((kind) =>
    [true, false].map((isOverOneYear) => ({
      product: { regime: "NFRA_INSURANCE" as const, insurance: { kind, isOverOneYear } },
    })),
  );

  it("on the thresholds of NFRA Art. 39, at their edges", () => {
    const familyAnnualIncome = 100_000_00;
    const payments: Changes[] = [
      { singlePremium: 400_000_00 },
      { singlePremium: 400_000_01 },
      { annualPremium: 20_000_00 },
      { annualPremium: 20_000_01 },
      { singlePremium: 1 },
      { annualPremium: 1 },
      { singlePremium: 1, paymentYears: 0 },
      { annualPremium: 1, paymentYears: 34 },
      { annualPremium: 1, paymentYears: 35 },
      { singlePremium: 14_999_99, budget: 10_000_00 },
      { singlePremium: 15_000_00, budget: 10_000_00 },
      { annualPremium: 14_999_99, budget: 10_000_00 },
      { annualPremium: 15_000_00, budget: 10_000_00 },
      { singlePremium: 400_000_01, annualPremium: 20_000_01, paymentYears: 40, budget: 1 },
      { annualPremium: 0, budget: 0 },
    ].map((payment) => ({ payment: { familyAnnualIncome, ...payment } }));
    const people = [...byAge(39, 40, 74, 75), ...buyers.slice(3, 5)];
    const signed: Changes[] = [{}, { papers: { declaration: false } }];
    expect(disagreements(combinations(insured, [{}, ...payments], people, signed, byInitiator))).toEqual([]);
    expect(disagreements(combinations(byRegime.slice(0, 2), payments, people, signed))).toEqual([]);
  });

  it("on the recording: channel, seller, kind of insurance and age", () => {
    const offers = [...byRegime, ...insured];
    const people = [...byAge(40, 59, 60), ...buyers.slice(1)];
    const recorded: Changes[] = [{}, { papers: { recording: false } }];
    expect(disagreements(combinations(offers, byChannel, bySeller, people, recorded, byInitiator))).toEqual([]);
  });

  it("on each paper that is missing alone, or there alone", () => {
    const papers: Changes[] = paperNames.flatMap((name) => [
      { papers: { [name]: false } },
      { papers: { ...noPapers, [name]: true } },
    ]);
    const people = [...byAge(64, 65), ...buyers.slice(1)];
    const some = [byLevel.slice(0, 3), byGrade.slice(0, 4), byInitiator, [{}, { isMoneyOutOfLine: true }]].flat();
    expect(disagreements(combinations(papers, people, byRegime, byChannel, some))).toEqual([]);
  });

  it("on days: validity and counting at their edges, leap years among them", () => {
    const days = ["2027-02-28", "2028-02-28", "2028-02-29", "2028-03-01", "2029-02-27", "2029-02-28", "2029-03-01"];
    const seven = Array.from({ length: 7 }, () => "2028-06-01");
    const sales: Changes[] = days.map((on) => ({ on }));
    const made: Changes[] = days.map((on) => ({ assessment: { on } }));
    const before: Changes[] = days.flatMap((day) => [
      { assessment: { earlier: [day] } },
      { assessment: { earlier: [day, day] } },
      { assessment: { earlier: [...seven, day] } },
    ]);
    expect(disagreements(combinations(sales, made, before))).toEqual([]);
  });

  it("on sales with anything in them", () => {
    expect(disagreements(fc.sample(saleArb, 2000))).toEqual([]);
  });
});

const strictness: Record<Outcome, number> = { ALLOW: 0, ALLOW_WITH_WARNING: 1, NEED_MORE: 2, BLOCK: 3 };
const strictnessOf = (sale: SaleCase) => strictness[judgeSale(sale, { gate: pack, matrix }).outcome];

describe("what holds of every sale", () => {
  it("a further paper never makes it stricter, and no paper cures what is forbidden", () => {
    fc.assert(
      fc.property(saleArb, fc.subarray(paperNames), (sale, added) => {
        const more = { ...sale, papers: { ...sale.papers, ...Object.fromEntries(added.map((name) => [name, true])) } };
        const before = strictnessOf(sale);
        const after = strictnessOf(more);
        return before === strictness.BLOCK ? after === strictness.BLOCK : after <= before;
      }),
      { numRuns: 2000 },
    );
  });

  it("with everything signed nothing but facts is missing", () => {
    const facts = /^(identity|guardian|consent|no-assessment|assessment-|change-|level-un|contradiction|grade-|qualif)/;
    fc.assert(
      fc.property(saleArb, (sale) => {
        const { findings } = judgeSale({ ...sale, papers: allPapers }, { gate: pack, matrix });
        return findings.filter(({ weight }) => weight === "need-more").every(({ rule }) => facts.test(rule));
      }),
      { numRuns: 1000 },
    );
  });

  it("a lower grade is never stricter for the same client", () => {
    fc.assert(
      fc.property(saleArb, fc.constantFrom(...grades), (sale, grade) => {
        const lower = Object.fromEntries(
          (["issuerGrade", "sellerGrade"] as const).flatMap((name) => {
            const own = sale.product[name];
            return own === undefined ? [] : [[name, own < grade ? own : grade]];
          }),
        );
        return strictnessOf({ ...sale, product: { ...sale.product, ...lower } }) <= strictnessOf(sale);
      }),
      { numRuns: 2000 },
    );
  });

  it("the same facts give the same bytes, whatever order they stand in, and stay untouched", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const bytes = JSON.stringify(judgeSale(sale, { gate: pack, matrix }));
        const facts = JSON.stringify(sale);
        const turned = Object.fromEntries(Object.entries(JSON.parse(facts) as SaleCase).toReversed()) as SaleCase;
        expect(JSON.stringify(judgeSale(turned, { gate: pack, matrix }))).toBe(bytes);
        expect(JSON.stringify(judgeSale(sale, { gate: pack, matrix }))).toBe(bytes);
        expect(JSON.stringify(sale)).toBe(facts);
      }),
      { numRuns: 500 },
    );
  });

  it("every finding cites the law, and stands in the order of the steps", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const { findings, pack: used } = judgeSale(sale, { gate: pack, matrix });
        const steps = findings.map(({ step }) => step);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(findings.filter(({ cites }) => cites.length === 0)).toEqual([]);
        expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
        expect(used).toEqual({ id: pack.id, version: pack.version });
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is cited", () => {
  const cited = (...changes: Changes[]) => {
    const { findings } = judgeSale(saleOf(...changes), { gate: pack, matrix });
    return [...new Set(findings.flatMap(({ cites }) => cites.map(({ source, article }) => `${source}:${article}`)))];
  };
  const toC2 = { assessment: { level: "C2" as const }, product: { sellerGrade: "R4" as const } };
  const by = (regime: (typeof regimes)[number], initiator: "client" | "advisor"): Changes => ({
    initiator,
    product: { ...toC2.product, regime },
    assessment: toC2.assessment,
  });

  it("who offers what does not suit breaks the ban, not the rule for who asks", () => {
    expect(cited(by("CSRC", "client"))).toEqual(["csrc130:19"]);
    expect(cited(by("CSRC", "advisor"))).toEqual(["csrc130:22"]);
    expect(cited(by("NFRA_INVEST", "client"))).toEqual(["nfra7:12"]);
    expect(cited(by("NFRA_INVEST", "advisor"))).toEqual(["nfra7:12", "nfra7:13"]);
    expect(cited(by("NFRA_INSURANCE", "client"))).toEqual(["nfra7:38"]);
    expect(cited(by("NFRA_INSURANCE", "advisor"))).toEqual(["nfra7:12", "nfra7:13"]);
  });

  it("who offers is never warned: it is forbidden", () => {
    fc.assert(
      fc.property(saleArb, (sale) => {
        const { findings } = judgeSale({ ...sale, initiator: "advisor" }, { gate: pack, matrix });
        const warned = findings.filter(({ rule }) => /^(level|term|type|money)-warning$/.test(rule));
        return warned.length === 0;
      }),
      { numRuns: 1000 },
    );
  });

  it("each article that a rule or a step names is told in the pack's own words, by a law it names", () => {
    const named = [...Object.values(pack.rules), ...pack.steps].flatMap(({ cites }) => Object.values(cites).flat());
    const laws = new Set(pack.sources.map(({ id }) => id));
    const told = pack.articles.map(({ source, article }) => `${source}:${article}`);
    expect(named.filter(({ source }) => !laws.has(source))).toEqual([]);
    expect(new Set(named.map(({ source, article }) => `${source}:${article}`))).toEqual(new Set(told));
    expect(new Set(told).size).toBe(told.length);
    expect(pack.steps.map(({ step }) => step)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  });
});

it("judges by the matching table its pack names, and by no other", () => {
  const table = shippedPack("match-matrix");
  const narrow = { ...table, version: "2027.01", direct: { ...table.direct, C3: ["R1"] } } satisfies MatchMatrix;
  const later = { ...pack, matrix: { id: narrow.id, version: narrow.version } };
  expect(judgeSale(saleOf(), { gate: pack, matrix }).outcome).toBe("ALLOW");
  expect(judgeSale(saleOf(), { gate: later, matrix: narrow }).outcome).toBe("ALLOW_WITH_WARNING");
  expect(() => judgeSale(saleOf(), { gate: later, matrix })).toThrow("pack-missing");
});

it("the sales compared are sales as they may be written", () => {
  const samples = [...fc.sample(saleArb, 200), ...combinations(byRegime, buyers, byGrade)];
  for (const sale of samples) expect(SaleCase.parse(sale)).toEqual(sale);
});

it("a sale that suits, with all papers, is allowed and nothing is said", () => {
  expect(judgeSale(saleOf(), { gate: pack, matrix })).toMatchObject({ outcome: "ALLOW", findings: [], grade: "R2" });
});
