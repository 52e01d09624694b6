/** @file The rule packs in a proof pack: whole, of a shape this version can use, and the ones they say they are. Pure. */
import { AppError } from "../errors.ts";
import type { Json } from "../model/primitives.ts";
import { canonicalText } from "../package/canonical.ts";
import { GatePack } from "../packs/gate-pack.ts";
import { InvestorCriteria } from "../packs/investor-criteria.ts";
import { KnowledgeTestPack } from "../packs/knowledge-test-pack.ts";
import { packKinds, packLibrary } from "../packs/library.ts";
import { MatchMatrix } from "../packs/match-matrix.ts";
import { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { type Problem, problem } from "./problem.ts";
import type { ProofPack } from "./proof.ts";
import { type ProofRecords, recordOf } from "./records.ts";
import { type PackRef, packKey } from "./references.ts";

/**
 * What packs are used for here, by kind; document texts and criteria are only kept. By shape alone:
 * a check that a later version adds must not speak against what was decided before it.
 */
const schemas = {
  questionnaire: QuestionnairePack,
  "knowledge-test": KnowledgeTestPack,
  "sale-gate": GatePack,
  "match-matrix": MatchMatrix,
  "investor-criteria": InvestorCriteria,
} as const;
type UsableKind = keyof typeof schemas;
type Usable<K extends UsableKind> = ReturnType<(typeof schemas)[K]["parse"]>;

/** By {@link packKey}. */
export type UsablePacks = ReadonlyMap<string, Usable<UsableKind>>;

/** The content of a pack that ships with this version. */
export function shippedPack({ id, version }: PackRef): Record<string, Json> | undefined {
  const library = packLibrary();
  const [found] = packKinds.flatMap((kind): unknown => library.find(kind, id, version) ?? []);
  return found as Record<string, Json> | undefined;
}

/** @param sha256 of a text, hex */
export function readPacks(
  packs: readonly ProofPack[],
  records: ProofRecords,
  sha256: (text: string) => string,
): { readonly usable: UsablePacks; readonly problems: readonly Problem[] } {
  const usable = new Map<string, Usable<UsableKind>>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const pack of packs) {
    const key = packKey(pack);
    const kind = (Object.keys(schemas) as UsableKind[]).find((one) => one === pack.content["kind"]);
    const parsed = kind === undefined ? undefined : schemas[kind].safeParse(pack.content).data;
    const isUsable = kind === undefined || parsed !== undefined;
    if (!isItself(pack, sha256) || !isUsable || seen.has(key)) problems.push(problem("proof-pack", { id: key }));
    else {
      if (parsed !== undefined) usable.set(key, parsed);
      problems.push(...originOf(pack, records));
    }
    seen.add(key);
  }
  return { usable, problems };
}

function isItself({ id, version, sha256, content }: ProofPack, digest: (text: string) => string): boolean {
  return content["id"] === id && content["version"] === version && digest(canonicalText(content)) === sha256;
}

/** Shipped under its name, or taken in from a signed file as the log has it. */
function originOf(pack: ProofPack, records: ProofRecords): Problem[] {
  const id = packKey(pack);
  const shipped = shippedPack(pack);
  if (shipped !== undefined) {
    return canonicalText(shipped) === canonicalText(pack.content) ? [] : [problem("proof-pack-differs", { id })];
  }
  const installed = recordOf(records, "installedPack", id);
  if (installed === undefined) return [problem("proof-pack-unknown", { id })];
  return canonicalText(installed.pack) === canonicalText(pack.content) ? [] : [problem("proof-pack-differs", { id })];
}

/** @throws AppError `pack-missing` when the pack is not in the proof or is of another kind */
export function requireUsable<K extends UsableKind>(packs: UsablePacks, kind: K, ref: PackRef): Usable<K> {
  const found = packs.get(packKey(ref));
  if (found?.kind !== kind) throw new AppError("pack-missing", { id: ref.id });
  return found as Usable<K>;
}
