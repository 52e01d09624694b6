/** @file A client with what a sale needs to know of them, a small shelf of the three regimes, and the ways through the gate. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Operation } from "../../../shared/log/operation.ts";
import { addDays, shanghaiDay } from "../../../shared/model/dates.ts";
import type { Json } from "../../../shared/model/primitives.ts";
import { calm, enterPassphrase, goToClient, individual, openBook, type Stamp } from "./assess.ts";
import { drawByMouse } from "./sign.ts";

/** What is otherwise with the client; by default a C4 who is verified, has consented and has money. */
export interface Standing {
  readonly capacity?: "limited";
  readonly noConsent?: true;
  readonly noAssessment?: true;
  readonly noAssets?: true;
  readonly birthDate?: string;
}

export const shelf = {
  csrcFits: { code: "F1", name: "澄心稳健混合", regime: "CSRC", sellerGrade: "R3", type: "mixed" },
  csrcAbove: { code: "F2", name: "汇川港股科技", regime: "CSRC", sellerGrade: "R5", type: "mixed" },
  investFits: { code: "W1", name: "稳盈固收增强", regime: "NFRA_INVEST", sellerGrade: "R2", type: "fixed-income" },
  investAbove: { code: "W2", name: "澄明权益精选", regime: "NFRA_INVEST", sellerGrade: "R5", type: "mixed" },
  insuranceFits: {
    code: "B1",
    name: "安心定期寿险",
    regime: "NFRA_INSURANCE",
    sellerGrade: "R2",
    type: "fixed-income",
    insurance: { kind: "other-life", isOverOneYear: true },
    exclusions: "投保人故意伤害被保险人\n酒后驾车",
    coolingOffDays: 15,
  },
  insuranceAbove: {
    code: "B2",
    name: "远航投资连结保险",
    regime: "NFRA_INSURANCE",
    sellerGrade: "R5",
    type: "mixed",
    insurance: { kind: "unit-linked", isOverOneYear: true },
  },
} as const;
export type Wanted = (typeof shelf)[keyof typeof shelf];

export async function openSaleBook(page: Page, standing: Standing = {}): Promise<void> {
  const earlier = standing.noAssessment === true ? [] : [{ daysAgo: 1, keys: calm }];
  await openBook(page, earlier, (stamp) => [...clientOperations(stamp, standing), ...shelfOperations(stamp)]);
}

function clientOperations(stamp: Stamp, standing: Standing): Operation[] {
  const { id } = individual;
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const statement = (kind: string, more: Record<string, Json> = {}): Operation => ({
    ...stamp(id),
    kind: "record",
    entity: "statement",
    entityId: `said-${kind}`,
    value: { client: id, kind, at, ...more },
  });
  const { capacity = "full", birthDate } = standing;
  const patch = {
    ...(standing.noAssets !== true && { investableAssets: 400_000_000 }),
    ...(birthDate !== undefined && { birthDate }),
    annualIncome: 60_000_000,
  };
  return [
    { ...stamp(id), kind: "set", entity: "client", entityId: id, patch },
    statement("identity", { capacity, until: "2099-06-30" }),
    ...(standing.noConsent === true ? [] : [statement("consent-given")]),
    ...(capacity === "full" ? [] : [statement("guardian-consent", { who: "程砚" })]),
  ];
}

function shelfOperations(stamp: Stamp): Operation[] {
  const today = shanghaiDay(Date.now());
  return Object.values(shelf).map((product): Operation => {
    const value = {
      ...product,
      product: `p-${product.code}`,
      version: 1,
      at: new Date(Date.now() - 86_400_000).toISOString(),
      issuer: "澄心基金",
      gradedOn: addDays(today, -30),
      gradeUntil: addDays(today, 300),
      isActive: true,
      termMonths: 12,
      isPrivate: false,
      minimum: 100_000,
      rights: [],
      fees: [{ kind: "management", percent: 1.2 }],
      commission: 0.5,
      alternative: { name: "远山沪深300指数", commission: 0.3 },
      lookThrough: [{ holding: "equity", percent: 60 }],
      risks: "净值随市场涨跌，可能亏损本金。",
      liquidity: "每个交易日可赎回",
      source: "产品部",
    };
    return {
      ...stamp(),
      kind: "record",
      entity: "productSheet",
      entityId: `s-${product.code}`,
      value: JSON.parse(JSON.stringify(value)) as Record<string, Json>,
    };
  });
}

export interface Asked {
  readonly by: "客户主动提出" | "理财师推荐";
  readonly amount?: string;
  readonly channel?: "营业网点" | "网上" | "电话";
}

/** From the client's page to the gate of one product, and through the form that asks what is to be sold. */
export async function beginSale(page: Page, { name }: Wanted, asked: Asked): Promise<void> {
  await goToMatch(page);
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await expect(page.getByRole("grid", { name: "匹配结果" }).getByRole("row")).toHaveCount(2);
  await page.getByRole("row", { name: new RegExp(name) }).press("Enter");
  const form = page.getByRole("dialog", { name: new RegExp(name) });
  await fillSale(form, asked);
  await form.getByRole("button", { name: /^开始检查/ }).click();
  await expect(form).toBeHidden();
}

export async function fillSale(form: Locator, { by, amount = "10万", channel = "网上" }: Asked): Promise<void> {
  await form.getByRole("radio", { name: by }).check({ force: true });
  await form.getByLabel("金额", { exact: true }).fill(amount);
  await form.getByRole("radio", { name: channel }).check({ force: true });
  const once = form.getByRole("radio", { name: "趸交" });
  if ((await once.count()) > 0) await once.check({ force: true });
}

export async function goToMatch(page: Page): Promise<void> {
  await goToClient(page);
  // While the palette closes, keys are still its own.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("g");
  await expect(page.getByRole("grid", { name: "匹配结果" })).toBeVisible();
}

/** What the gate says beside its steps. */
export const verdict = (page: Page) => page.getByRole("region", { name: "结论" }).getByRole("status");
export const step = (page: Page, name: string) =>
  page.getByRole("table", { name: "检查步骤" }).getByRole("row", { name });

/** Ticks every point of the document before the client, by number key or by hand. */
export async function tickAll(page: Page): Promise<void> {
  const points = page.getByRole("checkbox");
  await expect(points.first()).toBeVisible();
  const count = await points.count();
  for (let n = 1; n <= count; n++) {
    if (n <= 9) await page.keyboard.press(String(n));
    else await points.nth(n - 1).check({ force: true });
    await expect(points.nth(n - 1)).toBeChecked();
  }
}

/** Reads, ticks and signs the document that is shown. Ends on the page that says so. */
export async function signDocument(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await tickAll(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "请签名" })).toBeVisible();
  await drawByMouse(page);
  await page.getByRole("button", { name: /^确认签名/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /已签名|已全部签名/ })).toBeVisible({ timeout: 120_000 });
}

/** Everything that is due, in its order, beginning at the first; then back at the gate. */
export async function signAll(page: Page, titles: readonly string[]): Promise<void> {
  await page.getByRole("complementary", { name: "结论" }).getByRole("button", { name: "给客户看" }).first().click();
  for (const [index, title] of titles.entries()) {
    if (index > 0) await page.getByRole("button", { name: "看下一份" }).click();
    await signDocument(page, title);
  }
  await expect(page.getByRole("heading", { name: "已全部签名，谢谢" })).toBeVisible();
  await page.keyboard.press("Enter");
  await enterPassphrase(page);
  await expect(page.getByRole("heading", { level: 1, name: "销售检查" })).toBeVisible({ timeout: 30_000 });
}
