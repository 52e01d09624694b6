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
  nfra7: { "zh-CN": "金监总局7号令", "zh-TW": "金監總局7號令", en: "NFRA Order 7" },
  sl: { "zh-CN": "证券法", "zh-TW": "證券法", en: "Securities Law" },
  pipl: { "zh-CN": "个保法", "zh-TW": "個保法", en: "PIPL" },
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
  comma: { "zh-CN": "、", "zh-TW": "、", en: ", " },
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

/** The tab: where the client stands, row by row, each with its reason. */
export const standing = {
  tab: { "zh-CN": "投资者资格", "zh-TW": "投資人資格", en: "Eligibility" },
  history: { "zh-CN": "资格记录", "zh-TW": "資格記錄", en: "Records" },
  noHistory: {
    "zh-CN": "还没有记录。核验身份、取得同意以后，会从这里开始列。",
    "zh-TW": "還沒有記錄。核驗身分、取得同意以後，會從這裡開始列。",
    en: "Nothing recorded yet. It begins with verifying the identity and the client's consent.",
  },

  classes: { "zh-CN": "投资者类别", "zh-TW": "投資者類別", en: "Investor class" },
  criteriaPack: { "zh-CN": "标准 {id} {version}", "zh-TW": "標準 {id} {version}", en: "Criteria {id} {version}" },
  ordinary: { "zh-CN": "普通投资者", "zh-TW": "普通投資者", en: "Ordinary" },
  ground: {
    none: { "zh-CN": "没有认定记录", "zh-TW": "沒有認定記錄", en: "nothing was decided" },
    granted: { "zh-CN": "{day} 认定", "zh-TW": "{day} 認定", en: "granted {day}" },
    grantedUntil: {
      "zh-CN": "{day} 认定，复核至 {until}",
      "zh-TW": "{day} 認定，覆核至 {until}",
      en: "granted {day}, review by {until}",
    },
    refused: {
      "zh-CN": "{day} 不予认定：{reason}",
      "zh-TW": "{day} 不予認定：{reason}",
      en: "refused {day}: {reason}",
    },
    ended: { "zh-CN": "{day} 结束：{reason}", "zh-TW": "{day} 結束：{reason}", en: "ended {day}: {reason}" },
    "review-due": {
      "zh-CN": "{until} 应复核，逾期按普通投资者对待",
      "zh-TW": "{until} 應覆核，逾期按普通投資者對待",
      en: "a review was due {until}; ordinary until it is done",
    },
    "own-affairs": {
      "zh-CN": "曾认定；未成年人和不具完全民事行为能力的人不能作为专业投资者",
      "zh-TW": "曾認定；未成年人和不具完全民事行為能力的人不能作為專業投資者",
      en: "granted once; minors and persons without full civil capacity cannot be professional",
    },
    unfit: {
      "zh-CN": "认定记录与客户类型不符，不作数",
      "zh-TW": "認定記錄與客戶類型不符，不作數",
      en: "what was granted does not fit this kind of client and does not count",
    },
  },
  oldClass: {
    "zh-CN": "旧资料填作{old}，没有认定记录，不作数",
    "zh-TW": "舊資料填作{old}，沒有認定記錄，不作數",
    en: "an old entry says {old}; without a decision it does not count",
  },
  nfraPerson: {
    "zh-CN": "自然人一律为普通投资者",
    "zh-TW": "自然人一律為普通投資者",
    en: "every natural person is ordinary",
  },
  nfraFirst: {
    "zh-CN": "只有一类机构和产品算专业投资者",
    "zh-TW": "只有一類機構和產品算專業投資者",
    en: "only type I institutions and products are professional",
  },
  nfraCounts: {
    "zh-CN": "{class}在这里也算专业投资者",
    "zh-TW": "{class}在這裡也算專業投資者",
    en: "{class} counts as professional here too",
  },
  nfraInsurance: {
    "zh-CN": "专业投资者之分只用于投资类产品",
    "zh-TW": "專業投資者之分只用於投資類產品",
    en: "the professional class is of investment products only",
  },
  professional: { "zh-CN": "专业投资者", "zh-TW": "專業投資者", en: "Professional" },
  apply: { "zh-CN": "申请或认定", "zh-TW": "申請或認定", en: "Apply or verify" },
  renew: { "zh-CN": "复核", "zh-TW": "覆核", en: "Review" },
  end: { "zh-CN": "结束", "zh-TW": "結束", en: "End" },
  endClass: { "zh-CN": "改回普通", "zh-TW": "改回普通", en: "Back to ordinary" },

  qualified: { "zh-CN": "合格投资者", "zh-TW": "合格投資者", en: "Qualified investor" },
  forAssets: { "zh-CN": "资管产品", "zh-TW": "資管產品", en: "Asset management" },
  forFunds: { "zh-CN": "私募基金", "zh-TW": "私募基金", en: "Private funds" },
  isQualified: { "zh-CN": "已核验", "zh-TW": "已核驗", en: "Verified" },
  unverified: { "zh-CN": "未核验", "zh-TW": "未核驗", en: "Not verified" },
  notQualified: { "zh-CN": "不是合格投资者", "zh-TW": "不是合格投資者", en: "Not qualified" },
  unverifiedWhy: {
    "zh-CN": "核验资产、收入和经历以前，不能买私募产品",
    "zh-TW": "核驗資產、收入和經歷以前，不能買私募產品",
    en: "no private product before assets, income and experience are verified",
  },
  verifiedUntil: {
    "zh-CN": "{day} 核验，复核至 {until}",
    "zh-TW": "{day} 核驗，覆核至 {until}",
    en: "verified {day}, review by {until}",
  },
  verifiedOn: { "zh-CN": "{day} 核验", "zh-TW": "{day} 核驗", en: "verified {day}" },
  reviewPast: {
    "zh-CN": "{until} 应复核，已过",
    "zh-TW": "{until} 應覆核，已過",
    en: "a review was due {until}",
  },
  notPassed: { "zh-CN": "{day} 未通过：{reason}", "zh-TW": "{day} 未通過：{reason}", en: "not passed {day}: {reason}" },
  ticket: { "zh-CN": "{types}{amount}起", "zh-TW": "{types}{amount}起", en: "{types} from {amount}" },
  ticketAll: { "zh-CN": "单只{amount}起", "zh-TW": "單檔{amount}起", en: "from {amount} each" },
  verify: { "zh-CN": "核验", "zh-TW": "核驗", en: "Verify" },

  identity: { "zh-CN": "身份与行为能力", "zh-TW": "身分與行為能力", en: "Identity and capacity" },
  who: { "zh-CN": "身份", "zh-TW": "身分", en: "Identity" },
  verified: { "zh-CN": "{day} 已核验", "zh-TW": "{day} 已核驗", en: "Verified {day}" },
  documentUntil: { "zh-CN": "证件有效至 {day}", "zh-TW": "證件有效至 {day}", en: "document valid until {day}" },
  documentEndless: { "zh-CN": "证件没有期限", "zh-TW": "證件沒有期限", en: "the document has no end" },
  documentPast: { "zh-CN": "证件 {day} 已到期", "zh-TW": "證件 {day} 已到期", en: "the document expired {day}" },
  neverVerified: { "zh-CN": "还没有核验", "zh-TW": "還沒有核驗", en: "Not verified yet" },
  verifyAgain: { "zh-CN": "重新核验", "zh-TW": "重新核驗", en: "Verify again" },
  capacity: { "zh-CN": "行为能力", "zh-TW": "行為能力", en: "Civil capacity" },
  capacityFound: { "zh-CN": "{day} 核验", "zh-TW": "{day} 核驗", en: "found {day}" },
  capacityByAge: { "zh-CN": "按{age}岁推定", "zh-TW": "按{age}歲推定", en: "by the age of {age}" },
  capacityByYear: { "zh-CN": "按{year}年出生推定", "zh-TW": "按{year}年出生推定", en: "by the year of birth, {year}" },
  capacityAssumed: {
    "zh-CN": "没有核验，按成年人推定",
    "zh-TW": "沒有核驗，按成年人推定",
    en: "not checked, presumed of an adult",
  },

  consent: { "zh-CN": "个人信息同意", "zh-TW": "個人資料同意", en: "Consent to personal data" },
  consentOf: { "zh-CN": "单独同意", "zh-TW": "單獨同意", en: "Separate consent" },
  consentGiven: { "zh-CN": "{day} 同意", "zh-TW": "{day} 同意", en: "Given {day}" },
  consentMissing: { "zh-CN": "还没有同意", "zh-TW": "還沒有同意", en: "Not given" },
  consentWithdrawn: { "zh-CN": "{day} 撤回", "zh-TW": "{day} 撤回", en: "Withdrawn {day}" },
  consentWhat: {
    "zh-CN": "处理金融账户等敏感个人信息",
    "zh-TW": "處理金融帳戶等敏感個人資料",
    en: "to processing financial accounts and other sensitive data",
  },
  consentByGuardian: {
    "zh-CN": "不满十四周岁或者无行为能力，须由监护人同意",
    "zh-TW": "不滿十四周歲或者無行為能力，須由監護人同意",
    en: "under fourteen or without capacity: the guardian's consent is needed",
  },
  recordConsent: { "zh-CN": "记录同意", "zh-TW": "記錄同意", en: "Record consent" },
  withdrawConsent: { "zh-CN": "撤回", "zh-TW": "撤回", en: "Withdraw" },

  guardian: { "zh-CN": "监护人", "zh-TW": "監護人", en: "Guardian" },
  guardianConsents: { "zh-CN": "{day} {who} 同意", "zh-TW": "{day} {who} 同意", en: "{who} agreed {day}" },
  guardianMissing: { "zh-CN": "还没有同意", "zh-TW": "還沒有同意", en: "Has not agreed" },
  guardianWithdrawn: { "zh-CN": "{day} 撤回", "zh-TW": "{day} 撤回", en: "Withdrawn {day}" },
  guardianWhy: {
    "zh-CN": "限制行为能力的客户只能买低风险产品，并须监护人同意",
    "zh-TW": "限制行為能力的客戶只能買低風險產品，並須監護人同意",
    en: "a client of limited capacity may buy low-risk products only, with the guardian's consent",
  },
  recordGuardian: { "zh-CN": "记录同意", "zh-TW": "記錄同意", en: "Record consent" },

  truth: { "zh-CN": "如实提供信息", "zh-TW": "如實提供資訊", en: "True information" },
  refusal: { "zh-CN": "拒绝提供", "zh-TW": "拒絕提供", en: "Refusal" },
  refused: { "zh-CN": "{day} 拒绝", "zh-TW": "{day} 拒絕", en: "Refused {day}" },
  refusedWhy: {
    "zh-CN": "后果已告知；重新测评以前不能销售",
    "zh-TW": "後果已告知；重新測評以前不能銷售",
    en: "the consequence was told; nothing can be sold before a new assessment",
  },
  notRefused: { "zh-CN": "没有", "zh-TW": "沒有", en: "None" },
  change: { "zh-CN": "重大变化", "zh-TW": "重大變化", en: "Reported change" },
  changed: { "zh-CN": "{day} 报告", "zh-TW": "{day} 報告", en: "Reported {day}" },
  changedWhy: {
    "zh-CN": "原来的测评不再作数，请重新测评",
    "zh-TW": "原來的測評不再作數，請重新測評",
    en: "the assessment no longer proves a level; assess again",
  },
  notChanged: { "zh-CN": "没有", "zh-TW": "沒有", en: "None" },
  recordRefusal: { "zh-CN": "拒绝提供信息", "zh-TW": "拒絕提供資訊", en: "Information refused" },
  recordChange: { "zh-CN": "客户报告重大变化", "zh-TW": "客戶報告重大變化", en: "Report a change" },

  rights: { "zh-CN": "交易权限", "zh-TW": "交易權限", en: "Trading rights" },
  openedOn: { "zh-CN": "{day} 开通", "zh-TW": "{day} 開通", en: "opened {day}" },
  noRights: { "zh-CN": "没有开通的权限", "zh-TW": "沒有開通的權限", en: "No right is open" },
  noRightsWhy: {
    "zh-CN": "需要权限的产品，开通以前不能买",
    "zh-TW": "需要權限的產品，開通以前不能買",
    en: "products that need one cannot be bought before",
  },
  openRight: { "zh-CN": "开通权限", "zh-TW": "開通權限", en: "Open a right" },
  closeRight: { "zh-CN": "关闭", "zh-TW": "關閉", en: "Close" },
  listComma: { "zh-CN": "、", "zh-TW": "、", en: ", " },
  ofRow: { "zh-CN": "{action}：{row}", "zh-TW": "{action}：{row}", en: "{action}: {row}" },
} as const satisfies Texts;

/** One form for each statement, and what it will do. */
export const statements = {
  title: { "zh-CN": "{what}，{name}", "zh-TW": "{what}，{name}", en: "{what}, {name}" },
  titles: {
    identity: { "zh-CN": "核验身份", "zh-TW": "核驗身分", en: "Verify the identity" },
    "consent-given": { "zh-CN": "记录单独同意", "zh-TW": "記錄單獨同意", en: "Record the separate consent" },
    "consent-withdrawn": { "zh-CN": "撤回同意", "zh-TW": "撤回同意", en: "Withdraw the consent" },
    "guardian-consent": { "zh-CN": "记录监护人同意", "zh-TW": "記錄監護人同意", en: "Record the guardian's consent" },
    "guardian-withdrawn": {
      "zh-CN": "撤回监护人同意",
      "zh-TW": "撤回監護人同意",
      en: "Withdraw the guardian's consent",
    },
    "information-refused": {
      "zh-CN": "客户拒绝提供信息",
      "zh-TW": "客戶拒絕提供資訊",
      en: "The client refuses information",
    },
    "change-reported": { "zh-CN": "客户报告重大变化", "zh-TW": "客戶報告重大變化", en: "The client reports a change" },
    "right-opened": { "zh-CN": "开通交易权限", "zh-TW": "開通交易權限", en: "Open a trading right" },
    "right-closed": { "zh-CN": "关闭交易权限", "zh-TW": "關閉交易權限", en: "Close a trading right" },
  },
  /** What will happen, before it happens. */
  will: {
    identity: {
      "zh-CN": "核对证件原件以后记录。记录写入后不能改，以后以最新一次为准。",
      "zh-TW": "核對證件正本以後記錄。記錄寫入後不能改，以後以最新一次為準。",
      en: "Record it once the document itself was seen. A record cannot be changed; the newest counts.",
    },
    "consent-given": {
      "zh-CN": "客户已经知道处理什么、为什么处理、保存多久和怎样撤回，并单独表示同意。",
      "zh-TW": "客戶已經知道處理什麼、為什麼處理、保存多久和怎樣撤回，並單獨表示同意。",
      en: "The client knows what is processed, why, for how long and how to withdraw, and agrees to this alone.",
    },
    "consent-withdrawn": {
      "zh-CN": "撤回以后不能再向客户销售。撤回以前的处理仍然有效；依法要保存的记录只保存、不使用。",
      "zh-TW": "撤回以後不能再向客戶銷售。撤回以前的處理仍然有效；依法要保存的記錄只保存、不使用。",
      en: "Nothing can be sold after this. What was processed before stays lawful; records the law keeps are kept and not used.",
    },
    "guardian-consent": {
      "zh-CN": "监护人同意客户购买低风险产品。每次销售仍要看行为能力和产品等级。",
      "zh-TW": "監護人同意客戶購買低風險產品。每次銷售仍要看行為能力和產品等級。",
      en: "The guardian agrees that the client buys low-risk products. Each sale still looks at capacity and grade.",
    },
    "guardian-withdrawn": {
      "zh-CN": "撤回以后，须重新取得监护人同意才能销售。",
      "zh-TW": "撤回以後，須重新取得監護人同意才能銷售。",
      en: "Nothing can be sold until the guardian agrees again.",
    },
    "information-refused": {
      "zh-CN": "客户不提供或者不如实提供信息的，本机构不能向其销售。请先把后果告知客户。",
      "zh-TW": "客戶不提供或者不如實提供資訊的，本機構不能向其銷售。請先把後果告知客戶。",
      en: "Without true information the institution cannot sell to the client. Tell them the consequence first.",
    },
    "change-reported": {
      "zh-CN": "记录以后，现在的测评等级不再作数，重新测评以前不能按它销售。",
      "zh-TW": "記錄以後，現在的測評等級不再作數，重新測評以前不能按它銷售。",
      en: "The present level stops counting: no sale can rest on it before a new assessment.",
    },
    "right-opened": {
      "zh-CN": "名称要与产品资料里写的一致，销售检查按名称核对。",
      "zh-TW": "名稱要與產品資料裡寫的一致，銷售檢查按名稱核對。",
      en: "Name it as the product sheets do: the sale gate compares the names.",
    },
    "right-closed": {
      "zh-CN": "关闭以后，需要这项权限的产品不能再买。",
      "zh-TW": "關閉以後，需要這項權限的產品不能再買。",
      en: "Products that need this right cannot be bought any more.",
    },
  },
  save: {
    identity: { "zh-CN": "记录核验", "zh-TW": "記錄核驗", en: "Record" },
    "consent-given": { "zh-CN": "记录同意", "zh-TW": "記錄同意", en: "Record the consent" },
    "consent-withdrawn": { "zh-CN": "记录撤回", "zh-TW": "記錄撤回", en: "Record the withdrawal" },
    "guardian-consent": { "zh-CN": "记录同意", "zh-TW": "記錄同意", en: "Record the consent" },
    "guardian-withdrawn": { "zh-CN": "记录撤回", "zh-TW": "記錄撤回", en: "Record the withdrawal" },
    "information-refused": { "zh-CN": "记录拒绝", "zh-TW": "記錄拒絕", en: "Record the refusal" },
    "change-reported": { "zh-CN": "记录变化", "zh-TW": "記錄變化", en: "Record the change" },
    "right-opened": { "zh-CN": "开通", "zh-TW": "開通", en: "Open" },
    "right-closed": { "zh-CN": "关闭权限", "zh-TW": "關閉權限", en: "Close the right" },
  },
  cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
  capacity: { "zh-CN": "行为能力", "zh-TW": "行為能力", en: "Civil capacity" },
  capacityHelp: {
    "zh-CN": "{age}岁。不满十八周岁的，最多认定为限制行为能力；十六周岁以上、以自己的劳动收入为主要生活来源的除外。",
    "zh-TW": "{age}歲。未滿十八周歲的，最多認定為限制行為能力；十六周歲以上、以自己的勞動收入為主要生活來源的除外。",
    en: "Aged {age}. Under eighteen it is limited at most, except from sixteen for those who live by their own work.",
  },
  until: { "zh-CN": "证件有效至", "zh-TW": "證件有效至", en: "Document valid until" },
  untilHelp: { "zh-CN": "长期有效的不填", "zh-TW": "長期有效的不填", en: "Leave empty where it has no end" },
  untilPast: {
    "zh-CN": "证件已经过期，不能用来核验",
    "zh-TW": "證件已經過期，不能用來核驗",
    en: "The document has expired: it cannot verify anything",
  },
  who: { "zh-CN": "监护人姓名", "zh-TW": "監護人姓名", en: "Guardian's name" },
  right: { "zh-CN": "权限名称", "zh-TW": "權限名稱", en: "Name of the right" },
  knownRights: { "zh-CN": "产品用到的", "zh-TW": "產品用到的", en: "Named by products" },
  document: { "zh-CN": "签字件或扫描件", "zh-TW": "簽字件或掃描件", en: "Signed paper or scan" },
  note: { "zh-CN": "说明", "zh-TW": "說明", en: "Note" },
  notes: {
    "information-refused": { "zh-CN": "拒绝提供的是什么", "zh-TW": "拒絕提供的是什麼", en: "What was refused" },
    "change-reported": { "zh-CN": "变化的是什么", "zh-TW": "變化的是什麼", en: "What has changed" },
  },
  told: {
    "zh-CN": "已经把后果告知客户",
    "zh-TW": "已經把後果告知客戶",
    en: "The client was told the consequence",
  },
  toldFirst: {
    "zh-CN": "请先告知客户，再勾选",
    "zh-TW": "請先告知客戶，再勾選",
    en: "Tell the client first, then tick",
  },
} as const satisfies Texts;

/** Choosing papers from the client's documents, or adding them. */
export const choice = {
  none: { "zh-CN": "客户还没有文件", "zh-TW": "客戶還沒有文件", en: "The client has no documents yet" },
  add: { "zh-CN": "添加文件", "zh-TW": "新增文件", en: "Add a file" },
  addFor: { "zh-CN": "添加文件：{label}", "zh-TW": "新增文件：{label}", en: "Add a file: {label}" },
  addedOn: { "zh-CN": "{day} 存入", "zh-TW": "{day} 存入", en: "filed {day}" },
  noRecordings: { "zh-CN": "没有录音录像", "zh-TW": "沒有錄音錄影", en: "No recording" },
} as const satisfies Texts;

/** The application, what it lacks, and the decision. */
export const application = {
  title: { "zh-CN": "{name}的申请与认定", "zh-TW": "{name}的申請與認定", en: "Application and decision, {name}" },
  what: { "zh-CN": "申请什么", "zh-TW": "申請什麼", en: "What for" },
  facts: { "zh-CN": "核对过的情况", "zh-TW": "核對過的情況", en: "What was shown" },
  factsHelp: {
    "zh-CN": "金额填元，按证明材料填",
    "zh-TW": "金額填元，按證明資料填",
    en: "In yuan, as the proofs show it",
  },
  yearUnit: { "zh-CN": "年", "zh-TW": "年", en: "years" },
  profileSays: { "zh-CN": "档案记{amount}", "zh-TW": "檔案記{amount}", en: "The profile says {amount}" },
  papers: { "zh-CN": "材料与程序", "zh-TW": "資料與程序", en: "Papers and procedure" },
  proofs: { "zh-CN": "证明材料", "zh-TW": "證明資料", en: "Proofs" },
  applicationPaper: {
    "zh-CN": "书面申请及风险确认",
    "zh-TW": "書面申請及風險確認",
    en: "Written application and acceptance of risk",
  },
  enquiry: { "zh-CN": "追加了解的情况", "zh-TW": "追加瞭解的情況", en: "What more was asked" },
  enquiryHelp: {
    "zh-CN": "问了什么、怎样评估；也可以写模拟交易的结果",
    "zh-TW": "問了什麼、怎樣評估；也可以寫模擬交易的結果",
    en: "What was asked and how it was weighed, or how simulated trading went",
  },
  differences: { "zh-CN": "两类投资者保护的差别", "zh-TW": "兩類投資者保護的差別", en: "How protection differs" },
  differencesTold: {
    "zh-CN": "已逐条说明以上差别，并警示风险",
    "zh-TW": "已逐條說明以上差別，並警示風險",
    en: "Each of these was explained, and the risk warned of",
  },
  recording: { "zh-CN": "录音录像", "zh-TW": "錄音錄影", en: "Recording" },
  recordingHelp: {
    "zh-CN": "在营业场所告知的，须全程录音或录像（130号令 第25条）",
    "zh-TW": "在營業場所告知的，須全程錄音或錄影（130號令 第25條）",
    en: "Due where the client is told at a branch (Order 130 Art. 25)",
  },
  reason: {
    "zh-CN": "告知客户的结果和理由",
    "zh-TW": "告知客戶的結果和理由",
    en: "Result and reasons, as told to the client",
  },
  reasonHelp: { "zh-CN": "不予认定时必填", "zh-TW": "不予認定時必填", en: "Needed for a refusal" },
  grant: { "zh-CN": "认定", "zh-TW": "認定", en: "Grant" },
  grantLacks: { "zh-CN": "认定，还缺{count}项", "zh-TW": "認定，還缺{count}項", en: "Grant: {count} still missing" },
  refuse: { "zh-CN": "不予认定", "zh-TW": "不予認定", en: "Refuse" },
  cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
  draft: { "zh-CN": "草稿已自动保存 {time}", "zh-TW": "草稿已自動儲存 {time}", en: "Draft saved {time}" },
  willGrant: {
    "zh-CN": "认定写入后不能改，{months}个月后要复核。",
    "zh-TW": "認定寫入後不能改，{months}個月後要覆核。",
    en: "A decision cannot be changed. It is to be reviewed after {months} months.",
  },
  willRefuse: {
    "zh-CN": "不予认定的，客户按普通投资者对待。",
    "zh-TW": "不予認定的，客戶按普通投資者對待。",
    en: "Refused, the client is treated as ordinary.",
  },
  willRefuseQualified: {
    "zh-CN": "不予认定的，客户不能买这类私募产品。",
    "zh-TW": "不予認定的，客戶不能買這類私募產品。",
    en: "Refused, the client cannot buy such private products.",
  },

  semicolon: { "zh-CN": "；", "zh-TW": "；", en: "; " },

  // The explanation
  explanation: { "zh-CN": "条件是否满足", "zh-TW": "條件是否滿足", en: "Are the criteria met" },
  allMet: { "zh-CN": "条件满足", "zh-TW": "條件滿足", en: "The criteria are met" },
  notMet: { "zh-CN": "条件还不满足", "zh-TW": "條件還不滿足", en: "The criteria are not met yet" },
  oneOf: { "zh-CN": "满足一项即可", "zh-TW": "滿足一項即可", en: "one of these" },
  atLeastMoney: { "zh-CN": "{fact}不低于{least}", "zh-TW": "{fact}不低於{least}", en: "{fact} of at least {least}" },
  atLeastYears: {
    "zh-CN": "{fact}满{least}年",
    "zh-TW": "{fact}滿{least}年",
    en: "{fact} of {least} {least|year|years}",
  },
  comma: { "zh-CN": "，", "zh-TW": "，", en: ", " },
  hasYears: { "zh-CN": "{has}年", "zh-TW": "{has}年", en: "{has} {has|year|years}" },
  short: { "zh-CN": "现{has}，差{short}", "zh-TW": "現{has}，差{short}", en: "{has} now, {short} short" },
  shortYears: { "zh-CN": "现{has}年，差{short}年", "zh-TW": "現{has}年，差{short}年", en: "{has} now, {short} short" },
  unknown: { "zh-CN": "未填", "zh-TW": "未填", en: "not filled" },
  yes: { "zh-CN": "是", "zh-TW": "是", en: "yes" },
  met: { "zh-CN": "满足", "zh-TW": "滿足", en: "met" },
  unmet: { "zh-CN": "不满足", "zh-TW": "不滿足", en: "not met" },
  bars: {
    age: {
      "zh-CN": "未成年人不能作为专业投资者，资产再多也不能认定。",
      "zh-TW": "未成年人不能作為專業投資者，資產再多也不能認定。",
      en: "A minor cannot be professional, whatever they own.",
    },
    capacity: {
      "zh-CN": "不具完全民事行为能力的人不能作为专业投资者，资产再多也不能认定。",
      "zh-TW": "不具完全民事行為能力的人不能作為專業投資者，資產再多也不能認定。",
      en: "Somebody without full civil capacity cannot be professional, whatever they own.",
    },
  },
  steps: { "zh-CN": "程序", "zh-TW": "程序", en: "Procedure" },
  done: { "zh-CN": "已完成", "zh-TW": "已完成", en: "done" },
  open: { "zh-CN": "还没有", "zh-TW": "還沒有", en: "open" },
  others: { "zh-CN": "按同样的情况", "zh-TW": "按同樣的情況", en: "On the same facts" },
} as const satisfies Texts;

/** Ending what was granted. */
export const ending = {
  title: { "zh-CN": "结束认定，{name}", "zh-TW": "結束認定，{name}", en: "End, {name}" },
  now: { "zh-CN": "现在：{what}", "zh-TW": "現在：{what}", en: "Now: {what}" },
  by: { "zh-CN": "为什么结束", "zh-TW": "為什麼結束", en: "Why it ends" },
  byClient: { "zh-CN": "客户书面要求", "zh-TW": "客戶書面要求", en: "The client asks in writing" },
  byCriteria: { "zh-CN": "不再符合条件", "zh-TW": "不再符合條件", en: "The criteria are no longer met" },
  paper: { "zh-CN": "客户的书面要求", "zh-TW": "客戶的書面要求", en: "The client's written wish" },
  paperFirst: {
    "zh-CN": "请选客户签字的书面要求",
    "zh-TW": "請選客戶簽字的書面要求",
    en: "Choose the wish the client signed",
  },
  reason: { "zh-CN": "告知客户的理由", "zh-TW": "告知客戶的理由", en: "Reason, as told to the client" },
  willClass: {
    "zh-CN": "结束以后按普通投资者对待：先测评，再逐次匹配、告知和警示。",
    "zh-TW": "結束以後按普通投資者對待：先測評，再逐次匹配、告知和警示。",
    en: "From then on the client is ordinary: assessed, and matched, told and warned sale by sale.",
  },
  willQualified: {
    "zh-CN": "结束以后不能再买这类私募产品。",
    "zh-TW": "結束以後不能再買這類私募產品。",
    en: "From then on no such private product can be bought.",
  },
  save: { "zh-CN": "结束认定", "zh-TW": "結束認定", en: "End it" },
  cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
} as const satisfies Texts;

/** How the client has behaved, beside the level. */
export const behaviour = {
  title: { "zh-CN": "行为观察", "zh-TW": "行為觀察", en: "Behaviour" },
  onlyForReference: { "zh-CN": "只供参考", "zh-TW": "僅供參考", en: "for reference only" },
  signal: { "zh-CN": "{signal} {count}次", "zh-TW": "{signal} {count}次", en: "{signal}: {count}" },
  between: { "zh-CN": "，", "zh-TW": "，", en: ", " },
  few: {
    "zh-CN": "近{months}个月能用的联系只有{counted}次，至少要{minimum}次",
    "zh-TW": "近{months}個月能用的聯繫只有{counted}次，至少要{minimum}次",
    en: "only {counted} of the {minimum} contacts needed in {months} months",
  },
  basis: {
    "zh-CN": "近{months}个月{counted}次联系",
    "zh-TW": "近{months}個月{counted}次聯繫",
    en: "{counted} contacts in {months} months",
  },
  market: {
    "zh-CN": "下跌月份：{index}跌{percent}%以上，数据到 {until}",
    "zh-TW": "下跌月份：{index}跌{percent}%以上，資料到 {until}",
    en: "Falling month: {index} down {percent}% or more; data to {until}",
  },
  withoutMarket: {
    "zh-CN": "其中{count}次没有行情数据，只看情绪",
    "zh-TW": "其中{count}次沒有行情資料，只看情緒",
    en: "{count} of them without market data: mood only",
  },
  stands: {
    "zh-CN": "测评等级不因此改变，销售检查不看这一项",
    "zh-TW": "測評等級不因此改變，銷售檢查不看這一項",
    en: "The assessed level stands; the sale gate does not look at this",
  },
} as const satisfies Texts;
