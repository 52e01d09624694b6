/**
 * @file Keys from passphrases (scrypt, memory-hard) and keys from keys (HKDF).
 * scrypt rather than Argon2id because Electron's BoringSSL has no Argon2; the
 * parameters stand in the vault header, so that another function can follow.
 */
import { hkdfSync, scrypt as scryptAsync } from "node:crypto";
import { totalmem } from "node:os";
import { AppError } from "../../shared/errors.ts";

/** scrypt parameters: memory is 128 * N * r bytes. */
export interface ScryptParameters {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's smallest N for r = 8, p = 1 (Password Storage Cheat Sheet, 2026-08). */
export const scryptFloor = 2 ** 17;
const scryptCeiling = 2 ** 20;
const memoryCeiling = 2 ** 30;
/** A derivation may take this long: N is doubled while it stays below, so it takes more than half of it. */
const longestMs = 1_000;

/**
 * Refuse parameters outside floor and ceiling before any work: a low N would be a
 * downgrade slipped into the header, a huge one would exhaust the memory.
 *
 * @throws AppError `vault-parameters`
 */
export function checkScrypt({ N, r, p }: ScryptParameters, floor: number): void {
  const isPowerOfTwo = Number.isSafeInteger(N) && N > 1 && Number.isInteger(Math.log2(N));
  const isInRange = isPowerOfTwo && N >= floor && N <= scryptCeiling && r === 8 && p === 1;
  if (!isInRange || 128 * N * r > memoryCeiling) throw new AppError("vault-parameters");
}

/** Derive a 32-byte key off the main thread. The passphrase is normalised (NFKC), so that every keyboard's form of it fits. */
export function scrypt(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptParameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node's default limit is 32 MiB, a quarter of what the floor needs.
    const options = { N, r, p, maxmem: 128 * N * r * p + 2 ** 20 };
    scryptAsync(passphrase.normalize("NFKC"), salt, 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** The parameters for a new slot, measured on this machine. */
export async function calibrateScrypt(): Promise<ScryptParameters> {
  const started = performance.now();
  await scrypt("calibration", Buffer.alloc(16), { N: scryptFloor, r: 8, p: 1 });
  return affordableScrypt(performance.now() - started, totalmem());
}

/**
 * As much work as is done in 0.5 to 1 s, with at most an eighth of the memory, never below
 * the floor nor above the ceiling (security.md 3.1).
 *
 * @param floorMs how long a derivation at the floor takes here
 * @param memoryBytes of the machine
 */
export function affordableScrypt(floorMs: number, memoryBytes: number): ScryptParameters {
  const r = 8;
  let N = scryptFloor;
  const isAffordable = (next: number) =>
    next <= scryptCeiling && (floorMs * next) / scryptFloor <= longestMs && 128 * next * r <= memoryBytes / 8;
  while (isAffordable(N * 2)) N *= 2;
  return { N, r, p: 1 };
}

/** HKDF-SHA256: a 32-byte key for one purpose. */
export function hkdf(key: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, purpose, 32));
}
