/** @file What zod finds becomes a sentence of ours, in the language of the moment. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formMessage, formResolver, sayError, withoutBlanks } from "../../../renderer/parts/form.ts";
import { formatMoney } from "../../../renderer/text/format.ts";
import type { Sentence } from "../../../renderer/text/text.ts";
import { Client, clientFields } from "../../../shared/model/client.ts";
import { Line, Money } from "../../../shared/model/primitives.ts";
import { say, type Values } from "../../../shared/model/sentence.ts";

const late: Sentence = { "zh-CN": "不能早于 {day}", "zh-TW": "不能早於 {day}", en: "Not before {day}" };
const schema = z.object({
  name: clientFields.name,
  kind: clientFields.kind,
  birthDate: clientFields.birthDate.optional(),
  email: clientFields.email.optional(),
  phone: clientFields.phone.optional(),
  assets: Money.max(100_000_000).optional(),
  months: z.int().min(0).max(600).optional(),
  tags: z.array(Line).max(2).optional(),
  note: z.string().max(5).optional(),
  people: z.array(z.object({ name: clientFields.name })).optional(),
});
const good = { name: "陆文澜", kind: "individual" };
const chinese = (sentence: Sentence, values?: Values) => say(sentence, "zh-CN", values);

/** The sentence below one field after submitting these values. */
async function said(values: Record<string, unknown>, field: string, number?: (value: number) => string) {
  const options = { fields: {}, shouldUseNativeValidation: false };
  const { errors } = await formResolver(schema)({ ...good, ...values } as never, undefined, options as never);
  const error = field.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], errors);
  return sayError(chinese, error as never, number);
}

describe("a field's error", () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ["a name left empty", { name: "" }, "name", "请填写"],
    ["a name of spaces", { name: "   " }, "name", "请填写"],
    ["a kind not chosen", { kind: "" }, "kind", "请选择"],
    ["a kind nobody offers", { kind: "robot" }, "kind", "请选择"],
    ["a day February does not have", { birthDate: "1987-02-30" }, "birthDate", "没有这一天。1987年2月最多28日"],
    ["29 February of a common year", { birthDate: "2023-02-29" }, "birthDate", "没有这一天。2023年2月最多28日"],
    ["a thirteenth month", { birthDate: "1987-13-01" }, "birthDate", "月份应在 01–12"],
    ["a day in words", { birthDate: "去年春天" }, "birthDate", "按 1987-02-03 的样子填写"],
    ["half an address", { email: "lu@" }, "email", "邮箱不完整，应为 名称@域名"],
    ["a phone with letters", { phone: "138abc" }, "phone", "格式不对，请检查"],
    ["an amount in words", { assets: "很多" }, "assets", "请填数字"],
    ["half a month", { months: 2.5 }, "months", "请填整数"],
    ["more months than allowed", { months: 601 }, "months", "不能大于 600"],
    ["fewer than none", { months: -1 }, "months", "不能小于 0"],
    ["a long note", { note: "一二三四五六七" }, "note", "最多5个字，现在有7个"],
    ["too many tags", { tags: ["甲", "乙", "丙"] }, "tags", "最多2项"],
    ["a nested name left empty", { people: [{ name: "程砚" }, { name: "", role: "x" }] }, "people.1.name", "请填写"],
  ])("says in our words: %s", async (_, values, field, sentence) => {
    expect(await said(values, field)).toBe(sentence);
  });

  it("writes a bound as money where the field is money", async () => {
    expect(await said({ assets: 200_000_000 }, "assets", (fen) => formatMoney(fen, "zh-CN"))).toBe("不能大于 100万元");
  });

  it("says a screen's own sentence with its values", () => {
    const error = { type: "custom", message: formMessage(late, { day: "2026-11-23" }) };
    expect(sayError(chinese, error)).toBe("不能早于 2026-11-23");
    expect(sayError((sentence, values) => say(sentence, "en", values), error)).toBe("Not before 2026-11-23");
  });

  it("is never zod's own English, whatever the schema says", async () => {
    const odd = z.object({
      a: z.union([z.literal(1), z.literal(2)]),
      b: z.map(z.string(), z.string()),
      c: z.string().refine(() => false, "Oh no"),
    });
    const options = { fields: {}, shouldUseNativeValidation: false };
    const { errors } = await formResolver(odd)({ a: 3, b: 4, c: "x" } as never, undefined, options as never);
    const all = Object.values(errors as Record<string, never>).map((error) => sayError(chinese, error));
    expect(all).toEqual(["请检查这一项", "请检查这一项", "请检查这一项"]);
  });
});

describe("an empty field", () => {
  it("is absent, at any depth, however it was left", () => {
    expect(
      withoutBlanks({ a: "", b: null, c: undefined, d: "  ", e: 0, f: false, g: { h: "", i: "x" }, j: ["", "y"] }),
    ).toEqual({
      e: 0,
      f: false,
      g: { i: "x" },
      j: ["y"],
    });
  });

  it("does not fail an optional pattern", async () => {
    const options = { fields: {}, shouldUseNativeValidation: false };
    const values = { id: "c-1", ...good, phone: "", email: "", birthDate: "", investableAssets: null };
    const result = await formResolver(Client)(values as never, undefined, options as never);
    expect(result).toEqual({ values: { id: "c-1", ...good }, errors: {} });
  });
});
