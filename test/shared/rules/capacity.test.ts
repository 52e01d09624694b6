import { describe, expect, it } from "vitest";
import { capacityAtAge } from "../../../shared/rules/capacity.ts";

/** By age: what counts where nothing, full, limited or no capacity was found. */
const table: readonly (readonly [number | undefined, string, string, string, string])[] = [
  [0, "none", "none", "none", "none"],
  [7, "none", "none", "none", "none"],
  [8, "limited", "limited", "limited", "none"],
  [15, "limited", "limited", "limited", "none"],
  [16, "limited", "full", "limited", "none"],
  [17, "limited", "full", "limited", "none"],
  [18, "full", "full", "limited", "none"],
  [90, "full", "full", "limited", "none"],
  [undefined, "full", "full", "limited", "none"],
];

describe("civil capacity by age", () => {
  it.each(table)("at %s", (age, unchecked, ...checked) => {
    expect(capacityAtAge(age, undefined)).toBe(unchecked);
    expect((["full", "limited", "none"] as const).map((found) => capacityAtAge(age, found))).toEqual(checked);
  });
});
