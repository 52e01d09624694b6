/**
 * @file A sealed file of any size that is read in ranges: age's STREAM construction under
 * AES-256-GCM (security.md 3.3).
 *
 * [Note: Sealed streams]
 *
 *     head 128: magic 8 | suite u8, 0 0 0 | chunk size u32 | id 16 | type 32 | salt 32 | commitment 32
 *     chunks:   ciphertext, tag 16; all of the chunk size but the last, which may be shorter
 *
 * The key is made from the data key, the file's own salt and its id; the nonce is the chunk's number
 * in 11 bytes and whether it is the last in one; the associated data is the hash of the head. The
 * last chunk is empty only where the whole file is. So a file opens only under its own id, whole,
 * each chunk in its place; and since the last chunk is opened before any other is given out, a file
 * that was cut or grown is refused before its first byte.
 */
import { type FileHandle, open } from "node:fs/promises";
import { AppError } from "../../shared/errors.ts";
import { AttachmentType } from "../../shared/model/attachment.ts";
import * as aead from "../crypto/aead.ts";
import { equalBytes, hmacSha256, sha256 } from "../crypto/hash.ts";
import { randomBytes } from "../crypto/random.ts";
import { hasCode } from "../vault/disk.ts";
import { saltBytes, type VaultKeys } from "../vault/keys.ts";

/** Small enough to seek in a document, large enough to be fast. */
export const documentChunkBytes = 64 * 1024;
/** Recordings are long and read in a row. */
export const recordingChunkBytes = 1024 * 1024;
const chunkSizes: ReadonlySet<number> = new Set([documentChunkBytes, recordingChunkBytes]);

const magic = Buffer.from("SBATTC\r\n", "latin1");
const suite = 1;
const idAt = 16;
const typeAt = 32;
const typeBytes = 32;
const saltAt = typeAt + typeBytes;
const commitAt = saltAt + saltBytes;
export const streamHeadBytes = commitAt + 32;

export interface StreamKind {
  /** 32 hex digits. */
  readonly id: string;
  readonly type: AttachmentType;
  readonly chunkBytes: number;
}

/** The bytes of a sealed stream, made as fast as they are taken, under a fresh salt. */
export async function* sealStream(
  keys: VaultKeys,
  kind: StreamKind,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const head = makeHead(keys, kind);
  const key = keys.derive(`attachment ${kind.id}`, head.subarray(saltAt, commitAt));
  const aad = sha256(head);
  try {
    yield head;
    let counter = 0;
    let waiting: Uint8Array | undefined;
    // One chunk is held back: whether it is the last is not known before the next.
    for await (const chunk of inChunks(content, kind.chunkBytes)) {
      if (waiting !== undefined) yield aead.seal(key, nonceOf(counter++, false), aad, waiting);
      waiting = chunk;
    }
    yield aead.seal(key, nonceOf(counter, true), aad, waiting ?? Buffer.alloc(0));
  } finally {
    key.fill(0);
  }
}

/** A sealed file whose head and last chunk have opened. */
export interface OpenStream extends StreamKind {
  /** Of the content. */
  readonly bytes: number;
  /**
   * The content from byte `start` up to but not including `end`; only bytes of chunks that opened come out.
   *
   * @throws AppError `attachment-damaged` at a chunk that does not open
   */
  read(start?: number, end?: number): AsyncGenerator<Buffer>;
}

/** @throws AppError `attachment-damaged`, `attachment-missing` */
export async function openStream(file: string, keys: VaultKeys, id: string): Promise<OpenStream> {
  return withHandle(file, async (handle) => {
    const stream = await openHead(handle, keys, id);
    try {
      await readChunk(handle, stream, stream.chunks - 1);
    } finally {
      stream.key.fill(0);
    }
    const { type, chunkBytes, bytes } = stream;
    return { id, type, chunkBytes, bytes, read: (start = 0, end = bytes) => readRange(file, keys, id, start, end) };
  });
}

interface Stream extends StreamKind {
  readonly key: Buffer;
  readonly aad: Buffer;
  readonly chunks: number;
  readonly bytes: number;
}

async function* readRange(
  file: string,
  keys: VaultKeys,
  id: string,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  const handle = await openFile(file);
  try {
    const stream = await openHead(handle, keys, id);
    try {
      for (let index = Math.floor(start / stream.chunkBytes); index * stream.chunkBytes < end; index++) {
        const chunk = await readChunk(handle, stream, index);
        const at = index * stream.chunkBytes;
        const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
        if (part.length > 0) yield part;
      }
    } finally {
      stream.key.fill(0);
    }
  } finally {
    await handle.close();
  }
}

/** The head, proven, and what the file's size says about its chunks. */
async function openHead(handle: FileHandle, keys: VaultKeys, id: string): Promise<Stream> {
  const head = await readAt(handle, 0, streamHeadBytes);
  const kind = readHead(keys, head, id);
  const sealedBytes = (await handle.stat()).size - streamHeadBytes;
  const sealedChunk = kind.chunkBytes + aead.tagBytes;
  const chunks = Math.ceil(sealedBytes / sealedChunk);
  const bytes = sealedBytes - chunks * aead.tagBytes;
  const lastBytes = sealedBytes - (chunks - 1) * sealedChunk;
  const isEmptyLast = lastBytes <= aead.tagBytes;
  if (chunks === 0 || lastBytes < aead.tagBytes || (isEmptyLast && chunks > 1)) throw damaged();
  return {
    ...kind,
    key: keys.derive(`attachment ${id}`, head.subarray(saltAt, commitAt)),
    aad: sha256(head),
    chunks,
    bytes,
  };
}

async function readChunk(handle: FileHandle, stream: Stream, index: number): Promise<Buffer> {
  const sealedChunk = stream.chunkBytes + aead.tagBytes;
  const isLast = index === stream.chunks - 1;
  const length = isLast ? stream.bytes - index * stream.chunkBytes + aead.tagBytes : sealedChunk;
  const sealed = await readAt(handle, streamHeadBytes + index * sealedChunk, length);
  const chunk = aead.open(stream.key, nonceOf(index, isLast), stream.aad, sealed);
  if (chunk === undefined) throw damaged();
  return chunk;
}

function makeHead(keys: VaultKeys, { id, type, chunkBytes }: StreamKind): Buffer {
  const head = Buffer.alloc(streamHeadBytes);
  magic.copy(head);
  head.writeUInt8(suite, 8);
  head.writeUInt32BE(chunkBytes, 12);
  head.write(id, idAt, "hex");
  head.write(type, typeAt, "latin1");
  randomBytes(saltBytes).copy(head, saltAt);
  commitment(keys, head).copy(head, commitAt);
  return head;
}

function readHead(keys: VaultKeys, head: Buffer, id: string): StreamKind {
  if (head.length < streamHeadBytes || !head.subarray(0, 8).equals(magic)) throw damaged();
  if (!equalBytes(commitment(keys, head), head.subarray(commitAt))) throw damaged();
  if (head.readUInt32BE(8) !== suite << 24) throw new AppError("vault-newer");
  const chunkBytes = head.readUInt32BE(12);
  const type = AttachmentType.safeParse(head.toString("latin1", typeAt, saltAt).replace(/\0+$/, ""));
  // The last two can only be a newer version's: the commitment holds.
  if (head.toString("hex", idAt, typeAt) !== id) throw damaged();
  if (!type.success || !chunkSizes.has(chunkBytes)) throw new AppError("vault-newer");
  return { id, type: type.data, chunkBytes };
}

function commitment(keys: VaultKeys, head: Buffer): Buffer {
  const key = keys.derive("attachment commit", head.subarray(saltAt, commitAt));
  const commit = hmacSha256(key, head.subarray(0, commitAt));
  key.fill(0);
  return commit;
}

function nonceOf(counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(counter), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** The same bytes in pieces of one size; only the last may be smaller, and none is empty. */
async function* inChunks(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const piece of content) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + size - filled);
      chunk.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < size) continue;
      yield chunk;
      chunk = Buffer.allocUnsafe(size);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function withHandle<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await openFile(file);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function openFile(file: string): Promise<FileHandle> {
  return open(file, "r").catch((error: unknown) => {
    throw hasCode(error, "ENOENT") ? new AppError("attachment-missing", {}, { cause: error }) : error;
  });
}

function damaged(): AppError {
  return new AppError("attachment-damaged");
}
