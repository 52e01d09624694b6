/**
 * @file The demo book: a real vault, sealed like any other, full of invented people and products,
 * in a temporary folder that is deleted when the program ends.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Operation } from "../../shared/log/operation.ts";
import { demoBook } from "../../shared/model/demo.ts";
import { demoShelf } from "../../shared/model/demo-products.ts";
import { createVault, type Vault, type VaultDeps } from "../vault/vault.ts";
import { identify } from "./session.ts";
import { newVaultId, type VaultPlace } from "./vaults.ts";

/** No secret: it is printed at start, so that anybody can look around. */
const demoPassphrase = "suitbook demo book";

/** Who the demo belongs to: the advisor of the design's pictures. */
const profile = { name: "陈立恒", role: "advisor", branch: "上海浦东支行" } as const;
const operationsPerAppend = 2000;

export interface Demo {
  readonly place: VaultPlace;
  readonly passphrase: string;
  /** Delete the vault and its folder. Never rejects. */
  readonly remove: () => Promise<void>;
}

/** Make the demo vault, locked. `clients` as in shared/model/demo.ts. */
export async function createDemo({ clients, ...deps }: VaultDeps & { readonly clients?: number }): Promise<Demo> {
  const folder = await mkdtemp(path.join(tmpdir(), "suitbook-demo-"));
  const id = newVaultId();
  const place = { id, dir: path.join(folder, id), isDemo: true };
  const { vault } = await createVault(place.dir, { label: "Demo 演示", passphrase: demoPassphrase }, deps);
  try {
    await fill(vault, () => deps.now(), clients);
  } finally {
    await vault.close();
  }
  return {
    place,
    passphrase: demoPassphrase,
    remove: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

async function fill(vault: Vault, now: () => number, clients: number | undefined): Promise<void> {
  const { device, actor } = await identify(vault, now, profile);
  const options = { nowMs: now(), device, actor, ...(clients === undefined ? {} : { clients }) };
  let batch: Operation[] = [];
  for (const operation of demoBook(options)) {
    batch.push(operation);
    if (batch.length < operationsPerAppend) continue;
    await vault.append(batch);
    batch = [];
  }
  if (batch.length > 0) await vault.append(batch);
  await vault.append([...demoShelf(options)]);
  await vault.snapshot();
}
