/**
 * @file The shape of the pack that says who is a professional or a qualified investor: the
 * criteria as trees (see [Note: Conditions are data]), the steps a decision takes, and what
 * the client is told about the difference. Amounts stand in yuan, as the law has them.
 */
import { z } from "zod";
import { Localized } from "../model/primitives.ts";
import { ProductType } from "../rules/sale-case.ts";
import { PackHead } from "./pack-head.ts";

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
/** Without an article: the whole of it. */
const Citation = z.strictObject({ source: Id, article: z.string().min(1).max(40).optional() });
export type Citation = z.infer<typeof Citation>;
const Cites = z.array(Citation).min(1);

/** Facts that are amounts, counts of years, and a plain yes. */
export const moneyFacts = [
  "netAssets",
  "financialAssets",
  "annualIncome",
  "familyFinancialAssets",
  "familyNetFinancialAssets",
] as const;
export const yearFacts = ["experienceYears", "workYears"] as const;
export const plainFacts = ["isQualifiedPerson", "isLicensed"] as const;

const Atom = z.union([
  z.strictObject({ field: z.enum(moneyFacts), atLeastYuan: z.int().min(1).max(1_000_000_000_000) }),
  z.strictObject({ field: z.enum(yearFacts), atLeastYears: z.int().min(1).max(100) }),
  z.strictObject({ field: z.enum(plainFacts), is: z.literal(true) }),
]);
export type Atom = z.infer<typeof Atom>;
export type CriteriaField = Atom["field"];

/** More of a fact never makes a criterion unmet: there is no "not" and no "at most". */
export type Criteria = Atom | { readonly all: readonly Criteria[] } | { readonly any: readonly Criteria[] };
const Criteria: z.ZodType<Criteria> = z.lazy(() =>
  z.union([
    Atom,
    z.strictObject({ all: z.array(Criteria).min(1).max(20) }),
    z.strictObject({ any: z.array(Criteria).min(1).max(20) }),
  ]),
);

/** What can be granted: a professional class (CSRC Order 130), or being qualified for private products. */
export const grants = ["professional-1", "professional-2", "professional-3", "qualified", "qualified-fund"] as const;
export const Grant = z.enum(grants);
export type Grant = z.infer<typeof Grant>;

/** What a decision takes before it may grant; which of them, the pack says for each grant. */
const stepIds = ["application", "enquiry", "proofs", "differences"] as const;
export type StepId = (typeof stepIds)[number];

const Criterion = z.strictObject({
  id: Id,
  grant: Grant,
  appliesTo: z.enum(["individual", "company"]),
  title: Localized,
  /** As of when, or what counts. */
  note: Localized.optional(),
  cites: Cites,
  when: Criteria,
});
export type Criterion = z.infer<typeof Criterion>;

export const InvestorCriteria = z.strictObject({
  ...PackHead.shape,
  kind: z.literal("investor-criteria"),
  sources: z.array(z.strictObject({ id: Id, law: Localized, short: Localized, note: Localized.optional() })).min(1),
  criteria: z.array(Criterion).min(1).max(100),
  /** Closed to natural persons who are younger or lack full civil capacity. */
  ownAffairs: z.strictObject({ grants: z.array(Grant), minimumAge: z.int().min(0).max(100), cites: Cites }),
  steps: z.array(z.strictObject({ id: z.enum(stepIds), grants: z.array(Grant).min(1), text: Localized, cites: Cites })),
  /** What changes for the client with the class: told before a conversion. */
  differences: z.array(z.strictObject({ id: Id, text: Localized, cites: Cites })).min(1),
  /** Classes that end at the client's own written wish. */
  leaving: z.strictObject({ grants: z.array(Grant), cites: Cites }),
  /** A grant is looked at again after so many months. */
  reviewMonths: z.strictObject({ value: z.int().min(1).max(120), cites: Cites }),
  /** Least that goes into one private product, by its type. */
  tickets: z.array(
    z.strictObject({ grant: Grant, types: z.array(ProductType).min(1), yuan: z.int().min(1), cites: Cites }),
  ),
});
export type InvestorCriteria = z.infer<typeof InvestorCriteria>;
