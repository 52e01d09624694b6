import { describe, expect, it } from "vitest";
import { answerWords, chosenWords, itemOf, rowOf, titleOf } from "../../../shared/documents/answer-words.ts";
import { formatDecimal } from "../../../shared/model/numbers.ts";
import type { Language, Localized } from "../../../shared/model/primitives.ts";
import { say, type Values } from "../../../shared/model/sentence.ts";
import { institution, plainCompany, rtq } from "../../support/sheets.ts";

const speaking = (language: Language) => (sentence: Localized, values?: Values) => say(sentence, language, values);
const [zh, en] = [speaking("zh-CN"), speaking("en")];
const words = (id: string, answers = plainCompany) => {
  const item = itemOf(institution, id);
  return item && answerWords(zh, item, answers);
};

describe("what was answered, in words", () => {
  it("is the option, the options in order, the number with its unit, the step, the text", () => {
    expect(words("Q1")).toBe("一般企业");
    expect(words("Q10", { ...plainCompany, Q10: ["c", "b"] })).toBe("债券、纯债与固定收益产品；固收增强或混合类产品");
    expect([words("Q2"), words("Q3"), words("Q9")]).toEqual(["3,200万元", "860.5万元", "6年"]);
    expect(words("Q2", { ...plainCompany, Q2: ["-12.5"] })).toBe("\u221212.5万元");
    expect(words("Q16")).toBe("3");
    expect(words("Q19")).toBe("董事会决议");
  });

  it("is row by row in a matrix", () => {
    expect(words("Q7")).toBe(
      "债券与固定收益产品：能独立分析；股票与权益类基金：知道基本原理；期货、期权等衍生品：知道基本原理；私募基金与信托计划：知道基本原理",
    );
    expect(titleOf(zh, institution, "Q7.bonds")).toBe("对品种的了解：债券与固定收益产品");
    expect(titleOf(en, institution, "Q7.bonds")).toBe("Grasp of products: Bonds and fixed income");
    expect(titleOf(zh, institution, "Q1")).toBe("机构性质");
    const matrix = itemOf(institution, "Q7");
    expect(matrix && rowOf(matrix, "Q7")).toBeUndefined();
  });

  it("is nothing where nothing was answered, and the bare word where the pack does not know it", () => {
    expect(words("Q19", {})).toBe("");
    expect(words("Q2", { Q2: ["abc"] })).toBe("abc万元");
    expect(titleOf(zh, rtq, "Q99")).toBe("Q99");
    expect(chosenWords(zh, undefined, ["x", "y"])).toBe("x；y");
  });

  it("stands with a space before an English unit", () => {
    const years = itemOf(institution, "Q9");
    expect(years && answerWords(en, years, plainCompany)).toBe("6 years");
  });
});

it("a decimal has separators and no needless noughts", () => {
  expect([0, 1234.5, -0.01, 1e8].map(formatDecimal)).toEqual(["0", "1,234.5", "\u22120.01", "100,000,000"]);
});
