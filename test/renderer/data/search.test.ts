import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClientList } from "../../../renderer/data/client-list.ts";
import { present, SearchIndex } from "../../../renderer/data/search-index.ts";
import type { Row } from "../../../shared/bridge/streams.ts";
import { mergeRow } from "../../../shared/log/merge.ts";
import { client } from "./operations.ts";

const people: readonly (readonly [id: string, patch: object])[] = [
  ["c-1", { name: "陆文澜", phone: "13800006027", customerNo: "BJ-00418", tags: ["子女出国", "Golf"] }],
  ["c-2", { name: "罗维霖", phone: "13911841184" }],
  ["c-3", { name: "单田芳", phone: "18677306027" }],
  ["c-4", { name: "Alice Wang", tags: ["golf"] }],
  ["c-5", { name: "澄江精密制造", kind: "company" }],
  ["c-6", { name: "王陆", restricted: true }],
];

function indexed(): { index: SearchIndex; list: ClientList } {
  const index = new SearchIndex();
  const list = new ClientList();
  for (const [id, patch] of people) put(index, list, mergeRow(undefined, client(id, patch)));
  return { index, list };
}

function put(index: SearchIndex, list: ClientList, row: Row): void {
  index.put(row);
  list.putClient(row);
}

function search(query: string, { index, list } = indexed(), limit = 10) {
  return index.find(query, limit).flatMap((found) => {
    const shown = list.get(found.entry.id);
    return shown ? [present(found, query, shown)] : [];
  });
}

describe("search", () => {
  test.each([
    ["文澜", ["陆文澜"]],
    ["lwl", ["陆文澜", "罗维霖"]],
    ["LWL", ["陆文澜", "罗维霖"]],
    ["luwenlan", ["陆文澜"]],
    ["lu wen", ["陆文澜"]],
    ["wenl", ["陆文澜"]],
    ["shan", ["单田芳"]],
    ["stf", ["单田芳"]],
    ["6027", ["陆文澜", "单田芳"]],
    ["138 0000", ["陆文澜"]],
    ["bj-004", ["陆文澜"]],
    ["出国", ["陆文澜"]],
    ["GOLF", ["Alice Wang", "陆文澜"]],
    ["alicew", ["Alice Wang"]],
    ["ＡＬＩＣＥ", ["Alice Wang"]],
    ["chengjiang", ["澄江精密制造"]],
    ["jmzz", ["澄江精密制造"]],
  ])("%s finds %j", (query, names) => {
    expect(search(query).map((hit) => hit.client.name)).toEqual(names);
  });

  test.each([[""], ["  "], ["不在"], ["uwen"], ["enlan"], ["\n"]])("%j finds nobody", (query) => {
    expect(search(query)).toEqual([]);
  });

  test("does not find a client who was withdrawn, and finds one no more after", () => {
    const both = indexed();
    expect(search("王陆", both)).toEqual([]);
    put(both.index, both.list, mergeRow(undefined, client("c-1", { name: "陆文澜", restricted: true })));
    expect(search("陆", both)).toEqual([]);
    put(both.index, both.list, mergeRow(undefined, client("c-1", { name: "陆文澜" })));
    expect(search("陆", both).map((hit) => hit.client.name)).toEqual(["陆文澜"]);
  });

  test("finds a renamed client by the new name only", () => {
    const both = indexed();
    put(both.index, both.list, mergeRow(undefined, client("c-2", { name: "梁书瑶" })));
    expect([search("罗", both).length, search("lsy", both)[0]?.client.name, both.index.size]).toEqual([0, "梁书瑶", 5]);
  });

  test("finds by the new name who was renamed between two steps of building", () => {
    const { index, list } = indexed();
    const steps = index.settle();
    steps.next();
    put(index, list, mergeRow(undefined, client("c-2", { name: "孟怀瑾" })));
    for (const _ of steps);
    expect(search("孟怀瑾", { index, list }).map((hit) => hit.client.id)).toEqual(["c-2"]);
    expect(search("罗维霖", { index, list })).toEqual([]);
    expect(search("文澜", { index, list }).map((hit) => hit.client.id)).toEqual(["c-1"]);
  });

  test("puts beginnings before the middle, names before numbers before tags", () => {
    const both = indexed();
    put(both.index, both.list, mergeRow(undefined, client("d-1", { name: "大陆", tags: [] })));
    put(both.index, both.list, mergeRow(undefined, client("d-2", { name: "无关", tags: ["陆"] })));
    expect(search("陆", both).map((hit) => hit.client.name)).toEqual(["陆文澜", "大陆", "无关"]);
  });

  test.each([
    ["lwl", "initials", "lu wen lan", ["l", "w", "l"]],
    ["wenlan", "pinyin", "lu wen lan", ["wen", "lan"]],
    ["文澜", "name", "陆文澜", ["文澜"]],
    ["6027", "phone", "13800006027", ["6027"]],
    ["00418", "customerNo", "BJ-00418", ["00418"]],
    ["出国", "tag", "子女出国", ["出国"]],
  ])("%s marks what matched", (query, matched, text, marked) => {
    const hit = search(query)[0];
    expect(hit?.matched).toBe(matched);
    expect(hit?.text).toBe(text);
    expect(hit?.ranges.map(([from, to]) => hit.text.slice(from, to))).toEqual(marked);
  });

  test("marks a Latin name across its space", () => {
    const [hit] = search("ew");
    expect(hit?.ranges.map(([from, to]) => hit.text.slice(from, to))).toEqual(["e", "W"]);
  });

  test("gives the first so many of the same order, and narrows a list to all that match", () => {
    const name = fc.stringMatching(/^[ab]{1,6}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, fc.nat({ max: 12 }), (names, query, limit) => {
        const both = { index: new SearchIndex(), list: new ClientList() };
        for (const [i, n] of names.entries())
          put(both.index, both.list, mergeRow(undefined, client(`c-${i}`, { name: n })));
        const all = search(query, both, 100).map((hit) => hit.client.id);
        expect(search(query, both, limit).map((hit) => hit.client.id)).toEqual(all.slice(0, limit));
        expect([...both.index.ids(query)].sort()).toEqual([...all].sort());
        expect(all.length).toBe(names.filter((n) => n.includes(query)).length);
      }),
    );
  });
});
