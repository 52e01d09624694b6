import { describe, expect, it } from "vitest";
import { parseOperation } from "../../../shared/log/operation.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { demoShelf } from "../../../shared/model/demo-products.ts";
import { ActorId, DeviceId } from "../../../shared/model/primitives.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { regimes } from "../../../shared/packs/gate-pack.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { higherGrade } from "../../../shared/rules/product-grade.ts";
import { currentSheets, versionsOf } from "../../../shared/rules/product-sheets.ts";
import { checkSheet } from "../../../shared/rules/sheet-check.ts";
import { shippedPack } from "../../support/packs.ts";

const nowMs = Date.parse("2026-11-23T01:12:00.000Z");
const options = { nowMs, device: DeviceId.parse("00112233445566aa"), actor: ActorId.parse("zhou") };
const operations = [...demoShelf(options)];
const sheets = operations.flatMap((op) =>
  op.kind === "record" ? [ProductSheet.parse({ id: op.entityId, ...op.value })] : [],
);
const shelf = currentSheets(sheets);
const rules = {
  catalogue: shippedPack("product-catalogue"),
  words: shippedPack("lint-words"),
  day: shanghaiDay(nowMs),
};
const flagged = (code: string) =>
  shelf.filter((sheet) => checkSheet(sheet, rules).flags.some((flag) => flag.code === code)).map(({ name }) => name);

describe("the demo shelf", () => {
  it("passes the log's door, each operation with an id and a stamp of its own, none later than now", () => {
    for (const op of operations) expect(parseOperation(op)).toEqual(op);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(new Set(operations.map(({ at }) => at)).size).toBe(operations.length);
    for (const { at } of sheets) expect(Date.parse(at)).toBeLessThanOrEqual(nowMs);
  });

  it("has some forty products of all regimes and grades, some private, some insurance", () => {
    expect(shelf.length).toBeGreaterThanOrEqual(38);
    expect(new Set(shelf.map(({ regime }) => regime))).toEqual(new Set(regimes));
    expect(new Set(shelf.map(higherGrade))).toEqual(new Set(grades));
    expect(shelf.filter(({ isPrivate }) => isPrivate)).toHaveLength(3);
    expect(shelf.filter(({ insurance }) => insurance !== undefined).length).toBeGreaterThanOrEqual(5);
  });

  it("says of all insurance, and of nothing else, what is not covered and how long one may think again", () => {
    for (const { code, insurance, exclusions, coolingOffDays, liquidity } of shelf) {
      const told = [exclusions !== undefined, coolingOffDays !== undefined];
      expect([code, ...told]).toEqual([code, insurance !== undefined, insurance !== undefined]);
      expect(liquidity ?? "").not.toContain("犹豫期");
    }
    expect(new Set(shelf.map(({ coolingOffDays }) => coolingOffDays))).toEqual(new Set([undefined, 15, 0]));
  });

  it("has no sheet that would be refused, and what there is to notice once or twice", () => {
    for (const sheet of sheets) expect([sheet.code, checkSheet(sheet, rules).faults]).toEqual([sheet.code, []]);
    expect(flagged("below-measured")).toEqual(["南岭消费精选混合"]);
    expect(flagged("grade-outdated")).toEqual(["安和一年定开"]);
    expect(flagged("seller-lower")).toEqual(["汇川港股通科技", "澄明全球配置两年"]);
    expect(flagged("doubtful-words")).toEqual([]);
    expect(shelf.filter(({ isActive }) => !isActive)).toHaveLength(1);
  });

  it("has products with earlier versions, older ones first", () => {
    const [wealth] = shelf.filter(({ code }) => code === "WY2041");
    expect(versionsOf(sheets, wealth?.product ?? "").map(({ version, commission }) => [version, commission])).toEqual([
      [3, 0.3],
      [2, 0.35],
      [1, 0.4],
    ]);
  });
});
