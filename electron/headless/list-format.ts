/** @file The form of a MAP.json, as the help of `import-list` prints it: fields and rules come from the schemas. */
import { z } from "zod";
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { mappable, Rule } from "../lists/list-map.ts";
import { type Field, fieldsOf } from "./schema-fields.ts";

/** Help text of `import-list`. */
export function listFormat(language: Language): readonly string[] {
  return [
    say(intro, language),
    "",
    "client:",
    ...fieldLines(fieldsOf(mappable.client)),
    "",
    "contact:",
    ...fieldLines(fieldsOf(mappable.contact)),
    "",
    say(rulesIntro, language),
    ...ruleLines(language),
    "",
    say(example, language),
    exampleMap,
  ];
}

/** Those inside others are not for a list to fill. */
function fieldLines(fields: readonly Field[]): string[] {
  const shown = fields.filter(({ path }) => !path.includes("."));
  const width = Math.max(...shown.map(({ path }) => path.length));
  return shown.map(({ path, rule, values }) => `  ${path.padEnd(width)}  ${rule.padEnd(1)}  ${values}`);
}

function ruleLines(language: Language): string[] {
  return Rule.options.map((option) => {
    const { as, ...settings } = option.shape;
    const asked = Object.entries(settings).map(([name, schema]) => {
      return z.safeParse(schema as z.ZodType, undefined).success ? `[${name}]` : name;
    });
    const head = `  ${as.value.padEnd(10)}  ${asked.join(", ")}`;
    return `${head.padEnd(48)}  ${say(meanings[as.value], language)}`;
  });
}

const intro: Localized = {
  "zh-CN":
    "MAP.json 写明名单的列怎样成为客户和联系记录。每行一位客户；写了 contact 且 at 有值时，同时是一条联系记录。\nkey 是合起来认定一位客户的列，再次导入时据此更新；没有 key 时以行号认定。empty 列出当作“没有”的内容。* 必填。",
  "zh-TW":
    "MAP.json 寫明名單的欄怎樣成為客戶與聯繫記錄。每列一位客戶；寫了 contact 且 at 有值時，同時是一筆聯繫記錄。\nkey 是合起來認定一位客戶的欄，再次匯入時據此更新；沒有 key 時以列號認定。empty 列出當作「沒有」的內容。* 必填。",
  en: "MAP.json says how the columns of a list become clients and contacts. Each row is one client and, where contact is given and its at is filled, one contact.\nThe columns in key together name a client, who is updated when the list comes again; without key the row's number does. empty lists what counts as nothing. * must be there.",
};

const rulesIntro: Localized = {
  "zh-CN": '每个字段一条规则 {"as": 规则, ...}，[ ] 内可省略：',
  "zh-TW": '每個欄位一條規則 {"as": 規則, ...}，[ ] 內可省略：',
  en: 'A rule {"as": RULE, ...} for each field, what stands in [ ] may be left out:',
};

const example: Localized = { "zh-CN": "示例：", "zh-TW": "範例：", en: "Example:" };

export const exampleMap = `{ "format": "suitbook-list-map/1", "list": "branch-2026", "key": ["客户号"], "empty": ["", "-"],
  "client": {
    "kind": { "as": "constant", "value": "individual" },
    "name": { "as": "text", "column": "姓名" },
    "phone": { "as": "text", "column": "手机" },
    "investableAssets": { "as": "money", "column": "资产（万元）", "times": 1000000 } },
  "contact": {
    "at": { "as": "date", "column": "最近联系", "format": "yyyy/M/d", "time": "10:00" },
    "channel": { "as": "choice", "column": "方式", "table": { "电话": "phone", "面谈": "face" }, "otherwise": "other" } } }`;

const meanings: Readonly<Record<Rule["as"], Localized>> = {
  constant: { "zh-CN": "每行都一样", "zh-TW": "每列都一樣", en: "the same for every row" },
  label: {
    "zh-CN": "没有姓名的名单：{n} 是行号，至少 digits 位",
    "zh-TW": "沒有姓名的名單：{n} 是列號，至少 digits 位",
    en: "for lists without names: {n} is the row's number, at least digits long",
  },
  text: { "zh-CN": "照抄单元格", "zh-TW": "照抄儲存格", en: "the cell as it is" },
  template: {
    "zh-CN": "文字里的 {列名} 换成单元格，tables 可换说法",
    "zh-TW": "文字裡的 {欄名} 換成儲存格，tables 可換說法",
    en: "{Column} in the text becomes the cell, put into other words by tables",
  },
  integer: { "zh-CN": "整数", "zh-TW": "整數", en: "a whole number" },
  money: {
    "zh-CN": "金额，单位合多少分：元100，万元1000000；sign 只取 positive 或 negative",
    "zh-TW": "金額，單位合多少分：元100，萬元1000000；sign 只取 positive 或 negative",
    en: "an amount in units of so many fen: 100 for yuan, 1000000 for ten thousand; sign takes only positive or negative",
  },
  choice: {
    "zh-CN": "按 table 对照；不在表里时取 otherwise，没有 otherwise 则不接受这一行",
    "zh-TW": "依 table 對照；不在表裡時取 otherwise，沒有 otherwise 則不接受這一列",
    en: "looked up in table; what is not there becomes otherwise, or refuses the row",
  },
  date: {
    "zh-CN": "日期，format 用 yyyy、MM 或 M、dd 或 d；有 time 时是时刻",
    "zh-TW": "日期，format 用 yyyy、MM 或 M、dd 或 d；有 time 時是時刻",
    en: "a date, format of yyyy, MM or M, dd or d; with time an instant",
  },
  "day-month": {
    "zh-CN": "日和月各在一列，年份写在 year",
    "zh-TW": "日與月各在一欄，年份寫在 year",
    en: "day and month in columns of their own, the year in year",
  },
  "birth-year": { "zh-CN": "year 那一年的年龄", "zh-TW": "year 那一年的年齡", en: "an age in the year year" },
  minutes: { "zh-CN": "秒数，化为分钟", "zh-TW": "秒數，化為分鐘", en: "seconds, as minutes" },
  tags: { "zh-CN": "一格里的几个标签", "zh-TW": "一格裡的幾個標籤", en: "several tags in one cell" },
  flags: {
    "zh-CN": "每项 {column, is, tag}：单元格是 is 时加标签 tag",
    "zh-TW": "每項 {column, is, tag}：儲存格是 is 時加標籤 tag",
    en: "each {column, is, tag}: the tag where the cell is is",
  },
};
