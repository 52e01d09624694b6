import { describe, expect, test } from "vitest";
import { pinyinOf } from "../../../shared/log/pinyin.ts";

describe("pinyin of a person's name", () => {
  test.each([
    ["陆文澜", "lu wen lan"],
    ["单田芳", "shan tian fang"],
    ["仇英", "qiu ying"],
    ["解晓东", "xie xiao dong"],
    ["曾国藩", "zeng guo fan"],
    ["欧阳修", "ou yang xiu"],
    ["尉迟恭", "yu chi gong"],
    ["吕布", "lv bu"],
  ])("%s reads %s", (name, read) => {
    expect(pinyinOf(name, "individual")).toBe(read);
  });

  test.each([
    ["陸文瀾", "lu wen lan"],
    ["單田芳", "shan tian fang"],
    ["長孫無忌", "zhang sun wu ji"],
    ["蓋叫天", "ge jiao tian"],
    ["歐陽修", "ou yang xiu"],
  ])("traditional %s reads %s", (name, read) => {
    expect(pinyinOf(name, "individual")).toBe(read);
  });

  test.each([
    ["Alice  Wang", "alice wang"],
    ["ＡＢＣ", "abc"],
    ["阿依古丽·买买提", "a yi gu li mai mai ti"],
    ["王 Kevin 伟", "wang kevin wei"],
    ["🙂", ""],
  ])("%s reads %s", (name, read) => {
    expect(pinyinOf(name, "individual")).toBe(read);
  });
});

describe("pinyin of a company's name", () => {
  test.each([
    ["单县重工 (集团) 有限公司", "dan xian zhong gong ji tuan you xian gong si"],
    ["A公司123", "a gong si 123"],
  ])("%s reads %s: not as a surname", (name, read) => {
    expect(pinyinOf(name, "company")).toBe(read);
  });
});
