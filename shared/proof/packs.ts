/** @file The rule packs in a proof pack: whole, fit for use, and the ones they say they are. Pure. */
import { AppError } from "../errors.ts";
import type { Json } from "../model/primitives.ts";
import { canonicalText } from "../package/canonical.ts";
import { GatePack } from "../packs/gate-pack.ts";
import { gatePack } from "../packs/gate-packs.ts";
import { MatchMatrix, matchMatrix } from "../packs/match-matrix.ts";
import { findPack, parsePack } from "../packs/packs.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { problem, type Problem } from "./problem.ts";
import type { ProofPack } from "./proof.ts";
import { packKey, type PackRef } from "./references.ts";
import { type ProofRecords, recordOf } from "./records.ts";

/** What packs are used for here, by kind; document texts and criteria are only kept. */
interface Usable {
  readonly questionnaire: QuestionnairePack;
  readonly "sale-gate": GatePack;
  readonly "match-matrix": MatchMatrix;
}
type UsableKind = keyof Usable;

/** By {@link packKey}. */
export type UsablePacks = ReadonlyMap<string, { readonly kind: UsableKind; readonly pack: Usable[UsableKind] }>;
type UsablePack = UsablePacks extends ReadonlyMap<string, infer P> ? P : never;

/** The content of a pack that ships with this version. */
export function shippedPack({ id, version }: PackRef): Record<string, Json> | undefined {
  const packs: readonly PackRef[] = [gatePack(), matchMatrix()];
  const found = findPack(id, version) ?? packs.find((pack) => pack.id === id && pack.version === version);
  return found as Record<string, Json> | undefined;
}

/** @param sha256 of a text, hex */
export function readPacks(
  packs: readonly ProofPack[],
  records: ProofRecords,
  sha256: (text: string) => string,
): { readonly usable: UsablePacks; readonly problems: readonly Problem[] } {
  const usable = new Map<string, UsablePack>();
  const problems: Problem[] = [];
  for (const pack of packs) {
    const key = packKey(pack);
    const read = isItself(pack, sha256) ? usablePack(pack.content) : undefined;
    if (read === undefined || usable.has(key)) problems.push(problem("proof-pack", { id: key }));
    else {
      if (read !== "kept") usable.set(key, read);
      problems.push(...originOf(pack, records));
    }
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

function usablePack(content: Record<string, Json>): UsablePack | "kept" | undefined {
  try {
    switch (content["kind"]) {
      case "questionnaire":
        return { kind: "questionnaire", pack: parsePack(content) };
      case "sale-gate":
        return { kind: "sale-gate", pack: GatePack.parse(content) };
      case "match-matrix":
        return { kind: "match-matrix", pack: MatchMatrix.parse(content) };
      default:
        return "kept";
    }
  } catch {
    return undefined;
  }
}

/** @throws AppError `pack-missing` when the pack is not in the proof or is of another kind */
export function requireUsable<K extends UsableKind>(packs: UsablePacks, kind: K, ref: PackRef): Usable[K] {
  const found = packs.get(packKey(ref));
  if (found?.kind !== kind) throw new AppError("pack-missing", { id: ref.id });
  return found.pack as Usable[K];
}
