/**
 * @file The facts of one intended sale, as the gate judges them. The same shape comes
 * from the screens and, a line each, from `suitbook gate judge CASES.jsonl`.
 */
import { z } from "zod";
import { Day, Level, Money } from "../model/primitives.ts";
import { Grade, Regime } from "../packs/gate-pack.ts";

export const productTypes = ["cash", "fixed-income", "mixed", "equity", "complex"] as const;
const ProductType = z.enum(productTypes);

const Client = z.strictObject({
  kind: z.enum(["person", "company"]),
  /** Full years on the day of the sale; of a person. */
  age: z.int().min(0).max(150).optional(),
  identityVerified: z.boolean(),
  capacity: z.enum(["full", "limited", "none"]),
  guardianConsents: z.boolean(),
  /** To processing financial accounts, which are sensitive personal information. */
  consent: z.enum(["given", "missing", "withdrawn"]),
  refusesInformation: z.boolean(),
  /** CSRC Order 130 Art. 8 and 11. */
  investorClass: z.enum(["ordinary", "professional-1", "professional-2", "professional-3"]),
  /** For products offered privately. */
  qualified: z.enum(["yes", "no", "unverified"]),
  /** Trading rights that are open, by id. */
  rights: z.array(z.string().max(60)).max(100),
});

const Assessed = z.strictObject({
  on: Day,
  level: Level,
  /** Days of the client's other finished assessments up to this one, any order. */
  earlier: z.array(Day).max(500),
  openContradictions: z.int().min(0),
  /** The client has reported a change since. */
  changeReported: z.boolean(),
  /** A level other than the one before is confirmed by the client. */
  levelChange: z.enum(["none", "confirmed", "unconfirmed"]),
  /** How long the money can stay, months. */
  termMonths: z.int().min(0).max(1200),
  types: z.array(ProductType),
});

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
  isPrivate: z.boolean(),
  minimum: Money,
  /** Trading rights it needs, by id. */
  rights: z.array(z.string().max(60)).max(100),
  minimumAge: z.int().min(0).max(150).optional(),
  maximumAge: z.int().min(0).max(150).optional(),
  insurance: z
    .strictObject({
      kind: z.enum(["unit-linked", "universal", "participating", "other-life", "property"]),
      isOverOneYear: z.boolean(),
    })
    .optional(),
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
  notices: z.boolean(),
  highRiskProcedure: z.boolean(),
  elderCare: z.boolean(),
  recording: z.boolean(),
  confirmation: z.boolean(),
  /** The special written risk warning as a document of its own, see I-39. */
  specialWarning: z.boolean(),
  /** NFRA Art. 38: the client's written word to choose it all the same. */
  selfChoice: z.boolean(),
  /** NFRA Art. 39. */
  declaration: z.boolean(),
});

export const SaleCase = z.strictObject({
  id: z.string().max(100).optional(),
  on: Day,
  initiator: z.enum(["client", "advisor"]),
  channel: z.enum(["branch", "online", "phone"]),
  /** Who sells: for insurance, a bank sells as an agency. */
  seller: z.enum(["bank", "securities", "insurer", "other"]),
  client: Client,
  assessment: Assessed.nullable(),
  product: Product,
  /** Fen. */
  amount: Money,
  /** NFRA Art. 12 (2): the money needed is clearly out of line with the client's finances. */
  isMoneyOutOfLine: z.boolean(),
  payment: Payment.optional(),
  papers: Papers,
});
export type SaleCase = z.infer<typeof SaleCase>;
