/** @file An answer sheet step by step: order, changes, contradictions, resuming. */
import { describe, expect, test } from "vitest";
import {
  addTime,
  choose,
  completeAnswers,
  decide,
  edit,
  goBack,
  goOn,
  leave,
  newSheet,
  openContradictions,
  type Sheet,
  sheetOf,
} from "../../../../renderer/screens/assess/sheet.ts";
import { itemOf } from "../../../../shared/documents/answer-words.ts";
import { choicesOf } from "../../../../shared/packs/question.ts";
import { asked } from "../../../../shared/rules/answers.ts";
import { findPack, requirePack } from "../../../support/packs.ts";

const pack = requirePack("RTQ-NP-v1", "2026.07");
const at = "2026-11-22T02:00:00.000Z";
const item = (id: string) => {
  const found = itemOf(pack, id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

/** A sheet with every question answered by its second option and left once, but for what is given. */
function answered(changes: Readonly<Record<string, string[]>> = {}, answeredBy: Sheet["answeredBy"] = "client"): Sheet {
  const answers = Object.fromEntries(asked(pack).map((one) => [one.id, [choicesOf(one)[1]?.id ?? ""]]));
  const all = { ...answers, G1: ["full"], G2: ["no"], ...changes };
  return { ...newSheet(pack, answeredBy, at), answers: all, left: all, place: { stage: "review" } };
}

describe("choosing", () => {
  test("a single choice replaces the answer", () => {
    expect(choose(item("Q1"), ["a"], "c")).toEqual(["c"]);
  });

  test("a multiple choice toggles and stands in the order of the options", () => {
    expect(choose(item("Q14"), ["d"], "b")).toEqual(["b", "d"]);
    expect(choose(item("Q14"), ["b", "d"], "d")).toEqual(["b"]);
  });

  test("an exclusive option clears the others, and is cleared by them", () => {
    expect(choose(item("Q8"), ["b", "d"], "a")).toEqual(["a"]);
    expect(choose(item("Q8"), ["a"], "c")).toEqual(["c"]);
  });
});

describe("going through the questions", () => {
  test("gates are asked before the scored questions", () => {
    expect(newSheet(pack, "client", at).place).toEqual({ stage: "ask", question: "G1", editing: false });
  });

  test("every question is asked once, in the pack's order, then the review comes", () => {
    const full = { ...answered(), place: newSheet(pack, "client", at).place };
    const seen: string[] = [];
    let sheet: Sheet = full;
    while (sheet.place.stage === "ask") {
      seen.push(sheet.place.question);
      sheet = goOn(sheet, pack, {});
    }
    expect(seen).toEqual(asked(pack).map((one) => one.id));
    expect(sheet.place).toEqual({ stage: "review" });
  });

  test("there is no step back from the first question, and one to the last from the review", () => {
    expect(goBack(newSheet(pack, "client", at), pack, {})).toBeUndefined();
    expect(goBack(answered(), pack, {})?.place).toEqual({ stage: "ask", question: "Q20", editing: false });
  });

  test("a question edited in the review leads back to it", () => {
    expect(goOn(edit(answered(), "Q3"), pack, {}).place).toEqual({ stage: "review" });
    expect(goBack(edit(answered(), "Q3"), pack, {})?.place).toEqual({ stage: "review" });
  });

  test("what is still missing is asked before the review", () => {
    const { Q5: _, ...answers } = answered().answers;
    const gap = { ...answered(), answers };
    const owing = goOn(edit(gap, "Q3"), pack, {});
    expect(owing.place).toEqual({ stage: "ask", question: "Q5", editing: false, owed: true });
    // From there to the review, not through everything once more.
    const given = { ...owing, answers: { ...owing.answers, Q5: ["b"] } };
    expect(goOn(given, pack, {}).place).toEqual({ stage: "review" });
  });
});

describe("[Note: Changed answers]", () => {
  test("trying options before going on is no change", () => {
    const first = { ...newSheet(pack, "client", at), answers: { Q1: ["a"] } };
    const second = leave({ ...first, answers: { Q1: ["b"] } }, pack, "Q1", at);
    expect(second.changes).toEqual([]);
    expect(second.left).toEqual({ Q1: ["b"] });
  });

  test("another answer than the one the question was left with is recorded with both and the time", () => {
    const sheet = leave({ ...answered(), answers: { ...answered().answers, Q1: ["d"] } }, pack, "Q1", at);
    expect(sheet.changes).toEqual([{ question: "Q1", from: ["b"], to: ["d"], at }]);
  });

  test("the same boxes ticked in another order are no change", () => {
    const before = answered({ Q14: ["b", "d"] });
    expect(leave({ ...before, answers: { ...before.answers, Q14: ["d", "b"] } }, pack, "Q14", at).changes).toEqual([]);
  });

  test("correcting a typing error in paper entry is no change of the client's", () => {
    const before = answered({}, "advisor-from-paper");
    expect(leave({ ...before, answers: { ...before.answers, Q1: ["d"] } }, pack, "Q1", at).changes).toEqual([]);
  });
});

describe("contradictions", () => {
  const torn = answered({ Q7: ["f"], Q10: ["b"] });
  const [rule] = openContradictions(torn, pack, {});

  test("answers that do not fit together are shown before the review", () => {
    expect(rule?.id).toBe("ten-years-no-loss");
    expect(goOn(edit(torn, "Q3"), pack, {}).place).toEqual({ stage: "check" });
  });

  test("a kept one is not shown again, and the choice is on record", () => {
    if (rule === undefined) throw new Error("no contradiction");
    const kept = decide(torn, rule, "keep");
    expect(openContradictions(kept, pack, {})).toEqual([]);
    expect(kept.choices).toEqual([{ id: "ten-years-no-loss", choice: "keep" }]);
    expect(goOn(kept, pack, {}).place).toEqual({ stage: "review" });
  });

  test("to change opens the question chosen, and nothing is settled by it", () => {
    if (rule === undefined) throw new Error("no contradiction");
    const changing = decide(torn, rule, { change: "Q10" });
    expect(changing.place).toEqual({ stage: "ask", question: "Q10", editing: true });
    expect(openContradictions(changing, pack, {})).toHaveLength(1);
  });

  test("a kept one is asked about again once an answer behind it changes", () => {
    if (rule === undefined) throw new Error("no contradiction");
    const kept = decide(torn, rule, "keep");
    const moved = leave({ ...kept, answers: { ...kept.answers, Q10: ["c"] } }, pack, "Q10", at);
    const back = leave({ ...moved, answers: { ...moved.answers, Q10: ["b"] } }, pack, "Q10", at);
    expect(openContradictions(back, pack, {}).map(({ id }) => id)).toEqual(["ten-years-no-loss"]);
  });

  test("the age on file speaks where the answer does not", () => {
    const young = answered({ Q7: ["f"], Q10: ["d"] });
    expect(openContradictions(young, pack, { age: 24 }).map(({ id }) => id)).toEqual(["young-long-experience"]);
    expect(openContradictions(young, pack, { age: 44 })).toEqual([]);
  });
});

test("time on a question adds up over visits", () => {
  const sheet = addTime(addTime(newSheet(pack, "client", at), "Q1", 1200.4), "Q1", 800);
  expect(sheet.timings).toEqual({ Q1: 2000 });
});

describe("resuming", () => {
  test("a draft opens in the version it was begun in, at its question", () => {
    const sheet = { ...newSheet(pack, "guardian", at), answers: { G1: ["limited"] } };
    expect(sheetOf(JSON.parse(JSON.stringify(sheet)), findPack)).toEqual({ sheet, pack });
  });

  test("a draft of a version that is not here, or of another shape, does not open", () => {
    const sheet = newSheet(pack, "client", at);
    expect(sheetOf({ ...sheet, pack: { id: pack.id, version: "1999.01" } }, findPack)).toBeUndefined();
    expect(sheetOf({ ...sheet, place: { stage: "ask", question: "Q99", editing: false } }, findPack)).toBeUndefined();
    expect(sheetOf({ anything: true }, findPack)).toBeUndefined();
  });
});

test("a sheet passes only complete, with known options, and one where one is asked", () => {
  const schema = completeAnswers(pack, {});
  const { answers } = answered();
  const { Q9: _, ...gap } = answers;
  expect(schema.safeParse(answers).success).toBe(true);
  expect(schema.safeParse(gap).success).toBe(false);
  expect(schema.safeParse({ ...answers, Q1: [] }).success).toBe(false);
  expect(schema.safeParse({ ...answers, Q1: ["a", "b"] }).success).toBe(false);
  expect(schema.safeParse({ ...answers, Q14: ["a", "b"] }).success).toBe(true);
  expect(schema.safeParse({ ...answers, Q1: ["z"] }).success).toBe(false);
});
