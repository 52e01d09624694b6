/** @file Sentences of the dialog that makes a proof pack. */
import type { Texts } from "./text.ts";

export const proof = {
  titleClient: { "zh-CN": "证明包：{name}", "zh-TW": "證明包：{name}", en: "Proof pack: {name}" },
  titleSale: {
    "zh-CN": "这笔销售的证明包：{name}",
    "zh-TW": "這筆銷售的證明包：{name}",
    en: "Proof pack of this sale: {name}",
  },
  whatClient: {
    "zh-CN":
      "这位客户的测评、声明、投资者类别和适当性决定，连同所用的规则包，签名后写成一个文件。对方不用本软件的数据，也能逐条核对。",
    "zh-TW":
      "這位客戶的測評、聲明、投資者類別和適當性決定，連同所用的規則包，簽署後寫成一個檔案。對方不用本軟體的資料，也能逐條核對。",
    en: "This client’s assessments, statements, investor classes and decisions, with the rule packs they were made by, signed and in one file. Whoever gets it can check every line without this book.",
  },
  whatSale: {
    "zh-CN":
      "这笔销售的决定和它依据的测评、声明、产品资料，连同所用的规则包，签名后写成一个文件。对方不用本软件的数据，也能逐条核对。",
    "zh-TW":
      "這筆銷售的決定和它依據的測評、聲明、產品資料，連同所用的規則包，簽署後寫成一個檔案。對方不用本軟體的資料，也能逐條核對。",
    en: "The decision and the assessment, statements and product sheet it rests on, with the rule packs it was made by, signed and in one file. Whoever gets it can check every line without this book.",
  },
  warning: {
    "zh-CN": "证明包不加密，谁拿到都能读。制作之前会先记入登记簿，登记簿不能删改。",
    "zh-TW": "證明包不加密，誰拿到都能讀。製作之前會先記入登記簿，登記簿不能刪改。",
    en: "The pack is not encrypted: anyone who gets it can read it. It is entered in a register first, which cannot be changed.",
  },
  contents: { "zh-CN": "一并放入", "zh-TW": "一併放入", en: "Put in as well" },
  files: { "zh-CN": "附件", "zh-TW": "附件", en: "Files" },
  filesHelp: {
    "zh-CN": "证据引用的签名和文件；不放入时只列校验值",
    "zh-TW": "證據引用的簽名和文件；不放入時只列校驗值",
    en: "Signatures and documents the evidence names; without them, only their hashes",
  },
  profile: { "zh-CN": "客户资料", "zh-TW": "客戶資料", en: "Profile" },
  profileHelp: {
    "zh-CN": "姓名、证件和其他资料，以及每次修改；不放入时，客户是谁只有您的说明",
    "zh-TW": "姓名、證件和其他資料，以及每次修改；不放入時，客戶是誰只有您的說明",
    en: "Name, papers and all else, with every change; without it, who the client is rests on your word",
  },
  contacts: { "zh-CN": "联系记录", "zh-TW": "聯繫記錄", en: "Contact log" },
  contactsHelp: {
    "zh-CN": "与这位客户的全部联系记录",
    "zh-TW": "與這位客戶的全部聯繫記錄",
    en: "Every contact with this client",
  },
  reason: { "zh-CN": "为什么制作", "zh-TW": "為什麼製作", en: "Why it is made" },
  reasonHelp: {
    "zh-CN": "例如“监管检查”“客户投诉举证”",
    "zh-TW": "例如「監管檢查」「客戶投訴舉證」",
    en: "For example “inspection by the regulator” or “answer to a complaint”",
  },
  make: { "zh-CN": "登记并制作", "zh-TW": "登記並製作", en: "Register and make" },
  making: { "zh-CN": "正在收集证据、签名", "zh-TW": "正在收集證據、簽署", en: "Gathering the evidence and signing it" },
  cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
  made: {
    "zh-CN": "已登记，证明包已交给系统保存。",
    "zh-TW": "已登記，證明包已交給系統儲存。",
    en: "Registered; the system is saving the pack.",
  },
  fileName: { "zh-CN": "文件", "zh-TW": "檔案", en: "File" },
  inside: { "zh-CN": "内容", "zh-TW": "內容", en: "In it" },
  records: { "zh-CN": "{count}条记录", "zh-TW": "{count}筆記錄", en: "{count} {count|record|records}" },
  filesIn: { "zh-CN": "{count}份附件", "zh-TW": "{count}份附件", en: "{count} {count|file|files}" },
  filesOut: { "zh-CN": "另有{count}份只列校验值", "zh-TW": "另有{count}份只列校驗值", en: "{count} more by hash only" },
  withPdf: { "zh-CN": "PDF", "zh-TW": "PDF", en: "a PDF" },
  withoutPdf: {
    "zh-CN": "没有PDF：这台电脑上没有可用的浏览器",
    "zh-TW": "沒有PDF：這台電腦上沒有可用的瀏覽器",
    en: "no PDF: there is no browser on this machine to make one",
  },
  fingerprint: { "zh-CN": "签名指纹", "zh-TW": "簽署指紋", en: "Fingerprint" },
  fingerprintWhy: {
    "zh-CN": "请另行告诉对方，核对签名人时要用",
    "zh-TW": "請另行告訴對方，核對簽署人時要用",
    en: "tell it to the receiver by another way: it shows who signed",
  },
  check: { "zh-CN": "核对方法", "zh-TW": "核對方法", en: "To check it" },
  close: { "zh-CN": "知道了", "zh-TW": "知道了", en: "Understood" },
} as const satisfies Texts;
