/** @file Every kind of question, skipped ones, a touched screen, the knowledge test, and a client who refuses. */
import type { Locator, Page } from "@playwright/test";
import { asked } from "../../shared/rules/answers.ts";
import { expect, test } from "./fixture.ts";
import { lockBook } from "./support/ask.ts";
import {
  answer,
  answerAll,
  calm,
  company,
  enterPassphrase,
  goToAssessment,
  goToClient,
  heading,
  individual,
  openBook,
  pack,
  passphrase,
} from "./support/assess.ts";
import { axe, axeInBothSchemes } from "./support/axe.ts";
import { shell } from "./support/instance.ts";
import { signByMouse, signByTouch } from "./support/sign.ts";

test.describe.configure({ timeout: 600_000 });

/** Gates and the first seven questions of the questionnaire for companies; then whether it has invested. */
const companyStart = ["1", "1", "2", "3", "3200", "860.5", "3", "4", "3", "3222"];
/** After the questions about experience: goals, loss, swings, who decides, what a loss would do. */
const companyEnd = ["3", "3", "23", "3", "3", "4", "3"];

async function nothingIsGivenAway(page: Page): Promise<void> {
  const shown = await page.locator("body").innerText();
  expect(shown).not.toMatch(/\bC[1-5]\b|得分|分数|\d\s*分(?!钟)/);
}

test("@assessment a company answers every kind of question by keyboard, and is not asked what does not concern it", async ({
  page,
}) => {
  await openBook(page);
  await goToAssessment(page, company);
  await expect(page.getByText("RTQ-INST-v1")).toBeVisible();
  await expect(page.getByRole("radio", { name: "监护人" })).toHaveCount(0);
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await answerAll(page, companyStart.slice(0, 4));

  // A number: what cannot be is told, and what was typed can be taken back.
  await expect(page.getByRole("heading", { name: "贵机构上年末净资产是多少？" })).toBeVisible();
  await axeInBothSchemes(page);
  for (const key of "999999999") await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(page.getByText("请填写−10,000,000至100,000,000之间的数，最多两位小数")).toBeVisible();
  for (const _ of "999999999") await page.keyboard.press("Backspace");
  await nothingIsGivenAway(page);
  await answerAll(page, companyStart.slice(4, 9));

  // A matrix: every row wants an answer; the rows can be gone through.
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await expect(page.getByText("请为每一行各选一项")).toBeVisible();
  await axeInBothSchemes(page);
  for (const key of ["2", "2", "2", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  await answer(page, "2");

  // It has not invested: three questions are passed over, forwards and backwards.
  await expect(page.getByText("第8题，共16题")).toBeVisible();
  await answer(page, "1");
  await expect(page.getByRole("heading", { name: "这笔资金多久之内不会动用？" })).toBeVisible();
  await expect(page.getByText("第9题，共16题")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: "贵机构是否投资过存款、国债以外的品种？" })).toBeVisible();
  await page.keyboard.press("Enter");
  await answerAll(page, companyEnd.slice(0, 4));
  await expect(page.getByText("大幅波动也能接受")).toBeVisible();
  await axeInBothSchemes(page);
  await answerAll(page, companyEnd.slice(4));

  // A text takes letters, digits and arrows for itself.
  await expect(page.getByRole("heading", { name: "批准这项投资的文件叫什么名称？" })).toBeVisible();
  await page.keyboard.type("董事会决议2026");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("textbox")).toHaveValue("董事会决议2026");
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");

  // Changed at the review: what is asked only now comes at once, and nothing else again.
  await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
  await expect(page.getByText("3,200万元")).toBeVisible();
  await expect(
    page.getByText("债券与固定收益产品：能独立分析；股票与权益类基金：知道基本原理", { exact: false }),
  ).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "修改“有无投资经历”" }).click();
  await answer(page, "2");
  await expect(page.getByRole("heading", { name: "贵机构投资这些品种有多少年？" })).toBeVisible();
  await answerAll(page, ["6", "23", "4"]);
  await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
  await nothingIsGivenAway(page);
  await page.keyboard.press("Enter");
  await signByMouse(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);

  await expect(page.getByRole("heading", { name: `${company.name}的测评结果` })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("合计62分，在 C4 区间（60–79）")).toBeVisible();
  await expect(page.getByText("1次：有无投资经历")).toBeVisible();
  await page.getByRole("button", { name: "答卷与用时" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("先答：没有")).toBeVisible();
  await expect(sheet.getByRole("row", { name: /投资年限 6年 5/ })).toBeVisible();
  await expect(sheet.getByRole("row", { name: /对品种的了解/ })).toContainText("私募基金与信托计划：知道基本原理");
  await axeInBothSchemes(page);
});

test("@assessment a half-typed number and a skipped question survive a crash", async ({ page }) => {
  await openBook(page);
  await goToAssessment(page, company);
  await page.keyboard.press("Enter");
  await answerAll(page, companyStart.slice(0, 4));
  for (const key of "32") await page.keyboard.press(key);
  await expect(page.getByRole("textbox")).toHaveValue("32");
  await lockBook(page);
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByText(company.name)).toBeVisible({ timeout: 30_000 });
  await goToAssessment(page, company);
  await expect(page.getByText(/机构经办人，.*答了5题，共18题/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox")).toHaveValue("32");
  for (const key of "00") await page.keyboard.press(key);
  await expect(page.getByRole("textbox")).toHaveValue("3200");
});

test("@assessment a company's paper questionnaire is entered by keyboard", async ({ page }) => {
  await openBook(page);
  await goToAssessment(page, company);
  await page.getByRole("radio", { name: "按纸质问卷录入" }).check();
  await page.getByRole("button", { name: "开始录入" }).click();
  await expect(page.getByRole("radio", { name: "已取得书面授权" })).toBeFocused();
  for (const key of ["1", "1", "2", "3"]) await page.keyboard.press(key);
  await page.keyboard.type("3,200");
  await page.keyboard.press("Enter");
  await page.keyboard.type("860.5");
  await page.keyboard.press("ArrowDown");
  for (const key of ["3", "4", "3", "3", "2", "2", "2"]) await page.keyboard.press(key);
  await expect(page.getByText("投资年限")).toHaveCount(0);
  // Invested: three more lines are there at once.
  await page.keyboard.press("2");
  await expect(page.getByText("投资年限", { exact: true })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("第一处是“投资年限”")).toBeVisible();
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  for (const key of ["2", "3", "ArrowDown", "4", "3", "3", "2", "3", "ArrowDown", "3", "3", "4", "3"]) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText("录入了21题，共21题")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: `${company.name}的测评结果` })).toBeVisible();
  await expect(page.getByText("合计62分，在 C4 区间（60–79）")).toBeVisible();
  await expect(page.getByText("纸质问卷，理财师录入")).toBeVisible();
});

test("@assessment a knowledge test is taken from the client's page; what is right shows only afterwards", async ({
  page,
}) => {
  await openBook(page);
  await goToClient(page);
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: `${individual.name}的知识测试` })).toBeVisible();
  await expect(page.getByText("80分", { exact: true })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  const why = "剩下的一半要翻一倍才能回到原来";
  for (const [index, key] of Array.from("3214231341").entries()) {
    await expect(page.getByText(why, { exact: false })).toHaveCount(0);
    if (index === 0) await axeInBothSchemes(page);
    await answer(page, key);
  }
  await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
  await expect(page.getByText(/答对|答错/)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "测试完成，谢谢" })).toBeVisible();
  await expect(page.getByText("通过，80分及格")).toBeVisible();
  await expect(page.getByText(why, { exact: false })).toBeVisible();
  await expect(page.getByText("正确答案：不得销售")).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByText("满分100分，80分及格")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("10 / 20")).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "返回" }).click();
  await expect(page.getByRole("button", { name: "知识测试：90分，通过" })).toBeVisible();
  // It is no assessment: there is no level, and it does not count to the limits.
  await expect(page.getByText("还没有测评")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("0 / 2")).toBeVisible();
});

test("@assessment a refusal to answer is recorded with its consequence, until an assessment is finished", async ({
  page,
}) => {
  await openBook(page);
  await goToAssessment(page);
  await page.getByRole("button", { name: "客户拒绝提供信息" }).click();
  await expect(page.getByText("证券、基金、期货类产品和服务必须拒绝提供", { exact: false })).toBeVisible();
  await expect(page.getByText("《证券法》第88条；2025年第7号令 第10条")).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByLabel(/客户拒绝了什么/).fill("资产状况");
  await page.getByRole("button", { name: "已告知后果，记录拒绝" }).click();
  const note = page.getByText(/客户于 \d{4}-\d\d-\d\d 拒绝提供信息/);
  await expect(note).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: "开始作答" }).click();
  await answerAll(page, calm);
  await page.keyboard.press("Enter");
  await signByMouse(page);
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByRole("heading", { name: `${individual.name}的测评结果` })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("a");
  await expect(page.getByText("由谁作答")).toBeVisible();
  await expect(note).toHaveCount(0);
});

test.describe("on a touched screen", () => {
  test.skip(shell === "electron", "the real shell takes no touches from a test");
  test.use({ touch: true });

  /** Touches something, which must be large enough for a finger. */
  async function tap(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), String(target)).toBeGreaterThanOrEqual(44);
    await target.tap();
  }

  async function next(page: Page): Promise<void> {
    const before = await heading(page);
    await tap(page.getByRole("button", { name: /^下一题/ }));
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before);
  }

  /** The large answer with these words: what is touched is its label. */
  function choice(page: Page, words: string): Locator {
    return page.locator("label").filter({ hasText: words }).first();
  }

  test("@assessment a person answers everything by touch, and changes one of two answers that do not fit", async ({
    page,
  }) => {
    await openBook(page);
    await goToAssessment(page);
    await page.getByRole("button", { name: "开始作答" }).tap();
    // Ten years of investing without a loss.
    const answers: Readonly<Record<string, string>> = { Q7: "6", Q10: "2" };
    for (const [index, item] of asked(pack).entries()) {
      await heading(page);
      for (const key of answers[item.id] ?? calm[index] ?? "")
        await tap(page.locator("fieldset label").nth(Number(key) - 1));
      await nothingIsGivenAway(page);
      await next(page);
    }
    await expect(page.getByText("投资10年以上，却没有经历过亏损")).toBeVisible();
    await tap(choice(page, "修改：投资年限"));
    await tap(page.getByRole("button", { name: /^确定/ }));
    await expect(page.getByRole("heading", { name: /您投资存款、国债以外品种的年限/ })).toBeVisible();
    await tap(choice(page, "3至5年"));
    await tap(page.getByRole("button", { name: /^改好了/ }));
    await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
    await tap(page.getByRole("button", { name: "修改“年龄”" }));
    await tap(page.getByRole("button", { name: /^返回/ }));
    await axe(page);
    await tap(page.getByRole("button", { name: /^确认并提交/ }));
    await signByTouch(page);
    // The advisor has the computer back, and its keyboard.
    await page.keyboard.press("Enter");
    await enterPassphrase(page);
    await expect(page.getByText("1次：投资年限")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("另有1处经客户改答后消除")).toBeVisible();
  });

  test("@assessment numbers, rows and steps are touched as well", async ({ page }) => {
    await openBook(page);
    await goToAssessment(page, company);
    await page.getByRole("button", { name: "开始作答" }).tap();
    for (const words of ["已取得书面授权", "正常经营", "否", "一般企业"]) {
      await heading(page);
      await tap(choice(page, words));
      await next(page);
    }
    const pad = (key: string) => page.getByRole("button", { name: key, exact: true });
    for (const key of ["3", "2", "0", "9", "删除一位", "0", "正负号", "正负号"]) await tap(pad(key));
    await expect(page.getByRole("textbox")).toHaveValue("3200");
    await next(page);
    for (const key of ["8", "6", "0", "小数点", "5"]) await tap(pad(key));
    await next(page);
    for (const words of ["三成至五成", "资产负债率在三成至五成", "有专人，投资经历满两年"]) {
      await tap(choice(page, words));
      await next(page);
    }
    for (const row of ["债券与固定收益产品", "股票与权益类基金", "期货、期权等衍生品", "私募基金与信托计划"]) {
      const cells = page.getByRole("group", { name: new RegExp(row) }).locator("label");
      await tap(cells.nth(row.startsWith("债券") ? 2 : 1));
    }
    await axeInBothSchemes(page);
    await next(page);
    await tap(choice(page, "没有"));
    await next(page);
    for (const words of ["1至3年", "在波动有限的前提下增值", "固收增强或混合类", "10%以内"]) {
      await tap(choice(page, words));
      await next(page);
    }
    await tap(choice(page, "4"));
    await tap(choice(page, "3"));
    await next(page);
    // One person decides: no document is asked for, and the review comes.
    await tap(choice(page, "一个人决定，没有书面制度"));
    await next(page);
    await tap(choice(page, "利润明显下降，经营照常"));
    await next(page);
    await expect(page.getByRole("heading", { name: "请再看一遍您的回答" })).toBeVisible();
    await expect(page.getByText("授权文件")).toHaveCount(0);
    await tap(page.getByRole("button", { name: /^确认并提交/ }));
    await signByTouch(page);
  });
});
