import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels } from "../../../shared/model/primitives.ts";
import { choicesOf, type Question } from "../../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { answerFaults, inOrder, missing, shown } from "../../../shared/rules/answers.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { compareLevels, score } from "../../../shared/rules/questionnaire.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { anyAge, anySheet, institution, plainCompany, rtq } from "../../support/sheets.ts";

/** One question of the questionnaire for companies with other content. */
function withQuestion(id: string, change: Partial<Question>): QuestionnairePack {
  const questions = institution.questions.map((q) => (q.id === id ? ({ ...q, ...change } as Question) : q));
  return { ...institution, questions, bands: institution.bands.map((b) => (b.level === "C5" ? { ...b, to: 999 } : b)) };
}

const pointsOf = (id: string, answers: Answers, pack = institution) =>
  score(pack, { ...plainCompany, ...answers }).points[id];

const faultsOf = (changes: Answers, pack = institution) => answerFaults(pack, { ...plainCompany, ...changes });

describe("a number", () => {
  it.each([
    ["-10000000", 0],
    ["-0.01", 0],
    ["0", 1],
    ["499.99", 1],
    ["500", 2],
    ["999.99", 2],
    ["1000", 4],
    ["2000", 6],
    ["9999.99", 6],
    ["10000", 8],
    ["100000000", 8],
  ])("%s brings %i", (answer, points) => {
    expect(pointsOf("Q2", { Q2: [answer] })).toBe(points);
  });

  it.each([
    [["-10000000.01"], "out-of-range"],
    [["100000000.01"], "out-of-range"],
    [["12.345"], "not-a-number"],
    [["12a"], "not-a-number"],
    [["1e3"], "not-a-number"],
    [[" 12"], "not-a-number"],
    [["NaN"], "not-a-number"],
    [[""], "not-a-number"],
    [["1", "2"], "too-many"],
    [["1", "1"], "twice"],
    [[], "missing"],
  ] as const)("%j is %s", (answer, reason) => {
    expect(faultsOf({ Q2: [...answer] })).toEqual([{ question: "Q2", reason }]);
  });

  it("is whole where the pack wants it whole", () => {
    expect(faultsOf({ Q9: ["6.5"] })).toEqual([{ question: "Q9", reason: "not-whole" }]);
    expect(faultsOf({ Q9: ["6.0"] })).toEqual([]);
  });

  it("is kept without needless zeros, and may bring no points at all", () => {
    const kept = inOrder(institution, { ...plainCompany, Q3: ["0860.50"], Q2: ["-0.00"] });
    expect([kept["Q3"], kept["Q2"]]).toEqual([["860.5"], ["0"]]);
    const unscored = withQuestion("Q2", { ranges: [] } as Partial<Question>);
    expect(score(unscored, plainCompany).points).not.toHaveProperty("Q2");
    expect(score(unscored, plainCompany).max).toBe(92);
  });

  it.each([
    ["insolvent", { Q2: ["-0.01"] }, true],
    ["insolvent", { Q2: ["0"] }, false],
    ["no-experience", { Q9: ["0"] }, true],
    ["no-experience", { Q9: ["1"] }, false],
    ["no-experience", { Q8: ["no"] }, true],
    ["small-and-invested", { Q3: ["99.99"], Q4: ["a"] }, true],
    ["small-and-invested", { Q3: ["100"], Q4: ["a"] }, false],
  ] as const)("sets off the cap %s by its range: %j", (cap, changes, applied) => {
    const answers = Object.fromEntries(Object.entries(changes).map(([id, given]) => [id, [...given]]));
    expect(score(institution, { ...plainCompany, ...answers }).caps).toContainEqual(
      expect.objectContaining({ id: cap, applied }),
    );
  });

  it.each([
    ["may-be-professional", { Q2: ["2000"], Q3: ["1000"], Q9: ["2"] }, { Q9: ["1"] }],
    ["financial-above-net", { Q2: ["499.99"], Q3: ["5000"] }, { Q2: ["500"] }],
    ["small-loss-wide-swings", { Q15: ["b"], Q16: ["4"] }, { Q16: ["3"] }],
    ["ten-years-no-loss", { Q9: ["10"], Q11: ["b"] }, { Q9: ["9"] }],
    ["no-staff-complex-knowledge", { Q6: ["a"], "Q7.derivatives": ["c"] }, { "Q7.derivatives": ["b"] }],
  ] as const)("the flag or contradiction %s speaks where it must and is silent beside it", (id, speaks, beside) => {
    const spoke = (changes: Readonly<Record<string, readonly string[]>>) => {
      const result = score(institution, { ...plainCompany, ...(changes as Answers) });
      return [...result.flags, ...result.contradictions];
    };
    expect(spoke(speaks)).toContain(id);
    expect(spoke({ ...speaks, ...beside })).not.toContain(id);
  });
});

describe("a scale", () => {
  it("brings the points of its step", () => {
    expect(["1", "2", "3", "4", "5"].map((step) => pointsOf("Q16", { Q16: [step] }))).toEqual([0, 1, 3, 4, 6]);
    const fromZero = withQuestion("Q16", { from: 0, points: [5, 4, 3] } as Partial<Question>);
    expect(["0", "1", "2"].map((step) => pointsOf("Q16", { Q16: [step] }, fromZero))).toEqual([5, 4, 3]);
  });

  it.each([["0"], ["6"], ["2.5"], ["-1"], ["x"], ["03"]])("has no step %s", (step) => {
    expect(faultsOf({ Q16: [step] })).toEqual([{ question: "Q16", reason: "unknown-option" }]);
  });

  it("has its steps as choices", () => {
    const scale = institution.questions.find((q) => q.id === "Q16");
    expect(scale && choicesOf(scale).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("a matrix", () => {
  const rows = (...options: string[]): Answers =>
    Object.fromEntries(
      ["bonds", "equity", "derivatives", "private"].map((row, i) => [`Q7.${row}`, [options[i] ?? ""]]),
    );

  it.each([
    ["sum", 5],
    ["highest", 2],
    // Five in four rows is 1.25.
    ["mean", 1],
  ] as const)("counts its rows by their %s", (how, points) => {
    const pack = withQuestion("Q7", { score: how } as Partial<Question>);
    expect(pointsOf("Q7", rows("c", "c", "b", "a"), pack)).toBe(points);
  });

  it("rounds a mean of a half upwards", () => {
    const pack = withQuestion("Q7", { score: "mean" } as Partial<Question>);
    expect(pointsOf("Q7", rows("c", "c", "b", "b"), pack)).toBe(2);
    expect(score(pack, plainCompany).max).toBe(94);
  });

  it("wants an answer in every row, and names the row", () => {
    const { "Q7.equity": _, ...rest } = plainCompany;
    expect(answerFaults(institution, rest)).toEqual([{ question: "Q7.equity", reason: "missing" }]);
    expect(missing(institution, rest)).toEqual(["Q7"]);
    expect(() => score(institution, rest)).toThrow(expect.objectContaining({ params: { question: "Q7.equity" } }));
    expect(faultsOf({ "Q7.gold": ["a"], Q7: ["a"] })).toEqual([
      { question: "Q7.gold", reason: "unknown-question" },
      { question: "Q7", reason: "unknown-question" },
    ]);
  });
});

describe("a text", () => {
  it("brings nothing, and no rule sees it", () => {
    const a = score(institution, plainCompany);
    expect(a.points).not.toHaveProperty("Q19");
    expect(score(institution, { ...plainCompany, Q19: ["别的"] })).toEqual(a);
  });

  it("may be left empty only where the pack says so, and not be too long", () => {
    expect(faultsOf({ Q19: [] })).toEqual([]);
    const required = withQuestion("Q19", { optional: undefined } as Partial<Question>);
    expect(faultsOf({ Q19: [] }, required)).toEqual([{ question: "Q19", reason: "missing" }]);
    expect(faultsOf({ Q19: ["  "] }, required)).toEqual([{ question: "Q19", reason: "missing" }]);
    // Counted in characters, as one reads them.
    expect(faultsOf({ Q19: ["𠮷".repeat(100)] })).toEqual([]);
    expect(faultsOf({ Q19: ["字".repeat(101)] })).toEqual([{ question: "Q19", reason: "too-long" }]);
  });
});

describe("[Note: Skipped questions]", () => {
  const never: Answers = { ...plainCompany, Q8: ["no"] };
  const { Q9: _9, Q10: _10, Q11: _11, ...without } = never;

  it("a question is asked only while its condition holds", () => {
    const ids = (answers: Answers) => shown(institution, answers).items.map((item) => item.id);
    expect(ids(plainCompany)).toEqual(expect.arrayContaining(["Q9", "Q10", "Q11", "Q19"]));
    expect(ids(never)).not.toEqual(expect.arrayContaining(["Q9"]));
    expect(ids({ ...plainCompany, Q17: ["a"] })).not.toContain("Q19");
  });

  it("one that is not asked is not missing, brings nothing, and what was answered is dropped", () => {
    expect(missing(institution, without)).toEqual([]);
    expect(score(institution, never)).toEqual(score(institution, without));
    expect(score(institution, without)).toMatchObject({ max: 83 });
    expect(score(institution, without).points).not.toHaveProperty("Q9");
    expect(inOrder(institution, never)).not.toHaveProperty("Q9");
    // Not even a wrong one is in the way.
    expect(score(institution, { ...never, Q9: ["abc"] })).toEqual(score(institution, without));
  });

  it("no rule sees a dropped answer", () => {
    const held = { ...plainCompany, Q9: ["12"], Q11: ["b"] };
    expect(score(institution, held).contradictions).toContain("ten-years-no-loss");
    expect(score(institution, { ...held, Q8: ["no"] }).contradictions).not.toContain("ten-years-no-loss");
  });

  it("what hangs on a skipped question is skipped with it", () => {
    const questions = institution.questions.map((q) =>
      q.id === "Q12" ? ({ ...q, showIf: { question: "Q9", within: { atLeast: 5 } } } as Question) : q,
    );
    const chained = { ...institution, questions };
    const ids = (answers: Answers) => shown(chained, answers).items.map((item) => item.id);
    expect(ids(plainCompany)).toContain("Q12");
    expect(ids({ ...plainCompany, Q9: ["4"] })).not.toContain("Q12");
    // Six years stand on the sheet still, but were never asked.
    expect(ids({ ...plainCompany, Q8: ["no"] })).not.toContain("Q12");
  });
});

describe.each([
  ["RTQ-NP-v1", rtq],
  ["RTQ-INST-v1", institution],
])("laws of scoring: %s", (_, pack) => {
  it("neither the order of answers nor the order of ticked boxes matters", () => {
    fc.assert(
      fc.property(anySheet(pack), anyAge, fc.infiniteStream(fc.nat()), (answers, age, places) => {
        const moved = Object.entries(answers)
          .map(([id, given]) => ({ id, given: given.toReversed(), at: places.next().value }))
          .toSorted((a, b) => a.at - b.at);
        const shuffled = Object.fromEntries(moved.map(({ id, given }) => [id, given]));
        expect(score(pack, shuffled, { age })).toEqual(score(pack, answers, { age }));
      }),
    );
  });

  it("every cap only lowers: without any of them the level is no lower, and never above the band", () => {
    fc.assert(
      fc.property(anySheet(pack), anyAge, (answers, age) => {
        const result = score(pack, answers, { age });
        expect(compareLevels(result.level, result.band)).toBeLessThanOrEqual(0);
        for (const cap of pack.caps) {
          const fewer = score({ ...pack, caps: pack.caps.filter((one) => one !== cap) }, answers, { age });
          expect(fewer.band).toBe(result.band);
          expect(compareLevels(result.level, fewer.level)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("points lie between nothing and the most, and add up by block and by dimension", () => {
    const sum = (parts: readonly { points: number; max: number }[]) =>
      parts.reduce((all, part) => [(all[0] ?? 0) + part.points, (all[1] ?? 0) + part.max], [0, 0]);
    fc.assert(
      fc.property(anySheet(pack), (answers) => {
        const result = score(pack, answers);
        expect(result.total).toBeGreaterThanOrEqual(0);
        expect(result.total).toBeLessThanOrEqual(result.max);
        expect(result.max).toBeLessThanOrEqual(100);
        expect(sum(result.blocks)).toEqual([result.total, result.max]);
        expect(sum(result.dimensions)).toEqual([result.total, result.max]);
      }),
    );
  });
});

describe("monotone where the pack says so", () => {
  const promised = institution.questions.filter((q) => q.monotone === true);

  /** A later option, step, number or row instead of what is answered; undefined at the end. */
  function raised(question: Question, answers: Answers): Answers[] {
    if ("ranges" in question) {
      const now = Number(answers[question.id]?.[0]);
      const higher = question.ranges.flatMap(({ atLeast }) =>
        atLeast !== undefined && atLeast > now ? [atLeast] : [],
      );
      return higher.map((n) => ({ ...answers, [question.id]: [String(n)] }));
    }
    const ids = choicesOf(question).map((choice) => choice.id);
    const places = "rows" in question ? question.rows.map((row) => `${question.id}.${row.id}`) : [question.id];
    return places.flatMap((place) => {
      const top = Math.max(...(answers[place] ?? []).map((id) => ids.indexOf(id)));
      return ids.slice(top + 1).map((id) => ({ ...answers, [place]: [id] }));
    });
  }

  it("is promised for every scored question of the questionnaire for companies", () => {
    expect(promised).toHaveLength(18);
  });

  it("a later answer never brings fewer points, nor a lower band", () => {
    let compared = 0;
    fc.assert(
      fc.property(anySheet(institution), fc.constantFrom(...promised), (answers, question) => {
        const before = score(institution, answers);
        for (const changed of raised(question, answers)) {
          const after = score(institution, changed);
          compared += 1;
          expect(after.total).toBeGreaterThanOrEqual(before.total);
          expect(levels.indexOf(after.band)).toBeGreaterThanOrEqual(levels.indexOf(before.band));
        }
      }),
    );
    expect(compared).toBeGreaterThan(50);
  });
});

describe("the questionnaire for companies", () => {
  it("adds up by hand", () => {
    const result = score(institution, plainCompany);
    // 2 6 3 3 4 | 3 5 | 1 5 3 4 | 3 3 3 | 3 3 | 5 3
    expect(result).toMatchObject({ total: 62, max: 100, band: "C4", level: "C4", contradictions: [], flags: [] });
    expect(result.blocks.map(({ points, max }) => [points, max])).toEqual([
      [18, 28],
      [8, 14],
      [13, 18],
      [9, 17],
      [6, 12],
      [8, 11],
    ]);
    expect(result.profile).toEqual({ term: ["c"], types: ["b", "c"], lossLimit: ["c"], goals: ["c"] });
  });

  it.each([
    ["C1_LOWEST", { G3: ["yes"] }],
    ["C1_LOWEST", { Q15: ["a"] }],
    ["C1", { G2: ["winding-up"] }],
    ["C1", { Q2: ["-1"] }],
    ["C2", { Q5: ["a"] }],
    ["C2", { Q12: ["a"] }],
    ["C2", { Q18: ["a"] }],
    ["C3", { Q8: ["no"] }],
  ] as const)("is %s with %j", (level, changes) => {
    expect(score(institution, { ...plainCompany, ...(changes as unknown as Answers) }).level).toBe(level);
  });

  it("nothing about age is asked of it", () => {
    fc.assert(
      fc.property(anySheet(institution), anyAge, (answers, age) => {
        const facts: Facts = { age };
        expect(score(institution, answers, facts)).toEqual(score(institution, answers));
      }),
    );
  });
});
