/**
 * @file The questionnaires and tests that ship, for whatever works without a book: the demo, the
 * command line, tests. Screens ask the library of their book, which knows those taken in as well.
 */
import { AppError } from "../errors.ts";
import type { KnowledgeTestPack, Pack } from "./knowledge-test-pack.ts";
import { packLibrary } from "./library.ts";
import type { QuestionnairePack } from "./questionnaire-pack.ts";

/** Every one of them. */
export function allPacks(): readonly Pack[] {
  const library = packLibrary();
  return [...library.all("questionnaire"), ...library.all("knowledge-test")];
}

/** A questionnaire by id, and by version where several exist; without a version the newest. */
export function findPack(id: string, version?: string): QuestionnairePack | undefined {
  return packLibrary().find("questionnaire", id, version);
}

/** A knowledge test, as {@link findPack} finds questionnaires. */
export function findTest(id: string, version?: string): KnowledgeTestPack | undefined {
  return packLibrary().find("knowledge-test", id, version);
}

/** @throws AppError `pack-missing` */
export function requirePack(id: string, version?: string): QuestionnairePack {
  const pack = findPack(id, version);
  if (pack === undefined) throw new AppError("pack-missing", { id });
  return pack;
}
