import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLintWords } from "../../../shared/packs/lint-words.ts";
import { lintText } from "../../../shared/rules/lint-text.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("lint-words");
const found = (text: string) => lintText(text, pack).map(({ rule }) => rule.id);

describe("the wording rules that ship", () => {
  it("have no fault and speak of every meaning of domain.md 7.4, promises refused", () => {
    expect(checkLintWords(pack)).toEqual([]);
    const weights = Object.fromEntries(pack.rules.map(({ id, weight }) => [id, weight]));
    expect(weights).toEqual({
      principal: "refuse",
      return: "refuse",
      "no-risk": "refuse",
      "certain-gain": "refuse",
      deposit: "refuse",
      inside: "refuse",
      "above-bank": "warn",
      "last-chance": "warn",
      superlative: "warn",
      human: "warn",
    });
  });

  it.each([
    // What may not be written, and by which rule
    ["本产品保本", "principal"],
    ["保 本 保*本", "principal principal"],
    ["本金安全无忧", "principal"],
    ["本金由某银行担保", "principal"],
    ["優先級本金保障", "principal"],
    ["We guarantee your principal", "principal"],
    ["100% CAPITAL PROTECTED", "principal"],
    ["年化收益保证8%", "return"],
    ["承诺年化5%的回报", "return"],
    ["旱涝保收", "return"],
    ["保證獲利", "return"],
    ["Guaranteed returns of 5%", "return"],
    ["we promise a yield of 5%", "return"],
    ["零风险", "no-risk"],
    ["沒有風險", "no-risk"],
    ["a risk\u2011free product", "no-risk"],
    ["稳赚不赔", "certain-gain"],
    ["一定会上涨", "certain-gain"],
    ["bound to rise", "certain-gain"],
    ["和存款一样安全", "deposit"],
    ["與存款一樣", "deposit"],
    ["as safe as a bank deposit", "deposit"],
    ["內線消息", "inside"],
    ["收益高于银行存款", "above-bank"],
    ["better than a bank", "above-bank"],
    ["最后机会", "last-chance"],
    ["全国第一", "superlative"],
    ["The best fund", "superlative"],
    ["我是真人", "human"],
    // A denial that does not reach
    ["不仅保本，还有分红", "principal"],
    ["不是存款但保本", "principal"],
    ["不收取任何费用的保本产品", "principal"],
    ["没有手续费的保本产品", "principal"],
    ["没有不保本的", "principal"],
    ["这不是股票。它保本。", "principal"],
    ["There are no fees and principal is guaranteed", "principal"],
    ["not only capital protected but liquid", "principal"],
  ])("find in “%s”: %s", (text, ids) => {
    expect(found(text).join(" ")).toBe(ids);
  });

  it.each([
    "本产品不保本，不保证收益",
    "不承诺保本、保收益",
    "我司不承诺、不保证本金安全",
    "不做任何形式的保本承诺",
    "非保本浮动收益",
    "不能保证本金不受损失",
    "業績比較基準不代表對收益的承諾",
    "打破刚性兑付",
    "保本承诺一律无效",
    "请勿相信保本宣传",
    "本金保障型收益凭证",
    "并非没有风险",
    "本产品可能损失本金，亏损可能超过本金",
    "杠杆使亏损翻倍",
    "兼顾保障与收益，最低保证利率2%",
    "赎回金额包括本金和收益",
    "本产品不是存款",
    "第一年保险费最高10万元",
    "Returns are not guaranteed",
    "There is no guarantee of principal",
    "Neither principal nor returns are guaranteed",
    "does not promise or guarantee any return",
    "This is not risk free",
    "",
  ])("let “%s” pass", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("quote the words and the sentence they stand in", () => {
    const [first] = lintText("投资国债。本产品保本，期限一年。到期赎回。", pack);
    expect(first).toMatchObject({ quote: "保本", sentence: "本产品保本，期限一年。", start: 8, end: 10 });
  });

  it("never throw, and quote what stands there", () => {
    const piece = fc.constantFrom(
      "保本",
      "不",
      "收益",
      "保证",
      "存款",
      "一样",
      " ",
      "，",
      "。",
      "\n",
      "guaranteed",
      "not ",
      "\u200b",
      "🎈",
      "ﬁ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const { start, end, quote, sentence } of lintText(written, pack)) {
          expect(written.slice(start, end)).toBe(quote);
          expect(quote).not.toBe("");
          expect(sentence).toContain(quote.split(/[。!！?？\n\r;；]/)[0]);
        }
      }),
    );
  });

  it("find a promise whatever else is written around it in other clauses", () => {
    const other = fc.constantFrom("不", "不是存款", "没有", "not", "期限一年", "");
    fc.assert(
      fc.property(other, other, (before, after) => {
        expect(found(`${before}。本产品保本。${after}`)).toContain("principal");
      }),
    );
  });
});

describe("wording rules are refused", () => {
  const [rule] = pack.rules;
  it.each([
    ["without sources", { sources: [] }, "missing-source sources"],
    ["with a rule that rests on nothing", { rules: [{ ...rule, cites: [] }] }, "missing-source rules/0/cites"],
    [
      "with a source nobody knows",
      { rules: [{ ...rule, cites: [{ source: "x" }] }] },
      "missing-source rules/principal",
    ],
    ["with a rule twice", { rules: [rule, rule] }, "duplicate-id rules"],
    [
      "with words in two languages only",
      { rules: [{ ...rule, words: { ...rule?.words, en: undefined } }] },
      "missing-language rules/0/words/en",
    ],
    [
      "with no words in a language",
      { rules: [{ ...rule, words: { ...rule?.words, en: { phrases: [] } } }] },
      "shape rules/0/words/en/phrases",
    ],
    ["when they end before they begin", { effectiveUntil: "2020-01-01" }, "dates effectiveUntil"],
  ])("%s", (_, change, fault) => {
    expect(checkLintWords({ ...pack, ...change }).map(({ code, at }) => `${code} ${at}`)).toContain(fault);
  });
});
