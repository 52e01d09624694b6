/** @file Proof packs through the screens: of a client and of one sale, saved, verified on the command line, and refused with one byte turned. */
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { root as project } from "../../build/setup.mjs";
import { createWriter } from "../../electron/book/append.ts";
import { identify } from "../../electron/book/session.ts";
import { newVaultId } from "../../electron/book/vaults.ts";
import { createVault } from "../../electron/vault/vault.ts";
import type { Language } from "../../shared/model/primitives.ts";
import { fillBook } from "../support/proof-book.ts";
import { runTool } from "../support/run-tool.ts";
import { expect, test } from "./fixture.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import type { Instance } from "./support/instance.ts";

const passphrase = "河边的旧磨坊停了又转，转了又停";

/** A book with one client's evidence and a sale, unlocked, at that client. */
async function openBook(page: Page, { root }: Instance): Promise<void> {
  const deps = { now: Date.now };
  const { vault } = await createVault(path.join(root, newVaultId()), { label: "工作簿", passphrase }, deps);
  const { device, actor, clock } = await identify(vault, Date.now, { name: "陆文澜", role: "advisor", branch: "滨江" });
  await fillBook({ vault, write: createWriter({ vault, device, actor, clock }) });
  await vault.close();
  await page.reload();
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await page
    .getByRole("grid")
    .first()
    .getByRole("row", { name: /王建国/ })
    .press("Enter");
  await expect(page.getByRole("heading", { name: /王建国/, level: 1 })).toBeVisible();
}

/** Say why, make it, and keep what the system was given to save. */
async function make(page: Page, to: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await axeInBothSchemes(page);
  // Nobody makes one without saying why.
  await dialog.getByRole("button", { name: "登记并制作" }).click();
  await expect(dialog.getByRole("textbox", { name: "为什么制作" })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("textbox", { name: "为什么制作" }).fill("监管检查");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "登记并制作" }).click();
  await (await download).saveAs(to);
  await expect(dialog.getByText("已登记，证明包已交给系统保存。")).toBeVisible();
  await axeInBothSchemes(page);
  await dialog.getByRole("button", { name: "关闭" }).last().click();
  await expect(dialog).toBeHidden();
}

/** The headless verb, in a process of its own. */
function verify(file: string, language: Language): { status: number | null; stdout: string } {
  const env = { ...process.env, LANG: `${language.replace("-", "_")}.UTF-8`, LC_ALL: "", LANGUAGE: "" };
  const { status, stdout } = spawnSync("npm", ["run", "-s", "suitbook", "--", "proof", "verify", file], {
    cwd: project,
    env,
    encoding: "utf8",
  });
  return { status, stdout };
}

/** The words of the pack's PDF. */
function pdfWords(file: string, folder: string): string {
  runTool("tar", ["-xf", file, "-C", folder]);
  const { status, stdout } = runTool("pdftotext", ["-layout", path.join(folder, "proof.pdf"), "-"]);
  expect(status).toBe(0);
  return stdout.toString("utf8").normalize("NFKC");
}

test("a proof of a client and of one sale is made, saved, verified, and refused with one byte turned", async ({
  page,
  instance,
}) => {
  test.setTimeout(180_000);
  const folder = path.join(instance.root, "..");
  const at = (name: string) => path.join(folder, name);
  await openBook(page, instance);

  await page.getByRole("tab", { name: /文件/ }).click();
  await page.getByRole("button", { name: "证明包" }).click();
  await make(page, at("client.suitbook-proof"));

  await page.getByRole("tab", { name: "概览" }).click();
  await page.getByRole("button", { name: /允许/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "证明包" }).click();
  await make(page, at("sale.suitbook-proof"));

  for (const name of ["client", "sale"]) {
    const file = at(`${name}.suitbook-proof`);
    const sound = verify(file, "zh-CN");
    expect(sound.stdout).not.toContain("不符");
    expect(sound.status, sound.stdout).toBe(0);
    if (name === "client") expect(sound.stdout).toMatch(/通过 {2}知识测试重新评分/);

    const bytes = await readFile(file);
    const place = bytes.indexOf('"outcome');
    const turned = Buffer.from(bytes);
    turned[place + 3] = (turned[place + 3] ?? 0) ^ 1;
    await writeFile(at("turned.suitbook-proof"), turned);
    const refused = verify(at("turned.suitbook-proof"), "zh-CN");
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/不符 {2}.*\n +\S+.*\[proof-/);
  }

  const words = pdfWords(at("client.suitbook-proof"), folder);
  for (const text of ["王建国", "知识测试", "投资知识测试", "允许", "C3", "GATE-CN-v1 2026.11"]) {
    expect(words).toContain(text);
  }
});
