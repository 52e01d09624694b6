import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, explain } from "../../../shared/rules/explanation.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { anyAge, anySheet, clientA, clientB, institution, plain, plainCompany, rtq } from "../../support/sheets.ts";

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

describe("explain, with every kind of question", () => {
  const explained = (answers: Answers, most = 100) =>
    explain(institution, score(institution, answers), answers, { most });

  it("names only what was asked and can bring points", () => {
    const { raised, lowered } = explained({ ...plainCompany, Q8: ["no"] });
    const named = [...raised, ...lowered].map((effect) => effect.question);
    expect(named).not.toEqual(expect.arrayContaining(["Q9"]));
    expect(named).not.toContain("Q19");
    expect(raised[0]).toEqual({ question: "Q2", points: 6, max: 8 });
  });

  it("says which number, row or step would change the level", () => {
    // 62 points: three fewer are C3.
    const changes = explained(plainCompany).nearest;
    const down = (question: string) => changes.find((one) => one.question === question && one.direction === "down");
    expect(down("Q2")).toMatchObject({ from: ["3200"], to: ["500"], points: -4, level: "C3" });
    expect(down("Q16")).toMatchObject({ from: ["3"], to: ["1"], points: -3, level: "C3" });
    expect(down("Q7.bonds")).toBeUndefined();
    const close = explained({ ...plainCompany, "Q7.equity": ["a"], Q18: ["c"], Q16: ["2"] }).nearest;
    expect(close.find((one) => one.question === "Q7.bonds")).toBeUndefined();
    const edge = explained({ ...plainCompany, Q16: ["2"] }).nearest;
    expect(edge.find((one) => one.question === "Q7.bonds")).toMatchObject({ to: ["b"], points: -1, level: "C3" });
  });

  it("does not guess what would be said to a question that is not asked now", () => {
    const { Q9: _9, Q10: _10, Q11: _11, ...without } = plainCompany;
    const { nearest } = explained({ ...without, Q8: ["no"] });
    expect(nearest.map((one) => one.question)).not.toContain("Q8");
  });

  it("every change it names does what it says", () => {
    fc.assert(
      fc.property(anySheet(institution), (answers) => {
        const before = score(institution, answers);
        for (const change of explained(answers).nearest) {
          const after = score(institution, { ...answers, [change.question]: [...change.to] });
          expect([after.level, after.total - before.total]).toEqual([change.level, change.points]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("compares what was asked only then, or only now", () => {
    const of = (answers: Answers) => ({ answers, score: score(institution, answers) });
    const { Q9: _9, Q10: _10, Q11: _11, ...without } = plainCompany;
    const now = compare(of({ ...without, Q8: ["no"] }), of(plainCompany));
    expect(now.answers.map(({ question, from, to, points }) => [question, from, to, points])).toEqual([
      ["Q9", [], ["6"], 5],
      ["Q11", [], ["d"], 4],
      ["Q10", [], ["b", "c"], 3],
      ["Q8", ["no"], ["yes"], 1],
    ]);
    expect(now.total).toBe(13);
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
