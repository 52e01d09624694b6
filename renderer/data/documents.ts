/** @file What a document needs besides words, the picture of a signature and the hash of its record, and the way to the file. */
import type { GivenSignature, PrintDocument } from "../../shared/documents/document.ts";
import { AppError } from "../../shared/errors.ts";
import type { FileAttachment } from "../../shared/model/attachment.ts";
import type { ClientId } from "../../shared/model/primitives.ts";
import type { Signature } from "../../shared/model/signature.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { call } from "../bridge.ts";
import { readAttachment } from "./attachments.ts";

/**
 * Print a document as PDF and file it, sealed, under its client. Resolves when it is on the disk.
 *
 * @throws AppError `pdf-unavailable`, `pdf-failed`, `disk-*`, `vault-read-only`, `locked`: nothing was kept
 */
export function makeDocument(client: ClientId, name: string, document: PrintDocument): Promise<FileAttachment> {
  return call("makeDocument", { client, name, document });
}

/** SHA-256, hex, of a record in its canonical form (RFC 8785), its id included: what anybody who has it can compute. */
export async function recordHash(record: object): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalText(record));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A signature with its picture; without it where the picture was taken on another machine.
 *
 * @throws AppError `attachment-damaged`, `locked`
 */
export async function givenSignature({ attachment, ...signature }: Signature): Promise<GivenSignature> {
  try {
    const bytes = await readAttachment(attachment, new AbortController().signal);
    return { ...signature, png: btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("")) };
  } catch (error) {
    if (error instanceof AppError && error.code === "attachment-missing") return signature;
    throw error;
  }
}
