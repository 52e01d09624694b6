/**
 * @file A file or recording that belongs to a client: what the log says about it. The bytes lie
 * sealed beside the log (security.md 3.3); the record is evidence, written once they are on the disk.
 */
import { z } from "zod";
import { DocumentOrigin } from "../documents/document.ts";
import { ClientId, Instant, Line, Lines, RecordId, Sha256 } from "./primitives.ts";

export const attachmentTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "application/pdf",
  "audio/webm",
  "audio/wav",
  "audio/mpeg",
  "audio/mp4",
] as const;
/** Decided by the first bytes of the file, never by its name. */
export const AttachmentType = z.enum(attachmentTypes);
export type AttachmentType = z.infer<typeof AttachmentType>;

const images = ["image/jpeg", "image/png", "image/webp"] as const;
const audio = ["audio/webm", "audio/wav", "audio/mpeg", "audio/mp4"] as const;

/** What may be filed as what. */
export const typesOfKind = {
  document: ["application/pdf", ...images],
  photo: images,
  signature: images,
  recording: audio,
} as const satisfies Record<string, readonly AttachmentType[]>;
export const FileKind = z.enum(Object.keys(typesOfKind) as [keyof typeof typesOfKind]);
export type FileKind = keyof typeof typesOfKind;

/** Where a file stops being taken in, each with its reason. */
export const attachmentLimits = {
  /** A contract of a hundred scanned pages stays well below; larger is a mistake or an attack. */
  fileBytes: 50 * 2 ** 20,
  /** Four days of speech as the recorder writes it, an hour as WAV. */
  recordingBytes: 500 * 2 ** 20,
  /** Four bytes a pixel when shown: 160 MB. */
  pixels: 40_000_000,
  /** The largest side that graphics hardware draws. */
  edge: 16_384,
  nameChars: 120,
} as const;

const common = {
  client: ClientId,
  /** What it is called on the screen and when exported; never its name on the disk. */
  name: Line.min(1).max(attachmentLimits.nameChars),
  addedAt: Instant,
  note: Lines,
  /** Of the content as it was taken in, hex. */
  sha256: Sha256,
};
const file = {
  type: AttachmentType,
  bytes: z.int().min(0),
  /** Place, time and device were taken out of the picture before it was sealed. */
  stripped: z.literal(true),
  durationMs: z.int().min(0),
  /** When the client agreed to be recorded. */
  consentAt: Instant,
  /** The recording was cut short, by a crash or a lock, and this is what was there. */
  interrupted: z.literal(true),
  /** The app made it: which document, and of which record. */
  made: DocumentOrigin,
};
const reference = {
  /** The number under which the holder keeps it. */
  reference: Line.min(1),
  /** Who keeps it, e.g. the insurer. */
  heldBy: Line.min(1),
};

export const attachmentFields = {
  ...common,
  ...file,
  ...reference,
  kind: z.enum([...FileKind.options, "reference"]),
} as const;

const optionalOfFile = {
  note: true,
  stripped: true,
  durationMs: true,
  consentAt: true,
  interrupted: true,
  made: true,
} as const;

export const FileAttachment = z.object({ id: RecordId, kind: FileKind, ...common, ...file }).partial(optionalOfFile);
export type FileAttachment = z.infer<typeof FileAttachment>;

/** Insurance double recordings stay with the insurer: only where, and the hash (domain.md). */
export const ReferenceAttachment = z
  .object({ id: RecordId, kind: z.literal("reference"), ...common, ...reference })
  .partial({ note: true });
export type ReferenceAttachment = z.infer<typeof ReferenceAttachment>;

export const Attachment = z.discriminatedUnion("kind", [FileAttachment, ReferenceAttachment]);
export type Attachment = z.infer<typeof Attachment>;

/** Marks an attachment as filed by mistake or superseded. The file stays: evidence is never taken back. */
export const withdrawalFields = {
  client: ClientId,
  attachment: RecordId,
  reason: Lines.min(1),
  at: Instant,
} as const;
export const Withdrawal = z.object({ id: RecordId, ...withdrawalFields });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** One line of the register of what was taken out of the vault in the clear; written before the first byte. */
export const exportEntryFields = {
  client: ClientId,
  attachment: RecordId,
  /** As it was called then. */
  name: common.name,
  sha256: Sha256,
  reason: Lines.min(1),
  at: Instant,
} as const;
export const ExportEntry = z.object({ id: RecordId, ...exportEntryFields });
export type ExportEntry = z.infer<typeof ExportEntry>;
