/** @file Sentences of the client list and of the form for a new client; names of fields and values of a client. */
import type { ClientField, Stage } from "../../shared/model/client.ts";
import type { Sentence, Texts } from "./text.ts";

/** What each field of a client is called, on every screen. */
export const fieldNames: Readonly<Record<ClientField, Sentence>> = {
  kind: { "zh-CN": "类型", "zh-TW": "類型", en: "Kind" },
  name: { "zh-CN": "姓名", "zh-TW": "姓名", en: "Name" },
  gender: { "zh-CN": "性别", "zh-TW": "性別", en: "Gender" },
  birthDate: { "zh-CN": "出生日期", "zh-TW": "出生日期", en: "Date of birth" },
  birthYear: { "zh-CN": "出生年份", "zh-TW": "出生年份", en: "Year of birth" },
  phone: { "zh-CN": "手机", "zh-TW": "手機", en: "Mobile" },
  email: { "zh-CN": "邮箱", "zh-TW": "電子郵件", en: "Email" },
  wechat: { "zh-CN": "微信号", "zh-TW": "微信號", en: "WeChat" },
  idType: { "zh-CN": "证件类型", "zh-TW": "證件類型", en: "ID type" },
  idNumber: { "zh-CN": "证件号码", "zh-TW": "證件號碼", en: "ID number" },
  idExpiry: { "zh-CN": "证件有效期至", "zh-TW": "證件有效期至", en: "ID valid until" },
  customerNo: { "zh-CN": "客户号", "zh-TW": "客戶號", en: "Client no." },
  occupation: { "zh-CN": "职业", "zh-TW": "職業", en: "Occupation" },
  employer: { "zh-CN": "工作单位", "zh-TW": "服務單位", en: "Employer" },
  education: { "zh-CN": "学历", "zh-TW": "學歷", en: "Education" },
  maritalStatus: { "zh-CN": "婚姻状况", "zh-TW": "婚姻狀況", en: "Marital status" },
  address: { "zh-CN": "住址", "zh-TW": "住址", en: "Address" },
  preferredChannel: { "zh-CN": "首选渠道", "zh-TW": "首選渠道", en: "Best channel" },
  preferredTime: { "zh-CN": "方便的时间", "zh-TW": "方便的時間", en: "Best time" },
  investableAssets: { "zh-CN": "可投资资产", "zh-TW": "可投資資產", en: "Investable" },
  annualIncome: { "zh-CN": "家庭年收入", "zh-TW": "家庭年收入", en: "Annual income" },
  annualSpending: { "zh-CN": "家庭年支出", "zh-TW": "家庭年支出", en: "Annual spending" },
  debtAmount: { "zh-CN": "负债", "zh-TW": "負債", en: "Debt" },
  debtServicePercent: { "zh-CN": "月还款占收入", "zh-TW": "月還款占收入", en: "Repayment share" },
  reserveMonths: { "zh-CN": "流动储备", "zh-TW": "流動儲備", en: "Reserve" },
  netAssets: { "zh-CN": "净资产", "zh-TW": "淨資產", en: "Net worth" },
  experience: { "zh-CN": "投资经验", "zh-TW": "投資經驗", en: "Experience" },
  allocation: { "zh-CN": "现有配置", "zh-TW": "現有配置", en: "Mix now" },
  worstLoss: { "zh-CN": "最大浮亏", "zh-TW": "最大浮虧", en: "Worst loss" },
  holdings: { "zh-CN": "本机构持有", "zh-TW": "本機構持有", en: "Held with us" },
  investorClass: { "zh-CN": "投资者类别", "zh-TW": "投資者類別", en: "Investor class" },
  spouse: { "zh-CN": "配偶", "zh-TW": "配偶", en: "Spouse" },
  children: { "zh-CN": "子女", "zh-TW": "子女", en: "Children" },
  parents: { "zh-CN": "父母", "zh-TW": "父母", en: "Parents" },
  emergencyContact: { "zh-CN": "紧急联系人", "zh-TW": "緊急聯絡人", en: "Emergency" },
  keyPeople: { "zh-CN": "关键人", "zh-TW": "關鍵人", en: "Key people" },
  needs: { "zh-CN": "需求", "zh-TW": "需求", en: "Needs" },
  goals: { "zh-CN": "目标", "zh-TW": "目標", en: "Goals" },
  taboos: { "zh-CN": "忌讳", "zh-TW": "忌諱", en: "Avoid" },
  hobbies: { "zh-CN": "爱好", "zh-TW": "興趣", en: "Hobbies" },
  agreements: { "zh-CN": "约定", "zh-TW": "約定", en: "Agreed" },
  tags: { "zh-CN": "标签", "zh-TW": "標籤", en: "Tags" },
  tier: { "zh-CN": "分层", "zh-TW": "分層", en: "Tier" },
  tierReason: { "zh-CN": "分层理由", "zh-TW": "分層理由", en: "Reason for tier" },
  stage: { "zh-CN": "阶段", "zh-TW": "階段", en: "Stage" },
  origin: { "zh-CN": "来源", "zh-TW": "來源", en: "Origin" },
  restricted: { "zh-CN": "限制处理", "zh-TW": "限制處理", en: "Restricted" },
};

/** Where a company's field has another name than a person's. */
const companyFieldNames: Readonly<Partial<Record<ClientField, Sentence>>> = {
  name: { "zh-CN": "单位名称", "zh-TW": "單位名稱", en: "Company name" },
  phone: { "zh-CN": "联系电话", "zh-TW": "聯絡電話", en: "Phone" },
  address: { "zh-CN": "地址", "zh-TW": "地址", en: "Address" },
  annualIncome: { "zh-CN": "年收入", "zh-TW": "年收入", en: "Annual revenue" },
  annualSpending: { "zh-CN": "年支出", "zh-TW": "年支出", en: "Annual spending" },
};

/** The name of a field for this kind of client. */
export function fieldName(field: ClientField, kind: "individual" | "company"): Sentence {
  return (kind === "company" ? companyFieldNames[field] : undefined) ?? fieldNames[field];
}

export const kindNames = {
  individual: { "zh-CN": "个人", "zh-TW": "個人", en: "Individual" },
  company: { "zh-CN": "机构", "zh-TW": "機構", en: "Company" },
} as const satisfies Texts;

/** Within a line of facts. */
export const kindWords = {
  individual: { "zh-CN": "个人", "zh-TW": "個人", en: "individual" },
  company: { "zh-CN": "机构", "zh-TW": "機構", en: "company" },
} as const satisfies Texts;

export const genderNames = {
  female: { "zh-CN": "女", "zh-TW": "女", en: "Female" },
  male: { "zh-CN": "男", "zh-TW": "男", en: "Male" },
} as const satisfies Texts;

/** In a narrow column, before the age. */
export const genderShort = {
  female: { "zh-CN": "女", "zh-TW": "女", en: "F" },
  male: { "zh-CN": "男", "zh-TW": "男", en: "M" },
} as const satisfies Texts;

export const stageNames: Readonly<Record<Stage, Sentence>> = {
  new: { "zh-CN": "新客期", "zh-TW": "新客期", en: "New" },
  growing: { "zh-CN": "成长期", "zh-TW": "成長期", en: "Growing" },
  mature: { "zh-CN": "成熟期", "zh-TW": "成熟期", en: "Mature" },
  quiet: { "zh-CN": "沉寂期", "zh-TW": "沉寂期", en: "Quiet" },
  lost: { "zh-CN": "已流失", "zh-TW": "已流失", en: "Lost" },
};

export const idTypeNames = {
  "resident-id": { "zh-CN": "居民身份证", "zh-TW": "居民身分證", en: "Resident ID" },
  passport: { "zh-CN": "护照", "zh-TW": "護照", en: "Passport" },
  "hk-macao-permit": { "zh-CN": "港澳居民通行证", "zh-TW": "港澳居民通行證", en: "Hong Kong and Macao permit" },
  "taiwan-permit": { "zh-CN": "台湾居民通行证", "zh-TW": "台灣居民通行證", en: "Taiwan permit" },
  "company-code": { "zh-CN": "统一社会信用代码", "zh-TW": "統一社會信用代碼", en: "Company code" },
  other: { "zh-CN": "其他证件", "zh-TW": "其他證件", en: "Other document" },
} as const satisfies Texts;

/** domain.md 1.1: the three professional classes of Order 130. */
export const investorClassNames = {
  ordinary: { "zh-CN": "普通投资者", "zh-TW": "普通投資者", en: "Ordinary" },
  "professional-1": { "zh-CN": "专业投资者（一类）", "zh-TW": "專業投資者（一類）", en: "Professional, type I" },
  "professional-2": { "zh-CN": "专业投资者（二类）", "zh-TW": "專業投資者（二類）", en: "Professional, type II" },
  "professional-3": { "zh-CN": "专业投资者（三类）", "zh-TW": "專業投資者（三類）", en: "Professional, type III" },
} as const satisfies Texts;

export const clients = {
  title: { "zh-CN": "客户", "zh-TW": "客戶", en: "Clients" },
  fact: {
    "zh-CN": "{total}位，个人 {people}，机构 {companies}",
    "zh-TW": "{total}位，個人 {people}，機構 {companies}",
    en: "{total} in all, {people} {people|person|people}, {companies} {companies|company|companies}",
  },
  create: { "zh-CN": "新客户", "zh-TW": "新客戶", en: "New client" },

  // The rail
  segments: { "zh-CN": "客群", "zh-TW": "客群", en: "Segments" },
  byTier: { "zh-CN": "分层", "zh-TW": "分層", en: "Tier" },
  attention: { "zh-CN": "需要处理", "zh-TW": "需要處理", en: "Needs attention" },
  all: { "zh-CN": "全部", "zh-TW": "全部", en: "All" },
  expiring: { "zh-CN": "30天内测评到期", "zh-TW": "30天內測評到期", en: "Expiring in 30 days" },
  expired: { "zh-CN": "测评已过期", "zh-TW": "測評已過期", en: "Expired" },
  never: { "zh-CN": "从未测评", "zh-TW": "從未測評", en: "Never assessed" },
  incomplete: { "zh-CN": "资料完整度低于 70%", "zh-TW": "資料完整度低於 70%", en: "Under 70% filled" },

  // The filter
  filter: { "zh-CN": "筛选客户", "zh-TW": "篩選客戶", en: "Filter clients" },
  filterHint: {
    "zh-CN": "姓名、拼音首字母、手机尾号、标签",
    "zh-TW": "姓名、拼音首字母、手機尾號、標籤",
    en: "Name, pinyin initials, phone digits, tag",
  },
  clearFilter: { "zh-CN": "清除筛选", "zh-TW": "清除篩選", en: "Clear the filter" },
  found: { "zh-CN": "找到{count}位", "zh-TW": "找到{count}位", en: "{count} found" },

  // The table
  table: { "zh-CN": "客户名单", "zh-TW": "客戶名單", en: "Client list" },
  about: { "zh-CN": "概况", "zh-TW": "概況", en: "About" },
  companyShort: { "zh-CN": "机构", "zh-TW": "機構", en: "Firm" },
  level: { "zh-CN": "等级", "zh-TW": "等級", en: "Level" },
  validity: { "zh-CN": "测评有效期", "zh-TW": "測評有效期", en: "Valid until" },
  lastContact: { "zh-CN": "最近联系", "zh-TW": "最近聯繫", en: "Last contact" },
  next: { "zh-CN": "下一次", "zh-TW": "下一次", en: "Next" },
  completeness: { "zh-CN": "完整度", "zh-TW": "完整度", en: "Complete" },
  contactedOn: { "zh-CN": "{day} {channel}", "zh-TW": "{day} {channel}", en: "{day} {channel}" },
  overdue: { "zh-CN": "超{days}天", "zh-TW": "逾{days}天", en: "{days} {days|day|days} late" },

  // The foot
  range: {
    "zh-CN": "第{from}–{to}位，共{total}位",
    "zh-TW": "第{from}–{to}位，共{total}位",
    en: "{from}–{to} of {total}",
  },
  rangeAndSum: {
    "zh-CN": "第{from}–{to}位，共{total}位，合计{sum}",
    "zh-TW": "第{from}–{to}位，共{total}位，合計{sum}",
    en: "{from}–{to} of {total}, {sum} in all",
  },
  keyMove: { "zh-CN": "移动", "zh-TW": "移動", en: "move" },
  keyOpen: { "zh-CN": "打开", "zh-TW": "開啟", en: "open" },
  keyContact: { "zh-CN": "记联系", "zh-TW": "記聯繫", en: "log contact" },
  keyAssess: { "zh-CN": "测评", "zh-TW": "測評", en: "assess" },

  // Nothing to show
  emptyTitle: { "zh-CN": "还没有客户", "zh-TW": "還沒有客戶", en: "No clients yet" },
  emptyWhy: {
    "zh-CN": "从最熟悉的一位记起，只要姓名就能建档。测评、联系和提醒都从这里开始。",
    "zh-TW": "從最熟悉的一位記起，只要姓名就能建檔。測評、聯繫和提醒都從這裡開始。",
    en: "Start with the one you know best: a name is enough. Assessments, contacts and reminders follow from here.",
  },
  noneInSegment: {
    "zh-CN": "“{segment}”里现在没有客户",
    "zh-TW": "「{segment}」裡現在沒有客戶",
    en: "Nobody is in “{segment}” now",
  },
  noneInSegmentWhy: {
    "zh-CN": "有客户符合时会出现在这里，不必手工整理。",
    "zh-TW": "有客戶符合時會出現在這裡，不必手動整理。",
    en: "Clients appear here by themselves as soon as they belong.",
  },
  showAll: { "zh-CN": "看全部客户", "zh-TW": "看全部客戶", en: "Show all clients" },
  noMatch: {
    "zh-CN": "没有匹配“{query}”的客户",
    "zh-TW": "沒有符合「{query}」的客戶",
    en: "No client matches “{query}”",
  },
  noMatchWhy: {
    "zh-CN": "在{count}位中查了姓名、拼音、手机尾号和标签。",
    "zh-TW": "在{count}位中查了姓名、拼音、手機尾號和標籤。",
    en: "Searched names, pinyin, phone digits and tags of {count} {count|client|clients}.",
  },
  createNamed: { "zh-CN": "新建“{name}”", "zh-TW": "新建「{name}」", en: "Create “{name}”" },

  // The form for a new client
  newTitle: { "zh-CN": "新客户", "zh-TW": "新客戶", en: "New client" },
  newFact: {
    "zh-CN": "只有姓名必填，其余以后随时可补",
    "zh-TW": "只有姓名必填，其餘以後隨時可補",
    en: "Only the name is required; the rest can follow any time",
  },
  more: { "zh-CN": "再多记几项", "zh-TW": "再多記幾項", en: "A little more" },
  moreWhy: {
    "zh-CN": "现在知道的就记下，提醒和匹配会更准。",
    "zh-TW": "現在知道的就記下，提醒和匹配會更準。",
    en: "What you know already makes reminders and matching better.",
  },
  saveAndOpen: { "zh-CN": "保存并打开", "zh-TW": "儲存並開啟", en: "Save and open" },
  saveAndNext: { "zh-CN": "保存，再建一位", "zh-TW": "儲存，再建一位", en: "Save and add another" },
  savedOne: { "zh-CN": "已保存 {name}", "zh-TW": "已儲存 {name}", en: "Saved {name}" },
  openSaved: { "zh-CN": "打开客户资料", "zh-TW": "開啟客戶資料", en: "Open" },

  // Possible duplicates
  duplicates: { "zh-CN": "可能已有这位客户", "zh-TW": "可能已有這位客戶", en: "This may be a client you have" },
  samePhone: { "zh-CN": "手机相同", "zh-TW": "手機相同", en: "Same phone" },
  sameName: { "zh-CN": "同名", "zh-TW": "同名", en: "Same name" },
  sameBoth: { "zh-CN": "同名且手机相同", "zh-TW": "同名且手機相同", en: "Same name and phone" },
  duplicatesWhy: {
    "zh-CN": "打开看看；确实是另一位，照常保存即可。",
    "zh-TW": "打開看看；確實是另一位，照常儲存即可。",
    en: "Have a look. If it is somebody else, just save.",
  },
} as const satisfies Texts;
