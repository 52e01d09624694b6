/** @file A recorded decision as the steps show it: what it says, with the records it names. Pure. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { InvestorStatus } from "../../../shared/model/investor-status.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { Statement } from "../../../shared/model/statement.ts";
import type { SaleRules } from "../../../shared/packs/gate-packs.ts";
import { documentsDue, type SaleDocumentKind, saleDocumentKinds } from "../../../shared/rules/sale-documents.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import type { ShownDocument, ShownSale } from "./sale-view.ts";

interface PastSources {
  readonly decision: Decision;
  readonly rules: SaleRules;
  readonly sheet: ProductSheet | undefined;
  readonly assessments: readonly Assessment[];
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
  readonly attachments: readonly FiledAttachment[];
}

export function shownDecision({ decision, rules, sheet, assessments, ...records }: PastSources): ShownSale {
  const { sale, outcome, findings } = decision;
  const signed = decision.documents.flatMap(({ text, ...document }) => {
    const kind = saleDocumentKinds.find((one) => one === text);
    return kind === undefined ? [] : [[kind, { ...document, text: kind }] as const];
  });
  return {
    sale,
    outcome,
    findings,
    rules,
    open: [],
    sheet,
    assessment: assessments.find(({ id }) => id === decision.assessment),
    statements: named(records.statements, decision.statements),
    statuses: named(records.statuses, decision.statuses),
    money: undefined,
    qualification: "qualified",
    due: documentsDue(sale, [], rules),
    documents: new Map<SaleDocumentKind, ShownDocument>(signed),
    stale: new Set(),
    recording: records.attachments.find(({ id }) => id === decision.recording),
  };
}

/** The records of these ids, in the order they were named. */
function named<R extends { readonly id: string }>(records: readonly R[], ids: readonly string[]): readonly R[] {
  return ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
}
