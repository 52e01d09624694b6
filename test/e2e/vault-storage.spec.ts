/** @file Storage and health through the screens: a backup made, tested and restored; a damaged book salvaged. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Session } from "../../shared/bridge/contract.ts";
import { createClock } from "../../shared/log/hlc.ts";
import { DeviceId } from "../../shared/model/primitives.ts";
import { expect, test } from "./fixture.ts";
import { ask, lockBook } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";

const passphrase = "河边的旧磨坊停了又转，转了又停";

/** Save new clients as the screens of this session would, each by itself. */
async function saveClients(page: Page, { device, profile }: Session, names: readonly string[]): Promise<void> {
  const clock = createClock(DeviceId.parse(device), Date.now);
  for (const name of names) {
    const id = crypto.randomUUID();
    await ask(page, "appendOperations", [
      {
        ...{ id: crypto.randomUUID(), at: clock.tick(), device, actor: profile.id, kind: "set", entity: "client" },
        ...{ entityId: id, client: id, patch: { kind: "individual", name } },
      } as never,
    ]);
  }
}

async function newBook(page: Page): Promise<Session> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  const { session } = await ask(page, "createVault", { label: "工作簿", passphrase, profile });
  await saveClients(page, session, ["陆文澜", "孟怀瑾", "江予安"]);
  await page.reload();
  return session;
}

async function openPane(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "设置" }).click();
  await page.getByRole("button", { name: "存储与健康" }).click();
  await expect(page.getByRole("heading", { name: "备份", exact: true })).toBeVisible();
}

test("a backup is made, tested without touching the book, and restored as a new one @vault", async ({
  page,
  instance,
}) => {
  const folder = path.join(instance.root, "..", "stick");
  await mkdir(folder);
  const session = await newBook(page);
  await openPane(page);
  await page.getByRole("button", { name: "备份设置" }).click();
  const settings = page.getByRole("dialog", { name: "备份设置" });
  await settings.getByLabel("备份文件夹").fill(folder);
  await settings.getByRole("button", { name: "保存" }).click();
  await expect(settings).toBeHidden();
  await page.getByRole("button", { name: "立即备份" }).click();
  await expect(page.getByText("之后没有改动")).toBeVisible();
  await page.getByRole("button", { name: "检验最近一份" }).click();
  await expect(page.getByText("逐帧打开，数到客户3位、联系0条、测评0次，与清单一致。")).toBeVisible();
  await page.getByRole("button", { name: "现在核对" }).click();
  await expect(page.getByText(/^完好：/)).toBeVisible();
  await axeInBothSchemes(page);

  await saveClients(page, session, ["丁若水"]);
  await page.getByRole("button", { name: "从备份恢复" }).click();
  const dialog = page.getByRole("dialog", { name: "从备份恢复" });
  await dialog.getByRole("button", { name: "查找备份" }).click();
  await dialog.getByLabel("备份时的口令").fill(passphrase);
  await dialog.getByRole("button", { name: "预览" }).click();
  await expect(dialog.getByText("完好，与清单一致")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^客户/ })).toHaveText(/客户\s*3\s*4\s*1/);
  await dialog.getByRole("button", { name: "恢复成新客户簿" }).click();
  await expect(dialog.getByText(/已恢复成新的一本/)).toBeVisible();

  await lockBook(page);
  const { vaults } = await ask(page, "appInfo", null);
  expect(vaults).toHaveLength(2);
  const restored = vaults.find(({ id }) => id !== session.vault.id);
  await ask(page, "unlockVault", { vault: restored?.id ?? "", passphrase });
  await page.reload();
  await openPane(page);
  await expect(page.getByText(/由 .* 的备份恢复而来/)).toBeVisible();
  await page.getByRole("button", { name: "通用" }).click();
  await expect(page.getByRole("definition").filter({ hasText: /^3$/ })).toBeVisible();
});

test("one damaged byte: open for reading only, a banner, and salvage into a new book @vault", async ({
  page,
  instance,
}) => {
  const session = await newBook(page);
  const dir = path.join(instance.root, session.vault.id);
  await lockBook(page);
  const again = await ask(page, "unlockVault", { vault: session.vault.id, passphrase });
  await saveClients(page, again, ["顾念慈"]);
  await lockBook(page);
  const [first = ""] = (await readdir(dir)).filter((name) => name.startsWith("seg-")).sort();
  const bytes = await readFile(path.join(dir, first));
  bytes[bytes.length - 600] = (bytes[bytes.length - 600] ?? 0) ^ 1;
  await writeFile(path.join(dir, first), bytes);

  await ask(page, "unlockVault", { vault: session.vault.id, passphrase });
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "数据文件有损坏" })).toBeVisible();
  await page.getByRole("button", { name: "抢救与恢复" }).click();
  await page.getByRole("button", { name: "抢救到新客户簿" }).click();
  const dialog = page.getByRole("dialog", { name: "抢救到新客户簿" });
  await dialog.getByLabel("这本客户簿的口令").fill(passphrase);
  await dialog.getByRole("button", { name: "开始抢救" }).click();
  await expect(dialog.getByText(/^已抢救/)).toBeVisible();
  await expect(dialog.getByText(/^缺第/)).toBeVisible();
  await axeInBothSchemes(page);

  await lockBook(page);
  expect(await readFile(path.join(dir, first))).toEqual(bytes);
  const { vaults } = await ask(page, "appInfo", null);
  const salvaged = vaults.find(({ id }) => id !== session.vault.id);
  const open = await ask(page, "unlockVault", { vault: salvaged?.id ?? "", passphrase });
  expect(open.recovery).toMatchObject({ state: "clean", readOnly: false });
});
