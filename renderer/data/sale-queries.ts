/**
 * @file What the screens of the sale gate read: the rules in force, a client's facts and those of the
 * whole book. `undefined` means not known yet.
 */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Client } from "../../shared/model/client.ts";
import { saleRulesOn } from "../../shared/packs/gate-packs.ts";
import { type PackLibrary, packLibrary } from "../../shared/packs/library.ts";
import { type ClientFacts, clientFacts } from "../../shared/rules/client-facts.ts";
import type { MatchBasis } from "../../shared/rules/match.ts";
import type { FactsBasis } from "./book-facts.ts";
import { useAssessments, useHydration, useOffice, usePapers } from "./queries.ts";
import { currentBook, onSession } from "./session.ts";

export interface SaleBasis extends MatchBasis, FactsBasis {
  readonly packs: PackLibrary;
}

/**
 * The rules of a day. Known only when every pack that was taken in has arrived: a decision must not
 * rest on one that another has replaced.
 *
 * @throws AppError `pack-missing` where no rules are in force on that day
 */
export function useSaleBasis(day: string): SaleBasis | undefined {
  const isComplete = useIsComplete();
  const installed = useOffice("installedPack");
  return useMemo(() => {
    if (!isComplete || installed === undefined) return undefined;
    const packs = packLibrary(installed);
    return {
      packs,
      day,
      rules: saleRulesOn(packs, day),
      catalogue: packs.inForce("product-catalogue", day),
      questionnaire: (id, version) => packs.find("questionnaire", id, version),
    };
  }, [isComplete, installed, day]);
}

/** One client's facts. */
export function useClientFacts(client: Client, basis: SaleBasis | undefined): ClientFacts | undefined {
  const assessments = useAssessments(client.id);
  const statements = usePapers("statement", client.id);
  const statuses = usePapers("investorStatus", client.id);
  return useMemo(() => {
    if (basis === undefined || assessments === undefined) return undefined;
    if (statements === undefined || statuses === undefined) return undefined;
    return clientFacts({ client, assessments, statements, statuses }, basis.day, basis.questionnaire);
  }, [basis, client, assessments, statements, statuses]);
}

/** The facts of every client, see [Note: Facts of the whole book]. The earlier ones stand while newer are being read. */
export function useBookFacts(basis: SaleBasis | undefined): ReadonlyMap<string, ClientFacts> | undefined {
  const book = useSyncExternalStore(onSession, currentBook);
  const version = useSyncExternalStore(book?.facts.subscribe ?? never, () => book?.facts.version ?? 0);
  const [brought, setBrought] = useState<{ basis: SaleBasis; facts: ReadonlyMap<string, ClientFacts> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a new reason to read
  useEffect(() => {
    if (book === undefined || basis === undefined) return;
    let isWanted = true;
    book.facts.bring(book, basis).then(
      (facts) => {
        if (isWanted) setBrought({ basis, facts });
      },
      (error: unknown) => {
        // The database is deleted under running reads at lock; there is nobody left to tell.
        if (!book.closing.signal.aborted) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [book, basis, version]);
  return brought !== undefined && brought.basis === basis ? brought.facts : undefined;
}

function useIsComplete(): boolean {
  const { phase } = useHydration();
  return phase === "done" || phase === "failed";
}

function never(): () => void {
  return () => undefined;
}
