import { expect, it } from "vitest";
import { articleText, citeText } from "../../../renderer/text/cites.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import { say } from "../../../shared/model/sentence.ts";

const in_ =
  (language: Language) =>
  (...[sentence, values]: [Parameters<typeof say>[0], Parameters<typeof say>[2]?]) =>
    say(sentence, language, values);

it.each([
  ["8", "第8条", "Art. 8"],
  ["8(5)", "第8条第5项", "Art. 8(5)"],
  ["8(1)-(3)", "第8条第1至3项", "Art. 8(1)–(3)"],
  ["22-23", "第22至23条", "Art. 22–23"],
  ["§ 4", "§ 4", "§ 4"],
])("article %s", (article, chinese, english) => {
  expect(articleText(article, in_("zh-CN"))).toBe(chinese);
  expect(articleText(article, in_("en"))).toBe(english);
});

it("names each law once, by its short name where there is one", () => {
  const cites = [
    { source: "csrc130", article: "19" },
    { source: "csrc130", article: "22" },
    { source: "csrc130", article: "22" },
    { source: "house", article: "1" },
    { source: "sac153", article: "-" },
    { source: "own" },
  ];
  const sources = [{ id: "house", law: { "zh-CN": "《办法》", "zh-TW": "《辦法》", en: "House rules" } }];
  expect(citeText(cites, sources, in_("zh-CN"))).toBe(
    "130号令 第19条、第22条；《办法》 第1条；中证协〔2017〕153号；本机构规定",
  );
  expect(citeText(cites, sources, in_("en"))).toBe(
    "Order 130 Art. 19, Art. 22; House rules Art. 1; SAC [2017] 153; own rule",
  );
});
