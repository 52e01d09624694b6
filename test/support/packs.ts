/** @file The rule packs that ship, for tests. */
import { type PackKind, type PackOf, packLibrary } from "../../shared/packs/library.ts";

/** The one of its kind that is in force when the tests take place. */
export function shippedPack<K extends PackKind>(kind: K): PackOf<K> {
  const pack = packLibrary().inForce(kind, "2026-11-23");
  if (pack === undefined) throw new Error(`no ${kind}`);
  return pack;
}
