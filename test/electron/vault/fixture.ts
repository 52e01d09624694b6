/** @file Vaults in real temporary folders, with a cheap key derivation, and operations to put into them. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Witness } from "../../../electron/vault/head.ts";
import { createVault, unlockVault, type Vault, type VaultDeps } from "../../../electron/vault/vault.ts";
import type { Bundle, Row } from "../../../shared/bridge/streams.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { hastyDisk } from "../../faults/disks.ts";
import { operationAt } from "../../faults/operations.ts";

export const passphrase = "correct horse battery";
/**
 * A thousandth of the real derivation floor and no waiting for the platter: these tests
 * are about everything but the cost of guessing and the power supply.
 */
export const cheap = {
  now: () => Date.parse("2026-11-22T08:00:00.000Z"),
  kdfFloor: 2 ** 7,
  disk: hastyDisk,
} satisfies VaultDeps;

/** Keeps what it is given, as the system's key store would. */
export function rememberingWitness(): Witness {
  const kept = new Map<string, Buffer>();
  return { read: async (id) => kept.get(id), write: async (id, head) => void kept.set(id, head) };
}

/** A new temporary folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "suitbook-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export interface Made {
  readonly dir: string;
  readonly vault: Vault;
  readonly recoveryKey: string;
  /** Close it and open it again. */
  reopen(): Promise<Vault>;
}

/** An open vault, closed after the test. */
export async function makeVault(deps: Partial<VaultDeps> = {}): Promise<Made> {
  const dir = path.join(await temporaryFolder(), "vault");
  const all = { ...cheap, ...deps };
  const { vault, recoveryKey } = await createVault(dir, { label: "浦东支行", passphrase }, all);
  let current = vault;
  onTestFinished(() => current.close());
  return {
    dir,
    vault,
    recoveryKey,
    async reopen() {
      await current.close();
      current = await unlockVault(dir, { passphrase }, cheap);
      return current;
    },
  };
}

/** Open, closed after the test. */
export async function unlock(dir: string, deps: Partial<VaultDeps> = {}): Promise<Vault> {
  const vault = await unlockVault(dir, { passphrase }, { ...cheap, ...deps });
  onTestFinished(() => vault.close());
  return vault;
}

/** The vault's folder as a crash would leave it now: without its lock. */
export async function copyOf(dir: string): Promise<string> {
  const copy = path.join(await temporaryFolder(), "vault");
  await cp(dir, copy, { recursive: true });
  await rm(path.join(copy, "LOCK"), { force: true });
  return copy;
}

let counter = 0;
const next = () => (counter += 1);

export function setClient(id: string, patch: Record<string, unknown>): Operation {
  return operationAt(next(), { kind: "set", entity: "client", entityId: id, client: id, patch });
}

export function newClient(id: string, name = "陆文兰"): Operation {
  return setClient(id, { kind: "individual", name });
}

export function setContact(id: string, client: string, patch: Record<string, unknown>): Operation {
  return operationAt(next(), { kind: "set", entity: "contact", entityId: id, client, patch });
}

export function newContact(id: string, client: string, at = "2026-11-20T02:00:00.000Z"): Operation {
  return setContact(id, client, { client, at, channel: "phone", summary: `about ${id}` });
}

export function newStatement(id: string, client: string): Operation {
  const value = { client, kind: "consent-given", at: "2026-11-20T02:00:00.000Z" };
  return operationAt(next(), { kind: "record", entity: "statement", entityId: id, client, value });
}

export function setProfile(id: string, name: string): Operation {
  return operationAt(next(), { kind: "set", entity: "profile", entityId: id, patch: { name, role: "advisor" } });
}

/** All operation ids in the log, in order. */
export async function idsIn(vault: Vault, after = 0): Promise<string[]> {
  const ids: string[] = [];
  for await (const { operations } of vault.operations(after)) ids.push(...operations.map(({ id }) => id));
  return ids;
}

export interface ReadBook {
  /** Rows by key, as a reader that lets later rows replace earlier ones ends up with. */
  readonly rows: Map<string, Row>;
  readonly bundles: Map<string, Bundle>;
  readonly kinds: string[];
  readonly begins: { logSeq: number; totals: Record<string, number> }[];
}

export async function readBook(vault: Vault): Promise<ReadBook> {
  const book: ReadBook = { rows: new Map(), bundles: new Map(), kinds: [], begins: [] };
  for await (const frame of vault.book()) {
    book.kinds.push(frame.kind === "rows" ? frame.entity : frame.kind);
    if (frame.kind === "begin") book.begins.push({ logSeq: frame.logSeq, totals: frame.totals });
    if (frame.kind === "rows") for (const row of frame.rows) book.rows.set(`${frame.entity}/${row.id}`, row);
    if (frame.kind === "bundles") for (const row of frame.rows) book.bundles.set(row.id, row);
  }
  return book;
}

export async function filesOf(dir: string, start: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => name.startsWith(start)).sort();
}

/** Change a file's bytes on the disk. */
export async function alter(dir: string, name: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const file = path.join(dir, name);
  await writeFile(file, change(await readFile(file)));
}

export function flipBit(bytes: Buffer, at: number, bit = 0): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
