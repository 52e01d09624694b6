/** @file PDFs of documents by the real browser, read back by poppler: what they say, how their pages break, and that nothing stays behind. */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findBrowser } from "../../../build/setup.mjs";
import { createBrowserPdf } from "../../../electron/loopback/pdf.ts";
import type { PrintDocument } from "../../../shared/documents/document.ts";
import { documentHtml } from "../../../shared/documents/sheet.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { makePng } from "../../e2e/support/png.ts";
import { sampleAssessment, sampleDocument, sampleNotice, wordsOf } from "../../support/documents.ts";
import { testWith } from "../../support/external-tools.ts";
import { runTool, type Tool } from "../../support/run-tool.ts";
import { clientA } from "../../support/sheets.ts";

const browser = findBrowser();
const tools: Tool[] = ["pdftotext", "pdftoppm"];
/** Skipped by name where there is no browser or no poppler. */
const printed = browser === undefined ? skipped : testWith(...tools);
function skipped(name: string): void {
  test.skip(`${name} (skipped: no Chromium, Chrome or Edge)`);
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-pdf-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const pdfOf = (document: PrintDocument) => createBrowserPdf({ browser }).print(documentHtml(document));

/** Each page's text, spaces and line ends aside: where they fall is the printer's business. */
function pagesOf(pdf: Uint8Array): string[] {
  const { status, stdout } = runTool("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], { input: pdf });
  expect(status).toBe(0);
  return stdout.toString("utf8").split("\f").slice(0, -1).map(bare);
}
const bare = (text: string) => text.replaceAll(/\s/g, "");

describe("the notice of a result", () => {
  for (const language of languages) {
    printed(`says everything in ${language}, character for character`, async () => {
      const png = makePng(600, 200);
      const signature = {
        png: png.toString("base64"),
        sha256: "cd".repeat(32),
        how: "drawn",
        at: "2026-11-23T01:11:00.000Z",
      } as const;
      const previous = { id: "a-0", level: "C4", total: 71 } as const;
      const record = sampleAssessment(clientA, {
        age: 66,
        previous,
        levelChangeConfirmedAt: "2026-11-23T01:10:00.000Z",
      });
      const notice = sampleNotice(record, { language, signature });
      const pages = pagesOf(await pdfOf(notice));
      const text = pages.join("");
      const level = { "zh-CN": "C3稳健型", "zh-TW": "C3穩健型", en: "C3Balanced" }[language];
      for (const part of [level, "2027-11-23", "RTQ-NP-v1", "2026.07", "陆文澜", "SH-0012", "AB12AB12AB12AB12"]) {
        expect(text).toContain(part);
      }
      const words = wordsOf(notice).filter(
        (one) => !/^(?:iVBORw|text|paragraph|facts|items|points|table|note|basis|sign|C\d|R\d)/.test(one),
      );
      const missing = words.filter(
        (one) => !pages.some((page) => page.includes(bare(one))) && !text.includes(bare(one)),
      );
      // A sentence that runs over a page's end has the foot and the head inside it.
      expect(missing.length).toBeLessThan(pages.length);
      // Glyphs that two characters share are told apart: 一 and not ⼀.
      expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF]/);
    });
  }

  printed("has institution, name and version above each page, client, page and evidence below", async () => {
    const pages = pagesOf(await pdfOf(sampleNotice(sampleAssessment(clientA))));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      for (const part of ["滨江营业部", "风险承受能力评估结果告知函", "2026.11版", "客户编号SH-0012"]) {
        expect(page).toContain(part);
      }
      expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
    }
  });
});

printed("other people's words stay words on paper too", async () => {
  const hostile = `</style><script>document.title="x"</script>"><img src=x>'\\0022 }`;
  const document = {
    ...sampleDocument("refusal-notice", "zh-CN"),
    institution: hostile,
    clientNo: hostile,
    title: hostile,
  };
  const [first = ""] = pagesOf(await pdfOf(document));
  // Above, as the heading, and below.
  expect(first.split(bare(hostile)).length - 1).toBe(4);
});

printed("a clause and its signature line are never apart, and a table's head stands on each of its pages", async () => {
  const { sections, ...document } = sampleDocument("professional-application", "zh-CN", 40);
  const [about, criteria] = sections;
  const sign = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === "sign");
  if (about === undefined || criteria === undefined || sign === undefined) throw new Error("no such document");
  // Thirty of them, each a line further down than the last: the page ends everywhere once.
  const signed = Array.from({ length: 30 }, (_, lines): PrintDocument["sections"][number] => ({
    blocks: [
      ...Array.from({ length: lines }, () => ({ kind: "paragraph" as const, text: "行" })),
      {
        ...sign,
        clause: `[clause${lines}]`,
        signatures: sign.signatures.map((each) => ({ ...each, who: `[line${lines}]` })),
      },
    ],
  }));
  const pages = pagesOf(await pdfOf({ ...document, sections: [about, criteria, ...signed] }));
  for (const lines of signed.keys()) {
    const page = pages.find((each) => each.includes(`[clause${lines}]`));
    expect(page?.split(`[line${lines}]`).length).toBe(1 + sign.signatures.length);
  }
  expect(pages.length).toBeGreaterThan(10);
  const withRows = pages.filter((page) => page.includes("[criterion]"));
  expect(withRows.length).toBeGreaterThan(1);
  expect(withRows.every((page) => page.includes("条件本人情况证明材料"))).toBe(true);
});

printed("is A4, in black alone", async () => {
  const pdf = await pdfOf(sampleNotice(sampleAssessment(clientA)));
  const { stdout } = runTool("pdftoppm", ["-r", "50", "-f", "1", "-l", "1", "-"], { input: pdf });
  const [, width = "", height = ""] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString("latin1")) ?? [];
  // 210 by 297 mm at 50 dots to the inch.
  expect([Number(width), Number(height)]).toEqual([414, 585]);
  const pixels = stdout.subarray(stdout.length - Number(width) * Number(height) * 3);
  let coloured = 0;
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 8) coloured++;
    if (r < 128) dark++;
  }
  expect(coloured).toBe(0);
  expect(dark).toBeGreaterThan(1000);
});

printed("nothing of it is written to the disk, and the browser's folder is gone afterwards", async () => {
  const canary = "CANARY7f3a91";
  const document = { ...sampleDocument("refusal-notice", "zh-CN"), institution: canary };
  const seen = new Set<string>();
  const found: string[] = [];
  let isDone = false;
  async function watch(): Promise<void> {
    while (!isDone) {
      for (const file of await readdir(folder, { recursive: true }).catch(() => [])) {
        const bytes = await readFile(path.join(folder, file)).catch(() => undefined);
        if (bytes === undefined) continue;
        seen.add(file);
        if (bytes.includes(canary) || bytes.includes(Buffer.from(canary, "utf16le"))) found.push(file);
      }
    }
  }
  const watching = watch();
  const pdf = await pdfOf(document);
  isDone = true;
  await watching;
  expect(pagesOf(pdf)[0]).toContain(canary);
  expect(seen.size).toBeGreaterThan(0);
  expect(found).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

describe("where it cannot be made", () => {
  const said = (code: string) => expect.objectContaining({ code });
  async function program(script: string): Promise<string> {
    const file = path.join(folder, "browser");
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o700);
    return file;
  }
  const leftOver = async () => (await readdir(folder)).filter((name) => name.startsWith("suitbook-pdf-"));

  test("no browser, or none that starts, is said as such", async () => {
    await expect(createBrowserPdf({ browser: undefined }).print("x")).rejects.toEqual(said("pdf-unavailable"));
    const gone = path.join(folder, "not-there");
    await expect(createBrowserPdf({ browser: gone }).print("x")).rejects.toEqual(said("pdf-unavailable"));
    expect(await leftOver()).toEqual([]);
  });

  test("a browser that ends at once, or says nothing, is given up", async () => {
    await expect(createBrowserPdf({ browser: await program("exit 3") }).print("x")).rejects.toEqual(said("pdf-failed"));
    const mute = createBrowserPdf({ browser: await program("exec sleep 600"), timeoutMs: 300 });
    await expect(mute.print("x")).rejects.toEqual(said("pdf-failed"));
    expect(await leftOver()).toEqual([]);
  });
});
