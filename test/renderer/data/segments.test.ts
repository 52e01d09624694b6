import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClientList, type ClientSummary } from "../../../renderer/data/client-list.ts";
import { compareBy, countSegments, inSegment, ofSegment, segments, sortKeys } from "../../../renderer/data/segments.ts";
import { SortedRows } from "../../../renderer/data/sorted.ts";
import type { Row } from "../../../shared/bridge/streams.ts";
import { mergeRow } from "../../../shared/log/merge.ts";
import { type Client, completeness, tiers } from "../../../shared/model/client.ts";
import { levels } from "../../../shared/model/primitives.ts";
import { assessment, client, contact } from "./operations.ts";

const day = "2026-11-22";

const summary = fc
  .record(
    {
      id: fc.uuid(),
      pinyin: fc.constantFrom("lu wen lan", "luo wei lin", "alice"),
      name: fc.constantFrom("陆文澜", "罗维霖"),
      tier: fc.constantFrom(...tiers),
      completeness: fc.nat({ max: 100 }),
      level: fc.constantFrom(...levels),
      validUntil: fc.constantFrom("2026-11-21", "2026-11-22", "2026-12-22", "2026-12-23", "2027-03-05"),
      assets: fc.nat({ max: 5 }),
      lastContactAt: fc.constantFrom("2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z"),
      nextOn: fc.constantFrom("2026-11-23", "2026-11-24"),
    },
    { requiredKeys: ["id", "pinyin", "name", "tier", "completeness"] },
  )
  .map((row) => ({ kind: "individual", tags: [], ...row }) as unknown as ClientSummary);

const sort = fc.record({
  by: fc.constantFrom(...sortKeys),
  direction: fc.constantFrom("ascending" as const, "descending" as const),
});

describe("segments", () => {
  test.each([
    ["2026-11-21", ["expired"]],
    ["2026-11-22", ["expiring"]],
    ["2026-12-22", ["expiring"]],
    ["2026-12-23", []],
    [undefined, ["unassessed"]],
  ])("an assessment valid until %s is in %j on 22 November", (validUntil, expected) => {
    const row = { tier: "vip", completeness: 70, validUntil } as ClientSummary;
    expect(segments.filter((segment) => inSegment(row, segment, day))).toEqual(["all", "vip", ...expected]);
  });

  test("a profile of less than 70 percent is incomplete", () => {
    const row = (percent: number) =>
      ({ tier: "vip", completeness: percent, validUntil: "2027-11-22" }) as ClientSummary;
    expect([69, 70].map((percent) => inSegment(row(percent), "incomplete", day))).toEqual([true, false]);
  });

  test("are counted as they are filtered", () => {
    fc.assert(
      fc.property(fc.array(summary), (rows) => {
        const filtered = segments.map((segment) => [segment, ofSegment(rows, segment, day).length]);
        expect(countSegments(rows, day)).toEqual(Object.fromEntries(filtered));
      }),
    );
  });
});

describe("the order of the list", () => {
  test("has clients without a value last in either direction", () => {
    const rows = [{ id: "a" }, { id: "b", assets: 1 }, { id: "c", assets: 2 }].map(
      (row) => ({ pinyin: "x", name: "x", ...row }) as unknown as ClientSummary,
    );
    const ids = (direction: "ascending" | "descending") =>
      [...rows].sort(compareBy({ by: "assets", direction })).map((row) => row.id as string);
    expect([ids("ascending"), ids("descending")]).toEqual([
      ["b", "c", "a"],
      ["c", "b", "a"],
    ]);
  });

  test("sorts levels from the lowest class and tiers from vip", () => {
    const rows = (field: string, values: readonly string[]) =>
      values.map((value) => ({ id: value, pinyin: "", name: "", [field]: value }) as unknown as ClientSummary);
    const sorted = (field: "level" | "tier", values: readonly string[]) =>
      rows(field, [...values].reverse())
        .sort(compareBy({ by: field, direction: "ascending" }))
        .map((row) => row[field]);
    expect(sorted("level", levels)).toEqual(levels);
    expect(sorted("tier", tiers)).toEqual(tiers);
  });

  test("is the same when it is kept up as when it is made anew", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uniqueArray(summary, { selector: (row) => row.id }), sort), { maxLength: 6 }),
        (steps) => {
          const sorted = new SortedRows();
          let rows: readonly ClientSummary[] = [];
          for (const [other, by] of steps) {
            // Half of the old rows stay, some with new values.
            const kept = rows.slice(rows.length / 2).map((row, i) => ({ ...row, ...(i % 2 === 0 && { assets: i }) }));
            rows = [...other, ...kept];
            expect(sorted.sort(rows, by)).toEqual([...rows].sort(compareBy(by)));
            expect(sorted.sort(rows, by)).toBe(sorted.sort(rows, by));
          }
        },
      ),
    );
  });
});

describe("the order of a long list of which every row changes", () => {
  // More than are sorted in one by one.
  const count = 1_200;
  const rowsOf = (seed: number, at = (i: number) => `c-${i}`) =>
    Array.from({ length: count }, (_, i) => {
      const assets = (i * 7919 + seed * (i % 3) * 31) % 997;
      return { id: at(i), pinyin: `p ${i % 7}`, name: `n${i % 5}`, ...(i % 11 > 0 && { assets }) };
    }) as unknown as ClientSummary[];

  test.each([
    ["in its place", rowsOf(2)],
    ["and one is another client", rowsOf(2, (i) => (i === count - 1 ? "c-x" : `c-${i}`))],
    ["and they stand elsewhere", rowsOf(2).reverse()],
    ["and one is gone", rowsOf(2).slice(1)],
  ])("%s, is that of sorting anew", (_, after) => {
    for (const by of ["name", "assets"] as const) {
      for (const direction of ["ascending", "descending"] as const) {
        const sorted = new SortedRows();
        sorted.sort(rowsOf(1), { by, direction });
        expect(sorted.sort(after, { by, direction })).toEqual([...after].sort(compareBy({ by, direction })));
      }
    }
  });
});

describe("a client's line in the list", () => {
  const row = (patch: object) => mergeRow(undefined, client("c-1", patch));

  test("counts the profile as the model does", () => {
    const list = new ClientList();
    for (const patch of [
      {},
      { phone: "13800006027" },
      { kind: "company", phone: "13800006027", spouse: "程砚", goals: "" },
    ]) {
      const merged = row(patch);
      list.putClient(merged);
      const { filled, of } = completeness(merged as unknown as Client);
      expect(list.get("c-1")?.completeness).toBe(Math.floor((filled / of) * 100));
    }
  });

  test("shows the year of birth, known by day or by year alone", () => {
    const list = new ClientList();
    list.putClient(row({ birthDate: "1980-03-18" }));
    expect(list.get("c-1")?.birthYear).toBe(1980);
    list.putClient(row({ birthYear: 1975 }));
    expect(list.get("c-1")?.birthYear).toBe(1975);
  });

  test("keeps a promise open until somebody was in touch on that day or later", () => {
    const next = (...contacts: readonly (readonly [at: string, nextOn?: string])[]) => {
      const list = new ClientList();
      list.putClient(row({}));
      for (const [i, [at, nextOn]] of contacts.entries()) {
        list.addContact(
          mergeRow(undefined, contact(`k-${i}`, "c-1", { at: `${at}T02:00:00.000Z`, ...(nextOn && { nextOn }) })),
        );
      }
      return list.get("c-1")?.nextOn;
    };
    expect(next(["2026-11-01", "2026-11-10"])).toBe("2026-11-10");
    expect(next(["2026-11-01", "2026-11-10"], ["2026-11-05"])).toBe("2026-11-10");
    expect(next(["2026-11-01", "2026-11-10"], ["2026-11-10"])).toBeUndefined();
    expect(next(["2026-11-01", "2026-11-10"], ["2026-11-05", "2026-11-20"])).toBe("2026-11-10");
    expect(next(["2026-11-01", "2026-11-10"], ["2026-11-12", "2026-11-20"])).toBe("2026-11-20");
    expect(next(["2026-11-12"], ["2026-11-01", "2026-11-10"])).toBeUndefined();
    expect(next(["2026-11-01", "2026-11-01"])).toBe("2026-11-01");
  });

  test("is the same in any order, also where two happened at the same instant", () => {
    const contacts = ["k-1", "k-2"].map((id, i) =>
      mergeRow(undefined, contact(id, "c-1", { channel: i === 0 ? "sms" : "face" })),
    );
    const assessments = ["a-1", "a-2"].map((id, i) =>
      mergeRow(undefined, assessment(id, "c-1", { level: i === 0 ? "C1" : "C5" })),
    );
    for (const [first, second] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const list = new ClientList();
      list.putClient(row({}));
      for (const i of [first, second]) {
        list.addContact(contacts[i] as Row);
        list.addAssessment(assessments[i] as Row);
      }
      expect(list.get("c-1")).toMatchObject({ lastChannel: "face", level: "C5" });
    }
  });

  test("takes the newest assessment, whichever arrives first", () => {
    const older = assessment("a-1", "c-1", { finishedAt: "2025-10-01T00:00:00.000Z", level: "C1" });
    const newer = assessment("a-2", "c-1", { finishedAt: "2026-10-01T00:00:00.000Z", level: "C4" });
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const list = new ClientList();
      for (const operation of order) list.addAssessment(mergeRow(undefined, operation));
      list.putClient(row({}));
      expect(list.get("c-1")?.level).toBe("C4");
    }
  });
});
