/** @file The packs that ship, as a test wants them: there, or the test cannot run. */
import { type PackKind, type PackOf, packLibrary } from "../../shared/packs/library.ts";

export function shippedPack<K extends PackKind>(kind: K): PackOf<K> {
  const pack = packLibrary().all(kind).at(-1);
  if (pack === undefined) throw new Error(`no ${kind} ships`);
  return pack;
}
