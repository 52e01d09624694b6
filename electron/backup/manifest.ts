/**
 * @file What one backup consists of: the list of its files, proven by a code that only
 * the vault's data key can make. The counts are sealed: a stick that is found says how
 * large a vault is, as any copy of it would, but not how many clients.
 *
 *     FOLDER/suitbook-<vaultId>/
 *       20261122T081500000Z.backup    one manifest for each backup
 *       store/                        the files, each once however many backups hold it
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Instant } from "../../shared/model/primitives.ts";
import { open, seal } from "../crypto/aead.ts";
import { equalBytes, hmacSha256 } from "../crypto/hash.ts";
import { randomBytes } from "../crypto/random.ts";
import { readIfThere } from "../vault/disk.ts";
import { saltBytes, type VaultKeys } from "../vault/keys.ts";
import { canonicalBytes } from "../vault/slots.ts";

const plainName = "(att/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);

const BackupFile = z.strictObject({
  /** Where it lies in a vault's folder. */
  name: z.string().regex(new RegExp(`^${plainName}$`)),
  /** Where it lies in the store. See [Note: Stored once]. */
  stored: z.string().regex(new RegExp(`^${plainName}(~[0-9a-f]{16})?$`)),
  /** The file is this long in this backup; the stored one may have grown since. */
  bytes: z.int().min(0),
  /** Of these bytes. */
  sha256: Hex32,
});
export type BackupFile = z.infer<typeof BackupFile>;

export const BackupCounts = z.strictObject({
  clients: z.int().min(0),
  contacts: z.int().min(0),
  assessments: z.int().min(0),
  operations: z.int().min(0),
});
export type BackupCounts = z.infer<typeof BackupCounts>;

const Content = z.strictObject({
  format: z.literal(1),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  at: Instant,
  /** The last save in it. */
  head: z.strictObject({ seq: z.int().min(0), tag: z.string().regex(/^[0-9a-f]{32}$/) }),
  files: z.array(BackupFile).max(1_000_000),
  /** Salt and sealed {@link BackupCounts}, base64. */
  counts: z.base64(),
});
export const Manifest = Content.extend({ mac: Hex32 });
export type Manifest = z.infer<typeof Manifest>;
type Content = z.infer<typeof Content>;

type Keys = Pick<VaultKeys, "derive">;

/** Seal the counts and prove the whole. */
export function composeManifest(about: Omit<Content, "format" | "counts">, counts: BackupCounts, keys: Keys): Manifest {
  const salt = randomBytes(saltBytes);
  const key = keys.derive("backup counts", salt);
  // A key of its own for every manifest, so the nonce may stay nought.
  const sealed = seal(key, Buffer.alloc(12), canonicalBytes(about.head), Buffer.from(JSON.stringify(counts)));
  key.fill(0);
  const content: Content = { format: 1, ...about, counts: Buffer.concat([salt, sealed]).toString("base64") };
  return { ...content, mac: macOf(content, keys).toString("hex") };
}

/** The counts, once everything in the manifest has proven to be as the vault wrote it; undefined when it has not. */
export function openManifest({ mac, ...content }: Manifest, keys: Keys): BackupCounts | undefined {
  if (!equalBytes(Buffer.from(mac, "hex"), macOf(content, keys))) return undefined;
  const bytes = Buffer.from(content.counts, "base64");
  const key = keys.derive("backup counts", bytes.subarray(0, saltBytes));
  const plaintext = open(key, Buffer.alloc(12), canonicalBytes(content.head), bytes.subarray(saltBytes));
  key.fill(0);
  return plaintext && BackupCounts.parse(JSON.parse(plaintext.toString("utf8")));
}

function macOf(content: Content, keys: Keys): Buffer {
  const key = keys.derive("backup", Buffer.alloc(0));
  const mac = hmacSha256(key, canonicalBytes(content));
  key.fill(0);
  return mac;
}

const setPattern = /^suitbook-([0-9a-f]{32})$/;
const manifestPattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup$/;

/** Where the backups of one vault lie. */
export function placeOf(folder: string, vaultId: string): string {
  return path.join(folder, `suitbook-${vaultId}`);
}

export function storeOf(place: string): string {
  return path.join(place, "store");
}

/** The vaults that have backups in a folder, by id. Empty when the folder is not there. */
export async function vaultsIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).flatMap((name) => setPattern.exec(name)?.[1] ?? []);
}

/** When backups were made, newest first; read from the names alone. */
export async function backupsIn(place: string): Promise<string[]> {
  const instants = (await namesIn(place)).flatMap((name) => {
    const parts = manifestPattern.exec(name);
    return parts === null ? [] : instantOf(parts);
  });
  return instants.sort().reverse();
}

function instantOf([, year, month, day, hour, minute, second, ms]: RegExpExecArray): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
}

export function manifestFile(place: string, at: string): string {
  return path.join(place, `${at.replaceAll(/[-:.]/g, "")}.backup`);
}

/** Undefined when it is missing or no manifest; whether it is genuine says {@link openManifest}. */
export async function readManifest(place: string, at: string): Promise<Manifest | undefined> {
  const bytes = await readIfThere(manifestFile(place, at));
  const parsed = Manifest.safeParse(bytes && parseJson(bytes));
  return parsed.success && parsed.data.at === at ? parsed.data : undefined;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
