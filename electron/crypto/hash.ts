/** @file SHA-2, its keyed form, and the only comparison allowed for anything secret. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  return digest("sha256", parts);
}

export function sha512(...parts: readonly (Uint8Array | string)[]): Buffer {
  return digest("sha512", parts);
}

export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Equal bytes, compared in time that depends on the length alone. Different lengths are unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function digest(name: "sha256" | "sha512", parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
