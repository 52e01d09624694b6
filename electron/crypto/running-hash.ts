/** @file SHA-256 of bytes as they pass by, for what is too large to hold at once. */
import { createHash } from "node:crypto";

export interface RunningHash {
  add(bytes: Uint8Array): void;
  /** Bytes added so far. */
  readonly size: number;
  /** SHA-256 of everything added, hex. Call once, at the end. */
  hex(): string;
}

export function runningSha256(): RunningHash {
  const hash = createHash("sha256");
  let size = 0;
  return {
    add(bytes) {
      hash.update(bytes);
      size += bytes.length;
    },
    get size() {
      return size;
    },
    hex: () => hash.digest("hex"),
  };
}
