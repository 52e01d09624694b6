/** @file The PDF of a proof pack, by whatever makes PDFs here. */
import { proofDocument } from "../../shared/documents/proof-document.ts";
import { documentHtml } from "../../shared/documents/sheet.ts";
import { AppError } from "../../shared/errors.ts";
import type { Proof } from "../../shared/proof/proof.ts";
import { sha256 } from "../crypto/hash.ts";
import type { PdfService } from "../printing/pdf-service.ts";
import { fingerprintOf } from "../sync/identity.ts";

/** Draws nothing where there is nothing to draw with: the pack is as good a proof without. @throws AppError `pdf-failed` */
export function drawer(pdf: PdfService | undefined): (proof: Proof) => Promise<Uint8Array | undefined> {
  return async (proof) => {
    if (pdf === undefined) return undefined;
    const { verifyKey, recipient } = proof.maker;
    const means = {
      sha256: (text: string) => sha256(text).toString("hex"),
      fingerprint: fingerprintOf(verifyKey, recipient),
    };
    try {
      return await pdf.print(documentHtml(proofDocument(proof, means)));
    } catch (error) {
      if (error instanceof AppError && error.code === "pdf-unavailable") return undefined;
      throw error;
    }
  };
}
