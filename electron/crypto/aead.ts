/**
 * @file AES-256-GCM, the one cipher of the vault (Electron's BoringSSL has no
 * ChaCha20-Poly1305). Every key is used for one file only and every nonce is a
 * counter in it; the audit below lets a test prove that over a whole run.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { sha256 } from "./hash.ts";

export const tagBytes = 16;

/** Hears of every seal: an id of the key (not the key) and the nonce, as hex. */
export type NonceAudit = (keyId: string, nonce: string) => void;

let audit: NonceAudit | undefined;

/** Tests only: watch every seal of this process; undefined stops watching. */
export function auditNonces(listener: NonceAudit | undefined): void {
  audit = listener;
}

/** Seal `plaintext`: ciphertext, then the 16-byte tag. The caller vouches that key and nonce never met before. */
export function seal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Buffer {
  audit?.(sha256(key).toString("hex", 0, 8), Buffer.from(nonce).toString("hex"));
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Open what {@link seal} made. Undefined when anything about it is not as it was sealed. */
export function open(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const split = sealed.length - tagBytes;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(split));
  const plaintext = decipher.update(sealed.subarray(0, split));
  try {
    decipher.final();
  } catch {
    // The one failure here is a tag that does not fit.
    plaintext.fill(0);
    return undefined;
  }
  return plaintext;
}
