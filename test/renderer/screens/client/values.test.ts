import fc from "fast-check";
import { expect, it } from "vitest";
import { type Reader, valueText } from "../../../../renderer/screens/client/values.ts";
import { say } from "../../../../shared/model/sentence.ts";

function reader(isMasked = false, language: Reader["language"] = "zh-CN"): Reader {
  return { t: (sentence, values) => say(sentence, language, values), language, isMasked };
}

it("says values as people do", () => {
  const cases = [
    ["investableAssets", 420_000_000, "420万元"],
    ["phone", "13800006027", "138 0000 6027"],
    ["gender", "female", "女"],
    ["tier", "vip", "VIP"],
    ["stage", "lost", "已流失"],
    ["investorClass", "professional-2", "专业投资者（二类）"],
    ["preferredChannel", "wechat", "微信"],
    ["reserveMonths", 8, "8个月支出"],
    ["debtServicePercent", 11, "11%"],
    ["birthYear", 1980, "1980年"],
    ["tags", ["教育储备", "子女出国"], "教育储备、子女出国"],
    [
      "keyPeople",
      [
        { name: "王平", role: "财务总监" },
        { name: "李", role: "" },
      ],
      "财务总监 王平、李",
    ],
    ["address", "滨江区", "滨江区"],
    ["address", null, ""],
    ["address", undefined, ""],
  ] as const;
  for (const [field, value, text] of cases) expect(valueText(field, value, reader())).toBe(text);
});

it("says them in the reader's language", () => {
  expect(valueText("investableAssets", 420_000_000, reader(false, "en"))).toBe("¥4.20m");
  expect(valueText("idType", "resident-id", reader(false, "zh-TW"))).toBe("居民身分證");
});

it("hides who it is and how much it is while the mask is on", () => {
  const digits = fc.stringMatching(/^1\d{10}$/);
  fc.assert(
    fc.property(
      digits,
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.stringMatching(/^[一-龥]{3,12}$/),
      (phone, fen, text) => {
        expect(valueText("phone", phone, reader(true))).toBe(`${phone.slice(0, 3)} **** ${phone.slice(-4)}`);
        expect(valueText("netAssets", fen, reader(true))).toBe("***");
        for (const field of ["address", "employer", "spouse", "emergencyContact"] as const) {
          expect(valueText(field, text, reader(true))).toBe("***");
        }
      },
    ),
  );
});

it("leaves what tells nobody who it is", () => {
  expect(valueText("stage", "mature", reader(true))).toBe("成熟期");
  expect(valueText("hobbies", "越野跑", reader(true))).toBe("越野跑");
});
