/**
 * @file What is kept outside a vault's folder, under the system's protection: the key of
 * quick unlock, and how far the log had come (security.md 2.5). A convenience and a
 * second witness, never the only way in: whatever is wrong here, the passphrase is asked.
 *
 * [Note: What the system's store promises]
 *
 * It keeps other accounts of the computer out, on most systems not other programs of the
 * same account, and its ciphertext may be unauthenticated. So nothing it gives is
 * believed: the key has to open a slot of the vault, the witness is sealed by the vault.
 * Each item remembers the store that protected it; where that has changed it is not read.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ignoreAbsent, nodeDisk, readIfThere, replaceFile } from "../vault/disk.ts";
import { inTurn, type Turns } from "../vault/turns.ts";

/** The system's key store, as the shell offers it. */
export interface KeyStore {
  /** The name of what protects it; undefined where nothing does. */
  backend(): Promise<string | undefined>;
  protect(text: string): Promise<Uint8Array>;
  /** Rejects where it cannot. `isStale`: to be protected anew. */
  reveal(bytes: Uint8Array): Promise<{ text: string; isStale: boolean }>;
}

const Item = z.strictObject({ backend: z.string(), sealed: z.base64() });
const Content = z.strictObject({ quickKey: z.base64().optional(), witness: z.base64().optional() });
type Content = z.infer<typeof Content>;

export interface KeyRing {
  /** As {@link KeyStore.backend}. */
  backend(): Promise<string | undefined>;
  /** What is kept for a vault; nothing where the store is not there, has changed or does not answer. */
  read(vaultId: string): Promise<{ quickKey?: Buffer; witness?: Buffer }>;
  /** Keep something, or with null no longer. @throws Error where the store refuses */
  update(vaultId: string, change: { quickKey?: Uint8Array | null; witness?: Uint8Array | null }): Promise<void>;
  remove(vaultId: string): Promise<void>;
}

/** @param dir made when first needed */
export function createKeyRing(dir: string, store: KeyStore | undefined): KeyRing {
  const turns: Turns = new Map();
  const fileOf = (vaultId: string) => path.join(dir, `${vaultId}.json`);
  const backend = async () => store?.backend().catch(() => undefined);

  async function load(vaultId: string): Promise<{ content: Content; isStale: boolean }> {
    const nothing = { content: {}, isStale: false };
    const item = Item.safeParse(parseJson((await readIfThere(fileOf(vaultId)))?.toString("utf8")));
    const now = await backend();
    if (store === undefined || now === undefined || !item.success || item.data.backend !== now) return nothing;
    const revealed = await store.reveal(Buffer.from(item.data.sealed, "base64")).catch(() => undefined);
    const content = Content.safeParse(parseJson(revealed?.text));
    return content.success ? { content: content.data, isStale: revealed?.isStale === true } : nothing;
  }

  async function save(vaultId: string, content: Content): Promise<void> {
    const now = await backend();
    if (store === undefined || now === undefined) throw new Error("no protected key store");
    const sealed = Buffer.from(await store.protect(JSON.stringify(content))).toString("base64");
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await replaceFile(nodeDisk, fileOf(vaultId), Buffer.from(JSON.stringify({ backend: now, sealed })));
  }

  return {
    backend,
    read: (vaultId) =>
      inTurn(turns, vaultId, async () => {
        const { content, isStale } = await load(vaultId);
        if (isStale) await save(vaultId, content).catch(() => undefined);
        return {
          ...(content.quickKey !== undefined && { quickKey: Buffer.from(content.quickKey, "base64") }),
          ...(content.witness !== undefined && { witness: Buffer.from(content.witness, "base64") }),
        };
      }),
    update: (vaultId, change) =>
      inTurn(turns, vaultId, async () => {
        const { content } = await load(vaultId);
        const quickKey = changed(content.quickKey, change.quickKey);
        const witness = changed(content.witness, change.witness);
        await save(vaultId, { ...(quickKey !== undefined && { quickKey }), ...(witness !== undefined && { witness }) });
      }),
    remove: (vaultId) => inTurn(turns, vaultId, () => nodeDisk.remove(fileOf(vaultId)).catch(ignoreAbsent)),
  };
}

function changed(before: string | undefined, change: Uint8Array | null | undefined): string | undefined {
  if (change === undefined) return before;
  return change === null ? undefined : Buffer.from(change).toString("base64");
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
