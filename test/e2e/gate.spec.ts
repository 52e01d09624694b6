/**
 * @file One sale per outcome and regime, through the screens: what is missing and how it is mended, what
 * is forbidden and what suits instead, the documents before the client, and the decision that is kept.
 */
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { Decision } from "../../shared/model/decision.ts";
import type { Json } from "../../shared/model/primitives.ts";
import { expect, test } from "./fixture.ts";
import { enterPassphrase } from "./support/assess.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import { attachmentBytes, pdfText } from "./support/pdf-text.ts";
import {
  type Asked,
  beginSale,
  fillSale,
  goToMatch,
  openSaleBook,
  shelf,
  signAll,
  signDocument,
  step,
  tickAll,
  verdict,
  type Wanted,
} from "./support/sale.ts";

test.describe.configure({ timeout: 240_000 });

const conflict = "费用与利益冲突说明书";
const disclosure = "风险揭示书";
const confirmation = "适当性评估结果确认书";
const warning = "产品或服务不适当警示及投资者确认书";
const selfChoice = "保险产品自主选择确认书";
const byClient: Asked = { by: "客户主动提出" };
const byAdvisor: Asked = { by: "理财师推荐" };

/** The rows of an entity, from the stream the page reads. */
async function rowsOf(page: Page, entity: string): Promise<Record<string, Json>[]> {
  const text = await page.evaluate(async () => (await fetch("/stream/book")).text());
  const frames = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, Json>);
  const found = frames.filter((frame) => frame["kind"] === "rows" && frame["entity"] === entity);
  return found.flatMap((frame) => frame["rows"] as Record<string, Json>[]);
}

async function finish(page: Page): Promise<Decision> {
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "适当性决定" })).toBeVisible();
  await expect(page.getByText("结果逐字节一致")).toBeVisible();
  const [row] = await rowsOf(page, "decision");
  return Decision.parse(row);
}

const documents = (page: Page) => page.getByRole("region", { name: /^文件/ });

/** Nothing to sign, and nothing that could be shown the client. */
async function expectNothingToSign(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "给客户看" })).toHaveCount(0);
  await expect(page.getByText(/不适当警示|自主选择确认书/)).toHaveCount(0);
}

async function expectBlocked(page: Page, reason: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: "这次销售禁止办理" })).toBeVisible();
  await expect(page.getByRole("region", { name: "原因" }).getByText(reason)).toBeVisible();
  await expectNothingToSign(page);
  await page.getByRole("radio", { name: "逐步检查" }).check({ force: true });
  await expect(verdict(page)).toHaveText("禁止");
  await expectNothingToSign(page);
  await page.getByRole("radio", { name: "结论" }).check({ force: true });
}

const allowed: readonly (readonly [regime: string, wanted: Wanted, notice: string, ...told: string[]])[] = [
  ["CSRC", shelf.csrcFits, disclosure],
  ["NFRA_INVEST", shelf.investFits, "产品销售前告知书"],
  ["NFRA_INSURANCE", shelf.insuranceFits, "投保前告知书", "投保人故意伤害被保险人；酒后驾车。", "犹豫期15天"],
];
for (const [regime, wanted, notice, ...told] of allowed) {
  test(`@gate ${regime} ALLOW: what suits is signed, allowed and kept with its documents`, async ({ page }) => {
    await openSaleBook(page);
    await beginSale(page, wanted, byAdvisor);
    await expect(verdict(page)).toHaveText("还缺材料");
    await expect(documents(page)).not.toContainText("不适当警示");
    await signAll(page, [conflict, notice, confirmation]);
    await expect(verdict(page)).toHaveText("允许");
    await expect(documents(page).getByText(/已签$/)).toHaveCount(3);
    await page.getByRole("radio", { name: "结论" }).check({ force: true });
    await expect(page.getByRole("heading", { level: 2, name: "可以办理" })).toBeVisible();
    await axeInBothSchemes(page);
    const decision = await finish(page);
    expect(decision.outcome).toBe("ALLOW");
    expect(
      decision.documents.map(({ text, signature, file }) => [text, signature !== undefined, file !== undefined]),
    ).toEqual([
      ["conflict-statement", true, true],
      [expect.stringMatching(/risk-disclosure|sale-notice|insurance-notice/), true, true],
      ["match-confirmation", true, true],
    ]);
    for (const { file, signature } of decision.documents) {
      for (const ref of [file, signature]) {
        const bytes = await attachmentBytes(page, ref?.attachment ?? "");
        expect(createHash("sha256").update(bytes).digest("hex")).toBe(ref?.sha256);
      }
    }
    const said = pdfText(await attachmentBytes(page, decision.documents[1]?.file?.attachment ?? ""));
    if (said !== undefined) {
      for (const part of [notice, wanted.name, "陆文澜", "在屏幕上手写签名", ...told]) expect(said).toContain(part);
    }
    await axeInBothSchemes(page);
    await documents(page)
      .getByRole("button", { name: `打开：${notice}` })
      .click();
    await expect(page.getByRole("dialog", { name: new RegExp(notice) })).toBeVisible();
  });
}

test("@gate CSRC ALLOW_WITH_WARNING: who insists reads the warning and signs it", async ({ page }) => {
  await openSaleBook(page);
  await beginSale(page, shelf.csrcAbove, byClient);
  await expect(verdict(page)).toHaveText("还缺材料");
  await axeInBothSchemes(page);
  await signAll(page, [conflict, disclosure, "普通投资者购买高风险产品特别程序确认书", warning]);
  await expect(verdict(page)).toHaveText("允许，附警示");
  await axeInBothSchemes(page);
  await page.getByRole("radio", { name: "结论" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 2, name: "可以办理，附警示" })).toBeVisible();
  await axeInBothSchemes(page);

  const decision = await finish(page);
  expect(decision.outcome).toBe("ALLOW_WITH_WARNING");
  expect(decision.documents.at(-1)).toMatchObject({
    text: "mismatch-warning",
    confirmed: ["own-initiative", "not-lowest", "warned", "loss", "insist"],
  });
});

test("@gate NFRA_INVEST: there is no warning for what does not suit: it is forbidden, asked for or not", async ({
  page,
}) => {
  await openSaleBook(page);
  await beginSale(page, shelf.investAbove, byClient);
  await expectBlocked(page, "产品等级高于客户的承受能力，不能销售");
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "改", exact: true }).click();
  await fillSale(page.getByRole("dialog"), byAdvisor);
  await page.getByRole("button", { name: /^按新的内容检查/ }).click();
  await expectBlocked(page, "产品等级高于客户的承受能力，不能销售");
  const decision = await finish(page);
  expect([decision.outcome, decision.documents]).toEqual(["BLOCK", []]);
});

test("@gate NFRA_INSURANCE ALLOW_WITH_WARNING: the client's own choice, in writing", async ({ page }) => {
  await openSaleBook(page);
  await beginSale(page, shelf.insuranceAbove, byClient);
  await expect(documents(page)).not.toContainText("不适当警示");
  await signAll(page, [conflict, "投保前告知书", selfChoice]);
  await expect(verdict(page)).toHaveText("允许，附警示");
  expect((await finish(page)).outcome).toBe("ALLOW_WITH_WARNING");
});

test("@gate CSRC BLOCK: what the advisor began and does not suit is forbidden, with what suits instead", async ({
  page,
}) => {
  await openSaleBook(page);
  await beginSale(page, shelf.csrcAbove, byAdvisor);
  await expectBlocked(page, "不得主动推荐不适合客户的产品");
  await expect(page.getByRole("button", { name: `检查 ${shelf.csrcFits.name}` })).toBeVisible();
  expect((await finish(page)).outcome).toBe("BLOCK");
});

test("@gate CSRC BLOCK: the lowest class is never warned, whoever asks", async ({ page }) => {
  await openSaleBook(page, { capacity: "limited" });
  await beginSale(page, shelf.csrcFits, byClient);
  await expectBlocked(page, "最低类别的客户只能购买R1产品");
});

test("@gate NFRA_INSURANCE BLOCK: what the advisor began and does not suit is forbidden", async ({ page }) => {
  await openSaleBook(page);
  await beginSale(page, shelf.insuranceAbove, byAdvisor);
  await expectBlocked(page, "产品等级高于客户的承受能力，不能销售");
});

test("@gate CSRC NEED_MORE: what is missing is listed with what mends it, and mended goes on by itself", async ({
  page,
}) => {
  await openSaleBook(page, { noConsent: true });
  await beginSale(page, shelf.csrcFits, { ...byClient, channel: "营业网点" });
  await expect(verdict(page)).toHaveText("还缺材料");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^还缺\d+项，暂时不能办理$/ })).toBeVisible();
  await axeInBothSchemes(page);
  // None is put before the client while a fact is missing.
  await expectNothingToSign(page);
  await page.getByRole("button", { name: "取得同意" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^记录同意/ })
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "取得同意" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "给客户看" })).toHaveCount(3);

  await page.getByRole("button", { name: "登记双录" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "登记编号" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("名称").fill("销售双录");
  await form.getByLabel("编号").fill("REC-1123-0412");
  await form.getByLabel("保存方").fill("营业部双录系统");
  await form.getByLabel(/^SHA-256/).fill("ab12".repeat(16));
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await page.getByRole("button", { name: "登记双录" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "用这一份" }).click();
  await expect(page.getByRole("button", { name: "登记双录" })).toHaveCount(0);
});

test("@gate NFRA_INVEST NEED_MORE: without an assessment nothing is compared and nothing is signed", async ({
  page,
}) => {
  await openSaleBook(page, { noAssessment: true });
  await goToMatch(page);
  await axeInBothSchemes(page);
  await beginSale(page, shelf.investFits, byClient);
  await expect(verdict(page)).toHaveText("还缺材料");
  await expect(step(page, "测评有效")).toContainText("还没有测评");
  await expectNothingToSign(page);
  await page.getByRole("button", { name: "去测评" }).click();
  await expect(page.getByText("由谁作答")).toBeVisible();
});

test("@gate NFRA_INSURANCE NEED_MORE: where nobody knows the client's money, the advisor judges", async ({ page }) => {
  await openSaleBook(page, { noAssets: true });
  await beginSale(page, shelf.insuranceFits, byClient);
  await expect(verdict(page)).toHaveText("还缺材料");
  await page.getByRole("button", { name: "判断", exact: true }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "相符", exact: true }).check({ force: true });
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("button", { name: "给客户看" }).first()).toBeVisible();
});

test("@gate before the client there is nothing of the book; nothing counts unticked or unsigned, and the way back asks for the passphrase", async ({
  page,
}) => {
  await openSaleBook(page, { birthDate: "1955-03-02" });
  await beginSale(page, shelf.csrcFits, byClient);
  await page.getByRole("button", { name: "给客户看" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: conflict })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("banner").getByText("陆文澜")).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("还有3项没有打勾")).toBeVisible();

  await page.getByRole("radio", { name: "English" }).check({ force: true });
  await expect(
    page.getByRole("heading", { level: 1, name: "Statement of Fees and Conflicts of Interest" }),
  ).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByRole("radio", { name: "简体中文" }).check({ force: true });
  await tickAll(page);
  await page.keyboard.press("Enter");
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("请先签名")).toBeVisible();
  await page.getByRole("button", { name: "再看一遍" }).click();
  await page.getByRole("button", { name: "先不签" }).click();
  await axeInBothSchemes(page);
  await enterPassphrase(page);
  await expect(page.getByRole("heading", { level: 1, name: "销售检查" })).toBeVisible({ timeout: 30_000 });
  await expect(documents(page).getByText(/已签$/)).toHaveCount(0);

  // Typed by keyboard alone; what is signed is on the disk, whatever happens next.
  await page.getByRole("button", { name: "给客户看" }).first().click();
  await tickAll(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "改用键盘键入姓名" }).press("Enter");
  await page.keyboard.type("陆文澜");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "这一份已签名" })).toBeVisible({ timeout: 120_000 });
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "看下一份" }).click();
  await signDocument(page, disclosure);
  await page.getByRole("button", { name: "交还给理财师" }).click();
  await enterPassphrase(page);
  await expect(documents(page).getByText(/已签$/)).toHaveCount(2);

  // What was signed was signed for other facts.
  await page.getByRole("button", { name: "改", exact: true }).click();
  const form = page.getByRole("dialog");
  await expect(form.getByText("已经签署的文件要重新给客户看")).toBeVisible();
  await form.getByLabel("金额", { exact: true }).fill("12万");
  await form.getByRole("button", { name: /^按新的内容检查/ }).click();
  await expect(documents(page).getByText("情况有变，要重新签")).toHaveCount(2);
  await expect(documents(page).getByText(/已签$/)).toHaveCount(0);
});
