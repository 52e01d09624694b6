/** @file A stored assessment read back: caps, contradictions, counts, comparison, from the record alone. */
import { describe, expect, test } from "vitest";
import { bandIndex, positionOf, readAssessment, shortLevel } from "../../../../renderer/screens/result/reading.ts";
import { Assessment } from "../../../../shared/model/assessment.ts";
import { levels } from "../../../../shared/model/primitives.ts";
import { grades } from "../../../../shared/packs/match-matrix.ts";
import { choicesOf } from "../../../../shared/packs/question.ts";
import { asked } from "../../../../shared/rules/answers.ts";
import { compareLevels, score } from "../../../../shared/rules/questionnaire.ts";
import { requirePack, shippedPack } from "../../../support/packs.ts";

const pack = requirePack("RTQ-NP-v1", "2026.07");

interface Given {
  readonly id?: string;
  readonly answers?: Readonly<Record<string, string[]>>;
  readonly age?: number;
  readonly finishedAt?: string;
  readonly more?: Partial<Assessment>;
}

/** A record with the third option everywhere, but for what is given. */
function record({
  id = "now",
  answers = {},
  age,
  finishedAt = "2026-11-22T02:09:00.000Z",
  more = {},
}: Given): Assessment {
  const usual = Object.fromEntries(asked(pack).map((one) => [one.id, [choicesOf(one)[2]?.id ?? ""]]));
  const all = { ...usual, G1: ["full"], G2: ["no"], ...answers };
  const scored = score(pack, all, age === undefined ? {} : { age });
  return Assessment.parse({
    id,
    client: "c-1",
    questionnaire: { id: pack.id, version: pack.version },
    answers: all,
    score: scored,
    level: scored.level,
    ...(age !== undefined && { age }),
    mode: "meeting",
    answeredBy: "client",
    startedAt: finishedAt,
    finishedAt,
    timings: { Q1: 4000, Q2: 71_000 },
    changes: [],
    contradictionChoices: [],
    validFrom: "2026-11-22",
    validUntil: "2027-11-22",
    ...more,
  });
}

const rich = { Q1: ["e"], Q2: ["f"], Q4: ["e"], Q5: ["f"], Q7: ["f"], Q13: ["e"], Q11: ["e"], Q9: ["e"], Q15: ["d"] };

describe("the level", () => {
  test("a cap below the band is what moved it; one at or above the band is not", () => {
    const reading = readAssessment(record({ answers: rich, age: 76 }), pack, []);
    expect(reading.record.score.band).toBe("C4");
    expect(reading.biting.map(({ id }) => id)).toEqual(["age-75"]);
    const poor = readAssessment(record({ answers: { Q18: ["f"] }, age: 76 }), pack, []);
    expect(poor.caps.map(({ id }) => id)).toEqual(["age-75"]);
    expect(poor.biting).toEqual([]);
  });

  test("of several caps the one that gave the level comes first", () => {
    const reading = readAssessment(record({ answers: { ...rich, Q4: ["a"] }, age: 76 }), pack, []);
    expect(reading.biting.map(({ id }) => id)).toEqual(["overdue-debt", "age-75"]);
    expect(reading.biting[0]?.level).toBe(reading.record.level);
  });

  test("the lowest class stands on the first band and reads C1", () => {
    expect(bandIndex("C1_LOWEST", pack.bands)).toBe(0);
    expect(shortLevel("C1_LOWEST")).toBe("C1");
  });

  test("points lie inside their band on the scale", () => {
    for (let points = 0; points <= 100; points++) {
      const at = positionOf(points, pack.bands) * pack.bands.length;
      expect(pack.bands[Math.floor(at)]?.from).toBeLessThanOrEqual(points);
      expect(pack.bands[Math.floor(at)]?.to).toBeGreaterThanOrEqual(points);
    }
  });
});

test("a contradiction says whether the client kept it, and what was changed away is counted", () => {
  const more = {
    contradictionChoices: [
      { id: "small-loss-all-risky", choice: "change" as const },
      { id: "ten-years-no-loss", choice: "keep" as const },
    ],
  };
  const reading = readAssessment(record({ answers: { Q7: ["f"], Q10: ["b"] }, more }), pack, []);
  expect(reading.contradictions.map(({ rule, isKept }) => [rule.id, isKept])).toEqual([["ten-years-no-loss", true]]);
  expect(reading.resolved).toBe(1);
});

test("counts are those of the day it was made, not of today", () => {
  const first = record({ id: "a", finishedAt: "2026-03-01T02:00:00.000Z" });
  const later = record({ id: "b", finishedAt: "2026-11-22T03:00:00.000Z" });
  const now = record({});
  const { counts } = readAssessment(now, pack, [later, now, first]);
  expect([counts.today, counts.last12Months]).toEqual([1, 2]);
});

test("the last one is found by the id on record, and missing where it never came", () => {
  const before = record({ id: "before", finishedAt: "2026-03-01T02:00:00.000Z" });
  const more = { previous: { id: "before", level: before.level, total: before.score.total } };
  const now = record({ answers: { Q1: ["a"] }, more });
  expect(readAssessment(now, pack, [before, now]).comparison?.answers.map(({ question }) => question)).toEqual(["Q1"]);
  expect(readAssessment(now, pack, [now]).comparison).toBeUndefined();
});

test("an age on file that does not fit the answer is noticed", () => {
  expect(readAssessment(record({ answers: { Q18: ["b"] }, age: 68 }), pack, []).age.differs).toBe(true);
  expect(readAssessment(record({ answers: { Q18: ["e"] }, age: 68 }), pack, []).age.differs).toBe(false);
  expect(readAssessment(record({ answers: { Q18: ["b"] } }), pack, []).age.differs).toBe(false);
});

test("time is added up and the longest question named; paper has none", () => {
  expect(readAssessment(record({}), pack, []).process).toMatchObject({ total: 75_000, longest: { question: "Q2" } });
  const paper = record({ more: { mode: "paper", answeredBy: "advisor-from-paper", timings: {} } });
  expect(readAssessment(paper, pack, []).process).toMatchObject({ total: undefined, longest: undefined });
});

describe("the matrix of levels and grades", () => {
  test("a higher level never matches fewer grades", () => {
    for (const [index, level] of levels.entries()) {
      const below = levels[index - 1];
      if (below === undefined) continue;
      expect(compareLevels(level, below)).toBe(1);
      expect(shippedPack("match-matrix").direct[level]).toEqual(
        expect.arrayContaining([...shippedPack("match-matrix").direct[below]]),
      );
    }
    expect(shippedPack("match-matrix").direct["C5"]).toEqual(grades);
  });

  test("the lowest class may have R1 and nothing else, whatever is signed", () => {
    expect(shippedPack("match-matrix").direct["C1_LOWEST"]).toEqual(["R1"]);
    expect(shippedPack("match-matrix").never["C1_LOWEST"]).toEqual(["R2", "R3", "R4", "R5"]);
  });
});
