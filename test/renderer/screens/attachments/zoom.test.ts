/** @file How sheets are fitted, enlarged, turned and drawn; how time is written in a recording. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clock } from "../../../../renderer/screens/attachments/clock.ts";
import { drawingScale, fitting, nextZoom, type Turns, turned } from "../../../../renderer/screens/attachments/zoom.ts";

const side = fc.integer({ min: 1, max: 20_000 });
const size = fc.record({ width: side, height: side });
const scale = fc.double({ min: 0.02, max: 20, noNaN: true });

describe("a sheet that fits", () => {
  it("lies inside the stage and touches it, or is shown as large as it is", () => {
    fc.assert(
      fc.property(size, size, (box, stage) => {
        const fit = fitting(box, stage);
        expect(box.width * fit).toBeLessThanOrEqual(stage.width * 1.000001);
        expect(box.height * fit).toBeLessThanOrEqual(stage.height * 1.000001);
        const touches =
          Math.abs(box.width * fit - stage.width) < 0.01 || Math.abs(box.height * fit - stage.height) < 0.01;
        expect(fit === 1 || touches).toBe(true);
      }),
    );
  });

  it("waits at its own size while the stage has none", () => {
    expect(fitting({ width: 10, height: 10 }, { width: 0, height: 0 })).toBe(1);
  });
});

describe("zoom", () => {
  it("moves towards what was asked, and stops at the ends", () => {
    fc.assert(
      fc.property(scale, (now) => {
        expect(nextZoom(now, 1) > now || nextZoom(now, 1) === 8).toBe(true);
        expect(nextZoom(now, -1) < now || nextZoom(now, -1) === 0.1).toBe(true);
      }),
    );
  });

  it("passes through 100 % from where a sheet fits", () => {
    expect([nextZoom(0.57, 1), nextZoom(0.75, 1), nextZoom(1, 1), nextZoom(1, -1)]).toEqual([0.75, 1, 1.5, 0.75]);
  });
});

it("a quarter turn swaps the sides, half a turn does not", () => {
  const sheet = { width: 3, height: 2 };
  const heights = ([0, 1, 2, 3] satisfies Turns[]).map((turns) => turned(sheet, turns).height);
  expect(heights).toEqual([2, 3, 2, 3]);
});

it("a page is drawn at least as sharp as it is shown, and never at more than half an octave above", () => {
  fc.assert(
    fc.property(scale, (shown) => {
      const drawn = drawingScale(shown);
      expect(drawn).toBeGreaterThanOrEqual(shown * 0.999999);
      expect(drawn).toBeLessThanOrEqual(shown * Math.SQRT2 * 1.000001);
    }),
  );
  expect(drawingScale(1)).toBe(1);
});

it.each([
  [0, "0:00"],
  [7.9, "0:07"],
  [723, "12:03"],
  [3723, "1:02:03"],
  [-1, "0:00"],
  [Number.POSITIVE_INFINITY, "0:00"],
  [Number.NaN, "0:00"],
])("%s seconds read %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});
