/** @file PNG files as a sequence of chunks (PNG third edition, 5 and 11): measured and cleaned. Pure. */
import { crc32 } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import { orientationOf, orientationOnly } from "./orientation.ts";
import type { Size } from "./size.ts";

const signatureBytes = 8;

/** What decoding and true colours need, animation included; all other chunks tell something else. */
const needed: ReadonlySet<string> = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT"],
  ...["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "sPLT", "hIST"],
]);

interface Chunk {
  readonly name: string;
  /** With length, name and checksum. */
  readonly bytes: Buffer;
  readonly content: Buffer;
}

export function measurePng(bytes: Buffer): Size {
  for (const { name, content } of chunksOf(bytes)) {
    if (name !== "IHDR" || content.length !== 13) break;
    return { width: content.readUInt32BE(0), height: content.readUInt32BE(4) };
  }
  throw new AppError("attachment-picture");
}

export function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, signatureBytes)];
  for (const { name, bytes: chunk, content } of chunksOf(bytes)) {
    if (needed.has(name)) kept.push(chunk);
    else if (name === "eXIf" && orientationOf(content) !== 1) kept.push(exifChunk(orientationOf(content)));
  }
  return Buffer.concat(kept);
}

/** Up to the end chunk. @throws AppError `attachment-picture` where the file ends before it */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  let at = signatureBytes;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const name = bytes.toString("latin1", at + 4, at + 8);
    yield { name, bytes: bytes.subarray(at, end), content: bytes.subarray(at + 8, end - 4) };
    if (name === "IEND") return;
    at = end;
  }
  throw new AppError("attachment-picture");
}

function exifChunk(orientation: number): Buffer {
  const content = orientationOnly(orientation);
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write("eXIf", 4, "latin1");
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}
