import { describe, expect, it } from "vitest";
import { languages } from "../../../shared/model/primitives.ts";
import { productSheetFields } from "../../../shared/model/product-sheet.ts";
import { choiceOf, columnByHead, plainWord, shelfColumns } from "../../../shared/shelf/columns.ts";

describe("the columns of a shelf list", () => {
  it("are found by their heads in every language, and no two share one", () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, head, otherHeads = [] } of shelfColumns) {
      for (const name of [id, ...languages.map((language) => head[language]), ...otherHeads]) {
        owners.set(plainWord(name), (owners.get(plainWord(name)) ?? new Set()).add(id));
        expect(columnByHead(name)?.id).toBe(id);
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  it("fill every field of a sheet but those that say which version it is", () => {
    const filled = new Set<string>(shelfColumns.map(({ field }) => field));
    const own = ["product", "version", "at"];
    expect([...filled, ...own].sort()).toEqual(Object.keys(productSheetFields).sort());
  });

  it.each(["产品代码", " 產品代碼 ", "CODE", "code", "产品代码："])("“%s” is the code", (head) => {
    expect(columnByHead(head)?.id).toBe("code");
  });

  it.each([
    ["exclusions", ["责任免除", "除外责任", "責任免除", "除外責任", "Exclusions", "not covered"]],
    [
      "coolingOffDays",
      ["犹豫期", "犹豫期天数", "犹豫期（天）", "犹豫期(日)", "猶豫期", "猶豫期天數", "Cooling-off period"],
    ],
  ])("%s goes by the names insurers give it", (id, names) => {
    expect(names.map((name) => columnByHead(name)?.id)).toEqual(names.map(() => id));
  });

  it("take a choice in any language, and nothing that is none", () => {
    const regime = columnByHead("regime");
    const yes = columnByHead("active");
    if (regime === undefined || yes === undefined) throw new Error("no such column");
    expect(
      ["NFRA_INVEST", "金监总局（投资）", "金監總局(投資)", "nfra, investment"].map((w) => choiceOf(regime, w)),
    ).toEqual(Array.from({ length: 4 }, () => "NFRA_INVEST"));
    expect(choiceOf(yes, "否")).toBe("no");
    expect([choiceOf(regime, "银行"), choiceOf(yes, "真"), choiceOf(regime, "__proto__")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
