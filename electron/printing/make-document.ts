/**
 * @file A document as a sealed PDF among a client's attachments. What is printed is drawn here, from
 * words alone: the page hands over no markup.
 */
import type { Handlers } from "../../shared/bridge/contract.ts";
import type { PrintDocument } from "../../shared/documents/document.ts";
import { documentHtml } from "../../shared/documents/sheet.ts";
import { AppError } from "../../shared/errors.ts";
import type { FileAttachment } from "../../shared/model/attachment.ts";
import type { Attachments } from "../attachments/service.ts";
import { sha256 } from "../crypto/hash.ts";
import type { PdfService } from "./pdf-service.ts";

/**
 * @param pdf undefined where the shell has none
 * @throws AppError `bad-request` when a signature is not the picture it names; `pdf-*`, `attachment-*`,
 *   `disk-*`, `locked`: nothing was kept
 */
export async function makeDocument(
  attachments: Pick<Attachments, "addMade">,
  pdf: PdfService | undefined,
  { client, name, document }: Parameters<Handlers["makeDocument"]>[0],
): Promise<FileAttachment> {
  if (pdf === undefined) throw new AppError("pdf-unavailable");
  if (!signatures(document).every(isItself)) throw new AppError("bad-request");
  const bytes = await pdf.print(documentHtml(document));
  return attachments.addMade({ client, name, made: document.origin }, bytes);
}

function signatures({ sections }: PrintDocument) {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) =>
    block.kind === "sign" ? block.signatures.flatMap(({ signed }) => signed ?? []) : [],
  );
}

function isItself(signed: { readonly png?: string | undefined; readonly sha256: string }): boolean {
  if (signed.png === undefined) return true;
  return sha256(Buffer.from(signed.png, "base64")).toString("hex") === signed.sha256;
}
