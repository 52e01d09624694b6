/**
 * @file Slots of the VAULT file: each wraps the same data key under one secret.
 * A new passphrase rewraps one slot; the data stays as it is.
 */
import canonicalize from "canonicalize";
import { z } from "zod";
import { Instant, Line } from "../../shared/model/primitives.ts";
import { open, seal } from "../crypto/aead.ts";
import { identityIn, isRecipient, openAge, recipientOf, sealAge } from "../crypto/age.ts";
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
  /** Nobody has typed it back yet, so nobody may have kept it. */
  unconfirmed: z.literal(true).optional(),
  ...sealedKey,
});
/**
 * [Note: Escrow slot]
 *
 * `sealed` is wrapped under a random key as in every slot; that key lies in `key`, an age
 * file for the branch's recipient. age says nothing about who made a file, but recipient
 * and file are authenticated twice: by the slot, under the key inside, and with the whole
 * header under the data key. A recipient or a file that somebody swapped is noticed when
 * the vault is opened, and the branch's key opens nothing from it.
 */
const EscrowSlot = z.strictObject({
  type: z.literal("escrow"),
  kdf: z.strictObject({
    id: z.literal("age-x25519"),
    recipient: z.string().refine(isRecipient),
    key: z.base64().max(1000),
  }),
  /** As the one who set it up called the branch; shown, nothing more. */
  name: Line.optional(),
  addedAt: Instant,
  ...sealedKey,
});
/** Its key is random and lies in the system's key store, see electron/book/key-ring.ts. Never the only slot. */
const QuickSlot = z.strictObject({
  type: z.literal("quick"),
  kdf: z.strictObject({ id: z.literal("key-store"), salt: base64(16) }),
  ...sealedKey,
});
export const Slot = z.discriminatedUnion("type", [PassphraseSlot, RecoverySlot, EscrowSlot, QuickSlot]);
export type Slot = z.infer<typeof Slot>;

/** What a slot authenticates besides its own parameters. */
export interface VaultIdentity {
  readonly format: number;
  readonly suite: number;
  readonly vaultId: string;
}

/** What the user has: the passphrase; the printed recovery key as typed; the text that holds the branch's `AGE-SECRET-KEY-1...`; the key from the system's store. */
export type Secret =
  | { readonly passphrase: string }
  | { readonly recoveryKey: string }
  | { readonly escrowIdentity: string }
  | { readonly quickKey: Uint8Array };

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

export function recoverySlot(
  vault: VaultIdentity,
  recoveryKey: Uint8Array,
  dataKey: Uint8Array,
  isConfirmed: boolean,
): Slot {
  const salt = randomBytes(16);
  const kdf = { id: "hkdf-sha256", salt: salt.toString("base64") } as const;
  const wrapping = hkdf(recoveryKey, salt, "suitbook recovery");
  const wrapped = wrap(aadOf(vault, "recovery", kdf), wrapping, dataKey);
  return { type: "recovery", kdf, ...(isConfirmed ? {} : { unconfirmed: true }), ...wrapped };
}

export interface Escrow {
  /** `age1...`, X25519. */
  readonly recipient: string;
  readonly name?: string | undefined;
  readonly addedAt: string;
}

/** A slot that whoever holds the recipient's age identity can open. See [Note: Escrow slot]. */
export async function escrowSlot(vault: VaultIdentity, escrow: Escrow, dataKey: Uint8Array): Promise<Slot> {
  const { recipient, name, addedAt } = escrow;
  const wrapping = randomBytes(32);
  const key = (await collect(sealAge(once(wrapping), [recipient]))).toString("base64");
  const kdf = { id: "age-x25519", recipient, key } as const;
  const wrapped = wrap(aadOf(vault, "escrow", kdf), wrapping, dataKey);
  return { type: "escrow", kdf, ...(name === undefined ? {} : { name }), addedAt, ...wrapped };
}

/** @param quickKey 32 random bytes, to be kept in the system's key store */
export function quickSlot(vault: VaultIdentity, quickKey: Uint8Array, dataKey: Uint8Array): Slot {
  const salt = randomBytes(16);
  const kdf = { id: "key-store", salt: salt.toString("base64") } as const;
  const wrapping = hkdf(quickKey, salt, "suitbook quick unlock");
  return { type: "quick", kdf, ...wrap(aadOf(vault, "quick", kdf), wrapping, dataKey) };
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

/** Undefined when the slot is for another kind of secret, or the secret is none of its kind. */
async function wrappingKey(slot: Slot, secret: Secret, kdfFloor: number): Promise<Buffer | undefined> {
  switch (slot.type) {
    case "passphrase":
      if (!("passphrase" in secret)) return undefined;
      checkScrypt(slot.kdf, kdfFloor);
      return scrypt(secret.passphrase, Buffer.from(slot.kdf.salt, "base64"), slot.kdf);
    case "recovery": {
      const recoveryKey = "recoveryKey" in secret ? parseRecoveryKey(secret.recoveryKey) : undefined;
      return recoveryKey && hkdf(recoveryKey, Buffer.from(slot.kdf.salt, "base64"), "suitbook recovery");
    }
    case "escrow":
      return "escrowIdentity" in secret ? escrowedKey(slot.kdf, secret.escrowIdentity) : undefined;
    case "quick":
      if (!("quickKey" in secret)) return undefined;
      return hkdf(secret.quickKey, Buffer.from(slot.kdf.salt, "base64"), "suitbook quick unlock");
  }
}

/** Whatever the file is or holds, what it gives has to open the slot. */
async function escrowedKey(
  { recipient, key }: Extract<Slot, { type: "escrow" }>["kdf"],
  text: string,
): Promise<Buffer | undefined> {
  const identity = identityIn(text);
  try {
    if (identity === undefined || (await recipientOf(identity)) !== recipient) return undefined;
    return await collect(openAge(once(Buffer.from(key, "base64")), [identity]));
  } catch {
    return undefined;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
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
