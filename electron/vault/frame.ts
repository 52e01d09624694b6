/**
 * @file One frame of a sealed file, as bytes, and the walk over all of them. Pure.
 *
 * [Note: Frames]
 *
 *     magic u32 | length u32 | seq u64 | unsynced u32 | crc32 of these u32 | ciphertext | tag 16
 *
 * AES-256-GCM under the file's own key; nonce = 0^4 || seq; associated data = the
 * header and the previous frame's tag. So a frame opens only in its place in the
 * chain: altered, moved, repeated, dropped or borrowed frames do not.
 *
 * [Note: Torn or damaged]
 *
 * `unsynced` says how many frames, this one included, were not yet known to be on
 * the disk when it was written: one append alone says 1, the third of a group 3. So a
 * frame proves that everything up to `seq - unsynced` had been acknowledged. Where
 * the chain breaks, a later frame that opens is damage if it proves that the missing
 * ones had been acknowledged; if not, they are the rest of one interrupted group, of
 * which a power cut may keep any part. Nobody was told that group was saved.
 */
import { crc32 } from "node:zlib";
import { open, seal, tagBytes } from "../crypto/aead.ts";

export const frameHeaderBytes = 24;
const magic = Buffer.from("SBF1", "latin1");

/** A place in the chain: the last frame's number and tag. */
export interface ChainPoint {
  readonly seq: number;
  readonly tag: Uint8Array;
}

export interface Frame extends ChainPoint {
  readonly unsynced: number;
  readonly plaintext: Buffer;
  /** Offset of the byte after the frame. */
  readonly end: number;
}

/** The next frame of the chain, ready to be written. */
export function sealFrame(key: Uint8Array, previous: ChainPoint, plaintext: Uint8Array, unsynced: number): Buffer {
  const seq = previous.seq + 1;
  const header = Buffer.alloc(frameHeaderBytes);
  magic.copy(header);
  header.writeUInt32BE(plaintext.length, 4);
  header.writeBigUInt64BE(BigInt(seq), 8);
  header.writeUInt32BE(unsynced, 16);
  header.writeUInt32BE(crc32(header.subarray(0, 20)), 20);
  return Buffer.concat([header, seal(key, nonceOf(seq), Buffer.concat([header, previous.tag]), plaintext)]);
}

/** The tag of a frame's bytes: what the next one is chained to. */
export function tagOf(frame: Buffer): Buffer {
  return frame.subarray(frame.length - tagBytes);
}

/** What a frame's header says, before anything of it is proven. Undefined when these bytes are no header. */
export function readFrameHeader(
  bytes: Buffer,
  offset: number,
): { seq: number; unsynced: number; frameBytes: number } | undefined {
  if (offset + frameHeaderBytes > bytes.length) return undefined;
  const header = bytes.subarray(offset, offset + frameHeaderBytes);
  if (!header.subarray(0, 4).equals(magic)) return undefined;
  if (header.readUInt32BE(20) !== crc32(header.subarray(0, 20))) return undefined;
  const frameBytes = frameHeaderBytes + header.readUInt32BE(4) + tagBytes;
  return { seq: Number(header.readBigUInt64BE(8)), unsynced: header.readUInt32BE(16), frameBytes };
}

/** The frame at `offset`, if it is whole and follows a frame with `previousTag`. */
export function openFrame(key: Uint8Array, bytes: Buffer, offset: number, previousTag: Uint8Array): Frame | undefined {
  const header = readFrameHeader(bytes, offset);
  if (header === undefined || offset + header.frameBytes > bytes.length) return undefined;
  const end = offset + header.frameBytes;
  const aad = Buffer.concat([bytes.subarray(offset, offset + frameHeaderBytes), previousTag]);
  const plaintext = open(key, nonceOf(header.seq), aad, bytes.subarray(offset + frameHeaderBytes, end));
  if (plaintext === undefined) return undefined;
  return { seq: header.seq, unsynced: header.unsynced, plaintext, end, tag: bytes.subarray(end - tagBytes, end) };
}

/** A place where the chain breaks; what follows it opens, but was not reached in order. */
export interface Break {
  readonly brokenAt: number;
}

/**
 * Every frame that opens, in the order of the bytes, with a {@link Break} wherever the
 * chain does not hold. After the last frame of a sound file comes nothing.
 */
export function* walkFrames(
  key: Uint8Array,
  bytes: Buffer,
  start: number,
  previous: ChainPoint,
): Generator<Frame | Break, void> {
  let offset = start;
  let last = previous;
  while (offset < bytes.length) {
    let frame = openFrame(key, bytes, offset, last.tag);
    if (frame === undefined || frame.seq !== last.seq + 1) {
      yield { brokenAt: offset };
      frame = findFrame(key, bytes, offset, last.tag);
      if (frame === undefined) return;
    }
    yield frame;
    offset = frame.end;
    last = frame;
  }
}

/** The next frame after damage: chained to the bytes right before it, or, where bytes were put in between, to the last good frame. */
function findFrame(key: Uint8Array, bytes: Buffer, from: number, lastTag: Uint8Array): Frame | undefined {
  for (let offset = bytes.indexOf(magic, from); offset >= 0; offset = bytes.indexOf(magic, offset + 1)) {
    if (readFrameHeader(bytes, offset) === undefined) continue;
    const tagBefore = bytes.subarray(Math.max(0, offset - tagBytes), offset);
    const frame = openFrame(key, bytes, offset, tagBefore) ?? openFrame(key, bytes, offset, lastTag);
    if (frame !== undefined) return frame;
  }
  return undefined;
}

function nonceOf(seq: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(seq), 4);
  return nonce;
}
