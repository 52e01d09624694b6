/**
 * @file A sale under check as its draft holds it, until it becomes a decision. Pure.
 *
 * [Note: Signed for these facts]
 *
 * What a client signs says what was true at that moment: amount, level, grade, who began it. So
 * each signed document keeps the facts it was signed for, and counts only while they are the same;
 * the day alone may pass.
 */
import { z } from "zod";
import { SignedDocument } from "../../../shared/model/decision.ts";
import { ClientId, Lines, RecordId } from "../../../shared/model/primitives.ts";
import { SaleCase } from "../../../shared/rules/sale-case.ts";
import { type SaleDocumentKind, saleDocumentKinds } from "../../../shared/rules/sale-documents.ts";

const { initiator, channel, amount, payment } = SaleCase.shape;

export const SaleIntentDraft = z.object({
  initiator,
  channel,
  seller: SaleCase.shape.seller.unwrap(),
  amount,
  payment,
});
export type SaleIntentDraft = z.infer<typeof SaleIntentDraft>;

const DraftDocument = SignedDocument.extend({
  text: z.enum(saleDocumentKinds),
  /** See [Note: Signed for these facts]. */
  facts: z.string(),
});
export type DraftDocument = z.infer<typeof DraftDocument>;

export const SaleDraft = z.object({
  client: ClientId,
  product: RecordId,
  /** Absent until the advisor has said what is to be sold. */
  intent: SaleIntentDraft.optional(),
  /** The advisor's word on the money; absent: the rule's. */
  isMoneyOutOfLine: z.boolean().optional(),
  documents: z.array(DraftDocument).max(60).default([]),
  /** The attachment that is, or tells of, the recording. */
  recording: RecordId.optional(),
  note: Lines.optional(),
});
export type SaleDraft = z.infer<typeof SaleDraft>;

/** The form's name in the book's drafts. */
export const saleForm = "gate";

/** What a document is signed for: the sheet and everything the gate looks at but the day and the papers. */
export function factsKey(sale: SaleCase, sheet: string): string {
  const { on: _on, papers: _papers, ...facts } = sale;
  return JSON.stringify([sheet, facts]);
}

/** The documents that count, newest of each kind. */
export function validDocuments(draft: SaleDraft, facts: string): ReadonlyMap<SaleDocumentKind, DraftDocument> {
  const signed = draft.documents.filter((document) => document.facts === facts && document.signedAt !== undefined);
  return new Map(signed.map((document) => [document.text, document]));
}
