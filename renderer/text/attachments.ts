/** @file Sentences of documents, viewer and recorder. */
import type { Attachment, AttachmentType } from "../../shared/model/attachment.ts";
import type { Sentence, Texts } from "./text.ts";

export const attachmentKinds: Readonly<Record<Attachment["kind"], Sentence>> = {
  document: { "zh-CN": "文件", "zh-TW": "文件", en: "Document" },
  photo: { "zh-CN": "照片", "zh-TW": "照片", en: "Photo" },
  signature: { "zh-CN": "签名", "zh-TW": "簽名", en: "Signature" },
  recording: { "zh-CN": "录音", "zh-TW": "錄音", en: "Recording" },
  reference: { "zh-CN": "外部录音", "zh-TW": "外部錄音", en: "Held elsewhere" },
};

/** What a type is called where it matters; the same in every language. */
export const typeNames: Readonly<Record<AttachmentType, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "application/pdf": "PDF",
  "audio/webm": "WebM",
  "audio/wav": "WAV",
  "audio/mpeg": "MP3",
  "audio/mp4": "M4A",
};

export const documents = {
  table: { "zh-CN": "文件与录音", "zh-TW": "文件與錄音", en: "Documents and recordings" },
  add: { "zh-CN": "添加文件", "zh-TW": "加入文件", en: "Add files" },
  record: { "zh-CN": "录音", "zh-TW": "錄音", en: "Record" },
  reference: { "zh-CN": "登记外部录音", "zh-TW": "登記外部錄音", en: "Note a recording held elsewhere" },
  proof: { "zh-CN": "证明包", "zh-TW": "證明包", en: "Proof pack" },
  strip: {
    "zh-CN": "清除照片里的位置、时间和设备信息",
    "zh-TW": "清除照片裡的位置、時間和裝置資訊",
    en: "Take place, time and device out of photos",
  },
  dropHint: {
    "zh-CN": "也可以拖进来，或粘贴截图",
    "zh-TW": "也可以拖進來，或貼上截圖",
    en: "Or drop files here, or paste a screenshot",
  },
  dropHere: { "zh-CN": "松开即密封存入", "zh-TW": "放開即密封存入", en: "Drop to seal and file" },
  pasted: { "zh-CN": "截图 {time}", "zh-TW": "截圖 {time}", en: "Screenshot {time}" },
  sealing: { "zh-CN": "正在密封“{name}”", "zh-TW": "正在密封「{name}」", en: "Sealing “{name}”" },
  refusedList: { "zh-CN": "没有存入的文件", "zh-TW": "沒有存入的檔案", en: "Files that were not added" },
  refused: { "zh-CN": "{broke}。{next}", "zh-TW": "{broke}。{next}", en: "{broke}. {next}" },
  dismiss: { "zh-CN": "知道了：{name}", "zh-TW": "知道了：{name}", en: "Dismiss {name}" },
  empty: { "zh-CN": "还没有文件", "zh-TW": "還沒有文件", en: "No documents yet" },
  emptyWhy: {
    "zh-CN": "证件照片、签字页、录音放在这里：密封存盘，只在软件里打开。",
    "zh-TW": "證件照片、簽字頁、錄音放在這裡：密封存碟，只在軟體裡開啟。",
    en: "Photos of papers, signed pages and recordings belong here: sealed on the disk, opened only inside the app.",
  },
  name: { "zh-CN": "名称", "zh-TW": "名稱", en: "Name" },
  kind: { "zh-CN": "类别", "zh-TW": "類別", en: "Kind" },
  size: { "zh-CN": "大小", "zh-TW": "大小", en: "Size" },
  added: { "zh-CN": "存入时间", "zh-TW": "存入時間", en: "Added" },
  mark: { "zh-CN": "备注", "zh-TW": "備註", en: "Note" },
  stripped: { "zh-CN": "已清除拍摄信息", "zh-TW": "已清除拍攝資訊", en: "hidden data removed" },
  interrupted: { "zh-CN": "录音曾中断", "zh-TW": "錄音曾中斷", en: "was cut short" },
  withdrawn: { "zh-CN": "已作废", "zh-TW": "已作廢", en: "withdrawn" },
  heldBy: { "zh-CN": "由{who}保存", "zh-TW": "由{who}保存", en: "kept by {who}" },
  open: { "zh-CN": "打开", "zh-TW": "開啟", en: "open" },
  count: { "zh-CN": "共{count}份", "zh-TW": "共{count}份", en: "{count} in all" },
} as const satisfies Texts;

export const viewer = {
  missing: { "zh-CN": "找不到这份文件", "zh-TW": "找不到這份文件", en: "This document is not here" },
  opening: { "zh-CN": "正在解开密封", "zh-TW": "正在解開密封", en: "Opening" },
  addedAt: { "zh-CN": "{time} 存入", "zh-TW": "{time} 存入", en: "added {time}" },
  consentAt: { "zh-CN": "客户 {time} 同意录音", "zh-TW": "客戶 {time} 同意錄音", en: "client agreed {time}" },
  tools: { "zh-CN": "看图工具", "zh-TW": "看圖工具", en: "View" },
  fit: { "zh-CN": "适合窗口", "zh-TW": "適合視窗", en: "Fit" },
  zoomIn: { "zh-CN": "放大", "zh-TW": "放大", en: "Zoom in" },
  zoomOut: { "zh-CN": "缩小", "zh-TW": "縮小", en: "Zoom out" },
  rotate: { "zh-CN": "旋转", "zh-TW": "旋轉", en: "Turn" },
  page: { "zh-CN": "第{page}页，共{pages}页", "zh-TW": "第{page}頁，共{pages}頁", en: "Page {page} of {pages}" },
  nextPage: { "zh-CN": "下一页", "zh-TW": "下一頁", en: "Next page" },
  previousPage: { "zh-CN": "上一页", "zh-TW": "上一頁", en: "Previous page" },
  stage: { "zh-CN": "文件内容", "zh-TW": "文件內容", en: "Content" },
  play: { "zh-CN": "播放", "zh-TW": "播放", en: "Play" },
  pause: { "zh-CN": "暂停", "zh-TW": "暫停", en: "Pause" },
  position: { "zh-CN": "播放位置", "zh-TW": "播放位置", en: "Position" },
  positionOf: { "zh-CN": "{at}，共{of}", "zh-TW": "{at}，共{of}", en: "{at} of {of}" },
  export: { "zh-CN": "导出", "zh-TW": "匯出", en: "Export" },
  exportWarning: {
    "zh-CN": "导出的副本不再加密，谁拿到都能打开。这次导出会先记入登记簿，登记簿不能删改。",
    "zh-TW": "匯出的副本不再加密，誰拿到都能開啟。這次匯出會先記入登記簿，登記簿不能刪改。",
    en: "The copy will not be encrypted: anyone who gets it can open it. The export is entered in a register first, which cannot be changed.",
  },
  exportReason: { "zh-CN": "为什么导出", "zh-TW": "為什麼匯出", en: "Why it is exported" },
  exportExample: {
    "zh-CN": "例如“监管调取”“客户要求副本”",
    "zh-TW": "例如「監管調取」「客戶要求副本」",
    en: "For example “asked for by the regulator” or “the client wants a copy”",
  },
  exportNow: { "zh-CN": "登记并导出", "zh-TW": "登記並匯出", en: "Register and export" },
  exported: {
    "zh-CN": "已登记，副本已交给系统保存。",
    "zh-TW": "已登記，副本已交給系統儲存。",
    en: "Registered; the system is saving the copy.",
  },
  understood: { "zh-CN": "知道了", "zh-TW": "知道了", en: "Understood" },
  withdraw: { "zh-CN": "作废", "zh-TW": "作廢", en: "Withdraw" },
  withdrawWarning: {
    "zh-CN": "文件会标为作废，但仍可查看：已存入的凭证不会删除。",
    "zh-TW": "文件會標為作廢，但仍可查看：已存入的憑證不會刪除。",
    en: "It will be marked as withdrawn and can still be read: what was filed as evidence is never deleted.",
  },
  withdrawReason: { "zh-CN": "为什么作废", "zh-TW": "為什麼作廢", en: "Why it is withdrawn" },
  withdrawExample: {
    "zh-CN": "例如“误存到别的客户名下”",
    "zh-TW": "例如「誤存到別的客戶名下」",
    en: "For example “filed under the wrong client”",
  },
  withdrawNow: { "zh-CN": "标为作废", "zh-TW": "標為作廢", en: "Mark as withdrawn" },
  withdrawnBecause: {
    "zh-CN": "{time} 作废：{reason}",
    "zh-TW": "{time} 作廢：{reason}",
    en: "Withdrawn {time}: {reason}",
  },
  cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
  reference: { "zh-CN": "编号", "zh-TW": "編號", en: "Reference" },
  heldBy: { "zh-CN": "保存方", "zh-TW": "保存方", en: "Kept by" },
  hash: { "zh-CN": "SHA-256", "zh-TW": "SHA-256", en: "SHA-256" },
  note: { "zh-CN": "备注", "zh-TW": "備註", en: "Note" },
} as const satisfies Texts;

export const recorder = {
  title: { "zh-CN": "录音：{name}", "zh-TW": "錄音：{name}", en: "Record: {name}" },
  name: { "zh-CN": "名称", "zh-TW": "名稱", en: "Name" },
  defaultName: { "zh-CN": "录音 {day} {time}", "zh-TW": "錄音 {day} {time}", en: "Recording {day} {time}" },
  consent: {
    "zh-CN": "我已告知客户将要录音、录音的用途和保存方式，客户已同意。",
    "zh-TW": "我已告知客戶將要錄音、錄音的用途和保存方式，客戶已同意。",
    en: "I have told the client that we are recording, what for and how it is kept, and the client has agreed.",
  },
  consentTime: { "zh-CN": "同意时间 {time}", "zh-TW": "同意時間 {time}", en: "Agreed at {time}" },
  consentFirst: {
    "zh-CN": "客户同意之前不能开始；同意时间会与录音一起存档。",
    "zh-TW": "客戶同意之前不能開始；同意時間會與錄音一起存檔。",
    en: "Nothing is recorded before the client agrees; the time is kept with the recording.",
  },
  insurance: {
    "zh-CN": "保险双录由保险公司保存，请用“登记外部录音”。",
    "zh-TW": "保險雙錄由保險公司保存，請用「登記外部錄音」。",
    en: "Insurance recordings stay with the insurer: note them as held elsewhere instead.",
  },
  start: { "zh-CN": "开始录音", "zh-TW": "開始錄音", en: "Begin recording" },
  running: { "zh-CN": "正在录音：{name}", "zh-TW": "正在錄音：{name}", en: "Recording: {name}" },
  paused: { "zh-CN": "录音已暂停：{name}", "zh-TW": "錄音已暫停：{name}", en: "Recording paused: {name}" },
  ending: { "zh-CN": "正在密封录音：{name}", "zh-TW": "正在密封錄音：{name}", en: "Sealing the recording: {name}" },
  level: { "zh-CN": "音量", "zh-TW": "音量", en: "Level" },
  pause: { "zh-CN": "暂停", "zh-TW": "暫停", en: "Pause" },
  resume: { "zh-CN": "继续", "zh-TW": "繼續", en: "Continue" },
  finish: { "zh-CN": "结束并存入", "zh-TW": "結束並存入", en: "End and file" },
  failed: {
    "zh-CN": "录音停下了，停下之前的声音已经存盘。",
    "zh-TW": "錄音停下了，停下之前的聲音已經存碟。",
    en: "The recording stopped; what was heard until then is on the disk.",
  },
  understood: { "zh-CN": "知道了", "zh-TW": "知道了", en: "Understood" },
  interruptedNote: {
    "zh-CN": "有{count}段录音曾中断，要保留还是删除？",
    "zh-TW": "有{count}段錄音曾中斷，要保留還是刪除？",
    en: "{count} {count|recording was|recordings were} cut short. Keep or delete?",
  },
  decide: { "zh-CN": "查看", "zh-TW": "查看", en: "Look" },
  interruptedTitle: { "zh-CN": "中断的录音", "zh-TW": "中斷的錄音", en: "Recordings cut short" },
  interruptedWhy: {
    "zh-CN": "录音时软件被关闭、锁定或断电。中断前的声音已经存盘，保留后会归入客户的文件。",
    "zh-TW": "錄音時軟體被關閉、鎖定或斷電。中斷前的聲音已經存碟，保留後會歸入客戶的文件。",
    en: "The app was closed or locked, or the power went, while recording. What was heard until then is on the disk; keep it to file it with the client’s documents.",
  },
  interruptedFact: {
    "zh-CN": "{time} 开始，已存 {size}",
    "zh-TW": "{time} 開始，已存 {size}",
    en: "begun {time}, {size} kept",
  },
  keep: { "zh-CN": "保留", "zh-TW": "保留", en: "Keep" },
  drop: { "zh-CN": "删除", "zh-TW": "刪除", en: "Delete" },
  dropSure: { "zh-CN": "确定删除，不能找回", "zh-TW": "確定刪除，不能找回", en: "Delete for good" },
  noneLeft: { "zh-CN": "都处理好了。", "zh-TW": "都處理好了。", en: "All decided." },
} as const satisfies Texts;

export const referenceForm = {
  title: { "zh-CN": "登记外部录音：{name}", "zh-TW": "登記外部錄音：{name}", en: "Recording held elsewhere: {name}" },
  why: {
    "zh-CN": "保险双录的文件留在保险公司，这里只记编号和校验值，日后可以核对是不是同一份。",
    "zh-TW": "保險雙錄的檔案留在保險公司，這裡只記編號和校驗值，日後可以核對是不是同一份。",
    en: "The file stays with the insurer. Its number and hash are noted here, so that it can be told apart later.",
  },
  name: { "zh-CN": "名称", "zh-TW": "名稱", en: "Name" },
  reference: { "zh-CN": "编号", "zh-TW": "編號", en: "Reference" },
  heldBy: { "zh-CN": "保存方", "zh-TW": "保存方", en: "Kept by" },
  heldByHelp: { "zh-CN": "例如保险公司名称", "zh-TW": "例如保險公司名稱", en: "For example the insurer" },
  hash: { "zh-CN": "SHA-256 校验值", "zh-TW": "SHA-256 校驗值", en: "SHA-256 hash" },
  hashHelp: {
    "zh-CN": "64位十六进制，由保存方提供",
    "zh-TW": "64位十六進位，由保存方提供",
    en: "64 hexadecimal digits, from whoever keeps it",
  },
  hashShape: {
    "zh-CN": "校验值是64位数字或字母 a 到 f",
    "zh-TW": "校驗值是64位數字或字母 a 到 f",
    en: "A hash has 64 digits or letters a to f",
  },
  note: { "zh-CN": "备注", "zh-TW": "備註", en: "Note" },
  save: { "zh-CN": "登记", "zh-TW": "登記", en: "File it" },
} as const satisfies Texts;
