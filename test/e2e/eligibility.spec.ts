/** @file A client's eligibility: who it is, what they agreed to, what they were decided to be, and what stands against a level. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { ask } from "./support/ask.ts";
import { axeInBothSchemes } from "./support/axe.ts";
import { makePdf } from "./support/pdf.ts";

const passphrase = "seven calm herons cross water";
const demoPassphrase = "suitbook demo book";

/** A new book with one client; ends on the client's eligibility. */
async function openWithClient(page: Page, birthDate = "1980-03-18"): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  await ask(page, "createVault", { label: "试用", passphrase, profile });
  await page.reload();
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await page.keyboard.press("n");
  await page.getByLabel("姓名").fill("陆文澜");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "陆文澜", level: 1 })).toBeVisible();
  await page.keyboard.press("e");
  await page.getByRole("form", { name: "编辑资料" }).getByRole("textbox", { name: "出生日期" }).fill(birthDate);
  await page.keyboard.press("Control+Enter");
  await openTab(page);
}

async function openTab(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "投资者资格" }).click();
  await expect(row(page, "身份")).toBeVisible();
}

/** The demo book at one client's eligibility. */
async function openDemo(page: Page, name: string): Promise<void> {
  await page.getByLabel("口令", { exact: true }).fill(demoPassphrase);
  await page.keyboard.press("Enter");
  await openClient(page, name);
  await openTab(page);
}

/** From the list of clients, in whatever language. */
async function openClient(page: Page, name: string): Promise<void> {
  const list = page.getByRole("grid").first();
  await expect(list.getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await expect(list.getByRole("row")).toHaveCount(2);
  await list.getByRole("row", { name: new RegExp(name) }).press("Enter");
  await expect(page.getByRole("heading", { name: new RegExp(name), level: 1 })).toBeVisible();
}

const panel = (page: Page) => page.getByRole("tabpanel");
/** One line of the standing, by its name. */
const row = (page: Page, name: string) => panel(page).getByRole("listitem", { name, exact: true });
const records = (page: Page) => page.getByRole("complementary", { name: "资格记录" });
const dialog = (page: Page) => page.getByRole("dialog");
const explanation = (page: Page) => dialog(page).getByRole("complementary", { name: "条件是否满足" });
async function act(page: Page, action: string, name: string): Promise<void> {
  await page.getByRole("button", { name: `${action}：${name}`, exact: true }).click();
  await formStands(page);
}

/** What a form asks is read first: it stands there once it has taken the focus. */
async function formStands(page: Page): Promise<void> {
  await expect(dialog(page).locator(":focus")).toBeVisible();
}

async function addPaper(page: Page, label: string, name: string): Promise<void> {
  const buffer = Buffer.from(makePdf([name]));
  await dialog(page)
    .locator(`input[type=file][aria-label="添加文件：${label}"]`)
    .setInputFiles({ name: `${name}.pdf`, mimeType: "application/pdf", buffer });
  await expect(paper(page, label, name)).toBeChecked();
}

const paper = (page: Page, label: string, name: string) =>
  dialog(page)
    .getByRole("group", { name: label })
    .getByRole("checkbox", { name: new RegExp(name) });

test("identity and consent are recorded without the mouse, stand with their hash, and stay", async ({ page }) => {
  await openWithClient(page);
  await expect(row(page, "身份")).toContainText("还没有核验");
  await expect(row(page, "单独同意")).toContainText("还没有同意");

  await page.getByRole("button", { name: "核验：身份" }).press("Enter");
  await dialog(page).getByRole("textbox", { name: "证件有效至" }).fill("2020-01-01");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toContainText("证件已经过期，不能用来核验");
  await dialog(page).getByRole("textbox", { name: "证件有效至" }).fill("2099-06-30");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "身份")).toContainText("证件有效至 2099-06-30");
  await expect(row(page, "行为能力")).toContainText("完全民事行为能力");

  await page.getByRole("button", { name: "记录同意：单独同意" }).press("Enter");
  await addPaper(page, "签字件或扫描件", "同意书");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "单独同意")).toContainText(/\d{4}-\d{2}-\d{2} 同意/);
  await expect(records(page).getByRole("listitem").first()).toContainText(
    /同意处理敏感个人信息.*附原件.*留痕 [0-9a-f]{4}…[0-9a-f]{4}/,
  );

  await act(page, "撤回", "单独同意");
  await expect(dialog(page)).toContainText("撤回以后不能再向客户销售");
  await dialog(page)
    .getByRole("button", { name: /^记录撤回/ })
    .click();
  await expect(row(page, "单独同意")).toContainText("撤回");

  await page.reload();
  await openClient(page, "陆文澜");
  const timeline = page.getByRole("complementary", { name: "时间线" });
  await timeline.getByRole("radio", { name: "决定" }).check();
  await expect(timeline.getByRole("listitem")).toHaveText([/撤回同意/, /同意处理敏感个人信息/, /身份已核验/]);
  await timeline.getByRole("radio", { name: "资料" }).check();
  await expect(timeline.getByText("身份已核验")).toHaveCount(0);
});

test("an application says what is missing in figures, is granted when nothing is, and ends at the client's written wish", async ({
  page,
}) => {
  await openWithClient(page);
  await act(page, "申请或认定", "证监会规则");
  await dialog(page).getByRole("radio", { name: "专业投资者（三类）" }).check();
  await dialog(page).getByLabel("金融资产").fill("280万");
  await expect(explanation(page)).toContainText("金融资产不低于300万元 现280万元，差20万元");
  await expect(explanation(page)).toContainText("条件还不满足");
  await expect(dialog(page).getByRole("button", { name: "认定，还缺5项" })).toBeDisabled();
  await dialog(page).getByLabel("金融资产").fill("320万");
  await dialog(page).getByLabel("投资经历").fill("3");
  await expect(explanation(page)).toContainText("条件满足");
  await expect(dialog(page).getByRole("button", { name: "认定，还缺4项" })).toBeDisabled();

  // What was typed survives leaving the form.
  await expect(dialog(page).getByText(/^草稿已自动保存/)).toBeVisible();
  await page.keyboard.press("Escape");
  await act(page, "申请或认定", "证监会规则");
  await dialog(page).getByRole("button", { name: "接着写" }).click();
  await expect(dialog(page).getByLabel("金融资产")).toHaveValue("3,200,000");

  await addPaper(page, "书面申请及风险确认", "申请书");
  await addPaper(page, "证明材料", "资产证明");
  await dialog(page).getByLabel("追加了解的情况").fill("近两年持有股票型基金，能说清回撤");
  await expect(dialog(page)).toContainText("由证券公司证明自己合规");
  await dialog(page).getByLabel("已逐条说明以上差别，并警示风险").check();
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "证监会规则")).toContainText("专业投资者（三类）");
  await expect(row(page, "证监会规则")).toContainText("130号令 第11条");
  await expect(row(page, "金监总局，投资类")).toContainText("自然人一律为普通投资者");
  await expect(records(page).getByRole("listitem").first()).toContainText("证明1份");

  await act(page, "改回普通", "证监会规则");
  await dialog(page).getByLabel("告知客户的理由").fill("客户要求恢复普通投资者的保护");
  await dialog(page).getByRole("button", { name: "结束认定" }).click();
  await expect(dialog(page)).toContainText("请选客户签字的书面要求");
  await paper(page, "客户的书面要求", "申请书").check();
  await dialog(page).getByRole("button", { name: "结束认定" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "证监会规则")).toContainText("普通投资者");
  await expect(records(page).getByRole("listitem").first()).toContainText("不再是专业投资者（三类）");

  await page.getByRole("tab", { name: "概览" }).click();
  await expect(panel(page).getByRole("button", { name: "普通投资者" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("form", { name: "编辑资料" }).getByLabel("投资者类别")).toHaveCount(0);
});

test("a refusal is told with its reason, and qualified is another matter than professional", async ({ page }) => {
  await openWithClient(page);
  await act(page, "核验", "私募基金");
  await dialog(page).getByLabel("近三年年均收入").fill("50万");
  await expect(explanation(page)).toContainText("条件满足");
  await dialog(page).getByRole("button", { name: "不予认定" }).click();
  await expect(dialog(page).getByText("请填写")).toBeVisible();
  await dialog(page).getByLabel("告知客户的结果和理由").fill("收入证明缺少2025年");
  await dialog(page).getByRole("button", { name: "不予认定" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "私募基金")).toContainText(/不是合格投资者.*未通过：收入证明缺少2025年/);
  await expect(row(page, "资管产品")).toContainText("未核验");
});

test("a client under fourteen consents through the guardian alone, and is never professional", async ({ page }) => {
  const year = new Date().getFullYear() - 10;
  await openWithClient(page, `${year}-01-01`);
  await expect(row(page, "行为能力")).toContainText(/限制民事行为能力.*岁推定/);
  await act(page, "记录同意", "单独同意");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByText("请填写")).toBeVisible();
  await dialog(page).getByLabel("监护人姓名").fill("程砚");
  await page.keyboard.press("Control+Enter");
  await expect(records(page)).toContainText("监护人 程砚");
  await act(page, "记录同意", "监护人");
  await dialog(page).getByLabel("监护人姓名").fill("程砚");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "监护人")).toContainText("程砚 同意");

  await act(page, "申请或认定", "证监会规则");
  await dialog(page).getByLabel("金融资产").fill("9000万");
  await dialog(page).getByLabel("投资经历").fill("9");
  await expect(explanation(page)).toContainText("未成年人不能作为专业投资者");
  await addPaper(page, "证明材料", "资产证明");
  await expect(dialog(page).getByRole("button", { name: "认定，还缺1项" })).toBeDisabled();
});

test("a trading right is opened by the name products give it, and closed", async ({ page }) => {
  await openWithClient(page);
  await act(page, "开通权限", "交易权限");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByText("请填写")).toBeVisible();
  await dialog(page).getByLabel("权限名称").fill("融资融券");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "融资融券")).toContainText("开通");
  await act(page, "关闭", "融资融券");
  await dialog(page)
    .getByRole("button", { name: /^关闭权限/ })
    .click();
  await expect(row(page, "融资融券")).toHaveCount(0);
  await expect(row(page, "交易权限")).toContainText("没有开通的权限");
});

test.describe("the demo book", () => {
  test.use({ demo: true });

  test("what a client reports takes the level its force, beside which stands how they behaved", async ({ page }) => {
    await openDemo(page, "陆文澜");
    await page.getByRole("tab", { name: "概览" }).click();
    const level = page.getByRole("region", { name: "风险承受能力" });
    await expect(page.getByRole("region", { name: "服务概况" })).toContainText(/行为观察.*只供参考/);
    await expect(level).not.toContainText("不再作数");
    await level.getByRole("button", { name: "客户报告重大变化" }).click();
    await dialog(page).getByLabel("变化的是什么").fill("下月退休，收入减半");
    await page.keyboard.press("Control+Enter");
    await expect(level).toContainText("原来的测评不再作数，请重新测评");
    await level.getByRole("button", { name: "拒绝提供信息" }).click();
    await formStands(page);
    await page.keyboard.press("Control+Enter");
    await expect(dialog(page)).toContainText("请先告知客户，再勾选");
    await dialog(page).getByLabel("已经把后果告知客户").check();
    await page.keyboard.press("Control+Enter");
    await expect(level).toContainText("重新测评以前不能销售");

    await level.getByRole("button", { name: "看结果说明" }).click();
    const side = page.getByRole("region", { name: "行为观察" });
    await expect(side).toContainText("只供参考");
    await expect(side).toContainText("测评等级不因此改变");
    await expect(side).toContainText("数据到 2025-12");
  });

  test("the mask hides names, reasons and amounts here too", async ({ page }) => {
    await openDemo(page, "程知微");
    await expect(row(page, "监护人")).toContainText("陆文澜 同意");
    await page.keyboard.press("Control+m");
    await expect(row(page, "监护人")).toContainText("陆** 同意");
    await expect(page.getByText("陆文澜")).toHaveCount(0);
    await expect(page.getByText("每次先告知母亲")).toHaveCount(0);
  });

  const languages = [
    ["zh-CN", "投资者资格", "申请或认定：证监会规则", "专业投资者（三类）"],
    ["zh-TW", "投資人資格", "申請或認定：證監會規則", "專業投資者（三類）"],
    ["en", "Eligibility", "Apply or verify: CSRC rules", "Professional, type III"],
  ] as const;
  for (const [language, tab, apply, third] of languages) {
    test(`is accessible in ${language}, in light and in dark`, async ({ page }) => {
      await openDemo(page, "顾念慈");
      await ask(page, "setPreferences", { language, colorScheme: "auto" });
      await page.reload();
      await openClient(page, "顾念慈");
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("tabpanel").getByRole("listitem").nth(5)).toBeVisible();
      await axeInBothSchemes(page);
      await page.getByRole("button", { name: apply }).click();
      await dialog(page).getByRole("radio", { name: third }).check();
      await expect(dialog(page).getByRole("listitem").first()).toBeVisible();
      await axeInBothSchemes(page);
      await page.keyboard.press("Escape");
      await page.getByRole("tabpanel").getByRole("button").nth(3).click();
      await expect(dialog(page)).toBeVisible();
      await axeInBothSchemes(page);
    });
  }
});
