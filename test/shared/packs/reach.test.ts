import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/packs/condition.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { canHold, reachableLevels, totals } from "../../../shared/packs/reach.ts";
import { answerFaults } from "../../../shared/rules/answers.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import { institution, rtq } from "../../support/sheets.ts";
import { ages, anySmallPack, everySheet, outcomeOf } from "../../support/small-packs.ts";

/** Every outcome of a pack by trying everything. */
function everyOutcome(pack: QuestionnairePack) {
  return everySheet(pack).flatMap((sheet) => ages.map((age) => outcomeOf(pack, sheet, age)));
}

describe("what a pack can reach, against trying every sheet of small packs", () => {
  it("sums of points, levels, and whether a rule can come true", () => {
    let sheets = 0;
    fc.assert(
      fc.property(anySmallPack, (pack) => {
        const outcomes = everyOutcome(pack);
        sheets += outcomes.length;
        expect(totals(pack)).toEqual([...new Set(outcomes.map((one) => one.total))].toSorted((a, b) => a - b));
        expect([...(reachableLevels(pack) ?? [])].toSorted()).toEqual(
          [...new Set(outcomes.map((one) => one.level))].toSorted(),
        );
        for (const { when } of pack.flags) expect(canHold(pack, when)).toBe(outcomes.some((one) => one.flagged));
      }),
      { numRuns: 60 },
    );
    expect(sheets).toBeGreaterThan(500);
  });

  it("and every such sheet is scored as the oracle scores it, skipped questions dropped", () => {
    fc.assert(
      fc.property(anySmallPack, (pack) => {
        for (const sheet of everySheet(pack).slice(0, 60)) {
          for (const age of ages) {
            const answers = Object.fromEntries(Object.entries(sheet).map(([id, given]) => [id, [...given]]));
            const expected = outcomeOf(pack, sheet, age);
            const result = score(pack, answers, { age });
            expect({ total: result.total, level: result.level, flagged: result.flags.length > 0 }).toEqual({
              total: expected.total,
              level: expected.level,
              flagged: expected.flagged,
            });
            expect(Object.keys(result.points)).toEqual(
              expected.shown.filter((id) => pack.questions.find((q) => q.id === id)?.kind !== "text"),
            );
            // Without the answers to what is skipped it is the same sheet; without one that is asked it is none.
            const asked = Object.entries(answers).filter(([id]) => expected.shown.includes(id.split(".")[0] ?? ""));
            expect(score(pack, Object.fromEntries(asked), { age })).toEqual(result);
            const lacking = Object.fromEntries(asked.slice(1));
            if (asked.length > 0) expect(answerFaults(pack, lacking, { age })[0]?.reason).toBe("missing");
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("the packs that ship", () => {
  it.each([
    ["RTQ-NP-v1", rtq],
    ["RTQ-INST-v1", institution],
  ])("%s reaches every level and every sum from 0 to 100", (_, pack) => {
    expect([...(reachableLevels(pack) ?? [])].toSorted()).toEqual(["C1", "C1_LOWEST", "C2", "C3", "C4", "C5"]);
    const sums = totals(pack) ?? [];
    expect([sums[0], sums.at(-1)]).toEqual([0, 100]);
    for (const { from, to } of pack.bands) expect(sums).toEqual(expect.arrayContaining([from, to]));
  });
});

it("says that it cannot tell where everything depends on everything", () => {
  const pairs = Array.from({ length: 10 }, (_, i): Condition => {
    const both = (option: string): Condition => ({
      all: [
        { question: `Q${i + 1}`, is: [option] },
        { question: `Q${i + 11}`, is: [option] },
      ],
    });
    return { any: [both("a"), both("b")] };
  });
  const cap = { ...rtq.caps[2], when: { any: pairs } } as QuestionnairePack["caps"][number];
  expect(reachableLevels({ ...rtq, caps: [cap] })).toBeUndefined();
  expect(canHold(rtq, { any: pairs })).toBeUndefined();
});
