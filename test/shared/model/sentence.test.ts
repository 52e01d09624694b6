/** @file Saying a sentence: values, the English plural, missing values. */
import { describe, expect, it } from "vitest";
import { placeholders, say } from "../../../shared/model/sentence.ts";

const found = {
  "zh-CN": "在{count}位客户中找到{hits}位",
  "zh-TW": "在{count}位客戶中找到{hits}位",
  en: "{hits} of {count} {count|client|clients}",
};

describe("a sentence", () => {
  it("takes its values in the language of the moment", () => {
    expect(say(found, "zh-CN", { count: 613, hits: 2 })).toBe("在613位客户中找到2位");
    expect(say(found, "zh-TW", { count: 613, hits: 2 })).toBe("在613位客戶中找到2位");
  });

  it("chooses the English word by whether the value is one, also when it is text", () => {
    expect(say(found, "en", { count: 1, hits: 1 })).toBe("1 of 1 client");
    expect(say(found, "en", { count: "1,260", hits: 0 })).toBe("0 of 1,260 clients");
    expect(say(found, "en", { count: "1", hits: 0 })).toBe("0 of 1 client");
  });

  it("leaves a missing value standing, so that it is seen", () => {
    expect(say(found, "zh-CN", { count: 3 })).toBe("在3位客户中找到{hits}位");
  });

  it("does not take braces or dollars in a value for a pattern", () => {
    const name = { "zh-CN": "对{name}", "zh-TW": "對{name}", en: "For {name}" };
    expect(say(name, "en", { name: "{count} $& $1" })).toBe("For {count} $& $1");
  });

  it("names each value once, plural forms included", () => {
    expect([...placeholders(found.en)]).toEqual(["hits", "count"]);
  });
});
