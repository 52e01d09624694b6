/**
 * @file The segments of the log on the disk: their names, their heads, and where each
 * one ends. Segments are never shortened in what was acknowledged and never deleted.
 *
 * [Note: Where a segment ends]
 *
 * A segment is left behind after an error or a crash, possibly with frames nobody was
 * told about at its end. The next segment's head names the last frame that counts, so
 * whatever a segment holds beyond that point is void: it was never acknowledged, and
 * the same numbers were given again, under another key.
 */
import { open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type ChainPoint, type Frame, readFrameHeader, walkFrames } from "./frame.ts";
import type { VaultKeys } from "./keys.ts";
import { type FileHead, fileHeadBytes, readFileHead } from "./sealed-file.ts";

export const genesis: ChainPoint = { seq: 0, tag: Buffer.alloc(16) };

const namePattern = /^seg-(\d{8})-[0-9a-f]{8}\.j$/;

export interface Segment {
  /** Plain name, e.g. `seg-00000001-9f3a21c0.j`. */
  readonly name: string;
  /** The number in its name; the head must say the same. */
  readonly gen: number;
  readonly bytes: number;
  /** Undefined when it cannot be read. */
  readonly head: FileHead | undefined;
}

export function segmentName(gen: number, random: string): string {
  return `seg-${String(gen).padStart(8, "0")}-${random.slice(0, 8)}.j`;
}

/** Read at the same time; a vault of many years has more segments than a process may open files. */
const headsAtOnce = 32;

/** All segments by number, heads included. */
export async function listSegments(dir: string, keys: VaultKeys): Promise<Segment[]> {
  const names = (await readdir(dir)).filter((name) => namePattern.test(name)).sort();
  const segments: Segment[] = [];
  for (let start = 0; start < names.length; start += headsAtOnce) {
    const some = names.slice(start, start + headsAtOnce);
    segments.push(...(await Promise.all(some.map((name) => readSegmentHead(dir, keys, name)))));
  }
  return segments;
}

async function readSegmentHead(dir: string, keys: VaultKeys, name: string): Promise<Segment> {
  const gen = Number(namePattern.exec(name)?.[1]);
  const handle = await open(path.join(dir, name), "r");
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(fileHeadBytes), 0, fileHeadBytes, 0);
    const head = readFileHead("segment", keys, buffer.subarray(0, bytesRead));
    return { name, gen, bytes: size, head: head?.gen === gen ? head : undefined };
  } finally {
    await handle.close();
  }
}

/** Cut short while it was being made: its head is not all there, so no frame can ever have been acknowledged in it. */
export function isUnborn(segment: Segment): boolean {
  return segment.head === undefined && segment.bytes <= fileHeadBytes;
}

/** For each segment the last frame that counts in it; Infinity where no later segment says. See [Note: Where a segment ends]. */
export function limitsOf(segments: readonly Segment[]): number[] {
  const limits: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const { head } of segments.toReversed()) {
    limits.push(limit);
    limit = Math.min(limit, head?.previous.seq ?? Number.POSITIVE_INFINITY);
  }
  return limits.reverse();
}

export interface Walk {
  /** Where the walk began: after `from`, or at the segment's start where the headers do not lead to it. */
  readonly start: ChainPoint;
  /** Frames in order up to the limit; where the segment is damaged, every frame that still opens. */
  readonly frames: readonly Frame[];
  /** The last frame reached without a break. */
  readonly last: ChainPoint;
  /** `torn`: ends in the rest of an interrupted write. */
  readonly state: "sound" | "torn" | "damaged";
  /** Bytes of the interrupted write. */
  readonly droppedBytes: number;
}

/**
 * Open every frame of a segment up to `limit` and judge it. See [Note: Torn or damaged].
 *
 * @param from frames up to this one are passed over without opening them
 */
export function walkSegment(head: FileHead, bytes: Buffer, limit: number, from = head.previous.seq): Walk {
  const start = seekFrame(head, bytes, from);
  const frames: Frame[] = [];
  const later: Frame[] = [];
  let last: ChainPoint = start;
  let brokenAt: number | undefined;
  for (const step of walkFrames(head.key, bytes, start.offset, start)) {
    if ("brokenAt" in step) brokenAt ??= step.brokenAt;
    else if (brokenAt !== undefined || step.seq > limit) later.push(step);
    else {
      frames.push(step);
      last = step;
    }
  }
  const droppedBytes = brokenAt === undefined ? 0 : bytes.length - brokenAt;
  const next = last.seq + 1;
  const isFollowed = limit !== Number.POSITIVE_INFINITY;
  const isCut = isFollowed && last.seq < limit;
  // What lies beyond the limit is void, but only if nobody was told otherwise.
  const isAcknowledged = (frame: Frame) => frame.seq - frame.unsynced >= next;
  const isOutOfPlace = (frame: Frame) => brokenAt !== undefined && !isFollowed && frame.seq <= next;
  if (isCut || later.some((frame) => isAcknowledged(frame) || isOutOfPlace(frame))) {
    return { start, frames: [...frames, ...later], last, state: "damaged", droppedBytes: 0 };
  }
  const isTorn = brokenAt !== undefined && !isFollowed;
  return { start, frames, last, state: isTorn ? "torn" : "sound", droppedBytes: isTorn ? droppedBytes : 0 };
}

/** The place after frame `seq`, found by the frames' headers alone; the start where they do not lead there. */
export function seekFrame(head: FileHead, bytes: Buffer, seq: number): ChainPoint & { offset: number } {
  const start = { ...head.previous, offset: fileHeadBytes };
  let offset = fileHeadBytes;
  for (let at = head.previous.seq; at < seq; at++) {
    const header = readFrameHeader(bytes, offset);
    if (header?.seq !== at + 1 || offset + header.frameBytes > bytes.length) return start;
    offset += header.frameBytes;
  }
  return offset === fileHeadBytes ? start : { seq, tag: bytes.subarray(offset - 16, offset), offset };
}

export function readSegment(dir: string, segment: Pick<Segment, "name">): Promise<Buffer> {
  return readFile(path.join(dir, segment.name));
}
