/** @file WebP files as a sequence of RIFF chunks (RFC 9649): measured and cleaned. Pure. */
import { AppError } from "../../shared/errors.ts";
import { orientationOf, orientationOnly } from "./orientation.ts";
import type { Size } from "./size.ts";

const headBytes = 12;
const exifFlag = 0x08;
const xmpFlag = 0x04;

/** Pixels, transparency, animation, colour profile. */
const needed: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);

interface Chunk {
  readonly name: string;
  /** With name, length and padding. */
  readonly bytes: Buffer;
  readonly content: Buffer;
}

export function measureWebp(bytes: Buffer): Size {
  const [first] = chunksOf(bytes);
  if (first === undefined) throw new AppError("attachment-picture");
  const { name, content } = first;
  if (name === "VP8X" && content.length >= 10) {
    return { width: 1 + content.readUIntLE(4, 3), height: 1 + content.readUIntLE(7, 3) };
  }
  if (name === "VP8L" && content.length >= 5 && content[0] === 0x2f) {
    const bits = content.readUInt32LE(1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (name === "VP8 " && content.length >= 10 && content.toString("hex", 3, 6) === "9d012a") {
    return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
  }
  throw new AppError("attachment-picture");
}

export function stripWebp(bytes: Buffer): Buffer {
  const chunks = [...chunksOf(bytes)];
  const exif = chunks.find(({ name }) => name === "EXIF")?.content;
  const orientation = exif === undefined ? 1 : orientationOf(tiffOf(exif));
  const kept = chunks.flatMap(({ name, bytes: chunk }) => {
    if (name === "VP8X") return [withFlags(chunk, orientation)];
    if (name === "EXIF" && orientation !== 1) return [riffChunk("EXIF", orientationOnly(orientation))];
    return needed.has(name) ? [chunk] : [];
  });
  return riff(Buffer.concat(kept));
}

function withFlags(chunk: Buffer, orientation: number): Buffer {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(8) & ~(xmpFlag | (orientation === 1 ? exifFlag : 0)), 8);
  return copy;
}

/** Some writers put JPEG's prefix before the Exif data. */
function tiffOf(exif: Buffer): Buffer {
  return exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
}

/** @throws AppError `attachment-picture` where the file is shorter than it says */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new AppError("attachment-picture");
  let at = headBytes;
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end) throw new AppError("attachment-picture");
    const name = bytes.toString("latin1", at, at + 4);
    yield { name, bytes: bytes.subarray(at, next), content: bytes.subarray(at + 8, at + 8 + length) };
    at = next;
  }
}

function riffChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function riff(chunks: Buffer): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(4 + chunks.length, 4);
  head.write("WEBP", 8, "latin1");
  return Buffer.concat([head, chunks]);
}
