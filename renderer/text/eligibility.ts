/** @file Sentences of a client's eligibility: what they have shown, agreed to, refused and reported, and what they were decided to be. */

import type { InvestorStatus, StatusSubject } from "../../shared/model/investor-status.ts";
import type { Capacity, StatementKind } from "../../shared/model/statement.ts";
import type { Regime } from "../../shared/packs/gate-pack.ts";
import type { CriteriaField, Grant } from "../../shared/packs/investor-criteria.ts";
import type { Lean } from "../../shared/rules/behaviour.ts";
import type { ProductType } from "../../shared/rules/sale-case.ts";
import { investorClassNames } from "./clients.ts";
import type { Sentence, Texts } from "./text.ts";

export const capacityNames: Readonly<Record<Capacity, Sentence>> = {
  full: { "zh-CN": "完全民事行为能力", "zh-TW": "完全民事行為能力", en: "Full civil capacity" },
  limited: { "zh-CN": "限制民事行为能力", "zh-TW": "限制民事行為能力", en: "Limited civil capacity" },
  none: { "zh-CN": "无民事行为能力", "zh-TW": "無民事行為能力", en: "No civil capacity" },
};

/** What can be granted, in full. */
export const grantNames: Readonly<Record<Grant, Sentence>> = {
  "professional-1": investorClassNames["professional-1"],
  "professional-2": investorClassNames["professional-2"],
  "professional-3": investorClassNames["professional-3"],
  qualified: {
    "zh-CN": "合格投资者（资管产品）",
    "zh-TW": "合格投資者（資管產品）",
    en: "Qualified investor, asset management",
  },
  "qualified-fund": {
    "zh-CN": "合格投资者（私募基金）",
    "zh-TW": "合格投資者（私募基金）",
    en: "Qualified investor, private funds",
  },
};

/** Where a decision does not say which class. */
export const subjectNames: Readonly<Record<StatusSubject, Sentence>> = {
  professional: { "zh-CN": "专业投资者", "zh-TW": "專業投資者", en: "Professional investor" },
  qualified: grantNames.qualified,
  "qualified-fund": grantNames["qualified-fund"],
};

export const regimeNames: Readonly<Record<Regime, Sentence>> = {
  CSRC: { "zh-CN": "证监会规则", "zh-TW": "證監會規則", en: "CSRC rules" },
  NFRA_INVEST: { "zh-CN": "金监总局，投资类", "zh-TW": "金監總局，投資類", en: "NFRA, investments" },
  NFRA_INSURANCE: { "zh-CN": "金监总局，保险", "zh-TW": "金監總局，保險", en: "NFRA, insurance" },
};

export const productTypeNames: Readonly<Record<ProductType, Sentence>> = {
  cash: { "zh-CN": "现金管理", "zh-TW": "現金管理", en: "cash" },
  "fixed-income": { "zh-CN": "固定收益", "zh-TW": "固定收益", en: "fixed income" },
  mixed: { "zh-CN": "混合", "zh-TW": "混合", en: "mixed" },
  equity: { "zh-CN": "权益", "zh-TW": "權益", en: "equity" },
  complex: { "zh-CN": "商品及衍生品等", "zh-TW": "商品及衍生品等", en: "commodities, derivatives and the like" },
};

/** Short names of laws, by the id a pack gives them. One that is not here is called by its full name. */
export const lawNames: Readonly<Record<string, Sentence>> = {
  csrc130: { "zh-CN": "130号令", "zh-TW": "130號令", en: "Order 130" },
  nfra7: { "zh-CN": "金监总局2025年第7号令", "zh-TW": "金監總局2025年第7號令", en: "NFRA Order 2025-7" },
  sl: { "zh-CN": "证券法", "zh-TW": "證券法", en: "Securities Law" },
  pipl: { "zh-CN": "个人信息保护法", "zh-TW": "個人信息保護法", en: "PIPL" },
  civil: { "zh-CN": "民法典", "zh-TW": "民法典", en: "Civil Code" },
  sac153: { "zh-CN": "中证协〔2017〕153号", "zh-TW": "中證協〔2017〕153號", en: "SAC [2017] 153" },
  amc: { "zh-CN": "资管新规", "zh-TW": "資管新規", en: "AMC Opinions" },
  fund: { "zh-CN": "私募办法", "zh-TW": "私募辦法", en: "Order 105" },
  own: { "zh-CN": "本机构规定", "zh-TW": "本機構規定", en: "own rule" },
};

export const cite = {
  article: { "zh-CN": "第{n}条", "zh-TW": "第{n}條", en: "Art. {n}" },
  articles: { "zh-CN": "第{from}至{to}条", "zh-TW": "第{from}至{to}條", en: "Art. {from}–{to}" },
  item: { "zh-CN": "第{item}项", "zh-TW": "第{item}項", en: "({item})" },
  items: { "zh-CN": "第{from}至{to}项", "zh-TW": "第{from}至{to}項", en: "({from})–({to})" },
  of: { "zh-CN": "{law} {article}", "zh-TW": "{law} {article}", en: "{law} {article}" },
  between: { "zh-CN": "；", "zh-TW": "；", en: "; " },
} as const satisfies Texts;

/** Facts the criteria ask for, as labels. */
export const factNames: Readonly<Record<CriteriaField, Sentence>> = {
  netAssets: { "zh-CN": "净资产", "zh-TW": "淨資產", en: "Net assets" },
  financialAssets: { "zh-CN": "金融资产", "zh-TW": "金融資產", en: "Financial assets" },
  annualIncome: { "zh-CN": "近三年年均收入", "zh-TW": "近三年年均收入", en: "Average income, three years" },
  familyFinancialAssets: { "zh-CN": "家庭金融资产", "zh-TW": "家庭金融資產", en: "Family financial assets" },
  familyNetFinancialAssets: {
    "zh-CN": "家庭金融净资产",
    "zh-TW": "家庭金融淨資產",
    en: "Family net financial assets",
  },
  experienceYears: { "zh-CN": "投资经历", "zh-TW": "投資經歷", en: "Investing experience" },
  workYears: { "zh-CN": "相关工作经历", "zh-TW": "相關工作經歷", en: "Relevant work" },
  isQualifiedPerson: {
    "zh-CN": "一类机构高管，或从事金融业务的注册会计师、律师",
    "zh-TW": "一類機構高管，或從事金融業務的註冊會計師、律師",
    en: "Senior manager of a type I institution, or a qualified accountant or lawyer in finance",
  },
  isLicensed: {
    "zh-CN": "持牌金融机构或其产品，社保、养老、慈善基金，QFII、RQFII",
    "zh-TW": "持牌金融機構或其產品，社保、養老、慈善基金，QFII、RQFII",
    en: "Licensed institution or its product; social security, pension or charity fund; QFII, RQFII",
  },
};

export const factHelp: Readonly<Partial<Record<CriteriaField, Sentence>>> = {
  financialAssets: {
    "zh-CN": "存款、股票、债券、基金、资管计划、银行理财、信托、保险、期货及其他衍生品",
    "zh-TW": "存款、股票、債券、基金、資管計畫、銀行理財、信託、保險、期貨及其他衍生品",
    en: "Deposits, shares, bonds, funds, asset-management plans, bank wealth products, trusts, insurance, futures and derivatives",
  },
  experienceYears: {
    "zh-CN": "证券、基金、期货、黄金、外汇等，按满年计",
    "zh-TW": "證券、基金、期貨、黃金、外匯等，按滿年計",
    en: "Securities, funds, futures, gold, foreign exchange and the like; full years",
  },
  workYears: {
    "zh-CN": "金融产品设计、投资、风险管理等，按满年计",
    "zh-TW": "金融產品設計、投資、風險管理等，按滿年計",
    en: "Product design, investment, risk management and the like; full years",
  },
};

/** Each kind of statement as a headline of the timeline. */
export const statementNames: Readonly<Record<StatementKind, Sentence>> = {
  identity: { "zh-CN": "身份已核验", "zh-TW": "身分已核驗", en: "Identity verified" },
  "consent-given": {
    "zh-CN": "同意处理敏感个人信息",
    "zh-TW": "同意處理敏感個人資料",
    en: "Consented to processing sensitive data",
  },
  "consent-withdrawn": { "zh-CN": "撤回同意", "zh-TW": "撤回同意", en: "Consent withdrawn" },
  "guardian-consent": { "zh-CN": "监护人同意", "zh-TW": "監護人同意", en: "Guardian consented" },
  "guardian-withdrawn": { "zh-CN": "监护人撤回同意", "zh-TW": "監護人撤回同意", en: "Guardian's consent withdrawn" },
  "information-refused": { "zh-CN": "拒绝提供信息", "zh-TW": "拒絕提供資訊", en: "Information refused" },
  "change-reported": { "zh-CN": "客户报告重大变化", "zh-TW": "客戶報告重大變化", en: "Client reported a change" },
  "right-opened": { "zh-CN": "开通权限", "zh-TW": "開通權限", en: "Trading right opened" },
  "right-closed": { "zh-CN": "关闭权限", "zh-TW": "關閉權限", en: "Trading right closed" },
};

export const outcomeNames: Readonly<Record<InvestorStatus["outcome"], Sentence>> = {
  granted: { "zh-CN": "认定：{what}", "zh-TW": "認定：{what}", en: "Granted: {what}" },
  refused: { "zh-CN": "不予认定：{what}", "zh-TW": "不予認定：{what}", en: "Refused: {what}" },
  ended: { "zh-CN": "不再是{what}", "zh-TW": "不再是{what}", en: "Ended: {what}" },
};

export const leanNames: Readonly<Record<Lean, Sentence>> = {
  cautious: { "zh-CN": "偏谨慎", "zh-TW": "偏謹慎", en: "Leans cautious" },
  "as-assessed": { "zh-CN": "与测评一致", "zh-TW": "與測評一致", en: "As assessed" },
  bolder: { "zh-CN": "偏进取", "zh-TW": "偏進取", en: "Leans bolder" },
  "not-enough": { "zh-CN": "记录不够", "zh-TW": "記錄不夠", en: "Too few contacts" },
};

/** Lines of the timeline. */
export const papers = {
  until: { "zh-CN": "证件有效至 {day}", "zh-TW": "證件有效至 {day}", en: "document valid until {day}" },
  byGuardian: { "zh-CN": "监护人 {who}", "zh-TW": "監護人 {who}", en: "guardian {who}" },
  right: { "zh-CN": "权限 {right}", "zh-TW": "權限 {right}", en: "right {right}" },
  document: { "zh-CN": "附原件", "zh-TW": "附原件", en: "with the paper" },
  proofs: { "zh-CN": "证明{count}份", "zh-TW": "證明{count}份", en: "{count} {count|proof|proofs}" },
  pack: { "zh-CN": "标准 {id} {version}", "zh-TW": "標準 {id} {version}", en: "criteria {id} {version}" },
  review: { "zh-CN": "复核至 {day}", "zh-TW": "覆核至 {day}", en: "review by {day}" },
  byClient: { "zh-CN": "客户书面要求", "zh-TW": "客戶書面要求", en: "at the client's written wish" },
  byCriteria: { "zh-CN": "不再符合条件", "zh-TW": "不再符合條件", en: "criteria no longer met" },
  decided: {
    "zh-CN": "适当性决定：{outcome}",
    "zh-TW": "適當性決定：{outcome}",
    en: "Suitability decision: {outcome}",
  },
  sale: {
    "zh-CN": "{product} {grade}，{amount}",
    "zh-TW": "{product} {grade}，{amount}",
    en: "{product} {grade}, {amount}",
  },
  someProduct: { "zh-CN": "产品", "zh-TW": "產品", en: "Product" },
  gatePack: { "zh-CN": "规则包 {version}", "zh-TW": "規則包 {version}", en: "rule pack {version}" },
  hash: { "zh-CN": "留痕", "zh-TW": "留痕", en: "evidence" },
} as const satisfies Texts;
