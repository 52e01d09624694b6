/** @file A sale as the screen shows it: judged, with the documents it needs, from draft, book and rules. Pure. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { InvestorStatus } from "../../../shared/model/investor-status.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { Statement } from "../../../shared/model/statement.ts";
import type { SaleRules } from "../../../shared/packs/gate-packs.ts";
import type { ClientFacts } from "../../../shared/rules/client-facts.ts";
import type { MatchBasis } from "../../../shared/rules/match.ts";
import type { SaleCase } from "../../../shared/rules/sale-case.ts";
import {
  type DueDocuments,
  documentsDue,
  noPapers,
  papersOf,
  type SaleDocumentKind,
} from "../../../shared/rules/sale-documents.ts";
import {
  type MoneyShare,
  type OpenFact,
  outcomeWith,
  qualificationFor,
  saleCaseOf,
} from "../../../shared/rules/sale-facts.ts";
import { type Finding, judgeSale, type SaleOutcome } from "../../../shared/rules/sale-gate.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { type DraftDocument, factsKey, type SaleDraft, type SaleIntentDraft, validDocuments } from "./sale-draft.ts";

export type ShownDocument = Pick<DraftDocument, "signedAt" | "text" | "signature" | "file">;

/** A judged sale, just now or years ago, with the records it rests on. */
export interface ShownSale {
  readonly sale: SaleCase;
  readonly outcome: SaleOutcome;
  readonly findings: readonly Finding[];
  readonly rules: SaleRules;
  readonly open: readonly OpenFact[];
  /** Absent where the shelf no longer has it. */
  readonly sheet: ProductSheet | undefined;
  readonly assessment: Assessment | undefined;
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
  /** Absent for what was decided before: the book has gone on. */
  readonly money: MoneyShare | undefined;
  /** Of a private product. */
  readonly qualification: "qualified" | "qualified-fund";
  readonly due: DueDocuments;
  readonly documents: ReadonlyMap<SaleDocumentKind, ShownDocument>;
  /** Signed once, for facts that are no more. */
  readonly stale: ReadonlySet<SaleDocumentKind>;
  readonly recording: FiledAttachment | undefined;
}

/** One that is being checked. */
export interface LiveSale extends ShownSale {
  readonly sheet: ProductSheet;
  readonly money: MoneyShare;
  readonly documents: ReadonlyMap<SaleDocumentKind, DraftDocument>;
  /** What is signed now is signed for these facts. */
  readonly facts: string;
}

interface SaleSources {
  readonly draft: SaleDraft;
  readonly intent: SaleIntentDraft;
  readonly client: ClientFacts;
  readonly assessment: Assessment | undefined;
  readonly sheet: ProductSheet;
  readonly basis: MatchBasis;
  readonly attachments: readonly FiledAttachment[];
}

export function liveSale({ draft, intent, client, assessment, sheet, basis, attachments }: SaleSources): LiveSale {
  const { rules, catalogue, day } = basis;
  const said = { ...intent, isMoneyOutOfLine: draft.isMoneyOutOfLine };
  const parts = { client, sheet, pack: rules.gate, catalogue, intent: said, day };
  const { sale: bare, open, money } = saleCaseOf({ ...parts, papers: noPapers });
  const due = documentsDue(bare, open, rules);
  const facts = factsKey(bare, sheet.id);
  const documents = validDocuments(draft, facts);
  const recording = attachments.find(({ id }) => id === draft.recording);
  const isRecorded = recording !== undefined && mayBeRecording(recording, bare);
  const sale = { ...bare, papers: papersOf(new Set(documents.keys()), due, isRecorded) };
  const { outcome, findings } = judgeSale(sale, rules);
  return {
    sale,
    outcome: outcomeWith(outcome, open),
    findings,
    rules,
    open,
    sheet,
    assessment,
    statements: client.standing.statements,
    statuses: client.standing.statuses,
    money,
    qualification: qualificationFor(sheet, catalogue),
    due,
    documents,
    stale: new Set(draft.documents.map(({ text }) => text).filter((text) => !documents.has(text))),
    recording: isRecorded ? recording : undefined,
    facts,
  };
}

/** Sales staff may not keep recordings of insurance: there it has to be a reference (rule of 2017 Art. 12). */
export function mayBeRecording(attachment: FiledAttachment, { product }: Pick<SaleCase, "product">): boolean {
  if (attachment.withdrawn !== undefined) return false;
  if (attachment.kind === "reference") return true;
  return attachment.kind === "recording" && product.regime !== "NFRA_INSURANCE";
}
