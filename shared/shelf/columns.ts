/**
 * @file The columns of a shelf list: what each is called, how its cells read, and which sheet
 * field they fill. The one table behind the import, the export, the template and its explanation.
 */
import { type Localized, languages } from "../model/primitives.ts";
import { feeKinds, holdingClasses, type SheetField } from "../model/product-sheet.ts";
import { regimes } from "../packs/gate-pack.ts";
import { grades } from "../packs/match-matrix.ts";
import { insuranceKinds, productTypes } from "../rules/sale-case.ts";
import { feeNames, holdingNames, insuranceNames, productTypeNames, regimeNames, yesNo } from "./words.ts";

/** How a cell reads. */
export type CellKind =
  | "text"
  | "lines"
  | "whole"
  /** `15`, `15天`, or a word that says there are none. */
  | "days"
  | "number"
  | "percent"
  /** `1.5 under 1m` in lines of their own: a per cent and, where needed, a note. */
  | "percents"
  | "money"
  | "day"
  | "words"
  | "choice";

export interface ShelfColumn {
  /** Stable; a list may use it as its head. */
  readonly id: string;
  readonly head: Localized;
  /** What others call it in their lists. */
  readonly otherHeads?: readonly string[];
  readonly kind: CellKind;
  readonly field: SheetField;
  /** A product that is not on the shelf yet needs it. */
  readonly isRequired?: true;
  /** Of `choice`: what a cell may say, by what it means. */
  readonly choices?: ReadonlyMap<string, Localized>;
}

const column = (
  id: string,
  head: readonly [cn: string, tw: string, en: string],
  kind: CellKind,
  field: SheetField,
  more: Pick<ShelfColumn, "isRequired" | "choices" | "otherHeads"> = {},
): ShelfColumn => ({ id, head: { "zh-CN": head[0], "zh-TW": head[1], en: head[2] }, kind, field, ...more });

const choicesOf = <K extends string>(keys: readonly K[], names: Readonly<Record<K, Localized>>) =>
  new Map(keys.map((key) => [key, names[key]]));
const gradeChoices = new Map(grades.map((grade) => [grade, { "zh-CN": grade, "zh-TW": grade, en: grade }]));
const yesOrNo = choicesOf(["yes", "no"], yesNo);
const isRequired = true;

/** `fee.management`, `hold.equity`. */
export const feePrefix = "fee.";
export const holdingPrefix = "hold.";

export const shelfColumns: readonly ShelfColumn[] = [
  column("code", ["产品代码", "產品代碼", "Code"], "text", "code", { isRequired }),
  column("name", ["产品名称", "產品名稱", "Name"], "text", "name", { isRequired }),
  column("issuer", ["发行机构", "發行機構", "Issuer"], "text", "issuer"),
  column("regime", ["适用规则", "適用規則", "Regime"], "choice", "regime", {
    isRequired,
    choices: choicesOf(regimes, regimeNames),
  }),
  column("catalogue", ["产品种类", "產品種類", "Kind of product"], "text", "catalogueEntry"),
  column("type", ["投资类型", "投資類型", "Type"], "choice", "type", {
    isRequired,
    choices: choicesOf(productTypes, productTypeNames),
  }),
  column("sellerGrade", ["本机构等级", "本機構等級", "Seller's grade"], "choice", "sellerGrade", {
    isRequired,
    choices: gradeChoices,
  }),
  column("issuerGrade", ["发行机构等级", "發行機構等級", "Issuer's grade"], "choice", "issuerGrade", {
    choices: gradeChoices,
  }),
  column("gradedOn", ["评级日期", "評級日期", "Graded on"], "day", "gradedOn"),
  column("gradeUntil", ["评级有效至", "評級有效至", "Grade valid until"], "day", "gradeUntil"),
  column("active", ["在售", "在售", "On sale"], "choice", "isActive", { choices: yesOrNo }),
  column("termMonths", ["期限（月）", "期限（月）", "Term (months)"], "whole", "termMonths", { isRequired }),
  column("minimum", ["起购金额（元）", "起購金額（元）", "Minimum (CNY)"], "money", "minimum", { isRequired }),
  column("private", ["私募", "私募", "Private"], "choice", "isPrivate", { choices: yesOrNo }),
  column("rights", ["所需交易权限", "所需交易權限", "Rights needed"], "words", "rights"),
  column("minimumAge", ["最低年龄", "最低年齡", "Minimum age"], "whole", "minimumAge"),
  column("maximumAge", ["最高年龄", "最高年齡", "Maximum age"], "whole", "maximumAge"),
  column("insuranceKind", ["险种", "險種", "Kind of insurance"], "choice", "insurance", {
    choices: choicesOf(insuranceKinds, insuranceNames),
  }),
  column("insuranceOverOneYear", ["保险期超过一年", "保險期超過一年", "Cover over one year"], "choice", "insurance", {
    choices: yesOrNo,
  }),
  column("exclusions", ["责任免除", "責任免除", "Exclusions"], "lines", "exclusions", {
    otherHeads: ["除外责任", "除外責任", "责任免除条款", "責任免除條款", "免责条款", "不保事項", "Not covered"],
  }),
  column("coolingOffDays", ["犹豫期（天）", "猶豫期（天）", "Cooling-off (days)"], "days", "coolingOffDays", {
    otherHeads: [
      "犹豫期",
      "犹豫期天数",
      "犹豫期（日）",
      "猶豫期",
      "猶豫期天數",
      "猶豫期（日）",
      "Cooling-off",
      "Cooling-off days",
      "Cooling-off period",
      "Cooling-off period (days)",
    ],
  }),
  ...feeKinds.map((kind) => {
    const { "zh-CN": cn, "zh-TW": tw, en } = feeNames[kind];
    return column(`${feePrefix}${kind}`, [`${cn}（%）`, `${tw}（%）`, `${en} (%)`], "percents", "fees");
  }),
  column("commission", ["本机构佣金（%）", "本機構佣金（%）", "Own commission (%)"], "percent", "commission"),
  column("alternative", ["可替代产品", "可替代產品", "Alternative"], "text", "alternative"),
  column(
    "alternativeCommission",
    ["可替代产品佣金（%）", "可替代產品佣金（%）", "Alternative's commission (%)"],
    "percent",
    "alternative",
  ),
  column("liquidity", ["赎回安排", "贖回安排", "Liquidity"], "lines", "liquidity"),
  column("leverage", ["杠杆（倍）", "槓桿（倍）", "Leverage (times)"], "number", "leverage"),
  column("structure", ["结构", "結構", "Structure"], "lines", "structure"),
  ...holdingClasses.map((holding) => {
    const { "zh-CN": cn, "zh-TW": tw, en } = holdingNames[holding];
    const head = [`穿透：${cn}（%）`, `穿透：${tw}（%）`, `Holds: ${en} (%)`] as const;
    return column(`${holdingPrefix}${holding}`, head, "percents", "lookThrough");
  }),
  column("explanation", ["给客户的说明", "給客戶的說明", "Explanation for the client"], "lines", "explanation"),
  column("risks", ["主要风险", "主要風險", "Main risks"], "lines", "risks"),
  column("drawdown", ["最大回撤（%）", "最大回撤（%）", "Maximum drawdown (%)"], "percent", "drawdown"),
  column("drawdownFrom", ["回撤区间起", "回撤區間起", "Drawdown measured from"], "day", "drawdown"),
  column("drawdownUntil", ["回撤区间止", "回撤區間止", "Drawdown measured until"], "day", "drawdown"),
  column("volatility", ["年化波动率（%）", "年化波動率（%）", "Volatility (% a year)"], "percent", "volatility"),
  column("source", ["来源", "來源", "Source"], "text", "source"),
];

/** A head or a word without what people write differently: width, case, spaces, and which brackets. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s’'：:]/g, "");
}

const byHead = new Map(
  shelfColumns.flatMap((one) =>
    [one.id, ...languages.map((language) => one.head[language]), ...(one.otherHeads ?? [])].map((head) => [
      plainWord(head),
      one,
    ]),
  ),
);

/** The column a head names, in any of its languages, by its id or as others call it. */
export function columnByHead(head: string): ShelfColumn | undefined {
  return byHead.get(plainWord(head));
}

/** What a word in a cell of this column means; undefined where it means nothing there. */
export function choiceOf({ choices }: ShelfColumn, text: string): string | undefined {
  const wanted = plainWord(text);
  for (const [value, names] of choices ?? []) {
    if ([value, ...languages.map((language) => names[language])].some((name) => plainWord(name) === wanted))
      return value;
  }
  return undefined;
}
