/**
 * @file How often a client may be assessed and how long a result holds, in natural
 * days of China (NFRA Order 2025-7 Art. 29; readings I-10 to I-13). The numbers and
 * the readings come from the pack.
 */
import { AppError, type ErrorCode } from "../errors.ts";
import { addDays, addMonths, type ShortMonth } from "../model/dates.ts";

/** Months over which assessments are counted; the law's own number, not a parameter. */
const countedMonths = 12;

/** What is needed of a pack's clocks: the questionnaire's and the sale gate's are both such. */
export interface ClockRules {
  readonly validMonths: { readonly value: number };
  readonly maxPerDay: { readonly value: number };
  readonly maxPer12Months: { readonly value: number };
  readonly readings: {
    readonly lastDay: { readonly value: "valid" | "expired" };
    readonly shortMonth: { readonly value: ShortMonth };
    readonly twelveMonthsOld: { readonly value: "drops" | "counts" };
  };
}

export interface AssessmentAllowance {
  readonly allowed: boolean;
  /** Why not; absent when allowed. */
  readonly refusal?: Extract<ErrorCode, "assessment-limit-day" | "assessment-limit-year">;
  /** Finished today, before a new one. */
  readonly today: number;
  readonly maxPerDay: number;
  /** Finished in the rolling twelve months, today included. */
  readonly last12Months: number;
  readonly maxPer12Months: number;
  /** The first day on which a new one may be made: today when allowed. */
  readonly nextOn: string;
}

/**
 * Whether a client may be assessed on a day.
 *
 * @param finishedOn days in Asia/Shanghai of the assessments finished so far, in any order
 * @param day today in Asia/Shanghai
 */
export function assessmentAllowance(
  finishedOn: readonly string[],
  day: string,
  clocks: ClockRules,
): AssessmentAllowance {
  const refusal = refusalOn(finishedOn, day, clocks);
  const counts = {
    today: finishedOn.filter((d) => d === day).length,
    maxPerDay: clocks.maxPerDay.value,
    last12Months: finishedOn.filter((d) => countsOn(d, day, clocks)).length,
    maxPer12Months: clocks.maxPer12Months.value,
  };
  if (refusal === undefined) return { allowed: true, ...counts, nextOn: day };
  const candidates = [addDays(day, 1), ...finishedOn.map((d) => firstDayItNoLongerCounts(d, clocks))];
  const nextOn = candidates
    .filter((d) => d > day)
    .toSorted()
    .find((d) => refusalOn(finishedOn, d, clocks) === undefined);
  return { allowed: false, refusal, ...counts, nextOn: nextOn ?? addDays(day, 1) };
}

/** @throws AppError `assessment-limit-day`, `assessment-limit-year`; `nextOn` is the first day it may be made */
export function requireAllowance(finishedOn: readonly string[], day: string, clocks: ClockRules): void {
  const { refusal, nextOn } = assessmentAllowance(finishedOn, day, clocks);
  if (refusal !== undefined) throw new AppError(refusal, { nextOn });
}

/** The last day on which a result made on a day holds: twelve months later. */
export function validUntil(assessedOn: string, clocks: ClockRules): string {
  return addMonths(assessedOn, clocks.validMonths.value, clocks.readings.shortMonth.value);
}

/** Whether a result still holds on a day. */
export function isValidOn(until: string, day: string, clocks: ClockRules): boolean {
  return clocks.readings.lastDay.value === "valid" ? day <= until : day < until;
}

function refusalOn(finishedOn: readonly string[], day: string, clocks: ClockRules): AssessmentAllowance["refusal"] {
  // The year first: tomorrow does not cure it.
  const inYear = finishedOn.filter((d) => countsOn(d, day, clocks)).length;
  if (inYear >= clocks.maxPer12Months.value) return "assessment-limit-year";
  return finishedOn.filter((d) => d === day).length >= clocks.maxPerDay.value ? "assessment-limit-day" : undefined;
}

/** One dated after today counts too: setting the machine's clock back must not make room. */
function countsOn(finishedOn: string, day: string, clocks: ClockRules): boolean {
  return day < firstDayItNoLongerCounts(finishedOn, clocks);
}

function firstDayItNoLongerCounts(finishedOn: string, clocks: ClockRules): string {
  const edge = addMonths(finishedOn, countedMonths, clocks.readings.shortMonth.value);
  return clocks.readings.twelveMonthsOld.value === "drops" ? edge : addDays(edge, 1);
}
