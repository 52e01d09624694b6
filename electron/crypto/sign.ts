/** @file Ed25519 over raw 32-byte seeds and public keys, as they stand in identity cards and SSH signatures. */
import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from "node:crypto";

/** RFC 8410: what precedes a seed in PKCS #8 and a public key in SPKI. */
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** The 32-byte public key of a 32-byte seed. */
export function publicKeyOf(seed: Uint8Array): Buffer {
  const spki = createPublicKey(privateKey(seed)).export({ format: "der", type: "spki" });
  return Buffer.from(spki.subarray(spkiPrefix.length));
}

/** The 64-byte signature of `message`. Deterministic. */
export function sign(seed: Uint8Array, message: Uint8Array): Buffer {
  return signBytes(null, message, privateKey(seed));
}

/** Whether `signature` is the holder's of `publicKey`. False, never an error, for anything malformed. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: "der", type: "spki" });
    return verifyBytes(null, message, key, signature);
  } catch {
    return false;
  }
}

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new Error("an Ed25519 seed has 32 bytes");
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: "der", type: "pkcs8" });
}
