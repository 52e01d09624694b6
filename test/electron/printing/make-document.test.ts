/** @file A document through the channel the screens use: printed, sealed, filed with where it comes from; or refused, and nothing kept. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../../../electron/crypto/hash.ts";
import type { PdfService } from "../../../electron/printing/pdf-service.ts";
import { PrintDocument } from "../../../shared/documents/document.ts";
import { AppError } from "../../../shared/errors.ts";
import { FileAttachment } from "../../../shared/model/attachment.ts";
import { makePng } from "../../e2e/support/png.ts";
import { sampleAssessment, sampleDocument, sampleNotice } from "../../support/documents.ts";
import { clientA } from "../../support/sheets.ts";
import { pdf as somePdf } from "../attachments/samples.ts";
import { clearDesks, type Desk, linesOf, openNewVault } from "../services/desk.ts";

afterAll(clearDesks);

const bytes = somePdf(3000);
const printer = (asked: string[] = []): PdfService => ({
  async print(html) {
    asked.push(html);
    return bytes;
  },
});
const document = sampleDocument("elder-care", "zh-TW");
const input = { client: "c1", name: "告知函 2026-11-23", document } as const;
const records = async (desk: Desk) => {
  const rows = (await linesOf(await desk.stream("/stream/book"))).flatMap((frame) =>
    frame["kind"] === "rows" && frame["entity"] === "attachment" ? (frame["rows"] as unknown[]) : [],
  );
  return rows.map((row) => FileAttachment.parse(row));
};

test("is filed as a PDF that says which document of which record it is", async () => {
  const asked: string[] = [];
  const desk = await openNewVault({ pdf: printer(asked) });
  const filed = await desk.call("makeDocument", input);
  expect(filed).toMatchObject({
    client: "c1",
    kind: "document",
    name: "告知函 2026-11-23.pdf",
    type: "application/pdf",
    bytes: bytes.length,
    sha256: sha256(bytes).toString("hex"),
    made: { document: "elder-care", record: "d-1", language: "zh-TW", texts: { id: "DOC-CN-v1", version: "2026.11" } },
  });
  expect(await records(desk)).toEqual([filed]);
  const sent = await desk.stream(`/stream/attachment/${filed.id}`);
  expect(Buffer.from(await sent.arrayBuffer()).equals(bytes)).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('<html lang="zh-TW">');
  expect(asked[0]).toContain("65歲以上投資者特別關懷告知及確認書");
});

test("lies sealed on the disk", async () => {
  const desk = await openNewVault({ pdf: printer() });
  const { id } = await desk.call("makeDocument", input);
  const sealed = await readFile(path.join(desk.root, desk.session.vault.id, "att", `${id}.a`));
  expect(sealed.includes("obj endobj")).toBe(false);
});

test("with a signature that is not the picture it names is refused before anything is printed", async () => {
  const asked: string[] = [];
  const desk = await openNewVault({ pdf: printer(asked) });
  const png = makePng(60, 20);
  const hash = sha256(png).toString("hex");
  const notice = (sha: string) => {
    const signature = {
      png: png.toString("base64"),
      sha256: sha,
      how: "drawn",
      at: "2026-11-23T01:11:00.000Z",
    } as const;
    return sampleNotice(sampleAssessment(clientA), { signature });
  };
  const other = { ...input, document: notice("f".repeat(64)) };
  await expect(desk.call("makeDocument", other)).rejects.toMatchObject({ code: "bad-request" });
  expect([asked, await records(desk)]).toEqual([[], []]);
  await desk.call("makeDocument", { ...input, document: notice(hash) });
  expect(asked).toHaveLength(1);
});

test("where the shell has no printer, or it fails, nothing is kept", async () => {
  const without = await openNewVault();
  await expect(without.call("makeDocument", input)).rejects.toMatchObject({ code: "pdf-unavailable" });
  const broken = await openNewVault({ pdf: { print: () => Promise.reject(new AppError("pdf-failed")) } });
  await expect(broken.call("makeDocument", input)).rejects.toMatchObject({ code: "pdf-failed" });
  const odd = await openNewVault({ pdf: { print: async () => Buffer.from("<html>") } });
  await expect(odd.call("makeDocument", input)).rejects.toMatchObject({ code: "attachment-markup" });
  for (const desk of [without, broken, odd]) {
    expect(await records(desk)).toEqual([]);
    expect(await readdir(path.join(desk.root, desk.session.vault.id, "att")).catch(() => [])).toEqual([]);
  }
});

test("a locked book makes nothing", async () => {
  const asked: string[] = [];
  const desk = await openNewVault({ pdf: printer(asked) });
  await desk.services.lock("user");
  await expect(desk.call("makeDocument", input)).rejects.toMatchObject({ code: "locked" });
  expect(asked).toEqual([]);
});

test.each([
  ["markup instead of words", { ...document, html: "<script>" }],
  ["a document nobody knows", { ...document, origin: { ...document.origin, document: "other" } }],
  ["an image that is no PNG", withPicture("PHN2Zz4=")],
  ["more than a page can be", { ...document, title: "x".repeat(8001) }],
])("%s is not taken", async (_what, odd) => {
  expect(PrintDocument.safeParse(odd).success).toBe(false);
});

function withPicture(png: string): unknown {
  const signature = { png, sha256: "ab".repeat(32), how: "drawn", at: "2026-11-23T01:11:00.000Z" } as const;
  return sampleNotice(sampleAssessment(clientA), { signature });
}
