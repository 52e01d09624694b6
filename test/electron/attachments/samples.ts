/** @file Small files of every type an attachment may have, built byte by byte. */

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
