/** @file A sheet with every kind of question: what is skipped, what is owed, what counts as left and as changed. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completeAnswers,
  edit,
  goBack,
  goOn,
  isLeft,
  leave,
  newSheet,
  openContradictions,
  type Sheet,
  withAnswer,
} from "../../../../renderer/screens/assess/sheet.ts";
import { plainNumber, pressed, steppedTo } from "../../../../renderer/screens/assess/typed-number.ts";
import { answeredCount } from "../../../../renderer/screens/assess/words.ts";
import { itemOf } from "../../../../shared/documents/answer-words.ts";
import { asked, shown } from "../../../../shared/rules/answers.ts";
import { decimalOf } from "../../../../shared/rules/condition.ts";
import { findTest } from "../../../support/packs.ts";
import { anySheet, institution as pack, plainCompany } from "../../../support/sheets.ts";

const at = "2026-11-22T02:00:00.000Z";
const full: Sheet = {
  ...newSheet(pack, "client", at),
  answers: plainCompany,
  left: plainCompany,
  place: { stage: "review" },
};
const asking = (question: string) => ({ stage: "ask", question, editing: false });

/** Every question a client is led through, from the first. */
function way(sheet: Sheet): string[] {
  const seen: string[] = [];
  let now: Sheet = { ...sheet, place: newSheet(pack, "client", at).place };
  while (now.place.stage === "ask") {
    seen.push(now.place.question);
    now = goOn(now, pack, {});
  }
  return seen;
}

describe("skipped questions", () => {
  const never = withAnswer(full, "Q8", ["no"]);

  test("are passed over forwards", () => {
    expect(way(full)).toEqual(asked(pack).map((item) => item.id));
    expect(way(never)).toEqual(
      asked(pack)
        .map((item) => item.id)
        .filter((id) => !["Q9", "Q10", "Q11"].includes(id)),
    );
  });

  test("and backwards, the same way", () => {
    fc.assert(
      fc.property(anySheet(pack), (answers) => {
        const sheet = { ...full, answers };
        const back: string[] = [];
        let now: Sheet | undefined = { ...sheet, place: { stage: "review" } };
        while (now !== undefined) {
          now = goBack(now, pack, {});
          if (now?.place.stage === "ask") back.push(now.place.question);
        }
        expect(back.toReversed()).toEqual(shown(pack, answers).items.map((item) => item.id));
      }),
      { numRuns: 30 },
    );
  });

  test("are owed once an earlier answer is changed, one after the other, and then the review comes", () => {
    const { Q9: _9, Q10: _10, Q11: _11, ...answers } = plainCompany;
    const changed = { ...full, answers: { ...answers, Q8: ["yes"] } };
    const first = goOn(edit(changed, "Q8"), pack, {});
    expect(first.place).toEqual({ ...asking("Q9"), owed: true });
    const second = goOn(withAnswer(first, "Q9", ["6"]), pack, {});
    expect(second.place).toEqual({ ...asking("Q10"), owed: true });
    const third = goOn(withAnswer(second, "Q10", ["b"]), pack, {});
    expect(goOn(withAnswer(third, "Q11", ["d"]), pack, {}).place).toEqual({ stage: "review" });
    // One step back from what is owed is the question before it.
    expect(goBack(first, pack, {})?.place).toEqual(asking("Q8"));
  });

  test("contradict nothing, and are not wanted", () => {
    const torn = { ...full, answers: { ...plainCompany, Q9: ["12"], Q11: ["b"] } };
    expect(openContradictions(torn, pack, {}).map(({ id }) => id)).toEqual(["ten-years-no-loss"]);
    expect(openContradictions(withAnswer(torn, "Q8", ["no"]), pack, {})).toEqual([]);
    const schema = completeAnswers(pack, {});
    const { Q9: _, ...lacking } = plainCompany;
    expect(schema.safeParse(lacking).error?.issues.map(({ path }) => path)).toEqual([["Q9"]]);
    expect(schema.safeParse({ ...lacking, Q8: ["no"] }).success).toBe(true);
  });

  test("come back with their answers when the client changes their mind", () => {
    const back = withAnswer(withAnswer(full, "Q8", ["no"]), "Q8", ["yes"]);
    expect(goOn(edit(back, "Q8"), pack, {}).place).toEqual({ stage: "review" });
  });

  test("are no part of how much is done", () => {
    expect(answeredCount(pack, plainCompany, {})).toEqual({ done: 22, of: 22 });
    expect(answeredCount(pack, { ...plainCompany, Q8: ["no"] }, {})).toEqual({ done: 19, of: 19 });
    // What may stay empty and is, too.
    expect(answeredCount(pack, { ...plainCompany, Q19: [] }, {})).toEqual({ done: 21, of: 21 });
    expect(answeredCount(pack, {}, {})).toEqual({ done: 0, of: 18 });
  });
});

describe("leaving a question", () => {
  const fresh = newSheet(pack, "client", at);
  const item = (id: string) => {
    const found = itemOf(pack, id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };

  test("what cannot stand yet is not left", () => {
    for (const [id, answer] of [
      ["Q2", "abc"],
      ["Q2", "100000001"],
      ["Q9", "1.5"],
      ["Q19", "字".repeat(101)],
    ] as const) {
      expect(leave(withAnswer(fresh, id, [answer]), pack, id, at).left).toEqual({});
    }
    expect(leave(withAnswer(fresh, "Q7.bonds", ["c"]), pack, "Q7", at).left).toEqual({});
  });

  test("a text that may stay empty is left without one", () => {
    const left = leave(fresh, pack, "Q19", at);
    expect(isLeft(left, item("Q19"))).toBe(true);
    expect(isLeft(leave(fresh, pack, "Q18", at), item("Q18"))).toBe(false);
  });

  test("a changed row is recorded under the row, a changed number with both, a text taken away as well", () => {
    const changed = [
      ["Q7.equity", ["c"]],
      ["Q2", ["100"]],
      ["Q19", []],
    ] as const;
    const sheet = changed.reduce<Sheet>(
      (now, [id, answer]) => leave(withAnswer(now, id, answer), pack, id.split(".")[0] ?? "", at),
      full,
    );
    expect(sheet.changes).toEqual([
      { question: "Q7.equity", from: ["b"], to: ["c"], at },
      { question: "Q2", from: ["3200"], to: ["100"], at },
      { question: "Q19", from: ["董事会决议"], to: [], at },
    ]);
  });

  test("a contradiction that was kept is asked about again when a row behind it changes", () => {
    const torn = {
      ...full,
      answers: { ...plainCompany, Q6: ["a"], "Q7.derivatives": ["c"] },
      kept: ["no-staff-complex-knowledge"],
    };
    expect(openContradictions(torn, pack, {})).toEqual([]);
    const moved = leave(torn, pack, "Q7", at);
    expect(openContradictions(moved, pack, {}).map(({ id }) => id)).toEqual(["no-staff-complex-knowledge"]);
  });
});

test("a knowledge test is gone through like a questionnaire, without contradictions", () => {
  const found = findTest("KT-NP-v1");
  if (found === undefined) throw new Error("no test");
  const sheet = newSheet(found, "client", at);
  expect(sheet.place).toEqual(asking("T1"));
  const answers = Object.fromEntries(found.questions.map(({ id }) => [id, ["a"]]));
  expect(
    goOn({ ...sheet, answers, place: { stage: "ask", question: "T10", editing: false } }, found, {}).place,
  ).toEqual({
    stage: "review",
  });
});

describe("a number, key by key", () => {
  const typed = (...keys: string[]) => keys.reduce(pressed, "");

  test.each([
    ["3200.5", ["3", "2", "0", "0", ".", "5"]],
    ["-12", ["1", "-", "2"]],
    ["12", ["1", "-", "-", "2"]],
    ["0.5", [".", "5"]],
    ["-0.5", ["-", ".", "5"]],
    ["7", ["0", "7"]],
    ["-7", ["-", "0", "7"]],
    ["1.2", ["1", ".", "2", "."]],
    ["1", ["1", "2", "Backspace"]],
    ["", ["Backspace"]],
    ["12345678901234", [..."123456789012345"]],
  ])("%s", (text, keys) => {
    expect(typed(...keys)).toBe(text);
  });

  test("is a number whatever is pressed, or not one yet", () => {
    const key = fc.constantFrom(..."0123456789", ".", "-", "Backspace");
    fc.assert(
      fc.property(fc.array(key, { maxLength: 10 }), (keys) => {
        const text = typed(...keys);
        if (/^-?$|\.$|\.\d{3}/.test(text)) return;
        expect(decimalOf(text), text).toBe(Number(text) + 0);
      }),
    );
  });

  test("is read as it is pasted", () => {
    expect(["３，２００．５", " 1 000 ", "−3", "12万"].map(plainNumber)).toEqual(["3200.5", "1000", "-3", "12万"]);
  });
});

test("a digit means its step; one and then nought is ten, where there is a ten", () => {
  const [five, ten] = [6, 11].map((n) => Array.from({ length: n }, (_, i) => String(i)));
  expect(steppedTo(five ?? [], undefined, "3")).toBe("3");
  expect(steppedTo(five ?? [], "1", "0")).toBe("0");
  expect(steppedTo(five ?? [], undefined, "9")).toBeUndefined();
  expect(steppedTo(ten ?? [], "1", "0")).toBe("10");
  expect(steppedTo(ten ?? [], "10", "0")).toBe("0");
  expect(steppedTo(ten ?? [], "7", "1")).toBe("1");
});
