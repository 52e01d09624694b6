/** @file The sixteen steps of a sale: how each came out, by what law, and what would mend it. Pure. */
import type { StatusSubject } from "../../../shared/model/investor-status.ts";
import type { StatementKind } from "../../../shared/model/statement.ts";
import type { Citation, RuleId } from "../../../shared/packs/gate-pack.ts";
import { type SaleDocumentKind, stepOf } from "../../../shared/rules/sale-documents.ts";
import type { OpenFact } from "../../../shared/rules/sale-facts.ts";
import { isMatchedFor, type SaleOutcome } from "../../../shared/rules/sale-gate.ts";
import type { ShownSale } from "./sale-view.ts";

export const stepMarks = ["ok", "warn", "more", "block", "idle"] as const;
/** `idle`: not looked at, or not due. */
export type StepMark = (typeof stepMarks)[number];

/** What the advisor can do about a step. */
export type StepAction =
  | { readonly kind: "statement"; readonly statement: StatementKind }
  | { readonly kind: "status"; readonly subject: StatusSubject }
  | { readonly kind: "birth-date" | "assess" | "result" | "product" | "intent" | "money" | "recording" }
  | { readonly kind: "document"; readonly document: SaleDocumentKind };

export interface StepRow {
  readonly step: number;
  readonly mark: StepMark;
  readonly cites: readonly Citation[];
  readonly action: StepAction | undefined;
}

export const lastStep = 16;

export function stepRows(shown: ShownSale): readonly StepRow[] {
  return shown.rules.gate.steps.map(({ step, cites }) => ({
    step,
    mark: step === lastStep ? outcomeMarks[shown.outcome] : markOf(step, shown),
    cites: citesOf(step, shown, cites[shown.sale.product.regime]),
    action: actionsAt(step, shown)[0],
  }));
}

/** Everything that is missing, in the order of the steps, each with what would mend it. */
export interface MissingThing {
  readonly key: string;
  readonly step: number;
  readonly rule: RuleId | undefined;
  readonly open: OpenFact | undefined;
  readonly document: SaleDocumentKind | undefined;
  readonly action: StepAction | undefined;
}

export function missingThings(shown: ShownSale): readonly MissingThing[] {
  const found = shown.findings
    .filter(({ weight }) => weight === "need-more")
    .flatMap(({ rule, step }): MissingThing[] => {
      const unsigned = unsignedFor(rule, shown);
      const thing = { step, rule, open: undefined };
      if (unsigned.length === 0) {
        return [{ ...thing, key: rule, document: undefined, action: actionOf(rule, shown) }];
      }
      return unsigned.map((document) => {
        return { ...thing, key: document, document, action: { kind: "document", document } };
      });
    });
  const open = shown.open.map((fact): MissingThing => {
    const { step, action } = openSteps[fact];
    return { key: fact, step, rule: undefined, open: fact, document: undefined, action };
  });
  const things = new Map([...open, ...found].map((thing) => [thing.key, thing]));
  return [...things.values()].toSorted((a, b) => a.step - b.step);
}

export const outcomeMarks: Readonly<Record<SaleOutcome, StepMark>> = {
  ALLOW: "ok",
  ALLOW_WITH_WARNING: "warn",
  NEED_MORE: "more",
  BLOCK: "block",
};

const weights = { block: 2, "need-more": 1, warn: 0 } as const;

function markOf(step: number, shown: ShownSale): StepMark {
  const { sale, findings, outcome, open, due, rules } = shown;
  const [worst] = findings
    .filter((finding) => finding.step === step)
    .toSorted((a, b) => weights[b.weight] - weights[a.weight]);
  if (worst?.weight === "block") return "block";
  // Nothing is signed or recorded for a sale that is forbidden.
  if (step >= 12 && outcome === "BLOCK") return "idle";
  if (worst?.weight === "need-more" || open.some((fact) => openSteps[fact].step === step)) return "more";
  if (worst?.weight === "warn") return "warn";
  const isCompared = isMatchedFor(sale, rules.gate);
  if (step >= 7 && step <= 9 && isCompared && isUnproven(shown)) return "idle";
  if (step === 14) return due.isRecordingDue ? "ok" : "idle";
  if (step >= 12 && !due.kinds.some((kind) => stepOf(kind) === step)) return "idle";
  return "ok";
}

/** There is no result that level, term and type could be compared with. */
export function isUnproven({ sale, findings }: Pick<ShownSale, "sale" | "findings">): boolean {
  return sale.assessment === null || findings.some(({ rule }) => unproven.has(rule));
}
const unproven: ReadonlySet<RuleId> = new Set(["assessment-expired", "assessment-limits", "change-reported"]);

/** The articles of what was found; where nothing was, those of the step. */
function citesOf(step: number, { findings }: ShownSale, ofStep: readonly Citation[]): readonly Citation[] {
  const found = findings.filter((finding) => finding.step === step).flatMap(({ cites }) => cites);
  return found.length === 0 ? ofStep : found;
}

function actionsAt(step: number, shown: ShownSale): readonly StepAction[] {
  if (step === 11) return [{ kind: "intent" }];
  if (step >= 12 && shown.outcome === "BLOCK") return [];
  return missingThings(shown).flatMap((thing) =>
    thing.step === step && thing.action !== undefined ? [thing.action] : [],
  );
}

const openSteps: Readonly<Record<OpenFact, { readonly step: number; readonly action: StepAction }>> = {
  "birth-date": { step: 1, action: { kind: "birth-date" } },
  insurance: { step: 5, action: { kind: "product" } },
  payment: { step: 10, action: { kind: "intent" } },
  money: { step: 10, action: { kind: "money" } },
};

/** What records, opens or asks for what a rule misses; undefined where only another sale would help. */
function actionOf(rule: RuleId, shown: ShownSale): StepAction | undefined {
  switch (rule) {
    case "identity":
      return { kind: "statement", statement: "identity" };
    case "guardian":
      return { kind: "statement", statement: "guardian-consent" };
    case "consent":
      return { kind: "statement", statement: "consent-given" };
    case "no-assessment":
    case "assessment-expired":
    case "assessment-limits":
    case "change-reported":
      return { kind: "assess" };
    case "level-unconfirmed":
    case "contradiction":
      return { kind: "result" };
    case "grade-outdated":
      return { kind: "product" };
    case "qualification-unverified":
      return { kind: "status", subject: shown.qualification };
    case "below-minimum":
      return { kind: "intent" };
    case "recording":
      return { kind: "recording" };
    default: {
      const [document] = unsignedFor(rule, shown);
      return document === undefined ? undefined : { kind: "document", document };
    }
  }
}

/** The documents that would cure a rule and are not signed. None before the facts are there. */
function unsignedFor(rule: RuleId, { due, documents }: ShownSale): readonly SaleDocumentKind[] {
  const curing = curedBy[rule];
  if (curing === undefined || !due.isReady) return [];
  return due.kinds.filter((kind) => curing.includes(kind) && !documents.has(kind));
}

const confirming = ["match-confirmation", "mismatch-warning", "insurance-self-choice"] as const;
const curedBy: Readonly<Partial<Record<RuleId, readonly SaleDocumentKind[]>>> = {
  notices: ["conflict-statement", "risk-disclosure", "sale-notice", "insurance-notice"],
  "high-risk-procedure": ["high-risk-procedure"],
  "elder-care": ["elder-care"],
  declaration: ["applicant-statement"],
  confirmation: confirming,
  "special-warning": ["mismatch-warning"],
  "self-choice": ["insurance-self-choice"],
};
