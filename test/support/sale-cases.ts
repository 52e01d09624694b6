/** @file Sales for tests: one that suits in every regime, and changes to it. */
import * as fc from "fast-check";
import { levels } from "../../shared/model/primitives.ts";
import { regimes } from "../../shared/packs/gate-pack.ts";
import { grades } from "../../shared/packs/match-matrix.ts";
import { declaredKinds, type SaleCase } from "../../shared/rules/sale-case.ts";

export type Papers = SaleCase["papers"];
export type Assessed = NonNullable<SaleCase["assessment"]>;

export const noPapers: Papers = {
  notices: false,
  highRiskProcedure: false,
  elderCare: false,
  recording: false,
  confirmation: false,
  specialWarning: false,
  selfChoice: false,
  declaration: false,
};
export const paperNames = Object.keys(noPapers) as (keyof Papers)[];
export const allPapers = Object.fromEntries(paperNames.map((name) => [name, true])) as Papers;

export const assessed: Assessed = {
  on: "2026-06-15",
  level: "C3",
  earlier: [],
  openContradictions: 0,
  changeReported: false,
  levelChange: "none",
  termMonths: 36,
  types: ["mixed", "fixed-income"],
};

const plainSale: SaleCase = {
  on: "2026-11-22",
  initiator: "client",
  channel: "branch",
  seller: "bank",
  client: {
    kind: "person",
    age: 40,
    identityVerified: true,
    capacity: "full",
    guardianConsents: false,
    consent: "given",
    refusesInformation: false,
    investorClass: "ordinary",
    qualified: "yes",
    rights: [],
  },
  assessment: assessed,
  product: {
    regime: "CSRC",
    sellerGrade: "R2",
    isActive: true,
    isGradeCurrent: true,
    termMonths: 12,
    type: "mixed",
    isPrivate: false,
    minimum: 0,
    rights: [],
  },
  amount: 10_000_00,
  isMoneyOutOfLine: false,
  papers: allPapers,
};

export interface Changes extends Partial<Omit<SaleCase, "client" | "product" | "assessment" | "papers">> {
  readonly client?: Partial<SaleCase["client"]>;
  readonly product?: Partial<SaleCase["product"]>;
  /** `null`: none; it stays none. */
  readonly assessment?: Partial<Assessed> | null;
  readonly papers?: Partial<Papers>;
}

/** A sale of an R2 product to a C3 client of 40 that suits, all papers there; changed one after the other. */
export function saleOf(...changes: readonly Changes[]): SaleCase {
  const client = { ...plainSale.client };
  const product = { ...plainSale.product };
  const assessment = { ...assessed };
  const papers = { ...allPapers };
  const sale = { ...plainSale };
  for (const change of changes) {
    Object.assign(sale, change);
    Object.assign(client, change.client);
    Object.assign(product, change.product);
    Object.assign(assessment, change.assessment);
    Object.assign(papers, change.papers);
  }
  if (product.regime === "NFRA_INSURANCE") product.insurance ??= { kind: "property", isOverOneYear: false };
  if (declaredKinds.has(product.insurance?.kind ?? "")) sale.payment ??= { annualPremium: 1, familyAnnualIncome: 100 };
  if (client.kind === "company") delete client.age;
  const isAssessed = changes.every((change) => change.assessment !== null);
  return { ...sale, client, product, assessment: isAssessed ? assessment : null, papers };
}

/** Every combination of one change of each list. */
export function* combinations(...lists: readonly (readonly Changes[])[]): Generator<SaleCase> {
  const size = lists.reduce((n, list) => n * list.length, 1);
  for (let i = 0; i < size; i++) {
    let rest = i;
    const chosen: Changes[] = [];
    for (const list of lists) {
      const change = list[rest % list.length];
      if (change !== undefined) chosen.push(change);
      rest = Math.floor(rest / list.length);
    }
    yield saleOf(...chosen);
  }
}

/** Mostly the first, so that other facts get a say. */
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const yes = mostly(true, false);
const no = mostly(false, true);
const fen = fc.integer({ min: 0, max: 1000 });
const day = fc.constantFrom("2025-06-15", "2025-06-16", "2026-01-05", "2026-06-15", "2025-11-21", "2025-11-22");

const clientArb = fc.record({
  kind: mostly("person" as const, "company" as const),
  age: fc.integer({ min: 0, max: 90 }),
  identityVerified: yes,
  capacity: mostly("full" as const, "limited" as const, "none" as const),
  guardianConsents: fc.boolean(),
  consent: mostly("given" as const, "missing" as const, "withdrawn" as const),
  refusesInformation: no,
  investorClass: fc.constantFrom("ordinary" as const, "professional-1" as const, "professional-2" as const),
  qualified: mostly("yes" as const, "no" as const, "unverified" as const),
  rights: fc.subarray(["a", "b"]),
});

const assessmentArb = fc.record({
  on: mostly("2026-06-15", "2025-11-21", "2025-11-22"),
  level: fc.constantFrom(...levels),
  earlier: fc.array(day, { maxLength: 10 }),
  openContradictions: mostly(0, 1),
  changeReported: no,
  levelChange: mostly("none" as const, "confirmed" as const, "unconfirmed" as const),
  termMonths: fc.integer({ min: 0, max: 24 }),
  types: fc.subarray(["cash" as const, "mixed" as const, "complex" as const]),
});

const productArb = fc
  .record({
    regime: fc.constantFrom(...regimes),
    issuerGrade: mostly(undefined, ...grades),
    sellerGrade: fc.constantFrom(...grades),
    isActive: yes,
    isGradeCurrent: yes,
    termMonths: fc.integer({ min: 0, max: 24 }),
    type: mostly("mixed" as const, "equity" as const),
    isPrivate: no,
    minimum: fen,
    rights: mostly<string[]>([], ["a"], ["c"]),
    minimumAge: mostly(undefined, 18),
    maximumAge: mostly(undefined, 65),
  })
  .chain((product) =>
    fc
      .record({
        kind: fc.constantFrom("unit-linked", "universal", "participating", "other-life", "property"),
        isOverOneYear: fc.boolean(),
      })
      .map((insurance) => (product.regime === "NFRA_INSURANCE" ? { ...product, insurance } : product)),
  );

const paymentArb = fc.record({
  singlePremium: mostly(undefined, 0, 1000),
  annualPremium: mostly(0, 50, 500),
  paymentYears: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  familyAnnualIncome: fen,
  budget: fc.option(fen, { nil: undefined }),
});

/** Any sale there can be. */
export const saleArb: fc.Arbitrary<SaleCase> = fc
  .record({
    initiator: fc.constantFrom("client" as const, "advisor" as const),
    channel: fc.constantFrom("branch" as const, "online" as const, "phone" as const),
    seller: fc.constantFrom("bank" as const, "securities" as const, "insurer" as const, "other" as const),
    client: clientArb,
    assessment: fc.option(assessmentArb, { freq: 8 }),
    product: productArb,
    amount: fen,
    isMoneyOutOfLine: no,
    payment: fc.option(paymentArb, { nil: undefined }),
    papers: fc.record(Object.fromEntries(paperNames.map((name) => [name, yes]))),
  })
  .map((changes) => saleOf(changes as Changes));
