import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels } from "../../../shared/model/primitives.ts";
import { choicesOf } from "../../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { missing } from "../../../shared/rules/answers.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { compareLevels, optionForAge, score } from "../../../shared/rules/questionnaire.ts";
import type { Answers } from "../../../shared/rules/score.ts";
import { anyAge, anySheet, clientA, clientB, clientC, plain, rtq, sheet } from "../../support/sheets.ts";

describe("the worked examples of the domain notes", () => {
  it.each([
    ["A, salary and funds", clientA, 46, 58, "C3", "C3"],
    ["B, retired, no loss", clientB, 70, 25, "C2", "C1_LOWEST"],
    ["C, owner with options", clientC, 50, 94, "C5", "C5"],
  ])("client %s", (_, answers, age, total, band, level) => {
    expect(score(rtq, answers, { age })).toMatchObject({ total, max: 100, band, level });
  });

  it("adds up by block and by dimension", () => {
    const result = score(rtq, clientA, { age: 46 });
    expect(result.blocks.map((b) => [b.id, b.points, b.max])).toEqual([
      ["finance", 12, 20],
      ["knowledge", 6, 10],
      ["experience", 10, 20],
      ["goals", 12, 20],
      ["preference", 6, 15],
      ["other", 12, 15],
    ]);
    expect(result.dimensions.map((d) => [d.id, d.points, d.max])).toEqual([
      ["capacity", 24, 35],
      ["preference", 18, 35],
      ["experience", 16, 30],
    ]);
  });

  it("hands term, types, loss limit and goals to the matching", () => {
    expect(score(rtq, clientA).profile).toEqual({
      term: ["d"],
      types: ["b", "c"],
      lossLimit: ["c"],
      goals: ["c", "c"],
    });
  });
});

describe("every level can be the result", () => {
  it.each([
    ["C1_LOWEST", clientB],
    ["C1", sheet("a a c c a a a a a b b a b a a b a e a a")],
    ["C2", sheet("b b c d b d b b b b c b c ab b b b d b b")],
    ["C3", clientA],
    ["C4", plain],
    ["C5", clientC],
  ] as const)("%s", (level, answers) => {
    expect(score(rtq, answers).level).toBe(level);
  });
});

/** Written by hand from domain.md 3.4, not from the pack: changes to a plain sheet, with an age or none. */
type Case = readonly [changes: Answers, facts?: Facts];
const rules: readonly { id: string; level?: string; applies: readonly Case[]; rests: readonly Case[] }[] = [
  { id: "civil-capacity", level: "C1_LOWEST", applies: [[{ G1: ["limited"] }], [{ G1: ["none"] }]], rests: [[{}]] },
  { id: "no-loss", level: "C1_LOWEST", applies: [[{ G2: ["yes"] }], [{ Q16: ["a"] }]], rests: [[{ Q16: ["b"] }]] },
  { id: "overdue-debt", level: "C2", applies: [[{ Q4: ["a"] }]], rests: [[{ Q4: ["b"] }]] },
  { id: "short-term", level: "C2", applies: [[{ Q11: ["a"] }]], rests: [[{ Q11: ["b"] }]] },
  {
    id: "small-and-invested",
    level: "C3",
    applies: [[{ Q2: ["a"], Q3: ["a"] }]],
    rests: [[{ Q2: ["a"] }], [{ Q3: ["a"] }]],
  },
  {
    id: "age-75",
    level: "C3",
    applies: [[{}, { age: 75 }], [{ Q18: ["f"] }], [{ Q18: ["f"] }, { age: 40 }]],
    rests: [[{}, { age: 74 }], [{ Q18: ["e"] }], [{ Q18: ["e"] }, { age: 74 }]],
  },
  {
    id: "extra-care",
    applies: [[{}, { age: 65 }], [{ Q18: ["e"] }], [{ Q18: ["f"] }]],
    rests: [[{}, { age: 64 }], [{ Q18: ["d"] }]],
  },
  { id: "guardian-consent", applies: [[{ G1: ["limited"] }]], rests: [[{}], [{ G1: ["none"] }]] },
  { id: "no-nfra-sale", applies: [[{ G1: ["none"] }]], rests: [[{}], [{ G1: ["limited"] }]] },
  {
    id: "young-long-experience",
    applies: [[{ Q7: ["f"] }, { age: 25 }], [{ Q7: ["f"], Q18: ["a"] }]],
    rests: [[{ Q7: ["f"] }, { age: 26 }], [{ Q7: ["e"], Q18: ["a"] }, { age: 20 }], [{ Q7: ["f"], Q18: ["b"] }]],
  },
  {
    id: "no-income-both-employed",
    applies: [[{ Q1: ["a"], Q20: ["e"] }]],
    rests: [[{ Q1: ["a"], Q20: ["d"] }], [{ Q1: ["b"], Q20: ["e"] }]],
  },
  {
    id: "complex-without-experience",
    applies: [[{ Q8: ["e"], Q7: ["a"] }], [{ Q8: ["b", "e"], Q7: ["a"] }]],
    rests: [[{ Q8: ["d"], Q7: ["a"] }], [{ Q8: ["e"], Q7: ["b"] }]],
  },
  {
    id: "small-loss-all-risky",
    applies: [[{ Q16: ["a"], Q15: ["e"] }], [{ Q16: ["b"], Q15: ["e"] }]],
    rests: [[{ Q16: ["c"], Q15: ["e"] }], [{ Q16: ["b"], Q15: ["d"] }]],
  },
  {
    id: "no-loss-risky-types",
    applies: [[{ Q16: ["a"], Q14: ["d"] }], [{ Q16: ["a"], Q14: ["a", "e"] }]],
    rests: [[{ Q16: ["a"], Q14: ["a", "b", "c"] }], [{ Q16: ["b"], Q14: ["d", "e"] }]],
  },
  {
    id: "high-growth-small-loss",
    applies: [[{ Q12: ["e"], Q16: ["a"] }], [{ Q12: ["e"], Q16: ["b"] }]],
    rests: [[{ Q12: ["e"], Q16: ["c"] }], [{ Q12: ["d"], Q16: ["b"] }]],
  },
  {
    id: "short-term-complex",
    applies: [[{ Q11: ["a"], Q14: ["e"] }]],
    rests: [[{ Q11: ["b"], Q14: ["e"] }], [{ Q11: ["a"], Q14: ["d"] }]],
  },
  {
    id: "small-assets-business-income",
    applies: [[{ Q2: ["a"], Q1: ["e"] }]],
    rests: [[{ Q2: ["b"], Q1: ["e"] }], [{ Q2: ["a"], Q1: ["d"] }]],
  },
  {
    id: "ten-years-no-loss",
    applies: [[{ Q10: ["b"], Q7: ["f"] }]],
    rests: [[{ Q10: ["b"], Q7: ["e"] }], [{ Q10: ["a"], Q7: ["f"] }]],
  },
  {
    id: "fully-invested-spare-money",
    applies: [[{ Q3: ["a"], Q13: ["e"] }]],
    rests: [[{ Q3: ["b"], Q13: ["e"] }], [{ Q3: ["a"], Q13: ["d"] }]],
  },
];

/** Ids of every cap, flag and contradiction that spoke. */
function spoke(changes: Answers, facts?: Facts): string[] {
  const result = score(rtq, { ...plain, ...changes }, facts);
  return [...result.caps.filter((cap) => cap.applied).map((cap) => cap.id), ...result.flags, ...result.contradictions];
}

describe("caps, flags and contradictions", () => {
  it("are the ones of the domain notes, and no others", () => {
    const inPack = [...rtq.caps, ...rtq.flags, ...rtq.contradictions].map((rule) => rule.id);
    expect(rules.map((rule) => rule.id)).toEqual(inPack);
    expect(rtq.contradictions).toHaveLength(10);
    expect(Object.fromEntries(rtq.caps.map((cap) => [cap.id, cap.level]))).toEqual(
      Object.fromEntries(rules.filter((rule) => rule.level).map((rule) => [rule.id, rule.level])),
    );
  });

  it.each(rules)("$id speaks where it must", ({ id, applies }) => {
    for (const [changes, facts] of applies) expect(spoke(changes, facts)).toContain(id);
  });

  it.each(rules)("$id is silent beside it", ({ id, rests }) => {
    for (const [changes, facts] of rests) expect(spoke(changes, facts)).not.toContain(id);
  });

  it("the lowest cap that applies decides", () => {
    const both = score(rtq, { ...clientC, Q4: ["a"], Q18: ["f"] });
    expect([both.band, both.level]).toEqual(["C5", "C2"]);
  });

  it("a plain sheet sets nothing off", () => {
    expect(spoke({}, { age: 46 })).toEqual([]);
  });
});

describe("an incomplete or strange sheet is refused by the name of its question", () => {
  it.each([
    ["nothing chosen", { Q7: [] }, "Q7"],
    ["an option that does not exist", { Q7: ["z"] }, "Q7"],
    ["two options of a single choice", { Q7: ["a", "b"] }, "Q7"],
    ["the same box twice", { Q8: ["b", "b"] }, "Q8"],
    ["a question that does not exist", { Q21: ["a"] }, "Q21"],
    ["a question named like an object's own", { constructor: ["a"] }, "constructor"],
  ])("%s", (_, changes, question) => {
    expect(() => score(rtq, { ...plain, ...changes })).toThrow(
      expect.objectContaining({ code: "answers-invalid", params: { question } }),
    );
  });

  it("missing questions are listed in the order they are asked", () => {
    expect(missing(rtq, { G1: ["full"], Q1: ["a"], Q3: [] }).slice(0, 3)).toEqual(["G2", "Q2", "Q3"]);
    expect(missing(rtq, plain)).toEqual([]);
  });

  it("a sheet with one question left out is never scored", () => {
    fc.assert(
      fc.property(anySheet(rtq), fc.constantFrom(...rtq.gates, ...rtq.questions), (answers, { id }) => {
        const { [id]: _, ...rest } = answers;
        expect(missing(rtq, rest)).toEqual([id]);
        expect(() => score(rtq, rest)).toThrow("answers-invalid");
      }),
    );
  });
});

describe("laws of scoring", () => {
  it("neither the order of answers nor the order of ticked boxes matters", () => {
    fc.assert(
      fc.property(anySheet(rtq), anyAge, (answers, age) => {
        const turned = Object.fromEntries(
          Object.entries(answers)
            .toReversed()
            .map(([id, o]) => [id, o.toReversed()]),
        );
        expect(score(rtq, turned, { age })).toEqual(score(rtq, answers, { age }));
      }),
    );
  });

  it("a cap only ever lowers, and without one the band is the level", () => {
    fc.assert(
      fc.property(anySheet(rtq), anyAge, (answers, age) => {
        const result = score(rtq, answers, { age });
        expect(compareLevels(result.level, result.band)).toBeLessThanOrEqual(0);
        if (!result.caps.some((cap) => cap.applied)) expect(result.level).toBe(result.band);
        for (const cap of result.caps.filter((c) => c.applied)) {
          expect(compareLevels(result.level, cap.level)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("the total lies within what the pack can give and equals its blocks and dimensions", () => {
    const sum = (parts: readonly { points: number }[]) => parts.reduce((all, part) => all + part.points, 0);
    fc.assert(
      fc.property(anySheet(rtq), (answers) => {
        const result = score(rtq, answers);
        expect(result.total).toBeGreaterThanOrEqual(0);
        expect(result.total).toBeLessThanOrEqual(100);
        expect([sum(result.blocks), sum(result.dimensions)]).toEqual([result.total, result.total]);
      }),
    );
  });

  it("giving an option more points never lowers the band", () => {
    const roomy = { ...rtq, bands: rtq.bands.map((band) => (band.level === "C5" ? { ...band, to: 1000 } : band)) };
    fc.assert(
      fc.property(anySheet(roomy), fc.nat(19), fc.nat(5), fc.nat(60), (answers, which, option, more) => {
        const raised: QuestionnairePack = {
          ...roomy,
          questions: roomy.questions.map((question, i) =>
            i !== which || question.kind !== "single"
              ? question
              : {
                  ...question,
                  options: question.options.map((o, j) => (j === option ? { ...o, points: o.points + more } : o)),
                },
          ),
        };
        expect(levels.indexOf(score(raised, answers).band)).toBeGreaterThanOrEqual(
          levels.indexOf(score(roomy, answers).band),
        );
      }),
    );
  });

  it("of several boxes the one with most points counts", () => {
    expect(score(rtq, { ...plain, Q8: ["b", "e", "a"] }).points["Q8"]).toBe(5);
    expect(score(rtq, { ...plain, Q14: ["a", "b"] }).points["Q14"]).toBe(1);
  });

  it("or all together, where a pack says so", () => {
    const summing: QuestionnairePack = {
      ...rtq,
      questions: rtq.questions.map((q) => (q.id === "Q8" ? { ...q, score: "sum" } : q)),
      bands: rtq.bands.map((band) => (band.level === "C5" ? { ...band, to: 108 } : band)),
    };
    const result = score(summing, { ...plain, Q8: ["b", "c"] });
    expect([result.points["Q8"], result.max]).toEqual([4, 108]);
  });
});

describe("age", () => {
  it.each([
    [17, undefined],
    [18, "a"],
    [25, "a"],
    [26, "b"],
    [40, "b"],
    [41, "c"],
    [55, "c"],
    [56, "d"],
    [64, "d"],
    [65, "e"],
    [74, "e"],
    [75, "f"],
    [101, "f"],
    [undefined, undefined],
  ])("%s fills in option %s", (age, option) => {
    const question = rtq.questions.find((q) => q.id === "Q18");
    expect(question && optionForAge(question, age)).toBe(option);
  });
});

const reference = path.resolve(import.meta.dirname, "../../../../shared/data/questionnaire.json");
describe.skipIf(!existsSync(reference))(
  "against the reference questionnaire (skipped where ../shared is absent)",
  () => {
    type Reference = {
      questions: { id: string; text: string; multi?: boolean; options: [string, string, number][] }[];
      gates: { id: string; options: [string, string][] }[];
      bands: [string, number, number][];
    };
    const data = existsSync(reference) ? (JSON.parse(readFileSync(reference, "utf8")) as Reference) : undefined;

    it("has the same questions, options, words and points", () => {
      const ours = rtq.questions.map((q) => ({
        id: q.id,
        multi: q.kind === "multiple",
        options: choicesOf(q).map((o) => [o.id, o.text?.["zh-CN"], o.points]),
      }));
      expect(ours).toEqual(data?.questions.map((q) => ({ id: q.id, multi: q.multi ?? false, options: q.options })));
      for (const question of data?.questions ?? []) {
        const words = question.text.replace(/（多选[^）]*）/u, "");
        expect(rtq.questions.find((q) => q.id === question.id)?.text["zh-CN"]).toContain(words);
      }
    });

    it("has the same gates and bands", () => {
      const gates = rtq.gates.map((g) => ({ id: g.id, options: g.options.map((o) => [o.id, o.text["zh-CN"]]) }));
      expect(gates).toEqual(data?.gates.map((g) => ({ id: g.id, options: g.options })));
      expect(rtq.bands.map((b) => [b.level, b.from, b.to])).toEqual(data?.bands);
    });

    it("gives the same total and band as adding up the reference by hand", () => {
      fc.assert(
        fc.property(anySheet(rtq), (answers) => {
          const total = (data?.questions ?? []).reduce((all, q) => {
            const points = q.options.filter(([id]) => answers[q.id]?.includes(id)).map(([, , p]) => p);
            return all + Math.max(...points);
          }, 0);
          const band = data?.bands.find(([, from, to]) => total >= from && total <= to)?.[0];
          expect(score(rtq, answers)).toMatchObject({ total, band });
        }),
      );
    });
  },
);
