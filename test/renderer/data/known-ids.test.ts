import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnownIds } from "../../../renderer/data/known-ids.ts";

describe("known ids", () => {
  test("are never forgotten, however many there are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 5_000 }), (ids) => {
        const known = new KnownIds();
        for (const id of ids) known.add(id);
        expect(ids.every((id) => known.mayHave(id))).toBe(true);
      }),
    );
  });

  test("are seldom taken for others", () => {
    const known = new KnownIds();
    for (let i = 0; i < 100_000; i += 1) known.add(`${i}`);
    const strangers = Array.from({ length: 10_000 }, (_, i) => `x${i}`);
    expect(strangers.filter((id) => known.mayHave(id)).length).toBeLessThan(10);
    known.clear();
    expect(known.mayHave("1")).toBe(false);
  });
});
