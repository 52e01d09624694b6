/** @file The frame as people live it: the first day, lock and key, the palette, lists by keyboard, three languages, light and dark. */
import type { Page } from "@playwright/test";
import { createClock } from "../../shared/log/hlc.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { ClientId } from "../../shared/model/primitives.ts";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axe, axeInBothSchemes } from "./support/axe.ts";

const passphrase = "seven calm herons cross water";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const passphraseField = (page: Page) => page.getByLabel("口令", { exact: true });

/** The first day, on screen: who, name, passphrase; then the key typed back. Returns the recovery key. */
async function firstDay(page: Page): Promise<string> {
  await page.getByLabel("姓名").fill("周明远");
  await page.getByLabel("营业部或支行").fill("滨江营业部");
  await expect(page.getByLabel("客户簿名称")).toHaveValue("周明远的客户簿");
  await passphraseField(page).fill(passphrase);
  await page.getByLabel("再输一次口令").fill(passphrase);
  await page.getByRole("button", { name: "建立" }).click();
  await expect(heading(page, "保存恢复密钥")).toBeVisible();
  const groups = await page.getByRole("list").last().getByRole("listitem").allInnerTexts();
  const key = groups.map((group) => group.split("\n").at(-1)?.trim() ?? "").join("-");
  expect(key).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){13}$/);
  return key;
}

async function begin(page: Page, key: string): Promise<void> {
  await page.getByLabel("照打印的那一页再输入一遍").fill(key.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "核对无误，开始使用" }).click();
  await expect(heading(page, "客户")).toBeVisible();
}

async function unlock(page: Page, secret: string): Promise<void> {
  await passphraseField(page).fill(secret);
  await page.keyboard.press("Enter");
}

/** A book with as many clients as asked for, made behind the screen. */
async function openBook(page: Page, count: number): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  const { session } = await ask(page, "createVault", { label: "试用", passphrase, profile });
  const device = session.device as Operation["device"];
  const clock = createClock(device, Date.now);
  const operations = Array.from({ length: count }, (_, index): Operation => {
    const id = `client-${index}` as ClientId;
    const name = index === 0 ? "陆文澜" : `客户${String(index).padStart(3, "0")}`;
    return {
      id: crypto.randomUUID(),
      at: clock.tick(),
      device,
      actor: session.profile.id as Operation["actor"],
      kind: "set",
      entity: "client",
      entityId: id,
      client: id,
      patch: {
        kind: "individual",
        name,
        phone: `1380000${String(6027 + index)}`,
        investableAssets: (count - index) * 1_000_000,
      },
    };
  });
  await ask(page, "appendOperations", operations);
  await page.reload();
  await expect(page.getByRole("row", { name: /陆文澜/ })).toBeVisible();
}

test("on the first day one is led to a book, and the recovery key must be typed back", async ({ page }) => {
  await expect(heading(page, "建立您的第一本客户簿")).toBeVisible();
  await page.getByRole("button", { name: "建立" }).click();
  await expect(page.getByText("请填写").first()).toBeVisible();
  await passphraseField(page).fill("too short");
  await expect(page.getByText("还差3个字符，或写成5个词")).toBeVisible();

  const key = await firstDay(page);
  await axe(page);
  await page.getByLabel("照打印的那一页再输入一遍").fill(key.slice(0, 10));
  await expect(page.getByRole("button", { name: "先输入全部14组" })).toBeDisabled();
  await expect(page.getByRole("listitem").filter({ hasText: key.slice(0, 4) })).toHaveCount(0);
  const wrong = key.replace(/^./, key.startsWith("2") ? "3" : "2");
  await page.getByLabel("照打印的那一页再输入一遍").fill(wrong);
  await expect(page.getByText("第1组不一样，请核对")).toBeVisible();
  await begin(page, key);
});

test("a locked book shows nothing of what is in it, and tells a wrong passphrase from damage", async ({
  page,
  instance,
}) => {
  await openBook(page, 3);
  await page.keyboard.press("Control+l");
  await expect(heading(page, "解锁“试用”")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("陆文澜");
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);

  await unlock(page, "not the passphrase");
  await expect(page.getByText("口令不对。")).toBeVisible();
  await expect(page.getByText("文件完好，没有损坏。")).toBeVisible();
  await unlock(page, passphrase);
  await expect(page.getByRole("row", { name: /陆文澜/ })).toBeVisible();
  instance.problems.splice(0); // the wrong try, in the main process's log
});

test("the recovery key opens the book and sets a new passphrase; the old one stops working", async ({
  page,
  instance,
}) => {
  const key = await firstDay(page);
  await begin(page, key);
  await page.getByRole("button", { name: "锁定" }).click();
  await page.getByRole("button", { name: "用恢复密钥" }).click();
  await page.getByLabel("恢复密钥").fill(key.toLowerCase());
  await page.getByLabel("新口令", { exact: true }).fill("another calm river of words");
  await page.getByLabel("再输一次口令").fill("another calm river of words");
  await axe(page);
  await page.getByRole("button", { name: "打开并换口令" }).click();
  await expect(heading(page, "客户")).toBeVisible();

  await page.keyboard.press("Control+l");
  await unlock(page, passphrase);
  await expect(page.getByText("口令不对。")).toBeVisible();
  await page.getByRole("button", { name: "更换口令" }).click();
  await page.getByLabel("现在的口令").fill("another calm river of words");
  await page.getByLabel("新口令", { exact: true }).fill("third time lucky it is");
  await page.getByLabel("再输一次口令").fill("third time lucky it is");
  await page.getByRole("button", { name: "更换", exact: true }).click();
  await expect(page.getByText("口令已更换，请用新口令解锁。")).toBeVisible();
  await unlock(page, "third time lucky it is");
  await expect(heading(page, "客户")).toBeVisible();
  instance.problems.splice(0); // the wrong try, in the main process's log
});

test("after several wrong tries one waits, and is told how long", async ({ page, instance }) => {
  await openBook(page, 1);
  await page.keyboard.press("Control+l");
  for (let failures = 1; failures <= 6; failures++) {
    await expect(page.getByRole("button", { name: "解锁" })).toBeEnabled();
    await unlock(page, `wrong ${failures}`);
    await expect(page.getByText(failures === 1 ? "口令不对。" : `已错${failures}次`)).toBeVisible();
  }
  await expect(page.getByRole("button", { name: /\d秒后可再试/ })).toBeDisabled();
  await expect(page.getByRole("button", { name: "解锁" })).toBeEnabled();
  await unlock(page, passphrase);
  await expect(page.getByRole("row", { name: /陆文澜/ })).toBeVisible();
  instance.problems.splice(0); // the wrong tries, in the main process's log
});

test("the palette finds a client by initials and acts on them by one letter", async ({ page }) => {
  await openBook(page, 20);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("lwl");
  const hit = page.getByRole("option", { name: /陆文澜/ });
  await expect(hit).toHaveAttribute("aria-selected", "true");
  await expect(hit.locator("mark")).toHaveText(["L", "W", "l"]);
  await expect(page.getByText(/本机检索，20位客户，\d+毫秒/)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("option", { name: "记一次联系" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog", { name: "记联系：陆文澜" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("nobody at all");
  await expect(page.getByText("没有匹配“nobody at all”的客户或操作")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("同步");
  await page.keyboard.press("Enter");
  await expect(heading(page, "同步")).toBeVisible();
});

test("a list of hundreds is walked by keyboard, counts all its rows, and is where one left it", async ({ page }) => {
  await openBook(page, 300);
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "301");
  expect(await grid.getByRole("row").count()).toBeLessThan(60);
  const focused = () => page.evaluate(() => Number(document.activeElement?.getAttribute("aria-rowindex")));

  await grid.getByRole("row").nth(1).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(4);
  await page.keyboard.press("k");
  expect(await focused()).toBe(3);
  await page.keyboard.press("End");
  expect(await focused()).toBe(301);
  await page.keyboard.press("PageUp");
  const place = await focused();
  expect(place).toBeLessThan(290);
  // The focused row is not hidden under the head or the foot.
  const row = await page.locator(":focus").boundingBox();
  const box = await grid.locator("..").boundingBox();
  expect(row && box && row.y >= box.y + 32 && row.y + row.height <= box.y + box.height + 1).toBe(true);

  // Scrolled far away, the focused row is still the keyboard's.
  await grid.locator("..").evaluate((element) => element.scrollTo({ top: 0 }));
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(place + 1);
  await page.keyboard.press("Enter");
  await expect(grid).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(`[aria-rowindex="${place + 1}"]`)).toBeInViewport();
});

test("single letters are text inside a field, and can be turned off", async ({ page }) => {
  await openBook(page, 1);
  await page.keyboard.press("/");
  await page.keyboard.type("?nl");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "全部快捷键" })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Alt+5");
  await page.getByRole("radio", { name: "关" }).check();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("the privacy mask hides names and amounts on the screen at once", async ({ page }) => {
  await openBook(page, 2);
  await page.keyboard.press("Control+m");
  await expect(page.getByRole("button", { name: "隐私遮挡" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("row", { name: /陆\*\*/ })).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("陆文澜");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("lwl");
  await expect(page.getByRole("option", { name: /陆\*\*/ })).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("文澜");
  // Masking and locking are heard whatever is open.
  await page.keyboard.press("Control+m");
  await expect(page.getByRole("option", { name: /陆文澜/ })).toBeVisible();
  await page.keyboard.press("Control+l");
  await expect(page.getByLabel("口令", { exact: true })).toBeVisible();
});

for (const language of ["zh-CN", "zh-TW", "en"] as const) {
  test(`lock screen, frame, palette and settings are accessible, light and dark, ${language}`, async ({ page }) => {
    await ask(page, "setPreferences", { language, colorScheme: "auto" });
    await openBook(page, 40);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await axeInBothSchemes(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("l");
    await axeInBothSchemes(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+5");
    await axeInBothSchemes(page);
    await page.keyboard.press("Control+l");
    await expect(page.locator("input[type=password]")).toBeVisible();
    await axeInBothSchemes(page);
  });
}
