/**
 * @file The whole job through the screens, with two vaults as on two machines: an
 * advisor's client, assessment and contact reach the manager in a sealed package.
 * Everything typed on the way is then searched for in every file that was written.
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import { files, filesHolding } from "./support/files.ts";
import { signByMouse } from "./support/sign.ts";

/** Typed on the way; none may stand readable in any file. */
const canary = {
  advisor: "闻人澈溪",
  manager: "欧阳砚舟",
  branch: "鹭汀路营业部",
  passphrase: "青石板上听雨声，一听十二年",
  client: "慕容疏桐",
  phone: "13800007319",
  employer: "汀州测绘院第七队",
  hobby: "收集旧罗盘",
  summary: "问到女儿留学的学费怎么准备",
  nextStep: "寄一份教育金测算表",
} as const;

/** Number keys for the twenty questions: 17 + 16 + 16 + 19 = 68 points by domain.md 3.4, so C4. */
const answers = "34552 24333 44243 43345".replaceAll(" ", "");

async function createVault(page: Page, person: { name: string; role: string }): Promise<void> {
  await page.getByLabel("姓名").fill(person.name);
  await page.getByRole("radio", { name: person.role }).check({ force: true });
  await page.getByLabel("营业部或支行").fill(canary.branch);
  await page.getByLabel("客户簿名称").fill("工作簿");
  await page.getByLabel("口令", { exact: true }).fill(canary.passphrase);
  await page.getByLabel("再输一次口令").fill(canary.passphrase);
  await page.getByRole("button", { name: "建立", exact: true }).click();
  const sheet = page.getByRole("region", { name: "恢复密钥" });
  await expect(sheet).toBeVisible();
  const key = (await sheet.getByRole("list").innerText()).match(/\b[0-9A-Z]{4}\b/g)?.join(" ") ?? "";
  await page.getByLabel("照打印的那一页再输入一遍").fill(key);
  await page.getByRole("button", { name: "核对无误，开始使用" }).click();
  await expect(page.getByRole("heading", { name: "客户", exact: true })).toBeVisible();
}

async function openSync(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: /^同步/ }).click();
  await expect(page.getByRole("heading", { name: "同步", exact: true })).toBeVisible();
}

async function cardOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "配对", exact: true }).click();
  const card = page.getByLabel("本机身份（文字）");
  await expect(card).toHaveValue(/^suitbook/);
  const text = await card.inputValue();
  await page.keyboard.press("Escape");
  return text;
}

async function pairWith(page: Page, card: string, person: string): Promise<void> {
  await page.getByRole("button", { name: "配对", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "与另一台设备配对" });
  await dialog.getByLabel("粘贴对方的身份").fill(card);
  await expect(dialog.getByText(person)).toBeVisible();
  await dialog.getByLabel("已当面核对，一致").check();
  await dialog.getByRole("button", { name: "配对", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: person })).toBeVisible();
}

async function chooseFolder(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: "同步设置" }).click();
  const dialog = page.getByRole("dialog", { name: "同步设置" });
  await dialog.getByLabel("导出文件夹").fill(folder);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
}

async function enterClient(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: /^客户/ }).click();
  await page.keyboard.press("n");
  await page.getByLabel("姓名", { exact: true }).fill(canary.client);
  await page.getByLabel("手机").fill(canary.phone);
  await page.getByRole("button", { name: "保存并打开" }).click();
  await expect(page.getByRole("heading", { name: canary.client })).toBeVisible();
  await page.getByRole("button", { name: "编辑", exact: true }).click();
  await page.getByLabel("工作单位").fill(canary.employer);
  await page.getByLabel("爱好").fill(canary.hobby);
  await page.getByRole("button", { name: /^保存/ }).click();
  await expect(page.getByText(canary.hobby).first()).toBeVisible();
}

async function logContact(page: Page): Promise<void> {
  await page.keyboard.press("l");
  await page.getByLabel("摘要").fill(canary.summary);
  await page.getByLabel("下一步").fill(canary.nextStep);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText(canary.summary)).toBeVisible();
}

async function assess(page: Page): Promise<void> {
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "开始作答" }).click();
  await expect(page.getByText("资格1，共2项")).toBeVisible();
  for (const key of `12${answers}`) {
    await page.keyboard.press(key);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "确认并提交" }).click();
  await signByMouse(page);
  await page.getByRole("button", { name: /输入口令/ }).click();
  await page.getByRole("textbox", { name: "口令" }).fill(canary.passphrase);
  await page.getByRole("button", { name: "查看结果" }).click();
  await expect(page.getByRole("heading", { name: new RegExp(`${canary.client}的测评结果`) })).toBeVisible();
}

test("@main-job an advisor's client, level and contact reach the manager sealed, and nothing stays readable", async ({
  twoVaults: [left, right],
}) => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(path.join(tmpdir(), "suitbook-stick-"));
  const [advisor, manager] = [left.page, right.page];
  await createVault(advisor, { name: canary.advisor, role: "理财师" });
  await createVault(manager, { name: canary.manager, role: "主管" });

  await openSync(advisor);
  await openSync(manager);
  const [advisorCard, managerCard] = [await cardOf(advisor), await cardOf(manager)];
  await pairWith(advisor, managerCard, canary.manager);
  await pairWith(manager, advisorCard, canary.advisor);
  await chooseFolder(advisor, folder);
  await chooseFolder(manager, folder);

  await enterClient(advisor);
  await logContact(advisor);
  await assess(advisor);
  await expect(advisor.getByText("C4 相对积极型").first()).toBeVisible();

  await openSync(advisor);
  await axeInBothSchemes(advisor);
  await advisor.getByRole("button", { name: /^导出\d+项/ }).click();
  await expect(advisor.getByText(/第0001包已写入/)).toBeVisible();
  await expect(advisor.getByText("没有等待导出的改动")).toBeVisible();
  const [sealed = ""] = await readdir(folder);
  expect(sealed).toMatch(/-0001\.suitbook\.age$/);

  await manager.getByLabel("导入同步包", { exact: true }).last().setInputFiles(path.join(folder, sealed));
  await expect(manager.getByText("现在还没有写入任何内容")).toBeVisible();
  await axeInBothSchemes(manager);
  await manager.getByRole("button", { name: /^导入\d+条/ }).click();
  await expect(manager.getByText(/已导入闻人澈溪的第0001包/)).toBeVisible();
  await manager.getByRole("navigation").getByRole("button", { name: /^客户/ }).click();
  await manager.getByText(canary.client).click();
  await expect(manager.getByText("测评：68分，C4 相对积极型")).toBeVisible();
  await expect(manager.getByText(canary.summary)).toBeVisible();
  await expect(manager.getByText(canary.nextStep, { exact: false }).first()).toBeVisible();

  // The receipt went back by the same folder.
  const receipt = (await readdir(folder)).find((name) => name !== sealed) ?? "";
  await advisor.getByLabel("导入同步包", { exact: true }).last().setInputFiles(path.join(folder, receipt));
  await advisor.getByRole("button", { name: /^记入回执/ }).click();
  await expect(advisor.getByRole("cell", { name: "已导入" })).toBeVisible();

  for (const page of [advisor, manager]) {
    await page.keyboard.press("Control+l");
    await expect(page.getByText("内容只在解锁期间可读。锁定后，磁盘上没有任何明文。")).toBeVisible();
  }
  for (const place of [left.root, right.root, folder]) {
    expect((await files(place)).length).toBeGreaterThan(0);
    for (const text of Object.values(canary)) expect(await filesHolding(place, text), text).toEqual([]);
  }
  await rm(folder, { recursive: true });
});
