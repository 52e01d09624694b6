/**
 * @file Where a client stands before the sale gate, from their statements, the institution's
 * decisions about their class and the newest assessment. Pure; the newest of each kind counts.
 */
import type { Client } from "../model/client.ts";
import { ageOn, shanghaiDay } from "../model/dates.ts";
import type { InvestorStatus } from "../model/investor-status.ts";
import type { Capacity, Statement, StatementKind } from "../model/statement.ts";
import { capacityAges, capacityAtAge } from "./capacity.ts";
import type { SaleCase } from "./sale-case.ts";

type CaseClient = SaleCase["client"];

/** Why a client is of the class they are of. */
export type ClassGround =
  | "none"
  | "granted"
  | "refused"
  | "ended"
  /** It was granted, and the day to look at it again is past. */
  | "review-due"
  /** It was granted to somebody it cannot be held by: a minor, or one without full civil capacity. */
  | "own-affairs"
  /** A natural person as type I, or no class at all. */
  | "unfit";

export interface Standing extends Omit<CaseClient, "kind" | "age"> {
  readonly age: number | undefined;
  /** The last day of the identity document; undefined where none was noted. */
  readonly identityUntil: string | undefined;
  readonly changeReported: boolean;
  /** Only the guardian can consent to processing personal information. */
  readonly isWard: boolean;
  readonly classGround: ClassGround;
  /** For private investment funds, whose criteria are others than those behind `qualified`. */
  readonly qualifiedFund: CaseClient["qualified"];
  /** The records it was taken from. */
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
}

export interface StandingFacts {
  readonly client: Pick<Client, "kind" | "birthDate" | "birthYear">;
  /** In any order. */
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
  /** When the newest assessment was finished; undefined where there is none. */
  readonly assessedAt: string | undefined;
  /** The day asked about, in Asia/Shanghai. */
  readonly day: string;
}

/** PIPL Art. 31: under fourteen only the guardian can consent. */
const ownConsentFrom = 14;

/** A client's standing on a day. What was written after that day does not count. */
export function standingOf({ client, statements, statuses, assessedAt, day }: StandingFacts): Standing {
  const said = statements.filter(({ at }) => shanghaiDay(at) <= day).toSorted(byAge);
  const decided = statuses.filter(({ at }) => shanghaiDay(at) <= day).toSorted(byAge);
  const newest = <K extends StatementKind>(...kinds: readonly K[]) =>
    said.findLast((one): one is Extract<Statement, { kind: K }> => (kinds as readonly string[]).includes(one.kind));
  const about = (subject: InvestorStatus["subject"]) => decided.findLast((one) => one.subject === subject);
  const identity = newest("identity");
  const consent = newest("consent-given", "consent-withdrawn");
  const guardian = newest("guardian-consent", "guardian-withdrawn");
  const refusal = newest("information-refused");
  const change = newest("change-reported");
  const isStanding = (one: Statement | undefined) =>
    one !== undefined && (assessedAt === undefined || shanghaiDay(assessedAt) > day || assessedAt < one.at);
  const capacity = capacityAt(client, said, day);
  const [professional, qualified, fund] = [about("professional"), about("qualified"), about("qualified-fund")];
  const classGround = groundOf(professional, { client, capacity, day });
  const rights = openRights(said);
  const used = [identity, consent, guardian, refusal, change, ...rights.values()];
  return {
    age: client.kind === "company" || client.birthDate === undefined ? undefined : ageOn(client.birthDate, day),
    identityVerified: identity !== undefined && (identity.until === undefined || day <= identity.until),
    identityUntil: identity?.until,
    capacity,
    guardianConsents: guardian?.kind === "guardian-consent",
    consent: consentOf(consent, client, said),
    refusesInformation: isStanding(refusal),
    changeReported: isStanding(change),
    isWard: needsGuardian(client, said, day),
    investorClass: classGround === "granted" ? (professional?.class ?? "ordinary") : "ordinary",
    classGround,
    qualified: qualificationOn(qualified, day),
    qualifiedFund: qualificationOn(fund, day),
    rights: [...rights.keys()],
    statements: used.filter((one) => one !== undefined),
    statuses: [professional, qualified, fund].filter((one) => one !== undefined),
  };
}

type Who = StandingFacts["client"];

/** The civil capacity on a day, by the newest check up to it. */
function capacityAt(client: Who, said: readonly Statement[], day: string): Capacity {
  if (client.kind === "company") return "full";
  const check = said.findLast((one) => one.kind === "identity" && shanghaiDay(one.at) <= day);
  const age = leastAge(client, day);
  if (check?.kind !== "identity") return capacityAtAge(age, undefined);
  const ageThen = leastAge(client, shanghaiDay(check.at));
  // What was found of a child for being one does not outlast childhood.
  const isOfAge = ageThen !== undefined && check.capacity === capacityAtAge(ageThen, undefined);
  return capacityAtAge(age, isOfAge ? undefined : check.capacity);
}

/** Full years on a day, or the fewest they can be where only the year of birth is known. */
function leastAge({ birthDate, birthYear }: Who, day: string): number | undefined {
  if (birthDate !== undefined) return ageOn(birthDate, day);
  return birthYear === undefined ? undefined : ageOn(`${birthYear}-12-31`, day);
}

/** Consent given by somebody who could not give it alone is none. */
function consentOf(consent: Statement | undefined, client: Who, said: readonly Statement[]): CaseClient["consent"] {
  if (consent === undefined) return "missing";
  if (consent.kind !== "consent-given") return "withdrawn";
  return consent.who === undefined && needsGuardian(client, said, shanghaiDay(consent.at)) ? "missing" : "given";
}

/** Whether on a day only the guardian could consent: under fourteen, or without civil capacity. */
function needsGuardian(client: Who, said: readonly Statement[], day: string): boolean {
  if (client.kind === "company") return false;
  const age = leastAge(client, day);
  return (age !== undefined && age < ownConsentFrom) || capacityAt(client, said, day) === "none";
}

function groundOf(
  status: InvestorStatus | undefined,
  { client, capacity, day }: { readonly client: Who; readonly capacity: Capacity; readonly day: string },
): ClassGround {
  if (status === undefined) return "none";
  if (status.outcome !== "granted") return status.outcome;
  if (!isHeld(status, day)) return "review-due";
  if (client.kind === "company") return status.class === undefined ? "unfit" : "granted";
  const age = leastAge(client, day);
  if (capacity !== "full" || (age !== undefined && age < capacityAges.fullFrom)) return "own-affairs";
  return status.class === undefined || status.class === "professional-1" ? "unfit" : "granted";
}

function isHeld(status: InvestorStatus | undefined, day: string): boolean {
  return status?.outcome === "granted" && (status.reviewOn === undefined || day <= status.reviewOn);
}

/** One that ran out has to be verified anew; one that was refused or has ended is a no. */
function qualificationOn(status: InvestorStatus | undefined, day: string): CaseClient["qualified"] {
  if (status === undefined) return "unverified";
  if (status.outcome !== "granted") return "no";
  return isHeld(status, day) ? "yes" : "unverified";
}

/** The statement that opened each right that is open. */
function openRights(said: readonly Statement[]): Map<string, Statement> {
  const open = new Map<string, Statement>();
  for (const one of said) {
    if (one.kind === "right-opened") open.set(one.right, one);
    if (one.kind === "right-closed") open.delete(one.right);
  }
  return open;
}

function byAge(
  a: { readonly at: string; readonly id: string },
  b: { readonly at: string; readonly id: string },
): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
