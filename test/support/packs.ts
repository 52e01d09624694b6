/** @file The packs that ship, as a test wants them: there, or the test cannot run. */
import type { KnowledgeTestPack, Pack } from "../../shared/packs/knowledge-test-pack.ts";
import { type PackKind, type PackOf, packLibrary } from "../../shared/packs/library.ts";
import type { QuestionnairePack } from "../../shared/packs/questionnaire-pack.ts";

export function shippedPack<K extends PackKind>(kind: K): PackOf<K> {
  const pack = packLibrary().all(kind).at(-1);
  if (pack === undefined) throw new Error(`no ${kind} ships`);
  return pack;
}

/** Every questionnaire and test. */
export function allPacks(): readonly Pack[] {
  const library = packLibrary();
  return [...library.all("questionnaire"), ...library.all("knowledge-test")];
}

export function findPack(id: string, version?: string): QuestionnairePack | undefined {
  return packLibrary().find("questionnaire", id, version);
}

export function findTest(id: string, version?: string): KnowledgeTestPack | undefined {
  return packLibrary().find("knowledge-test", id, version);
}

export function requirePack(id: string, version?: string): QuestionnairePack {
  const pack = findPack(id, version);
  if (pack === undefined) throw new Error(`no ${id} ships`);
  return pack;
}
