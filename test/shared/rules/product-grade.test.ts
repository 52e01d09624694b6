import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { lookThroughOf } from "../../../shared/rules/look-through.ts";
import { gradeAgainstDrawdown, higherGrade, ticketOf } from "../../../shared/rules/product-grade.ts";
import { shippedPack } from "../../support/packs.ts";
import { anySheet, valuesWith } from "../../support/product-sheets.ts";

const pack = shippedPack("product-catalogue");
const fell = (percent: number) => ({ drawdown: { percent, from: "2021-02-18", until: "2024-02-02" } });

describe("a grade against what was measured", () => {
  it("finds the R3 fund that fell by more than forty per cent", () => {
    const check = gradeAgainstDrawdown(valuesWith({ sellerGrade: "R3", ...fell(41.2) }), pack);
    expect(check).toMatchObject({ grade: "R3", suggests: "R4", isTooLow: true, missing: ["volatility"] });
    expect(check.measured[0]).toEqual({ measure: "drawdown", value: 41.2, limit: 25, fits: "R4", isOver: true });
  });

  it("takes the higher of the two grades, as the sale does", () => {
    const sheet = valuesWith({ sellerGrade: "R3", issuerGrade: "R4", ...fell(41.2) });
    expect(higherGrade(sheet)).toBe("R4");
    expect(gradeAgainstDrawdown(sheet, pack).isTooLow).toBe(false);
  });

  it("lets exactly the limit pass", () => {
    const at = (percent: number) =>
      gradeAgainstDrawdown(valuesWith({ sellerGrade: "R3", issuerGrade: undefined, ...fell(percent) }), pack).isTooLow;
    expect([at(25), at(25.01)]).toEqual([false, true]);
  });

  it("says what no figure was given for, and suggests nothing from nothing", () => {
    const check = gradeAgainstDrawdown(valuesWith({ lookThrough: [], drawdown: undefined }), pack);
    expect(check).toMatchObject({
      missing: ["drawdown", "volatility", "equity"],
      suggests: undefined,
      isTooLow: false,
    });
  });

  it("never asks for more where less was lost, and never finds R5 too low", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        const suggested = (value: number) => {
          const { suggests } = gradeAgainstDrawdown(valuesWith({ lookThrough: [], ...fell(value) }), pack);
          return grades.indexOf(suggests ?? "R1");
        };
        expect(suggested(Math.min(a, b))).toBeLessThanOrEqual(suggested(Math.max(a, b)));
        expect(gradeAgainstDrawdown(valuesWith({ sellerGrade: "R5", ...fell(a) }), pack).isTooLow).toBe(false);
      }),
    );
  });
});

describe("what a private product costs at least", () => {
  it.each([
    [{ isPrivate: false, type: "equity" }, undefined],
    [{ isPrivate: true, type: "fixed-income" }, 300_000],
    [{ isPrivate: true, type: "mixed" }, 400_000],
    [{ isPrivate: true, type: "equity" }, 1_000_000],
    [{ isPrivate: true, type: "mixed", catalogueEntry: "private-fund" }, 1_000_000],
    [{ isPrivate: true, type: "mixed", catalogueEntry: "unknown-here" }, 400_000],
  ] as const)("%o: %s yuan", (changes, yuan) => {
    expect(ticketOf(valuesWith(changes), pack)?.fen).toBe(yuan === undefined ? undefined : yuan * 100);
  });
});

describe("look-through", () => {
  it("adds a class up, largest first, and names the rest unknown", () => {
    const looked = lookThroughOf({
      lookThrough: [
        { holding: "equity", percent: 10.1 },
        { holding: "credit-bond", percent: 60 },
        { holding: "equity", percent: 10.2, note: "港股" },
        { holding: "fund", percent: 5 },
      ],
    });
    expect(looked).toEqual({
      classes: [
        { holding: "credit-bond", percent: 60, notes: [] },
        { holding: "equity", percent: 20.3, notes: ["港股"] },
        { holding: "fund", percent: 5, notes: [] },
      ],
      known: 85.3,
      unknown: 14.7,
      equity: 20.3,
      equityAtMost: 40,
    });
    expect(lookThroughOf({ lookThrough: [] })).toBeUndefined();
  });

  it("counts to a hundred whatever stands there, without the crumbs of binary fractions", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const looked = lookThroughOf(sheet);
        if (looked === undefined) return;
        const hundredths = sheet.lookThrough.reduce((all, { percent }) => all + Math.round(percent * 100), 0);
        expect(looked.known).toBe(hundredths / 100);
        expect(looked.unknown).toBe(Math.max(0, 10_000 - hundredths) / 100);
        expect(looked.equityAtMost).toBeGreaterThanOrEqual(Math.min(100, looked.equity));
      }),
    );
  });
});
