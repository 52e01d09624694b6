import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { checkSheet } from "../../../shared/rules/sheet-check.ts";
import { shelfColumns } from "../../../shared/shelf/columns.ts";
import { toCsv } from "../../../shared/shelf/csv.ts";
import { readShelf, type ShelfList, type ShelfOptions } from "../../../shared/shelf/read-shelf.ts";
import { parseShelfMap } from "../../../shared/shelf/shelf-map.ts";
import { shelfCsv, shelfTemplate } from "../../../shared/shelf/write-shelf.ts";
import { shippedPack } from "../../support/packs.ts";
import { anySheet, sheetOf } from "../../support/product-sheets.ts";

const rules = { catalogue: shippedPack("product-catalogue"), words: shippedPack("lint-words"), day: "2026-11-23" };
const options: ShelfOptions = { ...rules, sheets: [], source: "名录 2026-11", at: "2026-11-23T02:00:00.000Z" };

/** By another parser than the import's way through files: the text itself. */
function listOf(csv: string): ShelfList {
  const [header = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

const heads = [
  "产品代码",
  "产品名称",
  "适用规则",
  "投资类型",
  "本机构等级",
  "期限（月）",
  "起购金额（元）",
  "评级日期",
];
const row = ["WY2041", "稳盈固收增强", "金监总局（投资）", "固定收益", "R2", "6", "1000", "2026-06-01"];
/** A list of one row, with further columns. */
function one(more: Readonly<Record<string, string>> = {}, changed: Readonly<Record<string, string>> = {}): ShelfList {
  const cells = heads.map((head, index) => changed[head] ?? row[index] ?? "");
  return {
    header: [...heads, ...Object.keys(more)],
    rows: [{ line: 2, cells: [...cells, ...Object.values(more)] }],
  };
}
const read = (list: ShelfList, changes: Partial<ShelfOptions> = {}) => readShelf(list, { ...options, ...changes });
const faultsOf = (list: ShelfList, changes: Partial<ShelfOptions> = {}) =>
  read(list, changes).rows.map(({ line, faults }) =>
    [line, ...faults.map(({ code, column }) => `${code} ${column?.id ?? ""}`.trim())].join(" / "),
  );
const sheetIn = (list: ShelfList, sheets: readonly ProductSheet[] = []) => read(list, { sheets }).rows[0]?.sheet;
/** What is in the book once a reading is taken in. */
function taken(reading: ReturnType<typeof read>): ProductSheet[] {
  return reading.rows.flatMap(({ sheet }, index) => (sheet === undefined ? [] : [{ id: `s${index}`, ...sheet }]));
}

describe("a shelf list", () => {
  it("becomes new products, with what is not said left out", () => {
    const reading = read(one());
    expect(reading).toMatchObject({ faults: [], ignored: [], counts: { create: 1, update: 0, same: 0, refused: 0 } });
    expect(reading.rows[0]).toMatchObject({ line: 2, code: "WY2041", outcome: "create", faults: [], changes: [] });
    expect(reading.rows[0]?.sheet).toEqual({
      product: reading.rows[0]?.sheet?.product,
      version: 1,
      at: options.at,
      code: "WY2041",
      name: "稳盈固收增强",
      regime: "NFRA_INVEST",
      type: "fixed-income",
      sellerGrade: "R2",
      gradedOn: "2026-06-01",
      termMonths: 6,
      minimum: 100_000,
      isActive: true,
      isPrivate: false,
      rights: [],
      fees: [],
      lookThrough: [],
      source: "名录 2026-11",
    });
  });

  it("taken in twice is all the same, whatever the second file is called", () => {
    const first = read(one({ 申购费: "", "管理费（%）": "0.3", "穿透：股票（%）": "12.5" }));
    const again = read(one({ "管理费（%）": "0.30%", "穿透：股票（%）": "12.50" }), {
      sheets: taken(first),
      source: "名录 2026-12",
    });
    expect(again.counts).toEqual({ create: 0, update: 0, same: 1, refused: 0 });
    expect(again.rows[0]?.sheet).toBeUndefined();
  });

  it("with another grade is a new version of the same product, and says what changed", () => {
    const sheets = taken(read(one()));
    const [known] = sheets;
    const reading = read(one({}, { 本机构等级: "R3" }), { sheets });
    expect(reading.rows[0]).toMatchObject({
      outcome: "update",
      changes: [{ field: "sellerGrade", before: "R2", after: "R3" }],
      sheet: { product: known?.product, version: 2, sellerGrade: "R3" },
    });
  });

  it("leaves what it leaves empty, and takes away what it strikes with a dash", () => {
    const before = sheetOf({
      code: "WY2041",
      minimumAge: 18,
      fees: [{ kind: "management", percent: 0.3, note: "每日计提" }],
    });
    const sheet = sheetIn(one({ 最低年龄: "-", 发行机构: "", "管理费（%）": "0.3" }), [before]);
    expect(sheet).toMatchObject({ issuer: "澄明理财", fees: before.fees, lookThrough: before.lookThrough });
    expect(sheet).not.toHaveProperty("minimumAge");
    expect(sheetIn(one({ "管理费（%）": "-", 评级有效至: "2028-01-01" }), [before])?.fees).toEqual([]);
  });

  it("finds a product by its code whatever its case, and one that changed its code by the new one", () => {
    const first = sheetOf({ id: "a", product: "p", code: "OLD", version: 1 });
    const second = sheetOf({ id: "b", product: "p", code: "wy2041", version: 2 });
    expect(read(one(), { sheets: [second, first] }).rows[0]?.sheet?.product).toBe("p");
    const back = read(one({}, { 产品代码: "OLD" }), { sheets: [second, first] }).rows[0];
    expect(back?.outcome).toBe("create");
    expect(back?.sheet?.product).not.toBe("p");
  });

  it("reads heads, words, amounts and dates in three languages and many forms", () => {
    const english = {
      header: [
        "Code",
        "Name",
        "Regime",
        "Type",
        "Seller's grade",
        "Term (months)",
        "Minimum (CNY)",
        "Graded on",
        "Rights needed",
      ],
      rows: [
        { line: 2, cells: ["A1", "Balanced A", "CSRC", "mixed", "r3", "0", "１万", "2026/6/1", "stock-connect; neeq"] },
      ],
    };
    expect(sheetIn(english)).toMatchObject({
      regime: "CSRC",
      type: "mixed",
      sellerGrade: "R3",
      minimum: 1_000_000,
      gradedOn: "2026-06-01",
      rights: ["stock-connect", "neeq"],
    });
    expect(read(one({ 产品种类: "混合型基金、混合类理财" })).rows[0]?.sheet?.catalogueEntry).toBe("mixed-fund");
  });

  it("reads insurance, an alternative, a drawdown and shares with notes", () => {
    const sheet = sheetIn(
      one(
        {
          险种: "分红型",
          保险期超过一年: "是",
          可替代产品: "定期寿险",
          "可替代产品佣金（%）": "1",
          "本机构佣金（%）": "3.5",
          "最大回撤（%）": "2",
          回撤区间起: "2024-01-01",
          回撤区间止: "2024-12-31",
          "申购费（%）": "1.5 100万元以下；1 100万元以上",
        },
        { 适用规则: "金监总局（保险）" },
      ),
    );
    expect(sheet).toMatchObject({
      insurance: { kind: "participating", isOverOneYear: true },
      alternative: { name: "定期寿险", commission: 1 },
      drawdown: { percent: 2, from: "2024-01-01", until: "2024-12-31" },
      fees: [
        { kind: "subscription", percent: 1.5, note: "100万元以下" },
        { kind: "subscription", percent: 1, note: "100万元以上" },
      ],
    });
  });

  it.each([
    ["15", 15],
    ["１５天", 15],
    ["15 日", 15],
    ["10个自然日", 10],
    ["1 Day", 1],
    ["20 days", 20],
    ["0", 0],
    ["无", 0],
    ["沒有", 0],
    ["None", 0],
  ])("reads a cooling-off period of “%s”, and what is not covered line by line", (typed, days) => {
    const insurance = { 险种: "分红型", 保险期超过一年: "是", 除外责任: " 酒后驾车\r\n战争 ", 犹豫期: typed };
    const sheet = sheetIn(one(insurance, { 适用规则: "金监总局（保险）" }));
    expect(sheet).toMatchObject({ exclusions: "酒后驾车\n战争", coolingOffDays: days });
  });

  it("takes a cooling-off period away with a dash; nought is not nothing", () => {
    const before = sheetOf({ code: "WY2041", exclusions: "战争", coolingOffDays: 15 });
    const struck = sheetIn(one({ 犹豫期: "-", 责任免除: "" }), [before]);
    expect(struck).not.toHaveProperty("coolingOffDays");
    expect(struck).toMatchObject({ exclusions: "战争" });
    expect(read(one({ 犹豫期: "0" }), { sheets: [before] }).rows[0]?.changes).toContainEqual({
      field: "coolingOffDays",
      before: 15,
      after: 0,
    });
  });

  it("names the heads it does not know and reads the rest", () => {
    expect(read(one({ 备注: "x", "": "" }))).toMatchObject({ ignored: ["备注"], counts: { create: 1 } });
  });
});

describe("a row is refused", () => {
  it.each([
    ["a grade nobody knows", { 本机构等级: "R7" }, "not-in-table sellerGrade"],
    ["a regime nobody knows", { 适用规则: "银保监会" }, "not-in-table regime"],
    ["no name", { 产品名称: "" }, "missing name"],
    ["no minimum", { "起购金额（元）": "-" }, "missing minimum"],
    ["a term in words", { "期限（月）": "半年" }, "not-a-number termMonths"],
    ["half a month", { "期限（月）": "1.5" }, "not-whole termMonths"],
    ["a term of a century and more", { "期限（月）": "1201" }, "too-big termMonths"],
    ["a negative amount", { "起购金额（元）": "-1000" }, "negative minimum"],
    ["an amount in words", { "起购金额（元）": "一千" }, "not-an-amount minimum"],
    ["a day that does not exist", { 评级日期: "2026-02-30" }, "not-a-date gradedOn"],
    ["a name without end", { 产品名称: "长".repeat(201) }, "too-long name"],
    ["a bell in its name", { 产品名称: "稳\u0007盈" }, "not-accepted name"],
    ["a promise in its name", { 产品名称: "保本增利" }, "forbidden-words name"],
  ])("for %s", (_, changed, fault) => {
    expect(faultsOf(one({}, changed))).toEqual([`2 / ${fault}`]);
  });

  it.each([
    ["a negative fee", { "管理费（%）": "-0.3" }, "negative fee.management"],
    ["a fee in thousandths", { "管理费（%）": "0.125" }, "too-fine fee.management"],
    ["a fee in words", { "管理费（%）": "免" }, "not-a-number fee.management"],
    ["ages that exclude everybody", { 最低年龄: "60", 最高年龄: "18" }, "ages-crossed maximumAge"],
    [
      "holdings beyond a hundred",
      { "穿透：股票（%）": "60", "穿透：信用债（%）": "50" },
      "look-through-over hold.credit-bond",
    ],
    ["a grade that ends before it begins", { 评级有效至: "2026-05-31" }, "grade-dates gradeUntil"],
    ["a private product below the law's minimum", { 私募: "是" }, "below-ticket minimum"],
    [
      "a kind of insurance on what is none",
      { 险种: "分红型", 保险期超过一年: "是" },
      "insurance-elsewhere insuranceKind",
    ],
    ["half a kind of insurance", { 险种: "分红型" }, "missing insuranceOverOneYear"],
    ["a drawdown without its days", { "最大回撤（%）": "12" }, "missing drawdownFrom / missing drawdownUntil"],
    ["an alternative without its commission", { 可替代产品: "货币基金" }, "missing alternativeCommission"],
    ["a kind of product nobody knows", { 产品种类: "彩票" }, "not-in-table catalogue"],
    ["a cooling-off period in words", { 犹豫期: "半个月" }, "not-a-number coolingOffDays"],
    ["half a day", { 犹豫期: "1.5天" }, "not-whole coolingOffDays"],
    ["a cooling-off period of months", { 犹豫期: "61" }, "too-big coolingOffDays"],
    ["a cooling-off period before it began", { 犹豫期: "-1天" }, "negative coolingOffDays"],
    ["exclusions without end", { 责任免除: "长".repeat(4001) }, "too-long exclusions"],
    ["a promise in its explanation", { 给客户的说明: "零风险" }, "forbidden-words explanation"],
  ])("for %s", (_, more, fault) => {
    expect(faultsOf(one(more))).toEqual([`2 / ${fault}`]);
  });

  it("for insurance of no kind, and a private product without minimum", () => {
    expect(faultsOf(one({}, { 适用规则: "金监总局（保险）" }))).toEqual(["2 / insurance-missing insuranceKind"]);
    expect(faultsOf(one({ 私募: "是" }, { "起购金额（元）": "0" }))).toEqual(["2 / private-minimum minimum"]);
  });

  it("without a source, unless it brings its own", () => {
    expect(faultsOf(one(), { source: "" })).toEqual(["2 / source-missing source"]);
    expect(read(one({ 来源: "张三" }), { source: "" }).rows[0]?.sheet?.source).toBe("张三");
  });

  it("with every fault at once, each with its cell", () => {
    const [refused] = read(one({ "管理费（%）": "-1" }, { 本机构等级: "R7", 评级日期: "昨天" })).rows;
    expect(refused?.faults.map(({ column, cell }) => `${column?.id}=${cell}`)).toEqual([
      "sellerGrade=R7",
      "gradedOn=昨天",
      "fee.management=-1",
    ]);
    expect(refused?.sheet).toBeUndefined();
  });

  it("together with the other row of the same code; the rest is taken", () => {
    const { header, rows } = one();
    const cells = rows[0]?.cells ?? [];
    const list = {
      header,
      rows: [
        { line: 2, cells },
        { line: 3, cells: ["OTHER", ...cells.slice(1)] },
        { line: 4, cells: [" wy2041", ...cells.slice(1)] },
      ],
    };
    expect(faultsOf(list)).toEqual(["2 / code-twice code", "3", "4 / code-twice code"]);
    expect(read(list).counts).toEqual({ create: 1, update: 0, same: 0, refused: 2 });
  });

  it("when it is shorter or longer than the head; a row of nothing is no row", () => {
    const { header, rows } = one();
    const cells = rows[0]?.cells ?? [];
    const list = {
      header,
      rows: [
        { line: 2, cells: cells.slice(0, -1) },
        { line: 3, cells: ["", "  "] },
        { line: 4, cells: ["B", ...cells.slice(1), "extra"] },
      ],
    };
    expect(faultsOf(list)).toEqual(["2 / row-length", "4 / row-length"]);
  });

  it("while a lower grade than the issuer's is taken and flagged: the higher counts", () => {
    const [flagged] = read(one({ 发行机构等级: "R3" })).rows;
    expect(flagged).toMatchObject({ outcome: "create", flags: [{ code: "seller-lower" }] });
  });
});

describe("a list is refused as a whole", () => {
  it.each([
    ["without a column for the code", { header: ["产品名称"], rows: [{ line: 2, cells: ["x"] }] }, "no-code-column"],
    ["with a column twice", { header: ["code", "产品代码"], rows: [{ line: 2, cells: ["x", "y"] }] }, "column-twice"],
    ["with a head and nothing below", { header: ["code"], rows: [] }, "no-rows"],
    ["with rows of nothing", { header: ["code"], rows: [{ line: 2, cells: [""] }] }, "no-rows"],
  ])("%s", (_, list, code) => {
    const reading = read(list);
    expect(reading.faults.map((fault) => fault.code)).toEqual([code]);
    expect(reading.rows).toEqual([]);
  });
});

describe("a map", () => {
  const map = parseShelfMap({
    format: "suitbook-shelf-map/1",
    columns: { code: "基金代码", sellerGrade: "风险等级" },
    words: { sellerGrade: { 中低风险: "R2" } },
    same: { regime: "CSRC", type: "mixed", termMonths: "0", minimum: "10" },
  });

  it("turns somebody else's list into ours", () => {
    const list = {
      header: ["基金代码", "产品名称", "风险等级"],
      rows: [{ line: 2, cells: ["000001", "成长混合", "中低风险"] }],
    };
    expect(sheetIn({ ...list }, [])).toBeUndefined();
    expect(read(list, { map }).rows[0]?.sheet).toMatchObject({ code: "000001", regime: "CSRC", sellerGrade: "R2" });
  });

  it("is no use for a list that lacks its columns", () => {
    expect(read(one(), { map }).faults.map(({ code, head }) => `${code} ${head}`)).toEqual([
      "column-missing 基金代码",
      "column-missing 风险等级",
    ]);
  });

  it.each([
    ["of another format", { format: "suitbook-list-map/1" }, "format"],
    [
      "with a column that does not exist",
      { format: "suitbook-shelf-map/1", columns: { price: "价格" } },
      "columns.price",
    ],
    ["with a part that does not exist", { format: "suitbook-shelf-map/1", colums: {} }, "colums"],
    ["that is none", [], ""],
  ])("%s is refused, with the place", (_, raw, name) => {
    expect(() => parseShelfMap(raw)).toThrow(new AppError("list-map", { name }));
  });
});

describe("whatever a list holds", () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "R3",
      "是",
      "-",
      "=1+1",
      "__proto__",
      "constructor",
      "1e999",
      "\u0000",
      "保本",
      "1.5 x；2 y",
      "9".repeat(30),
    ),
  );
  const head = fc.oneof(fc.constantFrom(...shelfColumns.map(({ id }) => id)), anyText);

  it("nothing is thrown, every row is told, and what would be written the model and the rules take", () => {
    fc.assert(
      fc.property(
        fc.array(head, { maxLength: 12 }),
        fc.array(fc.array(anyText, { maxLength: 13 }), { maxLength: 4 }),
        (heads_, rows) => {
          const list = { header: ["code", ...heads_], rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
          const reading = read(list);
          for (const { outcome, faults, sheet } of reading.rows) {
            expect(faults.length > 0).toBe(outcome === "refused");
            expect(sheet !== undefined).toBe(outcome === "create" || outcome === "update");
            if (sheet === undefined) continue;
            expect(ProductSheet.safeParse({ id: "x", ...sheet }).success).toBe(true);
            expect(checkSheet(sheet, rules).faults).toEqual([]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("the shelf written as a list in any language comes back all the same", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySheet, { selector: ({ code }) => code, maxLength: 4 }),
        fc.constantFrom(...languages),
        (sheets, language) => {
          fc.pre(sheets.length > 0);
          const { faults, ignored, rows } = read(listOf(shelfCsv(sheets, language)), { sheets });
          expect({ faults, ignored }).toEqual({ faults: [], ignored: [] });
          // A sheet that contradicts itself is refused on its way in, but read as what it was.
          const unlike = rows.filter(
            ({ outcome, faults: own }) => outcome !== "same" && !own.every(({ code }) => contradictions.has(code)),
          );
          expect(unlike).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const contradictions: ReadonlySet<string> = new Set([
    "ages-crossed",
    "insurance-missing",
    "insurance-elsewhere",
    "private-minimum",
    "below-ticket",
    "look-through-over",
    "grade-dates",
    "drawdown-dates",
  ]);

  it("nothing of it is a formula to a spreadsheet, and every text comes back", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "'=x", "＝1", 'a"b', "a\r\nb", " x "),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const parsed = parse(toCsv(rows), {
          bom: true,
          relax_column_count: true,
          record_delimiter: "\r\n",
        }) as string[][];
        expect(parsed.flat().filter((text) => /^[=+\-@\t\r＝＋－＠]/.test(text))).toEqual([]);
        expect(
          parsed.map((cells) => cells.map((text) => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text))),
        ).toEqual(rows);
      }),
    );
  });

  it("the template is the heads alone, and reads as a list without rows", () => {
    for (const language of languages) {
      const list = listOf(shelfTemplate(language));
      expect(list.header).toEqual(shelfColumns.map(({ head: heads_ }) => heads_[language]));
      expect(read(list).faults.map(({ code }) => code)).toEqual(["no-rows"]);
    }
  });
});
