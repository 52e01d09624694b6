/**
 * @file Every rule pack there is, by kind: those that ship and those a firm has taken in.
 * What was decided under a pack is judged again under that very version, so none is ever
 * replaced: a newer one only comes into force.
 */
import { AppError } from "../errors.ts";
import type { InstalledPack } from "../model/installed-pack.ts";
import { checkBehaviour, checkMarketMonths } from "./behaviour-check.ts";
import { BehaviourPack } from "./behaviour-pack.ts";
import behaviourV1 from "./behaviour-v1.json" with { type: "json" };
import { checkPack } from "./check.ts";
import { checkDocumentTexts } from "./document-check.ts";
import { DocumentTexts } from "./document-texts.ts";
import documentsV1 from "./document-texts-v1.json" with { type: "json" };
import type { Fault } from "./faults.ts";
import { checkGatePack, checkMatchMatrix } from "./gate-check.ts";
import gateV1 from "./gate-cn-v1.json" with { type: "json" };
import { GatePack } from "./gate-pack.ts";
import { InvestorCriteria } from "./investor-criteria.ts";
import { checkInvestorCriteria } from "./investor-criteria-check.ts";
import investorCriteriaV1 from "./investor-criteria-v1.json" with { type: "json" };
import { KnowledgeTestPack } from "./knowledge-test-pack.ts";
import knowledgeTestV1 from "./kt-np-v1.json" with { type: "json" };
import { checkLintWords, LintWords } from "./lint-words.ts";
import lintV1 from "./lint-words-v1.json" with { type: "json" };
import marketCsi300 from "./market-csi300.json" with { type: "json" };
import { MarketMonths } from "./market-months.ts";
import matrixV1 from "./match-matrix.json" with { type: "json" };
import { MatchMatrix } from "./match-matrix.ts";
import { PackHead } from "./pack-head.ts";
import { checkProductCatalogue, ProductCatalogue } from "./product-catalogue.ts";
import catalogueV1 from "./product-catalogue-v1.json" with { type: "json" };
import { QuestionnairePack } from "./questionnaire-pack.ts";
import rtqInstitutionV1 from "./rtq-inst-v1.json" with { type: "json" };
import rtqNaturalPersonV1 from "./rtq-np-v1.json" with { type: "json" };

/** What each kind of pack is, and how one is found fit for use. */
const kinds = {
  questionnaire: { parse: (raw: unknown) => QuestionnairePack.parse(raw), check: checkPack },
  "knowledge-test": { parse: (raw: unknown) => KnowledgeTestPack.parse(raw), check: checkPack },
  "sale-gate": { parse: (raw: unknown) => GatePack.parse(raw), check: checkGatePack },
  "document-texts": { parse: (raw: unknown) => DocumentTexts.parse(raw), check: checkDocumentTexts },
  "match-matrix": { parse: (raw: unknown) => MatchMatrix.parse(raw), check: checkMatchMatrix },
  "investor-criteria": { parse: (raw: unknown) => InvestorCriteria.parse(raw), check: checkInvestorCriteria },
  behaviour: { parse: (raw: unknown) => BehaviourPack.parse(raw), check: checkBehaviour },
  "market-months": { parse: (raw: unknown) => MarketMonths.parse(raw), check: checkMarketMonths },
  "product-catalogue": { parse: (raw: unknown) => ProductCatalogue.parse(raw), check: checkProductCatalogue },
  "lint-words": { parse: (raw: unknown) => LintWords.parse(raw), check: checkLintWords },
} satisfies Record<string, { parse: (raw: unknown) => PackHead; check: (raw: unknown) => readonly Fault[] }>;

export type PackKind = keyof typeof kinds;
export type PackOf<K extends PackKind> = ReturnType<(typeof kinds)[K]["parse"]>;
export const packKinds = Object.keys(kinds) as readonly PackKind[];

const shippedRaw: readonly unknown[] = [
  rtqNaturalPersonV1,
  rtqInstitutionV1,
  knowledgeTestV1,
  gateV1,
  matrixV1,
  investorCriteriaV1,
  behaviourV1,
  marketCsi300,
  catalogueV1,
  lintV1,
  documentsV1,
];

export interface PackLibrary {
  /** Every version of every pack of a kind, in the order they come into force. */
  all<K extends PackKind>(kind: K): readonly PackOf<K>[];
  /** By id and version; without a version the one that comes into force last. */
  find<K extends PackKind>(kind: K, id: string, version?: string): PackOf<K> | undefined;
  /** The newest in force on a day, of those that suit. */
  inForce<K extends PackKind>(kind: K, day: string, suits?: (pack: PackOf<K>) => boolean): PackOf<K> | undefined;
}

/** Every fault of a pack of any kind; an empty list means it may be used. Never throws. */
export function faultsOf(raw: unknown): readonly Fault[] {
  const kind = kindOf(raw);
  return kind === undefined ? [{ code: "shape", at: "kind" }] : kinds[kind].check(raw);
}

/**
 * A pack of any kind.
 *
 * @throws AppError `pack-invalid`; `faults` names up to five, as `code at`.
 */
export function parsePackOf<K extends PackKind>(kind: K, raw: unknown): PackOf<K> {
  const faults = faultsOf(raw);
  if (faults.length > 0 || kindOf(raw) !== kind) {
    const named = faults.slice(0, 5).map((fault) => `${fault.code} ${fault.at}`.slice(0, 70));
    throw new AppError("pack-invalid", { faults: named.join("; ") });
  }
  return kinds[kind].parse(raw) as PackOf<K>;
}

function kindOf(raw: unknown): PackKind | undefined {
  const head = PackHead.safeParse(raw).data;
  return packKinds.find((kind) => kind === head?.kind);
}

type TakenIn = Pick<InstalledPack, "kind" | "pack">;

/** What ships with what was taken in. One that was taken in and does not parse any more is left out: it was made by a newer version. */
export function packLibrary(installed: readonly TakenIn[] = []): PackLibrary {
  const own = installed.flatMap((one) => takenIn(one) ?? []);
  const packs = [...shipped(), ...own].toSorted(byForce);
  const all = <K extends PackKind>(kind: K) =>
    packs.filter((pack) => pack.kind === kind) as unknown as readonly PackOf<K>[];
  return {
    all,
    find: (kind, id, version) =>
      all(kind).findLast((pack) => pack.id === id && (version === undefined || pack.version === version)),
    inForce: (kind, day, suits = () => true) =>
      all(kind).findLast(
        (pack) =>
          pack.effectiveFrom <= day && (pack.effectiveUntil === undefined || day <= pack.effectiveUntil) && suits(pack),
      ),
  };
}

/** By what it says, never by the hash that its record claims: every screen asks for the library, and checking a pack takes a blink. */
const checked = new Map<string, PackHead | undefined>();
function takenIn({ kind, pack }: TakenIn): PackHead | undefined {
  const key = `${kind} ${JSON.stringify(pack)}`;
  if (!checked.has(key)) {
    const known = packKinds.find((one) => one === kind);
    const isFit = known !== undefined && faultsOf(pack).length === 0;
    checked.set(key, isFit ? kinds[known].parse(pack) : undefined);
  }
  return checked.get(key);
}

/** `superseded`: another of its kind is in force, for the same clients. */
export type PackStanding = "in-force" | "coming" | "superseded" | "ended";

/** Where a pack of the library stands on a day. */
export function standingOn(library: PackLibrary, pack: PackOf<PackKind>, day: string): PackStanding {
  if (day < pack.effectiveFrom) return "coming";
  if (pack.effectiveUntil !== undefined && pack.effectiveUntil < day) return "ended";
  const inForce = library.inForce(pack.kind, day, (other) => servedBy(other) === servedBy(pack));
  return inForce?.id === pack.id && inForce.version === pack.version ? "in-force" : "superseded";
}

/** Whom a questionnaire or test is for; packs of other kinds are for everybody. */
function servedBy(pack: PackOf<PackKind>): string | undefined {
  return "appliesTo" in pack ? pack.appliesTo : undefined;
}

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: readonly PackHead[] | undefined;
function shipped(): readonly PackHead[] {
  parsed ??= shippedRaw.map((raw) => {
    const kind = kindOf(raw);
    if (kind === undefined) throw new AppError("pack-invalid", { faults: "kind" });
    return parsePackOf(kind, raw);
  });
  return parsed;
}

const versions = new Intl.Collator("en", { numeric: true });

function byForce(a: PackHead, b: PackHead): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? -1 : 1;
  return versions.compare(a.version, b.version);
}
