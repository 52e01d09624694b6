/** @file Clients and contacts as an advisor lives them: by keyboard, found again by a few letters, hidden by one key. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";

const passphrase = "seven calm herons cross water";
const demoPassphrase = "suitbook demo book";

/** A new, empty book, opened. */
async function openEmpty(page: Page): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  await ask(page, "createVault", { label: "试用", passphrase, profile });
  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
}

/** A client through the form, by keyboard; ends on the client's page. */
async function create(page: Page, name: string, phone = ""): Promise<void> {
  await page.keyboard.press("n");
  await expect(page.getByLabel("姓名")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(phone);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Opens the contact form by its key; resolves when one can type. */
async function log(page: Page): Promise<void> {
  await page.keyboard.press("l");
  await expect(page.getByLabel("摘要")).toBeFocused();
}

const form = (page: Page) => page.getByRole("form", { name: "编辑资料" });
const list = (page: Page) => page.getByRole("grid", { name: "客户名单" });
const timeline = (page: Page) => page.getByRole("complementary", { name: "时间线" });

test("a client is entered, changed and contacted without the mouse, and is still there afterwards", async ({
  page,
}) => {
  await openEmpty(page);
  await expect(page.getByText("还没有客户")).toBeVisible();
  await create(page, "陆文澜", "138 0000 6027");
  await expect(page.getByText("还没有测评")).toBeVisible();

  await page.keyboard.press("e");
  await form(page).getByLabel("可投资资产").fill("380万");
  await page.keyboard.press("Control+Enter");
  await expect(timeline(page).getByText("改为380万元")).toBeVisible();
  await page.keyboard.press("e");
  await form(page).getByLabel("可投资资产").fill("420万");
  await form(page).getByLabel("来源或原因").fill("客户口述");
  await page.keyboard.press("Control+Enter");
  await expect(timeline(page).getByText("380万元改为420万元")).toBeVisible();
  await expect(timeline(page).getByText("来源：客户口述")).toBeVisible();

  await log(page);
  await page.keyboard.press("Alt+5");
  await page.keyboard.type("问到黄金占比，下周再谈");
  await page.getByRole("button", { name: "一周后" }).press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(timeline(page).getByRole("button", { name: /^微信/ })).toBeVisible();
  await expect(timeline(page).getByText("问到黄金占比，下周再谈")).toBeVisible();

  await page.reload();
  await list(page)
    .getByRole("row", { name: /陆文澜/ })
    .press("Enter");
  await expect(timeline(page).getByText("问到黄金占比，下周再谈")).toBeVisible();
});

test("a client is found by pinyin initials, whole syllables and phone digits", async ({ page }) => {
  await openEmpty(page);
  await create(page, "陆文澜", "138 0000 6027");
  await page.keyboard.press("Escape");
  for (const typed of ["lwl", "luwen", "6027"]) {
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(typed);
    await expect(page.getByText("找到1位")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(list(page).getByRole("row", { name: /陆文澜/ })).toBeFocused();
  }
  await page.keyboard.press("/");
  await page.keyboard.type("x");
  await expect(page.getByText("没有匹配“6027x”的客户")).toBeVisible();
  await page.keyboard.press("Escape");

  await expect(list(page).getByRole("row", { name: /陆文澜/ })).toBeVisible();
});

test("a logged contact is corrected in its place", async ({ page }) => {
  await openEmpty(page);
  await create(page, "白景行");
  await log(page);
  await page.keyboard.type("打错的一句");
  await page.keyboard.press("Control+Enter");
  await timeline(page).getByRole("button", { name: /^电话/ }).click();
  await page.getByLabel("摘要").fill("改好的一句");
  await page.getByRole("radio", { name: "满意" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(timeline(page).getByText("改好的一句")).toBeVisible();
  await expect(timeline(page).getByText("情绪：满意")).toBeVisible();
  await expect(timeline(page).getByText("打错的一句")).toHaveCount(0);
});

test("what cannot be kept is said beside its field, in words, and nothing is saved", async ({ page }) => {
  await openEmpty(page);
  await page.keyboard.press("n");
  await page.getByLabel("手机").fill("12");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("请填写")).toBeVisible();
  await expect(page.getByText("电话是3至20位数字，可以用 + 开头")).toBeVisible();
  await expect(page.getByLabel("姓名")).toBeFocused();
});

test("who may be there already is shown while typing, and can be opened", async ({ page }) => {
  await openEmpty(page);
  await create(page, "陆文澜", "13800006027");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(page.getByLabel("姓名")).toBeFocused();
  await page.keyboard.type("路人");
  await page.getByLabel("手机").fill("138 0000 6027");
  const hint = page.getByRole("complementary", { name: "可能已有这位客户" });
  await expect(hint).toContainText("手机相同");
  await hint.getByRole("button", { name: "陆文澜" }).click();
  await expect(page.getByRole("heading", { name: "陆文澜", level: 1 })).toBeVisible();
});

test("a half-written form is offered again, also after the page was gone", async ({ page }) => {
  await openEmpty(page);
  await page.keyboard.press("n");
  await expect(page.getByLabel("姓名")).toBeFocused();
  await page.keyboard.type("顾念慈");
  await expect(page.getByText(/^草稿已自动保存/)).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "新客户" }).first().click();
  await page.getByRole("button", { name: "接着写" }).click();
  await expect(page.getByLabel("姓名")).toHaveValue("顾念慈");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "顾念慈", level: 1 })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "新客户" }).first().click();
  await expect(page.getByLabel("姓名")).toBeFocused();
  await expect(page.getByRole("button", { name: "接着写" })).toHaveCount(0);
});

test("a contact that was begun goes on where it stopped", async ({ page }) => {
  await openEmpty(page);
  await create(page, "白景行");
  await log(page);
  await page.keyboard.type("说到一半");
  await page.keyboard.press("Escape");
  await log(page);
  await expect(page.getByLabel("摘要")).toHaveValue("说到一半");
  await page.getByRole("button", { name: "重新写" }).click();
  await expect(page.getByLabel("摘要")).toHaveValue("");
});

test("from the contact log the form asks for the client first", async ({ page }) => {
  await openEmpty(page);
  await create(page, "陆文澜", "13800006027");
  await page.keyboard.press("Alt+2");
  await expect(page.getByText("还没有联系记录")).toBeVisible();
  await page.keyboard.press("l");
  await expect(page.getByRole("combobox", { name: "联系的是哪位客户" })).toBeFocused();
  await page.keyboard.type("6027");
  await expect(page.getByRole("option", { name: /陆文澜/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("摘要")).toBeFocused();
  await page.keyboard.type("约下周面谈");
  await page.keyboard.press("Control+Enter");
  const log = page.getByRole("grid", { name: "联系记录" });
  await expect(log.getByRole("row", { name: /陆文澜/ })).toContainText("约下周面谈");
  await page.keyboard.press("/");
  await page.keyboard.type("黄金");
  await expect(page.getByText("没有符合条件的联系记录")).toBeVisible();
});

test.describe("with the demo book", () => {
  test.use({ demo: true });

  test.beforeEach(async ({ page }) => {
    await page.getByLabel("口令", { exact: true }).fill(demoPassphrase);
    await page.getByRole("button", { name: "解锁" }).click();
    await expect(list(page).getByRole("row").nth(3)).toBeVisible();
  });

  test("segments and columns narrow and order the list, and it is where it was on the way back", async ({ page }) => {
    await page.getByRole("button", { name: /^VIP/ }).click();
    const counted = Number(await page.getByRole("button", { name: /^VIP/ }).locator("span").last().textContent());
    await expect(page.getByText(new RegExp(`共${counted}位`))).toBeVisible();
    await list(page).getByRole("button", { name: "完整度" }).click();
    await expect(list(page).getByRole("columnheader", { name: "完整度" })).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const name = await list(page).locator('[role="row"]:focus [role="rowheader"]').textContent();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: name ?? "", level: 1 })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^VIP/ })).toHaveAttribute("aria-current", "true");
    await expect(list(page).getByRole("columnheader", { name: "完整度" })).toHaveAttribute("aria-sort", "ascending");
  });

  test("the mask hides who and how much, in the list and on the page", async ({ page }) => {
    const row = list(page).getByRole("row", { name: /孟怀瑾/ });
    await expect(row).toContainText("1,260万");
    await page.keyboard.press("Control+m");
    await expect(page.getByText("孟怀瑾")).toHaveCount(0);
    await expect(page.getByText("1,260万")).toHaveCount(0);
    await list(page)
      .getByRole("row", { name: /孟\*\*/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "孟**", level: 1 })).toBeVisible();
    const text = (await page.locator("#sb-main").textContent()) ?? "";
    expect(text).not.toMatch(/孟怀瑾|1,260万|1[38]\d \d{4} \d{4}/);
  });

  test("every screen of clients and contacts is accessible, light and dark", async ({ page }) => {
    await axeInBothSchemes(page);
    await page.keyboard.press("n");
    await page.getByRole("button", { name: "再多记几项" }).click();
    await page.getByLabel("姓名").fill("陆文澜");
    await expect(page.getByText("可能已有这位客户")).toBeVisible();
    await axeInBothSchemes(page);
    await page.keyboard.press("Escape");
    await list(page)
      .getByRole("row", { name: /陆文澜/ })
      .press("Enter");
    await expect(timeline(page).getByRole("listitem").first()).toBeVisible();
    await axeInBothSchemes(page);
    for (const tab of [/^联系/, /^测评/]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("tabpanel").getByRole("row").nth(1)).toBeVisible();
      await axeInBothSchemes(page);
    }
    await page.keyboard.press("e");
    await expect(page.getByRole("form", { name: "编辑资料" })).toBeVisible();
    await axeInBothSchemes(page);
    await page.keyboard.press("Escape");
    await log(page);
    await axeInBothSchemes(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+2");
    await expect(page.getByRole("grid", { name: "联系记录" }).getByRole("row").nth(3)).toBeVisible();
    await axeInBothSchemes(page);
  });
});
