import { describe, expect, it } from "vitest";
import { intentForm } from "../../../../renderer/screens/gate/intent-form.ts";
import { sheetOf } from "../../../support/product-sheets.ts";

const insurance = intentForm(
  sheetOf({ regime: "NFRA_INSURANCE", insurance: { kind: "universal", isOverOneYear: true } }),
);
const sold = { initiator: "client", channel: "branch", seller: "bank", amount: 10_000_00 } as const;

/** Boxes that still have to be filled in. */
function lacking(values: object): unknown[] {
  const { error } = insurance.safeParse({ ...sold, ...values });
  return error === undefined ? [] : error.issues.map(({ path }) => path[0]);
}

describe("the boxes of a sale of insurance that NFRA Art. 39 looks at", () => {
  it("ask for the years of a yearly premium, which count with the age", () => {
    expect(lacking({ frequency: "annual", income: 1 })).toEqual(["years"]);
    expect(lacking({ frequency: "annual", income: 1, years: 10 })).toEqual([]);
    expect(lacking({ frequency: "single", income: 1 })).toEqual([]);
    expect(lacking({})).toEqual(["frequency", "income"]);
  });
});
