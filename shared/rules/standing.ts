/**
 * @file Where a client stands before the sale gate, from their statements, the institution's
 * decisions about their class and the newest assessment. Pure; the newest of each kind counts.
 */
import type { Client } from "../model/client.ts";
import { ageOn, shanghaiDay } from "../model/dates.ts";
import type { InvestorStatus } from "../model/investor-status.ts";
import type { Capacity, Statement, StatementKind } from "../model/statement.ts";
import type { SaleCase } from "./sale-case.ts";

type CaseClient = SaleCase["client"];

export interface Standing extends Omit<CaseClient, "kind" | "age"> {
  readonly age: number | undefined;
  /** The last day of the identity document; undefined where none was noted. */
  readonly identityUntil: string | undefined;
  readonly changeReported: boolean;
  /** The records it was taken from. */
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
}

export interface StandingFacts {
  readonly client: Pick<Client, "kind" | "birthDate">;
  /** In any order. */
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
  /** When the newest assessment was finished; undefined where there is none. */
  readonly assessedAt: string | undefined;
  /** The day asked about, in Asia/Shanghai. */
  readonly day: string;
}

/** Civil Code Art. 17-20: under eight no capacity, under eighteen a limited one. */
const minorAges = { limitedFrom: 8, ownWorkFrom: 16, fullFrom: 18 } as const;

/** A client's standing on a day. What was written after that day does not count. */
export function standingOf({ client, statements, statuses, assessedAt, day }: StandingFacts): Standing {
  const said = statements.filter(({ at }) => shanghaiDay(at) <= day).toSorted(byAge);
  const decided = statuses.filter(({ at }) => shanghaiDay(at) <= day).toSorted(byAge);
  const newest = <K extends StatementKind>(...kinds: readonly K[]) =>
    said.findLast((one): one is Extract<Statement, { kind: K }> => (kinds as readonly string[]).includes(one.kind));
  const identity = newest("identity");
  const consent = newest("consent-given", "consent-withdrawn");
  const guardian = newest("guardian-consent");
  const refusal = newest("information-refused");
  const change = newest("change-reported");
  const isStanding = (one: Statement | undefined) =>
    one !== undefined && (assessedAt === undefined || assessedAt < one.at);
  const professional = decided.findLast(({ subject }) => subject === "professional");
  const qualified = decided.findLast(({ subject }) => subject === "qualified");
  const age = client.kind === "company" || client.birthDate === undefined ? undefined : ageOn(client.birthDate, day);
  const rights = openRights(said);
  const used = [identity, consent, guardian, refusal, change, ...rights.values()];
  return {
    age,
    identityVerified: identity !== undefined && (identity.until === undefined || day <= identity.until),
    identityUntil: identity?.until,
    capacity: client.kind === "company" ? "full" : capacityOf(identity?.capacity, age),
    guardianConsents: guardian !== undefined,
    consent: consent === undefined ? "missing" : consent.kind === "consent-given" ? "given" : "withdrawn",
    refusesInformation: isStanding(refusal),
    changeReported: isStanding(change),
    investorClass: isHeld(professional, day) ? (professional?.class ?? "ordinary") : "ordinary",
    qualified: qualificationOn(qualified, day),
    rights: [...rights.keys()],
    statements: used.filter((one) => one !== undefined),
    statuses: [professional, qualified].filter((one) => one !== undefined),
  };
}

/**
 * What was checked, but never more than the age allows. From sixteen a check may find full
 * capacity: who lives by their own work has it (Civil Code Art. 18).
 */
function capacityOf(checked: Capacity | undefined, age: number | undefined): Capacity {
  const { limitedFrom, ownWorkFrom, fullFrom } = minorAges;
  if (age === undefined || age >= fullFrom) return checked ?? "full";
  if (age < limitedFrom || checked === "none") return "none";
  return age >= ownWorkFrom && checked === "full" ? "full" : "limited";
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
