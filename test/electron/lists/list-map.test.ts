import { describe, expect, it } from "vitest";
import { columnsOf, readerOf } from "../../../electron/lists/cells.ts";
import { type ListMap, parseListMap, type Rule } from "../../../electron/lists/list-map.ts";
import bankMap from "../../support/bank-marketing.map.json" with { type: "json" };
import { basicMap } from "./fixture.ts";

describe("a map", () => {
  it.each(["yyyy/M/d", "d.M.yyyy", "yyyy年MM月dd日", "yyyyMMdd"])("with dates of the form %s is a map", (format) => {
    const birthDate = { as: "date", column: "Born", format };
    expect(parseListMap({ ...basicMap, client: { ...basicMap.client, birthDate } }).client.birthDate).toEqual(
      birthDate,
    );
  });

  it("of the bank list is a map", () => {
    expect(parseListMap(bankMap).list).toBe("bank-marketing");
  });

  it.each([
    ["not an object", 7, ""],
    ["another format", { ...basicMap, format: "v0" }, "format"],
    [
      "a field nobody has",
      { ...basicMap, client: { ...basicMap.client, shoeSize: bankMap.client.kind } },
      "client.shoeSize",
    ],
    [
      "a field that is not a list's to say",
      { ...basicMap, client: { ...basicMap.client, restricted: bankMap.client.kind } },
      "client.restricted",
    ],
    [
      "a rule nobody knows",
      { ...basicMap, client: { ...basicMap.client, name: { as: "eval", code: "1" } } },
      "client.name.as",
    ],
    [
      "a rule with more than it knows",
      { ...basicMap, client: { ...basicMap.client, name: { as: "text", column: "a", run: "x" } } },
      "client.name.run",
    ],
    ["a setting nobody knows", { ...basicMap, script: "x" }, "script"],
    [
      "a prototype",
      JSON.parse('{"format":"suitbook-list-map/1","list":"x","client":{"__proto__":{"as":"constant","value":1}}}'),
      "client",
    ],
    ...["yyyy-MMM-dd", "yyyy/yyyy/M/d", "yyyy-mm-dd", "yyyy-MM-dd HH:mm", "dd/MM", "M/d/yy", ""].map(
      (format): [string, unknown, string] => [
        `a date of the form "${format}"`,
        { ...basicMap, client: { ...basicMap.client, birthDate: { as: "date", column: "Born", format } } },
        "client.birthDate.format",
      ],
    ),
    [
      "a constant nested without end",
      {
        ...basicMap,
        client: {
          ...basicMap.client,
          needs: { as: "constant", value: JSON.parse("[".repeat(50_000) + "]".repeat(50_000)) as unknown },
        },
      },
      "client.needs.value",
    ],
    ["no name", { ...basicMap, client: { kind: basicMap.client.kind } }, "client.name"],
    ["a contact without its moment", { ...basicMap, contact: { channel: bankMap.contact.channel } }, "contact.at"],
    [
      "a time that does not exist",
      { ...basicMap, contact: { ...bankMap.contact, at: { ...bankMap.contact.at, time: "24:00" } } },
      "contact.at.time",
    ],
  ])("with %s is refused by the place in it", (_, raw, name) => {
    expect(() => parseListMap(raw)).toThrow(
      expect.objectContaining({ code: "list-map", params: { name: expect.stringContaining(name) } }),
    );
  });
});

const header = ["A", "B", "Marital (Status)", "__proto__", "Twice", "Twice"];
const map = { empty: ["", "unknown"] } as unknown as ListMap;

/** One cell, or several, through one rule. */
function read(rule: Rule, ...cells: string[]) {
  return readerOf(rule, columnsOf(header), map)({ line: 2, n: 7, cells });
}
const fault = (reason: string, column = "A") => ({ fault: { reason, column } });

describe("cells become values", () => {
  const money = { as: "money", column: "A", times: 100 } as const;
  const birthday = (format: string): Rule => ({ as: "date", column: "A", format });
  const dayMonth = { as: "day-month", day: "A", month: "B", year: 2008, time: "10:00" } as const;
  it.each<[string, Rule, string[], unknown]>([
    ["a constant", { as: "constant", value: "x" }, [], { value: "x" }],
    ["a label with the row's number", { as: "label", text: "客户 {n}", digits: 5 }, [], { value: "客户 00007" }],
    ["text", { as: "text", column: "A" }, [" 陆 "], { value: "陆" }],
    [
      "text from a column with a dangerous name",
      { as: "text", column: "__proto__" },
      ["", "", "", "x"],
      { value: "x" },
    ],
    [
      "a formula, as the text it is",
      { as: "text", column: "A" },
      ["=cmd|' /C calc'!A0"],
      { value: "=cmd|' /C calc'!A0" },
    ],
    ["nothing", { as: "text", column: "A" }, ["  "], { value: undefined }],
    ["what the map calls nothing", { as: "text", column: "A" }, ["unknown"], { value: undefined }],
    ["a row that is too short", { as: "text", column: "B" }, ["x"], { value: undefined }],
    ["yuan", money, ["12.34"], { value: 1234 }],
    ["yuan with signs", money, ["¥1,234,567.8元"], { value: 123456780 }],
    ["ten thousands", { ...money, times: 1_000_000 }, ["420"], { value: 420_000_000 }],
    ["odd thousands", money, ["1,23"], fault("not-a-number")],
    ["a debt where none may be", money, ["-5"], fault("negative")],
    ["a debt as a debt", { ...money, sign: "negative" }, ["-5"], { value: 500 }],
    ["a credit where debts are wanted", { ...money, sign: "negative" }, ["5"], { value: undefined }],
    ["a debt where credits are wanted", { ...money, sign: "positive" }, ["-5"], { value: undefined }],
    ["an integer", { as: "integer", column: "A" }, ["42"], { value: 42 }],
    ["hexadecimal", { as: "integer", column: "A" }, ["0x10"], fault("not-a-number")],
    ["infinity", { as: "integer", column: "A" }, ["Infinity"], fault("not-a-number")],
    ["a word from a table", { as: "choice", column: "A", table: { yes: "active" } }, ["yes"], { value: "active" }],
    [
      "a word that is not there",
      { as: "choice", column: "A", table: { yes: "active" } },
      ["no"],
      fault("not-in-table"),
    ],
    ["a word every object has", { as: "choice", column: "A", table: {} }, ["constructor"], fault("not-in-table")],
    ["anything else", { as: "choice", column: "A", table: {}, otherwise: "other" }, ["unknown"], { value: "other" }],
    ["an ISO date", birthday("yyyy-MM-dd"), ["1980-03-18"], { value: "1980-03-18" }],
    ["a date with slashes", birthday("yyyy/M/d"), ["1980/3/8"], { value: "1980-03-08" }],
    ["a date without signs", birthday("yyyyMMdd"), ["19800318"], { value: "1980-03-18" }],
    ["a date in words", birthday("yyyy年M月d日"), ["1980年3月18日"], { value: "1980-03-18" }],
    ["a date with the day first", birthday("d.M.yyyy"), ["18.3.1980"], { value: "1980-03-18" }],
    ["a dot that is no dot", birthday("d.M.yyyy"), ["18x3x1980"], fault("not-a-date")],
    ["a day that does not exist", birthday("yyyy-MM-dd"), ["2026-02-29"], fault("not-a-date")],
    [
      "a date with a time in China",
      { ...birthday("yyyy-MM-dd"), time: "07:30" } as Rule,
      ["2026-01-01"],
      { value: "2025-12-31T23:30:00.000Z" },
    ],
    ["a day and an English month", dayMonth, ["5", "may"], { value: "2008-05-05T02:00:00.000Z" }],
    ["a day and a number of a month", dayMonth, ["29", "2"], { value: "2008-02-29T02:00:00.000Z" }],
    ["the 30th of February", dayMonth, ["30", "feb"], fault("not-a-date")],
    ["an age", { as: "birth-year", column: "A", year: 2008 }, ["58"], { value: 1950 }],
    ["seconds", { as: "minutes", column: "A" }, ["261"], { value: 4 }],
    ["several tags", { as: "tags", column: "A", separator: ";" }, ["a; b;;a"], { value: ["a", "b"] }],
    [
      "flags",
      {
        as: "flags",
        flags: [
          { column: "A", is: "yes", tag: "贷" },
          { column: "B", is: "yes", tag: "存" },
        ],
      },
      ["yes", "no"],
      { value: ["贷"] },
    ],
    ["no flags", { as: "flags", flags: [{ column: "A", is: "yes", tag: "贷" }] }, ["no"], { value: undefined }],
    [
      "words around cells",
      { as: "template", text: "{A}，{Marital (Status)}", tables: { "Marital (Status)": { married: "已婚" } } },
      ["x", "", "married"],
      { value: "x，已婚" },
    ],
    ["words around nothing", { as: "template", text: "说：{A}" }, [""], { value: undefined }],
  ])("%s", (_, rule, cells, expected) => {
    expect(read(rule, ...cells)).toEqual(expected);
  });

  it.each(["C", "Twice", "toString"])("a column %s that is not there, or there twice, is the map's fault", (column) => {
    expect(() => read({ as: "text", column })).toThrow(
      expect.objectContaining({ code: "list-map", params: { name: column } }),
    );
  });
});
