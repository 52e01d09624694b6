import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markTest, rightOptions } from "../../../shared/rules/knowledge-test.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { findTest } from "../../support/packs.ts";
import { anySheet } from "../../support/sheets.ts";

const found = findTest("KT-NP-v1");
if (found === undefined) throw new Error("the test that ships is not there");
const pack = found;

/** `"c b a d b c a c d b"`: the letters for T1, T2, ... in order. */
function sheet(letters: string): Answers {
  return Object.fromEntries(letters.split(" ").map((letter, i) => [`T${i + 1}`, [letter]]));
}
const allRight = sheet("c b a d b c a c d b");

describe("the knowledge test that ships", () => {
  it("has ten questions of ten points, and is passed from 80", () => {
    expect(markTest(pack, allRight)).toEqual({
      pack: { id: "KT-NP-v1", version: "2026.11" },
      points: Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`T${i + 1}`, 10])),
      total: 100,
      max: 100,
      blocks: [
        { id: "risk", points: 40, max: 40 },
        { id: "products", points: 40, max: 40 },
        { id: "rules", points: 20, max: 20 },
      ],
      passMark: 80,
      passed: true,
    });
  });

  it.each([
    ["c b a d b c a c a a", 80, true],
    ["c b a d b c a a a a", 70, false],
    ["a a b a a a b a a a", 0, false],
  ])("%s is %i", (letters, total, passed) => {
    expect(markTest(pack, sheet(letters))).toMatchObject({ total, passed });
  });

  it("has one right answer a question, not always in the same place, with its reason", () => {
    const right = pack.questions.map((question) => rightOptions(question).map((option) => option.id));
    expect(right.map((ids) => ids.length)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(new Set(right.flat())).toEqual(new Set(["a", "b", "c", "d"]));
    for (const { explanation } of pack.questions) expect(explanation["zh-CN"].length).toBeGreaterThan(15);
  });

  it("is passed exactly when the pass mark is reached, in whatever order it was answered", () => {
    fc.assert(
      fc.property(anySheet(pack), (answers) => {
        const result = markTest(pack, answers);
        const right = Object.keys(allRight).filter((id) => answers[id]?.[0] === allRight[id]?.[0]).length;
        expect(result.total).toBe(right * 10);
        expect(result.passed).toBe(right >= 8);
        const turned = Object.fromEntries(Object.entries(answers).toReversed());
        expect(markTest(pack, turned)).toEqual(result);
      }),
    );
  });

  it.each([
    ["missing", { T4: [] }, "T4"],
    ["unknown", { T4: ["e"] }, "T4"],
    ["two answers", { T4: ["a", "d"] }, "T4"],
    ["a question of no test", { Q1: ["a"] }, "Q1"],
  ])("an answer that is %s keeps it from being marked", (_, changes, question) => {
    expect(() => markTest(pack, { ...allRight, ...changes })).toThrow(
      expect.objectContaining({ code: "answers-invalid", params: { question } }),
    );
  });
});
