/**
 * @file The VAULT file: what can be read without a key (id, label, creation), and
 * one slot per secret that opens the vault. Kept twice, as VAULT and VAULT.prev.
 *
 * [Note: Wrong secret or damaged file]
 *
 * `sum` is a plain hash over the whole file. Where it does not fit, the file is
 * damaged, whatever the slots say; where it fits and a slot does not open, the
 * secret is wrong. Against someone who alters the file and its sum on purpose stand
 * the slot's own authentication and `mac`, which only the data key can make.
 *
 * [Note: Two copies of the header]
 *
 * Both copies are written at creation and at every change, one after the other, each
 * by {@link replaceFile}. VAULT.prev is the earlier header only while VAULT is being
 * replaced: were it kept longer, an old passphrase would go on opening the vault.
 */
import path from "node:path";
import canonicalize from "canonicalize";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { Instant, Line } from "../../shared/model/primitives.ts";
import { equalBytes, hmacSha256, sha256 } from "../crypto/hash.ts";
import { type Disk, readIfThere, replaceFile } from "./disk.ts";
import type { VaultKeys } from "./keys.ts";
import { canonicalBytes, Slot, type VaultIdentity } from "./slots.ts";

export const headerFile = "VAULT";
const headerSpare = "VAULT.prev";
const format = 1;
/** Suite 1: scrypt, HKDF-SHA256, AES-256-GCM, HMAC-SHA256. */
const suite = 1;

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);

export const VaultHeader = z.strictObject({
  format: z.literal(format),
  suite: z.literal(suite),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  label: Line,
  createdAt: Instant,
  slots: z.array(Slot).min(1).max(8),
  /** Set while the data key is being replaced; see [Note: Replacing the data key]. */
  rotation: z
    .discriminatedUnion("step", [
      /** The files are being sealed anew, beside; these slots, which hold the new key, will take over. */
      z.strictObject({ step: z.literal("sealing"), slots: z.array(Slot).min(1).max(8) }),
      /** The slots hold the new key already; the files sealed beside are taking their places. */
      z.strictObject({ step: z.literal("placing") }),
    ])
    .optional(),
  mac: Hex32,
});
export type VaultHeader = z.infer<typeof VaultHeader>;
export type HeaderContent = Pick<VaultHeader, "vaultId" | "label" | "createdAt" | "slots" | "rotation">;

/** A header with this content, authenticated under the data key. */
export function composeHeader(
  { vaultId, label, createdAt, slots, rotation }: HeaderContent,
  keys: VaultKeys,
): VaultHeader {
  const about = { vaultId, label, createdAt, slots, ...(rotation === undefined ? {} : { rotation }) };
  const content: Omit<VaultHeader, "mac"> = { format, suite, ...about };
  return { ...content, mac: macOf(content, keys).toString("hex") };
}

export function identityOf(vaultId: string): VaultIdentity {
  return { format, suite, vaultId };
}

/** Whether everything in the header is as the holder of the data key left it. */
export function isAuthentic({ mac, ...content }: VaultHeader, keys: Pick<VaultKeys, "derive">): boolean {
  return equalBytes(Buffer.from(mac, "hex"), macOf(content, keys));
}

function macOf(content: Omit<VaultHeader, "mac">, keys: Pick<VaultKeys, "derive">): Buffer {
  const key = keys.derive("header", Buffer.alloc(0));
  const mac = hmacSha256(key, canonicalBytes(content));
  key.fill(0);
  return mac;
}

export async function writeHeader(disk: Disk, dir: string, header: VaultHeader): Promise<void> {
  const bytes = encodeHeader(header);
  await replaceFile(disk, path.join(dir, headerFile), bytes);
  await replaceFile(disk, path.join(dir, headerSpare), bytes);
}

function encodeHeader(header: VaultHeader): Buffer {
  const sum = sha256(canonicalBytes(header)).toString("hex");
  return asLine({ ...header, sum });
}

function asLine(content: unknown): Buffer {
  return Buffer.concat([canonicalBytes(content), Buffer.from("\n")]);
}

export interface FoundHeader {
  readonly header: VaultHeader;
  /** False when one of the two copies is missing or damaged. */
  readonly isWhole: boolean;
}

/**
 * The header, from whichever copy is sound.
 *
 * @throws AppError `vault-missing`, `vault-damaged`, `vault-newer`
 */
export async function readHeader(dir: string): Promise<FoundHeader> {
  const [main, spare] = await Promise.all([headerFile, headerSpare].map((name) => readIfThere(path.join(dir, name))));
  if (main === undefined && spare === undefined) throw new AppError("vault-missing");
  const headers = [main, spare].map((bytes) => bytes && decodeHeader(bytes));
  const header = headers[0] ?? headers[1];
  if (header === undefined) throw new AppError("vault-damaged", { file: headerFile });
  // A sound spare that differs is one that a crash left unreplaced.
  const isWhole = canonicalize(headers[0]) === canonicalize(headers[1]);
  return { header, isWhole };
}

/**
 * Undefined when damaged.
 *
 * @throws AppError `vault-newer` when it is sound, but of a kind this version lacks
 */
export function decodeHeader(bytes: Uint8Array): VaultHeader | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const sealed = z.looseObject({ format: z.int(), suite: z.int(), sum: Hex32 }).safeParse(raw);
  if (!sealed.success) return undefined;
  const { sum, ...content } = sealed.data;
  // Every byte as it was written: a copy that lacks only its last one is damaged too.
  if (sha256(canonicalBytes(content)).toString("hex") !== sum || !asLine(raw).equals(bytes)) return undefined;
  if (content.format > format || content.suite !== suite) throw new AppError("vault-newer");
  const header = VaultHeader.safeParse(content);
  return header.success ? header.data : undefined;
}
