import { describe, expect, it } from "vitest";
import { parseDay, parseMoney, parseNumber } from "../../../shared/model/typed.ts";

const yuan = (amount: number) => Math.round(amount * 100);

describe("a day as typed", () => {
  it.each([
    "1987-02-03",
    "1987-2-3",
    "1987/2/3",
    "1987.02.03",
    "19870203",
    "1987年2月3日",
    "１９８７年２月３日",
    " 1987 - 2 - 3 ",
  ])("%s is 1987-02-03", (typed) => {
    expect(parseDay(typed)).toBe("1987-02-03");
  });

  it("keeps a day that does not exist, for the schema to say so", () => {
    expect(parseDay("1987/2/30")).toBe("1987-02-30");
  });

  it.each(["", "1987", "2-3", "3/2/1987", "明天", "198702031"])("“%s” is none", (typed) => {
    expect(parseDay(typed)).toBeUndefined();
  });
});

describe("an amount as typed", () => {
  it.each([
    ["4200000", 4_200_000],
    ["4,200,000", 4_200_000],
    ["4，200，000元", 4_200_000],
    ["420万", 4_200_000],
    ["420 萬元", 4_200_000],
    ["１．５亿", 150_000_000],
    ["1.5億", 150_000_000],
    ["¥620k", 620_000],
    ["4.2m", 4_200_000],
    ["0.01", 0.01],
    [".5万", 5_000],
  ])("typed as %s is %d yuan", (typed, amount) => {
    expect(parseMoney(typed)).toBe(yuan(amount));
  });

  it.each(["", "abc", "1.2.3", "-5", "1万2千", "0.001", "1e9", "99999999999999999999"])(
    "typed as “%s” is no amount",
    (typed) => {
      expect(parseMoney(typed)).toBeUndefined();
    },
  );
});

describe("a number as typed", () => {
  it.each([
    ["1,260", 1260],
    ["−14.6", -14.6],
    ["１２", 12],
    [".5", 0.5],
    ["3.", 3],
  ])("%s is %d", (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it.each(["", "1e9", "1.2.3", "--1", "十", "5%"])("“%s” is none", (typed) => {
    expect(parseNumber(typed)).toBeUndefined();
  });
});
