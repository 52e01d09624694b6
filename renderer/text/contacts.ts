/** @file Sentences of the contact log: the form that opens with L, and the list of all contacts. */
import type { Channel } from "../../shared/model/client.ts";
import type { Mood, Purpose } from "../../shared/model/contact.ts";
import type { Sentence, Texts } from "./text.ts";

export const channelNames: Readonly<Record<Channel, Sentence>> = {
  face: { "zh-CN": "面谈", "zh-TW": "面談", en: "In person" },
  phone: { "zh-CN": "电话", "zh-TW": "電話", en: "Phone" },
  email: { "zh-CN": "邮件", "zh-TW": "郵件", en: "Email" },
  sms: { "zh-CN": "短信", "zh-TW": "簡訊", en: "Text" },
  wechat: { "zh-CN": "微信", "zh-TW": "微信", en: "WeChat" },
  live: { "zh-CN": "直播", "zh-TW": "直播", en: "Live" },
  other: { "zh-CN": "其他", "zh-TW": "其他", en: "Other" },
};

export const purposeNames: Readonly<Record<Purpose, Sentence>> = {
  greeting: { "zh-CN": "问候", "zh-TW": "問候", en: "Greeting" },
  review: { "zh-CN": "定期检视", "zh-TW": "定期檢視", en: "Review" },
  market: { "zh-CN": "市场", "zh-TW": "市場", en: "Market" },
  product: { "zh-CN": "产品", "zh-TW": "產品", en: "Product" },
  purchase: { "zh-CN": "购买意向", "zh-TW": "申購意向", en: "Wish to buy" },
  redemption: { "zh-CN": "赎回意向", "zh-TW": "贖回意向", en: "Wish to redeem" },
  assessment: { "zh-CN": "测评", "zh-TW": "測評", en: "Assessment" },
  service: { "zh-CN": "服务", "zh-TW": "服務", en: "Service" },
  complaint: { "zh-CN": "投诉", "zh-TW": "投訴", en: "Complaint" },
  event: { "zh-CN": "活动", "zh-TW": "活動", en: "Event" },
  other: { "zh-CN": "其他", "zh-TW": "其他", en: "Other" },
};

export const moodNames: Readonly<Record<Mood, Sentence>> = {
  calm: { "zh-CN": "平稳", "zh-TW": "平穩", en: "Calm" },
  pleased: { "zh-CN": "满意", "zh-TW": "滿意", en: "Pleased" },
  worried: { "zh-CN": "担忧", "zh-TW": "擔憂", en: "Worried" },
  upset: { "zh-CN": "不满", "zh-TW": "不滿", en: "Upset" },
};

export const initiatorNames = {
  advisor: { "zh-CN": "我方", "zh-TW": "我方", en: "Us" },
  client: { "zh-CN": "客户", "zh-TW": "客戶", en: "Client" },
} as const satisfies Texts;

export const contacts = {
  // The form
  forWhom: { "zh-CN": "联系的是哪位客户", "zh-TW": "聯繫的是哪位客戶", en: "Which client" },
  forWhomHint: {
    "zh-CN": "姓名、拼音首字母或手机尾号",
    "zh-TW": "姓名、拼音首字母或手機尾號",
    en: "Name, pinyin initials or phone digits",
  },
  forWhomNone: {
    "zh-CN": "没有匹配“{query}”的客户",
    "zh-TW": "沒有符合「{query}」的客戶",
    en: "No client matches “{query}”",
  },
  otherClient: { "zh-CN": "换一位", "zh-TW": "換一位", en: "Someone else" },
  channel: { "zh-CN": "渠道", "zh-TW": "渠道", en: "Channel" },
  purpose: { "zh-CN": "事由", "zh-TW": "事由", en: "Purpose" },
  summary: { "zh-CN": "摘要", "zh-TW": "摘要", en: "Summary" },
  summaryHelp: {
    "zh-CN": "说了什么，客户怎么想，答应了什么",
    "zh-TW": "說了什麼，客戶怎麼想，答應了什麼",
    en: "What was said, what the client thinks, what was promised",
  },
  mood: { "zh-CN": "客户情绪", "zh-TW": "客戶情緒", en: "Mood" },
  moodShort: { "zh-CN": "情绪", "zh-TW": "情緒", en: "Mood" },
  initiator: { "zh-CN": "谁发起", "zh-TW": "誰發起", en: "Initiated by" },
  duration: { "zh-CN": "时长", "zh-TW": "時長", en: "Duration" },
  minutes: { "zh-CN": "分钟", "zh-TW": "分鐘", en: "min" },
  outcome: { "zh-CN": "结果", "zh-TW": "結果", en: "Outcome" },
  nextStep: { "zh-CN": "下一步", "zh-TW": "下一步", en: "Next step" },
  nextStepHelp: { "zh-CN": "例如发费用对比", "zh-TW": "例如寄費用對比", en: "For example send the fee comparison" },
  nextOn: { "zh-CN": "哪天之前", "zh-TW": "哪天之前", en: "By" },
  tomorrow: { "zh-CN": "明天", "zh-TW": "明天", en: "Tomorrow" },
  inAWeek: { "zh-CN": "一周后", "zh-TW": "一週後", en: "In a week" },
  inAMonth: { "zh-CN": "一个月后", "zh-TW": "一個月後", en: "In a month" },
  recent: { "zh-CN": "最近联系过", "zh-TW": "最近聯繫過", en: "Contacted lately" },
  when: { "zh-CN": "时间", "zh-TW": "時間", en: "When" },
  now: { "zh-CN": "现在 {time}", "zh-TW": "現在 {time}", en: "now, {time}" },
  more: { "zh-CN": "改时间，记时长和结果", "zh-TW": "改時間，記時長和結果", en: "Time, duration, outcome" },
  timeShape: { "zh-CN": "时间写成 14:30", "zh-TW": "時間寫成 14:30", en: "Write the time as 14:30" },
  day: { "zh-CN": "日期", "zh-TW": "日期", en: "Date" },
  time: { "zh-CN": "时间", "zh-TW": "時間", en: "Time" },
  draftTaken: {
    "zh-CN": "接着 {time} 的草稿",
    "zh-TW": "接續 {time} 的草稿",
    en: "Continuing the draft from {time}",
  },
  startOver: { "zh-CN": "重新写", "zh-TW": "重新寫", en: "Start over" },
  notFound: { "zh-CN": "这条记录不在这里了", "zh-TW": "這條記錄不在這裡了", en: "This entry is no longer here" },

  // The list
  factDue: { "zh-CN": "{due}项到期待跟进", "zh-TW": "{due}項到期待跟進", en: "{due} due to follow up" },
  factNone: { "zh-CN": "没有到期的跟进", "zh-TW": "沒有到期的跟進", en: "Nothing is due" },
  title: { "zh-CN": "联系", "zh-TW": "聯繫", en: "Contacts" },
  log: { "zh-CN": "记联系", "zh-TW": "記聯繫", en: "Log contact" },
  rail: { "zh-CN": "按渠道和事由", "zh-TW": "按渠道和事由", en: "By channel and purpose" },
  due: { "zh-CN": "待跟进", "zh-TW": "待跟進", en: "To follow up" },
  duePast: { "zh-CN": "超{days}天", "zh-TW": "逾{days}天", en: "{days} {days|day|days} late" },
  dueNothingNamed: { "zh-CN": "跟进", "zh-TW": "跟進", en: "Follow up" },
  dueMore: { "zh-CN": "还有{count}项", "zh-TW": "還有{count}項", en: "{count} more" },
  dueFewer: { "zh-CN": "收起", "zh-TW": "收起", en: "Show fewer" },
  all: { "zh-CN": "全部", "zh-TW": "全部", en: "All" },
  filter: { "zh-CN": "筛选联系记录", "zh-TW": "篩選聯繫記錄", en: "Filter contacts" },
  filterHint: { "zh-CN": "客户、摘要、下一步", "zh-TW": "客戶、摘要、下一步", en: "Client, summary, next step" },
  clearFilter: { "zh-CN": "清除筛选", "zh-TW": "清除篩選", en: "Clear the filter" },
  table: { "zh-CN": "联系记录", "zh-TW": "聯繫記錄", en: "Contact log" },
  client: { "zh-CN": "客户", "zh-TW": "客戶", en: "Client" },
  range: {
    "zh-CN": "第{from}–{to}条，共{total}条",
    "zh-TW": "第{from}–{to}條，共{total}條",
    en: "{from}–{to} of {total}",
  },
  keyMove: { "zh-CN": "移动", "zh-TW": "移動", en: "move" },
  keyOpen: { "zh-CN": "打开客户", "zh-TW": "開啟客戶", en: "open client" },
  keyLog: { "zh-CN": "记联系", "zh-TW": "記聯繫", en: "log contact" },
  keyEdit: { "zh-CN": "编辑", "zh-TW": "編輯", en: "edit" },
  earlier: { "zh-CN": "再往前找", "zh-TW": "再往前找", en: "Look further back" },
  emptyTitle: { "zh-CN": "还没有联系记录", "zh-TW": "還沒有聯繫記錄", en: "No contacts yet" },
  emptyWhy: {
    "zh-CN": "记下第一次联系，频次和下一步会从这里开始算。",
    "zh-TW": "記下第一次聯繫，頻次和下一步會從這裡開始算。",
    en: "Log the first contact: cadence and next steps are counted from here.",
  },
  noMatch: {
    "zh-CN": "没有符合条件的联系记录",
    "zh-TW": "沒有符合條件的聯繫記錄",
    en: "No contact fits these filters",
  },
  noMatchWhy: {
    "zh-CN": "换一个渠道或事由，或者少写几个字。",
    "zh-TW": "換一個渠道或事由，或者少寫幾個字。",
    en: "Try another channel or purpose, or fewer words.",
  },
} as const satisfies Texts;
