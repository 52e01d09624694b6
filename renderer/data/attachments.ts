/**
 * @file Files of clients on their way in and out: bytes go by the streams (see [Note: Attachment
 * streams]), and what was filed comes back through the log like everything else.
 */
import { z } from "zod";
import type { ChannelInput } from "../../shared/bridge/contract.ts";
import { Failure, type Reply, unwrap } from "../../shared/bridge/reply.ts";
import { type AttachmentQuery, attachmentPath } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { attachmentLimits, FileAttachment, type FileKind } from "../../shared/model/attachment.ts";
import type { ClientId } from "../../shared/model/primitives.ts";
import { call, openStream } from "../bridge.ts";

const AddReply = z.union([z.object({ ok: z.literal(true), value: FileAttachment }), Failure]);

/** Where an attachment's bytes are, for elements and for {@link readAttachment}. */
export function attachmentUrl(id: string): string {
  return `${attachmentPath}/${id}`;
}

/** What a file is filed as, by what the system takes it for; the main process looks into it. */
export function kindOfFile({ type }: Pick<File, "type">): FileKind {
  if (type.startsWith("image/")) return "photo";
  return type.startsWith("audio/") || type === "video/webm" ? "recording" : "document";
}

/**
 * Seal a file and file it under a client. Resolves when it is on the disk.
 *
 * @param strip takes place, time and device out of a photo
 * @throws AppError `attachment-*`, `disk-*`, `vault-read-only`, `locked`: nothing was kept
 */
export async function addAttachment(client: ClientId, file: File, strip: boolean): Promise<FileAttachment> {
  const kind = kindOfFile(file);
  const limit = kind === "recording" ? attachmentLimits.recordingBytes : attachmentLimits.fileBytes;
  // Before it is read: the sender of a large body does not always hear why it was refused.
  if (file.size > limit) throw new AppError("attachment-too-large", { limitMb: limit / 2 ** 20 });
  return upload({ client, kind, name: file.name, strip: kind === "photo" && strip ? "1" : "0" }, file);
}

/**
 * Seal the picture of a signature and file it under a client. Resolves when it is on the disk.
 *
 * @throws AppError as {@link addAttachment} does
 */
export function addSignature(client: ClientId, name: string, png: Blob): Promise<FileAttachment> {
  return upload({ client, kind: "signature", name, strip: "0" }, png);
}

async function upload(query: AttachmentQuery, body: Blob): Promise<FileAttachment> {
  const response = await openStream(`${attachmentPath}?${new URLSearchParams(query)}`, { method: "POST", body });
  const reply: Reply<FileAttachment> = AddReply.parse(await response.json());
  return unwrap(reply);
}

/** An attachment's whole content. @throws AppError `attachment-missing`, `attachment-damaged`, `cancelled`, `locked` */
export async function readAttachment(id: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return (await openStream(attachmentUrl(id), { signal })).arrayBuffer();
}

/** File where somebody else keeps a recording. @throws AppError `disk-*`, `vault-read-only`, `locked` */
export async function addReference(input: ChannelInput<"addReference">): Promise<void> {
  await call("addReference", input);
}

/**
 * Let an attachment out in the clear: first the register, then the system's own way of saving.
 *
 * @throws AppError `attachment-missing`, `disk-*`, `vault-read-only`, `locked`: nothing went out
 */
export async function exportAttachment(id: string, reason: string): Promise<void> {
  await call("exportAttachment", { id, reason });
  saveAs(`${attachmentUrl(id)}?export=1`);
}

/** Let the system save what a path answers with. */
export function saveAs(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = ""; // the answer brings the name
  link.click();
}
