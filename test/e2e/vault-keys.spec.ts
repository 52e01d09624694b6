/** @file The ways into a book: recovery key made anew, checked and used; the branch's key; a new data key; erasing. */
import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { createAgeIdentity, recipientOf } from "../../electron/crypto/age.ts";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";

const passphrase = "seven calm herons cross water";
const newPassphrase = "nine quiet boats leave the bay";
const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;

/** A book whose creation was cut short before its recovery key was typed back, open at the security pane. */
async function openSecurity(page: Page): Promise<void> {
  await ask(page, "createVault", { label: "滨江", passphrase, profile });
  await page.reload();
  await page.getByRole("button", { name: "去处理" }).click();
  await expect(page.getByRole("heading", { name: "恢复密钥" })).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "解锁“滨江”" })).toBeVisible();
}

async function giveNewPassphrase(page: Page): Promise<void> {
  await page.getByLabel("新口令").fill(newPassphrase);
  await page.getByLabel("再输一次口令").fill(newPassphrase);
  await page.getByRole("button", { name: "打开并换口令" }).click();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
}

const dialog = (page: Page) => page.getByRole("dialog");
const secret = (page: Page) => dialog(page).getByRole("textbox", { name: "口令" });

test("@vault a recovery key nobody kept is replaced, checked later, and opens the book", async ({ page }) => {
  await openSecurity(page);
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "做一把新的" }).click();
  await secret(page).fill("not the passphrase");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("口令不对。")).toBeVisible();
  await secret(page).fill(passphrase);
  await page.keyboard.press("Enter");
  const groups = dialog(page).getByRole("region", { name: "恢复密钥" }).getByRole("listitem");
  await expect(groups).toHaveCount(14);
  await axeInBothSchemes(page);
  const key = (await groups.allInnerTexts()).map((text) => text.replace(/^\d+\s*/, "")).join("-");
  await dialog(page).getByLabel("照打印的那一页再输入一遍").fill(key);
  await dialog(page).getByRole("button", { name: "核对无误，完成" }).click();
  await expect(page.getByText("已核对过。")).toBeVisible();

  await page.getByRole("button", { name: "核对恢复密钥" }).click();
  const typed = dialog(page).getByLabel("恢复密钥");
  await typed.fill(key.replace(/^./, (first) => (first === "7" ? "8" : "7")));
  await dialog(page).getByRole("button", { name: "核对", exact: true }).click();
  await expect(dialog(page).getByText("恢复密钥打不开这本客户簿")).toBeVisible();
  await typed.fill(key.toLowerCase());
  await dialog(page).getByRole("button", { name: "核对", exact: true }).click();
  await expect(dialog(page).getByText("它能打开这本客户簿")).toBeVisible();
  await dialog(page).getByRole("button", { name: "关闭" }).click();

  await lock(page);
  await page.getByRole("button", { name: "用恢复密钥" }).click();
  await page.getByLabel("恢复密钥").fill(key);
  await giveNewPassphrase(page);
  await expect(page.getByRole("button", { name: "去处理" })).toHaveCount(0);
});

test("@vault the branch opens a book in escrow with its key file", async ({ page }) => {
  const identity = await createAgeIdentity();
  await openSecurity(page);
  await page.getByRole("button", { name: "设置托管" }).click();
  await dialog(page)
    .getByLabel("营业部的公钥")
    .fill(await recipientOf(identity));
  await secret(page).fill(passphrase);
  await dialog(page).getByRole("button", { name: "托管给这个营业部" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("definition").filter({ hasText: "滨江营业部" })).toBeVisible();

  await lock(page);
  await page.getByRole("button", { name: "用恢复密钥" }).click();
  await page.getByRole("button", { name: "用营业部的密钥" }).click();
  await expect(page.getByRole("heading", { name: "用营业部的密钥打开“滨江”" })).toBeVisible();
  await axeInBothSchemes(page);
  const buffer = Buffer.from(`# public key: ${await recipientOf(identity)}\n${identity}\n`);
  await page.locator("input[type=file]").setInputFiles({ name: "branch.key", mimeType: "text/plain", buffer });
  await expect(page.getByLabel("营业部的密钥", { exact: true })).not.toHaveValue("");
  await giveNewPassphrase(page);
});

test("@vault the data key is replaced beside the work; then the book is erased behind its name", async ({ page }) => {
  await openSecurity(page);
  await page.getByRole("button", { name: "更换数据密钥" }).click();
  await secret(page).fill(passphrase);
  await dialog(page).getByRole("button", { name: "更换数据密钥" }).click();
  // Two keys are derived, and everything is sealed and read back.
  await expect(page.getByRole("heading", { name: "解锁“滨江”" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("textbox", { name: "口令" }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByText("数据密钥已更换")).toBeVisible();

  const place = (await ask(page, "appInfo", null)).session?.vault.place ?? "";
  expect(existsSync(place)).toBe(true);
  await page.getByRole("button", { name: "去处理" }).click();
  await page.getByRole("button", { name: "抹除客户簿" }).click();
  await secret(page).fill(passphrase);
  await dialog(page).getByRole("button", { name: "永久抹除" }).click();
  await expect(dialog(page).getByText("输入的名称和客户簿名称不一样")).toBeVisible();
  await axeInBothSchemes(page);
  await dialog(page).getByLabel("输入客户簿名称“滨江”以确认").fill("滨江");
  await dialog(page).getByRole("button", { name: "永久抹除" }).click();
  await expect(page.getByRole("heading", { name: "建立您的第一本客户簿" })).toBeVisible();
  expect(existsSync(place)).toBe(false);
});
