/**
 * @file What the institution decided about a client's class: professional (CSRC Order 130 Art. 8,
 * 11, 12) or qualified for private products. Evidence: the newest of its subject counts.
 */
import { z } from "zod";
import { ClientId, Day, Instant, Lines, Money, RecordId } from "./primitives.ts";
import { DocumentRef } from "./statement.ts";

export const professionalClasses = ["professional-1", "professional-2", "professional-3"] as const;
export const ProfessionalClass = z.enum(professionalClasses);
export type ProfessionalClass = z.infer<typeof ProfessionalClass>;

/** What was shown, as the criteria ask for it. Money in fen; absent where nothing was shown. */
export const InvestorFacts = z.object({
  netAssets: Money.optional(),
  financialAssets: Money.optional(),
  /** Average a year over three years. */
  annualIncome: Money.optional(),
  familyFinancialAssets: Money.optional(),
  familyNetFinancialAssets: Money.optional(),
  /** Full years of investing in securities, funds, futures, gold, foreign exchange and the like. */
  experienceYears: z.int().min(0).max(100).optional(),
  /** Full years of product design, investment, risk management or the like. */
  workYears: z.int().min(0).max(100).optional(),
  /** Senior manager of a licensed institution, or a qualified accountant or lawyer who works on finance. */
  isQualifiedPerson: z.boolean().optional(),
  /** A licensed institution, its product, a pension, social-security or charity fund, QFII or RQFII. */
  isLicensed: z.boolean().optional(),
});
export type InvestorFacts = z.infer<typeof InvestorFacts>;

export const investorStatusFields = {
  client: ClientId,
  subject: z.enum(["professional", "qualified"]),
  /** `ended`: back to ordinary, at the client's wish or because the criteria are met no more. */
  outcome: z.enum(["granted", "refused", "ended"]),
  /** Of a professional. */
  class: ProfessionalClass,
  facts: InvestorFacts,
  /** The criterion of the pack that is met. */
  criterion: z.string().max(40),
  pack: z.object({ id: z.string(), version: z.string() }),
  proofs: z.array(DocumentRef).max(50),
  /** The client's written application and acknowledgement of risk (Art. 12). */
  application: DocumentRef,
  /** The knowledge test that was passed, where one was asked for. */
  knowledgeTest: RecordId,
  /** Told to the client with the result (Art. 12). */
  reason: Lines,
  at: Instant,
  /** When it has to be looked at again. */
  reviewOn: Day,
} as const;

export const InvestorStatus = z.object({
  id: RecordId,
  ...z
    .object(investorStatusFields)
    .partial({ class: true, criterion: true, application: true, knowledgeTest: true, reason: true, reviewOn: true })
    .shape,
});
export type InvestorStatus = z.infer<typeof InvestorStatus>;
