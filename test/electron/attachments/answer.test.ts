import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRange } from "../../../electron/attachments/answer.ts";

describe("a range", () => {
  test.each([
    [null, undefined],
    ["", undefined],
    ["bytes=-", undefined],
    ["items=0-1", undefined],
    ["bytes=0-1,4-5", undefined],
    ["bytes=5-2", undefined],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=99999999999999999999-", undefined],
    ["bytes=0-0", { start: 0, end: 1 }],
    ["bytes=10-", { start: 10, end: 100 }],
    ["bytes=10-19", { start: 10, end: 20 }],
    ["bytes=90-500", { start: 90, end: 100 }],
    ["bytes=-30", { start: 70, end: 100 }],
    ["bytes=-500", { start: 0, end: 100 }],
  ] as const)("%j of 100 bytes", (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected);
  });

  test("never leaves the file, whatever is asked", () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.nat(), { nil: "" }), fc.option(fc.nat(), { nil: "" }), (size, a, b) => {
        const range = parseRange(`bytes=${a}-${b}`, size);
        if (range === undefined || range === "unsatisfiable") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(size);
      }),
    );
  });
});
