/**
 * @file Scores every assessment of a proof pack anew and judges every sale anew, by the rule packs
 * in it: the same rules as on the screens, and the same bytes must come out. Pure.
 */
import type { Assessment } from "../model/assessment.ts";
import { shanghaiDay } from "../model/dates.ts";
import type { Decision } from "../model/decision.ts";
import type { InvestorStatus } from "../model/investor-status.ts";
import type { KnowledgeTest } from "../model/knowledge-test.ts";
import type { ProductSheet } from "../model/product-sheet.ts";
import { canonicalText } from "../package/canonical.ts";
import { GatePack } from "../packs/gate-pack.ts";
import { validUntil } from "../rules/assessment-limits.ts";
import { criteriaMet } from "../rules/investor-criteria.ts";
import { markTest } from "../rules/knowledge-test.ts";
import { score } from "../rules/questionnaire.ts";
import { judgeSale } from "../rules/sale-gate.ts";
import { requireUsable, type UsablePacks } from "./packs.ts";
import { type Problem, problem } from "./problem.ts";
import { type ProofRecords, recordOf, recordsOf } from "./records.ts";

/** Assessments that do not come out as they stand. */
export function replayAssessments(records: ProofRecords, packs: UsablePacks): Problem[] {
  return recordsOf(records, "assessment")
    .filter((assessment) => !holds(() => isScored(assessment, packs)))
    .map(({ id }) => problem("proof-assessment", { id }));
}

/** Knowledge tests that do not come out as they stand. */
export function replayTests(records: ProofRecords, packs: UsablePacks): Problem[] {
  return recordsOf(records, "knowledgeTest")
    .filter((test) => !holds(() => isMarked(test, packs)))
    .map(({ id }) => problem("proof-test", { id }));
}

/** Decisions that do not come out as they stand. */
export function replayDecisions(records: ProofRecords, packs: UsablePacks): Problem[] {
  return recordsOf(records, "decision")
    .filter((decision) => !holds(() => isJudged(decision, packs)))
    .map(({ id }) => problem("proof-decision", { id }));
}

/** Classes that were granted without their criterion being met by what was shown. */
export function replayStatuses(records: ProofRecords, packs: UsablePacks): Problem[] {
  return recordsOf(records, "investorStatus")
    .filter((status) => status.outcome === "granted" && !holds(() => isGrantable(status, packs)))
    .map(({ id }) => problem("proof-status", { id }));
}

/** Age and capacity are the institution's own finding at the time: only what was shown is held against the criterion. */
function isGrantable({ facts, criterion, pack }: InvestorStatus, packs: UsablePacks): boolean {
  const criteria = requireUsable(packs, "investor-criteria", pack);
  const kind = criteria.criteria.find(({ id }) => id === criterion)?.appliesTo;
  if (kind === undefined) return false;
  const checks = criteriaMet(facts, { kind, capacity: "full", age: undefined }, criteria);
  return checks.some((check) => check.criterion.id === criterion && check.isMet);
}

function isScored(assessment: Assessment, packs: UsablePacks): boolean {
  const { questionnaire, answers, age, score: stands, level, validFrom, validUntil: until } = assessment;
  const pack = requireUsable(packs, "questionnaire", questionnaire);
  const found = score(pack, answers, age === undefined ? {} : { age });
  return (
    isSame(found, stands) &&
    found.level === level &&
    validFrom === shanghaiDay(assessment.finishedAt) &&
    until === validUntil(validFrom, pack.clocks)
  );
}

function isMarked({ questionnaire, answers, score: stands }: KnowledgeTest, packs: UsablePacks): boolean {
  return isSame(markTest(requireUsable(packs, "knowledge-test", questionnaire), answers), stands);
}

function isJudged({ sale, outcome, findings, grade, pack, matrix, readings }: Decision, packs: UsablePacks): boolean {
  const gate = requireUsable(packs, "sale-gate", pack);
  const table = requireUsable(packs, "match-matrix", matrix);
  const chosen = GatePack.parse({ ...gate, readings: withChoices(gate.readings, readings) });
  const found = judgeSale(sale, { gate: chosen, matrix: table });
  const stands = { outcome, findings, grade, pack };
  return isSame(found, stands) && isSame(matrix, gate.matrix);
}

/** The pack's readings with the choices that were made; an unknown one makes no pack. */
function withChoices(readings: GatePack["readings"], choices: Decision["readings"]): Record<string, unknown> {
  const chosen = Object.entries(choices).map(([id, value]) => [id, { ...Object(readings)[id], value }]);
  return { ...readings, ...Object.fromEntries(chosen) };
}

/** What a decision rests on, where it names it, is what its facts say. */
export function compareFacts(records: ProofRecords): Problem[] {
  return recordsOf(records, "decision").flatMap((decision) =>
    factsAtOdds(decision, records).map((fact) => problem("proof-facts", { id: decision.id, fact })),
  );
}

/** Fields of the sheet that the facts repeat. */
const repeated = [
  "regime",
  "issuerGrade",
  "sellerGrade",
  "isActive",
  "termMonths",
  "type",
  "isPrivate",
  "minimum",
  "rights",
  "minimumAge",
  "maximumAge",
  "insurance",
] as const satisfies readonly (keyof ProductSheet & keyof Decision["sale"]["product"])[];

/** Names of the facts that are not what the records say; what is not in the pack is not compared. */
function factsAtOdds({ sale, sheet, assessment, at }: Decision, records: ProofRecords): string[] {
  const product = recordOf(records, "productSheet", sheet);
  const result = assessment === undefined ? undefined : recordOf(records, "assessment", assessment);
  const told: [fact: string, told: unknown, stands: unknown][] = [
    ["on", sale.on, shanghaiDay(at)],
    ["assessment", sale.assessment !== null, assessment !== undefined],
    ...(product === undefined ? [] : repeated.map((field) => [field, sale.product[field], product[field]] as const)),
    ...(result === undefined
      ? []
      : ([
          ["level", sale.assessment?.level, result.level],
          ["assessedOn", sale.assessment?.on, result.validFrom],
        ] as const)),
  ].map(([fact, a, b]) => [fact as string, a, b]);
  return told.filter(([, a, b]) => !isSame(a ?? null, b ?? null)).map(([fact]) => fact);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}

/** What cannot be replayed does not hold. */
function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
