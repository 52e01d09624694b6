import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, explain } from "../../../shared/rules/explanation.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { anyAge, anySheet, clientA, clientB, plain, rtq } from "../../support/sheets.ts";

const scored = (answers: Answers, age?: number) => ({ answers, score: score(rtq, answers, { age }) });

describe("explain", () => {
  it("names the answers that raised and lowered the result most", () => {
    const { raised, lowered } = explain(rtq, score(rtq, clientA), clientA);
    expect(raised.map((e) => [e.question, e.points])).toEqual([
      ["Q6", 5],
      ["Q20", 5],
      ["Q4", 4],
    ]);
    expect(lowered.map((e) => [e.question, e.points])).toEqual([
      ["Q5", 1],
      ["Q9", 1],
      ["Q15", 1],
    ]);
  });

  it("says which single answer would change the level, nearest first", () => {
    const { nearest } = explain(rtq, score(rtq, clientA), clientA);
    expect(nearest[0]).toEqual({ question: "Q1", from: ["c"], to: ["e"], points: 2, level: "C4", direction: "up" });
  });

  it("finds the one answer that holds a client in the lowest class", () => {
    const { nearest } = explain(rtq, score(rtq, clientB), clientB);
    expect(nearest).toEqual([{ question: "Q16", from: ["a"], to: ["b"], points: 1, level: "C2", direction: "up" }]);
  });

  it("every change it names does what it says", () => {
    fc.assert(
      fc.property(anySheet(rtq), anyAge, (answers, age) => {
        const result = score(rtq, answers, { age });
        for (const change of explain(rtq, result, answers, { facts: { age }, most: 100 }).nearest) {
          const after = score(rtq, { ...answers, [change.question]: [...change.to] }, { age });
          expect([after.level, after.total - result.total]).toEqual([change.level, change.points]);
          expect(after.level).not.toBe(result.level);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("compare", () => {
  it("lists changed answers, largest difference first, with the points then and now", () => {
    const now = compare(scored(plain), scored({ ...plain, Q14: ["d", "b"], Q10: ["a"], Q7: ["e"] }));
    expect(now.answers).toEqual([
      { question: "Q10", from: ["d"], to: ["a"], points: -3, pointsFrom: 3, pointsTo: 0 },
      { question: "Q7", from: ["d"], to: ["e"], points: 1, pointsFrom: 3, pointsTo: 4 },
      { question: "Q14", from: ["b", "c"], to: ["d", "b"], points: 1, pointsFrom: 3, pointsTo: 4 },
    ]);
    expect([now.total, now.blocks["experience"], now.blocks["goals"]]).toEqual([-1, -2, 1]);
  });

  it("shows a changed level, by a cap too, for the client to confirm", () => {
    const now = compare(scored(plain, 74), scored(plain, 75));
    expect(now.level).toEqual({ from: "C4", to: "C3", changed: true });
    expect([now.total, now.answers]).toEqual([0, []]);
  });

  it("ticking the same boxes in another order is no change", () => {
    expect(compare(scored({ ...plain, Q8: ["b", "c"] }), scored({ ...plain, Q8: ["c", "b"] })).answers).toEqual([]);
  });

  it("does not set answers of two questionnaires side by side", () => {
    const older = scored(plain);
    const now = compare(
      { ...older, score: { ...older.score, pack: { id: rtq.id, version: "2025.01" } } },
      scored({ ...plain, Q9: ["a"] }),
    );
    expect(now).toMatchObject({ comparable: false, blocks: {}, answers: [] });
  });
});
