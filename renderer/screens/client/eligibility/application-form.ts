/** @file The boxes of an application for a class or qualification, and what they say at any moment. */
import { z } from "zod";
import type { Client } from "../../../../shared/model/client.ts";
import { InvestorFacts, type InvestorStatus, type StatusSubject } from "../../../../shared/model/investor-status.ts";
import { Lines, RecordId } from "../../../../shared/model/primitives.ts";
import { DocumentRef } from "../../../../shared/model/statement.ts";
import {
  type CriteriaField,
  type InvestorCriteria,
  moneyFacts,
  plainFacts,
  yearFacts,
} from "../../../../shared/packs/investor-criteria.ts";
import { subjectOf } from "../../../../shared/rules/investor-criteria.ts";
import type { Application } from "../../../../shared/rules/investor-decision.ts";
import { withoutBlanks } from "../../../parts/form.ts";

/** What the boxes hold; a box that does not parse holds what was typed. */
export type ApplicationBoxes = {
  [F in (typeof moneyFacts)[number] | (typeof yearFacts)[number]]: number | string | null;
} & { [F in (typeof plainFacts)[number]]: boolean } & {
  criterion: string;
  proofs: DocumentRef[];
  application: DocumentRef[];
  enquiry: string;
  differencesTold: boolean;
  recording: string;
  reason: string;
};

const shape = {
  ...InvestorFacts.shape,
  criterion: z.string().min(1),
  proofs: z.array(DocumentRef).max(50).default([]),
  application: z.array(DocumentRef).max(1).default([]),
  enquiry: Lines.optional(),
  differencesTold: z.boolean().default(false),
  recording: RecordId.optional(),
  reason: Lines.optional(),
};
/** Empty boxes are left out before this looks, see `formResolver`. */
export const applicationForm = z.object(shape);
export type ApplicationValues = z.output<typeof applicationForm>;

const factFields: readonly CriteriaField[] = [...moneyFacts, ...yearFacts, ...plainFacts];

/** The criteria this kind of client can ask for. */
export function criteriaFor(pack: InvestorCriteria, kind: Client["kind"]): InvestorCriteria["criteria"] {
  return pack.criteria.filter(({ appliesTo }) => appliesTo === kind);
}

/**
 * Before anything was typed: what was shown for this subject last time.
 *
 * @param last the newest decision about the subject
 */
export function emptyApplication(
  pack: InvestorCriteria,
  kind: Client["kind"],
  { subject, last }: { readonly subject: StatusSubject; readonly last: InvestorStatus | undefined },
): ApplicationBoxes {
  const own = criteriaFor(pack, kind);
  const known = own.find(({ id }) => id === last?.criterion);
  // Of the professional classes the second is the usual way: the first is for institutions alone.
  const usual = own.findLast(({ grant }) => grant === (subject === "professional" ? "professional-2" : subject));
  const facts = factFields.map((field) => {
    const isPlain = (plainFacts as readonly string[]).includes(field);
    return [field, last?.facts[field] ?? (isPlain ? false : null)];
  });
  return {
    ...(Object.fromEntries(facts) as Pick<ApplicationBoxes, CriteriaField>),
    criterion: (known ?? usual ?? own.find(({ grant }) => subjectOf(grant) === subject))?.id ?? "",
    proofs: [],
    application: [],
    enquiry: "",
    differencesTold: false,
    recording: "",
    reason: "",
  };
}

/** A draft's boxes over fresh ones; what is not known any more is left out. */
export function restoreApplication(fresh: ApplicationBoxes, draft: unknown): ApplicationBoxes {
  const kept = z.record(z.string(), z.unknown()).safeParse(draft).data ?? {};
  return Object.fromEntries(
    Object.entries(fresh).map(([box, empty]) => {
      const value = kept[box] ?? empty;
      const isList = Array.isArray(empty);
      return [box, isList ? (z.array(DocumentRef).safeParse(value).data ?? empty) : value];
    }),
  ) as unknown as ApplicationBoxes;
}

/** What the boxes say now: one that does not parse says nothing. */
export function applicationNow(boxes: Partial<ApplicationBoxes>, client: Client["id"]): Application {
  const filled = withoutBlanks(boxes) as Record<string, unknown>;
  const parsed = Object.entries(shape).flatMap(([box, schema]) => {
    const value = schema.safeParse(filled[box]).data;
    return value === undefined ? [] : [[box, value] as const];
  });
  return applicationOf(Object.fromEntries(parsed) as Partial<ApplicationValues>, client);
}

/** The application the values make. */
export function applicationOf(values: Partial<ApplicationValues>, client: Client["id"]): Application {
  const facts = factFields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]] as const]));
  return {
    client,
    criterion: values.criterion ?? "",
    // A box that is not ticked says no, and a no need not be kept.
    facts: Object.fromEntries(facts.filter(([, value]) => value !== false)),
    proofs: values.proofs ?? [],
    application: values.application?.[0],
    enquiry: values.enquiry,
    differencesTold: values.differencesTold,
    recording: values.recording,
    reason: values.reason,
  };
}
