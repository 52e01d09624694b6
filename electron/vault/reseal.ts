/** @file One file of a vault under another data key, beside the old one and read back. See [Note: Replacing the data key]. */
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { AppError } from "../../shared/errors.ts";
import { openRecording, RecordingWriter } from "../attachments/recording-file.ts";
import { openStream, sealStream } from "../attachments/sealed-stream.ts";
import { equalBytes } from "../crypto/hash.ts";
import { writeWhole } from "../sync/files.ts";
import { type Disk, ignoreAbsent, readIfThere, writeAll } from "./disk.ts";
import { type ChainPoint, type Frame, sealFrame, tagOf } from "./frame.ts";
import type { VaultKeys } from "./keys.ts";
import { makeFileHead, readFileHead } from "./sealed-file.ts";
import { isUnborn, readSegment, type Segment, walkSegment } from "./segments.ts";

export interface Resealing {
  readonly dir: string;
  readonly from: VaultKeys;
  readonly to: VaultKeys;
  readonly disk: Disk;
  readonly signal: AbortSignal;
}

/**
 * Seal a segment anew as `rot-...`, with the frames that count under their old numbers.
 *
 * @param previous where the new chain stands before it
 * @returns where it stands after it
 * @throws AppError `vault-damaged`; `disk-error` when it reads back differently; whatever the signal or the disk throws
 */
export async function resealSegment(
  resealing: Resealing,
  segment: Segment,
  limit: number,
  previous: ChainPoint,
): Promise<ChainPoint> {
  const { dir, disk, to } = resealing;
  const target = path.join(dir, segment.name.replace("seg-", "rot-"));
  if (isUnborn(segment)) {
    await writeSegment(disk, target, []);
    return previous;
  }
  const { head } = segment;
  const walk = head && walkSegment(head, await readSegment(dir, segment), limit);
  if (walk === undefined || walk.state === "damaged" || walk.start.seq !== previous.seq) {
    throw new AppError("vault-damaged", { file: segment.name });
  }
  const sealed = await sealedAlready(resealing, segment, previous, walk.frames);
  if (sealed !== undefined) return sealed;
  const made = makeFileHead("segment", to, segment.gen, previous);
  const chunks = [made.bytes];
  let last = previous;
  for (const [count, { plaintext }] of walk.frames.entries()) {
    // Everything in it is on the disk already.
    const frame = sealFrame(made.head.key, last, plaintext, 1);
    chunks.push(frame);
    last = { seq: last.seq + 1, tag: tagOf(frame) };
    if (count % framesPerBreath === 0) {
      await setImmediate();
      resealing.signal.throwIfAborted();
    }
  }
  made.head.key.fill(0);
  await writeSegment(disk, target, chunks);
  const written = await sealedAlready(resealing, segment, previous, walk.frames);
  if (written === undefined) throw new AppError("disk-error");
  return written;
}

/** Frames sealed before other work of the process gets its turn. */
const framesPerBreath = 200;

/** The end of the segment that an earlier try sealed, when it is whole, in its place and says the same. */
async function sealedAlready(
  { dir, to }: Resealing,
  { name, gen }: Segment,
  previous: ChainPoint,
  frames: readonly Frame[],
): Promise<ChainPoint | undefined> {
  const bytes = await readIfThere(path.join(dir, name.replace("seg-", "rot-")));
  const head = bytes && readFileHead("segment", to, bytes);
  if (bytes === undefined || head?.gen !== gen) return undefined;
  if (head.previous.seq !== previous.seq || !equalBytes(head.previous.tag, previous.tag)) return undefined;
  const walk = walkSegment(head, bytes, Number.POSITIVE_INFINITY);
  head.key.fill(0);
  const isFaithful =
    walk.state === "sound" &&
    walk.frames.length === frames.length &&
    walk.frames.every(({ seq, plaintext }, index) => {
      const before = frames[index];
      return before !== undefined && seq === before.seq && plaintext.equals(before.plaintext);
    });
  return isFaithful ? { seq: walk.last.seq, tag: Buffer.from(walk.last.tag) } : undefined;
}

async function writeSegment(disk: Disk, target: string, chunks: readonly Buffer[]): Promise<void> {
  await disk.remove(target).catch(ignoreAbsent);
  const file = await disk.create(target);
  try {
    await writeAll(file, Buffer.concat(chunks), 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/**
 * Seal an attachment or an unfiled recording anew as `<file>.rot`.
 *
 * @throws AppError `attachment-damaged`; whatever the signal or the disk throws
 */
export async function resealFile(resealing: Resealing, file: string): Promise<void> {
  resealing.signal.throwIfAborted();
  if (file.endsWith(".rec")) await resealRecording(resealing, file);
  else await resealStream(resealing, file, path.basename(file, ".a"));
}

async function resealStream({ from, to, disk, signal }: Resealing, file: string, id: string): Promise<void> {
  const stream = await openStream(file, from, id);
  const target = `${file}.rot`;
  const isWhole = async () => {
    const copy = await openStream(target, to, id);
    for await (const _ of copy.read()) signal.throwIfAborted();
    if (copy.bytes !== stream.bytes) throw new AppError("disk-error");
  };
  try {
    await isWhole();
    return;
  } catch {
    signal.throwIfAborted();
  }
  async function* content() {
    for await (const piece of stream.read()) {
      signal.throwIfAborted();
      yield piece;
    }
  }
  await writeWhole(disk, target, sealStream(to, stream, content()));
  await isWhole();
}

/** Always from the start: it is short, or it would have been filed. One of which nothing opens stays as it is. */
async function resealRecording({ from, to, disk, signal }: Resealing, file: string): Promise<void> {
  const recorded = await openRecording(file, from);
  if (recorded === undefined) return;
  const target = `${file}.rot`;
  await disk.remove(target).catch(ignoreAbsent);
  const writer = await RecordingWriter.create(disk, target, to, recorded.about);
  try {
    let bytes = 0;
    for await (const piece of recorded.read()) {
      signal.throwIfAborted();
      bytes = await writer.append(piece, bytes);
    }
  } finally {
    await writer.close();
  }
}
