/** @file From a finished sheet to the record that is kept. */
import { expect, test } from "vitest";
import { factsOf, finishedAssessment, finishedTest } from "../../../../renderer/screens/assess/finish.ts";
import { newSheet, type Sheet } from "../../../../renderer/screens/assess/sheet.ts";
import { Stopwatch } from "../../../../renderer/screens/assess/stopwatch.ts";
import { Assessment } from "../../../../shared/model/assessment.ts";
import { KnowledgeTest } from "../../../../shared/model/knowledge-test.ts";
import { ClientId } from "../../../../shared/model/primitives.ts";
import { choicesOf } from "../../../../shared/packs/question.ts";
import { asked } from "../../../../shared/rules/answers.ts";
import { findTest, requirePack } from "../../../support/packs.ts";
import { institution, plainCompany } from "../../../support/sheets.ts";

const pack = requirePack("RTQ-NP-v1", "2026.07");
const client = ClientId.parse("client-1");

function sheet(): Sheet {
  const answers = Object.fromEntries(asked(pack).map((one) => [one.id, [choicesOf(one)[2]?.id ?? ""]]));
  const all = { ...answers, G1: ["full"], G2: ["no"], Q14: ["d", "b"] };
  return { ...newSheet(pack, "client", "2026-11-22T02:00:00.000Z"), answers: all, left: all };
}

const finish = { sheet: sheet(), pack, client, facts: { age: 45 }, previous: undefined };

test("the record passes its schema, holds boxes in the pack's order and is valid for twelve months", () => {
  const record = finishedAssessment({ ...finish, finishedAt: "2026-11-22T02:09:42.000Z" });
  expect(Assessment.safeParse({ id: "r-1", ...record }).success).toBe(true);
  expect(record.answers["Q14"]).toEqual(["b", "d"]);
  expect([record.validFrom, record.validUntil]).toEqual(["2026-11-22", "2027-11-22"]);
  expect(record.level).toBe(record.score.level);
  expect(record).not.toHaveProperty("previous");
  expect(record).not.toHaveProperty("levelChangeConfirmedAt");
});

test("a result counts from the day in China, also shortly after midnight there", () => {
  const record = finishedAssessment({ ...finish, finishedAt: "2026-11-22T16:30:00.000Z" });
  expect(record.validFrom).toBe("2026-11-23");
});

test("the last assessment is named with its level and points, and the client's confirmation kept", () => {
  const first = Assessment.parse({
    id: "r-0",
    ...finishedAssessment({ ...finish, finishedAt: "2026-01-05T02:00:00.000Z" }),
  });
  const confirmedAt = "2026-11-22T02:10:00.000Z";
  const record = finishedAssessment({
    ...finish,
    previous: first,
    finishedAt: confirmedAt,
    confirmed: { levelAt: confirmedAt },
  });
  expect(record.previous).toEqual({ id: "r-0", level: first.level, total: first.score.total });
  expect(record.levelChangeConfirmedAt).toBe(confirmedAt);
});

test("an incomplete sheet makes no record", () => {
  const { Q20: _, ...answers } = sheet().answers;
  const incomplete = { ...finish, sheet: { ...sheet(), answers }, finishedAt: "2026-11-22T02:00:00.000Z" };
  expect(() => finishedAssessment(incomplete)).toThrow(expect.objectContaining({ code: "answers-invalid" }));
});

test("the record of a company holds only what was asked, numbers without needless noughts, and no age", () => {
  const company = { ...newSheet(institution, "client", "2026-11-22T02:00:00.000Z"), answers: plainCompany };
  const given = { ...company, answers: { ...plainCompany, Q8: ["no"], Q3: ["0860.50"], Q14: ["c", "b"], Q19: [] } };
  const facts = factsOf({ kind: "company", birthDate: "1999-01-01" }, "2026-11-22");
  const record = finishedAssessment({
    ...finish,
    facts,
    sheet: given,
    pack: institution,
    finishedAt: "2026-11-22T02:09:42.000Z",
  });
  expect(Assessment.safeParse({ id: "r-1", ...record }).success).toBe(true);
  expect(record).not.toHaveProperty("age");
  expect(Object.keys(record.answers)).not.toEqual(expect.arrayContaining(["Q9"]));
  expect(Object.keys(record.answers)).not.toContain("Q19");
  expect([record.answers["Q3"], record.answers["Q14"]]).toEqual([["860.5"], ["b", "c"]]);
  expect(record.score.caps).toContainEqual({ id: "no-experience", level: "C3", applied: true });
});

test("the record of a knowledge test passes its schema, with neither level nor validity", () => {
  const test = findTest("KT-NP-v1");
  if (test === undefined) throw new Error("no test");
  const answers = Object.fromEntries(test.questions.map(({ id }) => [id, ["c"]]));
  const sheet = { ...newSheet(test, "guardian", "2026-11-22T02:00:00.000Z"), answers };
  const record = finishedTest({ sheet, pack: test, client, finishedAt: "2026-11-22T02:09:42.000Z" });
  expect(KnowledgeTest.safeParse({ id: "r-1", ...record }).success).toBe(true);
  expect(record.score).toMatchObject({ total: 30, passMark: 80, passed: false });
  expect([record.at, record.answeredBy]).toEqual(["2026-11-22T02:09:42.000Z", "guardian"]);
  expect(record).not.toHaveProperty("level");
  const { T1: _, ...lacking } = answers;
  expect(() => finishedTest({ sheet: { ...sheet, answers: lacking }, pack: test, client, finishedAt: "" })).toThrow(
    expect.objectContaining({ code: "answers-invalid" }),
  );
});

test("age comes from a whole date of birth only", () => {
  expect(factsOf({ birthDate: "1951-11-23" }, "2026-11-22")).toEqual({ age: 74 });
  expect(factsOf({ birthDate: "1951-11-22" }, "2026-11-22")).toEqual({ age: 75 });
  expect(factsOf({}, "2026-11-22")).toEqual({});
});

test("the watch counts while it runs, and not while it stands", () => {
  let now = 0;
  const watch = new Stopwatch(() => now);
  watch.start();
  now = 500;
  watch.stop();
  now = 9_000;
  watch.start();
  watch.start();
  now = 9_250;
  expect(watch.take()).toBe(750);
  now = 9_300;
  expect(watch.take()).toBe(50);
});
