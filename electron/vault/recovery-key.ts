/**
 * @file The recovery key as people print, read out and type it: Crockford's base32
 * (no I, L, O, U), 13 groups of 4 for the 256-bit key and a 14th group that catches
 * a mistyped one before anything is tried.
 */
import { sha256 } from "../crypto/hash.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const keyBytes = 32;
const keySymbols = 52; // 260 bits: the key and four zero bits
const checkSymbols = 4;

/** `XXXX-XXXX-...`, 14 groups. */
export function formatRecoveryKey(key: Uint8Array): string {
  const symbols = encode(key, keySymbols) + checkOf(key);
  return (symbols.match(/.{4}/g) ?? []).join("-");
}

/**
 * The key in a typed text, or undefined when it is mistyped. Tolerates any case,
 * full-width forms, spaces and dashes, O for 0, I and L for 1.
 */
export function parseRecoveryKey(text: string): Buffer | undefined {
  const symbols = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (symbols.length !== keySymbols + checkSymbols) return undefined;
  const key = decode(symbols.slice(0, keySymbols));
  return key !== undefined && checkOf(key) === symbols.slice(keySymbols) ? key : undefined;
}

function checkOf(key: Uint8Array): string {
  return encode(sha256("suitbook recovery key", key), checkSymbols);
}

/** The first `count * 5` bits, padded with zero bits. */
function encode(bytes: Uint8Array, count: number): string {
  let symbols = "";
  for (let i = 0; i < count; i++) {
    let value = 0;
    for (let bit = i * 5; bit < i * 5 + 5; bit++) value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    symbols += alphabet[value];
  }
  return symbols;
}

function decode(symbols: string): Buffer | undefined {
  const bytes = Buffer.alloc(keyBytes);
  for (let i = 0; i < symbols.length; i++) {
    const value = alphabet.indexOf(symbols[i] ?? "");
    if (value < 0) return undefined;
    for (let j = 0; j < 5; j++) {
      const bit = i * 5 + j;
      const isSet = (value >> (4 - j)) & 1;
      if (isSet && bit >= keyBytes * 8) return undefined;
      if (isSet) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (7 - (bit & 7)));
    }
  }
  return bytes;
}
