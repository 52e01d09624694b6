/** @file The document texts that ship; checked like any other pack before their first use. */
import { AppError } from "../errors.ts";
import { checkDocumentTexts } from "./document-check.ts";
import { DocumentTexts } from "./document-texts.ts";
import raw from "./document-texts-v1.json" with { type: "json" };

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: DocumentTexts | undefined;

/** The texts in force. @throws AppError `pack-invalid` */
export function documentTexts(): DocumentTexts {
  parsed ??= parseTexts(raw);
  return parsed;
}

/** @throws AppError `pack-invalid`; `faults` names up to five, as `code at`. */
export function parseTexts(pack: unknown): DocumentTexts {
  const faults = checkDocumentTexts(pack);
  if (faults.length === 0) return DocumentTexts.parse(pack);
  const named = faults.slice(0, 5).map(({ code, at, detail = "" }) => `${code} ${at} ${detail}`.trim().slice(0, 70));
  throw new AppError("pack-invalid", { faults: named.join("; ") });
}
