/** @file The rows that say which investor a client is: the class under each regime, and being qualified for private products. */
import { shanghaiDay } from "../../../../shared/model/dates.ts";
import type { InvestorStatus } from "../../../../shared/model/investor-status.ts";
import type { Regime } from "../../../../shared/packs/gate-pack.ts";
import type { Citation } from "../../../../shared/packs/investor-criteria.ts";
import { isProfessionalUnder } from "../../../../shared/rules/investor-class.ts";
import { classOf } from "../../../../shared/rules/investor-criteria.ts";
import type { Standing } from "../../../../shared/rules/standing.ts";
import { citeText } from "../../../text/cites.ts";
import { investorClassNames } from "../../../text/clients.ts";
import { productTypeNames, regimeNames, standing as words } from "../../../text/eligibility.ts";
import { formatMoney, maskText } from "../../../text/format.ts";
import { type RowAction, type StandingRow, type StandingView, statusOf } from "./standing-view.ts";

function criteriaCites({ criteria, reader }: StandingView, cites: readonly Citation[]): string {
  return citeText(cites, criteria.sources, reader.t);
}

export function classRow(view: StandingView, regime: Regime): StandingRow {
  const { client, standing, gate, reader } = view;
  const { t } = reader;
  const { investorClass, capacity } = standing;
  const kind = client.kind === "company" ? "company" : "person";
  const counts = isProfessionalUnder(regime, { kind, investorClass, capacity }, gate);
  const base = {
    key: regime,
    name: t(regimeNames[regime]),
    icon: client.kind === "company" ? "company" : "person",
  } as const;
  if (regime === "CSRC") {
    return {
      ...base,
      tone: standing.classGround === "review-due" ? "warn" : "ink2",
      value: t(counts ? investorClassNames[investorClass] : words.ordinary),
      reasons: [groundText(view), ...oldClassText(view)],
      cites: criteriaCites(view, groundCites(view)),
      actions: classActions(standing),
    };
  }
  const why = counts
    ? t(words.nfraCounts, { class: t(investorClassNames[investorClass]) })
    : t(regime === "NFRA_INSURANCE" ? words.nfraInsurance : kind === "person" ? words.nfraPerson : words.nfraFirst);
  return {
    ...base,
    tone: "ink2",
    value: t(counts ? words.professional : words.ordinary),
    reasons: [why],
    cites: citeText([{ source: "nfra7", article: "27" }], gate.sources, t),
    actions: [],
  };
}

function classActions({ classGround }: Standing): readonly RowAction[] {
  const apply: RowAction = { label: words.apply, does: "apply", subject: "professional" };
  if (classGround === "review-due") return [{ ...apply, label: words.renew }];
  return classGround === "granted"
    ? [
        { ...apply, label: words.renew },
        { label: words.endClass, does: "end", subject: "professional" },
      ]
    : [apply];
}

function groundText({ standing, reader }: StandingView): string {
  const { t, isMasked } = reader;
  const { classGround } = standing;
  const status = statusOf(standing, "professional");
  if (status === undefined) return t(words.ground.none);
  const { reviewOn, reason = "" } = status;
  const ground = classGround === "granted" && reviewOn !== undefined ? "grantedUntil" : classGround;
  return t(words.ground[ground], {
    day: shanghaiDay(status.at),
    until: reviewOn ?? "",
    reason: isMasked ? maskText(reason) : reason,
  });
}

/** The criterion it was granted by; else the articles that make professional. */
function groundCites({ standing, criteria, client }: StandingView): readonly Citation[] {
  const status = statusOf(standing, "professional");
  const own = criteria.criteria.find(({ id }) => id === status?.criterion);
  if (standing.classGround === "own-affairs") return criteria.ownAffairs.cites;
  if (own !== undefined) return own.cites;
  return criteria.criteria
    .filter(({ grant, appliesTo }) => appliesTo === client.kind && classOf(grant) !== undefined)
    .flatMap(({ cites }) => cites);
}

/** What an old book says in a field that is no more. */
function oldClassText({ client, standing, reader }: StandingView): readonly string[] {
  const { investorClass } = client;
  if (investorClass === undefined || investorClass === "ordinary" || standing.classGround !== "none") return [];
  return [reader.t(words.oldClass, { old: reader.t(investorClassNames[investorClass]) })];
}

export function qualifiedRow(view: StandingView, subject: "qualified" | "qualified-fund"): StandingRow {
  const { standing, criteria, reader } = view;
  const { t } = reader;
  const state = subject === "qualified" ? standing.qualified : standing.qualifiedFund;
  const status = statusOf(standing, subject);
  const isPast = state === "unverified" && status !== undefined;
  const look = {
    yes: { icon: "circleCheck", tone: "ok", value: words.isQualified },
    no: { icon: "struck", tone: "bad", value: words.notQualified },
    unverified: { icon: isPast ? "clock" : "missing", tone: isPast ? "warn" : "ink3", value: words.unverified },
  } as const satisfies Record<typeof state, unknown>;
  const verify: RowAction = { label: state === "yes" ? words.renew : words.verify, does: "apply", subject };
  return {
    key: subject,
    name: t(subject === "qualified" ? words.forAssets : words.forFunds),
    ...look[state],
    value: t(look[state].value),
    reasons: [qualifiedText(view, state, status), ...ticketTexts(view, subject)],
    cites: criteriaCites(view, criteria.criteria.find(({ grant }) => grant === subject)?.cites ?? []),
    actions: state === "yes" ? [verify, { label: words.end, does: "end", subject }] : [verify],
  };
}

function qualifiedText(
  { reader }: StandingView,
  state: Standing["qualified"],
  status: InvestorStatus | undefined,
): string {
  const { t, isMasked } = reader;
  if (status === undefined) return t(words.unverifiedWhy);
  const { reviewOn: until = "", reason = "", outcome } = status;
  const day = shanghaiDay(status.at);
  if (outcome === "refused") return t(words.notPassed, { day, reason: isMasked ? maskText(reason) : reason });
  if (outcome === "ended") return t(words.ground.ended, { day, reason: isMasked ? maskText(reason) : reason });
  if (state === "unverified") return t(words.reviewPast, { until });
  return t(until === "" ? words.verifiedOn : words.verifiedUntil, { day, until });
}

/** From how much on: a ticket for each group of types. */
function ticketTexts({ criteria, reader }: StandingView, subject: "qualified" | "qualified-fund"): readonly string[] {
  const { t, language } = reader;
  const own = criteria.tickets.filter(({ grant }) => grant === subject);
  const amount = (yuan: number) => formatMoney(yuan * 100, language);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return [t(words.ticketAll, { amount: amount(only.yuan) })];
  return own.map(({ types, yuan }) => {
    const named = types.map((type) => t(productTypeNames[type])).join(t(words.listComma));
    return t(words.ticket, { types: named, amount: amount(yuan) });
  });
}
