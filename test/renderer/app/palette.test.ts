/** @file What the palette offers and how it marks what was found. */
import { describe, expect, it } from "vitest";
import { actionChoices, markPinyin, markRanges, matching, pageChoices } from "../../../renderer/app/palette.ts";

/** Found letters in brackets. */
const marked = (runs: ReturnType<typeof markRanges>) =>
  runs.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");
const keys = (query: string) => matching([...pageChoices(), ...actionChoices()], query).map(({ key }) => key);

describe("what was found", () => {
  it("is marked in the text", () => {
    expect(marked(markRanges("陆文澜", [[0, 2]]))).toBe("[陆文]澜");
    expect(marked(markRanges("138 0000 6027", [[9, 13]]))).toBe("138 0000 [6027]");
    expect(marked(markRanges("陆文澜", []))).toBe("陆文澜");
  });

  it("is marked in pinyin written as a name", () => {
    const initials = [
      [0, 1],
      [3, 4],
      [7, 8],
    ] as const;
    expect(marked(markPinyin("lu wen lan", initials))).toBe("[L]u [W]en[l]an");
    expect(marked(markPinyin("lu wen lan", [[0, 6]]))).toBe("[Lu] [Wen]lan");
    expect(marked(markPinyin("bai", [[0, 3]]))).toBe("[Bai]");
  });
});

describe("pages and actions", () => {
  it("are all offered while nothing is typed", () => {
    expect(keys("")).toContain("clients");
    expect(keys("")).toContain("lock");
  });

  it("are found by their name in any of the three languages", () => {
    expect(keys("锁定")).toEqual(["lock"]);
    expect(keys("鎖")).toEqual(["lock"]);
    expect(keys("Lock")).toEqual(["lock"]);
    expect(keys("pass")).toEqual(["passphrase"]);
  });

  it("are not found by letters inside a word", () => {
    expect(keys("l")).not.toContain("clients");
    expect(keys("ient")).toEqual([]);
  });
});
