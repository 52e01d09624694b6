/** @file One sentence for every fault of a rule pack, for screens and command line; where it is stands beside it. */
import type { Localized } from "../model/primitives.ts";
import type { FaultCode } from "./faults.ts";

export const faultTexts: Readonly<Record<FaultCode, Localized>> = {
  shape: { "zh-CN": "格式不对", "zh-TW": "格式不對", en: "Wrong shape" },
  "missing-language": { "zh-CN": "缺一种语言", "zh-TW": "缺一種語言", en: "A language is missing" },
  "missing-source": { "zh-CN": "缺依据", "zh-TW": "缺依據", en: "A source is missing" },
  "option-without-points": { "zh-CN": "选项没有分值", "zh-TW": "選項沒有分值", en: "An option has no points" },
  "duplicate-id": { "zh-CN": "编号重复", "zh-TW": "編號重複", en: "An id is used twice" },
  "unknown-block": { "zh-CN": "没有这个板块", "zh-TW": "沒有這個板塊", en: "No such block" },
  "unknown-question": { "zh-CN": "没有这道题", "zh-TW": "沒有這道題", en: "No such question" },
  "unknown-option": { "zh-CN": "没有这个选项", "zh-TW": "沒有這個選項", en: "No such option" },
  "wrong-kind": {
    "zh-CN": "条件与题型不符",
    "zh-TW": "條件與題型不符",
    en: "A condition does not suit the kind of question",
  },
  "forward-reference": {
    "zh-CN": "是否提问取决于后面的题",
    "zh-TW": "是否提問取決於後面的題",
    en: "A question is shown by one that comes later",
  },
  "number-limits": {
    "zh-CN": "数值的上下限之间没有可填的数",
    "zh-TW": "數值的上下限之間沒有可填的數",
    en: "The limits of a number leave none",
  },
  "ranges-order": {
    "zh-CN": "分段次序颠倒或超出上下限",
    "zh-TW": "分段次序顛倒或超出上下限",
    en: "Ranges are out of order or beyond the limits",
  },
  "ranges-hole": { "zh-CN": "分段之间有空缺", "zh-TW": "分段之間有空缺", en: "A hole between ranges" },
  "ranges-overlap": { "zh-CN": "分段重叠", "zh-TW": "分段重疊", en: "Ranges overlap" },
  "not-monotone": {
    "zh-CN": "声明为递增的题，后面的分值反而更低",
    "zh-TW": "聲明為遞增的題，後面的分值反而更低",
    en: "Points fall where the pack promises they never do",
  },
  "no-right-answer": { "zh-CN": "没有正确答案", "zh-TW": "沒有正確答案", en: "No right answer" },
  "pass-unreachable": {
    "zh-CN": "及格分数达不到",
    "zh-TW": "及格分數達不到",
    en: "The pass mark cannot be reached",
  },
  "level-list": {
    "zh-CN": "六个等级没有从低到高各列一次",
    "zh-TW": "六個等級沒有從低到高各列一次",
    en: "The six levels are not each listed once, lowest first",
  },
  "bands-order": { "zh-CN": "分数区间次序颠倒", "zh-TW": "分數區間次序顛倒", en: "Bands are out of order" },
  "bands-hole": { "zh-CN": "分数区间之间有空缺", "zh-TW": "分數區間之間有空缺", en: "A hole between bands" },
  "bands-overlap": { "zh-CN": "分数区间重叠", "zh-TW": "分數區間重疊", en: "Bands overlap" },
  "points-outside-bands": {
    "zh-CN": "有的总分不在任何区间",
    "zh-TW": "有的總分不在任何區間",
    en: "A total lies in no band",
  },
  "level-unreachable": { "zh-CN": "有的等级达不到", "zh-TW": "有的等級達不到", en: "A level cannot be reached" },
  "rule-never": { "zh-CN": "规则永远不会触发", "zh-TW": "規則永遠不會觸發", en: "A rule can never apply" },
  "too-complex": { "zh-CN": "条件太多，无法核对", "zh-TW": "條件太多，無法核對", en: "Too many conditions to check" },
  "age-options": {
    "zh-CN": "年龄选项有空缺或重叠",
    "zh-TW": "年齡選項有空缺或重疊",
    en: "Age options leave holes or overlap",
  },
  "option-without-meaning": {
    "zh-CN": "选项没有写明期限或品种",
    "zh-TW": "選項沒有寫明期限或品種",
    en: "An option does not say its months or types",
  },
  dates: { "zh-CN": "失效日早于生效日", "zh-TW": "失效日早於生效日", en: "It ends before it begins" },
  "grade-order": { "zh-CN": "等级有跳空", "zh-TW": "等級有跳空", en: "Grades leave a gap" },
  "grade-both": {
    "zh-CN": "同一等级既允许又禁止",
    "zh-TW": "同一等級既允許又禁止",
    en: "A grade is both allowed and forbidden",
  },
  "unknown-value": {
    "zh-CN": "文本要用的内容，这份文件没有",
    "zh-TW": "文本要用的內容，這份文件沒有",
    en: "A text asks for what its document does not have",
  },
  "unlike-languages": {
    "zh-CN": "各语言所用的内容不一致",
    "zh-TW": "各語言所用的內容不一致",
    en: "The languages ask for different values",
  },
  "grant-unreachable": {
    "zh-CN": "有的身份没有任何条件可以取得",
    "zh-TW": "有的身分沒有任何條件可以取得",
    en: "A class has no criterion that leads to it",
  },
  "number-order": {
    "zh-CN": "两个数值互相矛盾",
    "zh-TW": "兩個數值互相矛盾",
    en: "Two numbers contradict each other",
  },
};
