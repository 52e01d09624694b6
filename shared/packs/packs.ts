/**
 * @file Finds a rule pack by id and version, or by the day it is in force. The packs
 * that ship are checked like any other before their first use.
 */
import { AppError } from "../errors.ts";
import { checkPack, isTest } from "./check.ts";
import { KnowledgeTestPack, type Pack } from "./knowledge-test-pack.ts";
import knowledgeTestV1 from "./kt-np-v1.json" with { type: "json" };
import { QuestionnairePack } from "./questionnaire-pack.ts";
import rtqInstitutionV1 from "./rtq-inst-v1.json" with { type: "json" };
import rtqNaturalPersonV1 from "./rtq-np-v1.json" with { type: "json" };

const shipped: readonly unknown[] = [rtqNaturalPersonV1, rtqInstitutionV1, knowledgeTestV1];

/**
 * Parse and check a pack.
 *
 * @throws AppError `pack-invalid`; `faults` names up to five, as `code at`.
 */
export function parsePack(raw: unknown): Pack {
  const faults = checkPack(raw);
  if (faults.length > 0) {
    const named = faults.slice(0, 5).map((fault) => `${fault.code} ${fault.at}`.slice(0, 70));
    throw new AppError("pack-invalid", { faults: named.join("; ") });
  }
  return isTest(raw) ? KnowledgeTestPack.parse(raw) : QuestionnairePack.parse(raw);
}

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: readonly Pack[] | undefined;

/** Every pack that ships, oldest version first. */
export function allPacks(): readonly Pack[] {
  parsed ??= shipped.map(parsePack);
  return parsed;
}

function questionnaires(): readonly QuestionnairePack[] {
  return allPacks().filter((pack) => pack.kind === "questionnaire");
}

function tests(): readonly KnowledgeTestPack[] {
  return allPacks().filter((pack) => pack.kind === "knowledge-test");
}

/** A questionnaire by id, and by version where several exist; without a version the newest. */
export function findPack(id: string, version?: string): QuestionnairePack | undefined {
  return questionnaires().findLast((pack) => isCalled(pack, id, version));
}

/** A knowledge test, as {@link findPack} finds questionnaires. */
export function findTest(id: string, version?: string): KnowledgeTestPack | undefined {
  return tests().findLast((pack) => isCalled(pack, id, version));
}

/** @throws AppError `pack-missing` */
export function requirePack(id: string, version?: string): QuestionnairePack {
  const pack = findPack(id, version);
  if (pack === undefined) throw new AppError("pack-missing", { id });
  return pack;
}

/** The newest questionnaire in force on a day; `day` as in `primitives.Day`. */
export function packInForce(appliesTo: Pack["appliesTo"], day: string): QuestionnairePack | undefined {
  return questionnaires().findLast((pack) => isInForce(pack, appliesTo, day));
}

/** The newest knowledge test in force on a day. */
export function testInForce(appliesTo: Pack["appliesTo"], day: string): KnowledgeTestPack | undefined {
  return tests().findLast((pack) => isInForce(pack, appliesTo, day));
}

function isCalled(pack: Pack, id: string, version: string | undefined): boolean {
  return pack.id === id && (version === undefined || pack.version === version);
}

function isInForce(pack: Pack, appliesTo: Pack["appliesTo"], day: string): boolean {
  return (
    pack.appliesTo === appliesTo &&
    pack.effectiveFrom <= day &&
    (pack.effectiveUntil === undefined || day <= pack.effectiveUntil)
  );
}
