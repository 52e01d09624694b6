/** @file The risk assessment as client and advisor live it: by keyboard and touch, with contradictions, limits, a crash, paper, a signature and the notice. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Attachment } from "../../shared/model/attachment.ts";
import { addDays, shanghaiDay } from "../../shared/model/dates.ts";
import type { Json } from "../../shared/model/primitives.ts";
import { Signature } from "../../shared/model/signature.ts";
import { kindOf } from "../../shared/packs/question.ts";
import { asked } from "../../shared/rules/answers.ts";
import { validUntil } from "../../shared/rules/assessment-limits.ts";
import { expect, test } from "./fixture.ts";
import { lockBook } from "./support/ask.ts";
import {
  answer,
  answerAll,
  calm,
  enterPassphrase,
  goToAssessment,
  goToClient,
  individual,
  openBook,
  pack,
  passphrase,
  withKeys,
} from "./support/assess.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import { files } from "./support/files.ts";
import { attachmentBytes, pdfText } from "./support/pdf-text.ts";
import { signByMouse, signByTouch } from "./support/sign.ts";

// 22 questions by hand, every page looked over by axe in both schemes: a journey, not a step.
test.describe.configure({ timeout: 600_000 });

const { name } = individual;

test("@assessment a client answers alone by keyboard, keeps one contradiction and changes another", async ({
  page,
}) => {
  await openBook(page);
  await goToAssessment(page);
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("资格1，共2项")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await axeInBothSchemes(page);

  await page.keyboard.press("Enter");
  await expect(page.getByText("请先选一项，再到下一题")).toBeVisible();
  // Ten years of investing without a loss, and everything in B although only 5% may be lost.
  await answerAll(page, withKeys({ Q7: "6", Q10: "2", Q15: "5", Q16: "2" }));
  await expect(page.getByText("还有2处")).toBeVisible();
  await axeInBothSchemes(page);

  await page.getByText("却全部选择最坏亏30%的乙").waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "您在一年之内最多能接受亏掉本金的多少？" })).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await expect(page.getByText("投资10年以上，却没有经历过亏损")).toBeVisible();
  await expect(page.getByText("还有1处")).toBeVisible();
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "请看一下结果，然后签名" })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("请先签名")).toBeVisible();
  // Who cannot draw on the screen types the name.
  await page.getByRole("button", { name: "改用键盘键入姓名" }).press("Enter");
  await page.keyboard.type("陆文");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("与上方的姓名不一致")).toBeVisible();
  await page.keyboard.type("澜");
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "测评完成，谢谢" })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await axeInBothSchemes(page);
  await enterPassphrase(page);

  await expect(page.getByRole("heading", { name: `${name}的测评结果` })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("投资10年以上，却没有经历过亏损：客户核对后保持不变")).toBeVisible();
  await expect(page.getByText("另有1处经客户改答后消除")).toBeVisible();
  await expect(page.getByText("1次：一年内可接受的亏损")).toBeVisible();
  await expect(page.getByText("当天 1 / 2，近12个月 1 / 8")).toBeVisible();
  await expect(page.getByRole("button", { name: /^\d{4}-\d\d-\d\d \d\d:\d\d 键入姓名$/ })).toBeVisible();
  await axeInBothSchemes(page);
});

test("@assessment a level that differs from the last one is confirmed by the client before it is stored", async ({
  page,
}) => {
  await openBook(page, [
    { daysAgo: 300, keys: withKeys({ Q1: "5", Q15: "4", Q16: "5", Q17: "4", Q10: "5", Q20: "5", Q7: "6", Q9: "5" }) },
  ]);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "您的等级与上次不同" })).toBeVisible();
  await axeInBothSchemes(page);
  // ← goes back everywhere else; here it must not stand for a decision.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await signByMouse(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByText(/^等级由 C5 变为 C4$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/客户已于 \d\d:\d\d 在屏幕上确认/)).toBeVisible();
  await expect(page.getByText("当天 1 / 2，近12个月 2 / 8")).toBeVisible();
});

test("@assessment a client who objects to the new level leaves nothing but the draft", async ({ page }) => {
  await openBook(page, [{ daysAgo: 300, keys: withKeys({ Q4: "1" }) }]);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "有异议，先不提交" }).click();
  await enterPassphrase(page);
  await expect(page.getByText("有一份没做完的测评")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 / 8")).toBeVisible();
});

test("@assessment a client who does not sign leaves nothing but the draft, and can go on to sign it", async ({
  page,
}) => {
  await openBook(page);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "先不签名" }).click();
  await enterPassphrase(page);
  await expect(page.getByText("有一份没做完的测评")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("0 / 8")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
  await page.keyboard.press("Enter");
  await signByMouse(page);
});

test("@assessment a third assessment on one day is refused with its sentence", async ({ page }) => {
  await openBook(page, [
    { daysAgo: 0, keys: calm },
    { daysAgo: 0, keys: calm },
  ]);
  await goToAssessment(page);
  const tomorrow = addDays(shanghaiDay(Date.now()), 1);
  await expect(page.getByText(`今天已经测评2次，每天最多2次。${tomorrow} 起可以再做。`)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("由谁作答")).toBeVisible();
  await axeInBothSchemes(page);
});

test("@assessment a ninth assessment in twelve months is refused with the day it is possible again", async ({
  page,
}) => {
  await openBook(
    page,
    [10, 20, 30, 40, 50, 60, 70, 80].map((daysAgo) => ({ daysAgo, keys: calm })),
  );
  await goToAssessment(page);
  await expect(page.getByText(/近12个月已经测评8次，最多8次。\d{4}-\d\d-\d\d 起可以再做。/)).toBeVisible();
  await expect(page.getByRole("button", { name: "今天不能开始" })).toBeDisabled();
});

test("@assessment an expired result is shown as such, and a new assessment takes its place", async ({ page }) => {
  await openBook(page, [{ daysAgo: 400, keys: calm }]);
  await goToClient(page);
  const level = page.getByRole("region", { name: "风险承受能力" });
  await expect(level.getByText("C4", { exact: true })).toBeVisible();
  await expect(level.getByText(/^过期3[45]天$/)).toBeVisible();
  await page.keyboard.press("a");
  // More than twelve months ago: it counts no more, for the limits neither.
  await expect(page.getByText("0 / 8")).toBeVisible();
  await page.keyboard.press("Enter");
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await signByMouse(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByText("每一题都与上次相同。")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "返回" }).click();
  await expect(level.getByText(/过期/)).toHaveCount(0);
  await expect(level.getByText(/剩36\d天/)).toBeVisible();
});

test("@assessment after a crash in the middle the assessment goes on at the same question", async ({ page }) => {
  await openBook(page);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answerAll(page, calm.slice(0, 7));
  await page.keyboard.press("2");
  await expect(page.getByRole("radio", { name: "仍有小幅亏损" })).toBeChecked();
  await lockBook(page);
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByText(name)).toBeVisible({ timeout: 30_000 });
  await goToAssessment(page);
  await expect(page.getByText(/答了8题，共22题/)).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("第6题，共20题")).toBeVisible();
  await expect(page.getByRole("radio", { name: "仍有小幅亏损" })).toBeChecked();
});

test("@assessment leaving meeting mode asks for the passphrase and refuses a wrong one", async ({ page, instance }) => {
  await openBook(page);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answer(page, "1");
  await page.getByRole("button", { name: "暂停" }).click();
  await expect(page.getByText("答过的1题都已存下")).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Alt+1");
  await expect(page.getByRole("heading", { name: "已暂停" })).toBeVisible();
  await page.getByRole("button", { name: "交还给理财师" }).click();
  await page.getByLabel("口令", { exact: true }).fill("not the right words at all");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("wrong-passphrase")).toBeVisible({ timeout: 30_000 });
  await enterPassphrase(page);
  await expect(page.getByText("有一份没做完的测评")).toBeVisible({ timeout: 30_000 });
  expect(instance.problems).toEqual([]);
});

test("@assessment a paper questionnaire is entered by digits and says so in its record", async ({ page }) => {
  await openBook(page);
  await goToAssessment(page);
  await page.getByRole("radio", { name: "按纸质问卷录入" }).check();
  await page.getByRole("button", { name: "开始录入" }).click();
  await axeInBothSchemes(page);
  for (const [index, item] of asked(pack).entries()) {
    for (const key of calm[index] ?? "") await page.keyboard.press(key);
    // Several may be ticked there, so the row waits.
    if (kindOf(item) === "multiple") await page.keyboard.press("ArrowDown");
  }
  await expect(page.getByText("录入了22题，共22题")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: `${name}的测评结果` })).toBeVisible();
  await expect(page.getByText("纸质问卷，理财师录入")).toBeVisible();
  await expect(page.getByText("纸质作答，不计时")).toBeVisible();
  await page.getByRole("button", { name: "答卷与用时" }).click();
  await expect(page.getByRole("rowheader", { name: "家庭就业状况" })).toBeVisible();
  await axeInBothSchemes(page);
});

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

test("@assessment a client signs by touch; the signature lies sealed in the book and stands on the notice", async ({
  page,
  instance,
}) => {
  await openBook(page);
  await goToAssessment(page);
  await page.keyboard.press("Enter");
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await signByTouch(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByRole("heading", { name: `${name}的测评结果` })).toBeVisible({ timeout: 30_000 });

  const [record] = await rowsOf(page, "assessment");
  const signature = Signature.parse(record?.["signature"]);
  const png = await attachmentBytes(page, signature.attachment);
  expect(createHash("sha256").update(png).digest("hex")).toBe(signature.sha256);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const sealed = (await files(instance.root)).filter((file) => file.endsWith(`${signature.attachment}.a`));
  expect(sealed).toHaveLength(1);
  expect((await readFile(sealed[0] ?? "")).includes("PNG")).toBe(false);

  await page.getByRole("button", { name: /屏幕手写$/ }).click();
  await expect(page.getByRole("dialog", { name: /^测评签名 / })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "告知函" }).click();
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "生成 PDF 并存入" }).click();
  await expect(page.getByRole("dialog", { name: /^风险承受能力评估结果告知函 / })).toBeVisible({ timeout: 120_000 });
  const notice = Attachment.parse((await rowsOf(page, "attachment")).find((row) => row["kind"] === "document"));
  const said = pdfText(await attachmentBytes(page, notice.id));
  if (said !== undefined) {
    expect(said).toContain("在屏幕上手写签名");
    expect(said).toContain(signature.sha256);
  }
});

test("@assessment the notice is filed in three languages, opened where it is filed, and printed on paper", async ({
  page,
}) => {
  // The system's print dialog: what it is given to print is kept instead.
  await page.addInitScript(() => {
    window.print = function print(this: Window): void {
      const { documentElement, title, adoptedStyleSheets } = this.document;
      const style = Array.from(adoptedStyleSheets, (sheet) =>
        Array.from(sheet.cssRules, (rule) => rule.cssText).join(""),
      );
      const printed = { title, lang: documentElement.lang, text: documentElement.innerText, style: style.join("") };
      Object.assign(this.parent, { printed });
      this.dispatchEvent(new Event("afterprint"));
    };
  });
  await openBook(page, [{ daysAgo: 0, keys: calm }]);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("luwenlan");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: /^测评/ }).click();
  await page.getByRole("row").filter({ hasText: "C4" }).first().click();
  const until = validUntil(shanghaiDay(Date.now()), pack.clocks);
  const languages = [
    ["简体中文", "风险承受能力评估结果告知函", "C4相对积极型"],
    ["繁體中文", "風險承受能力評估結果告知函", "C4相對積極型"],
    ["English", "Notice of Risk Assessment Result", "C4Moderatelyaggressive"],
  ] as const;
  for (const [language, title, level] of languages) {
    await page.getByRole("button", { name: "告知函" }).click();
    await page.getByRole("radio", { name: language }).check({ force: true });
    await expect(page.getByText("这种语言的还没有生成")).toBeVisible();
    await page.getByRole("button", { name: "生成 PDF 并存入" }).click();
    const viewer = page.getByRole("dialog", { name: new RegExp(`^${title} `) });
    await expect(viewer).toBeVisible({ timeout: 120_000 });
    // The viewer's own reading of the page, beside poppler's of the file.
    await expect(viewer.getByText(until).first()).toBeAttached();
    const isNamed = ({ name: filed }: Record<string, Json>) => typeof filed === "string" && filed.startsWith(title);
    const made = Attachment.parse((await rowsOf(page, "attachment")).find(isNamed));
    const said = pdfText(await attachmentBytes(page, made.id));
    if (said !== undefined) {
      for (const part of [level, until, "RTQ-NP-v1", "2026.07", "陆文澜"]) expect(said).toContain(part);
    }
    await page.keyboard.press("Escape");
  }

  await page.getByRole("button", { name: "告知函" }).click();
  await expect(page.getByText(/已生成并存入客户的文件/)).toBeVisible();
  await page.getByRole("radio", { name: "繁體中文" }).check({ force: true });
  await page.getByRole("button", { name: "打印" }).click();
  const printed = await page.waitForFunction(() => (window as { printed?: Record<string, string> }).printed);
  const { title, lang, text, style } = (await printed.jsonValue()) ?? {};
  expect([title, lang]).toEqual(["風險承受能力評估結果告知函", "zh-TW"]);
  expect(text?.replaceAll(/\s/g, "")).toContain("C4相對積極型");
  expect(style).toContain("counter(pages)");
  await expect(page.locator("body > iframe")).toHaveCount(0);
  await page.getByRole("button", { name: "打开", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /^風險承受能力評估結果告知函 / })).toBeVisible();
  expect(await rowsOf(page, "attachment")).toHaveLength(3);
});
