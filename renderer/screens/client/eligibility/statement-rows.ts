/** @file The rows of what a client has shown, agreed to, refused and reported, and the trading rights that are open. */
import { shanghaiDay } from "../../../../shared/model/dates.ts";
import type { Statement } from "../../../../shared/model/statement.ts";
import type { Standing } from "../../../../shared/rules/standing.ts";
import { citeText } from "../../../text/cites.ts";
import { capacityNames, statements, standing as words } from "../../../text/eligibility.ts";
import { maskName, maskText } from "../../../text/format.ts";
import type { Reader } from "../values.ts";
import { guardianOf, type RowAction, ruleCites, type StandingRow, type StandingView, saidOf } from "./standing-view.ts";

export function identityRow(view: StandingView): StandingRow {
  const { standing, reader } = view;
  const { t } = reader;
  const check = saidOf(standing, "identity");
  const base = { key: "identity", name: t(words.who), cites: ruleCites(view, "identity") };
  const verify = {
    label: check === undefined ? words.verify : words.verifyAgain,
    does: "state",
    statement: "identity",
  } as const;
  if (check === undefined) {
    return { ...base, icon: "missing", tone: "ink2", value: t(words.neverVerified), reasons: [], actions: [verify] };
  }
  const until = check.until;
  const reason =
    until === undefined
      ? t(words.documentEndless)
      : t(standing.identityVerified ? words.documentUntil : words.documentPast, { day: until });
  return {
    ...base,
    icon: standing.identityVerified ? "circleCheck" : "struck",
    tone: standing.identityVerified ? "ok" : "bad",
    value: t(words.verified, { day: shanghaiDay(check.at) }),
    reasons: [reason],
    actions: [verify],
  };
}

export function capacityRow(view: StandingView): StandingRow {
  const { client, standing, reader } = view;
  const { t } = reader;
  const { capacity, age } = standing;
  const check = saidOf(standing, "identity");
  const isFound = check?.capacity === capacity;
  const why = isFound ? t(words.capacityFound, { day: shanghaiDay(check.at) }) : presumed();
  return {
    key: "capacity",
    name: t(words.capacity),
    icon: capacity === "full" ? (isFound ? "circleCheck" : "missing") : "triangle",
    tone: capacity === "full" ? (isFound ? "ok" : "ink2") : "warn",
    value: t(capacityNames[capacity]),
    reasons: [why],
    cites: citeText([{ source: "civil", article: "17-24" }], view.criteria.sources, t),
    actions: [],
  };

  function presumed(): string {
    if (age !== undefined) return t(words.capacityByAge, { age });
    return capacity === "full" ? t(words.capacityAssumed) : t(words.capacityByYear, { year: client.birthYear ?? "" });
  }
}

export function consentRow(view: StandingView): StandingRow {
  const { standing, reader } = view;
  const { t } = reader;
  const said = saidOf(standing, "consent-given", "consent-withdrawn");
  const day = said === undefined ? "" : shanghaiDay(said.at);
  const give: RowAction = { label: words.recordConsent, does: "state", statement: "consent-given" };
  const look = {
    given: { icon: "circleCheck", tone: "ok", value: words.consentGiven },
    missing: { icon: "missing", tone: "ink2", value: words.consentMissing },
    withdrawn: { icon: "struck", tone: "bad", value: words.consentWithdrawn },
  } as const satisfies Record<Standing["consent"], unknown>;
  const { value, ...mark } = look[standing.consent];
  const isWardOnly = standing.consent !== "given" && standing.isWard;
  return {
    key: "consent",
    name: t(words.consentOf),
    ...mark,
    value: t(value, { day }),
    reasons: [t(words.consentWhat), ...(isWardOnly ? [t(words.consentByGuardian)] : [])],
    cites: ruleCites(view, "consent"),
    actions:
      standing.consent === "given"
        ? [{ label: words.withdrawConsent, does: "state", statement: "consent-withdrawn" }]
        : [give],
  };
}

export function guardianRow(view: StandingView): StandingRow {
  const { standing, reader } = view;
  const { t, isMasked } = reader;
  const said = guardianOf(standing);
  const day = said === undefined ? "" : shanghaiDay(said.at);
  const who = said?.kind === "guardian-consent" ? (isMasked ? maskName(said.who) : said.who) : "";
  const isGiven = standing.guardianConsents;
  return {
    key: "guardian",
    name: t(words.guardian),
    icon: isGiven ? "circleCheck" : said === undefined ? "missing" : "struck",
    tone: isGiven ? "ok" : said === undefined ? "ink2" : "bad",
    value: t(isGiven ? words.guardianConsents : said === undefined ? words.guardianMissing : words.guardianWithdrawn, {
      day,
      who,
    }),
    reasons: [t(words.guardianWhy)],
    cites: ruleCites(view, "guardian"),
    actions: [
      isGiven
        ? { label: words.withdrawConsent, does: "state", statement: "guardian-withdrawn" }
        : { label: words.recordGuardian, does: "state", statement: "guardian-consent" },
    ],
  };
}

export function refusalRow(view: StandingView): StandingRow {
  const { standing, reader } = view;
  const { t } = reader;
  const said = standing.refusesInformation ? saidOf(standing, "information-refused") : undefined;
  return {
    key: "refusal",
    name: t(words.refusal),
    icon: said === undefined ? "circleCheck" : "octagonCross",
    tone: said === undefined ? "ink3" : "bad",
    value: said === undefined ? t(words.notRefused) : t(words.refused, { day: shanghaiDay(said.at) }),
    reasons: said === undefined ? [] : [t(words.refusedWhy), ...noteOf(said, reader)],
    cites: ruleCites(view, "refused-information"),
    actions: [{ label: statements.save["information-refused"], does: "state", statement: "information-refused" }],
  };
}

export function changeRow(view: StandingView): StandingRow {
  const { standing, reader } = view;
  const { t } = reader;
  const said = standing.changeReported ? saidOf(standing, "change-reported") : undefined;
  return {
    key: "change",
    name: t(words.change),
    icon: said === undefined ? "circleCheck" : "triangle",
    tone: said === undefined ? "ink3" : "warn",
    value: said === undefined ? t(words.notChanged) : t(words.changed, { day: shanghaiDay(said.at) }),
    reasons: said === undefined ? [] : [t(words.changedWhy), ...noteOf(said, reader)],
    cites: ruleCites(view, "change-reported"),
    actions: [{ label: statements.save["change-reported"], does: "state", statement: "change-reported" }],
  };
}

function noteOf({ note = "" }: Statement, { isMasked }: Reader): readonly string[] {
  return note === "" ? [] : [isMasked ? maskText(note) : note];
}

export function rightRows(view: StandingView): readonly StandingRow[] {
  const { standing, reader } = view;
  const { t } = reader;
  const open: RowAction = { label: words.openRight, does: "state", statement: "right-opened" };
  const cites = ruleCites(view, "right-missing");
  const rows = standing.statements.flatMap((one): StandingRow[] =>
    one.kind !== "right-opened"
      ? []
      : [
          {
            key: `right-${one.right}`,
            name: one.right,
            icon: "key",
            tone: "ink2",
            value: t(words.openedOn, { day: shanghaiDay(one.at) }),
            reasons: [],
            cites: "",
            actions: [{ label: words.closeRight, does: "state", statement: "right-closed", right: one.right }],
          },
        ],
  );
  const nothing = rows.length === 0;
  return [
    ...rows,
    {
      key: "rights",
      name: t(words.rights),
      icon: nothing ? "missing" : "plus",
      tone: "ink3",
      value: nothing ? t(words.noRights) : "",
      reasons: nothing ? [t(words.noRightsWhy)] : [],
      cites: nothing ? cites : "",
      actions: [open],
    },
  ];
}
