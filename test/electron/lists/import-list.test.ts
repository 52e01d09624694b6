import { describe, expect, it } from "vitest";
import type { Row } from "../../../shared/bridge/streams.ts";
import { basicMap, bookOf, emptyVault, listFile, take } from "./fixture.ts";

const inTime = (rows: readonly Row[]) => rows.toSorted((a, b) => String(a["at"]).localeCompare(String(b["at"])));
const header = "No,Name,Phone,Assets\n";

describe("importing a list", () => {
  it("makes one client of each row, found again by pinyin and number as any other", async () => {
    const vault = await emptyVault();
    const report = await take(vault, listFile(`${header}1,陆文澜,138 0000 6027,4200000\n2,=1+1,,\n`), basicMap);
    expect(report).toEqual({
      rows: 2,
      clients: 2,
      contacts: 0,
      created: 2,
      updated: 0,
      same: 0,
      operations: 2,
      refusedRows: 0,
      refused: [],
    });
    const { clients } = await bookOf(vault);
    for (const { id } of clients) expect(id).toMatch(/^l[0-9a-f]{12}-[0-9a-f]{32}$/);
    expect(clients).toEqual([
      {
        id: clients[0]?.id,
        kind: "individual",
        name: "陆文澜",
        phone: "13800006027",
        investableAssets: 420_000_000,
        origin: "branch list",
      },
      { id: clients[1]?.id, kind: "individual", name: "=1+1", origin: "branch list" },
    ]);
  });

  it("again changes nothing, and of its next edition takes only what is new", async () => {
    const vault = await emptyVault();
    const first = listFile(`${header}1,陆文澜,13800006027,100\n2,孟怀瑾,13800006028,200\n`);
    await take(vault, first, basicMap);
    expect(await take(vault, first, basicMap)).toMatchObject({ created: 0, updated: 0, same: 2, operations: 0 });

    // Another order, a changed amount, a phone left empty, one client more.
    const next = listFile(`${header}3,白景行,13800006029,300\n2,孟怀瑾,,250\n1,陆文澜,13800006027,100\n`);
    expect(await take(vault, next, basicMap)).toMatchObject({ created: 1, updated: 1, same: 1, operations: 2 });
    const { clients } = await bookOf(vault);
    expect(clients).toHaveLength(3);
    expect(clients.find((c) => c["name"] === "孟怀瑾")).toMatchObject({
      phone: "13800006028",
      investableAssets: 25_000,
    });
  });

  it("nobody is born after today or before anybody alive", async () => {
    const vault = await emptyVault();
    const born = { as: "date", column: "Born", format: "yyyy-MM-dd" };
    const map = { ...basicMap, client: { ...basicMap.client, birthDate: born } };
    const rows = ["2026-11-23", "2026-11-24", "1879-12-31", "1880-01-01", "0099-01-01"];
    const content = `No,Name,Phone,Assets,Born\n${rows.map((day, i) => `${i},陆文澜,,,${day}`).join("\n")}\n`;
    const { clients, refused } = await take(vault, listFile(content), map);
    expect(clients).toBe(2);
    expect(refused.map(({ line, field }) => [line, field])).toEqual([3, 4, 6].map((line) => [line, "birthDate"]));
  });

  it("refuses a row with its line and reason, never with what stood in it, and goes on", async () => {
    const vault = await emptyVault();
    const rows = [
      "1,陆文澜,13800006027,100",
      "2,短",
      "3,长,13800006027,100,200",
      "4,,13800006027,100",
      "5,负,13800006027,-5",
      "6,电话,not a phone,100",
      ",无号,13800006027,100",
      "8,好,13800006030,1",
    ];
    const report = await take(vault, listFile(header + rows.join("\n")), basicMap);
    expect(report).toMatchObject({ rows: 8, clients: 2, created: 2, refusedRows: 6 });
    expect(report.refused).toEqual([
      { line: 3, reason: "row-length" },
      { line: 4, reason: "row-length" },
      { line: 5, reason: "not-accepted", field: "name" },
      { line: 6, reason: "negative", column: "Assets", field: "investableAssets" },
      { line: 7, reason: "not-accepted", field: "phone" },
      { line: 8, reason: "no-key" },
    ]);
  });

  it("passes over rows with nothing in them, as a spreadsheet leaves them below a list, and counts the others on", async () => {
    const vault = await emptyVault();
    const numbered = {
      ...basicMap,
      key: undefined,
      client: { ...basicMap.client, name: { as: "label", text: "客户{n}", digits: 1 } },
    };
    const list = listFile(`${header}1,甲,13800006027,100\n,,,\n3,丙,13800006029,1\n , \t,　,\n   \n`);
    expect(await take(vault, list, basicMap)).toMatchObject({ rows: 2, clients: 2, refusedRows: 0 });
    const other = await emptyVault();
    expect(await take(other, list, numbered)).toMatchObject({ rows: 2, clients: 2, refusedRows: 0 });
    expect((await bookOf(other)).clients.map(({ name }) => name).sort()).toEqual(["客户1", "客户3"]);
  });

  it("writes nothing when the map names a column the list does not have", async () => {
    const vault = await emptyVault();
    const map = { ...basicMap, client: { ...basicMap.client, email: { as: "text", column: "Mail" } } };
    await expect(take(vault, listFile(`${header}1,陆文澜,,\n`), map)).rejects.toMatchObject({
      code: "list-map",
      params: { name: "Mail" },
    });
    expect((await bookOf(vault)).clients).toEqual([]);
  });

  it("a header called __proto__ is a column like any other", async () => {
    const vault = await emptyVault();
    const map = { ...basicMap, client: { ...basicMap.client, occupation: { as: "text", column: "__proto__" } } };
    await take(vault, listFile(`No,Name,Phone,Assets,__proto__\n1,陆文澜,,,教师\n`), map);
    expect((await bookOf(vault)).clients[0]).toMatchObject({ occupation: "教师" });
    expect(Object.prototype).not.toHaveProperty("occupation");
  });

  describe("with contacts", () => {
    const map = {
      ...basicMap,
      client: { kind: basicMap.client.kind, name: basicMap.client.name },
      contact: {
        at: { as: "date", column: "On", format: "yyyy-MM-dd", time: "10:00" },
        channel: { as: "choice", column: "Channel", table: { 电话: "phone" }, otherwise: "other" },
        summary: { as: "text", column: "Note" },
      },
    };
    const withContacts = "No,Name,On,Channel,Note\n";

    it("several rows of one client are one client and several contacts", async () => {
      const vault = await emptyVault();
      const content = `${withContacts}1,陆文澜,2026-01-05,电话,甲\n1,陆文澜,2026-02-05,,乙\n1,陆文澜,,,\n`;
      expect(await take(vault, listFile(content), map)).toMatchObject({ clients: 3, contacts: 2, created: 3, same: 2 });
      const { clients, contacts } = await bookOf(vault);
      expect(clients).toHaveLength(1);
      expect(
        inTime(contacts).map((c) => [c["client"] === clients[0]?.id, c["at"], c["channel"], c["summary"]]),
      ).toEqual([
        [true, "2026-01-05T02:00:00.000Z", "phone", "甲"],
        [true, "2026-02-05T02:00:00.000Z", "other", "乙"],
      ]);
      expect(await take(vault, listFile(content), map)).toMatchObject({ operations: 0 });
    });

    it("a row that lacks what a new record needs is refused, one that only adds to it is not", async () => {
      const vault = await emptyVault();
      const strict = {
        ...map,
        contact: { ...map.contact, channel: { as: "choice", column: "Channel", table: { 电话: "phone" } } },
      };
      const content = `${withContacts}1,陆文澜,2026-01-05,电话,甲\n1,,,,\n1,陆文澜,2026-02-05,,乙\n`;
      const report = await take(vault, listFile(content), strict);
      expect(report).toMatchObject({ clients: 2, refused: [{ line: 4, reason: "not-accepted", field: "channel" }] });
    });

    it("a row whose contact is refused brings no client either", async () => {
      const vault = await emptyVault();
      const report = await take(vault, listFile(`${withContacts}1,陆文澜,2026-02-30,电话,甲\n`), map);
      expect(report.refused).toEqual([{ line: 2, reason: "not-a-date", column: "On", field: "at" }]);
      expect((await bookOf(vault)).clients).toEqual([]);
    });
  });
});
