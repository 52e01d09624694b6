/** @file From a finished sheet to the record that is kept. */
import { expect, test } from "vitest";
import { factsOf, finishedAssessment } from "../../../../renderer/screens/assess/finish.ts";
import { newSheet, type Sheet } from "../../../../renderer/screens/assess/sheet.ts";
import { Stopwatch } from "../../../../renderer/screens/assess/stopwatch.ts";
import { Assessment } from "../../../../shared/model/assessment.ts";
import { ClientId } from "../../../../shared/model/primitives.ts";
import { requirePack } from "../../../../shared/packs/packs.ts";
import { choicesOf } from "../../../../shared/packs/question.ts";
import { asked } from "../../../../shared/rules/answers.ts";

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
  const record = finishedAssessment({ ...finish, previous: first, finishedAt: confirmedAt, confirmedAt });
  expect(record.previous).toEqual({ id: "r-0", level: first.level, total: first.score.total });
  expect(record.levelChangeConfirmedAt).toBe(confirmedAt);
});

test("an incomplete sheet makes no record", () => {
  const { Q20: _, ...answers } = sheet().answers;
  const incomplete = { ...finish, sheet: { ...sheet(), answers }, finishedAt: "2026-11-22T02:00:00.000Z" };
  expect(() => finishedAssessment(incomplete)).toThrow(expect.objectContaining({ code: "answers-invalid" }));
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
