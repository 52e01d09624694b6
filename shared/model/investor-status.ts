/**
 * @file What the institution decided about a client's class: professional (CSRC Order 130 Art. 8,
 * 11, 12) or qualified for private products. Evidence: the newest of its subject counts.
 */
import { z } from "zod";
import { ClientId, Day, Instant, Lines, Money, RecordId } from "./primitives.ts";
import { DocumentRef } from "./statement.ts";

/** What is decided: a professional class, or being qualified for private products of one law or the other. */
const statusSubjects = ["professional", "qualified", "qualified-fund"] as const;
export const StatusSubject = z.enum(statusSubjects);
export type StatusSubject = z.infer<typeof StatusSubject>;

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
  /** `qualified`: for asset management products; `qualified-fund`: for private investment funds. */
  subject: StatusSubject,
  outcome: z.enum(["granted", "refused", "ended"]),
  /** Why it ended: the client asked for it in writing (Art. 11), or the criteria are met no more. */
  endedBy: z.enum(["client", "criteria"]),
  /** Of a professional. */
  class: ProfessionalClass,
  facts: InvestorFacts,
  /** The criterion of the pack that is met. */
  criterion: z.string().max(40),
  pack: z.object({ id: z.string(), version: z.string() }),
  proofs: z.array(DocumentRef).max(50),
  /** The client's written application and acknowledgement of risk (Art. 12). */
  application: DocumentRef,
  /** What was asked and weighed beyond the proofs (Art. 12). */
  enquiry: Lines,
  /** The knowledge test that was passed, where one was asked for. */
  knowledgeTest: RecordId,
  /** How ordinary and professional investors are protected differently was explained, and the risk warned of (Art. 12). */
  differencesTold: z.boolean(),
  /** The recording of what was told at a branch (Art. 25). */
  recording: RecordId,
  /** Told to the client with the result (Art. 12). */
  reason: Lines,
  at: Instant,
  /** When it has to be looked at again. */
  reviewOn: Day,
} as const;

const Recorded = z.object({
  id: RecordId,
  ...z.object(investorStatusFields).partial({
    class: true,
    criterion: true,
    endedBy: true,
    application: true,
    enquiry: true,
    knowledgeTest: true,
    differencesTold: true,
    recording: true,
    reason: true,
    reviewOn: true,
  }).shape,
});

/** What a decision cannot do without, by path. */
function missing({ subject, outcome, class: granted, criterion, reason, endedBy }: z.infer<typeof Recorded>): string[] {
  if (outcome !== "granted") {
    const untold = reason === undefined || reason === "" ? ["reason"] : [];
    return outcome === "ended" && endedBy === undefined ? [...untold, "endedBy"] : untold;
  }
  const unclassed = subject === "professional" && granted === undefined ? ["class"] : [];
  return criterion === undefined ? [...unclassed, "criterion"] : unclassed;
}

export const InvestorStatus = Recorded.superRefine((status, { addIssue }) => {
  for (const path of missing(status)) addIssue({ code: "custom", path: [path] });
});
export type InvestorStatus = z.infer<typeof InvestorStatus>;
