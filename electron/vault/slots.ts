/**
 * @file Slots of the VAULT file: each wraps the same data key under one secret.
 * A new passphrase rewraps one slot; the data stays as it is.
 */
import canonicalize from "canonicalize";
import { z } from "zod";
import { open, seal } from "../crypto/aead.ts";
import { equalBytes, hmacSha256 } from "../crypto/hash.ts";
import { checkScrypt, hkdf, type ScryptParameters, scrypt } from "../crypto/kdf.ts";
import { randomBytes } from "../crypto/random.ts";
import { dataKeyBytes } from "./keys.ts";
import { parseRecoveryKey } from "./recovery-key.ts";

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, "base64").length === bytes, `${bytes} bytes`);
const sealedKey = { nonce: base64(12), sealed: base64(dataKeyBytes + 16), commit: base64(32) };

const PassphraseSlot = z.strictObject({
  type: z.literal("passphrase"),
  kdf: z.strictObject({ id: z.literal("scrypt"), N: z.int(), r: z.int(), p: z.int(), salt: base64(16) }),
  ...sealedKey,
});
/** The recovery key is random as it is, so HKDF will do. */
const RecoverySlot = z.strictObject({
  type: z.literal("recovery"),
  kdf: z.strictObject({ id: z.literal("hkdf-sha256"), salt: base64(16) }),
  ...sealedKey,
});
export const Slot = z.discriminatedUnion("type", [PassphraseSlot, RecoverySlot]);
export type Slot = z.infer<typeof Slot>;

/** What a slot authenticates besides its own parameters. */
export interface VaultIdentity {
  readonly format: number;
  readonly suite: number;
  readonly vaultId: string;
}

/** What the user has: the passphrase, or the printed recovery key as typed. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

export async function passphraseSlot(
  vault: VaultIdentity,
  passphrase: string,
  parameters: ScryptParameters,
  dataKey: Uint8Array,
): Promise<Slot> {
  const { N, r, p } = parameters;
  const salt = randomBytes(16);
  const wrapping = await scrypt(passphrase, salt, parameters);
  const kdf = { id: "scrypt", N, r, p, salt: salt.toString("base64") } as const;
  return { type: "passphrase", kdf, ...wrap(aadOf(vault, "passphrase", kdf), wrapping, dataKey) };
}

export function recoverySlot(vault: VaultIdentity, recoveryKey: Uint8Array, dataKey: Uint8Array): Slot {
  const salt = randomBytes(16);
  const kdf = { id: "hkdf-sha256", salt: salt.toString("base64") } as const;
  const wrapping = hkdf(recoveryKey, salt, "suitbook recovery");
  return { type: "recovery", kdf, ...wrap(aadOf(vault, "recovery", kdf), wrapping, dataKey) };
}

/**
 * The data key, or undefined when this secret is not the one.
 *
 * @throws AppError `vault-parameters` before deriving anything
 */
export async function openSlots(
  vault: VaultIdentity,
  slots: readonly Slot[],
  secret: Secret,
  kdfFloor: number,
): Promise<Buffer | undefined> {
  for (const slot of slots) {
    const wrapping = await wrappingKey(slot, secret, kdfFloor);
    const dataKey = wrapping && unwrap(slot, aadOf(vault, slot.type, slot.kdf), wrapping);
    if (dataKey !== undefined) return dataKey;
  }
  return undefined;
}

/** Undefined when the slot is for another kind of secret, or the recovery key is mistyped. */
async function wrappingKey(slot: Slot, secret: Secret, kdfFloor: number): Promise<Buffer | undefined> {
  const salt = Buffer.from(slot.kdf.salt, "base64");
  if (slot.type === "passphrase") {
    if (!("passphrase" in secret)) return undefined;
    checkScrypt(slot.kdf, kdfFloor);
    return scrypt(secret.passphrase, salt, slot.kdf);
  }
  const recoveryKey = "recoveryKey" in secret ? parseRecoveryKey(secret.recoveryKey) : undefined;
  return recoveryKey && hkdf(recoveryKey, salt, "suitbook recovery");
}

function aadOf(vault: VaultIdentity, type: Slot["type"], kdf: Slot["kdf"]): Buffer {
  const { format, suite, vaultId } = vault;
  return canonicalBytes({ format, suite, vaultId, type, kdf });
}

/** RFC 8785: the same bytes for the same content, however it was built. */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalize(value) ?? "", "utf8");
}

function wrap(aad: Buffer, wrapping: Buffer, dataKey: Uint8Array): Pick<Slot, "nonce" | "sealed" | "commit"> {
  const { sealing, commit } = slotKeys(wrapping, aad);
  const nonce = randomBytes(12);
  const sealed = seal(sealing, nonce, aad, dataKey);
  return { nonce: nonce.toString("base64"), sealed: sealed.toString("base64"), commit: commit.toString("base64") };
}

/** The commitment first: AES-GCM alone would let one ciphertext open under several keys. */
function unwrap(slot: Slot, aad: Buffer, wrapping: Buffer): Buffer | undefined {
  const { sealing, commit } = slotKeys(wrapping, aad);
  if (!equalBytes(commit, Buffer.from(slot.commit, "base64"))) return undefined;
  return open(sealing, Buffer.from(slot.nonce, "base64"), aad, Buffer.from(slot.sealed, "base64"));
}

function slotKeys(wrapping: Buffer, aad: Buffer): { sealing: Buffer; commit: Buffer } {
  const nothing = Buffer.alloc(0);
  const sealing = hkdf(wrapping, nothing, "suitbook slot seal");
  const commit = hmacSha256(hkdf(wrapping, nothing, "suitbook slot commit"), aad);
  wrapping.fill(0);
  return { sealing, commit };
}
