import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../shared/model/dates.ts";
import {
  assessmentAllowance,
  isValidOn,
  requireAllowance,
  validUntil,
} from "../../../shared/rules/assessment-limits.ts";
import { rtq } from "../../support/sheets.ts";

const { clocks } = rtq;
const today = "2026-11-23";
const allowance = (finishedOn: readonly string[], day = today) => assessmentAllowance(finishedOn, day, clocks);

describe("how often a client may be assessed (NFRA Art. 29)", () => {
  it("twice on one day, and again the next", () => {
    expect(allowance([today])).toMatchObject({ allowed: true, today: 1 });
    expect(allowance([today, today])).toEqual({
      allowed: false,
      refusal: "assessment-limit-day",
      today: 2,
      maxPerDay: 2,
      last12Months: 2,
      maxPer12Months: 8,
      nextOn: "2026-11-24",
    });
  });

  const eight = ["2025-11-24", "2026-01-05", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"];

  it("eight times in twelve months, and again when the oldest is twelve months old", () => {
    expect(allowance(eight)).toMatchObject({ allowed: true, last12Months: 7 });
    expect(allowance([...eight, "2026-07-01"])).toMatchObject({
      allowed: false,
      refusal: "assessment-limit-year",
      last12Months: 8,
      nextOn: "2026-11-24",
    });
  });

  it("one exactly twelve months old no longer counts (I-13)", () => {
    expect(allowance(["2025-11-23"])).toMatchObject({ last12Months: 0 });
    expect(allowance(["2025-11-24"])).toMatchObject({ last12Months: 1 });
  });

  it("one of 29 February counts through 27 February of the next year (I-12, I-13)", () => {
    expect(allowance(["2028-02-29"], "2029-02-27").last12Months).toBe(1);
    expect(allowance(["2028-02-29"], "2029-02-28").last12Months).toBe(0);
  });

  it("one dated in the future counts: a clock set back makes no room", () => {
    const future = Array.from({ length: 8 }, (_, i) => addDays(today, i + 1));
    expect(allowance(future).refusal).toBe("assessment-limit-year");
  });

  it("is refused by the law's reason, with the day it may be made", () => {
    expect(() => requireAllowance([today, today], today, clocks)).toThrow(
      expect.objectContaining({ code: "assessment-limit-day", params: { nextOn: "2026-11-24" } }),
    );
    expect(() => requireAllowance([today], today, clocks)).not.toThrow();
  });

  it("the day it names is allowed, and no day before it", () => {
    const days = fc.array(fc.integer({ min: -400, max: 3 }), { maxLength: 14 });
    fc.assert(
      fc.property(days, (offsets) => {
        const finishedOn = offsets.map((offset) => addDays(today, offset));
        const { nextOn } = allowance(finishedOn);
        expect(allowance(finishedOn, nextOn).allowed).toBe(true);
        for (let day = today; day < nextOn; day = addDays(day, 1)) {
          expect(allowance(finishedOn, day).allowed).toBe(false);
        }
      }),
    );
  });
});

describe("how long a result holds", () => {
  it.each([
    ["2026-11-23", "2027-11-23"],
    ["2028-02-29", "2029-02-28"],
    ["2027-02-28", "2028-02-28"],
    ["2026-12-31", "2027-12-31"],
  ])("made on %s, until %s, that day included (I-11, I-12)", (day, until) => {
    expect(validUntil(day, clocks)).toBe(until);
    expect([isValidOn(until, until, clocks), isValidOn(until, addDays(until, 1), clocks)]).toEqual([true, false]);
  });

  it("an institution may choose the other readings", () => {
    const { lastDay, shortMonth, twelveMonthsOld } = clocks.readings;
    const other = {
      ...clocks,
      readings: {
        lastDay: { ...lastDay, value: "expired" as const },
        shortMonth: { ...shortMonth, value: "next-day" as const },
        twelveMonthsOld: { ...twelveMonthsOld, value: "counts" as const },
      },
    };
    expect(validUntil("2028-02-29", other)).toBe("2029-03-01");
    expect(isValidOn("2027-11-23", "2027-11-23", other)).toBe(false);
    expect(assessmentAllowance(["2025-11-23"], today, other).last12Months).toBe(1);
  });
});
