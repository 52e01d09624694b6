/** @file Stands in for the system's key store, which no test machine has. */
import type { KeyStore } from "../../../electron/book/key-ring.ts";

/** A store whose protection is a number added to every byte. */
export function storeNamed(name: string | undefined, shift = 1, isStale = false): KeyStore {
  const turn = (bytes: Uint8Array, by: number) => Buffer.from(bytes).map((byte) => (byte + by) & 255);
  return {
    backend: async () => name,
    protect: async (text) => turn(Buffer.from(text), shift),
    reveal: async (bytes) => ({ text: Buffer.from(turn(bytes, -shift)).toString(), isStale }),
  };
}
