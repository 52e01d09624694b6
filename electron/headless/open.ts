/** @file Opens a vault for one verb and closes it again, whatever happens in between. */
import path from "node:path";
import type { Profile } from "../../shared/model/office.ts";
import { createWriter } from "../book/append.ts";
import { type Author, identify } from "../book/session.ts";
import { createSync, type SyncService } from "../sync/service.ts";
import { unlockVault, type Vault } from "../vault/vault.ts";
import type { Context } from "./context.ts";

/**
 * A receiver takes up to 100,000 operations in a package; on a command line nobody waits
 * for a preview, so packages are as large as that allows.
 */
const sliceLimits = { operations: 100_000, bytes: 96 * 2 ** 20 };

/** Run something with an unlocked vault. */
export async function withVault<T>(dir: string, context: Context, use: (vault: Vault) => Promise<T>): Promise<T> {
  const passphrase = await context.passphrase(false);
  const vault = await unlockVault(dir, { passphrase }, vaultDeps(context));
  try {
    return await use(vault);
  } finally {
    await vault.close();
  }
}

export function vaultDeps({ clock, vault }: Context) {
  return { now: clock.now, ...vault };
}

export function authorOf(vault: Vault, context: Context, profile?: Omit<Profile, "id">): Promise<Author> {
  return identify(vault, context.clock.now, profile);
}

/** Run something with the vault's sync service. Its schedule never starts. */
export async function withSync<T>(
  vault: Vault,
  context: Context,
  use: (sync: SyncService, author: Author) => Promise<T>,
): Promise<T> {
  const author = await authorOf(vault, context);
  const { device, actor, clock } = author;
  const sync = createSync({
    vault,
    device,
    clock,
    write: createWriter({ vault, device, actor, clock }),
    emit: () => undefined,
    quarantineDir: path.join(vault.dir, "quarantine"),
    sliceLimits,
    ...context.clock,
  });
  try {
    return await use(sync, author);
  } finally {
    await sync.stop();
  }
}
