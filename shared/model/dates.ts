/**
 * @file Arithmetic on calendar days, `2026-11-23`. Pure: no clock, no time zone of
 * the machine. Law counts natural days of China, so an instant becomes a day in Shanghai.
 */

const dayMs = 86_400_000;
/** China has had one offset and no summer time since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What becomes of a day the target month does not have: 29 February plus a year. */
export type ShortMonth = "month-end" | "next-day";

/** The day in Asia/Shanghai of an instant, given as ISO text or epoch milliseconds. */
export function shanghaiDay(instant: string | number): string {
  return shanghaiMinute(instant).slice(0, 10);
}

/** `2026-11-23 08:51`: an instant as a clock in China shows it. */
export function shanghaiMinute(instant: string | number): string {
  const ms = typeof instant === "number" ? instant : Date.parse(instant);
  return new Date(ms + shanghaiOffsetMs).toISOString().slice(0, 16).replace("T", " ");
}

/**
 * The same day of another month. Where that month is shorter: its last day
 * (29 February + 12 months = 28 February, readings.md I-12), or the day after it.
 */
export function addMonths(day: string, months: number, shortMonth: ShortMonth = "month-end"): string {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = daysInMonth(target.year, target.month);
  const clamped = dayOf({ ...target, day: Math.min(date, last) });
  return date > last && shortMonth === "next-day" ? addDays(clamped, 1) : clamped;
}

export function addDays(day: string, days: number): string {
  return new Date(epochMs(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (epochMs(to) - epochMs(from)) / dayMs;
}

/** Full years on a day; somebody born on 29 February turns a year older on 28 February of a common year. Negative before birth. */
export function ageOn(birthDate: string, day: string): number {
  const years = partsOf(day).year - partsOf(birthDate).year;
  return addMonths(birthDate, years * 12) <= day ? years : years - 1;
}

/** Day text from numbers, without checking that the day exists. */
export function dayOf({ year, month, day }: Parts): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether the text is a day that exists: `2027-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : 28;
}

function partsOf(day: string): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function epochMs(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}
