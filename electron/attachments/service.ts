/**
 * @file Takes in, gives out and records attachments: what arrives is judged and sealed before its
 * record is written, so that a record always has its file (security.md 3.3).
 */
import type { ChannelInput, InterruptedRecording } from "../../shared/bridge/contract.ts";
import type { AttachmentQuery, RecordingProgress } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { Attachment, attachmentLimits, FileAttachment, ReferenceAttachment } from "../../shared/model/attachment.ts";
import { safeFileName } from "../../shared/model/file-name.ts";
import type { Writer } from "../book/append.ts";
import { randomId } from "../crypto/random.ts";
import type { Vault } from "../vault/vault.ts";
import { type Accepted, accept, once, wholeOf } from "./intake.ts";
import { RecordingAbout } from "./recording-file.ts";
import { documentChunkBytes, type OpenStream, recordingChunkBytes } from "./sealed-stream.ts";

/** The largest piece of a recording that is taken at once; the recorder sends one a second. */
const pieceBytes = 8 * 2 ** 20;

export interface AttachmentsDeps {
  readonly vault: Vault;
  readonly write: Writer;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

type Body = AsyncIterable<Uint8Array>;
type About = Omit<FileAttachment, "id" | "addedAt" | "bytes" | "sha256" | "type">;

/** Every method that writes also throws AppError `vault-read-only`, `disk-full`, `disk-error` and `locked`. */
export class Attachments {
  readonly #deps: AttachmentsDeps;
  /** Exports that are in the register and have not been fetched. */
  readonly #registered = new Set<string>();
  /** Recordings that are being filed. */
  readonly #filing = new Set<string>();

  constructor(deps: AttachmentsDeps) {
    this.#deps = deps;
  }

  /** Take a file in. @throws AppError `attachment-*`: nothing was kept */
  async add({ client, kind, name, strip }: AttachmentQuery, body: Body): Promise<FileAttachment> {
    const isStripped = strip === "1";
    const accepted = await accept(kind, isStripped, body);
    const about = { client, kind, name: safeFileName(name, accepted.type) };
    return this.#file(randomId(), { ...about, ...(isStripped && { stripped: true }) }, accepted);
  }

  /** Take in a PDF that the app made itself. @throws AppError `attachment-*`: nothing was kept */
  async addMade({ client, name, made }: Required<Pick<About, "client" | "name" | "made">>, pdf: Uint8Array) {
    const accepted = await accept("document", false, once(pdf));
    return this.#file(
      randomId(),
      { client, kind: "document", name: safeFileName(name, accepted.type), made },
      accepted,
    );
  }

  /** An attachment's content, proven to its end. @throws AppError `attachment-missing`, `attachment-damaged` */
  async open(id: string): Promise<{ stream: OpenStream; name: string }> {
    const record = this.#recordOf(id);
    if (record.kind === "reference") throw new AppError("attachment-missing");
    const stream = await this.#deps.vault.attachments.open(id);
    if (stream.bytes !== record.bytes || stream.type !== record.type) throw new AppError("attachment-damaged");
    return { stream, name: record.name };
  }

  /** File where somebody else keeps something; no bytes. */
  async addReference(input: ChannelInput<"addReference">): Promise<ReferenceAttachment> {
    const id = randomId();
    const record = ReferenceAttachment.parse({ ...input, id, kind: "reference", addedAt: this.#now() });
    await this.#record(record);
    return record;
  }

  async beginRecording({ client, name, consentAt }: ChannelInput<"beginRecording">): Promise<{ id: string }> {
    const id = randomId();
    const about = RecordingAbout.parse({ client, name, consentAt, startedAt: this.#now() });
    await this.#deps.vault.attachments.beginRecording(id, about);
    return { id };
  }

  /** Append a piece after the first `at` bytes. @throws AppError `recording-missing`, `recording-order`, `attachment-too-large` */
  async appendRecording(id: string, at: number, body: Body): Promise<RecordingProgress> {
    const room = attachmentLimits.recordingBytes - at;
    const piece = await wholeOf(body, Math.min(pieceBytes, room));
    return { bytes: await this.#deps.vault.attachments.appendRecording(id, piece, at) };
  }

  /** Seal and file a recording as it ended. @throws AppError `recording-missing`, `attachment-*`; the recording stays */
  finishRecording({ id, durationMs }: ChannelInput<"finishRecording">): Promise<FileAttachment> {
    return this.#fileRecording(id, { durationMs });
  }

  /** File what is whole of a recording that was cut short. @throws AppError as {@link finishRecording} */
  keepRecording({ id }: ChannelInput<"keepRecording">): Promise<FileAttachment> {
    return this.#fileRecording(id, { interrupted: true });
  }

  /** @throws AppError `recording-missing` */
  dropRecording({ id }: ChannelInput<"dropRecording">): Promise<void> {
    return this.#deps.vault.attachments.dropRecording(id);
  }

  /** Every recording that is not filed, oldest first. */
  async recordings(): Promise<InterruptedRecording[]> {
    const found = await this.#deps.vault.attachments.recordings();
    return found
      .map(({ id, bytes, about }) => ({ id, bytes, ...about }))
      .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  }

  /** Enter an export in the register; {@link takeExport} then lets it out once. @throws AppError `attachment-missing` */
  async registerExport({ id, reason }: ChannelInput<"exportAttachment">): Promise<void> {
    const { client, name, sha256, kind } = this.#recordOf(id);
    if (kind === "reference") throw new AppError("attachment-missing");
    const entry = { client, attachment: id, name, sha256, reason, at: this.#now() };
    await this.#deps.write.record("exportEntry", randomId(), entry, client);
    this.#registered.add(id);
  }

  /** @throws AppError `export-unregistered` */
  takeExport(id: string): void {
    if (!this.#registered.delete(id)) throw new AppError("export-unregistered");
  }

  /** An attachment keeps its recording's id, so that after a crash between the two steps it is known which one is left over. */
  async #fileRecording(id: string, extra: Pick<About, "durationMs" | "interrupted">): Promise<FileAttachment> {
    const { vault } = this.#deps;
    if (this.#filing.has(id) || vault.rows("attachment").has(id)) throw new AppError("recording-missing");
    this.#filing.add(id);
    try {
      const recorded = await vault.attachments.recording(id);
      const { client, name, consentAt } = recorded.about;
      const accepted = await accept("recording", false, recorded.read());
      const about = { kind: "recording", client, name: safeFileName(name, accepted.type), consentAt } as const;
      const attachment = await this.#file(id, { ...about, ...extra }, accepted);
      // It is filed; what could not be removed now goes at the next opening.
      await vault.attachments.dropRecording(id).catch(() => undefined);
      return attachment;
    } finally {
      this.#filing.delete(id);
    }
  }

  /** Seal the bytes, then write the record; neither is there without the other. */
  async #file(id: string, about: About, { type, content }: Accepted): Promise<FileAttachment> {
    const store = this.#deps.vault.attachments;
    const chunkBytes = about.kind === "recording" ? recordingChunkBytes : documentChunkBytes;
    const sealed = await store.write({ id, type, chunkBytes }, content);
    const record = FileAttachment.parse({ ...about, ...sealed, id, type, addedAt: this.#now() });
    try {
      await this.#record(record);
    } catch (error) {
      await store.discard(id);
      throw error;
    }
    return record;
  }

  async #record({ id, ...value }: Attachment): Promise<void> {
    await this.#deps.write.record("attachment", id, value, value.client);
  }

  #recordOf(id: string): Attachment {
    const row = this.#deps.vault.rows("attachment").get(id);
    if (row === undefined) throw new AppError("attachment-missing");
    return Attachment.parse(row);
  }

  #now(): string {
    return new Date(this.#deps.now()).toISOString();
  }
}
