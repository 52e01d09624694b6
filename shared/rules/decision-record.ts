/**
 * @file A decision of the gate as the record that is kept, and that record judged again: by the
 * very packs it names it comes to the same bytes, however long ago it was made. Pure.
 */
import type { Decision } from "../model/decision.ts";
import { canonicalText } from "../package/canonical.ts";
import type { SaleRules } from "../packs/gate-packs.ts";
import type { SaleCase } from "./sale-case.ts";
import { judgeSale } from "./sale-gate.ts";

/** What the gate itself comes to; the rest of the record is what it was given. */
type Verdict = Pick<Decision, "outcome" | "findings" | "grade" | "pack" | "matrix" | "readings">;

export function verdictOf(sale: SaleCase, { gate, matrix }: SaleRules): Verdict {
  const { outcome, findings, grade, pack } = judgeSale(sale, { gate, matrix });
  return {
    outcome,
    findings: findings.map(({ cites, ...finding }) => ({ ...finding, cites: [...cites] })),
    grade,
    pack,
    matrix: gate.matrix,
    readings: Object.fromEntries(Object.entries(gate.readings).map(([id, { value }]) => [id, value])),
  };
}

/** Whether a recorded decision comes out the same again, byte by byte. */
export function comesToTheSame(decision: Decision, rules: SaleRules): boolean {
  const { outcome, findings, grade, pack, matrix, readings } = decision;
  const then = { outcome, findings, grade, pack, matrix, readings };
  return canonicalText(then) === canonicalText(verdictOf(decision.sale, rules));
}
