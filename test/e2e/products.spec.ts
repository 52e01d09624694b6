/** @file The shelf as an advisor and a product desk live it: found by a few letters, read with its reasons, never changed but by a version more. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axe, axeInBothSchemes } from "./support/axe.ts";

const passphrase = "seven calm herons cross water";
const demoPassphrase = "suitbook demo book";

/** A new, empty book, at its shelf. */
async function openEmptyShelf(page: Page): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  await ask(page, "createVault", { label: "试用", passphrase, profile });
  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await page.keyboard.press("Alt+3");
  await expect(page.getByText("货架上还没有产品")).toBeVisible();
}

const list = (page: Page) => page.getByRole("grid", { name: "产品列表" });
const notes = (page: Page) => page.getByRole("complementary", { name: "需要留意" });
const versions = (page: Page) => page.getByRole("complementary", { name: "版本" });

/** Narrow the list by keyboard and open its first row. */
async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(typed);
  await expect(page.getByText("找到1只")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
}

const heads = "产品代码,产品名称,适用规则,投资类型,本机构等级,期限（月）,起购金额（元）,评级日期,给客户的说明";
const rowOf = (code: string, grade = "R2", words = "") =>
  `${code},稳盈${code},金监总局（投资）,固定收益,${grade},6,1000,2026-06-01,${words}`;
const csvOf = (...rows: string[]) => Buffer.from(`\uFEFF${[heads, ...rows].join("\r\n")}\r\n`, "utf16le");

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** The radio lies unseen over its mark. */
function gradeRadio(page: Page, grade: string) {
  return page.getByRole("group", { name: "本机构等级" }).getByRole("radio", { name: grade });
}

/** Only what a product needs, in the form that is open. */
async function fillProduct(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel("产品代码").fill(code);
  await page.getByLabel("产品名称").fill(name);
  await page.getByLabel("适用规则").selectOption("NFRA_INVEST");
  await page.getByLabel("投资类型").selectOption("fixed-income");
  await gradeRadio(page, "R2").check({ force: true });
  await page.getByLabel("期限").fill("6");
  await page.getByLabel("起购金额").fill("1万");
  await page.getByRole("textbox", { name: "来源", exact: true }).fill("产品部 王工");
}

test("a product is put on the shelf and changed by a version more; the one before stays", async ({ page }) => {
  await openEmptyShelf(page);
  await page.keyboard.press("n");
  await expect(page.getByLabel("产品代码")).toBeFocused();
  await fillProduct(page, "WY2041", "稳盈固收增强");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "稳盈固收增强", level: 1 })).toBeVisible();
  await expect(versions(page).getByText("首次上架")).toBeVisible();

  await page.keyboard.press("e");
  await gradeRadio(page, "R3").check({ force: true });
  await page.getByLabel("本机构佣金").fill("0.3");
  await page.keyboard.press("Control+Enter");
  await expect(versions(page).getByText("第2版")).toBeVisible();
  await expect(versions(page).locator("del", { hasText: "R2" })).toBeVisible();
  await expect(versions(page).locator("ins", { hasText: "R3" })).toBeVisible();

  await versions(page).getByRole("button", { name: "第1版" }).click();
  await expect(page.getByText("这是第1版，已被第2版取代")).toBeVisible();
  await expect(page.getByRole("region", { name: "产品风险等级" }).getByText("R2").first()).toBeVisible();
  await page.getByRole("button", { name: "看现行版本" }).click();
  await expect(page.getByText("已被第2版取代")).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await page.keyboard.press("Alt+3");
  await expect(list(page).getByRole("row", { name: /稳盈固收增强.*R3/ })).toBeVisible();
});

test("insurance says what it does not cover and how long one may think again; nothing else is asked for it", async ({
  page,
}) => {
  await openEmptyShelf(page);
  await page.keyboard.press("n");
  await fillProduct(page, "B1", "安心定期寿险");
  await expect(page.getByLabel("责任免除")).toHaveCount(0);
  await page.getByLabel("适用规则").selectOption("NFRA_INSURANCE");
  await page.getByLabel("险种").selectOption("other-life");
  await page.getByRole("group", { name: "保险期超过一年" }).getByRole("radio", { name: "是" }).check({ force: true });
  await page.getByLabel("责任免除").fill("酒后驾车\n战争，除此以外保证收益");
  await expect(notes(page).getByText("“保证收益”")).toBeVisible();
  await page.getByLabel("犹豫期").fill("61");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("不能大于 60")).toBeVisible();
  await page.getByLabel("责任免除").fill("酒后驾车\n战争");
  await page.getByLabel("犹豫期").fill("15");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "安心定期寿险", level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "基本" }).getByText("15天")).toBeVisible();
  const told = page.getByRole("region", { name: "讲给客户听" });
  await expect(told.getByText("酒后驾车\n战争", { exact: true })).toBeVisible();

  await page.keyboard.press("e");
  await page.getByLabel("犹豫期").fill("0");
  await page.keyboard.press("Control+Enter");
  await expect(versions(page).locator("del", { hasText: "15天" })).toBeVisible();
  await expect(versions(page).locator("ins", { hasText: "没有" })).toBeVisible();

  // What was typed for insurance stands in nobody's way once it is none.
  await page.keyboard.press("e");
  await page.getByLabel("犹豫期").fill("半月");
  await page.getByLabel("适用规则").selectOption("NFRA_INVEST");
  await page.keyboard.press("Control+Enter");
  await expect(versions(page).getByText("第3版")).toBeVisible();
  await expect(told.getByText("责任免除")).toHaveCount(0);
});

test("a promise is told while one types and refused with its words; without it the sheet is saved", async ({
  page,
}) => {
  await openEmptyShelf(page);
  await page.keyboard.press("n");
  await fillProduct(page, "A1", "一号");
  const explanation = page.getByLabel("给客户的说明");
  await explanation.fill("本产品保本，同类第一。");
  await expect(notes(page).getByText("“保本”")).toBeVisible();
  await expect(notes(page).getByText("“同类第一”")).toBeVisible();
  await expect(notes(page).getByText("第13条").first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("“保本”不能写给客户：不得承诺保本或以任何方式暗示本金不受损失")).toBeVisible();
  await expect(page.getByRole("heading", { name: "新产品", level: 1 })).toBeVisible();
  await explanation.fill("本产品不保本，同类第一。");
  await expect(notes(page).getByText("“保本”")).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "一号", level: 1 })).toBeVisible();
  // What was only to be looked at is not saved silently: it stands on the page.
  await expect(page.getByText("用词要留意")).toBeVisible();
});

test("what is being typed is kept, and offered again after a reload", async ({ page }) => {
  await openEmptyShelf(page);
  await page.keyboard.press("n");
  await page.getByLabel("产品名称").fill("写了一半");
  await expect(page.getByText(/草稿已自动保存/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await page.keyboard.press("Alt+3");
  await expect(page.getByRole("heading", { name: "产品与匹配", level: 1 })).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "接着写" }).click();
  await expect(page.getByLabel("产品名称")).toHaveValue("写了一半");
});

test("a list is looked at row by row, taken in at once, and the same list is all the same", async ({ page }) => {
  await openEmptyShelf(page);
  await page.keyboard.press("i");
  await choose(
    page,
    "名录 2026-11.csv",
    csvOf(rowOf("A1"), rowOf("A2", "R9"), rowOf("A3", "R2", "零风险"), rowOf("A4")),
  );
  await expect(page.getByText("UTF-16LE")).toBeVisible();
  await expect(page.getByText("现在还没有写入任何内容")).toBeVisible();
  for (const tab of [/^全部\s*4$/, /^新产品\s*2$/, /^新版本\s*0$/, /^相同\s*0$/, /^拒绝\s*2$/]) {
    await expect(page.getByRole("tab", { name: tab })).toBeVisible();
  }
  await page.getByRole("tab", { name: /^拒绝/ }).click();
  await page.getByRole("row", { name: /A2/ }).click();
  const pane = page.getByRole("complementary", { name: "说明" });
  await expect(pane.getByText("不在可填的词里")).toBeVisible();
  await expect(pane.getByText("填的是“R9”")).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("已写入：新产品 2，新版本 0")).toBeVisible();
  await expect(list(page).getByRole("row", { name: /稳盈A/ })).toHaveCount(2);

  await page.keyboard.press("i");
  await choose(page, "名录 2026-12.csv", csvOf(rowOf("A1", "R3"), rowOf("A4")));
  await expect(page.getByRole("tab", { name: /^新版本\s*1$/ })).toBeVisible();
  await expect(page.getByRole("tab", { name: /^相同\s*1$/ })).toBeVisible();
  await page.getByRole("row", { name: /A1/ }).click();
  await expect(pane.locator("ins", { hasText: "R3" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(list(page).getByRole("row", { name: /稳盈A1.*R3/ })).toBeVisible();
});

test("a list without a source, without a code or that is no list is refused, and the shelf stays", async ({ page }) => {
  await openEmptyShelf(page);
  await page.keyboard.press("i");
  await choose(page, "坏.csv", Buffer.from('产品代码\n"A1\n'));
  await expect(page.getByText("没有导入任何内容，客户簿不变。")).toBeVisible();
  await choose(page, "无码.csv", Buffer.from("产品名称\n稳盈\n"));
  await expect(page.getByText("没有“产品代码”这一列")).toBeVisible();
  await choose(page, "名录.csv", csvOf(rowOf("A1")));
  await expect(page.getByRole("tab", { name: /^新产品\s*1$/ })).toBeVisible();
  await page.getByLabel("整份名录的来源").fill("");
  await expect(page.getByRole("tab", { name: /^拒绝\s*1$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "没有可写入的" })).toBeDisabled();
  await page.getByRole("button", { name: "取消" }).click();
  await expect(page.getByText("货架上还没有产品")).toBeVisible();
});

test.describe("with the demo book", () => {
  test.use({ demo: true });

  async function openShelf(page: Page): Promise<void> {
    await page.locator("input[type=password]").fill(demoPassphrase);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("grid").getByRole("row").nth(3)).toBeVisible();
    await page.keyboard.press("Alt+3");
    await expect(page.getByRole("grid").getByRole("row").nth(8)).toBeVisible();
  }

  test("the list narrows by filters and letters, and a page shows where a grade does not fit", async ({ page }) => {
    await openShelf(page);
    await page.getByRole("button", { name: /^金监保险/ }).click();
    await expect(page.getByText("共6只")).toBeVisible();
    await page.getByRole("button", { name: /R1 低/ }).click();
    await expect(page.getByText("共2只")).toBeVisible();
    await page.getByRole("button", { name: /^全部/ }).click();
    await page.getByRole("button", { name: /^金监保险/ }).click();
    await page.getByRole("button", { name: /R1 低/ }).click();
    await page.getByRole("button", { name: /^评级已过期/ }).click();
    await expect(list(page).getByRole("row", { name: /安和一年定开.*评级过期/ })).toBeVisible();
    await page.getByRole("button", { name: /^全部/ }).click();

    await find(page, "nlxf");
    await expect(page.getByRole("heading", { name: "南岭消费精选混合", level: 1 })).toBeVisible();
    await expect(page.getByText("实际表现对应R4，现评R3")).toBeVisible();
    await expect(page.getByRole("row", { name: /最大回撤.*−41\.3%.*25%.*R4/ })).toBeVisible();
    await expect(page.getByRole("img", { name: /股票 79%/ })).toBeVisible();
    await axeInBothSchemes(page);
    await page.keyboard.press("Escape");

    await find(page, "F03022");
    await expect(page.getByText("发行机构R5，本机构R4，取高为R5")).toBeVisible();
    await expect(page.getByText("比“远山沪深300指数”多 0.2%")).toBeVisible();
    await page.keyboard.press("e");
    await axeInBothSchemes(page);
  });

  test("the shelf goes out as a file a spreadsheet opens, and comes back all the same", async ({ page }) => {
    await openShelf(page);
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Control+e");
    const download = await saved;
    expect(download.suggestedFilename()).toBe("产品名录.csv");
    const bytes = await readFile(await download.path());
    expect(bytes.toString("utf8")).toMatch(/^\uFEFF产品代码,产品名称/);
    await page.keyboard.press("i");
    await choose(page, "产品名录.csv", bytes);
    await expect(page.getByRole("tab", { name: /^相同\s*39$/ })).toBeVisible();
    await expect(page.getByRole("tab", { name: /^拒绝\s*0$/ })).toBeVisible();
  });

  for (const language of ["zh-CN", "zh-TW", "en"] as const) {
    test(`list, page, form and import are accessible, ${language}`, async ({ page }) => {
      await ask(page, "setPreferences", { language, colorScheme: "auto" });
      await page.reload();
      await openShelf(page);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await axeInBothSchemes(page);
      await page.keyboard.press("n");
      await axe(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("i");
      await axe(page);
    });
  }
});
