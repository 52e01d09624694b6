/**
 * @file Snapshots: the whole book as it stood after one frame of the log, so that
 * unlocking need not replay the log. A cache: the log alone gives the same book, and
 * a damaged snapshot is passed over. Written and read piece by piece.
 *
 *     file head | piece frames | end frame | length of the end frame u32
 *
 * The end frame holds the counts and the resident rows, and is found from the file's
 * end, so that opening a vault reads it alone.
 */
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { tagBytes } from "../crypto/aead.ts";
import { randomId } from "../crypto/random.ts";
import { type Merged, type Piece, type Section, sections } from "./book.ts";
import { type Disk, diskFailure, ignoreAbsent, requireRoom, writeAll } from "./disk.ts";
import { type ChainPoint, frameHeaderBytes, openFrame, readFrameHeader, sealFrame, tagOf } from "./frame.ts";
import type { VaultKeys } from "./keys.ts";
import { Packer } from "./pack.ts";
import { type FileHead, fileHeadBytes, makeFileHead, readFileHead } from "./sealed-file.ts";

const namePattern = /^snap-(\d{8})-[0-9a-f]{8}\.s$/;
const unfinished = "snapshot.new";
const endMark = 255;
const trailerBytes = 4;

const Counts = z.strictObject({
  client: z.int(),
  assessment: z.int(),
  /** Recent contacts, as rows. */
  contact: z.int(),
  bundle: z.int(),
  /** Contacts inside the bundles. */
  bundled: z.int(),
  // Snapshots of before have none.
  statement: z.int().default(0),
  investorStatus: z.int().default(0),
  decision: z.int().default(0),
  knowledgeTest: z.int().default(0),
});

const SnapshotEnd = z.strictObject({
  counts: Counts,
  /** Operations in the log up to this snapshot. */
  operations: z.int(),
  resident: z.record(z.string(), z.array(Row)),
});
type SnapshotEnd = z.infer<typeof SnapshotEnd>;

export interface Snapshot {
  readonly name: string;
  /** The last frame of the log that is in it. */
  readonly last: ChainPoint;
  readonly end: SnapshotEnd;
  /**
   * The pieces in order; each has proven to be in its place when it comes.
   *
   * @throws AppError `vault-damaged`
   */
  pieces(): AsyncGenerator<Piece>;
  /** Zero its key; its pieces do not open any more. */
  forget(): void;
}

/** Names of the snapshots, newest first. */
export async function snapshotNames(dir: string): Promise<string[]> {
  return (await readdir(dir))
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse();
}

/** Undefined when its head or its end is damaged, or of a kind this version does not know. */
export async function openSnapshot(dir: string, keys: VaultKeys, name: string): Promise<Snapshot | undefined> {
  const file = path.join(dir, name);
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const head = readFileHead("snapshot", keys, await readAt(handle, 0, Math.min(size, fileHeadBytes)));
    const last = head && (await readLast(handle, size, head));
    const end = last && parseEnd(last.plaintext);
    if (head === undefined || last === undefined || end === undefined) return undefined;
    const forget = () => void head.key.fill(0);
    return { name, last: head.previous, end, pieces: () => readPieces(file, name, head, last), forget };
  } finally {
    await handle.close();
  }
}

interface LastFrame {
  readonly seq: number;
  readonly start: number;
  readonly plaintext: Buffer;
}

async function readLast(handle: FileHandle, size: number, head: FileHead): Promise<LastFrame | undefined> {
  const trailerAt = size - trailerBytes;
  if (trailerAt < fileHeadBytes) return undefined;
  const start = trailerAt - (await readAt(handle, trailerAt, trailerBytes)).readUInt32BE();
  if (start < fileHeadBytes) return undefined;
  // With the bytes before it, which are the tag it is chained to.
  const bytes = await readAt(handle, start - tagBytes, trailerAt - start + tagBytes);
  const previousTag = start === fileHeadBytes ? head.previous.tag : bytes.subarray(0, tagBytes);
  const frame = openFrame(head.key, bytes, tagBytes, previousTag);
  return frame && { seq: frame.seq, start, plaintext: frame.plaintext };
}

function parseEnd(plaintext: Buffer): SnapshotEnd | undefined {
  if (plaintext[0] !== endMark) return undefined;
  const end = SnapshotEnd.safeParse(JSON.parse(plaintext.toString("utf8", 1)));
  return end.success ? end.data : undefined;
}

async function* readPieces(file: string, name: string, head: FileHead, last: LastFrame): AsyncGenerator<Piece> {
  const handle = await open(file, "r");
  try {
    let position = fileHeadBytes;
    let previous: ChainPoint = { seq: 0, tag: head.previous.tag };
    let header = await readAt(handle, position, frameHeaderBytes);
    while (position < last.start) {
      const frameBytes = readFrameHeader(header, 0)?.frameBytes ?? 0;
      const end = position + frameBytes;
      if (frameBytes === 0 || end > last.start) throw damaged(name);
      // With the next frame's header: one read for each frame.
      const bytes = await readAt(handle, position, frameBytes + frameHeaderBytes);
      const frame = openFrame(head.key, bytes, 0, previous.tag);
      if (frame === undefined || frame.seq !== previous.seq + 1) throw damaged(name);
      yield decodePiece(frame.plaintext, name);
      previous = frame;
      position = end;
      header = bytes.subarray(frameBytes);
    }
    if (previous.seq + 1 !== last.seq) throw damaged(name);
  } finally {
    await handle.close();
  }
}

function damaged(file: string): AppError {
  return new AppError("vault-damaged", { file });
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

/** Section u8, rows u32, number of keys u32, keys, JSON. */
const pieceHeadBytes = 9;

function encodePiece({ section, count, keys, json }: Piece): Buffer {
  const head = Buffer.alloc(pieceHeadBytes);
  head.writeUInt8(sections.indexOf(section), 0);
  head.writeUInt32LE(count, 1);
  head.writeUInt32LE(keys.length, 5);
  return Buffer.concat([head, Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength), json]);
}

function decodePiece(plaintext: Buffer, file: string): Piece {
  const section: Section | undefined = sections[plaintext.readUInt8(0)];
  if (section === undefined) throw damaged(file);
  const keysEnd = pieceHeadBytes + plaintext.readUInt32LE(5) * 4;
  // Copied: the keys may lie at any offset, and an array of numbers may not.
  const keys = new Uint32Array(Uint8Array.from(plaintext.subarray(pieceHeadBytes, keysEnd)).buffer);
  return { section, count: plaintext.readUInt32LE(1), keys, json: plaintext.subarray(keysEnd) };
}

export interface SnapshotContent {
  readonly last: ChainPoint;
  readonly operations: number;
  readonly resident: SnapshotEnd["resident"];
  readonly merged: AsyncIterable<Merged>;
}

/**
 * Write a snapshot beside, flush it, then give it its name.
 *
 * @throws AppError `no-room` before it is begun, `disk-full`, `disk-error`, and whatever reading the previous one throws
 */
export async function writeSnapshot(
  disk: Disk,
  dir: string,
  keys: VaultKeys,
  content: SnapshotContent,
): Promise<Snapshot> {
  const newest = (await snapshotNames(dir))[0];
  await requireRoom(dir, newest === undefined ? 0 : (await stat(path.join(dir, newest))).size);
  const gen = Number(namePattern.exec(newest ?? "")?.[1] ?? 0) + 1;
  const name = `snap-${String(gen).padStart(8, "0")}-${randomId().slice(0, 8)}.s`;
  const beside = path.join(dir, unfinished);
  // What an interrupted snapshot left behind.
  await disk.remove(beside).catch(ignoreAbsent);
  try {
    await writeContent(disk, beside, keys, gen, content);
    await disk.rename(beside, path.join(dir, name));
    await disk.syncDirectory(dir);
  } catch (error) {
    await disk.remove(beside).catch(() => undefined);
    throw diskFailure(error);
  }
  const snapshot = await openSnapshot(dir, keys, name);
  if (snapshot === undefined) throw damaged(name);
  return snapshot;
}

async function writeContent(
  disk: Disk,
  path: string,
  keys: VaultKeys,
  gen: number,
  { last, operations, resident, merged }: SnapshotContent,
): Promise<void> {
  const file = await disk.create(path);
  const { head, bytes } = makeFileHead("snapshot", keys, gen, last);
  let position = 0;
  let previous: ChainPoint = { seq: 0, tag: last.tag };
  const write = async (chunk: Buffer): Promise<void> => {
    await writeAll(file, chunk, position);
    position += chunk.length;
  };
  const writeFrame = async (plaintext: Buffer): Promise<Buffer> => {
    const frame = sealFrame(head.key, previous, plaintext, 0);
    previous = { seq: previous.seq + 1, tag: tagOf(frame) };
    await write(frame);
    return frame;
  };
  try {
    await write(bytes);
    const packer = new Packer();
    for await (const part of merged) for (const piece of packer.add(part)) await writeFrame(encodePiece(piece));
    for (const piece of packer.flush()) await writeFrame(encodePiece(piece));
    const end: SnapshotEnd = { counts: packer.counts, operations, resident };
    const endFrame = await writeFrame(Buffer.concat([Buffer.of(endMark), Buffer.from(JSON.stringify(end))]));
    const trailer = Buffer.alloc(trailerBytes);
    trailer.writeUInt32BE(endFrame.length);
    await write(trailer);
    await file.datasync();
  } finally {
    head.key.fill(0);
    await file.close();
  }
}

/** Remove all snapshots but the newest two; `bad` ones do not count, and go only when two good ones are there. Never fails. */
export async function pruneSnapshots(disk: Disk, dir: string, bad: ReadonlySet<string>): Promise<void> {
  const names = await snapshotNames(dir).catch(() => []);
  const kept = names.filter((name) => !bad.has(name)).slice(0, 2);
  if (kept.length < 2) return;
  for (const name of names) if (!kept.includes(name)) await disk.remove(path.join(dir, name)).catch(() => undefined);
}
