/**
 * @file The facts of one intended sale, as the gate judges them. The same shape comes
 * from the screens and, a line each, from `suitbook gate judge CASES.jsonl`.
 *
 * [Note: What need not be said]
 *
 * What is done, agreed or signed counts only when said: a case that leaves it out is judged
 * as if it were not there. Out of the ordinary (a refusal, a reported change, a private
 * product) has to be said too. Facts without which a rule could not be applied are asked
 * for: a person's age, what kind of insurance it is, what is paid for it.
 */
import { z } from "zod";
import { Day, Level, Money } from "../model/primitives.ts";
import { Regime } from "../packs/gate-pack.ts";
import { Grade } from "../packs/match-matrix.ts";

export const productTypes = ["cash", "fixed-income", "mixed", "equity", "complex"] as const;
export const ProductType = z.enum(productTypes);
export type ProductType = z.infer<typeof ProductType>;
const Rights = z.array(z.string().max(60)).max(100).default([]);
const unlessSaid = z.boolean().default(false);

const Client = z.strictObject({
  kind: z.enum(["person", "company"]),
  /** Full years on the day of the sale; of a person. */
  age: z.int().min(0).max(150).optional(),
  identityVerified: unlessSaid,
  /** Civil capacity; counts for a person. */
  capacity: z.enum(["full", "limited", "none"]),
  guardianConsents: unlessSaid,
  /** To processing financial accounts, which are sensitive personal information. */
  consent: z.enum(["given", "missing", "withdrawn"]).default("missing"),
  refusesInformation: unlessSaid,
  /** CSRC Order 130 Art. 8 and 11. */
  investorClass: z.enum(["ordinary", "professional-1", "professional-2", "professional-3"]).default("ordinary"),
  /** For products offered privately. */
  qualified: z.enum(["yes", "no", "unverified"]).default("unverified"),
  /** Trading rights that are open, by id. */
  rights: Rights,
});

const Assessed = z.strictObject({
  on: Day,
  level: Level,
  /** Days of the client's other finished assessments up to this one, any order. */
  earlier: z.array(Day).max(500).default([]),
  openContradictions: z.int().min(0).default(0),
  /** The client has reported a change since. */
  changeReported: unlessSaid,
  /** A level other than the one before is confirmed by the client. */
  levelChange: z.enum(["none", "confirmed", "unconfirmed"]).default("none"),
  /** How long the money can stay, months. */
  termMonths: z.int().min(0).max(1200),
  types: z.array(ProductType),
});

export const insuranceKinds = ["unit-linked", "universal", "participating", "other-life", "property"] as const;
export const Insurance = z.strictObject({ kind: z.enum(insuranceKinds), isOverOneYear: z.boolean() });
export type Insurance = z.infer<typeof Insurance>;

const Product = z.strictObject({
  regime: Regime,
  /** Absent where seller and issuer are one. */
  issuerGrade: Grade.optional(),
  sellerGrade: Grade,
  isActive: z.boolean(),
  isGradeCurrent: z.boolean(),
  /** How long the money is bound, months; 0 when it can be taken out at any time. */
  termMonths: z.int().min(0).max(1200),
  type: ProductType,
  /** Offered privately: only to qualified investors and from the minimum on. */
  isPrivate: unlessSaid,
  minimum: Money.default(0),
  /** Trading rights it needs, by id. */
  rights: Rights,
  minimumAge: z.int().min(0).max(150).optional(),
  maximumAge: z.int().min(0).max(150).optional(),
  /** Of insurance. */
  insurance: Insurance.optional(),
});

const Payment = z.strictObject({
  /** What is paid once, or each year; fen. Absent when there is no such payment. */
  singlePremium: Money.optional(),
  annualPremium: Money.optional(),
  paymentYears: z.int().min(0).max(120).optional(),
  familyAnnualIncome: Money,
  /** What the client meant to spend, on the same terms. */
  budget: Money.optional(),
});

/** What lies there, done and signed. */
const Papers = z.strictObject({
  notices: unlessSaid,
  highRiskProcedure: unlessSaid,
  elderCare: unlessSaid,
  recording: unlessSaid,
  confirmation: unlessSaid,
  /** The special written risk warning as a document of its own, see I-39. */
  specialWarning: unlessSaid,
  /** NFRA Art. 38: the client's written word to choose it all the same. */
  selfChoice: unlessSaid,
  /** NFRA Art. 39. */
  declaration: unlessSaid,
});

/** Insurance that NFRA Art. 39 asks a declaration for when much is paid. */
export const declaredKinds: ReadonlySet<string> = new Set(["unit-linked", "universal", "participating"]);

const Facts = z.strictObject({
  id: z.union([z.string().max(100), z.number()]).optional(),
  on: Day,
  initiator: z.enum(["client", "advisor"]),
  channel: z.enum(["branch", "online", "phone"]),
  /** Who sells: for insurance, a bank sells as an agency. */
  seller: z.enum(["bank", "securities", "insurer", "other"]).default("bank"),
  client: Client,
  assessment: Assessed.nullable().default(null),
  product: Product,
  /** Fen. */
  amount: Money,
  /** NFRA Art. 12 (2): the money needed is clearly out of line with the client's finances. */
  isMoneyOutOfLine: unlessSaid,
  /** What is paid for insurance, and from what. */
  payment: Payment.optional(),
  papers: Papers.prefault({}),
});

/** What else has to be said; see [Note: What need not be said]. Where it is missing, by path. */
function unsaid({ client, product, payment }: z.infer<typeof Facts>): string[][] {
  const { insurance } = product;
  const isPaid = payment?.singlePremium !== undefined || payment?.annualPremium !== undefined;
  const missing: string[][] = [];
  if (client.kind === "person" && client.age === undefined) missing.push(["client", "age"]);
  if (product.regime === "NFRA_INSURANCE" && insurance === undefined) missing.push(["product", "insurance"]);
  if (insurance !== undefined && declaredKinds.has(insurance.kind) && !isPaid) missing.push(["payment"]);
  return missing;
}

export const SaleCase = Facts.superRefine((facts, { addIssue }) => {
  for (const path of unsaid(facts)) addIssue({ code: "custom", path });
});
export type SaleCase = z.infer<typeof SaleCase>;
