/** @file What is wrong with a shelf list, a row of it or a product sheet, in a sentence: for the screens and the command line. */
import type { Language, Localized } from "../model/primitives.ts";
import type { SheetFlagCode } from "../rules/sheet-check.ts";
import type { ListFault, RowFaultCode, RowFinding } from "./read-shelf.ts";

const rowFaultTexts: Readonly<Record<RowFaultCode, Localized>> = {
  "not-a-number": { "zh-CN": "不是数字", "zh-TW": "不是數字", en: "Not a number" },
  "not-whole": { "zh-CN": "要填整数", "zh-TW": "要填整數", en: "Not a whole number" },
  negative: { "zh-CN": "不能是负数", "zh-TW": "不能是負數", en: "Cannot be negative" },
  "too-fine": { "zh-CN": "最多两位小数", "zh-TW": "最多兩位小數", en: "At most two decimals" },
  "not-an-amount": { "zh-CN": "看不出金额", "zh-TW": "看不出金額", en: "Not an amount" },
  "not-a-date": {
    "zh-CN": "没有这一天，或写法认不出",
    "zh-TW": "沒有這一天，或寫法認不出",
    en: "No such day, or not written as one",
  },
  "not-in-table": {
    "zh-CN": "不在可填的词里",
    "zh-TW": "不在可填的詞裡",
    en: "Not one of the words this column takes",
  },
  missing: { "zh-CN": "缺这一项", "zh-TW": "缺這一項", en: "Missing" },
  "row-length": {
    "zh-CN": "这一行有{cells}格，表头有{columns}格",
    "zh-TW": "這一列有{cells}格，表頭有{columns}格",
    en: "The row has {cells} cells, the head {columns}",
  },
  "code-twice": {
    "zh-CN": "同一代码还出现在第{lines}行",
    "zh-TW": "同一代碼還出現在第{lines}列",
    en: "The same code stands on line {lines} too",
  },
  "too-long": { "zh-CN": "最多{max}个字", "zh-TW": "最多{max}個字", en: "At most {max} characters" },
  "too-big": { "zh-CN": "不能大于 {max}", "zh-TW": "不能大於 {max}", en: "Not above {max}" },
  "not-accepted": { "zh-CN": "格式不对", "zh-TW": "格式不對", en: "Not in the right form" },
  "source-missing": {
    "zh-CN": "没有写明来源：文件名，或提供资料的人",
    "zh-TW": "沒有寫明來源：檔名，或提供資料的人",
    en: "No source: name the file, or who supplied it",
  },
  "ages-crossed": {
    "zh-CN": "最低年龄{from}岁高于最高年龄{to}岁",
    "zh-TW": "最低年齡{from}歲高於最高年齡{to}歲",
    en: "The minimum age {from} is above the maximum age {to}",
  },
  "insurance-missing": {
    "zh-CN": "保险产品要写明险种和保险期",
    "zh-TW": "保險產品要寫明險種和保險期",
    en: "Insurance needs its kind and how long it covers",
  },
  "insurance-elsewhere": {
    "zh-CN": "只有适用保险规则的产品才有险种",
    "zh-TW": "只有適用保險規則的產品才有險種",
    en: "Only a product under the insurance regime has a kind of insurance",
  },
  "private-minimum": {
    "zh-CN": "私募产品要有起购金额",
    "zh-TW": "私募產品要有起購金額",
    en: "A private product needs a minimum",
  },
  "below-ticket": {
    "zh-CN": "合格投资者买这类私募产品不得少于{ticket}",
    "zh-TW": "合格投資者買這類私募產品不得少於{ticket}",
    en: "A qualified investor may not put less than {ticket} into such a private product",
  },
  "look-through-over": {
    "zh-CN": "穿透合计{sum}%，超过100%",
    "zh-TW": "穿透合計{sum}%，超過100%",
    en: "Holdings add up to {sum}%, which is over 100%",
  },
  "grade-dates": {
    "zh-CN": "评级有效至 {until}，早于评级日期 {from}",
    "zh-TW": "評級有效至 {until}，早於評級日期 {from}",
    en: "The grade ends on {until}, before it was given on {from}",
  },
  "drawdown-dates": {
    "zh-CN": "回撤区间止于 {until}，早于起点 {from}",
    "zh-TW": "回撤區間止於 {until}，早於起點 {from}",
    en: "The drawdown was measured until {until}, before {from}",
  },
  "forbidden-words": {
    "zh-CN": "“{words}”不能写给客户：{why}",
    "zh-TW": "「{words}」不能寫給客戶：{why}",
    en: "“{words}” may not be written to a client: {why}",
  },
};

const rowFlagTexts: Readonly<Record<SheetFlagCode, Localized>> = {
  "seller-lower": {
    "zh-CN": "本机构{seller}低于发行机构{issuer}，按{issuer}",
    "zh-TW": "本機構{seller}低於發行機構{issuer}，按{issuer}",
    en: "Own grade {seller} is below the issuer's {issuer}: {issuer} counts",
  },
  "below-catalogue": {
    "zh-CN": "{grade}低于目录里同类产品的{usual}",
    "zh-TW": "{grade}低於目錄裡同類產品的{usual}",
    en: "{grade} is below {usual}, which the catalogue gives its kind",
  },
  "below-measured": {
    "zh-CN": "按回撤、波动或权益占比应为{suggests}，现为{grade}",
    "zh-TW": "按回撤、波動或權益占比應為{suggests}，現為{grade}",
    en: "Drawdown, volatility or equity share suggest {suggests}; it is {grade}",
  },
  "grade-undated": { "zh-CN": "没有评级日期", "zh-TW": "沒有評級日期", en: "The grade has no date" },
  "grade-not-yet": {
    "zh-CN": "评级日期 {day} 还没有到",
    "zh-TW": "評級日期 {day} 還沒有到",
    en: "The grade only begins on {day}",
  },
  "grade-outdated": {
    "zh-CN": "评级 {day} 已到期，到期后不能销售",
    "zh-TW": "評級 {day} 已到期，到期後不能銷售",
    en: "The grade ended on {day}: until it is renewed the product cannot be sold",
  },
  "doubtful-words": { "zh-CN": "“{words}”：{why}", "zh-TW": "「{words}」：{why}", en: "“{words}”: {why}" },
};

export const listFaultTexts: Readonly<Record<ListFault["code"], Localized>> = {
  "no-code-column": {
    "zh-CN": "没有“产品代码”这一列",
    "zh-TW": "沒有「產品代碼」這一欄",
    en: "There is no column “Code”",
  },
  "column-missing": {
    "zh-CN": "没有“{head}”这一列",
    "zh-TW": "沒有「{head}」這一欄",
    en: "There is no column “{head}”",
  },
  "column-twice": {
    "zh-CN": "“{head}”这一列出现了两次",
    "zh-TW": "「{head}」這一欄出現了兩次",
    en: "The column “{head}” stands there twice",
  },
  "no-rows": { "zh-CN": "表头下面没有产品", "zh-TW": "表頭下面沒有產品", en: "There is no product below the head" },
};

const texts: Readonly<Record<string, Localized>> = { ...rowFaultTexts, ...rowFlagTexts };

/** A finding in a sentence, in every language. @param money how an amount in fen is written */
export function findingSentence(
  { code, values, wording }: Pick<RowFinding, "code" | "values" | "wording">,
  money: (fen: number, language: Language) => string,
): Localized {
  const inLanguage = (language: Language) => {
    const all: Readonly<Record<string, string | number | undefined>> = {
      ...values,
      ticket: typeof values["ticket"] === "number" ? money(values["ticket"], language) : undefined,
      why: wording?.rule.why[language],
    };
    return (texts[code]?.[language] ?? code).replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
      String(all[name] ?? hole),
    );
  };
  return { "zh-CN": inLanguage("zh-CN"), "zh-TW": inLanguage("zh-TW"), en: inLanguage("en") };
}
