/**
 * @file A recording while it is made: a chain of frames (see [Note: Frames]), one for each piece as
 * it arrives, each on the disk before it is acknowledged. It has no end mark: a recording is finished
 * by being sealed as a stream and filed. What a crash leaves is every piece that was acknowledged.
 */
import { type FileHandle, open } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { ClientId, Instant, Line } from "../../shared/model/primitives.ts";
import { type Disk, type DiskFile, diskFailure, hasCode, writeAll } from "../vault/disk.ts";
import { type ChainPoint, frameHeaderBytes, openFrame, readFrameHeader, sealFrame, tagOf } from "../vault/frame.ts";
import type { VaultKeys } from "../vault/keys.ts";
import { fileHeadBytes, makeFileHead, readFileHead } from "../vault/sealed-file.ts";
import { genesis } from "../vault/segments.ts";

/** The first frame: what has to be known to file it later. */
export const RecordingAbout = z.strictObject({ client: ClientId, name: Line, consentAt: Instant, startedAt: Instant });
export type RecordingAbout = z.infer<typeof RecordingAbout>;

/** Appends pieces to a new recording. Used by one caller at a time. */
export class RecordingWriter {
  readonly #file: DiskFile;
  readonly #key: Buffer;
  #last: ChainPoint = genesis;
  #position = fileHeadBytes;
  #bytes = 0;
  #isDead = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(file: DiskFile, key: Buffer) {
    this.#file = file;
    this.#key = key;
  }

  /** Make the file, with its first frame. */
  static async create(disk: Disk, file: string, keys: VaultKeys, about: RecordingAbout): Promise<RecordingWriter> {
    const { head, bytes } = makeFileHead("recording", keys, 1, genesis);
    const handle = await disk.create(file);
    const writer = new RecordingWriter(handle, head.key);
    try {
      await writeAll(handle, bytes, 0);
      await writer.#write(Buffer.from(JSON.stringify(about)));
      return writer;
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /**
   * Append a piece; resolves with all bytes so far once they are on the disk. An error ends the
   * recording: what was acknowledged stays, and nothing is written after it.
   *
   * @param at the bytes the sender believes to be there
   * @throws AppError `recording-order`, `recording-missing` after an error or a close, `disk-full`, `disk-error`
   */
  append(piece: Uint8Array, at: number): Promise<number> {
    const next = this.#work.then(async () => {
      if (this.#isDead) throw new AppError("recording-missing");
      if (at !== this.#bytes) throw new AppError("recording-order", { bytes: this.#bytes });
      try {
        await this.#write(piece);
      } catch (error) {
        this.#isDead = true;
        throw diskFailure(error);
      }
      this.#bytes += piece.length;
      return this.#bytes;
    });
    this.#work = next.catch(() => undefined);
    return next;
  }

  /** Waits for the piece under way and forgets the key. Never fails. */
  async close(): Promise<void> {
    await this.#work;
    this.#isDead = true;
    this.#key.fill(0);
    await this.#file.close().catch(() => undefined);
  }

  async #write(plaintext: Uint8Array): Promise<void> {
    const frame = sealFrame(this.#key, this.#last, plaintext, 1);
    await writeAll(this.#file, frame, this.#position);
    await this.#file.datasync();
    this.#last = { seq: this.#last.seq + 1, tag: tagOf(frame) };
    this.#position += frame.length;
  }
}

/** What is whole of a recording: from its start to its end or to the first frame that does not open. */
export interface Recorded {
  readonly about: RecordingAbout;
  readonly bytes: number;
  /** The pieces, each as it opened. */
  read(): AsyncGenerator<Buffer>;
}

/** Undefined when not even its first frame opens. */
export async function openRecording(file: string, keys: VaultKeys): Promise<Recorded | undefined> {
  let about: RecordingAbout | undefined;
  let bytes = 0;
  for await (const frame of framesOf(file, keys)) {
    if (about === undefined) about = RecordingAbout.parse(JSON.parse(frame.toString("utf8")));
    else bytes += frame.length;
  }
  if (about === undefined) return undefined;
  return {
    about,
    bytes,
    async *read() {
      let isFirst = true;
      for await (const frame of framesOf(file, keys)) {
        if (!isFirst) yield frame;
        isFirst = false;
      }
    },
  };
}

async function* framesOf(file: string, keys: VaultKeys): AsyncGenerator<Buffer> {
  const handle = await open(file, "r").catch((error: unknown) => {
    throw hasCode(error, "ENOENT") ? new AppError("recording-missing", {}, { cause: error }) : error;
  });
  try {
    const { size } = await handle.stat();
    const head = readFileHead("recording", keys, await readAt(handle, 0, Math.min(size, fileHeadBytes)));
    if (head === undefined) return;
    let { tag, seq }: ChainPoint = head.previous;
    for (let position = fileHeadBytes; ; ) {
      const header = readFrameHeader(await readAt(handle, position, frameHeaderBytes), 0);
      if (header?.seq !== seq + 1 || position + header.frameBytes > size) return;
      const frame = openFrame(head.key, await readAt(handle, position, header.frameBytes), 0, tag);
      if (frame === undefined) return;
      yield frame.plaintext;
      ({ tag, seq } = frame);
      position += header.frameBytes;
    }
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
