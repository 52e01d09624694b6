import { describe, expect, it } from "vitest";
import { checkPack } from "../../../shared/packs/check.ts";
import type { Condition } from "../../../shared/packs/condition.ts";
import { type FaultCode, faultCodes } from "../../../shared/packs/faults.ts";
import type { KnowledgeTestPack } from "../../../shared/packs/knowledge-test-pack.ts";
import rawTest from "../../../shared/packs/kt-np-v1.json" with { type: "json" };
import { packLibrary, parsePackOf } from "../../../shared/packs/library.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import rawInstitution from "../../../shared/packs/rtq-inst-v1.json" with { type: "json" };
import raw from "../../../shared/packs/rtq-np-v1.json" with { type: "json" };
import { allPacks, findPack, findTest } from "../../support/packs.ts";

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Pack = Mutable<QuestionnairePack>;

/** The shipped pack with something done to it. */
function spoilt(change: (pack: Pack) => void): unknown {
  const pack = structuredClone(raw) as unknown as Pack;
  change(pack);
  return pack;
}
type ChoiceOption = Kind<"single" | "multiple">["options"][0];
type Kind<K extends Question["kind"]> = Mutable<Extract<Question, { kind: unknown }> & { kind: K }>;
type Question = QuestionnairePack["questions"][number];
const question = (pack: Pack, id: string) => pack.questions.find((q) => q.id === id) as Kind<"single" | "multiple">;

/** The shipped questionnaire for companies, which has every kind of question, with something done to it. */
function spoiltInstitution(change: (pack: Pack) => void): unknown {
  const pack = structuredClone(rawInstitution) as unknown as Pack;
  change(pack);
  return pack;
}
const asNumber = (pack: Pack, id: string) => question(pack, id) as unknown as Kind<"number">;
const range = (pack: Pack, id: string, index: number) =>
  asNumber(pack, id).ranges[index] as Kind<"number">["ranges"][0];
const when = (rule: object | undefined, condition: Condition) => Object.assign(rule as object, { when: condition });

/** The shipped test with something done to it. */
function spoiltTest(change: (pack: Mutable<KnowledgeTestPack>) => void): unknown {
  const pack = structuredClone(rawTest) as unknown as Mutable<KnowledgeTestPack>;
  change(pack);
  return pack;
}
const band = (pack: Pack, level: string) => pack.bands.find((b) => b.level === level) as Pack["bands"][number];

/** One planted mistake each, and the fault it must be named by. */
const planted: readonly [what: string, change: (pack: Pack) => void, code: FaultCode, at: string][] = [
  ["a field nobody knows", (p) => Object.assign(p, { script: "alert(1)" }), "shape", ""],
  ["no questions field", (p) => Reflect.deleteProperty(p, "questions"), "shape", "questions"],
  ["a condition as text", (p) => Object.assign(p.caps[0] as object, { when: "G1 != full" }), "shape", "caps/0/when"],
  [
    "no English",
    (p) => Reflect.deleteProperty(p.blocks[0]?.title as object, "en"),
    "missing-language",
    "blocks/0/title/en",
  ],
  [
    "an option without points",
    (p) => Reflect.deleteProperty(question(p, "Q7").options[2] as object, "points"),
    "option-without-points",
    "questions/6/options/2/points",
  ],
  [
    "a cap without a source",
    (p) => Reflect.deleteProperty(p.caps[1] as object, "source"),
    "missing-source",
    "caps/1/source",
  ],
  [
    "a source nobody listed",
    (p) => ((p.flags[0] as Pack["flags"][number]).source = "nfra-99"),
    "missing-source",
    "flags/extra-care",
  ],
  ["a clock without its law", (p) => (p.clocks.maxPerDay.source = "x"), "missing-source", "clocks/maxPerDay"],
  ["the same question twice", (p) => p.questions.push(question(p, "Q3")), "duplicate-id", "questions"],
  ["a question named like a gate", (p) => (question(p, "Q3").id = "G1"), "duplicate-id", "questions"],
  [
    "the same option twice",
    (p) => question(p, "Q3").options.push(structuredClone(question(p, "Q3").options[0]) as ChoiceOption),
    "duplicate-id",
    "questions/Q3/options",
  ],
  ["the same cap twice", (p) => p.caps.push(structuredClone(p.caps[0] as Pack["caps"][0])), "duplicate-id", "caps"],
  [
    "an option of the term without its months",
    (p) => Reflect.deleteProperty(question(p, "Q11").options[3] as object, "months"),
    "option-without-meaning",
    "questions/Q11/options/d",
  ],
  [
    "an option of the types without its types",
    (p) => Reflect.deleteProperty(question(p, "Q14").options[4] as object, "types"),
    "option-without-meaning",
    "questions/Q14/options/e",
  ],
  ["a question in no block", (p) => (question(p, "Q5").block = "hobby"), "unknown-block", "questions/Q5"],
  [
    "a condition on no question",
    (p) => Object.assign(p.caps[2] as object, { when: { question: "Q99", is: ["a"] } }),
    "unknown-question",
    "caps/overdue-debt",
  ],
  [
    "a condition on no option",
    (p) => Object.assign(p.contradictions[0] as object, { when: { not: { all: [{ question: "Q7", is: ["z"] }] } } }),
    "unknown-option",
    "contradictions/young-long-experience",
  ],
  ["an output from a gate", (p) => (p.outputs.term = ["G1"]), "unknown-question", "outputs/term"],
  ["a level left out", (p) => p.levels.splice(2, 1), "level-list", "levels"],
  ["levels upside down", (p) => p.levels.reverse(), "level-list", "levels"],
  ["a hole between bands", (p) => (band(p, "C3").from = 41), "bands-hole", "bands/C3"],
  ["overlapping bands", (p) => (band(p, "C4").from = 59), "bands-overlap", "bands/C4"],
  ["bands out of order", (p) => p.bands.reverse(), "bands-order", "bands/C4"],
  ["a band that ends before it begins", (p) => (band(p, "C5").to = 70), "bands-order", "bands/C5"],
  [
    "points above the last band",
    (p) => ((question(p, "Q1").options[4] as { points: number }).points = 6),
    "points-outside-bands",
    "bands",
  ],
  ["points below the first band", (p) => (band(p, "C1").from = 1), "points-outside-bands", "bands"],
  [
    "a least sum so high that C1 is out of reach",
    (p) => {
      for (const { id } of p.questions) for (const o of question(p, id).options) o.points = Math.max(1, o.points);
    },
    "level-unreachable",
    "levels/C1",
  ],
  [
    "a cap that catches everybody",
    (p) => Object.assign(p.caps[2] as object, { when: { any: [{ question: "Q4", is: ["a", "b", "c", "d", "e"] }] } }),
    "level-unreachable",
    "levels/C5",
  ],
  ["no way into the lowest class", (p) => p.caps.splice(0, 2), "level-unreachable", "levels/C1_LOWEST"],
  [
    "two options at once in a single choice",
    (p) =>
      Object.assign(p.contradictions[1] as object, {
        when: {
          all: [
            { question: "Q7", is: ["a"] },
            { question: "Q7", is: ["b"] },
          ],
        },
      }),
    "rule-never",
    "contradictions/no-income-both-employed",
  ],
  [
    "an age nobody has",
    (p) => Object.assign(p.flags[0] as object, { when: { age: { atLeast: 80, below: 70 } } }),
    "rule-never",
    "flags/extra-care",
  ],
  [
    "ages with a hole",
    (p) => ((question(p, "Q18").options[1] as { age: { atLeast: number } }).age.atLeast = 27),
    "age-options",
    "questions/Q18",
  ],
  ["in force until before it begins", (p) => (p.effectiveUntil = "2026-01-31"), "dates", "effectiveUntil"],
  [
    "caps that ask about everything together",
    (p) => {
      // Which of ten answers two by two agree: nothing of it can be forgotten on the way.
      const pairs = Array.from({ length: 10 }, (_, i) => {
        const both = (o: string) => ({ all: [1, 11].map((n) => ({ question: `Q${i + n}`, is: [o] })) });
        return { any: [both("a"), both("b")] };
      });
      Object.assign(p.caps[2] as object, { when: { any: pairs } });
    },
    "too-complex",
    "caps",
  ],
];

/** The same for what only questionnaires with all kinds of questions can get wrong. */
const plantedInKinds: readonly [what: string, change: (pack: Pack) => void, code: FaultCode, at: string][] = [
  ["a kind nobody knows", (p) => Object.assign(question(p, "Q1"), { kind: "slider" }), "shape", "questions/0/kind"],
  [
    "a question without its text",
    (p) => Reflect.deleteProperty(question(p, "Q1"), "text"),
    "missing-language",
    "questions/0/text",
  ],
  [
    "a range without points",
    (p) => Reflect.deleteProperty(range(p, "Q2", 1), "points"),
    "option-without-points",
    "questions/1/ranges/1/points",
  ],
  [
    "a question shown by nobody's answer",
    (p) => (question(p, "Q9").showIf = { question: "Q99", is: ["yes"] }),
    "unknown-question",
    "questions/Q9/showIf",
  ],
  [
    "a question shown by an option that is not there",
    (p) => (question(p, "Q9").showIf = { not: { question: "Q8", is: ["maybe"] } }),
    "unknown-option",
    "questions/Q9/showIf",
  ],
  [
    "a question shown by a later one",
    (p) => (question(p, "Q9").showIf = { question: "Q12", is: ["a"] }),
    "forward-reference",
    "questions/Q9/showIf",
  ],
  [
    "a question shown by itself",
    (p) => (question(p, "Q9").showIf = { question: "Q9", within: { atLeast: 1 } }),
    "forward-reference",
    "questions/Q9/showIf",
  ],
  [
    "a question never shown",
    (p) =>
      (question(p, "Q9").showIf = {
        all: [
          { question: "Q8", is: ["yes"] },
          { question: "Q8", is: ["no"] },
        ],
      }),
    "rule-never",
    "questions/Q9/showIf",
  ],
  [
    "a contradiction between answers of which one is always skipped",
    (p) =>
      when(p.contradictions[0], {
        all: [
          { question: "Q8", is: ["no"] },
          { question: "Q9", within: {} },
        ],
      }),
    "rule-never",
    "contradictions/financial-above-net",
  ],
  ["an option of a number", (p) => when(p.caps[2], { question: "Q2", is: ["a"] }), "wrong-kind", "caps/insolvent"],
  [
    "a range of a choice",
    (p) => when(p.caps[2], { question: "Q1", within: { below: 1 } }),
    "wrong-kind",
    "caps/insolvent",
  ],
  [
    "a rule about a text",
    (p) => when(p.flags[0], { question: "Q19", is: ["a"] }),
    "wrong-kind",
    "flags/authority-missing",
  ],
  ["a matrix as a whole", (p) => when(p.caps[2], { question: "Q7", is: ["a"] }), "wrong-kind", "caps/insolvent"],
  [
    "a row that is not there",
    (p) => when(p.caps[2], { question: "Q7.gold", is: ["a"] }),
    "unknown-question",
    "caps/insolvent",
  ],
  [
    "a row of what has none",
    (p) => when(p.caps[2], { question: "Q1.bonds", is: ["a"] }),
    "unknown-question",
    "caps/insolvent",
  ],
  [
    "a step beyond the scale",
    (p) => when(p.caps[2], { question: "Q16", is: ["6"] }),
    "unknown-option",
    "caps/insolvent",
  ],
  ["an output nobody chooses", (p) => (p.outputs.term = ["Q2"]), "wrong-kind", "outputs/term"],
  ["the least above the most", (p) => (asNumber(p, "Q9").min = 61), "number-limits", "questions/Q9"],
  [
    "no whole number between the limits",
    (p) => Object.assign(asNumber(p, "Q9"), { min: 0.2, max: 0.8 }),
    "number-limits",
    "questions/Q9",
  ],
  ["a hole between ranges", (p) => (range(p, "Q2", 2).atLeast = 500.01), "ranges-hole", "questions/Q2/ranges/2"],
  ["a hole before the first", (p) => (range(p, "Q2", 0).atLeast = -5), "ranges-hole", "questions/Q2/ranges/0"],
  ["a hole after the last", (p) => (range(p, "Q2", 5).below = 20_000), "ranges-hole", "questions/Q2/ranges"],
  ["overlapping ranges", (p) => (range(p, "Q2", 2).atLeast = 499.99), "ranges-overlap", "questions/Q2/ranges/2"],
  ["a range upside down", (p) => (range(p, "Q2", 2).below = 400), "ranges-order", "questions/Q2/ranges/2"],
  ["a range beyond the limits", (p) => (range(p, "Q9", 4).atLeast = 61), "ranges-order", "questions/Q9/ranges/4"],
  ["ranges out of order", (p) => asNumber(p, "Q2").ranges.reverse(), "ranges-order", "questions/Q2/ranges/1"],
  [
    "a later option with fewer points where none may",
    (p) => ((question(p, "Q1").options[3] as { points: number }).points = 1),
    "not-monotone",
    "questions/Q1",
  ],
  ["a later range with fewer points", (p) => (range(p, "Q2", 4).points = 3), "not-monotone", "questions/Q2"],
  [
    "a later step with fewer points",
    (p) => ((question(p, "Q16") as unknown as Kind<"scale">).points = [0, 3, 1, 4, 6]),
    "not-monotone",
    "questions/Q16",
  ],
  [
    "a row twice",
    (p) => (((question(p, "Q7") as unknown as Kind<"matrix">).rows[1] as { id: string }).id = "bonds"),
    "duplicate-id",
    "questions/Q7/rows",
  ],
  [
    "points above the last band by a matrix",
    (p) => ((question(p, "Q7").options[2] as { points: number }).points = 3),
    "points-outside-bands",
    "bands",
  ],
  [
    "a level that only skipped points could reach",
    // C5 needs the points of Q9 to Q11, and a cap catches everybody who is asked them.
    (p) => {
      when(p.caps[6], { question: "Q8", is: ["yes"] });
      band(p, "C4").to = 82;
      band(p, "C5").from = 83;
    },
    "level-unreachable",
    "levels/C5",
  ],
];

const plantedInTests: readonly [
  what: string,
  change: (pack: Mutable<KnowledgeTestPack>) => void,
  code: FaultCode,
  at: string,
][] = [
  ["a level", (p) => Object.assign(p, { levels: [] }), "shape", ""],
  ["no pass mark", (p) => Reflect.deleteProperty(p, "passMark"), "shape", "passMark"],
  [
    "an explanation left out",
    (p) => Reflect.deleteProperty(p.questions[2] as object, "explanation"),
    "missing-language",
    "questions/2/explanation",
  ],
  ["a source nobody listed", (p) => (p.passMark.source = "nobody"), "missing-source", "passMark"],
  [
    "a question in no block",
    (p) => ((p.questions[0] as { block: string }).block = "hobby"),
    "unknown-block",
    "questions/T1",
  ],
  [
    "an option twice",
    (p) => Object.assign(p.questions[0]?.options[1] ?? {}, { id: "a" }),
    "duplicate-id",
    "questions/T1/options",
  ],
  [
    "no right answer",
    (p) => {
      for (const option of p.questions[3]?.options ?? []) option.points = 0;
    },
    "no-right-answer",
    "questions/T4",
  ],
  ["a mark nobody can reach", (p) => (p.passMark.value = 101), "pass-unreachable", "passMark"],
  ["over before it begins", (p) => (p.effectiveUntil = "2026-01-31"), "dates", "effectiveUntil"],
];

describe("checkPack", () => {
  it("finds nothing in the packs that ship", () => {
    expect([raw, rawInstitution, rawTest].map(checkPack)).toEqual([[], [], []]);
  });

  it.each(planted)("names %s", (_, change, code, at) => {
    expect(checkPack(spoilt(change))).toContainEqual(expect.objectContaining({ code, at }));
  });

  it.each(plantedInKinds)("names, among all kinds of questions, %s", (_, change, code, at) => {
    expect(checkPack(spoiltInstitution(change))).toContainEqual(expect.objectContaining({ code, at }));
  });

  it.each(plantedInTests)("names, in a knowledge test, %s", (_, change, code, at) => {
    expect(checkPack(spoiltTest(change))).toContainEqual(expect.objectContaining({ code, at }));
  });

  it("has a planted mistake for every fault it can name", () => {
    const all = [...planted, ...plantedInKinds, ...plantedInTests].map(([, , code]) => code);
    const ofOthers = ["grade-order", "grade-both", "number-order", "grant-unreachable"]; // gate-check, investor-criteria-check
    const ofTexts = ["unknown-value", "unlike-languages"]; // document-texts
    const own = faultCodes.filter((code) => ![...ofOthers, ...ofTexts].includes(code));
    expect([...new Set(all)].toSorted()).toEqual(own.toSorted());
  });

  it("lists mistakes of every sort together, and what each leads to is not told as another", () => {
    const faults = checkPack(
      spoiltInstitution((p) => {
        Reflect.deleteProperty(p.blocks[0]?.title as object, "zh-TW");
        Reflect.deleteProperty(p.flags[0] as object, "source");
        Object.assign(p, { script: "alert(1)" });
        question(p, "Q9").showIf = { question: "Q99", is: ["yes"] };
        question(p, "Q10").showIf = { question: "Q12", is: ["a"] };
        range(p, "Q2", 2).atLeast = 600;
        range(p, "Q3", 2).atLeast = 400;
        asNumber(p, "Q9").min = 61;
        when(p.caps[0], {
          all: [
            { question: "G3", is: ["yes"] },
            { question: "G3", is: ["no"] },
          ],
        });
      }),
    );
    expect(faults.map(({ code, at }) => `${code} ${at}`).toSorted()).toEqual([
      "forward-reference questions/Q10/showIf",
      "level-unreachable levels/C1_LOWEST",
      "missing-language blocks/0/title/zh-TW",
      "missing-source flags/0/source",
      "number-limits questions/Q9",
      "ranges-hole questions/Q2/ranges/2",
      "ranges-overlap questions/Q3/ranges/2",
      "rule-never caps/no-loss",
      "shape ",
      "unknown-question questions/Q9/showIf",
    ]);
  });

  it("lists all faults at once", () => {
    const faults = checkPack(
      spoilt((p) => {
        question(p, "Q5").block = "hobby";
        band(p, "C3").from = 41;
        p.clocks.maxPerDay.source = "x";
      }),
    );
    expect(faults.map((fault) => fault.code).toSorted()).toEqual(["bands-hole", "missing-source", "unknown-block"]);
  });

  it.each([null, 7, "pack", [], {}, { id: "x" }])("takes %j for no pack, and never throws", (value) => {
    expect(checkPack(value).length).toBeGreaterThan(0);
  });

  it("a band may end beyond all points there are", () => {
    const open = spoilt((p) => Object.assign(band(p, "C5"), { to: Number.MAX_SAFE_INTEGER }));
    expect(checkPack(open)).toEqual([]);
  });

  it("a condition may be true for a multiple choice with both options ticked", () => {
    const both = {
      all: [
        { question: "Q14", is: ["a"] },
        { question: "Q14", is: ["e"] },
      ],
    };
    expect(checkPack(spoilt((p) => Object.assign(p.contradictions[0] as object, { when: both })))).toEqual([]);
  });
});

describe("finding packs", () => {
  it("by id, by id and version, and never by a wrong version", () => {
    expect(findPack("RTQ-NP-v1")?.version).toBe("2026.07");
    expect(findPack("RTQ-NP-v1", "2026.07")?.id).toBe("RTQ-NP-v1");
    expect(findPack("RTQ-NP-v1", "1999.01")).toBeUndefined();
    expect(findPack("nobody")).toBeUndefined();
  });

  it("by the day it is in force", () => {
    const inForce = (kind: "questionnaire" | "knowledge-test", whom: string, day: string) =>
      packLibrary().inForce<"questionnaire" | "knowledge-test">(kind, day, ({ appliesTo }) => appliesTo === whom)?.id;
    expect(inForce("questionnaire", "natural-person", "2026-02-01")).toBe("RTQ-NP-v1");
    expect(inForce("questionnaire", "natural-person", "2026-01-31")).toBeUndefined();
    expect(inForce("questionnaire", "institution", "2026-11-22")).toBe("RTQ-INST-v1");
    expect(inForce("knowledge-test", "natural-person", "2026-11-22")).toBe("KT-NP-v1");
    expect(inForce("knowledge-test", "institution", "2026-11-22")).toBeUndefined();
  });

  it("a test is no questionnaire, and the other way round", () => {
    expect([findPack("KT-NP-v1"), findTest("RTQ-NP-v1")]).toEqual([undefined, undefined]);
    expect(findTest("KT-NP-v1", "2026.11")?.passMark.value).toBe(80);
  });

  it("a faulty pack is refused with its faults named", () => {
    expect(() =>
      parsePackOf(
        "questionnaire",
        spoilt((p) => (band(p, "C3").from = 41)),
      ),
    ).toThrow(expect.objectContaining({ code: "pack-invalid", params: { faults: "bands-hole bands/C3" } }));
  });
});

/** Every sentence of every pack, with where it stands. */
function sentences(value: unknown, at: string): { at: string; "zh-CN": string; "zh-TW": string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh-CN" in value) return [{ at, ...(value as { "zh-CN": string; "zh-TW": string; en: string }) }];
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${at}/${key}`));
}

describe("the words of the packs that ship", () => {
  const all = allPacks().flatMap((pack) => sentences(pack, pack.id));

  it("stand in three languages", () => {
    expect(all.length).toBeGreaterThan(150);
    for (const { at, en, ...chinese } of all) {
      expect(en, at).not.toMatch(/[\p{Script=Han}，。；：？（）]/u);
      expect(chinese["zh-CN"] + chinese["zh-TW"], at).toMatch(/\p{Script=Han}|%/u);
    }
  });

  it("bind a number to its measure word without a typed space", () => {
    for (const sentence of all) {
      for (const text of [sentence["zh-CN"], sentence["zh-TW"]]) {
        expect(text, sentence.at).not.toMatch(/\p{Script=Han}\s+\d|\d\s+[\p{Script=Han}%]/u);
        expect(text, sentence.at).not.toMatch(/[,;?()]/u);
      }
    }
  });

  it("in traditional Chinese use no simplified character", () => {
    const simplified =
      /[产亿体债关决减则办务动单卖历压发员响国图场处备复实对导岁币帐归当总态愿户护报担择损换据数无时显晓条来标样构权检机术认证让评识财资质账购费贷贸赎赔赚践较载轻转达过还这进远连适选递长门问间难预领题额风]/u;
    for (const sentence of all) expect(sentence["zh-TW"], sentence.at).not.toMatch(simplified);
  });
});
