/**
 * @file The vaults on this machine: one folder each below the root, named by a
 * random id that says nothing about whose it is.
 */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { VaultId, type VaultSummary } from "../../shared/bridge/contract.ts";
import { randomBytes } from "../crypto/random.ts";
import { readVaultHeader } from "../vault/vault.ts";

/** A vault's folder, known to be ours to open. */
export interface VaultPlace {
  readonly id: string;
  readonly dir: string;
  readonly isDemo: boolean;
}

export function newVaultId(): string {
  return randomBytes(8).toString("hex");
}

/** Places below the root whose name is a vault id. Files and other folders are not looked into. */
export async function findVaults(root: string): Promise<VaultPlace[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && VaultId.safeParse(entry.name).success)
    .map((entry) => ({ id: entry.name, dir: path.join(root, entry.name), isDemo: false }));
}

/**
 * What the lock screen says about a vault, read without any key. Never rejects:
 * a vault whose header cannot be read is still listed, under its id, and trying
 * to open it says what is wrong.
 */
export async function summarise({ id, dir, isDemo }: VaultPlace): Promise<VaultSummary> {
  const header = await readVaultHeader(dir).catch(async () => ({ label: id, createdAt: await birthOf(dir) }));
  return { ...header, id, place: dir, isDemo };
}

async function birthOf(dir: string): Promise<string> {
  const { birthtime } = await stat(dir).catch(() => ({ birthtime: new Date(0) }));
  return birthtime.toISOString();
}
