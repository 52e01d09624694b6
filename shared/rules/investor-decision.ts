/**
 * @file Deciding about an investor's class: what an application still lacks, and the record that
 * is made of the decision (CSRC Order 130 Art. 11-12). Pure; the pack says which steps are due.
 */
import { AppError } from "../errors.ts";
import { addMonths, shanghaiDay } from "../model/dates.ts";
import type { InvestorFacts, InvestorStatus } from "../model/investor-status.ts";
import type { DocumentRef } from "../model/statement.ts";
import type { Grant, InvestorCriteria, StepId } from "../packs/investor-criteria.ts";
import { type Bar, classOf, criteriaMet, fieldsOf, grantOf, type Investor, subjectOf } from "./investor-criteria.ts";

/** What the client asks for and what was shown and done. */
export interface Application {
  readonly client: InvestorStatus["client"];
  /** The criterion of the pack it is to be granted by. */
  readonly criterion: string;
  readonly facts: InvestorFacts;
  readonly proofs: readonly DocumentRef[];
  readonly application?: DocumentRef | undefined;
  readonly enquiry?: string | undefined;
  readonly knowledgeTest?: string | undefined;
  readonly differencesTold?: boolean | undefined;
  readonly recording?: string | undefined;
  /** Told to the client with the result. */
  readonly reason?: string | undefined;
}

/** What stands between an application and its grant. */
export type Gap =
  | { readonly kind: "bar"; readonly bar: Bar }
  | { readonly kind: "criterion" }
  | { readonly kind: "step"; readonly step: StepId };

/** Everything an application still lacks; an empty list means it may be granted, not that it must be. */
export function gapsOf(application: Application, investor: Investor, pack: InvestorCriteria): readonly Gap[] {
  const check = criteriaMet(application.facts, investor, pack).find(
    ({ criterion }) => criterion.id === application.criterion,
  );
  if (check === undefined) return [{ kind: "criterion" }];
  const gaps: Gap[] = check.bar === undefined ? [] : [{ kind: "bar", bar: check.bar }];
  if (check.missing !== undefined) gaps.push({ kind: "criterion" });
  const due = stepsFor(check.criterion.grant, pack).filter(({ id }) => !isDone(id, application));
  return [...gaps, ...due.map(({ id }): Gap => ({ kind: "step", step: id }))];
}

/** The steps a grant takes. */
export function stepsFor(grant: Grant, { steps }: InvestorCriteria): InvestorCriteria["steps"] {
  return steps.filter(({ grants }) => grants.includes(grant));
}

export function isDone(step: StepId, application: Application): boolean {
  switch (step) {
    case "application":
      return application.application !== undefined;
    case "enquiry":
      return (application.enquiry ?? "") !== "" || application.knowledgeTest !== undefined;
    case "proofs":
      return application.proofs.length > 0;
    case "differences":
      return application.differencesTold === true;
  }
}

/** Distinct from a record by its id alone. */
export type NewStatus = Omit<InvestorStatus, "id">;

/**
 * The record of a decision.
 *
 * @param at when it was made and told
 * @throws AppError `bad-operation` where it grants what has gaps, or refuses without a reason
 */
export function decisionOn(
  application: Application,
  outcome: "granted" | "refused",
  { investor, pack, at }: { readonly investor: Investor; readonly pack: InvestorCriteria; readonly at: string },
): NewStatus {
  const criterion = pack.criteria.find(({ id }) => id === application.criterion);
  const isOpen = outcome === "granted" && gapsOf(application, investor, pack).length > 0;
  const isUntold = outcome === "refused" && (application.reason ?? "") === "";
  if (criterion === undefined || isOpen || isUntold) {
    throw new AppError("bad-operation", {}, { cause: new Error(`${outcome} ${application.criterion}`) });
  }
  const granted = classOf(criterion.grant);
  const asked = new Set<string>(fieldsOf(criterion.when));
  // Facts that were typed for another criterion were not looked at for this one.
  const facts = Object.fromEntries(Object.entries(application.facts).filter(([field]) => asked.has(field)));
  return {
    client: application.client,
    subject: subjectOf(criterion.grant),
    outcome,
    ...(granted !== undefined && { class: granted }),
    criterion: criterion.id,
    facts,
    pack: { id: pack.id, version: pack.version },
    proofs: [...application.proofs],
    ...papersOf(application),
    at,
    ...(outcome === "granted" && { reviewOn: addMonths(shanghaiDay(at), pack.reviewMonths.value) }),
  };
}

function papersOf({ application, enquiry, knowledgeTest, differencesTold, recording, reason }: Application) {
  const isSaid = (text: string | undefined) => text !== undefined && text !== "";
  return {
    ...(application !== undefined && { application }),
    ...(isSaid(enquiry) && { enquiry }),
    ...(knowledgeTest !== undefined && { knowledgeTest }),
    ...(differencesTold === true && { differencesTold }),
    ...(recording !== undefined && { recording }),
    ...(isSaid(reason) && { reason }),
  } satisfies Partial<Record<keyof InvestorStatus, unknown>>;
}

/** Why and on what paper a class or qualification ends. */
export interface Ending {
  readonly by: NonNullable<InvestorStatus["endedBy"]>;
  readonly reason: string;
  /** The client's written wish. */
  readonly application?: DocumentRef | undefined;
}

export type EndingGap = "written-wish" | "not-open" | "reason";

/** What an ending still lacks: at the client's wish only where the law gives it, and in writing (Art. 11). */
export function endingGaps(status: InvestorStatus, ending: Ending, pack: InvestorCriteria): readonly EndingGap[] {
  const gaps: EndingGap[] = [];
  const grant = grantOf(status);
  if (ending.by === "client") {
    if (grant === undefined || !pack.leaving.grants.includes(grant)) gaps.push("not-open");
    if (ending.application === undefined) gaps.push("written-wish");
  }
  if (ending.reason === "") gaps.push("reason");
  return gaps;
}

/**
 * The record that ends what was granted.
 *
 * @throws AppError `bad-operation` where it has gaps
 */
export function endOf(status: InvestorStatus, ending: Ending, pack: InvestorCriteria, at: string): NewStatus {
  const gaps = endingGaps(status, ending, pack);
  if (gaps.length > 0) throw new AppError("bad-operation", {}, { cause: new Error(gaps.join()) });
  return {
    client: status.client,
    subject: status.subject,
    outcome: "ended",
    endedBy: ending.by,
    ...(status.class !== undefined && { class: status.class }),
    ...(status.criterion !== undefined && { criterion: status.criterion }),
    facts: {},
    pack: { id: pack.id, version: pack.version },
    proofs: [],
    ...(ending.application !== undefined && { application: ending.application }),
    reason: ending.reason,
    at,
  };
}
