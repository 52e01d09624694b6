import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { defaultLimits, type List, openList } from "../../../electron/lists/read-list.ts";
import { listFile } from "./fixture.ts";

const text = '姓名,电话\r\n陆文澜,138 0000 6027\r\n孟怀瑾,"139,00""00"\r\n';

async function rowsOf(list: List): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of list.read()) rows.push(row.cells);
  return rows;
}

/** GB18030 has no encoder here: the two-byte codes of the characters of `text`. */
const gb: Record<string, readonly number[]> = {
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  电: [0xb5, 0xe7],
  话: [0xbb, 0xb0],
  陆: [0xc2, 0xbd],
  文: [0xce, 0xc4],
  澜: [0xc0, 0xbd],
  孟: [0xc3, 0xcf],
  怀: [0xbb, 0xb3],
  瑾: [0xe8, 0xaa],
};
const gb18030 = Buffer.from(Array.from(text).flatMap((c) => gb[c] ?? [c.charCodeAt(0)]));
const utf16be = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

describe("a list is read whoever made it", () => {
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["GB18030", gb18030, "gb18030"],
    ["UTF-16 little endian", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
    ["UTF-16 big endian", utf16be, "utf-16be"],
    ["UTF-16 little endian without a mark", Buffer.from(text, "utf16le"), "utf-16le"],
    ["UTF-16 big endian without a mark", Buffer.from(text, "utf16le").swap16(), "utf-16be"],
    ["compressed GB18030", gzipSync(gb18030), "gb18030"],
  ])("%s", async (_, bytes, encoding) => {
    const list = await openList(listFile(bytes));
    expect(list).toMatchObject({ encoding, delimiter: ",", header: ["姓名", "电话"], rows: 2 });
    expect(await rowsOf(list)).toEqual([
      ["陆文澜", "138 0000 6027"],
      ["孟怀瑾", '139,00"00'],
    ]);
  });

  it.each([
    [";", 'a;"b;,,,";c\n1;2;3\n'],
    ["\t", "a\tb, c\td\n1\t2\t3\n"],
    ["|", "a|b|c\n1|2|3\n"],
    [",", "alone\n1\n"],
  ])("separated by %j", async (delimiter, content) => {
    expect((await openList(listFile(content))).delimiter).toBe(delimiter);
  });

  it.each([
    ["Windows first", 'a,b\r\n1,"x"\n2,"y"\r3,z\r\n'],
    ["Unix first", 'a,b\n1,"x"\r\n2,"y"\r3,z'],
    ["old Mac first", 'a,b\r1,"x"\r\n2,"y"\n3,z\r'],
    ["carriage returns doubled", 'a,b\r\r\n1,"x"\r\r\n2,"y"\r\r\n3,z\r\r\n'],
  ])("with line ends of several kinds, %s", async (_, content) => {
    expect(await rowsOf(await openList(listFile(content)))).toEqual([
      ["1", "x"],
      ["2", "y"],
      ["3", "z"],
    ]);
  });

  it("line numbers are those of the file, cells over several lines and empty lines included", async () => {
    const list = await openList(listFile('a,b\n1,"x\ny"\n\n2,z\n'));
    const lines: [number, number][] = [];
    for await (const row of list.read()) lines.push([row.n, row.line]);
    expect(lines).toEqual([
      [1, 3],
      [2, 5],
    ]);
  });

  it("an encoding that the map names is not guessed at", async () => {
    const list = await openList(listFile(Buffer.from(text, "utf16le")), { encoding: "utf-16le" });
    expect(list.header).toEqual(["姓名", "电话"]);
  });
});

const small = { ...defaultLimits, bytes: 2000, rows: 3, rowChars: 100, columns: 4 };

describe("a list that cannot be read throughout is refused as a whole, by reason and line", () => {
  it.each([
    ["a NUL", "a,b\n1,2\n3,\u00004\n", "nul", 3],
    ["a NUL at every line end", "a,b\n\u00001,2\n\u0000", "nul", 2],
    ["neither UTF-8 nor GB18030", Buffer.from([0x61, 0x0a, 0xff, 0xff, 0x0a]), "encoding", 1],
    ["a quote that never closes", 'a,b\n1,"2\n3,4\n', "quotes", 3],
    ["text after a closing quote", 'a,b\n1,"2"x\n', "quotes", 2],
    ["a quote inside a bare cell", 'a,b\n1,2"3"\n', "quotes", 2],
    ["a line without end", `a,b\n1,${"x".repeat(500)}\n`, "row-too-long", 2],
    ["a header without end", "x".repeat(500), "row-too-long", 1],
    ["too many rows", "a\n1\n2\n3\n4\n", "too-many-rows", 5],
    ["too many columns", "a,b,c,d,e\n", "too-many-columns", 1],
    ["too many bytes", "a,b\n".repeat(600), "too-large", 1],
    ["a bomb of zeros, compressed", gzipSync(Buffer.alloc(5_000_000, 0x61)), "too-large", 1],
    ["half an archive", gzipSync(Buffer.from(text)).subarray(0, 30), "compression", 1],
    ["nothing", "", "empty", 1],
  ])("%s", async (_, content, reason, line) => {
    await expect(openList(listFile(content), {}, small)).rejects.toMatchObject({
      code: "list-unreadable",
      params: { reason, line },
    });
  });

  it("a file that is not there is the file system's error", async () => {
    await expect(openList("/nowhere/at all.csv")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
