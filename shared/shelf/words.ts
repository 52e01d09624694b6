/**
 * @file What the parts of a product sheet are called: on the screens, in the heads of shelf lists
 * and, for whoever reads a list, in its cells.
 */
import type { Localized } from "../model/primitives.ts";
import type { FeeKind, HoldingClass } from "../model/product-sheet.ts";
import type { Regime } from "../packs/gate-pack.ts";
import type { Insurance, ProductType } from "../rules/sale-case.ts";

type Names<K extends string> = Readonly<Record<K, Localized>>;

export const regimeNames: Names<Regime> = {
  CSRC: { "zh-CN": "证监会", "zh-TW": "證監會", en: "CSRC" },
  NFRA_INVEST: { "zh-CN": "金监总局（投资）", "zh-TW": "金監總局（投資）", en: "NFRA, investment" },
  NFRA_INSURANCE: { "zh-CN": "金监总局（保险）", "zh-TW": "金監總局（保險）", en: "NFRA, insurance" },
};

export const productTypeNames: Names<ProductType> = {
  cash: { "zh-CN": "现金管理", "zh-TW": "現金管理", en: "Cash" },
  "fixed-income": { "zh-CN": "固定收益", "zh-TW": "固定收益", en: "Fixed income" },
  mixed: { "zh-CN": "混合", "zh-TW": "混合", en: "Mixed" },
  equity: { "zh-CN": "权益", "zh-TW": "權益", en: "Equity" },
  complex: { "zh-CN": "复杂产品", "zh-TW": "複雜產品", en: "Complex" },
};

export const holdingNames: Names<HoldingClass> = {
  cash: { "zh-CN": "现金", "zh-TW": "現金", en: "Cash" },
  deposit: { "zh-CN": "存款", "zh-TW": "存款", en: "Deposits" },
  "government-bond": { "zh-CN": "国债与政策债", "zh-TW": "公債與政策債", en: "Government bonds" },
  "credit-bond": { "zh-CN": "信用债", "zh-TW": "信用債", en: "Credit bonds" },
  convertible: { "zh-CN": "可转债", "zh-TW": "可轉債", en: "Convertibles" },
  equity: { "zh-CN": "股票", "zh-TW": "股票", en: "Shares" },
  fund: { "zh-CN": "基金", "zh-TW": "基金", en: "Funds" },
  gold: { "zh-CN": "黄金", "zh-TW": "黃金", en: "Gold" },
  commodity: { "zh-CN": "商品", "zh-TW": "商品", en: "Commodities" },
  derivative: { "zh-CN": "衍生品", "zh-TW": "衍生品", en: "Derivatives" },
  loan: { "zh-CN": "贷款与债权", "zh-TW": "貸款與債權", en: "Loans" },
  "real-estate": { "zh-CN": "不动产", "zh-TW": "不動產", en: "Real estate" },
  other: { "zh-CN": "其他资产", "zh-TW": "其他資產", en: "Other assets" },
};

export const feeNames: Names<FeeKind> = {
  subscription: { "zh-CN": "申购费", "zh-TW": "申購費", en: "Subscription fee" },
  management: { "zh-CN": "管理费", "zh-TW": "管理費", en: "Management fee" },
  custody: { "zh-CN": "托管费", "zh-TW": "託管費", en: "Custody fee" },
  service: { "zh-CN": "销售服务费", "zh-TW": "銷售服務費", en: "Service fee" },
  performance: { "zh-CN": "业绩报酬", "zh-TW": "績效報酬", en: "Performance fee" },
  redemption: { "zh-CN": "赎回费", "zh-TW": "贖回費", en: "Redemption fee" },
  surrender: { "zh-CN": "退保损失", "zh-TW": "退保損失", en: "Surrender loss" },
  other: { "zh-CN": "其他费用", "zh-TW": "其他費用", en: "Other fees" },
};

export const insuranceNames: Names<Insurance["kind"]> = {
  "unit-linked": { "zh-CN": "投资连结型", "zh-TW": "投資連結型", en: "Unit-linked" },
  universal: { "zh-CN": "万能型", "zh-TW": "萬能型", en: "Universal" },
  participating: { "zh-CN": "分红型", "zh-TW": "分紅型", en: "Participating" },
  "other-life": { "zh-CN": "其他人身险", "zh-TW": "其他人身險", en: "Other life or health" },
  property: { "zh-CN": "财产险", "zh-TW": "財產險", en: "Property" },
};

export const yesNo: Names<"yes" | "no"> = {
  yes: { "zh-CN": "是", "zh-TW": "是", en: "Yes" },
  no: { "zh-CN": "否", "zh-TW": "否", en: "No" },
};
