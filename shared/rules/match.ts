/**
 * @file Whether a product suits a client, before any sale: for a whole shelf and one client, or a
 * whole book and one product. Pure.
 *
 * [Note: Matching is not recommending]
 *
 * A match is judged as if the client asked for the least that can be bought, with every paper
 * signed: what remains is what client and product are. Only `fits` may be recommended; what is sold
 * `on-request` may be sold to who asks for it and insists, and to nobody else (CSRC Order 130
 * Art. 19 and 22, NFRA Art. 13 and 38).
 */
import type { ProductSheet } from "../model/product-sheet.ts";
import type { SaleRules } from "../packs/gate-packs.ts";
import type { Grade } from "../packs/match-matrix.ts";
import type { ProductCatalogue } from "../packs/product-catalogue.ts";
import type { ClientFacts } from "./client-facts.ts";
import { declaredKinds, type SaleCase } from "./sale-case.ts";
import { type OpenFact, outcomeWith, type SaleIntent, saleCaseOf } from "./sale-facts.ts";
import { type Finding, judgeSale, type SaleOutcome } from "./sale-gate.ts";
import { decidingFindings } from "./sale-summary.ts";

export const matchClasses = ["fits", "on-request", "missing", "not"] as const;
export type MatchClass = (typeof matchClasses)[number];

export interface Match {
  readonly class: MatchClass;
  /** What decided it, in the order of the steps. */
  readonly findings: readonly Finding[];
  readonly open: readonly OpenFact[];
  readonly grade: Grade;
}

/** What a match rests on besides client and product. */
export interface MatchBasis {
  readonly rules: SaleRules;
  readonly catalogue: ProductCatalogue | undefined;
  /** In Asia/Shanghai. */
  readonly day: string;
}

const allPapers: SaleCase["papers"] = {
  notices: true,
  highRiskProcedure: true,
  elderCare: true,
  recording: true,
  confirmation: true,
  specialWarning: true,
  selfChoice: true,
  declaration: true,
};

const classes: Readonly<Record<SaleOutcome, MatchClass>> = {
  ALLOW: "fits",
  ALLOW_WITH_WARNING: "on-request",
  NEED_MORE: "missing",
  BLOCK: "not",
};

export function matchOf(client: ClientFacts, sheet: ProductSheet, { rules, catalogue, day }: MatchBasis): Match {
  const intent = leastSale(sheet);
  const { sale, open } = saleCaseOf({ client, sheet, pack: rules.gate, catalogue, intent, papers: allPapers, day });
  const { outcome, findings, grade } = judgeSale(sale, rules);
  const standing = outcomeWith(outcome, open);
  return { class: classes[standing], findings: decidingFindings({ outcome: standing, findings }), open, grade };
}

/** Every client of a book for one product. */
export function matchBook<K>(
  clients: ReadonlyMap<K, ClientFacts>,
  sheet: ProductSheet,
  basis: MatchBasis,
): ReadonlyMap<K, Match> {
  const matches = new Map<K, Match>();
  for (const [key, client] of clients) matches.set(key, matchOf(client, sheet, basis));
  return matches;
}

/** Asked for by the client, the least there is. */
function leastSale({ minimum, insurance }: ProductSheet): SaleIntent {
  const intent = { initiator: "client", channel: "branch", seller: "bank", amount: minimum } as const;
  return declaredKinds.has(insurance?.kind ?? "")
    ? { ...intent, payment: { singlePremium: 0, familyAnnualIncome: 0 } }
    : intent;
}

/** How many of each class. */
export function countMatches(matches: Iterable<Pick<Match, "class">>): Readonly<Record<MatchClass, number>> {
  const counts = { fits: 0, "on-request": 0, missing: 0, not: 0 };
  for (const match of matches) counts[match.class] += 1;
  return counts;
}
