/**
 * @file The log while the vault is open: appends in groups, and reads back.
 *
 * [Note: Group commit]
 *
 * While one fdatasync runs, further appends wait; when it is done they are written
 * together and share the next one. Nobody waits longer for it, and a burst of saves
 * costs few syncs. Each append is acknowledged only after its own sync.
 *
 * [Note: A failed sync is final]
 *
 * After a failed fdatasync the kernel calls the unwritten pages clean, so that a second
 * fdatasync would succeed without having written anything. It is never asked again:
 * the segment is left behind and its unacknowledged frames go into a new one, under a
 * new key. If that fails too, they are refused. The same holds for failed writes.
 * A save that was refused may still turn up after a crash, when the disk kept what it
 * denied; one that was acknowledged cannot go missing.
 */
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { AppError } from "../../shared/errors.ts";
import { equalBytes } from "../crypto/hash.ts";
import { randomId } from "../crypto/random.ts";
import { type Disk, type DiskFile, diskFailure, writeAll } from "./disk.ts";
import { type ChainPoint, type Frame, sealFrame, tagOf, walkFrames } from "./frame.ts";
import type { VaultKeys } from "./keys.ts";
import { type FileHead, fileHeadBytes, makeFileHead } from "./sealed-file.ts";
import { limitsOf, readSegment, type Segment, seekFrame, segmentName, walkSegment } from "./segments.ts";

/** Frames opened before other work of the process gets its turn: a few milliseconds. */
const framesPerBreath = 200;

interface Waiting {
  readonly plaintext: Buffer;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: unknown) => void;
}

interface OpenSegment {
  readonly segment: Segment & { readonly head: NonNullable<Segment["head"]> };
  readonly file: DiskFile;
  /** Where the next frame goes: everything before is on the disk. */
  position: number;
}

export interface LogOptions {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly disk: Disk;
  readonly segments: readonly Segment[];
  readonly last: ChainPoint;
  readonly lastSegment: number;
  /** After damage: nothing is written, and reading goes on behind the damage. */
  readonly isReadOnly: boolean;
  /** A segment this long is closed; the next append begins another. */
  readonly segmentBytes: number;
  /** The disk is full: give up the reserve. True when there is room again, once. */
  readonly makeRoom: () => Promise<boolean>;
  /** Told each time a segment was full and closed. */
  readonly onRoll: () => Promise<void>;
}

export class Log {
  readonly #options: LogOptions;
  readonly #segments: Segment[];
  #last: ChainPoint;
  #lastSegment: number;
  #current: OpenSegment | undefined;
  #queue: Waiting[] = [];
  #pump: Promise<void> | undefined;
  /** A segment without a frame that a full disk left behind: used for the next one, so that trying again leaves no litter. */
  #husk: { readonly name: string; readonly gen: number } | undefined;
  #isClosed = false;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#segments = [...options.segments];
    this.#last = options.last;
    this.#lastSegment = options.lastSegment;
  }

  /** The last acknowledged frame, and the gen of the segment that holds it. */
  get head(): { readonly last: ChainPoint; readonly segment: number } {
    return { last: this.#last, segment: this.#lastSegment };
  }

  /** Every segment; `bytes` where it is still growing: how much of it is acknowledged. */
  get extent(): readonly { readonly name: string; readonly bytes?: number }[] {
    return this.#segments.map(({ name }) =>
      name === this.#current?.segment.name ? { name, bytes: this.#current.position } : { name },
    );
  }

  /**
   * Store one transaction; resolves to its sequence number after it is on the disk.
   *
   * @throws AppError `locked` after closing, `vault-read-only`, `disk-full`, `disk-error`
   */
  append(plaintext: Buffer): Promise<number> {
    if (this.#isClosed) return Promise.reject(new AppError("locked"));
    if (this.#options.isReadOnly) return Promise.reject(new AppError("vault-read-only"));
    return new Promise((resolve, reject) => {
      this.#queue.push({ plaintext, resolve, reject });
      this.#pump ??= this.#run();
    });
  }

  /** Begin a segment now rather than at the first append: what a crash left at the end of the last one is void from here on. */
  async begin(): Promise<void> {
    this.#current ??= await this.#begin();
  }

  /** Wait for the appends under way and close the segment: the next append begins another, with another key. */
  async roll(): Promise<void> {
    while (this.#pump !== undefined) await this.#pump;
    await this.#leave();
  }

  /** Refuse new appends, wait for those under way, close the file. Never fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.roll().catch(() => undefined);
    for (const { head } of this.#segments) head?.key.fill(0);
  }

  /**
   * Every frame after `after` up to `until`, which must have been acknowledged, in order.
   *
   * @throws AppError `vault-damaged` at a break, unless the vault was opened read-only for it
   */
  async *frames(after: number, until = this.#last.seq): AsyncGenerator<Frame> {
    if (after >= until) return;
    const segments = [...this.#segments];
    const limits = limitsOf(segments);
    let count = 0;
    for (const [index, { name, head }] of segments.entries()) {
      const limit = limits[index] ?? 0;
      if (head === undefined || limit <= after || head.previous.seq >= until) continue;
      const bytes = await readSegment(this.#options.dir, { name });
      const frames = this.#options.isReadOnly
        ? walkSegment(head, bytes, limit, after).frames
        : soundFrames(head, bytes, after, Math.min(limit, until), name);
      // Closing zeroes the keys, so every place where it may have happened looks before the next frame is opened.
      this.#requireOpen();
      for (const frame of frames) {
        if (frame.seq > after && frame.seq <= until) yield frame;
        count += 1;
        if (count % framesPerBreath === 0) await setImmediate();
        this.#requireOpen();
      }
    }
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new AppError("locked");
  }

  /** Whether this is a frame of the log, or its start. */
  async holds(point: ChainPoint): Promise<boolean> {
    if (point.seq === 0) return true;
    for await (const { tag } of this.frames(point.seq - 1, point.seq)) return equalBytes(tag, point.tag);
    return false;
  }

  /** Write what waits, group after group. Started when there is something, gone when there is nothing. */
  async #run(): Promise<void> {
    // Appends made in the same turn belong to the first group.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      await this.#commit(group);
    }
    this.#pump = undefined;
  }

  /** Never fails: each of the group is told by itself. See [Note: A failed sync is final]. */
  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#write(group).catch(async (error: unknown) => {
        await this.#abandon(error);
        if (isFull(error) && !(await this.#options.makeRoom())) throw error;
        await this.#write(group);
      });
    } catch (error) {
      await this.#abandon(error);
      const failure = diskFailure(error);
      for (const { reject } of group) reject(failure);
      return;
    }
    if (this.#current !== undefined && this.#current.position >= this.#options.segmentBytes) {
      await this.#leave();
      // What was acknowledged stays so: HEAD is only behind by a segment if this fails.
      await this.#options.onRoll().catch(() => undefined);
    }
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    this.#current ??= await this.#begin();
    const current = this.#current;
    let last = this.#last;
    const frames = group.map(({ plaintext }, index) => {
      const frame = sealFrame(current.segment.head.key, last, plaintext, index + 1);
      last = { seq: last.seq + 1, tag: tagOf(frame) };
      return frame;
    });
    const bytes = Buffer.concat(frames);
    await writeAll(current.file, bytes, current.position);
    await current.file.datasync();
    const first = this.#last.seq + 1;
    this.#last = { seq: last.seq, tag: Buffer.from(last.tag) };
    this.#lastSegment = current.segment.gen;
    current.position += bytes.length;
    for (const [index, { resolve }] of group.entries()) resolve(first + index);
  }

  /** A new segment, durable with its name and head before the first frame: see {@link isUnborn}. */
  async #begin(): Promise<OpenSegment> {
    const { dir, keys, disk } = this.#options;
    const gen = this.#husk?.gen ?? (this.#segments.at(-1)?.gen ?? 0) + 1;
    const name = this.#husk?.name ?? segmentName(gen, randomId());
    const { head, bytes } = makeFileHead("segment", keys, gen, this.#last);
    const file = this.#husk === undefined ? await disk.create(path.join(dir, name)) : await this.#emptyHusk(name);
    try {
      await writeAll(file, bytes, 0);
      await file.datasync();
      await disk.syncDirectory(dir);
    } catch (error) {
      this.#husk = { name, gen };
      await file.close().catch(() => undefined);
      throw error;
    }
    this.#husk = undefined;
    const segment = { name, gen, head, bytes: bytes.length };
    this.#segments.push(segment);
    return { segment, file, position: fileHeadBytes };
  }

  /** Empty on the disk too before it gets its new head: only an unborn segment may have a bad one. */
  async #emptyHusk(name: string): Promise<DiskFile> {
    const file = await this.#options.disk.overwrite(path.join(this.#options.dir, name));
    try {
      await file.truncate(0);
      await file.datasync();
      return file;
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  async #leave(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await current?.file.close().catch(() => undefined);
  }

  /** Leave a segment behind that failed. On a full disk, what was not acknowledged makes room again. */
  async #abandon(error: unknown): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return;
    if (isFull(error)) {
      await current.file.truncate(current.position).catch(() => undefined);
      if (current.position === fileHeadBytes) {
        this.#segments.pop();
        this.#husk = current.segment;
      }
    }
    await current.file.close().catch(() => undefined);
  }
}

/** @throws AppError `vault-damaged` where the chain breaks before `end` */
function* soundFrames(head: FileHead, bytes: Buffer, after: number, end: number, file: string): Generator<Frame> {
  const start = seekFrame(head, bytes, after);
  let last = start.seq;
  for (const step of walkFrames(head.key, bytes, start.offset, start)) {
    if (last >= end || "brokenAt" in step) break;
    yield step;
    last = step.seq;
  }
  if (last < end) throw new AppError("vault-damaged", { file });
}

function isFull(error: unknown): boolean {
  return diskFailure(error).code === "disk-full";
}
