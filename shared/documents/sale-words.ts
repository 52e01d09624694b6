/**
 * @file What a sale's documents say of client and product where their texts in the pack leave a
 * place for it: in the words a client reads, and never more than the product's sheet gives.
 */
import type { Localized } from "../model/primitives.ts";
import type { Insurance } from "../rules/sale-case.ts";
import type { PremiumTrigger } from "../rules/sale-gate.ts";

export const saleWords = {
  list: { "zh-CN": "、", "zh-TW": "、", en: ", " },
  between: { "zh-CN": "；", "zh-TW": "；", en: "; " },
  end: { "zh-CN": "。", "zh-TW": "。", en: "." },
  yuan: { "zh-CN": "{yuan}元", "zh-TW": "{yuan}元", en: "CNY {yuan}" },
  notAssessed: { "zh-CN": "没有测评", "zh-TW": "沒有測評", en: "not assessed" },
  never: { "zh-CN": "—", "zh-TW": "—", en: "—" },

  level: { "zh-CN": "风险等级", "zh-TW": "風險等級", en: "Risk level and grade" },
  term: { "zh-CN": "期限", "zh-TW": "期限", en: "Term" },
  type: { "zh-CN": "品种", "zh-TW": "品種", en: "Type" },
  termFrom: { "zh-CN": "可投{months}个月以上", "zh-TW": "可投{months}個月以上", en: "{months} months or more" },
  termOpen: { "zh-CN": "可投5年以上", "zh-TW": "可投5年以上", en: "over 5 years" },
  termShort: { "zh-CN": "可投时间很短", "zh-TW": "可投時間很短", en: "a short time only" },
  months: { "zh-CN": "{months}个月", "zh-TW": "{months}個月", en: "{months} months" },
  atCall: { "zh-CN": "随时可取", "zh-TW": "隨時可取", en: "at call" },
  noTypes: { "zh-CN": "没有选择", "zh-TW": "沒有選擇", en: "none chosen" },

  matches: {
    "zh-CN": "匹配。您的等级是{level}，产品是{grade}，期限和品种也与您的选择相符。",
    "zh-TW": "匹配。您的等級是{level}，產品是{grade}，期限和品種也與您的選擇相符。",
    en: "It matches. Your level is {level}, the product is {grade}, and term and type are what you chose.",
  },
  matchesUnassessed: {
    "zh-CN": "按规定不比对您的风险等级。产品是{grade}。",
    "zh-TW": "按規定不比對您的風險等級。產品是{grade}。",
    en: "Your risk level is not compared under the rules. The product is {grade}.",
  },
  differs: {
    "zh-CN": "不匹配：{reasons}。您的等级是{level}，产品是{grade}。",
    "zh-TW": "不匹配：{reasons}。您的等級是{level}，產品是{grade}。",
    en: "It does not match: {reasons}. Your level is {level}, the product is {grade}.",
  },

  byClient: {
    "zh-CN": "由您主动提出，理财师没有推荐",
    "zh-TW": "由您主動提出，理財師沒有推薦",
    en: "You asked for it; the advisor did not recommend it",
  },
  byAdvisor: {
    "zh-CN": "理财师按您的测评结果、资金期限和投资品种推荐",
    "zh-TW": "理財師按您的測評結果、資金期限和投資品種推薦",
    en: "The advisor recommended it by your assessment, your term and the types you chose",
  },
  fee: { "zh-CN": "{name} {percent}%", "zh-TW": "{name} {percent}%", en: "{name} {percent}%" },
  feeNoted: {
    "zh-CN": "{name} {percent}%（{note}）",
    "zh-TW": "{name} {percent}%（{note}）",
    en: "{name} {percent}% ({note})",
  },
  noFees: {
    "zh-CN": "产品资料没有列出费用，以产品合同为准",
    "zh-TW": "產品資料沒有列出費用，以產品契約為準",
    en: "The product sheet lists none; the contract counts",
  },
  alternativeFees: {
    "zh-CN": "见该产品的资料",
    "zh-TW": "見該產品的資料",
    en: "See that product's sheet",
  },
  alternative: {
    "zh-CN": "可以改选：{name}",
    "zh-TW": "可以改選：{name}",
    en: "Instead: {name}",
  },
  commission: {
    "zh-CN": "{percent}%，约{yuan}元",
    "zh-TW": "{percent}%，約{yuan}元",
    en: "{percent}%, about CNY {yuan}",
  },
  noCommission: {
    "zh-CN": "产品资料没有写明，请向工作人员询问",
    "zh-TW": "產品資料沒有寫明，請向工作人員詢問",
    en: "Not on the product sheet: please ask the staff",
  },

  risks: {
    "zh-CN": "市场价格、利率、汇率变动，发行人或者交易对手违约，都可能使您亏损本金。",
    "zh-TW": "市場價格、利率、匯率變動，發行人或者交易對手違約，都可能使您虧損本金。",
    en: "Changes of prices, interest or exchange rates, and the default of an issuer or a counterparty, can cost you principal.",
  },
  fell: {
    "zh-CN": "{from} 至 {until} 期间，最大曾下跌 {percent}%。",
    "zh-TW": "{from} 至 {until} 期間，最大曾下跌 {percent}%。",
    en: "From {from} to {until} its greatest fall was {percent}%.",
  },
  nothingBeyond: {
    "zh-CN": "产品资料没有列出会造成超过本金损失的事项。",
    "zh-TW": "產品資料沒有列出會造成超過本金損失的事項。",
    en: "The product sheet names nothing that could cost you more than your principal.",
  },
  leverage: {
    "zh-CN": "产品使用杠杆，总资产是净资产的{leverage}倍，亏损会同样放大。",
    "zh-TW": "產品使用槓桿，總資產是淨資產的{leverage}倍，虧損會同樣放大。",
    en: "The product borrows: total assets are {leverage} times net assets, and losses grow as much.",
  },
  derivatives: {
    "zh-CN": "产品持有衍生品，价格变动可能远大于所投资金的变动。",
    "zh-TW": "產品持有衍生品，價格變動可能遠大於所投資金的變動。",
    en: "The product holds derivatives, whose price can move far more than the money put in.",
  },
  lossByFirm: {
    "zh-CN":
      "本机构、产品管理人或者托管人的业务、财产状况恶化，不能正常履行义务的，可能延误交易、赎回或者兑付，造成您的亏损。",
    "zh-TW":
      "本機構、產品管理人或者託管人的業務、財產狀況惡化，不能正常履行義務的，可能延誤交易、贖回或者兌付，造成您的虧損。",
    en: "If the business or finances of this institution, the manager or the custodian worsen and duties are not met, dealing, redemption or payment may be delayed, at a loss to you.",
  },
  judgementByFirm: {
    "zh-CN": "本机构或者产品管理人被暂停业务、受到重大处罚、发生重大诉讼或者更换的，可能影响您的判断，发生时会告知您。",
    "zh-TW": "本機構或者產品管理人被暫停業務、受到重大處罰、發生重大訴訟或者更換的，可能影響您的判斷，發生時會告知您。",
    en: "A suspension, a grave penalty, major litigation or a change of this institution or the manager may bear on your judgement; you are told when it happens.",
  },
  bound: {
    "zh-CN": "建议持有或者锁定{months}个月，提前取回可能受限或者亏损。",
    "zh-TW": "建議持有或者鎖定{months}個月，提前取回可能受限或者虧損。",
    en: "It is to be held, or is locked, for {months} months; taking money out earlier may be limited or cost you.",
  },
  byContract: {
    "zh-CN": "权利的行使期限和解除合同的条件以产品合同为准。",
    "zh-TW": "權利的行使期限和解除契約的條件以產品契約為準。",
    en: "When rights can be used and the contract ended is as the contract says.",
  },
  basics: {
    "zh-CN": "{type}类产品，期限{term}，起点{minimum}",
    "zh-TW": "{type}類產品，期限{term}，起點{minimum}",
    en: "Type: {type}; term: {term}; minimum: {minimum}",
  },
  issuer: { "zh-CN": "发行机构：{issuer}", "zh-TW": "發行機構：{issuer}", en: "Issuer: {issuer}" },
  takenOut: {
    "zh-CN": "资金取回：{liquidity}",
    "zh-TW": "資金取回：{liquidity}",
    en: "Getting the money back: {liquidity}",
  },
  complaints: {
    "zh-CN": "对产品或者服务有异议，可以向本机构投诉，也可以向金融监管部门反映。",
    "zh-TW": "對產品或者服務有異議，可以向本機構投訴，也可以向金融監管部門反映。",
    en: "If you object to the product or the service, complain to this institution or to the supervisor.",
  },
  structure: {
    "zh-CN": "结构：{structure}",
    "zh-TW": "結構：{structure}",
    en: "Structure: {structure}",
  },

  cover: {
    "zh-CN": "以保险合同载明的保险责任为准。",
    "zh-TW": "以保險契約載明的保險責任為準。",
    en: "As the insurance contract says.",
  },
  coverWith: {
    "zh-CN": "{explanation}保险责任以保险合同为准。",
    "zh-TW": "{explanation}保險責任以保險契約為準。",
    en: "{explanation} The insurance contract counts.",
  },
  insuredFor: { "zh-CN": "保险期间{term}", "zh-TW": "保險期間{term}", en: "insured for {term}" },
  paidOnce: { "zh-CN": "一次交清 {yuan}元", "zh-TW": "一次繳清 {yuan}元", en: "CNY {yuan} paid once" },
  paidYearly: { "zh-CN": "每年交 {yuan}元", "zh-TW": "每年繳 {yuan}元", en: "CNY {yuan} a year" },
  paidYears: {
    "zh-CN": "每年交 {yuan}元，交{years}年",
    "zh-TW": "每年繳 {yuan}元，繳{years}年",
    en: "CNY {yuan} a year for {years} years",
  },
  premium: { "zh-CN": "保费 {yuan}元", "zh-TW": "保費 {yuan}元", en: "premium CNY {yuan}" },
  exclusions: {
    "zh-CN": "以保险合同的“责任免除”条款为准，请在签名前逐条阅读。",
    "zh-TW": "以保險契約的「責任免除」條款為準，請在簽名前逐條閱讀。",
    en: "As the exclusions of the insurance contract say; read each of them before you sign.",
  },
  exclusionsWith: {
    "zh-CN": "{exclusions}全部内容以保险合同的“责任免除”条款为准，请在签名前逐条阅读。",
    "zh-TW": "{exclusions}全部內容以保險契約的「責任免除」條款為準，請在簽名前逐條閱讀。",
    en: "{exclusions} The exclusions of the insurance contract count in full; read each of them before you sign.",
  },
  coolingOffDays: {
    "zh-CN": "犹豫期{days}天，起算日以保险合同为准。犹豫期内您可以解除合同，取回已交保费，合同约定的工本费除外。",
    "zh-TW": "猶豫期{days}天，起算日以保險契約為準。猶豫期內您可以解除契約，取回已繳保費，契約約定的工本費除外。",
    en: "It lasts {days} {days|day|days}; when it begins is as the contract says. Within it you may end the contract and get the premium back, less the cost of the policy papers if agreed.",
  },
  coolingOffNone: {
    "zh-CN": "本产品没有犹豫期，解除合同的条件以保险合同为准。",
    "zh-TW": "本產品沒有猶豫期，解除契約的條件以保險契約為準。",
    en: "This product has none; when you may end the contract is as the contract says.",
  },
  coolingOff: {
    "zh-CN": "犹豫期的天数和起算日以保险合同为准。犹豫期内您可以解除合同，取回已交保费，合同约定的工本费除外。",
    "zh-TW": "猶豫期的天數和起算日以保險契約為準。猶豫期內您可以解除契約，取回已繳保費，契約約定的工本費除外。",
    en: "How long it is and when it begins is as the contract says. Within it you may end the contract and get the premium back, less the cost of the policy papers if agreed.",
  },
  noCoolingOff: {
    "zh-CN": "保险期间不超过一年，是否设犹豫期以保险合同为准。",
    "zh-TW": "保險期間不超過一年，是否設猶豫期以保險契約為準。",
    en: "Insured for a year at most: whether there is one is as the contract says.",
  },
  surrender: {
    "zh-CN": "犹豫期后退保，取回的是合同的现金价值，前几年通常明显少于已交保费。",
    "zh-TW": "猶豫期後退保，取回的是契約的現金價值，前幾年通常明顯少於已繳保費。",
    en: "After the cooling-off period you get the cash value, in the first years usually clearly less than the premiums paid.",
  },
  surrenderAtOnce: {
    "zh-CN": "退保时取回的是合同的现金价值，通常明显少于已交保费。",
    "zh-TW": "退保時取回的是契約的現金價值，通常明顯少於已繳保費。",
    en: "On surrender you get the cash value, usually clearly less than the premiums paid.",
  },

  amountShare: {
    "zh-CN": "本次购买 {yuan}元，占您可投资资产的 {percent}%",
    "zh-TW": "本次購買 {yuan}元，占您可投資資產的 {percent}%",
    en: "You buy for CNY {yuan}, {percent}% of what you can invest",
  },
  amountOnly: { "zh-CN": "本次购买 {yuan}元", "zh-TW": "本次購買 {yuan}元", en: "You buy for CNY {yuan}" },
  spared: {
    "zh-CN": "这笔钱：{term}；您打算投资的品种：{types}",
    "zh-TW": "這筆錢：{term}；您打算投資的品種：{types}",
    en: "This money: {term}; types you mean to invest in: {types}",
  },
  riskGrade: {
    "zh-CN": "产品是{grade}，净值可能大幅下跌，可能亏掉一大部分本金。",
    "zh-TW": "產品是{grade}，淨值可能大幅下跌，可能虧掉一大部分本金。",
    en: "The product is {grade}: its value can fall far, and a large part of the principal can be lost.",
  },
  followUp: {
    "zh-CN": "成交后{days}天内由专人回访",
    "zh-TW": "成交後{days}天內由專人回訪",
    en: "A follow-up call within {days} days of the sale",
  },

  figures: {
    single: { "zh-CN": "一次交清的保费", "zh-TW": "一次繳清的保費", en: "Premium paid once" },
    annual: { "zh-CN": "每年的保费", "zh-TW": "每年的保費", en: "Premium a year" },
    years: { "zh-CN": "交费年数", "zh-TW": "繳費年數", en: "Years of payment" },
    income: { "zh-CN": "家庭年收入", "zh-TW": "家庭年收入", en: "Family income a year" },
    budget: { "zh-CN": "保费预算", "zh-TW": "保費預算", en: "Budget for premiums" },
    age: { "zh-CN": "投保人年龄", "zh-TW": "要保人年齡", en: "Applicant's age" },
  },
  yearsValue: { "zh-CN": "{n}年", "zh-TW": "{n}年", en: "{n} {n|year|years}" },
  ageValue: { "zh-CN": "{n}岁", "zh-TW": "{n}歲", en: "{n}" },
} as const;

export const uncertainties: Readonly<Record<Insurance["kind"], Localized>> = {
  "unit-linked": {
    "zh-CN": "账户价值随投资涨跌，可能亏损，投资风险完全由您承担。",
    "zh-TW": "帳戶價值隨投資漲跌，可能虧損，投資風險完全由您承擔。",
    en: "The account follows its investments and can lose; the investment risk is wholly yours.",
  },
  universal: {
    "zh-CN": "最低保证利率以上的结算利率不确定，可能只有最低保证利率。",
    "zh-TW": "最低保證利率以上的宣告利率不確定，可能只有最低保證利率。",
    en: "What is credited above the guaranteed rate is uncertain and may be nothing.",
  },
  participating: {
    "zh-CN": "红利不保证，有的年度可能没有红利。",
    "zh-TW": "紅利不保證，有的年度可能沒有紅利。",
    en: "Bonuses are not guaranteed; in some years there may be none.",
  },
  "other-life": {
    "zh-CN": "利益以保险合同载明的为准，没有另外的浮动收益。",
    "zh-TW": "利益以保險契約載明的為準，沒有另外的浮動收益。",
    en: "Benefits are as the contract says; nothing varies besides.",
  },
  property: {
    "zh-CN": "赔付以实际损失和保险合同为准，没有投资收益。",
    "zh-TW": "賠付以實際損失和保險契約為準，沒有投資收益。",
    en: "What is paid follows the actual loss and the contract; there is no investment return.",
  },
};

export const triggerWords: Readonly<Record<PremiumTrigger, Localized>> = {
  "single-income": {
    "zh-CN": "一次交清的保费超过家庭年收入的{incomes}倍",
    "zh-TW": "一次繳清的保費超過家庭年收入的{incomes}倍",
    en: "The premium paid once is more than {incomes} times the family's annual income",
  },
  "annual-income": {
    "zh-CN": "每年的保费超过家庭年收入的 {percent}%",
    "zh-TW": "每年的保費超過家庭年收入的 {percent}%",
    en: "The premium a year is more than {percent}% of the family's annual income",
  },
  age: {
    "zh-CN": "投保人年龄与交费年数之和达到{age}",
    "zh-TW": "要保人年齡與繳費年數之和達到{age}",
    en: "The applicant's age and the years of payment together reach {age}",
  },
  budget: {
    "zh-CN": "保费达到预算的 {budget}%",
    "zh-TW": "保費達到預算的 {budget}%",
    en: "The premium reaches {budget}% of the budget",
  },
};
