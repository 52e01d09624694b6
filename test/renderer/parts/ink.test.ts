/** @file What counts as a signature, and how thick the pen writes. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Ink, noInk, type Point, signedInk, thickness } from "../../../renderer/parts/ink.ts";
import { parts } from "../../../renderer/text/parts.ts";

const at = (x: number, y: number): Point => ({ x, y, w: 0.006 });
const drawn = (...strokes: Point[][]): Ink => ({ ...noInk, strokes });
const typed = (name: string): Ink => ({ how: "typed", strokes: [], name });

/** The sentence that refuses it; undefined where it counts. */
function refused(ink: Ink, signer?: string): unknown {
  const parsed = signedInk(signer).safeParse(ink);
  return parsed.success ? undefined : JSON.parse(parsed.error.issues[0]?.message ?? "{}").sentence;
}

describe("drawn", () => {
  it("counts from a length on that no slip of the hand has, in one stroke or several", () => {
    expect(refused(noInk)).toEqual(parts.signature.missing);
    expect(refused(drawn([at(0.5, 0.1)]))).toEqual(parts.signature.tooShort);
    expect(refused(drawn([at(0.1, 0.1), at(0.24, 0.1)]))).toEqual(parts.signature.tooShort);
    expect(refused(drawn([at(0.1, 0.1), at(0.26, 0.1)]))).toBeUndefined();
    expect(refused(drawn([at(0.1, 0.1), at(0.2, 0.1)], [at(0.5, 0.1), at(0.5, 0.2)]))).toBeUndefined();
  });

  it("is never refused for being longer", () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 0.33, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const enough = [at(0.1, 0.1), at(0.4, 0.1)];
        expect(
          refused(
            drawn(
              enough,
              points.map(({ x, y }) => at(x, y)),
            ),
          ),
        ).toBeUndefined();
      }),
    );
  });

  it("does not count while the name is to be typed, nor the other way round", () => {
    const both = { ...drawn([at(0, 0), at(1, 0)]), name: "陆文澜" };
    expect(refused({ ...both, how: "typed", name: "" })).toEqual(parts.signature.nameMissing);
    expect(refused({ ...both, strokes: [] })).toEqual(parts.signature.missing);
  });
});

describe("typed", () => {
  it("is the full name, spaces and letter case aside", () => {
    expect(refused(typed("陆文澜"), "陆文澜")).toBeUndefined();
    expect(refused(typed(" 陆 文澜 "), "陆文澜")).toBeUndefined();
    expect(refused(typed("ａnna  LEE"), "Anna Lee")).toBeUndefined();
    expect(refused(typed("陆文"), "陆文澜")).toEqual(parts.signature.nameDiffers);
    expect(refused(typed(" "), "陆文澜")).toEqual(parts.signature.nameMissing);
  });

  it("is any name where the signer's is not known", () => {
    expect(refused(typed("陆远"))).toBeUndefined();
    expect(refused(typed(""))).toEqual(parts.signature.nameMissing);
  });
});

test("a pen writes by pressure; a finger, a mouse and a pen that does not tell write evenly", () => {
  const by = (pointerType: string, pressure: number) => thickness({ pointerType, pressure });
  expect(by("pen", 1)).toBeGreaterThan(by("pen", 0.2));
  expect(new Set([by("mouse", 0.5), by("touch", 1), by("touch", 0.1), by("pen", 0)]).size).toBe(1);
});
