import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordId } from "../../../shared/model/primitives.ts";
import { ProductSheet } from "../../../shared/model/product-sheet.ts";
import {
  currentSheets,
  isGradeCurrent,
  newProductId,
  sheetChanges,
  valuesOf,
  versionsOf,
} from "../../../shared/rules/product-sheets.ts";
import { anySheet, sheetOf } from "../../support/product-sheets.ts";

const versions = fc.array(
  fc.record({
    id: fc.uuid(),
    product: fc.constantFrom("a", "b", "c"),
    version: fc.integer({ min: 1, max: 4 }),
    at: fc.constantFrom("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"),
  }),
  { maxLength: 12 },
);

describe("the shelf as it stands", () => {
  it("has each product once, in its newest version, in whatever order they came", () => {
    fc.assert(
      fc.property(versions, (stamps) => {
        const sheets = stamps.map((stamp) => sheetOf(stamp));
        const current = currentSheets(sheets);
        expect(current.map(({ product }) => product).sort()).toEqual([...new Set(stamps.map((s) => s.product))].sort());
        for (const sheet of current) {
          const rivals = stamps.filter(({ product }) => product === sheet.product);
          // Independently of the order by which the code compares: nobody has more, nor as much and later.
          const most = Math.max(...rivals.map(({ version }) => version));
          const latest = rivals
            .filter(({ version }) => version === most)
            .map(({ at }) => at)
            .sort()
            .at(-1);
          expect([sheet.version, sheet.at]).toEqual([most, latest]);
          expect(versionsOf(sheets, sheet.product)[0]).toEqual(sheet);
        }
        expect(currentSheets(sheets.toReversed())).toEqual(current);
      }),
    );
  });

  it("relies on a grade from its day until its last day, both counted", () => {
    const grade = { gradedOn: "2026-06-01", gradeUntil: "2026-11-30" };
    expect(["2026-05-31", "2026-06-01", "2026-11-30", "2026-12-01"].map((day) => isGradeCurrent(grade, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isGradeCurrent({ gradedOn: undefined, gradeUntil: undefined }, "2026-01-01")).toBe(true);
  });

  it("names a product by its code, the same on every device, and never takes a name that is taken", () => {
    const free = () => false;
    expect(newProductId("wy2041 ", free)).toBe(newProductId("ＷＹ2041", free));
    expect(newProductId("WY2041", free)).not.toBe(newProductId("WY2042", free));
    const first = newProductId("WY2041", free);
    expect(newProductId("WY2041", (id) => id === first)).not.toBe(first);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (code) => RecordId.safeParse(newProductId(code, free)).success),
    );
  });

  it("is made of sheets the model takes", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(ProductSheet.safeParse(sheet).error).toBeUndefined();
      }),
    );
  });
});

describe("two versions", () => {
  it("differ in the fields that changed, and not in where they come from", () => {
    const before = valuesOf(sheetOf());
    const after = valuesOf(sheetOf({ sellerGrade: "R3", source: "另一份名录", rights: ["stock-connect"], version: 2 }));
    expect(sheetChanges(before, after)).toEqual([
      { field: "sellerGrade", before: "R2", after: "R3" },
      { field: "rights", before: [], after: ["stock-connect"] },
    ]);
  });

  it("are one where a field is empty or absent, and where only the order of keys differs", () => {
    const [first] = sheetOf().lookThrough;
    const before = valuesOf(sheetOf({ structure: "", lookThrough: first === undefined ? [] : [first] }));
    const { structure: _, ...after } = valuesOf(sheetOf({ lookThrough: [{ percent: 70, holding: "credit-bond" }] }));
    expect(sheetChanges(before, after)).toEqual([]);
  });

  it("never differ from themselves", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(sheetChanges(valuesOf(sheet), valuesOf(sheet))).toEqual([]);
      }),
    );
  });
});
