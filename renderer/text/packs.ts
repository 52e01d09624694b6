/** @file What the rule packs' pane says. */
import type { Texts } from "./text.ts";

export const packs = {
  title: { "zh-CN": "规则包", "zh-TW": "規則包", en: "Rule packs" },
  help: {
    "zh-CN": "测评、匹配和销售检查都按规则包办理。每个决定都记下所用的版本，日后可以照原样重算，所以旧版本一直保留。",
    "zh-TW": "測評、匹配與銷售檢查都依規則包辦理。每個決定都記下所用的版本，日後可以照原樣重算，所以舊版本一直保留。",
    en: "Assessments, matching and the sale gate follow rule packs. Every decision notes the version it used and can be worked out again from it, so older versions stay.",
  },
  take: { "zh-CN": "收下规则包…", "zh-TW": "收下規則包…", en: "Take in a pack…" },
  reading: { "zh-CN": "正在核对规则包", "zh-TW": "正在核對規則包", en: "Checking the rule pack" },
  done: {
    "zh-CN": "已收下 {title} {version}，{from} 起生效",
    "zh-TW": "已收下 {title} {version}，{from} 起生效",
    en: "{title} {version} taken in; in force from {from}",
  },
  columns: {
    pack: { "zh-CN": "规则包", "zh-TW": "規則包", en: "Pack" },
    version: { "zh-CN": "版本", "zh-TW": "版本", en: "Version" },
    force: { "zh-CN": "生效", "zh-TW": "生效", en: "In force" },
    standing: { "zh-CN": "状态", "zh-TW": "狀態", en: "State" },
    origin: { "zh-CN": "来源", "zh-TW": "來源", en: "Origin" },
  },
  from: { "zh-CN": "{from} 起", "zh-TW": "{from} 起", en: "from {from}" },
  fromUntil: { "zh-CN": "{from} 至 {until}", "zh-TW": "{from} 至 {until}", en: "{from} to {until}" },
  standing: {
    "in-force": { "zh-CN": "生效中", "zh-TW": "生效中", en: "In force" },
    coming: { "zh-CN": "尚未生效", "zh-TW": "尚未生效", en: "Not yet in force" },
    superseded: { "zh-CN": "已被新版取代", "zh-TW": "已被新版取代", en: "Superseded" },
    ended: { "zh-CN": "已失效", "zh-TW": "已失效", en: "Ended" },
  },
  shipped: { "zh-CN": "随软件提供", "zh-TW": "隨軟體提供", en: "Came with Suitbook" },
  signedBy: {
    "zh-CN": "{name}签发，{at} 收下",
    "zh-TW": "{name}簽發，{at} 收下",
    en: "Signed by {name}, taken in {at}",
  },
  sources: { "zh-CN": "依据", "zh-TW": "依據", en: "Sources" },
  numbers: { "zh-CN": "数值", "zh-TW": "數值", en: "Numbers" },
  number: {
    highRisk: { "zh-CN": "高风险等级", "zh-TW": "高風險等級", en: "High-risk grades" },
    elderAge: { "zh-CN": "特别关照的年龄，含", "zh-TW": "特別關照的年齡，含", en: "Age of extra care, inclusive" },
    recordingAge: {
      "zh-CN": "保险双录的年龄，含",
      "zh-TW": "保險雙錄的年齡，含",
      en: "Age of insurance recording, inclusive",
    },
    validMonths: { "zh-CN": "测评有效月数", "zh-TW": "測評有效月數", en: "Months an assessment is valid" },
    maxPerDay: { "zh-CN": "每日测评次数上限", "zh-TW": "每日測評次數上限", en: "Assessments a day, at most" },
    maxPer12Months: {
      "zh-CN": "12个月测评次数上限",
      "zh-TW": "12個月測評次數上限",
      en: "Assessments in 12 months, at most",
    },
    singlePremiumIncomes: {
      "zh-CN": "趸交保费超过家庭年收入的倍数",
      "zh-TW": "躉繳保費超過家庭年收入的倍數",
      en: "Single premium above so many family annual incomes",
    },
    annualPremiumPercent: {
      "zh-CN": "年交保费超过家庭年收入的比例（%）",
      "zh-TW": "年繳保費超過家庭年收入的比例（%）",
      en: "Annual premium above this share of family income (%)",
    },
    paymentAge: {
      "zh-CN": "交费年数与年龄之和，达到",
      "zh-TW": "繳費年數與年齡之和，達到",
      en: "Payment years and age together, at least",
    },
    budgetPercent: {
      "zh-CN": "保费与预算之比达到（%）",
      "zh-TW": "保費與預算之比達到（%）",
      en: "Premium over budget, at least (%)",
    },
    moneyAssetsPercent: {
      "zh-CN": "所需资金超过可投资资产的比例（%），视为明显不符",
      "zh-TW": "所需資金超過可投資資產的比例（%），視為明顯不符",
      en: "Money above this share of investable assets is out of line (%)",
    },
    moneyIncomePercent: {
      "zh-CN": "年交款项超过年收入的比例（%），视为明显不符",
      "zh-TW": "年繳款項超過年收入的比例（%），視為明顯不符",
      en: "Yearly payment above this share of income is out of line (%)",
    },
    considerHours: {
      "zh-CN": "特别程序的考虑时间（小时）",
      "zh-TW": "特別程序的考慮時間（小時）",
      en: "Hours to think in special procedures",
    },
    followUpDays: {
      "zh-CN": "特别程序后回访的天数以内",
      "zh-TW": "特別程序後回訪的天數以內",
      en: "Days to the follow-up after them, at most",
    },
  },
  readings: { "zh-CN": "法律未定之处的取舍", "zh-TW": "法律未定之處的取捨", en: "Where the law leaves a choice" },
  readingsWhy: {
    "zh-CN": "共{count}项。可以取更严的；取更宽的须由合规人员决定，并在比较中标明。",
    "zh-TW": "共{count}項。可以取更嚴的；取更寬的須由合規人員決定，並在比較中標明。",
    en: "{count} in all. A stricter choice is free; a more lenient one is for the compliance officer, and comparisons mark it.",
  },
  differences: {
    title: { "zh-CN": "与 {version} 的区别", "zh-TW": "與 {version} 的差異", en: "Differences from {version}" },
    none: { "zh-CN": "内容没有区别", "zh-TW": "內容沒有差異", en: "No difference in content" },
    first: {
      "zh-CN": "同类规则包里这是第一份，没有可比较的版本。",
      "zh-TW": "同類規則包裡這是第一份，沒有可比較的版本。",
      en: "The first of its kind here; there is no version to compare it with.",
    },
    place: { "zh-CN": "位置", "zh-TW": "位置", en: "Place" },
    before: { "zh-CN": "原来", "zh-TW": "原來", en: "Before" },
    after: { "zh-CN": "现在", "zh-TW": "現在", en: "Now" },
    bearing: { "zh-CN": "宽严", "zh-TW": "寬嚴", en: "Bearing" },
    absent: { "zh-CN": "没有", "zh-TW": "沒有", en: "absent" },
    stricter: { "zh-CN": "变严", "zh-TW": "變嚴", en: "Stricter" },
    lenient: { "zh-CN": "变宽", "zh-TW": "變寬", en: "More lenient" },
    more: {
      "zh-CN": "还有{count}处区别",
      "zh-TW": "還有{count}處差異",
      en: "{count} more {count|difference|differences}",
    },
    lenientNote: {
      "zh-CN": "有{count}处变宽。收下之前请合规人员确认。",
      "zh-TW": "有{count}處變寬。收下之前請合規人員確認。",
      en: "{count} {count|choice is|choices are} more lenient. Have the compliance officer confirm before taking it in.",
    },
  },
  preview: {
    title: { "zh-CN": "收下规则包", "zh-TW": "收下規則包", en: "Take in a rule pack" },
    signed: {
      "zh-CN": "签名有效，签发人 {name}（{fingerprint}）",
      "zh-TW": "簽章有效，簽發人 {name}（{fingerprint}）",
      en: "Signature valid, signed by {name} ({fingerprint})",
    },
    pack: { "zh-CN": "规则包", "zh-TW": "規則包", en: "Pack" },
    force: { "zh-CN": "生效日期", "zh-TW": "生效日期", en: "In force" },
    known: {
      "zh-CN": "这份规则包已经收下，不用再收。",
      "zh-TW": "這份規則包已經收下，不用再收。",
      en: "This rule pack is here already; there is nothing to do.",
    },
    taken: {
      "zh-CN": "已有编号和版本相同、内容不同的规则包。改过的规则要用新的版本号，请向发包的人要新版本。",
      "zh-TW": "已有編號和版本相同、內容不同的規則包。改過的規則要用新的版本號，請向發包的人要新版本。",
      en: "A different pack with this id and version is here. Changed rules need a new version: ask the sender for one.",
    },
    faults: {
      "zh-CN": "有{count}处错误，不能收下。原来的规则包继续有效。",
      "zh-TW": "有{count}處錯誤，不能收下。原來的規則包繼續有效。",
      en: "{count} {count|fault|faults}: it cannot be taken in. The present rule packs stay in force.",
    },
    nothingYet: {
      "zh-CN": "现在还没有写入任何内容",
      "zh-TW": "現在還沒有寫入任何內容",
      en: "Nothing has been written yet",
    },
    commit: { "zh-CN": "收下，{from} 起生效", "zh-TW": "收下，{from} 起生效", en: "Take it in, in force from {from}" },
    cancel: { "zh-CN": "不收", "zh-TW": "不收", en: "Leave it" },
    close: { "zh-CN": "关闭", "zh-TW": "關閉", en: "Close" },
  },
} as const satisfies Texts;
