/**
 * @file This device's own keys and names, as packages and cards need them. Reads
 * the vault each time: a name may change while it is open.
 */

import { Identity, Profile } from "../../shared/model/office.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import { fingerprintText } from "../../shared/package/card.ts";
import type { Sender } from "../../shared/package/manifest.ts";
import { recipientOf } from "../crypto/age.ts";
import { sha256 } from "../crypto/hash.ts";
import { publicKeyOf } from "../crypto/sign.ts";
import type { Vault } from "../vault/vault.ts";

export interface OwnIdentity {
  readonly device: DeviceId;
  /** Ed25519 seed, 32 bytes. */
  readonly seed: Uint8Array;
  /** Ed25519 public key, base64. */
  readonly verifyKey: string;
  readonly keyId: string;
  /** `AGE-SECRET-KEY-1...` */
  readonly ageIdentity: string;
  /** `age1...` */
  readonly recipient: string;
  readonly recipientKeyId: string;
  readonly fingerprint: string;
  readonly profile: Profile;
}

/** @throws Error when the vault holds no identity for `device`: it was not founded. */
export async function ownIdentity(vault: Pick<Vault, "rows">, device: DeviceId): Promise<OwnIdentity> {
  const { actor, signingKey, ageIdentity } = Identity.parse(vault.rows("identity").get(device));
  const seed = Buffer.from(signingKey, "base64");
  const verifyKey = publicKeyOf(seed).toString("base64");
  const recipient = await recipientOf(ageIdentity);
  return {
    device,
    seed,
    verifyKey,
    keyId: keyIdOf(verifyKey),
    ageIdentity,
    recipient,
    recipientKeyId: recipientKeyIdOf(recipient),
    fingerprint: fingerprintOf(verifyKey, recipient),
    profile: Profile.parse(vault.rows("profile").get(actor)),
  };
}

export function senderOf({ device, profile, recipient }: OwnIdentity): Sender {
  const { id: actor, name, role, branch } = profile;
  return { device, actor: actor as Sender["actor"], name, role, recipient, ...(branch !== undefined && { branch }) };
}

/** Names a signing key in manifests, and the peer record of its holder. @param verifyKey base64. */
export function keyIdOf(verifyKey: string): string {
  return sha256(Buffer.from(verifyKey, "base64")).toString("hex");
}

/** Names an age recipient in manifests: `printf age1... | sha256sum`. */
export function recipientKeyIdOf(recipient: string): string {
  return sha256(recipient).toString("hex");
}

/** What two people compare: both public keys in sixteen digits. */
export function fingerprintOf(verifyKey: string, recipient: string): string {
  return fingerprintText(sha256(Buffer.from(verifyKey, "base64"), recipient).toString("hex"));
}
