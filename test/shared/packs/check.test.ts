import { describe, expect, it } from "vitest";
import { checkPack, type FaultCode, faultCodes } from "../../../shared/packs/check.ts";
import { allPacks, findPack, packInForce, parsePack, requirePack } from "../../../shared/packs/packs.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import raw from "../../../shared/packs/rtq-np-v1.json" with { type: "json" };

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Pack = Mutable<QuestionnairePack>;

/** The shipped pack with something done to it. */
function spoilt(change: (pack: Pack) => void): unknown {
  const pack = structuredClone(raw) as unknown as Pack;
  change(pack);
  return pack;
}
const question = (pack: Pack, id: string) => pack.questions.find((q) => q.id === id) as Pack["questions"][number];
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
    (p) => question(p, "Q3").options.push({ ...(question(p, "Q3").options[0] as Pack["questions"][0]["options"][0]) }),
    "duplicate-id",
    "questions/Q3/options",
  ],
  ["the same cap twice", (p) => p.caps.push(structuredClone(p.caps[0] as Pack["caps"][0])), "duplicate-id", "caps"],
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
      for (const q of p.questions) for (const o of q.options) o.points = Math.max(1, o.points);
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
      const all = p.questions.map((q) => ({ question: q.id, is: ["a"] }));
      Object.assign(p.caps[2] as object, { when: { any: all } });
    },
    "too-complex",
    "caps",
  ],
];

describe("checkPack", () => {
  it("finds nothing in the packs that ship", () => {
    expect(checkPack(raw)).toEqual([]);
  });

  it.each(planted)("names %s", (_, change, code, at) => {
    expect(checkPack(spoilt(change))).toContainEqual(expect.objectContaining({ code, at }));
  });

  it("has a planted mistake for every fault it can name", () => {
    const ofOthers = ["grade-order", "grade-both", "number-order", "grant-unreachable"]; // gate-check, investor-criteria-check
    const own = faultCodes.filter((code) => !ofOthers.includes(code));
    expect([...new Set(planted.map(([, , code]) => code))].toSorted()).toEqual(own.toSorted());
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
    expect(() => requirePack("nobody")).toThrow(expect.objectContaining({ code: "pack-missing" }));
  });

  it("by the day it is in force", () => {
    expect(packInForce("natural-person", "2026-02-01")?.id).toBe("RTQ-NP-v1");
    expect(packInForce("natural-person", "2026-01-31")).toBeUndefined();
  });

  it("a faulty pack is refused with its faults named", () => {
    expect(() => parsePack(spoilt((p) => (band(p, "C3").from = 41)))).toThrow(
      expect.objectContaining({ code: "pack-invalid", params: { faults: "bands-hole bands/C3" } }),
    );
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
