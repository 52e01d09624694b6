import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn, dayOf, daysBetween, isDay, shanghaiDay } from "../../../shared/model/dates.ts";

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2150-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar days", () => {
  it.each([
    ["2026-11-22T15:59:59.999Z", "2026-11-22"],
    ["2026-11-22T16:00:00.000Z", "2026-11-23"],
    [Date.UTC(2026, 11, 31, 16), "2027-01-01"],
  ])("the instant %s is the day %s in China", (instant, day) => {
    expect(shanghaiDay(instant)).toBe(day);
  });

  it.each([
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-01-15", -25, "2023-12-15"],
  ])("%s plus %i months is %s", (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it.each([
    ["1980-03-18", "2026-03-17", 45],
    ["1980-03-18", "2026-03-18", 46],
    ["2000-02-29", "2026-02-27", 25],
    ["2000-02-29", "2026-02-28", 26],
    ["2000-02-29", "2028-02-28", 27],
    ["2000-02-29", "2028-02-29", 28],
    ["2026-05-01", "2026-05-01", 0],
    ["2026-05-01", "2026-04-30", -1],
  ])("born %s is on %s %i years old", (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });

  it.each([
    ["2027-02-28", true],
    ["2027-02-29", false],
    ["2028-02-29", true],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-11-31", false],
    ["2026-1-1", false],
    ["", false],
  ])("%s is a day: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it("adding days and counting them are each other's inverse", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it("adding months keeps the day of the month wherever that month has it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const later = addMonths(day, months);
        const same = dayOf({
          year: Number(later.slice(0, 4)),
          month: Number(later.slice(5, 7)),
          day: Number(day.slice(8)),
        });
        expect(later === same || (!isDay(same) && addDays(later, 1).endsWith("-01"))).toBe(true);
      }),
    );
  });
});
