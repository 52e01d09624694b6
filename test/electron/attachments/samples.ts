/** @file Small files of every type an attachment may have, built byte by byte. */

import { crc32 } from "node:zlib";

/** A PDF as far as anyone looks before showing it. */
export function pdf(bytes: number): Buffer {
  const file = Buffer.alloc(bytes, "0 1 2 3 4 5 6 7 8 9 obj endobj ");
  file.write("%PDF-1.7\n", 0, "latin1");
  for (let at = 16; at + 4 < bytes; at += 997) file.writeUInt32BE(at, at);
  return file;
}

/** The start of what the browser's recorder writes, and then `bytes` of sound. */
export function webm(bytes: number): Buffer {
  const head = Buffer.from(
    "1a45dfa3a34286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff",
    "hex",
  );
  const track = Buffer.from("A_OPUS", "latin1");
  const sound = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at++) sound[at] = (at * 31) % 251;
  return Buffer.concat([head, track, sound]);
}

function segment(marker: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content as string, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

export interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  /** Segments between the start and the frame. */
  readonly extra?: readonly Buffer[];
}

/** The compressed pixels: stuffed zeros and a restart marker included. */
export const scanData = Buffer.from("12ff0034ffd056ff00ff00789abc", "hex");

export const jpegSegment = segment;

export function jpeg({ width = 640, height = 480, extra = [] }: JpegParts = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from("ffd8", "hex"),
    segment(0xe0, "JFIF\0\x01\x01\0\0\x48\0\x48\0\0"),
    ...extra,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xda, "\x01\x01\0\0\x3f\0"),
    scanData,
    Buffer.from("ffd9", "hex"),
  ]);
}

/** Stands for everything a picture should not tell. */
export const placeText = "GPS 31.2304N 121.4737E";

/** Little-endian Exif data with an orientation and, behind it, a place. */
export function exifWithPlace(orientation: number): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x8825, 10); // the pointer to the place
  tiff.writeUInt16LE(4, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt32LE(38, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  return Buffer.concat([tiff, Buffer.from(placeText)]);
}

export function pngChunk(name: string, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content as string, "latin1");
  const chunk = Buffer.alloc(12 + bytes.length);
  chunk.writeUInt32BE(bytes.length, 0);
  chunk.write(name, 4, "latin1");
  bytes.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + bytes.length)), 8 + bytes.length);
  return chunk;
}

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  /** Chunks between the header and the pixels. */
  readonly extra?: readonly Buffer[];
  readonly pixels?: Buffer;
}

export function png({ width = 640, height = 480, extra = [], pixels = pngChunk("IDAT", "x") }: PngParts = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, pngChunk("IHDR", header), ...extra, pixels, pngChunk("IEND", "")]);
}

export function webpChunk(name: string, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content as string, "latin1");
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}

export function webp(...chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}
