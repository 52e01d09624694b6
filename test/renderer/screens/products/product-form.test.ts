import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formResolver } from "../../../../renderer/parts/form.ts";
import {
  boxesOf,
  checkBoxes,
  type ProductBoxes,
  productFormSchema,
  restoreBoxes,
  takenBy,
} from "../../../../renderer/screens/products/product-form.ts";
import type { SheetValues } from "../../../../shared/model/product-sheet.ts";
import { sheetChanges, valuesOf } from "../../../../shared/rules/product-sheets.ts";
import { shippedPack } from "../../../support/packs.ts";
import { anySheet, sheetOf } from "../../../support/product-sheets.ts";

const rules = {
  catalogue: shippedPack("product-catalogue"),
  words: shippedPack("lint-words"),
  day: "2026-11-23",
};

/** What the form would save, or the places of its errors with their words. */
async function submitted(boxes: ProductBoxes, taken: (code: string) => string | undefined = () => undefined) {
  const resolve = formResolver<ProductBoxes, SheetValues>(productFormSchema(rules, taken));
  const { values, errors } = await resolve(boxes, undefined, { fields: {}, shouldUseNativeValidation: false });
  const told = Object.entries(flat(errors)).map(([path, message]) => [path, String(message)]);
  return { values, errors: Object.fromEntries(told) as Record<string, string> };
}

function flat(value: unknown, at = ""): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return {};
  if ("message" in value && typeof value.message === "string") return { [at]: value.message };
  const parts = Object.entries(value).map(([key, part]) => flat(part, at === "" ? key : `${at}.${key}`));
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

const filled = boxesOf(sheetOf());

describe("the product form", () => {
  it("saves a sheet as it was when nothing is changed, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, async (sheet) => {
        const { values, errors } = await submitted(boxesOf(sheet));
        // What contradicts itself is refused; everything else comes out the same, but for what only insurance has.
        const { insurance, exclusions, coolingOffDays, ...before } = valuesOf(sheet);
        const said = sheet.regime === "NFRA_INSURANCE" ? valuesOf(sheet) : before;
        if (Object.keys(errors).length === 0) expect(sheetChanges(said, values as SheetValues)).toEqual([]);
        else expect(Object.values(errors).every((message) => message.startsWith('{"sentence"'))).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect((await submitted(filled)).errors).toEqual({});
  });

  it("asks for what every product needs, and for nothing else", async () => {
    const { errors } = await submitted(boxesOf(undefined));
    expect(Object.keys(errors).sort()).toEqual([
      "code",
      "minimum",
      "name",
      "regime",
      "sellerGrade",
      "termMonths",
      "type",
    ]);
    expect(Object.keys((await submitted({ ...filled, source: "" })).errors)).toEqual(["source"]);
  });

  it.each<[string, Partial<ProductBoxes>, string, RegExp]>([
    ["a promise", { explanation: "期限一年。本产品保本。" }, "explanation", /“保本”不能写给客户/],
    ["a promise in the name", { name: "稳赚一号" }, "name", /“稳赚”/],
    ["ages that cross", { minimumAge: 70, maximumAge: 60 }, "maximumAge", /70岁高于最高年龄60岁/],
    ["insurance of no kind", { regime: "NFRA_INSURANCE" }, "insurance.kind", /险种/],
    [
      "half an insurance",
      { regime: "NFRA_INSURANCE", insurance: { kind: "universal", isOverOneYear: "" } },
      "insurance.isOverOneYear",
      /请选择|请填写/,
    ],
    ["a private product that is too cheap", { isPrivate: "yes", minimum: 100 }, "minimum", /不得少于30万元/],
    ["a grade that ends before it begins", { gradedOn: "2026-06-01", gradeUntil: "2026-05-01" }, "gradeUntil", /早于/],
    ["three decimals", { commission: 0.125 }, "commission", /最多两位小数/],
    [
      "more than everything",
      { lookThrough: [{ holding: "equity", percent: 101, note: "" }] },
      "lookThroughSum",
      /超过100%/,
    ],
    ["a row half filled", { fees: [{ kind: "management", percent: null, note: "" }] }, "fees.0.percent", /请填写/],
    ["a drawdown without days", { drawdown: { percent: 3, from: null, until: null } }, "drawdown.from", /请填写/],
    [
      "a drawdown of more than everything",
      { drawdown: { percent: 101, from: "2024-01-01", until: "2024-12-31" } },
      "drawdown.percent",
      /不能大于/,
    ],
  ])("says beside its box what is wrong with %s", async (_, changes, place, words) => {
    const { errors } = await submitted({ ...filled, ...changes });
    expect(Object.keys(errors)).toContain(place);
    expect(errors[place]).toMatch(words);
  });

  it("takes a row nobody wrote in for none, and an insurance that was left empty for none", async () => {
    const { values, errors } = await submitted({
      ...filled,
      fees: [{ kind: "", percent: null, note: "" }],
      insurance: { kind: "", isOverOneYear: "" },
    });
    expect(errors).toEqual({});
    expect(values).toMatchObject({ fees: [] });
    expect(values).not.toHaveProperty("insurance");
  });

  it("keeps what is not covered and how long one may think again, nought too; under another regime neither is asked nor said", async () => {
    const boxes: ProductBoxes = {
      ...filled,
      regime: "NFRA_INSURANCE",
      insurance: { kind: "universal", isOverOneYear: "yes" },
      exclusions: " 酒后驾车\n战争 ",
      coolingOffDays: 0,
    };
    expect(await submitted(boxes)).toMatchObject({
      errors: {},
      values: { exclusions: "酒后驾车\n战争", coolingOffDays: 0 },
    });
    for (const coolingOffDays of [1.5, 61, -1, "半月"]) {
      expect(Object.keys((await submitted({ ...boxes, coolingOffDays })).errors)).toEqual(["coolingOffDays"]);
    }
    const half = { kind: "universal", isOverOneYear: "" };
    const other = await submitted({ ...boxes, regime: "CSRC", insurance: half, coolingOffDays: "半月" });
    expect(other.errors).toEqual({});
    for (const field of ["insurance", "exclusions", "coolingOffDays"]) expect(other.values).not.toHaveProperty(field);
  });

  it("does not take a code another product has, whatever its case", async () => {
    const other = sheetOf({ product: "other", code: "wy2041", name: "别的" });
    const taken = takenBy([sheetOf(), other], "product-1");
    expect((await submitted(filled, (code) => taken(code)?.name)).errors["code"]).toMatch(/别的/);
    expect(takenBy([sheetOf()], "product-1")("WY2041")).toBeUndefined();
  });

  it("tells while one types what is wrong and what to look at, and not what is only not there yet", () => {
    const empty = boxesOf(undefined);
    expect(checkBoxes(empty, rules)).toEqual({ faults: [], flags: [] });
    const typed = checkBoxes({ ...empty, explanation: "零风险，同类第一" }, rules);
    expect(typed.faults.map(({ code }) => code)).toEqual(["forbidden-words"]);
    expect(typed.flags.map(({ code }) => code)).toEqual(["doubtful-words"]);
    const graded = checkBoxes({ ...filled, sellerGrade: "R1" }, rules).flags.map(({ code }) => code);
    expect(graded).toEqual(["seller-lower"]);
  });

  it("takes up a draft where it was left, and nothing of it that is not a box any more", () => {
    const draft = { name: "改了一半", fees: [{ kind: "other", percent: 1, note: "" }], price: 3, rights: "x" };
    const boxes = restoreBoxes(sheetOf(), JSON.parse(JSON.stringify(draft)));
    expect(boxes).toMatchObject({ name: "改了一半", fees: draft.fees, code: "WY2041", rights: [] });
    expect(boxes).not.toHaveProperty("price");
    expect(restoreBoxes(undefined, "nonsense")).toEqual(boxesOf(undefined));
  });
});
