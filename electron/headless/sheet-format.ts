/** @file The format of an answer sheet for `questionnaire score`, as its help prints it. */
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { packLibrary } from "../../shared/packs/library.ts";
import type { Question } from "../../shared/packs/question.ts";
import { type AnswerReason, answerReasons } from "../../shared/rules/answers.ts";
import { packOptions } from "./pack-choice.ts";
import { type Field, fieldsOf, fieldTable } from "./schema-fields.ts";
import { SheetInput } from "./sheet-input.ts";

/** Every field of a sheet, in order. */
export function sheetFields(): readonly Field[] {
  return fieldsOf(SheetInput);
}

/** Help text of `questionnaire score`. */
export function sheetFormat(language: Language): readonly string[] {
  const told = (rows: Readonly<Record<string, Localized>>) => {
    const width = Math.max(...Object.keys(rows).map((name) => name.length));
    return Object.entries(rows).map(([name, meaning]) => `  ${name.padEnd(width)}  ${say(meaning, language)}`);
  };
  const library = packLibrary();
  const shipped = [...library.all("questionnaire"), ...library.all("knowledge-test")];
  const packs = shipped.map(({ id, version, title }) => `  ${id} ${version}  ${say(title, language)}`);
  return [
    say(intro, language),
    "",
    ...fieldTable(sheetFields(), meanings, language),
    "",
    say(kindsTitle, language),
    ...told(kinds),
    "",
    say(output, language),
    "",
    say(reasonsTitle, language),
    ...told(reasons),
    "",
    say(packsTitle, language),
    ...packs,
    say(packOptions, language),
    "",
    say(example, language),
    exampleSheet,
  ];
}

const intro: Localized = {
  "zh-CN": "每行一个 JSON 对象。* 必填，其余可省略；同一个名称写两次的行不评分。整个文件也可以是一个 JSON 数组。",
  "zh-TW": "每列一個 JSON 物件。* 必填，其餘可省略；同一個名稱寫兩次的列不評分。整個檔案也可以是一個 JSON 陣列。",
  en: "One JSON object on each line. * must be there, the others may be left out. A line that says a name twice is not scored. The whole file may also be one JSON array.",
};

const kindsTitle: Localized = {
  "zh-CN": "answers 按题号写，写法随题型（选项编号不分大小写，空字符串、空数组和 null 等于没有回答）：",
  "zh-TW": "answers 按題號寫，寫法隨題型（選項編號不分大小寫，空字串、空陣列和 null 等於沒有回答）：",
  en: "answers go by question id, each as its kind wants it (option ids in any case; an empty string, an empty array and null are no answer):",
};

/** How each kind of question is answered; a gate is a single choice. */
const kinds: Readonly<Record<Question["kind"], Localized>> = {
  single: {
    "zh-CN": '一个选项 "Q1": "c"，资格题 G1 也是',
    "zh-TW": '一個選項 "Q1": "c"，資格題 G1 也是',
    en: 'one option, "Q1": "c"; gates such as G1 too',
  },
  multiple: {
    "zh-CN": '"Q8": ["b", "c"]，只选一项可写 "b"',
    "zh-TW": '"Q8": ["b", "c"]，只選一項可寫 "b"',
    en: '"Q8": ["b", "c"], or "b" for one alone',
  },
  scale: { "zh-CN": '第几档 "Q16": 4 或 "4"', "zh-TW": '第幾檔 "Q16": 4 或 "4"', en: 'the step, "Q16": 4 or "4"' },
  number: {
    "zh-CN": '"Q2": 3200.5 或 "3,200.5"，最多两位小数',
    "zh-TW": '"Q2": 3200.5 或 "3,200.5"，最多兩位小數',
    en: '"Q2": 3200.5 or "3,200.5", two decimals at most',
  },
  text: { "zh-CN": '"Q19": "……"，不计分', "zh-TW": '"Q19": "……"，不計分', en: '"Q19": "...", without points' },
  matrix: {
    "zh-CN": '"Q7": {"bonds": "c", "equity": "b"}，或 "Q7.bonds": "c"',
    "zh-TW": '"Q7": {"bonds": "c", "equity": "b"}，或 "Q7.bonds": "c"',
    en: '"Q7": {"bonds": "c", "equity": "b"}, or "Q7.bonds": "c"',
  },
};

const output: Localized = {
  "zh-CN":
    "输出：total 得分，max 满分，blocks 和 dimensions 分项得分，band 按分数的等级，caps 触发的上限，contradictions 矛盾，flags 须注意的事项，level 最终等级；skipped 没有问到的题，对它们的回答不算数。\n知识测试输出 total、max、blocks、passMark 及格分、passed 是否通过、wrong 答错的题。\n不能评分的行输出 error、params，以及 faults：每处的题号 question 和原因 reason；不合格式的行输出 at。其余各行照常评分。",
  "zh-TW":
    "輸出：total 得分，max 滿分，blocks 和 dimensions 分項得分，band 按分數的等級，caps 觸發的上限，contradictions 矛盾，flags 須注意的事項，level 最終等級；skipped 沒有問到的題，對它們的回答不算數。\n知識測驗輸出 total、max、blocks、passMark 及格分、passed 是否通過、wrong 答錯的題。\n不能評分的列輸出 error、params，以及 faults：每處的題號 question 和原因 reason；不合格式的列輸出 at。其餘各列照常評分。",
  en: "Out: total and max points, blocks and dimensions the parts, band what the points alone give, caps those that applied, contradictions, flags what staff must observe, level the result; skipped the questions that were not asked, whose answers do not count.\nA knowledge test gives total, max, blocks, passMark, passed, and wrong, the questions answered wrongly.\nA line that cannot be scored gives error, params and faults, each with its question and reason; one that is no sheet gives at. The others are scored all the same.",
};

const reasonsTitle: Localized = { "zh-CN": "reason：", "zh-TW": "reason：", en: "reason:" };

const reasons: Readonly<Record<AnswerReason, Localized>> = {
  missing: { "zh-CN": "没有回答", "zh-TW": "沒有回答", en: "not answered" },
  "unknown-question": { "zh-CN": "没有这道题", "zh-TW": "沒有這道題", en: "no such question" },
  "unknown-option": { "zh-CN": "没有这个选项", "zh-TW": "沒有這個選項", en: "no such option" },
  "too-many": { "zh-CN": "只能答一个", "zh-TW": "只能答一個", en: "more than one answer where one is asked" },
  twice: { "zh-CN": "同一选项写了两次", "zh-TW": "同一選項寫了兩次", en: "the same option twice" },
  "not-a-number": {
    "zh-CN": "不是数，或小数超过两位",
    "zh-TW": "不是數，或小數超過兩位",
    en: "no number, or more than two decimals",
  },
  "not-whole": { "zh-CN": "须为整数", "zh-TW": "須為整數", en: "not a whole number" },
  "out-of-range": { "zh-CN": "超出允许的范围", "zh-TW": "超出允許的範圍", en: "beyond the limits" },
  "too-long": { "zh-CN": "超过字数", "zh-TW": "超過字數", en: "too long" },
};

const packsTitle: Localized = { "zh-CN": "--pack：", "zh-TW": "--pack：", en: "--pack:" };
const example: Localized = {
  "zh-CN": "示例（RTQ-INST-v1）：",
  "zh-TW": "範例（RTQ-INST-v1）：",
  en: "Example, for RTQ-INST-v1:",
};

/** A company, with every kind of answer. */
export const exampleSheet = JSON.stringify({
  id: "A-1",
  answers: {
    G1: "yes",
    G2: "normal",
    G3: "no",
    Q1: "c",
    Q2: 3200,
    Q3: "860.5",
    Q4: "c",
    Q5: "d",
    Q6: "c",
    Q7: { bonds: "c", equity: "b", derivatives: "b", private: "b" },
    Q8: "yes",
    Q9: 6,
    Q10: ["b", "c"],
    Q11: "d",
    Q12: "c",
    Q13: "c",
    Q14: ["b", "c"],
    Q15: "c",
    Q16: 3,
    Q17: "d",
    Q18: "c",
    Q19: "",
  },
});

const meanings: Readonly<Record<string, Localized>> = {
  id: {
    "zh-CN": "原样输出，省略时为行号",
    "zh-TW": "原樣輸出，省略時為列號",
    en: "comes out again; the line's number when left out",
  },
  answers: { "zh-CN": "各题的回答", "zh-TW": "各題的回答", en: "what was answered" },
  age: { "zh-CN": "测评日的周岁", "zh-TW": "測評日的足歲", en: "full years on the day of the assessment" },
  birthDate: {
    "zh-CN": "出生日期，用来算周岁；与 age 不符的行不评分",
    "zh-TW": "出生日期，用來算足歲；與 age 不符的列不評分",
    en: "gives the age; a line where age says otherwise is not scored",
  },
  on: {
    "zh-CN": "测评日，省略时为今天",
    "zh-TW": "測評日，省略時為今天",
    en: "day of the assessment; today when left out",
  },
};

/** Fields, kinds and reasons that the help explains. */
export const explained: readonly string[] = [...Object.keys(meanings), ...Object.keys(kinds), ...answerReasons];
