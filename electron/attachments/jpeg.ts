/** @file JPEG files as a sequence of segments and scans (ITU-T T.81 annex B): measured and cleaned. Pure. */
import { AppError } from "../../shared/errors.ts";
import { orientationOf, orientationOnly } from "./orientation.ts";
import type { Size } from "./size.ts";

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
const app0 = 0xe0;
const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;
const app15 = 0xef;
const exif = "Exif\0\0";

/** A marker and everything that belongs to it; after a start of scan that includes the compressed pixels. */
interface Part {
  readonly marker: number;
  readonly bytes: Buffer;
  /** Without marker and length. */
  readonly content: Buffer;
}

export function measureJpeg(bytes: Buffer): Size {
  for (const { marker, content } of partsOf(bytes)) {
    if (!isStartOfFrame(marker)) continue;
    if (content.length < 6) break;
    return { height: content.readUInt16BE(1), width: content.readUInt16BE(3) };
  }
  throw new AppError("attachment-picture");
}

/** Keeps what decoding needs; what follows the end, where phones put films and second pictures, goes too. */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let isFirst = true;
  for (const part of partsOf(bytes)) {
    if (part.marker === app1 && startsWith(part, exif) && isFirst) {
      orientation = orientationOf(part.content.subarray(exif.length));
      isFirst = false;
    }
    if (isNeeded(part)) kept.push(part.bytes);
  }
  const [start, ...rest] = kept;
  if (start === undefined) throw new AppError("attachment-picture");
  // A JFIF header comes first where there is one.
  const [jfif, others] = rest[0]?.[1] === app0 ? [rest.slice(0, 1), rest.slice(1)] : [[], rest];
  return Buffer.concat([start, ...jfif, ...(orientation === 1 ? [] : [exifPart(orientation)]), ...others]);
}

/** Not metadata: the tables, frames and scans, JFIF's density, colour profile, and how Adobe transforms colours. */
function isNeeded(part: Part): boolean {
  const { marker } = part;
  if (marker === app0) return startsWith(part, "JFIF\0") && part.content.length <= 14;
  if (marker === app2) return startsWith(part, "ICC_PROFILE\0");
  if (marker === app14) return startsWith(part, "Adobe");
  return marker !== comment && !(marker >= app0 && marker <= app15);
}

function startsWith({ content }: Part, text: string): boolean {
  return content.toString("latin1", 0, text.length) === text;
}

/** @throws AppError `attachment-picture` where the next thing is no marker, or the file ends before its end mark */
function* partsOf(bytes: Buffer): Generator<Part> {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const start = at;
    if (bytes[at] !== 0xff) break;
    while (bytes[at + 1] === 0xff) at++; // fill bytes
    const marker = bytes[at + 1] ?? 0;
    at += 2;
    if (marker === startOfImage || marker === endOfImage || isAlone(marker)) {
      yield { marker, bytes: bytes.subarray(start, at), content: Buffer.alloc(0) };
      if (marker === endOfImage) return;
      continue;
    }
    if (at + 2 > bytes.length) break;
    const length = bytes.readUInt16BE(at);
    if (length < 2 || at + length > bytes.length) break;
    const content = bytes.subarray(at + 2, at + length);
    at += length;
    if (marker === startOfScan) at = endOfScan(bytes, at);
    yield { marker, bytes: bytes.subarray(start, at), content };
  }
  throw new AppError("attachment-picture");
}

/** Compressed data goes on to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Markers without a length: TEM and restarts. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** SOF0 to SOF15, without the tables numbered among them (DHT, JPG, DAC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function exifPart(orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from(exif, "latin1"), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, app1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
