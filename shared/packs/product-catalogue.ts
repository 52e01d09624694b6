/**
 * @file The shape of the product catalogue, a rule pack: which grade which kind of product usually
 * has, what a grade rests on (NFRA Art. 23), how far value may have fallen within a grade, and what
 * a private product costs at least. Grades stay the institution's own judgement; the catalogue
 * only says when one looks too low.
 */
import { z } from "zod";
import { Localized, Money } from "../model/primitives.ts";
import { productTypes } from "../rules/sale-case.ts";
import { repeatedIds, shapeFault } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { Grade, grades } from "./match-matrix.ts";
import { PackHead, PackId } from "./pack-head.ts";

const Citation = z.strictObject({ source: PackId, article: z.string().max(40) });
/** Ids of the pack's sources. */
const Cites = z.array(PackId).min(1);

/** A kind of product and the grade it usually has. */
const Entry = z
  .strictObject({
    id: PackId,
    name: Localized,
    grade: Grade,
    cites: Cites,
    /** Least that can be bought of it when it is offered privately, fen; where that is more than its type asks. */
    ticket: Money.optional(),
    ticketCites: Cites.optional(),
    /** Offered privately it is a private investment fund, whose qualified investors have criteria of their own. */
    isFund: z.literal(true).optional(),
  })
  .refine(({ ticket, ticketCites }) => (ticket === undefined) === (ticketCites === undefined), {
    path: ["ticketCites"],
  });
export type CatalogueEntry = z.infer<typeof Entry>;

/** Highest value that still fits a grade, per cent; null where none is too high. */
const Limit = z.number().min(0).max(1000).nullable();
export const measures = ["drawdown", "volatility", "equity"] as const;
export type Measure = (typeof measures)[number];
const Limits = z.strictObject({ drawdown: Limit, volatility: Limit, equity: Limit });

export const ProductCatalogue = z.strictObject({
  ...PackHead.shape,
  kind: z.literal("product-catalogue"),
  sources: z.array(z.strictObject({ id: PackId, law: Localized, note: Localized.optional() })).min(1),
  entries: z.array(Entry).min(1).max(500),
  /** What a grade rests on. */
  factors: z.array(z.strictObject({ id: PackId, text: Localized, cites: z.array(Citation).min(1) })).min(1),
  /** Where issuer and seller differ the higher grade counts. */
  higherGrade: z.strictObject({ cites: z.array(Citation).min(1) }),
  limits: z.strictObject({
    cites: Cites,
    note: Localized,
    grades: z.strictObject({ R1: Limits, R2: Limits, R3: Limits, R4: Limits, R5: Limits }),
  }),
  /** Least that a qualified investor puts into one private product, fen. */
  tickets: z.strictObject({ cites: Cites, types: z.record(z.enum(productTypes), Money) }),
});
export type ProductCatalogue = z.infer<typeof ProductCatalogue>;

/** Every fault of a product catalogue; an empty list means it may be used. Never throws. */
export function checkProductCatalogue(candidate: unknown): readonly Fault[] {
  const parsed = ProductCatalogue.safeParse(candidate);
  if (!parsed.success) return parsed.error.issues.map(citedFault);
  const pack = parsed.data;
  const faults = [
    ...repeatedIds("sources", pack.sources),
    ...repeatedIds("entries", pack.entries),
    ...repeatedIds("factors", pack.factors),
    ...unsourced(pack),
    ...limitOrder(pack),
  ];
  if (pack.effectiveUntil !== undefined && pack.effectiveUntil < pack.effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil", detail: pack.effectiveUntil });
  }
  return faults;
}

/** Lists of sources have names of their own here. */
function citedFault(issue: z.core.$ZodIssue): Fault {
  const isCited = ["cites", "ticketCites"].includes(String(issue.path.at(-1)));
  return isCited ? { code: "missing-source", at: issue.path.join("/") } : shapeFault(issue);
}

function unsourced({ sources, entries, factors, higherGrade, limits, tickets }: ProductCatalogue): Fault[] {
  const known = new Set(sources.map(({ id }) => id));
  const users = [
    ...entries.map(({ id, cites, ticketCites = [] }) => ({ at: `entries/${id}`, cites: [...cites, ...ticketCites] })),
    ...factors.map(({ id, cites }) => ({ at: `factors/${id}`, cites: cites.map(({ source }) => source) })),
    { at: "higherGrade", cites: higherGrade.cites.map(({ source }) => source) },
    { at: "limits", cites: limits.cites },
    { at: "tickets", cites: tickets.cites },
  ];
  return users.flatMap(({ at, cites }) =>
    cites.filter((id) => !known.has(id)).map((id): Fault => ({ code: "missing-source", at, detail: id })),
  );
}

/** A higher grade bears at least what the one below it bears, and the highest bears anything. */
function limitOrder({ limits }: ProductCatalogue): Fault[] {
  return measures.flatMap((measure) => {
    const bears = grades.map((grade) => limits.grades[grade][measure] ?? Number.POSITIVE_INFINITY);
    const faults = grades
      .filter((_, index) => index > 0 && (bears[index] ?? 0) < (bears[index - 1] ?? 0))
      .map((grade): Fault => ({ code: "number-order", at: `limits/${grade}/${measure}` }));
    const isOpen = bears.at(-1) === Number.POSITIVE_INFINITY;
    return isOpen ? faults : [...faults, { code: "number-order", at: `limits/${grades.at(-1)}/${measure}` }];
  });
}
