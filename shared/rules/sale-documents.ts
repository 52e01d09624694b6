/**
 * @file Which documents a client has to read and sign for one sale, and which papers of the case
 * that gives. Pure.
 *
 * [Note: Documents follow the facts]
 *
 * A document says what the gate found: the level, the matching opinion, why something does not
 * suit. So none is put before the client while a fact is missing, and none for a sale that is
 * forbidden; a fact that changes afterwards makes what was signed about another sale. The warning
 * of a mismatch is due only where the gate warns: never to who was advised, never to the lowest
 * class, never of an investment product under NFRA rules.
 */
import type { SaleRules } from "../packs/gate-packs.ts";
import type { SaleCase } from "./sale-case.ts";
import type { OpenFact } from "./sale-facts.ts";
import { countingLevel, judgeSale } from "./sale-gate.ts";

type Papers = SaleCase["papers"];
export type Paper = keyof Papers;

export const saleDocumentKinds = [
  "conflict-statement",
  "risk-disclosure",
  "sale-notice",
  "insurance-notice",
  "high-risk-procedure",
  "elder-care",
  "applicant-statement",
  "mismatch-warning",
  "insurance-self-choice",
  "match-confirmation",
] as const;
export type SaleDocumentKind = (typeof saleDocumentKinds)[number];

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

export interface DueDocuments {
  /** In the order they are read. Empty for what is forbidden. */
  readonly kinds: readonly SaleDocumentKind[];
  /** False while a fact is missing, see [Note: Documents follow the facts]. */
  readonly isReady: boolean;
  readonly isRecordingDue: boolean;
}

/** Findings that a paper cures. */
const curedByPaper: ReadonlySet<string> = new Set([
  "notices",
  "high-risk-procedure",
  "elder-care",
  "declaration",
  "recording",
  "confirmation",
  "special-warning",
  "self-choice",
]);

export function documentsDue(sale: SaleCase, open: readonly OpenFact[], rules: SaleRules): DueDocuments {
  const bare = judgeSale({ ...sale, papers: noPapers }, rules);
  const due = new Set<string>(bare.findings.map(({ rule }) => rule));
  if (bare.findings.some(({ weight }) => weight === "block")) {
    return { kinds: [], isReady: false, isRecordingDue: false };
  }
  const kinds = new Set<SaleDocumentKind>();
  if (due.has("notices")) kinds.add("conflict-statement").add(noticeOf[sale.product.regime]);
  if (due.has("high-risk-procedure")) kinds.add("high-risk-procedure");
  if (due.has("elder-care")) kinds.add("elder-care");
  if (due.has("declaration")) kinds.add("applicant-statement");
  if (due.has("self-choice")) kinds.add("insurance-self-choice");
  if (due.has("confirmation") || due.has("special-warning")) kinds.add(confirmationOf(sale, due));
  const missing = bare.findings.filter(({ rule, weight }) => weight === "need-more" && !curedByPaper.has(rule));
  return {
    kinds: saleDocumentKinds.filter((kind) => kinds.has(kind)),
    isReady: missing.length === 0 && open.length === 0,
    isRecordingDue: due.has("recording"),
  };
}

/** The papers that lie there once these documents are signed. */
export function papersOf(done: ReadonlySet<SaleDocumentKind>, due: DueDocuments, isRecorded: boolean): Papers {
  const has = (kind: SaleDocumentKind) => done.has(kind);
  const notices = due.kinds.filter((kind) => noticeKinds.has(kind));
  return {
    notices: notices.length > 0 && notices.every(has),
    highRiskProcedure: has("high-risk-procedure"),
    elderCare: has("elder-care"),
    recording: isRecorded,
    confirmation: has("match-confirmation") || has("mismatch-warning") || has("insurance-self-choice"),
    specialWarning: has("mismatch-warning"),
    selfChoice: has("insurance-self-choice"),
    declaration: has("applicant-statement"),
  };
}

/** The step of the gate a document belongs to. */
export function stepOf(kind: SaleDocumentKind): number {
  if (noticeKinds.has(kind)) return 12;
  if (kind === "applicant-statement") return 10;
  return kind === "high-risk-procedure" || kind === "elder-care" ? 13 : 15;
}

const noticeOf = {
  CSRC: "risk-disclosure",
  NFRA_INVEST: "sale-notice",
  NFRA_INSURANCE: "insurance-notice",
} as const;
const noticeKinds: ReadonlySet<SaleDocumentKind> = new Set(["conflict-statement", ...Object.values(noticeOf)]);

/** What is insisted on is confirmed by the document that says so. */
function confirmationOf(sale: SaleCase, found: ReadonlySet<string>): SaleDocumentKind {
  const { product, initiator } = sale;
  if (product.regime === "NFRA_INSURANCE")
    return found.has("self-choice") ? "insurance-self-choice" : "match-confirmation";
  const isWarned = ["level-warning", "term-warning", "type-warning"].some((rule) => found.has(rule));
  const mayInsist = product.regime === "CSRC" && initiator === "client" && countingLevel(sale) !== "C1_LOWEST";
  return isWarned && mayInsist ? "mismatch-warning" : "match-confirmation";
}
