/** @file Every rule pack a vault knows, for whatever works on the trusted side. */
import { InstalledPack } from "../../shared/model/installed-pack.ts";
import { type PackLibrary, packLibrary } from "../../shared/packs/library.ts";
import type { Vault } from "../vault/vault.ts";

/** Those that ship and those this book has taken in. */
export function packsOf(vault: Pick<Vault, "rows">): PackLibrary {
  return packLibrary(installedIn(vault));
}

export function installedIn(vault: Pick<Vault, "rows">): readonly InstalledPack[] {
  return [...vault.rows("installedPack").values()].flatMap((row) => InstalledPack.safeParse(row).data ?? []);
}
