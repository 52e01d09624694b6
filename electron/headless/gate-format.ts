/** @file The format of a case for `gate judge`, as its help prints it. */
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { SaleCase } from "../../shared/rules/sale-case.ts";
import { packOptions } from "./pack-choice.ts";
import { type Field, fieldsOf, fieldTable } from "./schema-fields.ts";

/** Every field of a case, in order. */
export function caseFields(): readonly Field[] {
  return fieldsOf(SaleCase);
}

/** Help text of `gate judge`. */
export function gateFormat(language: Language): readonly string[] {
  const rows = fieldTable(caseFields(), meanings, language);
  return [
    say(intro, language),
    "",
    ...rows,
    "",
    say(output, language),
    "",
    say(packOptions, language),
    "",
    say(example, language),
    exampleCase,
  ];
}

const intro: Localized = {
  "zh-CN":
    "每行一个 JSON 对象。* 必填，= 默认值，其余可省略；金额以分为单位。\n已办、已同意、已签署的事项要写明才算数；自然人须有 age，保险产品须有 product.insurance，投连、万能、分红保险须有 payment 和一项保费。",
  "zh-TW":
    "每列一個 JSON 物件。* 必填，= 預設值，其餘可省略；金額以分為單位。\n已辦、已同意、已簽署的事項要寫明才算數；自然人須有 age，保險產品須有 product.insurance，投資型、萬能、分紅保險須有 payment 與一項保費。",
  en: "One JSON object on each line. * must be there, = default, the others may be left out; money in fen (1/100 yuan).\nWhat is done, agreed or signed counts only when said. A person needs age, insurance needs product.insurance, and unit-linked, universal and participating insurance needs payment with a premium.",
};

const output: Localized = {
  "zh-CN":
    "输出：outcome 为 ALLOW、ALLOW_WITH_WARNING、NEED_MORE 或 BLOCK；rules 为依据的规则，articles 为条文，grade 为适用的等级，pack 为规则版本，text 为结论和理由。\n不合格式的行输出 id、error、line、有问题的字段 at 和说明 problems，其余各行照常判断；退出码：全部判断为0，部分有误为5，全部有误为1。\n整个文件也可以是一个 JSON 数组。",
  "zh-TW":
    "輸出：outcome 為 ALLOW、ALLOW_WITH_WARNING、NEED_MORE 或 BLOCK；rules 為依據的規則，articles 為條文，grade 為適用的等級，pack 為規則版本，text 為結論與理由。\n不合格式的列輸出 id、error、line、有問題的欄位 at 與說明 problems，其餘各列照常判斷；結束代碼：全部判斷為0，部分有誤為5，全部有誤為1。\n整個檔案也可以是一個 JSON 陣列。",
  en: "Out: outcome is ALLOW, ALLOW_WITH_WARNING, NEED_MORE or BLOCK; rules are the rules it rests on, articles their law, grade the grade that counts, pack the version of the rules, text the outcome and its reasons.\nA line that is no case gives its id, error, line, the fields at fault in at, and problems in words; the others are judged all the same. Exit code 0 when all were judged, 5 when some were not, 1 when none was.\nThe whole file may also be one JSON array.",
};

const example: Localized = { "zh-CN": "示例：", "zh-TW": "範例：", en: "Example:" };

/** A client who asks for a product above the level, and has signed all there is to sign. */
export const exampleCase = JSON.stringify({
  id: "A-1",
  on: "2026-11-22",
  initiator: "client",
  channel: "branch",
  amount: 5_000_000,
  client: { kind: "person", age: 58, identityVerified: true, capacity: "full", consent: "given" },
  assessment: { on: "2026-06-15", level: "C3", termMonths: 36, types: ["mixed", "equity"] },
  product: {
    regime: "CSRC",
    sellerGrade: "R4",
    isActive: true,
    isGradeCurrent: true,
    termMonths: 12,
    type: "equity",
  },
  papers: { notices: true, highRiskProcedure: true, recording: true, confirmation: true },
});

/** Of every field but those that only hold others. */
const meanings: Readonly<Record<string, Localized>> = {
  id: { "zh-CN": "原样输出", "zh-TW": "原樣輸出", en: "comes out again" },
  on: { "zh-CN": "销售日", "zh-TW": "銷售日", en: "day of the sale" },
  amount: { "zh-CN": "金额", "zh-TW": "金額", en: "what is bought for" },
  channel: { "zh-CN": "网点、网络、电话", "zh-TW": "據點、網路、電話", en: "where it is sold" },
  initiator: { "zh-CN": "由谁提出", "zh-TW": "由誰提出", en: "who began it" },
  seller: {
    "zh-CN": "由谁销售；银行销售保险为代理",
    "zh-TW": "由誰銷售；銀行銷售保險為代理",
    en: "who sells; insurance sold by a bank is agency",
  },
  "client.kind": { "zh-CN": "自然人、机构", "zh-TW": "自然人、機構", en: "natural person or not" },
  "client.identityVerified": { "zh-CN": "身份已核实", "zh-TW": "身分已核實", en: "who it is was checked" },
  "client.age": { "zh-CN": "销售日的周岁", "zh-TW": "銷售日的足歲", en: "full years on the day of the sale" },
  "client.capacity": {
    "zh-CN": "民事行为能力：完全、限制、无；机构写 full",
    "zh-TW": "民事行為能力：完全、限制、無；機構寫 full",
    en: "civil capacity; full for a company",
  },
  "client.guardianConsents": { "zh-CN": "监护人同意", "zh-TW": "監護人同意", en: "the guardian agrees" },
  "client.consent": {
    "zh-CN": "同意处理金融账户等敏感个人信息",
    "zh-TW": "同意處理金融帳戶等敏感個人資訊",
    en: "to processing sensitive personal information",
  },
  "client.refusesInformation": {
    "zh-CN": "拒绝提供信息",
    "zh-TW": "拒絕提供資訊",
    en: "refuses necessary information",
  },
  "client.investorClass": {
    "zh-CN": "普通，或第一、二、三类专业投资者",
    "zh-TW": "普通，或第一、二、三類專業投資者",
    en: "CSRC Order 130 Art. 8 and 11",
  },
  "client.qualified": { "zh-CN": "合格投资者", "zh-TW": "合格投資者", en: "qualified investor, for private products" },
  "client.rights": { "zh-CN": "已开通的交易权限", "zh-TW": "已開通的交易權限", en: "trading rights that are open" },
  assessment: { "zh-CN": "没有测评时为 null", "zh-TW": "沒有測評時為 null", en: "null when there is none" },
  "assessment.on": { "zh-CN": "测评日", "zh-TW": "測評日", en: "day of the assessment" },
  "assessment.level": { "zh-CN": "测评等级", "zh-TW": "測評等級", en: "the level it gave" },
  "assessment.earlier": {
    "zh-CN": "此前各次测评的日期，当日的也算",
    "zh-TW": "此前各次測評的日期，當日的也算",
    en: "days of those before it, the same day's too",
  },
  "assessment.openContradictions": {
    "zh-CN": "未解决的矛盾答案数",
    "zh-TW": "未解決的矛盾答案數",
    en: "contradictions not resolved",
  },
  "assessment.changeReported": {
    "zh-CN": "客户报告了变化",
    "zh-TW": "客戶報告了變化",
    en: "the client has reported a change since",
  },
  "assessment.levelChange": {
    "zh-CN": "与上次等级不同时，是否已由客户确认",
    "zh-TW": "與上次等級不同時，是否已由客戶確認",
    en: "another level than last time, and whether the client confirmed it",
  },
  "assessment.termMonths": {
    "zh-CN": "资金可投入的月数",
    "zh-TW": "資金可投入的月數",
    en: "how long the money can stay, months",
  },
  "assessment.types": {
    "zh-CN": "打算投资的品种",
    "zh-TW": "打算投資的品種",
    en: "types the client means to invest in",
  },
  "product.regime": { "zh-CN": "适用哪一套规则", "zh-TW": "適用哪一套規則", en: "whose rules it falls under" },
  "product.issuerGrade": {
    "zh-CN": "发行人评级，与销售机构不同时写",
    "zh-TW": "發行人評級，與銷售機構不同時寫",
    en: "where the issuer grades it too; the higher counts",
  },
  "product.sellerGrade": { "zh-CN": "销售机构评级", "zh-TW": "銷售機構評級", en: "the seller's grade" },
  "product.type": { "zh-CN": "产品品种", "zh-TW": "產品品種", en: "type of investment" },
  "product.minimumAge": { "zh-CN": "允许的最低年龄", "zh-TW": "允許的最低年齡", en: "youngest who may buy it" },
  "product.maximumAge": { "zh-CN": "允许的最高年龄", "zh-TW": "允許的最高年齡", en: "oldest who may buy it" },
  "product.insurance.kind": {
    "zh-CN": "投连、万能、分红、其他人身险、财产险",
    "zh-TW": "投資型、萬能、分紅、其他人身險、財產險",
    en: "kind of insurance",
  },
  "product.isActive": { "zh-CN": "在售", "zh-TW": "在售", en: "on sale" },
  "product.isGradeCurrent": { "zh-CN": "评级有效", "zh-TW": "評級有效", en: "its grade needs no review" },
  "product.termMonths": {
    "zh-CN": "资金锁定的月数，随时可取为0",
    "zh-TW": "資金鎖定的月數，隨時可取為0",
    en: "how long the money is bound, months; 0 at call",
  },
  "product.isPrivate": { "zh-CN": "私募", "zh-TW": "私募", en: "offered privately" },
  "product.minimum": { "zh-CN": "私募的最低金额", "zh-TW": "私募的最低金額", en: "minimum of a private product" },
  "product.rights": { "zh-CN": "需要的交易权限", "zh-TW": "需要的交易權限", en: "trading rights it needs" },
  "product.insurance.isOverOneYear": { "zh-CN": "超过一年", "zh-TW": "超過一年", en: "runs over one year" },
  isMoneyOutOfLine: {
    "zh-CN": "所需资金与财务状况明显不符",
    "zh-TW": "所需資金與財務狀況明顯不符",
    en: "the money needed is clearly out of line with the finances",
  },
  "payment.singlePremium": { "zh-CN": "趸交保费", "zh-TW": "躉繳保費", en: "paid once" },
  "payment.annualPremium": { "zh-CN": "每年保费", "zh-TW": "每年保費", en: "paid each year" },
  "payment.paymentYears": {
    "zh-CN": "交费年数，年交而未写时只按1年计",
    "zh-TW": "繳費年數，年繳而未寫時只按1年計",
    en: "years of payment; only one is counted where a yearly premium leaves them out",
  },
  "payment.familyAnnualIncome": { "zh-CN": "家庭年收入", "zh-TW": "家庭年收入", en: "family income a year" },
  "payment.budget": { "zh-CN": "保费预算", "zh-TW": "保費預算", en: "what the client meant to pay" },
  "papers.notices": { "zh-CN": "告知", "zh-TW": "告知", en: "notices given" },
  "papers.highRiskProcedure": { "zh-CN": "高风险专门程序", "zh-TW": "高風險專門程序", en: "CSRC Order 130 Art. 20" },
  "papers.elderCare": { "zh-CN": "65岁以上特别程序", "zh-TW": "65歲以上特別程序", en: "NFRA Art. 18, from 65" },
  "papers.recording": { "zh-CN": "双录", "zh-TW": "雙錄", en: "recording, or a reference to it" },
  "papers.confirmation": { "zh-CN": "客户书面确认", "zh-TW": "客戶書面確認", en: "the client's written confirmation" },
  "papers.specialWarning": { "zh-CN": "特别风险警示书", "zh-TW": "特別風險警示書", en: "special written risk warning" },
  "papers.selfChoice": { "zh-CN": "自主选择确认", "zh-TW": "自主選擇確認", en: "NFRA Art. 38: chosen all the same" },
  "papers.declaration": { "zh-CN": "投保人声明", "zh-TW": "投保人聲明", en: "NFRA Art. 39: signed declaration" },
};

/** Fields that the help explains. */
export const explainedFields: readonly string[] = Object.keys(meanings);
