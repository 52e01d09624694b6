/**
 * @file Finds a rule pack by id and version, or by the day it is in force. The packs
 * that ship are checked like any other before their first use.
 */
import { AppError } from "../errors.ts";
import { checkPack } from "./check.ts";
import { QuestionnairePack } from "./questionnaire-pack.ts";
import rtqNaturalPersonV1 from "./rtq-np-v1.json" with { type: "json" };

const shipped: readonly unknown[] = [rtqNaturalPersonV1];

/**
 * Parse and check a pack.
 *
 * @throws AppError `pack-invalid`; `faults` names up to five, as `code at`.
 */
export function parsePack(raw: unknown): QuestionnairePack {
  const faults = checkPack(raw);
  if (faults.length > 0) {
    const named = faults.slice(0, 5).map((fault) => `${fault.code} ${fault.at}`.slice(0, 70));
    throw new AppError("pack-invalid", { faults: named.join("; ") });
  }
  return QuestionnairePack.parse(raw);
}

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: readonly QuestionnairePack[] | undefined;

/** Every pack that ships, oldest version first. */
export function allPacks(): readonly QuestionnairePack[] {
  parsed ??= shipped.map(parsePack);
  return parsed;
}

/** A pack by id, and by version where several exist; without a version the newest. */
export function findPack(id: string, version?: string): QuestionnairePack | undefined {
  return allPacks().findLast((pack) => pack.id === id && (version === undefined || pack.version === version));
}

/** @throws AppError `pack-missing` */
export function requirePack(id: string, version?: string): QuestionnairePack {
  const pack = findPack(id, version);
  if (pack === undefined) throw new AppError("pack-missing", { id });
  return pack;
}

/** The newest questionnaire in force on a day; `day` as in `primitives.Day`. */
export function packInForce(appliesTo: QuestionnairePack["appliesTo"], day: string): QuestionnairePack | undefined {
  return allPacks().findLast(
    (pack) =>
      pack.appliesTo === appliesTo &&
      pack.effectiveFrom <= day &&
      (pack.effectiveUntil === undefined || day <= pack.effectiveUntil),
  );
}
