/** @file What a filed PDF says, by poppler; undefined where it is not installed. */
import type { Page } from "@playwright/test";
import { missingTools, runTool } from "../../support/run-tool.ts";

/** The bytes of an attachment, as the page itself would fetch them. */
export async function attachmentBytes(page: Page, id: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (path) => {
    const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, `/stream/attachment/${id}`);
  return Buffer.from(base64, "base64");
}

/** Without spaces: where lines end is the printer's business. */
export function pdfText(pdf: Uint8Array): string | undefined {
  if (missingTools(["pdftotext"]).length > 0) return undefined;
  return runTool("pdftotext", ["-enc", "UTF-8", "-", "-"], { input: pdf })
    .stdout.toString("utf8")
    .replaceAll(/\s/g, "");
}
