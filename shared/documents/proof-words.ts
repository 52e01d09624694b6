/** @file The words of a proof pack's PDF, in three languages. */
import type { z } from "zod";
import type { Channel } from "../model/client.ts";
import type { InvestorStatus } from "../model/investor-status.ts";
import type { Localized } from "../model/primitives.ts";
import type { StatementKind } from "../model/statement.ts";
import type { absences, ProofIdentity } from "../proof/proof.ts";

type Table<K extends string> = Readonly<Record<K, Localized>>;

export const cover = {
  titleClient: { "zh-CN": "适当性证据证明包", "zh-TW": "適當性證據證明包", en: "Suitability proof pack" },
  titleSale: { "zh-CN": "销售适当性证明包", "zh-TW": "銷售適當性證明包", en: "Proof pack of one sale" },
  version: { "zh-CN": "证明包 {id}", "zh-TW": "證明包 {id}", en: "Proof pack {id}" },
  clientNo: { "zh-CN": "客户号 {no}", "zh-TW": "客戶號 {no}", en: "Client no. {no}" },
  page: { "zh-CN": "第{page}页，共{pages}页", "zh-TW": "第{page}頁，共{pages}頁", en: "Page {page} of {pages}" },
  root: { "zh-CN": "日志 {root}", "zh-TW": "日誌 {root}", en: "Log {root}" },
  about: { "zh-CN": "这份文件", "zh-TW": "這份檔案", en: "This file" },
  id: { "zh-CN": "证明包编号", "zh-TW": "證明包編號", en: "Number" },
  madeAt: { "zh-CN": "制作时间", "zh-TW": "製作時間", en: "Made at" },
  maker: { "zh-CN": "制作人", "zh-TW": "製作人", en: "Made by" },
  device: { "zh-CN": "设备", "zh-TW": "裝置", en: "Device" },
  key: { "zh-CN": "签名公钥", "zh-TW": "簽署公鑰", en: "Signing key" },
  fingerprint: { "zh-CN": "签名指纹", "zh-TW": "簽署指紋", en: "Fingerprint" },
  software: { "zh-CN": "软件版本", "zh-TW": "軟體版本", en: "Software" },
  subject: { "zh-CN": "客户", "zh-TW": "客戶", en: "Client" },
  scope: { "zh-CN": "范围", "zh-TW": "範圍", en: "Covers" },
  wholeClient: {
    "zh-CN": "这位客户的全部测评、声明、投资者类别和适当性决定",
    "zh-TW": "這位客戶的全部測評、聲明、投資者類別和適當性決定",
    en: "every assessment, statement, investor class and decision of this client",
  },
  oneSale: {
    "zh-CN": "一笔销售的决定及其所依据的记录，决定编号 {id}",
    "zh-TW": "一筆銷售的決定及其所依據的記錄，決定編號 {id}",
    en: "the decision on one sale and what it rests on, decision {id}",
  },
  log: { "zh-CN": "日志", "zh-TW": "日誌", en: "Log" },
  logSize: { "zh-CN": "{size}次保存，{origin}", "zh-TW": "{size}次儲存，{origin}", en: "{size} saves, {origin}" },
  logRoot: {
    "zh-CN": "日志的树根（SHA-256）",
    "zh-TW": "日誌的樹根（SHA-256）",
    en: "Root of the log’s tree (SHA-256)",
  },
  stated: {
    "zh-CN": "包里没有客户资料的记录，上面的客户身份由制作人说明。",
    "zh-TW": "包裡沒有客戶資料的記錄，上面的客戶身分由製作人說明。",
    en: "The client’s profile is not in the pack: who the client is rests on the maker’s word.",
  },
} as const satisfies Record<string, Localized>;

export const roles: Table<"advisor" | "manager" | "compliance"> = {
  advisor: { "zh-CN": "理财师", "zh-TW": "理財師", en: "advisor" },
  manager: { "zh-CN": "主管", "zh-TW": "主管", en: "manager" },
  compliance: { "zh-CN": "合规", "zh-TW": "合規", en: "compliance officer" },
};

export const idTypes: Table<NonNullable<ProofIdentity["idType"]>> = {
  "resident-id": { "zh-CN": "居民身份证", "zh-TW": "居民身分證", en: "Resident ID" },
  passport: { "zh-CN": "护照", "zh-TW": "護照", en: "Passport" },
  "hk-macao-permit": {
    "zh-CN": "港澳居民来往内地通行证",
    "zh-TW": "港澳居民來往內地通行證",
    en: "Hong Kong and Macao permit",
  },
  "taiwan-permit": { "zh-CN": "台湾居民来往大陆通行证", "zh-TW": "台灣居民來往大陸通行證", en: "Taiwan permit" },
  "company-code": { "zh-CN": "统一社会信用代码", "zh-TW": "統一社會信用代碼", en: "Company code" },
  other: { "zh-CN": "其他证件", "zh-TW": "其他證件", en: "Other paper" },
};

export const evidence = {
  title: { "zh-CN": "包里的记录", "zh-TW": "包裡的記錄", en: "Records in the pack" },
  about: {
    "zh-CN": "按日志中的先后排列。最后一栏是记录原文 SHA-256 的前16位，全文和它在日志中的位置证明在 proof.json。",
    "zh-TW": "按日誌中的先後排列。最後一欄是記錄原文 SHA-256 的前16位，全文和它在日誌中的位置證明在 proof.json。",
    en: "In the order of the log. The last column begins the SHA-256 of the record’s text; the text itself and the proof of its place in the log are in proof.json.",
  },
  seq: { "zh-CN": "保存号", "zh-TW": "儲存號", en: "Save" },
  at: { "zh-CN": "写入时间", "zh-TW": "寫入時間", en: "Written" },
  what: { "zh-CN": "记录", "zh-TW": "記錄", en: "Record" },
  hash: { "zh-CN": "原文校验", "zh-TW": "原文校驗", en: "Hash" },
  named: { "zh-CN": "{what} {id}", "zh-TW": "{what} {id}", en: "{what} {id}" },
} as const satisfies Record<string, Localized>;

/** Names of what a pack may hold; anything else goes by its own name. */
export const entityNames: Readonly<Record<string, Localized>> = {
  client: { "zh-CN": "客户资料", "zh-TW": "客戶資料", en: "Profile" },
  contact: { "zh-CN": "联系记录", "zh-TW": "聯繫記錄", en: "Contact" },
  assessment: { "zh-CN": "风险测评", "zh-TW": "風險測評", en: "Assessment" },
  knowledgeTest: { "zh-CN": "知识测试", "zh-TW": "知識測驗", en: "Knowledge test" },
  statement: { "zh-CN": "声明", "zh-TW": "聲明", en: "Statement" },
  investorStatus: { "zh-CN": "投资者类别", "zh-TW": "投資者類別", en: "Investor class" },
  decision: { "zh-CN": "适当性决定", "zh-TW": "適當性決定", en: "Decision" },
  productSheet: { "zh-CN": "产品资料", "zh-TW": "產品資料", en: "Product sheet" },
  attachment: { "zh-CN": "附件", "zh-TW": "附件", en: "Attachment" },
  withdrawal: { "zh-CN": "附件作废", "zh-TW": "附件作廢", en: "Withdrawal" },
  installedPack: { "zh-CN": "收下的规则包", "zh-TW": "收下的規則包", en: "Rule pack taken in" },
  profile: { "zh-CN": "记录人", "zh-TW": "記錄人", en: "Author" },
  packageOut: { "zh-CN": "已交营业部的同步包", "zh-TW": "已交分行的同步包", en: "Package to the branch" },
  receipt: { "zh-CN": "营业部的回执", "zh-TW": "分行的回執", en: "Receipt of the branch" },
};

export const assessmentWords = {
  heading: { "zh-CN": "风险测评 {day}", "zh-TW": "風險測評 {day}", en: "Risk assessment of {day}" },
  level: { "zh-CN": "风险承受能力等级", "zh-TW": "風險承受能力等級", en: "Risk tolerance level" },
  points: { "zh-CN": "得分", "zh-TW": "得分", en: "Points" },
  pointsOf: { "zh-CN": "{total} / {max}", "zh-TW": "{total} / {max}", en: "{total} of {max}" },
  band: { "zh-CN": "按得分应为", "zh-TW": "按得分應為", en: "By points alone" },
  questionnaire: { "zh-CN": "问卷", "zh-TW": "問卷", en: "Questionnaire" },
  answered: { "zh-CN": "填写", "zh-TW": "填寫", en: "Filled in" },
  from: { "zh-CN": "{start} 至 {end}，{by}", "zh-TW": "{start} 至 {end}，{by}", en: "{start} to {end}, {by}" },
  valid: { "zh-CN": "有效期", "zh-TW": "有效期", en: "Valid" },
  validFrom: { "zh-CN": "{from} 至 {until}", "zh-TW": "{from} 至 {until}", en: "{from} to {until}" },
  previous: { "zh-CN": "上一次", "zh-TW": "上一次", en: "The one before" },
  previousOf: { "zh-CN": "{level}，{total}分", "zh-TW": "{level}，{total}分", en: "{level}, {total} points" },
  confirmed: { "zh-CN": "客户确认等级变化", "zh-TW": "客戶確認等級變化", en: "Change of level confirmed" },
  age: { "zh-CN": "当时年龄", "zh-TW": "當時年齡", en: "Age then" },
  caps: { "zh-CN": "限制等级的规则", "zh-TW": "限制等級的規則", en: "Caps that applied" },
  contradictions: { "zh-CN": "互相矛盾的回答", "zh-TW": "互相矛盾的回答", en: "Answers that do not fit together" },
  flags: { "zh-CN": "提醒", "zh-TW": "提醒", en: "Flags" },
  none: { "zh-CN": "没有", "zh-TW": "沒有", en: "none" },
  changes: { "zh-CN": "填写中改过的题目", "zh-TW": "填寫中改過的題目", en: "Answers changed on the way" },
  changed: { "zh-CN": "{question}（{at}）", "zh-TW": "{question}（{at}）", en: "{question} ({at})" },
  dimension: { "zh-CN": "维度", "zh-TW": "維度", en: "Dimension" },
  question: { "zh-CN": "题目", "zh-TW": "題目", en: "Question" },
  answer: { "zh-CN": "回答", "zh-TW": "回答", en: "Answer" },
  between: { "zh-CN": "；", "zh-TW": "；", en: "; " },
  choice: { "zh-CN": "{rule}：{choice}", "zh-TW": "{rule}：{choice}", en: "{rule}: {choice}" },
} as const satisfies Record<string, Localized>;

export const testWords = {
  heading: { "zh-CN": "知识测试 {day}", "zh-TW": "知識測驗 {day}", en: "Knowledge test of {day}" },
  result: { "zh-CN": "结果", "zh-TW": "結果", en: "Result" },
  passed: { "zh-CN": "通过", "zh-TW": "通過", en: "passed" },
  failed: { "zh-CN": "未通过", "zh-TW": "未通過", en: "not passed" },
  passMark: { "zh-CN": "及格分", "zh-TW": "及格分", en: "Pass mark" },
  paper: { "zh-CN": "试卷", "zh-TW": "試卷", en: "Test paper" },
  block: { "zh-CN": "部分", "zh-TW": "部分", en: "Part" },
} as const satisfies Record<string, Localized>;

export const answeredBy: Table<"client" | "guardian" | "advisor-from-paper"> = {
  client: { "zh-CN": "客户本人填写", "zh-TW": "客戶本人填寫", en: "by the client" },
  guardian: { "zh-CN": "监护人填写", "zh-TW": "監護人填寫", en: "by the guardian" },
  "advisor-from-paper": { "zh-CN": "按纸质问卷录入", "zh-TW": "按紙本問卷輸入", en: "from paper, by the advisor" },
};

export const choices: Table<"keep" | "change" | "open"> = {
  keep: { "zh-CN": "客户坚持原来的回答", "zh-TW": "客戶堅持原來的回答", en: "the client kept both answers" },
  change: { "zh-CN": "客户改了回答", "zh-TW": "客戶改了回答", en: "the client changed an answer" },
  open: { "zh-CN": "没有记录客户的选择", "zh-TW": "沒有記錄客戶的選擇", en: "no choice recorded" },
};

export const decisionWords = {
  heading: { "zh-CN": "适当性决定 {day}", "zh-TW": "適當性決定 {day}", en: "Decision of {day}" },
  outcome: { "zh-CN": "结论", "zh-TW": "結論", en: "Outcome" },
  product: { "zh-CN": "产品", "zh-TW": "產品", en: "Product" },
  productOf: {
    "zh-CN": "{name}（{code}），第{version}版资料",
    "zh-TW": "{name}（{code}），第{version}版資料",
    en: "{name} ({code}), sheet version {version}",
  },
  grade: { "zh-CN": "产品风险等级", "zh-TW": "產品風險等級", en: "Product risk grade" },
  level: { "zh-CN": "客户等级", "zh-TW": "客戶等級", en: "Client’s level" },
  noLevel: { "zh-CN": "没有测评", "zh-TW": "沒有測評", en: "not assessed" },
  regime: { "zh-CN": "适用规则", "zh-TW": "適用規則", en: "Regime" },
  amount: { "zh-CN": "金额", "zh-TW": "金額", en: "Amount" },
  yuan: { "zh-CN": "{yuan}元", "zh-TW": "{yuan}元", en: "CNY {yuan}" },
  sale: { "zh-CN": "销售", "zh-TW": "銷售", en: "Sale" },
  packs: { "zh-CN": "规则", "zh-TW": "規則", en: "Rules" },
  packsOf: { "zh-CN": "{gate}，{matrix}", "zh-TW": "{gate}，{matrix}", en: "{gate}, {matrix}" },
  steps: { "zh-CN": "十六步检查", "zh-TW": "十六步檢查", en: "The sixteen steps" },
  step: { "zh-CN": "步骤", "zh-TW": "步驟", en: "Step" },
  stepOf: { "zh-CN": "{step}. {title}", "zh-TW": "{step}. {title}", en: "{step}. {title}" },
  found: { "zh-CN": "结果", "zh-TW": "結果", en: "Found" },
  nothing: { "zh-CN": "没有发现", "zh-TW": "沒有發現", en: "nothing" },
  finding: { "zh-CN": "{weight}：{text}", "zh-TW": "{weight}：{text}", en: "{weight}: {text}" },
  documents: { "zh-CN": "签署的文件", "zh-TW": "簽署的文件", en: "Documents" },
  document: { "zh-CN": "{text}（{pack}），{read}", "zh-TW": "{text}（{pack}），{read}", en: "{text} ({pack}), {read}" },
  readAt: { "zh-CN": "{at} 阅读", "zh-TW": "{at} 閱讀", en: "read {at}" },
  signedAt: { "zh-CN": "{read}，{at} 签署", "zh-TW": "{read}，{at} 簽署", en: "{read}, signed {at}" },
  recording: { "zh-CN": "双录编号", "zh-TW": "雙錄編號", en: "Recording" },
  note: { "zh-CN": "备注", "zh-TW": "備註", en: "Note" },
} as const satisfies Record<string, Localized>;

export const outcomes: Table<"ALLOW" | "ALLOW_WITH_WARNING" | "NEED_MORE" | "BLOCK"> = {
  ALLOW: { "zh-CN": "允许", "zh-TW": "允許", en: "Allowed" },
  ALLOW_WITH_WARNING: { "zh-CN": "允许，附警示", "zh-TW": "允許，附警示", en: "Allowed with a warning" },
  NEED_MORE: { "zh-CN": "还缺材料", "zh-TW": "還缺資料", en: "More is needed" },
  BLOCK: { "zh-CN": "禁止", "zh-TW": "禁止", en: "Blocked" },
};

export const weights: Table<"warn" | "need-more" | "block"> = {
  warn: { "zh-CN": "警示", "zh-TW": "警示", en: "Warning" },
  "need-more": { "zh-CN": "还缺", "zh-TW": "還缺", en: "Missing" },
  block: { "zh-CN": "禁止", "zh-TW": "禁止", en: "Forbidden" },
};

export const regimes: Table<"CSRC" | "NFRA_INVEST" | "NFRA_INSURANCE"> = {
  CSRC: { "zh-CN": "证监会规则", "zh-TW": "證監會規則", en: "CSRC rules" },
  NFRA_INVEST: {
    "zh-CN": "金监总局规则（投资型产品）",
    "zh-TW": "金監總局規則（投資型產品）",
    en: "NFRA rules, investment product",
  },
  NFRA_INSURANCE: { "zh-CN": "金监总局规则（保险）", "zh-TW": "金監總局規則（保險）", en: "NFRA rules, insurance" },
};

export const initiators: Table<"client" | "advisor"> = {
  client: { "zh-CN": "客户主动", "zh-TW": "客戶主動", en: "at the client’s wish" },
  advisor: { "zh-CN": "机构推介", "zh-TW": "機構推介", en: "on the advisor’s offer" },
};
export const saleChannels: Table<"branch" | "online" | "phone"> = {
  branch: { "zh-CN": "网点", "zh-TW": "分行", en: "in the branch" },
  online: { "zh-CN": "线上", "zh-TW": "線上", en: "online" },
  phone: { "zh-CN": "电话", "zh-TW": "電話", en: "by phone" },
};

export const otherWords = {
  statements: { "zh-CN": "声明", "zh-TW": "聲明", en: "Statements" },
  statuses: { "zh-CN": "投资者类别", "zh-TW": "投資者類別", en: "Investor class" },
  contacts: { "zh-CN": "联系记录", "zh-TW": "聯繫記錄", en: "Contact log" },
  at: { "zh-CN": "时间", "zh-TW": "時間", en: "When" },
  what: { "zh-CN": "内容", "zh-TW": "內容", en: "What" },
  until: { "zh-CN": "{what}，至 {day}", "zh-TW": "{what}，至 {day}", en: "{what}, until {day}" },
  noted: { "zh-CN": "{what}：{note}", "zh-TW": "{what}：{note}", en: "{what}: {note}" },
} as const satisfies Record<string, Localized>;

export const contactChannels: Table<z.infer<typeof Channel>> = {
  face: { "zh-CN": "面谈", "zh-TW": "面談", en: "in person" },
  phone: { "zh-CN": "电话", "zh-TW": "電話", en: "phone" },
  email: { "zh-CN": "邮件", "zh-TW": "郵件", en: "email" },
  sms: { "zh-CN": "短信", "zh-TW": "簡訊", en: "text message" },
  wechat: { "zh-CN": "微信", "zh-TW": "微信", en: "WeChat" },
  live: { "zh-CN": "直播", "zh-TW": "直播", en: "live stream" },
  other: { "zh-CN": "其他", "zh-TW": "其他", en: "other" },
};

export const statementKinds: Table<StatementKind> = {
  identity: {
    "zh-CN": "核实身份和民事行为能力",
    "zh-TW": "核實身分與民事行為能力",
    en: "Identity and capacity checked",
  },
  "consent-given": {
    "zh-CN": "同意处理敏感个人信息",
    "zh-TW": "同意處理敏感個人資訊",
    en: "Consent to processing sensitive data",
  },
  "consent-withdrawn": { "zh-CN": "撤回同意", "zh-TW": "撤回同意", en: "Consent withdrawn" },
  "guardian-withdrawn": {
    "zh-CN": "监护人撤回同意",
    "zh-TW": "監護人撤回同意",
    en: "The guardian’s consent withdrawn",
  },
  "guardian-consent": { "zh-CN": "监护人同意", "zh-TW": "監護人同意", en: "The guardian agrees" },
  "information-refused": { "zh-CN": "拒绝提供信息", "zh-TW": "拒絕提供資訊", en: "Information refused" },
  "change-reported": { "zh-CN": "告知情况有变化", "zh-TW": "告知情況有變化", en: "A change reported" },
  "right-opened": { "zh-CN": "开通权限", "zh-TW": "開通權限", en: "A trading right opened" },
  "right-closed": { "zh-CN": "关闭权限", "zh-TW": "關閉權限", en: "A trading right closed" },
};

export const statusOutcomes: Table<InvestorStatus["outcome"]> = {
  granted: { "zh-CN": "认定", "zh-TW": "認定", en: "granted" },
  refused: { "zh-CN": "不予认定", "zh-TW": "不予認定", en: "refused" },
  ended: { "zh-CN": "终止", "zh-TW": "終止", en: "ended" },
};

export const closing = {
  packs: { "zh-CN": "所用的规则包", "zh-TW": "所用的規則包", en: "Rule packs used" },
  pack: { "zh-CN": "{title}，{id} {version}", "zh-TW": "{title}，{id} {version}", en: "{title}, {id} {version}" },
  files: { "zh-CN": "证据引用的附件", "zh-TW": "證據引用的附件", en: "Files the evidence names" },
  file: { "zh-CN": "{name}，{size}字节", "zh-TW": "{name}，{size}位元組", en: "{name}, {size} bytes" },
  fileAbsent: { "zh-CN": "{file}（{why}）", "zh-TW": "{file}（{why}）", en: "{file} ({why})" },
  witnesses: { "zh-CN": "已交营业部的日志", "zh-TW": "已交分行的日誌", en: "The log as handed to the branch" },
  witness: {
    "zh-CN": "第{seq}个同步包，{at} 导出，其时日志有{size}次保存",
    "zh-TW": "第{seq}個同步包，{at} 匯出，其時日誌有{size}次儲存",
    en: "Package {seq}, exported {at}, when the log had {size} saves",
  },
  witnessConfirmed: {
    "zh-CN": "{witness}；营业部 {at} 回执",
    "zh-TW": "{witness}；分行 {at} 回執",
    en: "{witness}; the branch’s receipt came {at}",
  },
  verify: { "zh-CN": "怎样核对", "zh-TW": "怎樣核對", en: "How to check it" },
  withSuitbook: {
    "zh-CN":
      "用 Suitbook：npm run -s suitbook -- proof verify 文件名 --signer 指纹。逐项核对签名、日志位置、附件，并按包里的规则包重新计分和判断。",
    "zh-TW":
      "用 Suitbook：npm run -s suitbook -- proof verify 檔名 --signer 指紋。逐項核對簽章、日誌位置、附件，並按包裡的規則包重新計分與判斷。",
    en: "With Suitbook: npm run -s suitbook -- proof verify FILE --signer FINGERPRINT. It checks the signature, each place in the log and each file, and scores and judges everything anew by the rule packs in the file.",
  },
  withTools: {
    "zh-CN":
      "不用 Suitbook：tar xf 解开；ssh-keygen -Y verify -n suitbook-proof 核对 proof.json 的签名；sha256sum 核对附件，文件名就是校验值。",
    "zh-TW":
      "不用 Suitbook：tar xf 解開；ssh-keygen -Y verify -n suitbook-proof 核對 proof.json 的簽章；sha256sum 核對附件，檔名就是校驗值。",
    en: "Without Suitbook: tar xf opens it; ssh-keygen -Y verify -n suitbook-proof checks the signature of proof.json; sha256sum checks the files, each named by its hash.",
  },
  signer: {
    "zh-CN": "签名人是谁，请与制作人当面或以其他可靠方式核对指纹。",
    "zh-TW": "簽署人是誰，請與製作人當面或以其他可靠方式核對指紋。",
    en: "Who signed: compare the fingerprint with the maker in person or by another way you trust.",
  },
  limits: {
    "zh-CN":
      "能证明的：内容没有改动，每条记录在日志的这个位置，结果由规则得出。不能证明的：没有别的记录，所写的事情属实；没有营业部的回执时，也不能证明是何时写下的。本PDF与 proof.json 不一致时，以 proof.json 为准。",
    "zh-TW":
      "能證明的：內容沒有改動，每筆記錄在日誌的這個位置，結果由規則得出。不能證明的：沒有別的記錄，所寫的事情屬實；沒有分行的回執時，也不能證明是何時寫下的。本PDF與 proof.json 不一致時，以 proof.json 為準。",
    en: "It proves that nothing was changed, that each record stands in the log at its place, and that the results follow from the rules. It does not prove that there are no other records, nor that what was written is true; nor, without a receipt of the branch, when it was written. Where this PDF and proof.json differ, proof.json counts.",
  },
} as const satisfies Record<string, Localized>;

export const absenceWords: Table<(typeof absences)[number]> = {
  "left-out": { "zh-CN": "没有放入", "zh-TW": "沒有放入", en: "left out" },
  "kept-elsewhere": { "zh-CN": "由他处保管", "zh-TW": "由他處保管", en: "kept elsewhere" },
  missing: { "zh-CN": "制作时已缺失", "zh-TW": "製作時已缺失", en: "was missing" },
  damaged: { "zh-CN": "制作时已损坏", "zh-TW": "製作時已損壞", en: "was damaged" },
};
