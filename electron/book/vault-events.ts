/** @file The register of what happened to a book's files: written into the book itself, where it can be. */

import { Json } from "../../shared/model/primitives.ts";
import type { VaultEvent } from "../../shared/model/storage.ts";
import type { Vault } from "../vault/vault.ts";
import { createWriter } from "./append.ts";
import { identify } from "./session.ts";

type Happened = Pick<VaultEvent, "kind" | "backupAt"> & { readonly missing?: readonly unknown[] };

/** Into a book that was just made from another. Nothing where it is open for reading only. */
export async function noteEvent(vault: Vault, now: () => number, { missing, ...happened }: Happened): Promise<void> {
  if (vault.recovery.readOnly) return;
  const { device, actor, clock } = await identify(vault, now);
  const writer = createWriter({ vault, device, actor, clock });
  const at = new Date(now()).toISOString();
  const gaps = missing === undefined ? {} : { missing: Json.parse(missing) };
  await writer.record("vaultEvent", crypto.randomUUID(), { at, ...happened, ...gaps });
}
