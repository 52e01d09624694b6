/** @file Sentences of an assessment's result: the level, why, what changed, how it was answered. */
import type { Texts } from "./text.ts";

export const result = {
  title: { "zh-CN": "{name}的测评结果", "zh-TW": "{name}的測評結果", en: "Result for {name}" },
  fact: { "zh-CN": "{at}，{who}", "zh-TW": "{at}，{who}", en: "{at}, {who}" },
  back: { "zh-CN": "返回", "zh-TW": "返回", en: "Back" },
  again: { "zh-CN": "重新测评", "zh-TW": "重新測評", en: "Assess again" },
  sheet: { "zh-CN": "答卷与用时", "zh-TW": "答卷與用時", en: "Answers and times" },
  gone: { "zh-CN": "没有这份测评", "zh-TW": "沒有這份測評", en: "No such assessment" },
  goneWhy: {
    "zh-CN": "它可能还没有从同步包导入。",
    "zh-TW": "它可能還沒有從同步包匯入。",
    en: "It may not have been imported from a package yet.",
  },
  noPack: {
    "zh-CN": "做这份测评的问卷 {id} {version}版不在这里，题目和规则的文字无法显示。等级、分数和作答仍是当时的原样。",
    "zh-TW": "做這份測評的問卷 {id} {version}版不在這裡，題目和規則的文字無法顯示。等級、分數和作答仍是當時的原樣。",
    en: "Questionnaire {id} {version}, which made this record, is not here, so its wording cannot be shown. Level, points and answers are as recorded.",
  },
  points: { "zh-CN": "{n}分", "zh-TW": "{n}分", en: "{n} {n|point|points}" },
  ofMax: { "zh-CN": "{n} / {max}", "zh-TW": "{n} / {max}", en: "{n} / {max}" },
  who: {
    client: { "zh-CN": "本人在本机作答", "zh-TW": "本人在本機作答", en: "answered by the client on this screen" },
    guardian: {
      "zh-CN": "监护人在本机作答",
      "zh-TW": "監護人在本機作答",
      en: "answered by the guardian on this screen",
    },
    "advisor-from-paper": { "zh-CN": "由纸质问卷录入", "zh-TW": "由紙本問卷輸入", en: "entered from paper" },
  },
  why: {
    band: {
      "zh-CN": "合计{total}分，在 {level} 区间（{from}–{to}）",
      "zh-TW": "合計{total}分，在 {level} 區間（{from}–{to}）",
      en: "{total} points, within {level} ({from}–{to})",
    },
    capped: {
      "zh-CN": "按分数应为 {level}；{reason}",
      "zh-TW": "按分數應為 {level}；{reason}",
      en: "{level} by points. {reason}",
    },
    more: { "zh-CN": "，另有{n}条上限", "zh-TW": "，另有{n}條上限", en: ", and {n} more {n|cap|caps}" },
  },
  scale: {
    label: {
      "zh-CN": "{total}分在 {band} 区间，等级 {level}",
      "zh-TW": "{total}分在 {band} 區間，等級 {level}",
      en: "{total} points lie in {band}; the level is {level}",
    },
    last: { "zh-CN": "上次 {n}", "zh-TW": "上次 {n}", en: "last time {n}" },
  },
  blocks: {
    title: { "zh-CN": "六个方面", "zh-TW": "六個面向", en: "By block" },
    last: { "zh-CN": "上次", "zh-TW": "上次", en: "last time" },
    total: { "zh-CN": "合计", "zh-TW": "合計", en: "Total" },
    noLast: { "zh-CN": "第一次测评", "zh-TW": "第一次測評", en: "First assessment" },
  },
  effects: {
    title: { "zh-CN": "对等级影响最大的回答", "zh-TW": "對等級影響最大的回答", en: "Answers that moved it most" },
    raised: { "zh-CN": "抬高", "zh-TW": "抬高", en: "Raised" },
    lowered: { "zh-CN": "压低", "zh-TW": "壓低", en: "Lowered" },
    none: { "zh-CN": "没有", "zh-TW": "沒有", en: "None" },
    answer: { "zh-CN": "{title}：{answer}", "zh-TW": "{title}：{answer}", en: "{title}: {answer}" },
  },
  nearest: {
    title: {
      "zh-CN": "只改一处回答，等级会怎样",
      "zh-TW": "只改一處回答，等級會怎樣",
      en: "One answer that would change it",
    },
    why: {
      "zh-CN": "用来说明结果，不能用来引导客户改答。",
      "zh-TW": "用來說明結果，不能用來引導客戶改答。",
      en: "For explaining the result, never for steering an answer.",
    },
    none: {
      "zh-CN": "改任何一处回答，等级都不变。",
      "zh-TW": "改任何一處回答，等級都不變。",
      en: "No single answer would change the level.",
    },
    question: { "zh-CN": "题目", "zh-TW": "題目", en: "Question" },
    from: { "zh-CN": "这次", "zh-TW": "這次", en: "Now" },
    to: { "zh-CN": "若改为", "zh-TW": "若改為", en: "If instead" },
    level: { "zh-CN": "等级", "zh-TW": "等級", en: "Level" },
  },
  changed: {
    title: { "zh-CN": "与上次不同的回答", "zh-TW": "與上次不同的回答", en: "Answers that differ from last time" },
    right: {
      "zh-CN": "上次 {day}，{total}分，{level}",
      "zh-TW": "上次 {day}，{total}分，{level}",
      en: "last time {day}, {total} points, {level}",
    },
    question: { "zh-CN": "题目", "zh-TW": "題目", en: "Question" },
    from: { "zh-CN": "上次", "zh-TW": "上次", en: "Last time" },
    to: { "zh-CN": "这次", "zh-TW": "這次", en: "Now" },
    points: { "zh-CN": "分数", "zh-TW": "分數", en: "Points" },
    withPoints: { "zh-CN": "{answer}，{n}分", "zh-TW": "{answer}，{n}分", en: "{answer}, {n}" },
    same: {
      "zh-CN": "每一题都与上次相同。",
      "zh-TW": "每一題都與上次相同。",
      en: "Every answer is the same as last time.",
    },
    first: {
      "zh-CN": "这是第一次测评，没有可比的上次。",
      "zh-TW": "這是第一次測評，沒有可比的上次。",
      en: "This is the first assessment; there is nothing to compare with.",
    },
    otherPack: {
      "zh-CN": "上次用的是 {id} {version}版，题目不同，不逐题比较。",
      "zh-TW": "上次用的是 {id} {version}版，題目不同，不逐題比較。",
      en: "Last time it was {id} {version}: other questions, so answers are not set side by side.",
    },
    notHere: {
      "zh-CN": "上次的测评（{total}分，{level}）不在这个客户簿里，无法逐题比较。",
      "zh-TW": "上次的測評（{total}分，{level}）不在這個客戶簿裡，無法逐題比較。",
      en: "The last one ({total} points, {level}) is not in this book, so answers cannot be set side by side.",
    },
  },
  change: {
    title: {
      "zh-CN": "等级由 {from} 变为 {to}",
      "zh-TW": "等級由 {from} 變為 {to}",
      en: "Level changed from {from} to {to}",
    },
    confirmed: {
      "zh-CN": "客户已于 {at} 在屏幕上确认（2025年第7号令 第29条）。",
      "zh-TW": "客戶已於 {at} 在螢幕上確認（2025年第7號令 第29條）。",
      en: "Confirmed by the client on screen at {at} (Order 7 of 2025, Art. 29).",
    },
    unconfirmed: {
      "zh-CN": "没有客户的确认记录，须补做（2025年第7号令 第29条）。",
      "zh-TW": "沒有客戶的確認紀錄，須補做（2025年第7號令 第29條）。",
      en: "No confirmation on record; it has to be made good (Order 7 of 2025, Art. 29).",
    },
  },
  rules: {
    title: { "zh-CN": "规则怎么走的", "zh-TW": "規則怎麼走的", en: "How the rules ran" },
    pack: { "zh-CN": "规则包 {version}", "zh-TW": "規則包 {version}", en: "Pack {version}" },
    passed: { "zh-CN": "通过", "zh-TW": "通過", en: "passed" },
    spoke: { "zh-CN": "有提示", "zh-TW": "有提示", en: "noted" },
    gates: { "zh-CN": "资格{n}项", "zh-TW": "資格{n}項", en: "{n} eligibility" },
    score: { "zh-CN": "计分{n}题", "zh-TW": "計分{n}題", en: "{n} scored" },
    scored: {
      "zh-CN": "合计 {total}，区间 {band}（{from}–{to}）",
      "zh-TW": "合計 {total}，區間 {band}（{from}–{to}）",
      en: "{total} in total, {band} ({from}–{to})",
    },
    caps: { "zh-CN": "上限{n}条", "zh-TW": "上限{n}條", en: "{n} caps" },
    capsHit: { "zh-CN": "上限{n}条触发", "zh-TW": "上限{n}條觸發", en: "{n} {n|cap|caps} applied" },
    capsRest: { "zh-CN": "其余{n}条未触发", "zh-TW": "其餘{n}條未觸發", en: "the other {n} did not apply" },
    capsNone: { "zh-CN": "都未触发", "zh-TW": "都未觸發", en: "none applied" },
    checks: { "zh-CN": "矛盾{n}条", "zh-TW": "矛盾{n}條", en: "{n} checks" },
    checksNone: { "zh-CN": "0条触发", "zh-TW": "0條觸發", en: "none found" },
    kept: {
      "zh-CN": "{reason}：客户核对后保持不变",
      "zh-TW": "{reason}：客戶核對後保持不變",
      en: "{reason}: kept by the client",
    },
    undecided: {
      "zh-CN": "{reason}：没有核对记录",
      "zh-TW": "{reason}：沒有核對紀錄",
      en: "{reason}: no decision on record",
    },
    resolved: {
      "zh-CN": "另有{n}处经客户改答后消除",
      "zh-TW": "另有{n}處經客戶改答後消除",
      en: "{n} more resolved by changing an answer",
    },
    counts: { "zh-CN": "次数", "zh-TW": "次數", en: "How often" },
    countsValue: {
      "zh-CN": "当天 {today} / {maxToday}，近12个月 {year} / {maxYear}",
      "zh-TW": "當天 {today} / {maxToday}，近12個月 {year} / {maxYear}",
      en: "{today} / {maxToday} that day, {year} / {maxYear} in 12 months",
    },
    age: { "zh-CN": "年龄", "zh-TW": "年齡", en: "Age" },
    ageSame: {
      "zh-CN": "档案{age}岁，与作答相符",
      "zh-TW": "檔案{age}歲，與作答相符",
      en: "{age} on file, as answered",
    },
    ageDiffers: {
      "zh-CN": "档案{age}岁，作答为“{answer}”，请核对证件",
      "zh-TW": "檔案{age}歲，作答為「{answer}」，請核對證件",
      en: "{age} on file, answered “{answer}”: check the ID",
    },
    ageUnknown: {
      "zh-CN": "档案没有出生日期，按作答判断",
      "zh-TW": "檔案沒有出生日期，按作答判斷",
      en: "No date of birth on file; the answer counts",
    },
  },
  process: {
    title: { "zh-CN": "作答过程", "zh-TW": "作答過程", en: "How it was answered" },
    by: { "zh-CN": "作答人", "zh-TW": "作答人", en: "By" },
    byValue: {
      client: { "zh-CN": "客户本人", "zh-TW": "客戶本人", en: "The client" },
      guardian: { "zh-CN": "监护人", "zh-TW": "監護人", en: "The guardian" },
      "advisor-from-paper": {
        "zh-CN": "纸质问卷，理财师录入",
        "zh-TW": "紙本問卷，理財師輸入",
        en: "Paper, entered by the advisor",
      },
    },
    time: { "zh-CN": "用时", "zh-TW": "用時", en: "Time" },
    timeValue: {
      "zh-CN": "{total}，最长“{title}”{longest}",
      "zh-TW": "{total}，最長「{title}」{longest}",
      en: "{total}, longest “{title}” {longest}",
    },
    timePaper: { "zh-CN": "纸质作答，不计时", "zh-TW": "紙本作答，不計時", en: "On paper, not timed" },
    signature: { "zh-CN": "签名", "zh-TW": "簽名", en: "Signature" },
    signedValue: {
      drawn: { "zh-CN": "{at} 屏幕手写", "zh-TW": "{at} 螢幕手寫", en: "by hand on screen, {at}" },
      typed: { "zh-CN": "{at} 键入姓名", "zh-TW": "{at} 鍵入姓名", en: "full name typed, {at}" },
    },
    signaturePaper: { "zh-CN": "见纸质原件", "zh-TW": "見紙本原件", en: "On the paper" },
    signatureNone: { "zh-CN": "没有签名记录", "zh-TW": "沒有簽名紀錄", en: "None on record" },
    changes: { "zh-CN": "改答", "zh-TW": "改答", en: "Changed" },
    changesNone: { "zh-CN": "没有改答", "zh-TW": "沒有改答", en: "Nothing changed" },
    changesPaper: { "zh-CN": "见纸质原件", "zh-TW": "見紙本原件", en: "See the paper" },
    changesValue: { "zh-CN": "{n}次：{titles}", "zh-TW": "{n}次：{titles}", en: "{n} {n|time|times}: {titles}" },
    between: { "zh-CN": "、", "zh-TW": "、", en: ", " },
    questionnaire: { "zh-CN": "问卷", "zh-TW": "問卷", en: "Questionnaire" },
    questionnaireValue: {
      "zh-CN": "{id}，{version}版",
      "zh-TW": "{id}，{version}版",
      en: "{id}, version {version}",
    },
  },
  effect: {
    title: { "zh-CN": "生效后", "zh-TW": "生效後", en: "What it means" },
    matches: { "zh-CN": "可匹配", "zh-TW": "可匹配", en: "Matches" },
    matchesWhy: {
      "zh-CN": "期限和品种也须相符",
      "zh-TW": "期限和品種也須相符",
      en: "term and type must match too",
    },
    never: {
      "zh-CN": "其他等级无论如何签署都不得购买",
      "zh-TW": "其他等級無論如何簽署都不得購買",
      en: "no other grade may be sold, whatever is signed",
    },
    care: { "zh-CN": "特别关照", "zh-TW": "特別關照", en: "Special care" },
    careNone: { "zh-CN": "不需要", "zh-TW": "不需要", en: "Not needed" },
    matrix: { "zh-CN": "匹配表 {id} {version}", "zh-TW": "匹配表 {id} {version}", en: "Matrix {id} {version}" },
  },
  history: {
    title: { "zh-CN": "历次测评", "zh-TW": "歷次測評", en: "All assessments" },
    count: { "zh-CN": "{n}次", "zh-TW": "{n}次", en: "{n}" },
  },
  dialog: {
    title: { "zh-CN": "答卷与用时", "zh-TW": "答卷與用時", en: "Answers and times" },
    question: { "zh-CN": "题目", "zh-TW": "題目", en: "Question" },
    answer: { "zh-CN": "回答", "zh-TW": "回答", en: "Answer" },
    points: { "zh-CN": "分数", "zh-TW": "分數", en: "Points" },
    time: { "zh-CN": "用时", "zh-TW": "用時", en: "Time" },
    was: { "zh-CN": "先答：{answer}", "zh-TW": "先答：{answer}", en: "First: {answer}" },
  },
} satisfies Texts;

export const notice = {
  button: { "zh-CN": "告知函", "zh-TW": "告知函", en: "Notice" },
  title: { "zh-CN": "评估结果告知函", "zh-TW": "評估結果告知函", en: "Notice of the result" },
  language: { "zh-CN": "给客户的语言", "zh-TW": "給客戶的語言", en: "Language for the client" },
  make: { "zh-CN": "生成 PDF 并存入", "zh-TW": "產生 PDF 並存入", en: "Make PDF and file it" },
  open: { "zh-CN": "打开", "zh-TW": "開啟", en: "Open" },
  print: { "zh-CN": "打印", "zh-TW": "列印", en: "Print" },
  notFiled: {
    "zh-CN": "这种语言的还没有生成。生成后加密存入客户的文件，不能改动。",
    "zh-TW": "這種語言的還沒有產生。產生後加密存入客戶的文件，不能改動。",
    en: "Not made in this language yet. It will be sealed among the client’s documents and cannot be changed.",
  },
  filed: {
    "zh-CN": "{at} 已生成并存入客户的文件。",
    "zh-TW": "{at} 已產生並存入客戶的文件。",
    en: "Made and filed with the client’s documents at {at}.",
  },
} satisfies Texts;
