/**
 * @file The head of a segment, a snapshot or a recording under way: which file this is, where in the chain
 * it begins, and the salt of its key. Pure.
 *
 *     magic 8 | suite u8, 0 0 0 | gen u32 | seq u64 | tag 16 | salt 32 | commitment 32
 *
 * The commitment is an HMAC over the rest, under a key made from the data key and the
 * salt: it proves the head and binds the file to one key before any frame is opened.
 * A segment's (seq, tag) is the last frame before it; a snapshot's is the last frame in it.
 * A recording is a chain of its own, from nothing.
 */
import { tagBytes } from "../crypto/aead.ts";
import { equalBytes, hmacSha256 } from "../crypto/hash.ts";
import { randomBytes } from "../crypto/random.ts";
import type { ChainPoint } from "./frame.ts";
import { saltBytes, type VaultKeys } from "./keys.ts";

export type SealedKind = "segment" | "snapshot" | "recording";

const magics = {
  segment: Buffer.from("SBSEGM\r\n", "latin1"),
  snapshot: Buffer.from("SBSNAP\r\n", "latin1"),
  recording: Buffer.from("SBRECD\r\n", "latin1"),
};
const suite = 1;
const commitBytes = 32;
const saltAt = 40;
const commitAt = saltAt + saltBytes;
export const fileHeadBytes = commitAt + commitBytes;

export interface FileHead {
  /** Counts the files of a kind, from 1. */
  readonly gen: number;
  readonly previous: ChainPoint;
  /** Seals this file's frames, and nothing else ever. */
  readonly key: Buffer;
}

/** A new file's head under a fresh salt, and its bytes. */
export function makeFileHead(
  kind: SealedKind,
  keys: VaultKeys,
  gen: number,
  previous: ChainPoint,
): { head: FileHead; bytes: Buffer } {
  const salt = randomBytes(saltBytes);
  const bytes = Buffer.alloc(fileHeadBytes);
  magics[kind].copy(bytes);
  bytes.writeUInt8(suite, 8);
  bytes.writeUInt32BE(gen, 12);
  bytes.writeBigUInt64BE(BigInt(previous.seq), 16);
  bytes.set(previous.tag, 24);
  salt.copy(bytes, saltAt);
  commitment(kind, keys, bytes).copy(bytes, commitAt);
  return { head: { gen, previous, key: keys.derive(kind, salt) }, bytes };
}

/** The head at the start of `bytes`, or undefined when it is damaged, of another kind or another vault's. */
export function readFileHead(kind: SealedKind, keys: Pick<VaultKeys, "derive">, bytes: Buffer): FileHead | undefined {
  if (bytes.length < fileHeadBytes || !bytes.subarray(0, 8).equals(magics[kind])) return undefined;
  if (!equalBytes(commitment(kind, keys, bytes), bytes.subarray(commitAt, fileHeadBytes))) return undefined;
  if (bytes.readUInt32BE(8) !== suite << 24) return undefined;
  return {
    gen: bytes.readUInt32BE(12),
    previous: { seq: Number(bytes.readBigUInt64BE(16)), tag: Buffer.from(bytes.subarray(24, 24 + tagBytes)) },
    key: keys.derive(kind, bytes.subarray(saltAt, commitAt)),
  };
}

function commitment(kind: SealedKind, keys: Pick<VaultKeys, "derive">, bytes: Buffer): Buffer {
  const key = keys.derive(`${kind} commit`, bytes.subarray(saltAt, commitAt));
  const commit = hmacSha256(key, bytes.subarray(0, commitAt));
  key.fill(0);
  return commit;
}
