/** @file Which backups stay: as laws over any history. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { keptBackups, retention } from "../../../electron/backup/retention.ts";

const start = Date.UTC(2026, 0, 1);
const history = fc
  .uniqueArray(fc.integer({ min: 0, max: 900 * 24 * 60 }), { maxLength: 300 })
  .map((minutes) => minutes.sort((a, b) => a - b).map((at) => new Date(start + at * 60_000).toISOString()));

test("the newest stays, and no more than the numbers say", () => {
  const most = retention.reduce((sum, { keep }) => sum + keep, 0);
  fc.assert(
    fc.property(history, (instants) => {
      const kept = keptBackups(instants);
      expect(kept.size).toBeLessThanOrEqual(most);
      const newest = instants.at(-1);
      if (newest !== undefined) expect(kept).toContain(newest);
    }),
  );
});

test("of the last days and months that have any, each keeps its newest", () => {
  fc.assert(
    fc.property(history, (instants) => {
      const kept = keptBackups(instants);
      for (const { prefix, keep } of retention) {
        const periods = [...new Set(instants.map((at) => at.slice(0, prefix)))].slice(-keep);
        for (const period of periods) expect(kept).toContain(instants.findLast((at) => at.startsWith(period)));
      }
    }),
  );
});

test("removing after every backup leaves the same as removing once at the end", () => {
  fc.assert(
    fc.property(history, (instants) => {
      let there: string[] = [];
      for (const at of instants) there = [...keptBackups([...there, at])];
      expect(there.toSorted()).toEqual([...keptBackups(instants)].toSorted());
    }),
    { numRuns: 30 },
  );
});

test("a year and a half of hourly work: a day of hours, a month of days, a year of months", () => {
  const hours = Array.from({ length: 24 * 550 }, (_, hour) => new Date(start + hour * 3_600_000).toISOString());
  const kept = [...keptBackups(hours)].sort();
  const newest = hours.at(-1) ?? "";
  expect(kept.filter((at) => at.slice(0, 10) === newest.slice(0, 10))).toHaveLength(24);
  expect(new Set(kept.map((at) => at.slice(0, 10))).size).toBeGreaterThanOrEqual(30);
  expect(new Set(kept.map((at) => at.slice(0, 7))).size).toBe(12);
});
