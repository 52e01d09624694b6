import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../../electron/headless/exit.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { currentSheets } from "../../../shared/rules/product-sheets.ts";
import { shelfCsv } from "../../../shared/shelf/write-shelf.ts";
import { sheetOf } from "../../support/product-sheets.ts";
import { passphrase, run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const head = "产品代码,产品名称,适用规则,投资类型,本机构等级,期限（月）,起购金额（元）,评级日期";
const rowOf = (code: string, grade = "R2") =>
  `${code},稳盈${code},金监总局（投资）,固定收益,${grade},6,1000,2026-06-01`;
const listOf = (...rows: string[]) => `${[head, ...rows].join("\r\n")}\r\n`;

let count = 0;
async function newBook(): Promise<string> {
  const dir = folder.at(`book-${++count}`);
  await runJson("vault", "init", dir);
  return dir;
}

/** What the book holds, read anew from the disk. */
async function shelfIn(dir: string): Promise<readonly ProductSheet[]> {
  const vault = await unlockVault(dir, { passphrase }, { now: () => 0, kdfFloor: 16 });
  try {
    return [...vault.rows("productSheet").values()].map((row) => ProductSheet.parse(row));
  } finally {
    await vault.close();
  }
}

/** Everything ever written there, counted. */
async function operationsIn(dir: string): Promise<unknown> {
  return (await runJson("vault", "stats", dir)).json["operations"];
}

const taking = (dir: string, file: string, ...more: string[]) =>
  runJson("shelf", "import", file, "--vault", dir, ...more);

describe("shelf import", () => {
  let dir: string;
  beforeAll(async () => {
    dir = await newBook();
  });

  it("puts products on the shelf, takes the same list for the same, and what differs for a new version", async () => {
    const file = folder.write("shelf.csv", listOf(rowOf("A"), rowOf("B")));
    expect(await taking(dir, file, "--source", "名录")).toMatchObject({
      exit: 0,
      json: { written: 2, create: 2, same: 0 },
    });
    expect(await taking(dir, file, "--source", "名录再版")).toMatchObject({
      exit: 0,
      json: { written: 0, create: 0, same: 2 },
    });
    const next = folder.write("next.csv", listOf(rowOf("A", "R3"), rowOf("B"), rowOf("C")));
    expect(await taking(dir, next, "--source", "名录三版")).toMatchObject({
      exit: 0,
      json: { written: 2, create: 1, update: 1, same: 1, rows: [{ code: "A", outcome: "update" }, { code: "C" }] },
    });
    const all = await shelfIn(dir);
    expect(all).toHaveLength(4);
    const shelf = currentSheets(all).map(({ code, version, sellerGrade, source }) => [
      code,
      version,
      sellerGrade,
      source,
    ]);
    expect(shelf).toEqual([
      ["A", 2, "R3", "名录三版"],
      ["B", 1, "R2", "名录"],
      ["C", 1, "R2", "名录三版"],
    ]);
  });

  it("refuses a list with one wrong row as a whole, with every fault, and writes nothing", async () => {
    const before = await operationsIn(dir);
    const file = folder.write("wrong.csv", listOf(rowOf("D"), rowOf("E", "R9"), rowOf("A", "R4"), rowOf("a", "R4")));
    const { exit, json } = await taking(dir, file);
    expect({ exit, json }).toMatchObject({ exit: exitCodes.refused, json: { written: 0, refused: 4 } });
    const told = (json["rows"] as { line: number; faults: { code: string }[] }[]).map(({ line, faults }) => [
      line,
      ...faults.map(({ code }) => code),
    ]);
    expect(told).toEqual([
      [2, "source-missing"],
      [3, "not-in-table"],
      [4, "code-twice", "source-missing"],
      [5, "code-twice", "source-missing"],
    ]);
    expect(await operationsIn(dir)).toBe(before);
  });

  it("takes the rows that pass where that is asked for, and says so by its exit code", async () => {
    const own = await newBook();
    const file = folder.write("some.csv", listOf(rowOf("A"), rowOf("B", "R9")));
    const { exit, json } = await taking(own, file, "--source", "x", "--accepted");
    expect({ exit, json }).toMatchObject({ exit: exitCodes.partly, json: { written: 1, refused: 1 } });
    expect((await shelfIn(own)).map(({ code }) => code)).toEqual(["A"]);
  });

  it("only looks where a preview is asked for", async () => {
    const own = await newBook();
    const file = folder.write("look.csv", listOf(rowOf("A")));
    const { exit, json } = await taking(own, file, "--source", "x", "--preview");
    expect({ exit, json }).toMatchObject({ exit: 0, json: { written: 0, create: 1 } });
    expect(await shelfIn(own)).toEqual([]);
    expect((await taking(own, file, "--preview", "--accepted")).exit).toBe(exitCodes.usage);
  });

  it.each([
    ["UTF-16 with a mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
    ["packed UTF-8", (text: string) => gzipSync(text), "utf-8"],
    ["tabs", (text: string) => Buffer.from(text.replaceAll(",", "\t")), "utf-8"],
  ])("reads %s", async (_, encode, encoding) => {
    const own = await newBook();
    const file = folder.write("coded", encode(listOf(rowOf("A"))));
    expect(await taking(own, file, "--source", "x")).toMatchObject({ exit: 0, json: { encoding, written: 1 } });
  });

  it("reads GB18030, and the shelf it wrote itself", async () => {
    const own = await newBook();
    // 产品代码 in GB18030; the other heads by their ids.
    const gb = Buffer.concat([
      Buffer.from([0xb2, 0xfa, 0xc6, 0xb7, 0xb4, 0xfa, 0xc2, 0xeb]),
      Buffer.from(",name,regime,type,sellerGrade,termMonths,minimum\nA,Steady,CSRC,mixed,R3,0,10\n"),
    ]);
    expect(await taking(own, folder.write("gb.csv", gb), "--source", "x")).toMatchObject({
      exit: 0,
      json: { encoding: "gb18030", written: 1 },
    });
    const written = folder.write("own.csv", shelfCsv([...(await shelfIn(own)), sheetOf()], "en"));
    expect(await taking(own, written)).toMatchObject({ exit: 0, json: { create: 1, same: 1 } });
  });

  it("takes somebody else's list by a map, and names what is wrong with a map", async () => {
    const own = await newBook();
    const file = folder.write("theirs.csv", "基金代码,简称,风险\n000001,成长混合,中风险\n");
    const map = {
      format: "suitbook-shelf-map/1",
      columns: { code: "基金代码", name: "简称", sellerGrade: "风险" },
      words: { sellerGrade: { 中风险: "R3" } },
      same: { regime: "CSRC", type: "mixed", termMonths: "0", minimum: "10" },
      source: "基金公司名录",
    };
    const taken = await taking(own, file, "--map", folder.write("map.json", JSON.stringify(map)));
    expect(taken).toMatchObject({ exit: 0, json: { written: 1 } });
    expect(await shelfIn(own)).toMatchObject([{ code: "000001", regime: "CSRC", source: "基金公司名录" }]);
    const wrong = folder.write("wrong.json", JSON.stringify({ ...map, columns: { price: "价格" } }));
    expect(await taking(own, file, "--map", wrong)).toMatchObject({
      exit: exitCodes.refused,
      json: { error: "list-map", params: { name: "columns.price" } },
    });
    const half = folder.write("half.json", JSON.stringify({ ...map, same: { ...map.same, issuer: "\ud83d" } }));
    expect(await taking(own, file, "--map", half)).toMatchObject({ json: { error: "list-map", params: { name: "" } } });
  });

  it.each([
    ["nothing at all", "", { error: "list-unreadable" }],
    ["a quote that never closes", 'code\n"A\n', { error: "list-unreadable" }],
    ["what is no text", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1]), { error: "list-unreadable" }],
    ["more rows than a list may have", `code\n${"A\n".repeat(10_001)}`, { error: "list-too-large" }],
    ["a head alone", "code,name\n", { faults: [{ code: "no-rows" }] }],
    ["no code", "name\nx\n", { faults: [{ code: "no-code-column" }] }],
  ])("refuses %s, and nothing is written", async (_, content, json) => {
    const before = await operationsIn(dir);
    const { exit, json: said } = await taking(dir, folder.write("bad.csv", content));
    expect({ exit, said }).toMatchObject({ exit: exitCodes.refused, said: json });
    expect(await operationsIn(dir)).toBe(before);
  });

  it("quotes a list without what would command the terminal", async () => {
    const file = folder.write("escape.csv", 'code,\u001b[2J\n"\u009b1m\u001b]0;x\u0007A",x\n');
    const { stdout } = await run(["shelf", "import", file, "--vault", dir]);
    expect(stdout).toContain("\uFFFD[2J");
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    const map = folder.write("escape.json", '{"\\u001b[2J":1}');
    expect((await run(["shelf", "import", file, "--map", map, "--vault", dir])).stderr).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it("says in sentences what is wrong where, in the user's language", async () => {
    const file = folder.write("words.csv", listOf(rowOf("A", "R9"), `${rowOf("B")}`.replace("稳盈B", "保本B")));
    const { stdout } = await run(["shelf", "import", file, "--vault", dir, "--source", "x"], { language: "zh-CN" });
    expect(stdout).toContain("没有写入，原来的产品照旧有效");
    expect(stdout).toContain("第2行 A 本机构等级：不在可填的词里");
    expect(stdout).toContain("第3行 B 产品名称：“保本”不能写给客户：不得承诺保本或以任何方式暗示本金不受损失");
  });
});

describe("shelf template", () => {
  it("prints the heads in the language asked for, and its help explains them", async () => {
    expect((await run(["shelf", "template", "--heads", "zh-TW"])).stdout).toMatch(/^\ufeff產品代碼,產品名稱,/);
    expect((await run(["shelf", "template"])).stdout).toMatch(/^\ufeffCode,Name,/);
    expect((await run(["shelf", "template", "--heads", "fr"])).exit).toBe(exitCodes.usage);
    expect((await run(["shelf", "import", "--help"])).stdout).toContain(
      "* sellerGrade  Seller's grade: R1 | R2 | R3 | R4 | R5",
    );
  });
});
