/** @file Finds everything wrong with a pack of investor criteria at once. A pack with faults is never used. */
import { shapeFault } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { type Criteria, type Grant, grants, InvestorCriteria } from "./investor-criteria.ts";

/** Every fault of the pack; an empty list means it may be used. Never throws. */
export function checkInvestorCriteria(raw: unknown): readonly Fault[] {
  const parsed = InvestorCriteria.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map(shapeFault);
  const pack = parsed.data;
  return [...duplicates(pack), ...sources(pack), ...unreachable(pack), ...orders(pack), ...dates(pack)];
}

function duplicates({ sources: laws, criteria, steps, differences, tickets }: InvestorCriteria): Fault[] {
  const lists: readonly (readonly [at: string, ids: readonly string[]])[] = [
    ["sources", laws.map(({ id }) => id)],
    ["criteria", criteria.map(({ id }) => id)],
    ["steps", steps.map(({ id }) => id)],
    ["differences", differences.map(({ id }) => id)],
    ["tickets", tickets.flatMap(({ grant, types }) => types.map((type) => `${grant}/${type}`))],
  ];
  return lists.flatMap(([at, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) < index).map((id): Fault => ({ code: "duplicate-id", at, detail: id })),
  );
}

function sources(pack: InvestorCriteria): Fault[] {
  const known = new Set(pack.sources.map(({ id }) => id));
  const users = [
    ...pack.criteria.map(({ id, cites }) => ({ at: `criteria/${id}`, cites })),
    ...pack.steps.map(({ id, cites }) => ({ at: `steps/${id}`, cites })),
    ...pack.differences.map(({ id, cites }) => ({ at: `differences/${id}`, cites })),
    ...pack.tickets.map(({ grant, cites }) => ({ at: `tickets/${grant}`, cites })),
    { at: "ownAffairs", cites: pack.ownAffairs.cites },
    { at: "leaving", cites: pack.leaving.cites },
    { at: "reviewMonths", cites: pack.reviewMonths.cites },
  ];
  return users.flatMap(({ at, cites }) =>
    cites
      .filter(({ source }) => !known.has(source))
      .map(({ source }): Fault => ({ code: "missing-source", at, detail: source })),
  );
}

/** A natural person is never of the first class: it holds licensed institutions and their products. */
const kindsOf: Readonly<Record<Grant, readonly ("individual" | "company")[]>> = {
  "professional-1": ["company"],
  "professional-2": ["individual", "company"],
  "professional-3": ["individual", "company"],
  qualified: ["individual", "company"],
  "qualified-fund": ["individual", "company"],
};

function unreachable({ criteria }: InvestorCriteria): Fault[] {
  const wrong = criteria
    .filter(({ grant, appliesTo }) => !kindsOf[grant].includes(appliesTo))
    .map(({ id, appliesTo }): Fault => ({ code: "shape", at: `criteria/${id}/appliesTo`, detail: appliesTo }));
  const missing = grants.flatMap((grant) =>
    kindsOf[grant]
      .filter((kind) => !criteria.some((one) => one.grant === grant && one.appliesTo === kind))
      .map((kind): Fault => ({ code: "grant-unreachable", at: `criteria/${grant}`, detail: kind })),
  );
  return [...wrong, ...missing];
}

/** Conversion is the easier way: it never asks for more of a fact than the second class does. */
function orders({ criteria }: InvestorCriteria): Fault[] {
  const second = criteria.filter(({ grant }) => grant === "professional-2");
  const third = criteria.filter(({ grant }) => grant === "professional-3");
  return third.flatMap(({ id, appliesTo, when }) => {
    const limits = new Map(
      second.filter((one) => one.appliesTo === appliesTo).flatMap((one) => [...leastOf(one.when)]),
    );
    return [...leastOf(when)]
      .filter(([field, least]) => least > (limits.get(field) ?? Number.POSITIVE_INFINITY))
      .map(([field, least]): Fault => ({ code: "number-order", at: `criteria/${id}`, detail: `${field} ${least}` }));
  });
}

/** The least that is asked for of each fact, in yuan or years. */
function leastOf(criteria: Criteria, found = new Map<string, number>()): Map<string, number> {
  if ("all" in criteria) for (const part of criteria.all) leastOf(part, found);
  else if ("any" in criteria) for (const part of criteria.any) leastOf(part, found);
  else if (!("is" in criteria)) {
    const least = "atLeastYuan" in criteria ? criteria.atLeastYuan : criteria.atLeastYears;
    found.set(criteria.field, Math.min(least, found.get(criteria.field) ?? least));
  }
  return found;
}

function dates({ effectiveFrom, effectiveUntil }: InvestorCriteria): Fault[] {
  const isBackwards = effectiveUntil !== undefined && effectiveUntil < effectiveFrom;
  return isBackwards ? [{ code: "dates", at: "effectiveUntil", detail: effectiveUntil }] : [];
}
