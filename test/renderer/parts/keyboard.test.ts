/** @file How keys are named and printed, how a list moves. */
import { describe, expect, it } from "vitest";
import { isCaret, isTyped, keyName, printKeys } from "../../../renderer/parts/keys.ts";
import { type Column, nextIndex, nextSort } from "../../../renderer/parts/table.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a key's name", () => {
  it("is the same for Ctrl and Cmd, and for small and capital letters", () => {
    expect(keyName(press("k", { ctrlKey: true }))).toBe("Mod+k");
    expect(keyName(press("K", { metaKey: true }))).toBe("Mod+k");
    expect(keyName(press("L"))).toBe("l");
    expect(keyName(press("?"))).toBe("?");
    expect(keyName(press("1", { altKey: true }))).toBe("Alt+1");
    expect(keyName(press("Escape"))).toBe("Escape");
  });

  it("tells what types something from what does not", () => {
    expect(["l", "?", "1", " "].every(isTyped)).toBe(true);
    expect(["Mod+l", "Alt+1", "Enter", "F2"].some(isTyped)).toBe(false);
  });

  it("tells what moves the caret, and so belongs to a field, from what moves the page", () => {
    expect(["ArrowLeft", "Home", "Backspace"].every(isCaret)).toBe(true);
    expect(["Alt+ArrowLeft", "ArrowDown", "Enter", "Escape"].some(isCaret)).toBe(false);
  });

  it("is printed as on the keyboard", () => {
    expect(printKeys("Mod+k")).toEqual(["Ctrl", "K"]);
    expect(printKeys("ArrowUp")).toEqual(["↑"]);
    expect(printKeys("Alt+1")).toEqual(["Alt", "1"]);
  });
});

describe("the row a key leads to", () => {
  it.each([
    ["ArrowDown", 3, 4],
    ["j", 3, 4],
    ["J", 3, 4],
    ["ArrowUp", 3, 2],
    ["k", 3, 2],
    ["Home", 50, 0],
    ["End", 3, 99],
    ["PageDown", 3, 23],
    ["PageUp", 30, 10],
    ["PageUp", 3, 0],
    ["ArrowUp", 0, 0],
    ["ArrowDown", 99, 99],
  ])("%s from %d is %d, and stops at the ends", (key, from, to) => {
    expect(nextIndex(press(key), from, 100, 20)).toBe(to);
  });

  it("is none for other keys, held keys and empty lists", () => {
    expect(nextIndex(press("l"), 3, 100, 20)).toBeUndefined();
    expect(nextIndex(press("k", { ctrlKey: true }), 3, 100, 20)).toBeUndefined();
    expect(nextIndex(press("ArrowDown"), 0, 0, 20)).toBeUndefined();
  });
});

describe("a click on a column's head", () => {
  const assets: Column<never> = { key: "assets", head: "资产", width: "1fr", cell: () => null, firstDir: "desc" };

  it("sorts in the column's first direction, then turns it round", () => {
    expect(nextSort(assets, { key: "name", dir: "asc" })).toEqual({ key: "assets", dir: "desc" });
    expect(nextSort(assets, { key: "assets", dir: "desc" })).toEqual({ key: "assets", dir: "asc" });
    expect(nextSort({ ...assets, key: "name", firstDir: "asc" }, undefined)).toEqual({ key: "name", dir: "asc" });
  });
});
