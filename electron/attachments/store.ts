/**
 * @file The vault's `att` folder: sealed attachments (`<id>.a`) and recordings that are not filed yet
 * (`<id>.rec`), under random names. What belongs to which client stands in the log.
 */
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { writeWhole } from "../sync/files.ts";
import { type Disk, diskFailure, hasCode, ignoreAbsent } from "../vault/disk.ts";
import type { VaultKeys } from "../vault/keys.ts";
import { fileHeadBytes } from "../vault/sealed-file.ts";
import { openRecording, type Recorded, type RecordingAbout, RecordingWriter } from "./recording-file.ts";
import { type OpenStream, openStream, type StreamKind, sealStream } from "./sealed-stream.ts";

export const attachmentFolder = "att";
const idPattern = /^[0-9a-f]{32}$/;
const recordingPattern = /^([0-9a-f]{32})\.rec$/;
const streamPattern = /^([0-9a-f]{32})\.a$/;

export interface StoreOptions {
  /** The vault's folder. */
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly disk: Disk;
  readonly isReadOnly: boolean;
}

/** A recording that lies there unfiled. */
export interface Unfiled extends Recorded {
  readonly id: string;
}

export class AttachmentStore {
  readonly #options: StoreOptions;
  readonly #folder: string;
  readonly #writers = new Map<string, RecordingWriter>();
  #isClosed = false;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#folder = path.join(options.dir, attachmentFolder);
  }

  /**
   * Seal `content` under a new id, whole or not at all; resolves once it is on the disk under its name.
   *
   * @throws AppError `vault-read-only`, `disk-full`, `disk-error`, and whatever `content` throws as an AppError
   */
  async write(kind: StreamKind, content: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
    await this.#prepare();
    const { keys, disk } = this.#options;
    const hash = runningSha256();
    async function* hashed() {
      for await (const piece of content) {
        hash.add(piece);
        yield piece;
      }
    }
    try {
      await writeWhole(disk, this.#pathOf(kind.id, "a"), sealStream(keys, kind, hashed()));
    } catch (error) {
      throw diskFailure(error);
    }
    return { bytes: hash.size, sha256: hash.hex() };
  }

  /** @throws AppError `attachment-missing`, `attachment-damaged` */
  async open(id: string): Promise<OpenStream> {
    if (!idPattern.test(id)) throw new AppError("attachment-missing");
    return openStream(this.#pathOf(id, "a"), this.#options.keys, id);
  }

  /** Take back a file that was not filed after all. Never fails: the next opening tries again. */
  async discard(id: string): Promise<void> {
    await this.#options.disk.remove(this.#pathOf(id, "a")).catch(() => undefined);
  }

  /** @throws AppError `vault-read-only`, `disk-full`, `disk-error` */
  async beginRecording(id: string, about: RecordingAbout): Promise<void> {
    await this.#prepare();
    const { keys, disk } = this.#options;
    const file = this.#pathOf(id, "rec");
    try {
      this.#writers.set(id, await RecordingWriter.create(disk, file, keys, about));
      await disk.syncDirectory(this.#folder);
    } catch (error) {
      await this.#endRecording(id);
      await disk.remove(file).catch(() => undefined);
      throw diskFailure(error);
    }
  }

  /** See `RecordingWriter.append`. @throws AppError `recording-missing`, `recording-order`, `disk-*` */
  async appendRecording(id: string, piece: Uint8Array, at: number): Promise<number> {
    const writer = this.#writers.get(id);
    if (writer === undefined) throw new AppError("recording-missing");
    return writer.append(piece, at);
  }

  /** End a recording and hand over what is whole of it. @throws AppError `recording-missing` */
  async recording(id: string): Promise<Recorded> {
    if (!idPattern.test(id)) throw new AppError("recording-missing");
    await this.#endRecording(id);
    const recorded = await openRecording(this.#pathOf(id, "rec"), this.#options.keys);
    if (recorded === undefined) throw new AppError("recording-missing");
    return recorded;
  }

  /** Every recording here of which anything opens, the one under way included. */
  async recordings(): Promise<Unfiled[]> {
    const found = await Promise.all((await this.#recordingIds()).map((id) => this.#unfiled(id)));
    return found.filter((one) => one !== undefined);
  }

  /** Plain names of recordings of which nothing opens. */
  async brokenRecordings(): Promise<string[]> {
    const sound = new Set((await this.recordings()).map(({ id }) => id));
    return (await this.#recordingIds()).filter((id) => !sound.has(id)).map((id) => `${id}.rec`);
  }

  /** Delete a recording. @throws AppError `vault-read-only`, `recording-missing`, `disk-error` */
  async dropRecording(id: string): Promise<void> {
    if (this.#options.isReadOnly) throw new AppError("vault-read-only");
    if (!idPattern.test(id)) throw new AppError("recording-missing");
    await this.#endRecording(id);
    try {
      await this.#options.disk.remove(this.#pathOf(id, "rec"));
      await this.#options.disk.syncDirectory(this.#folder);
    } catch (error) {
      if (hasCode(error, "ENOENT")) throw new AppError("recording-missing", {}, { cause: error });
      throw diskFailure(error);
    }
  }

  /**
   * Remove what a crash left: files no record names, unfinished ones, and recordings that were filed
   * or never begun. Only while the log is whole, or a record that is merely unreadable would cost its file.
   */
  async sweep(isFiled: (id: string) => boolean): Promise<void> {
    for (const name of await this.#names()) {
      const file = path.join(this.#folder, name);
      const stream = streamPattern.exec(name)?.[1];
      const recording = recordingPattern.exec(name)?.[1];
      const isLeft =
        name.endsWith(".part") ||
        (stream !== undefined && !isFiled(stream)) ||
        (recording !== undefined && (isFiled(recording) || (await stat(file)).size <= fileHeadBytes));
      if (isLeft) await this.#options.disk.remove(file);
    }
  }

  /** Ends the recordings under way; they stay as they are. Never fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#writers.keys()].map((id) => this.#endRecording(id)));
  }

  async #recordingIds(): Promise<string[]> {
    return (await this.#names()).flatMap((name) => recordingPattern.exec(name)?.[1] ?? []);
  }

  async #unfiled(id: string): Promise<Unfiled | undefined> {
    try {
      const recorded = await openRecording(this.#pathOf(id, "rec"), this.#options.keys);
      return recorded && { ...recorded, id };
    } catch (error) {
      // Filed or dropped since the folder was listed.
      if (error instanceof AppError && error.code === "recording-missing") return undefined;
      throw error;
    }
  }

  async #endRecording(id: string): Promise<void> {
    const writer = this.#writers.get(id);
    this.#writers.delete(id);
    await writer?.close();
  }

  async #prepare(): Promise<void> {
    if (this.#isClosed) throw new AppError("locked");
    if (this.#options.isReadOnly) throw new AppError("vault-read-only");
    try {
      const made = await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await this.#options.disk.syncDirectory(this.#options.dir);
    } catch (error) {
      throw diskFailure(error);
    }
  }

  async #names(): Promise<string[]> {
    return (await readdir(this.#folder).catch(ignoreAbsent))?.sort() ?? [];
  }

  #pathOf(id: string, ending: "a" | "rec"): string {
    return path.join(this.#folder, `${id}.${ending}`);
  }
}
