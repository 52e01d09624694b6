/**
 * @file Which criteria of the pack an investor meets, and what is missing for each of the others.
 * Pure. More of any fact never loses a criterion.
 */
import type { Client } from "../model/client.ts";
import type { InvestorFacts, InvestorStatus, ProfessionalClass, StatusSubject } from "../model/investor-status.ts";
import { professionalClasses } from "../model/investor-status.ts";
import type { Capacity } from "../model/statement.ts";
import type { Atom, Criteria, CriteriaField, Criterion, Grant, InvestorCriteria } from "../packs/investor-criteria.ts";

/** Who asks. */
export interface Investor {
  readonly kind: Client["kind"];
  /** Of a natural person; a company has all of it. */
  readonly capacity: Capacity;
  /** Full years; undefined of a company, and where no birth date is known. */
  readonly age: number | undefined;
}

/** A criterion's tree with what was found at each place. */
export type Checked =
  | { readonly all: readonly Checked[]; readonly isMet: boolean }
  | { readonly any: readonly Checked[]; readonly isMet: boolean }
  | CheckedAtom;

export interface CheckedAtom {
  readonly field: CriteriaField;
  readonly isMet: boolean;
  /** In fen or years; undefined for a plain yes. */
  readonly least: number | undefined;
  /** What was shown; undefined where nothing was. */
  readonly has: number | boolean | undefined;
  /** Least minus what was shown; 0 where it is met, undefined for a plain yes. */
  readonly short: number | undefined;
}

/** Why somebody is shut out, whatever they own: too young, or not of full civil capacity. */
export type Bar = "age" | "capacity";

export interface CriterionCheck {
  readonly criterion: Criterion;
  readonly isMet: boolean;
  readonly bar: Bar | undefined;
  readonly checked: Checked;
  /** The tree without what is met; undefined where nothing is missing. Of an `any` each way stays. */
  readonly missing: Checked | undefined;
}

/** Each criterion for this kind of investor, in the order of the pack. */
export function criteriaMet(
  facts: InvestorFacts,
  investor: Investor,
  pack: InvestorCriteria,
): readonly CriterionCheck[] {
  return pack.criteria
    .filter(({ appliesTo }) => appliesTo === investor.kind)
    .map((criterion) => {
      const checked = check(criterion.when, facts);
      const bar = barOf(investor, criterion.grant, pack);
      return { criterion, bar, checked, missing: missingIn(checked), isMet: checked.isMet && bar === undefined };
    });
}

/** Minors and those without full civil capacity are shut out of what the pack names. */
function barOf({ kind, capacity, age }: Investor, grant: Grant, { ownAffairs }: InvestorCriteria): Bar | undefined {
  if (kind === "company" || !ownAffairs.grants.includes(grant)) return undefined;
  if (age !== undefined && age < ownAffairs.minimumAge) return "age";
  return capacity === "full" ? undefined : "capacity";
}

function check(criteria: Criteria, facts: InvestorFacts): Checked {
  if ("all" in criteria) {
    const all = criteria.all.map((part) => check(part, facts));
    return { all, isMet: all.every(({ isMet }) => isMet) };
  }
  if ("any" in criteria) {
    const any = criteria.any.map((part) => check(part, facts));
    return { any, isMet: any.some(({ isMet }) => isMet) };
  }
  const has = facts[criteria.field];
  const least = leastOf(criteria);
  if (least === undefined) {
    return { field: criteria.field, isMet: has === true, least, has, short: undefined };
  }
  const short = Math.max(0, least - (typeof has === "number" ? has : 0));
  return { field: criteria.field, isMet: short === 0, least, has, short };
}

const fenPerYuan = 100;

function leastOf(atom: Atom): number | undefined {
  if ("atLeastYuan" in atom) return atom.atLeastYuan * fenPerYuan;
  return "atLeastYears" in atom ? atom.atLeastYears : undefined;
}

function missingIn(checked: Checked): Checked | undefined {
  if (checked.isMet) return undefined;
  if (!("all" in checked)) return checked;
  const all = checked.all.flatMap((part) => missingIn(part) ?? []);
  return all.length === 1 ? all[0] : { all, isMet: false };
}

/** The facts a criterion asks for, each once, in order of appearance. */
export function fieldsOf(criteria: Criteria): readonly CriteriaField[] {
  if ("all" in criteria) return [...new Set(criteria.all.flatMap(fieldsOf))];
  if ("any" in criteria) return [...new Set(criteria.any.flatMap(fieldsOf))];
  return [criteria.field];
}

export function subjectOf(grant: Grant): StatusSubject {
  return classOf(grant) === undefined ? (grant as StatusSubject) : "professional";
}

/** The professional class that is granted; undefined for a qualification. */
export function classOf(grant: Grant): ProfessionalClass | undefined {
  return professionalClasses.find((one) => one === grant);
}

/** What a decision granted, refused or ended; undefined where it does not say which class. */
export function grantOf({ subject, class: granted }: Pick<InvestorStatus, "subject" | "class">): Grant | undefined {
  return subject === "professional" ? granted : subject;
}
