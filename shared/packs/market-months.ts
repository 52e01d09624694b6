/** @file What the share market did in each month, as data. It ends where it was last brought up to date. */
import { z } from "zod";
import { Localized } from "../model/primitives.ts";
import { PackHead } from "./pack-head.ts";

export const MarketMonths = z.strictObject({
  ...PackHead.shape,
  kind: z.literal("market-months"),
  sources: z.array(z.strictObject({ id: z.string(), law: Localized })).min(1),
  /** The first month, `2005-01`. */
  from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** Change over the month in per cent, month after month without a gap. */
  percent: z.array(z.number().min(-100).max(1000)).min(1),
});
export type MarketMonths = z.infer<typeof MarketMonths>;

/** The change in the month of a day, in per cent; undefined outside the data. */
export function changeInMonthOf(day: string, { from, percent }: MarketMonths): number | undefined {
  return percent[monthIndex(day) - monthIndex(from)];
}

/** The last month there is data for, `2025-12`. */
export function lastMonth({ from, percent }: MarketMonths): string {
  const index = monthIndex(from) + percent.length - 1;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
