/** @file A client's documents: in by every door but the hostile ones, seen inside the app, heard, and let out only on purpose. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { ask, lockBook } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import { filesHolding } from "./support/files.ts";
import type { Instance } from "./support/instance.ts";
import { makePdf } from "./support/pdf.ts";
import { makePng } from "./support/png.ts";

const passphrase = "seven calm herons cross water";
const pdfText = "风险揭示书";

/** A new book with one client, at their documents. */
async function openDocuments(page: Page): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  await ask(page, "createVault", { label: "试用", passphrase, profile });
  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await page.keyboard.press("n");
  await page.getByLabel("姓名").fill("陆文澜");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "陆文澜", level: 1 })).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByText("还没有文件")).toBeVisible();
}

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function add(page: Page, ...files: readonly Given[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles([...files]);
}

const photo = (name: string): Given => ({ name, mimeType: "image/png", buffer: makePng(1200, 800) });
const row = (page: Page, name: string | RegExp) =>
  page.getByRole("grid", { name: "文件与录音" }).getByRole("row", { name });
const dialog = (page: Page) => page.getByRole("dialog");

/** Problems a test provoked on purpose, taken out of the watch; each of them must be one of these. */
function expectProblems(instance: Instance, ...patterns: readonly RegExp[]): void {
  const others = instance.problems.filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
  instance.problems.length = 0;
  expect(others).toEqual([]);
}

test("@vault a photo and a PDF are filed, looked at inside the app, and leave it only by way of the register", async ({
  page,
  instance,
}) => {
  await openDocuments(page);
  await add(page, photo("身份证正面.png"), {
    name: "揭示书.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(makePdf([pdfText, "第二页签字"])),
  });
  await expect(row(page, /揭示书/)).toContainText("PDF");
  await expect(row(page, /身份证正面/)).toContainText("已清除拍摄信息");
  await axeInBothSchemes(page);

  await row(page, /身份证正面/).press("Enter");
  const picture = dialog(page).getByRole("img", { name: "身份证正面.png" });
  await expect(picture).toHaveJSProperty("naturalWidth", 1200);
  const box = async () => (await picture.boundingBox()) ?? { width: 0, height: 0 };
  await expect.poll(async () => (await box()).width > (await box()).height).toBe(true);
  await page.keyboard.press("r");
  await expect.poll(async () => (await box()).height > (await box()).width).toBe(true);
  await page.keyboard.press("Escape");

  await row(page, /揭示书/).press("Enter");
  await expect(dialog(page).getByText(pdfText, { exact: true })).toBeAttached();
  // Ink on the page: the font is not in the file, so the character map and a font were found.
  await expect.poll(() => inkOf(page)).toBeGreaterThan(100);
  await page.keyboard.press("PageDown");
  await expect(dialog(page).getByText("第二页签字")).toBeAttached();
  await axeInBothSchemes(page);

  await page.getByRole("button", { name: "导出", exact: true }).click();
  await expect(dialog(page).getByText("导出的副本不再加密", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "登记并导出" })).toBeDisabled();
  await page.getByLabel("为什么导出").fill("监管调取");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("揭示书.pdf");
  await expect(dialog(page).getByText("已登记")).toBeVisible();
  await download.delete();

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "隐私遮挡" }).click();
  await expect(page.getByText("身份证正面")).toHaveCount(0);
  for (const text of [pdfText, "身份证正面", "监管调取"]) expect(await filesHolding(instance.root, text)).toEqual([]);
});

/** How many pixels of the shown page are dark. */
async function inkOf(page: Page): Promise<number> {
  return dialog(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d");
      if (context === null || canvas.width === 0) return 0;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, index) => index % 4 === 0 && value < 64 && (data[index + 3] ?? 0) > 200).length;
    });
}

test("@vault what draws PDFs reaches no cookie, no storage, no bridge, no stream, no network and no page of ours", async ({
  page,
  instance,
}) => {
  await openDocuments(page);
  await add(page, { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from(makePdf([pdfText])) });
  await row(page, /a\.pdf/).press("Enter");
  await expect(dialog(page).getByText(pdfText, { exact: true })).toBeAttached();
  const frame = page.frames().find((one) => one.url().endsWith("/pdf.html"));
  const found = await frame?.evaluate(async () => {
    const reach = async (act: () => unknown) => {
      try {
        return `reached: ${String(await act())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    /** From a timer: what the test tool itself evaluates is exempt from the policy. */
    const later = (act: () => unknown) => new Promise<string>((resolve) => setTimeout(() => resolve(reach(act))));
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: '{"input":null}' };
    return {
      origin: self.origin,
      bridge: typeof (window as { suitbook?: unknown }).suitbook,
      cookie: await reach(() => document.cookie),
      storage: await reach(() => localStorage.length),
      databases: await reach(() => indexedDB.open("any")),
      parent: await reach(() => window.parent.document.title),
      channel: await reach(() => fetch("/bridge/appInfo", post)),
      book: await reach(() => fetch("/stream/book")),
      elsewhere: await reach(() => fetch("https://example.com/")),
      eval: await later(() => (Reflect.get(window, "eval") as (code: string) => unknown)("1")),
      worker: await later(() => new Worker("data:text/javascript,")),
      script: await later(
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.onload = resolve;
            script.onerror = () => reject(new DOMException("", "Blocked"));
            Object.assign(script, { src: "/assets/none.js" });
            document.head.append(script);
          }),
      ),
    };
  });
  expect(found).toEqual({
    origin: "null",
    bridge: "undefined",
    cookie: "SecurityError",
    storage: "SecurityError",
    databases: "SecurityError",
    parent: "SecurityError",
    channel: "TypeError",
    book: "TypeError",
    elsewhere: "TypeError",
    eval: "EvalError",
    worker: "TypeError",
    script: "TypeError",
  });
  expectProblems(instance, /Content Security Policy|Trusted|Fetch API cannot load/);
  // Locking closes the viewer, and takes the frame away.
  await lockBook(page);
  await expect(page.getByRole("textbox", { name: "口令" })).toBeVisible();
  await expect.poll(() => page.frames().length).toBe(1);
});

test("@vault a drawing with a script, a page named as a photo, a program and a broken PDF are each refused with their reason", async ({
  page,
}) => {
  await openDocuments(page);
  await add(
    page,
    {
      name: "图.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    },
    { name: "照片.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<!doctype html><script>owned = true</script>") },
    { name: "程序.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\0 This program cannot be run") },
    { name: "坏的.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nnothing follows") },
  );
  const refusals = page.getByRole("list", { name: "没有存入的文件" }).getByRole("listitem");
  await expect(refusals.filter({ hasText: "图.svg" })).toContainText(
    "这是网页或矢量图，里面可能带有程序。请打印成 PDF",
  );
  await expect(refusals.filter({ hasText: "照片.jpg" })).toContainText("这是网页或矢量图");
  await expect(refusals.filter({ hasText: "程序.pdf" })).toContainText("这是程序或脚本");
  await refusals.filter({ hasText: "图.svg" }).getByRole("button").click();
  await expect(refusals).toHaveCount(2);
  // What is a PDF by its first bytes only shows itself when opened.
  await row(page, /坏的/).press("Enter");
  await expect(dialog(page).getByText("这份 PDF 的内容读不出来")).toBeVisible();
});

test("@vault a recording begins with consent, is heard again from any place, and outlives a lock", async ({ page }) => {
  await openDocuments(page);
  await page.getByRole("button", { name: "录音", exact: true }).click();
  const begin = page.getByRole("button", { name: "开始录音" });
  await expect(begin).toBeDisabled();
  await page.getByRole("checkbox", { name: /客户已同意/ }).check();
  await axeInBothSchemes(page);
  await begin.click();
  const bar = page.getByRole("status").filter({ hasText: "正在录音" });
  await expect.poll(() => bar.getByRole("meter").evaluate((meter: HTMLMeterElement) => meter.value)).toBeGreaterThan(0);
  await expect(bar).toContainText(/0:(0[3-9]|[1-5]\d)/);
  await page.getByRole("button", { name: "暂停" }).click();
  await expect(page.getByText("录音已暂停")).toBeVisible();
  await page.getByRole("button", { name: "继续" }).click();
  await page.getByRole("button", { name: "结束并存入" }).click();

  await row(page, /录音 .*WebM/).press("Enter");
  await expect(dialog(page)).toContainText("同意录音");
  const position = dialog(page).getByRole("slider", { name: "播放位置" });
  await position.fill("2");
  await dialog(page).getByRole("button", { name: "播放" }).click();
  const at = () =>
    dialog(page)
      .locator("audio")
      .evaluate((audio: HTMLAudioElement) => audio.currentTime);
  await expect.poll(at).toBeGreaterThan(2.2);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "录音", exact: true }).click();
  await page.getByRole("checkbox", { name: /客户已同意/ }).check();
  await begin.click();
  await expect(bar).toContainText(/0:(0[2-9]|[1-5]\d)/);
  await page.keyboard.press("Control+l");
  await page.getByRole("textbox", { name: "口令" }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByText("有1段录音曾中断")).toBeVisible();
  await page.getByRole("button", { name: "查看" }).click();
  await page.getByRole("button", { name: "保留" }).click();
  await expect(dialog(page).getByText("都处理好了")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("row", { name: /陆文澜/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "陆文澜", level: 1 })).toBeVisible();
  await page.keyboard.press("d");
  await expect(row(page, /录音曾中断/)).toBeVisible();
});

test("@vault an insurance recording is noted by number and hash, and can be withdrawn but not deleted", async ({
  page,
}) => {
  await openDocuments(page);
  await page.getByRole("button", { name: "登记外部录音" }).click();
  await page.getByLabel("名称").fill("保险双录");
  await page.getByLabel("编号").fill("PA-2026-77");
  await page.getByLabel("保存方").fill("平安人寿");
  await page.getByLabel(/SHA-256/).fill("not a hash");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog(page)).toContainText("校验值是64位数字或字母 a 到 f");
  await page.getByLabel(/SHA-256/).fill("ab".repeat(32));
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await row(page, /保险双录/).press("Enter");
  await expect(dialog(page)).toContainText("PA-2026-77");
  await page.getByRole("button", { name: "作废" }).click();
  await page.getByLabel("为什么作废").fill("登记错了");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("作废：登记错了");
  await page.keyboard.press("Escape");
  await expect(row(page, /保险双录/)).toContainText("已作废");
});
