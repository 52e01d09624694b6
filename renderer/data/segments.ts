/** @file Which clients a list shows and in what order. Pure, over the rows of [Note: Client list]. */
import { tiers } from "../../shared/model/client.ts";
import { addDays } from "../../shared/model/dates.ts";
import { levels } from "../../shared/model/primitives.ts";
import type { ClientSummary } from "./client-list.ts";

/** In the order of the rail: everybody, the tiers, then what needs doing. */
export const segments = ["all", ...tiers, "expiring", "expired", "unassessed", "incomplete"] as const;
export type Segment = (typeof segments)[number];

export const sortKeys = [
  "name",
  "tier",
  "level",
  "validUntil",
  "assets",
  "lastContactAt",
  "nextOn",
  "completeness",
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface ClientSort {
  readonly by: SortKey;
  readonly direction: "ascending" | "descending";
}

export type SegmentCounts = Readonly<Record<Segment, number>>;

/** `expiring`: the last valid day is today or at most so many days away. */
const expiringDays = 30;
/** `incomplete`: less of the profile is filled than this, in percent. */
const incompleteBelow = 70;

/** Is this client in the segment on that day? */
export function inSegment(row: ClientSummary, segment: Segment, today: string): boolean {
  return test(segment, today, addDays(today, expiringDays))(row);
}

/** The clients of one segment, in the order given. */
export function ofSegment(rows: readonly ClientSummary[], segment: Segment, today: string): readonly ClientSummary[] {
  return segment === "all" ? rows : rows.filter(test(segment, today, addDays(today, expiringDays)));
}

/** How many clients each segment has. */
export function countSegments(rows: readonly ClientSummary[], today: string): SegmentCounts {
  const counts = Object.fromEntries(segments.map((segment) => [segment, 0])) as Record<Segment, number>;
  const soon = addDays(today, expiringDays);
  for (const row of rows) {
    counts.all += 1;
    counts[row.tier] += 1;
    if (row.validUntil === undefined) counts.unassessed += 1;
    else if (row.validUntil < today) counts.expired += 1;
    else if (row.validUntil <= soon) counts.expiring += 1;
    if (row.completeness < incompleteBelow) counts.incomplete += 1;
  }
  return counts;
}

/** Orders rows; those without a value come last in either direction, ties by name. */
export function compareBy(sort: ClientSort): (a: ClientSummary, b: ClientSummary) => number {
  const compare = compareKeys(sort);
  return (a, b) => compare(a, b) || compareNames(a, b);
}

/** The same without a word on ties. */
export function compareKeys({ by, direction }: ClientSort): (a: ClientSummary, b: ClientSummary) => number {
  const sign = direction === "ascending" ? 1 : -1;
  const key = keys[by];
  return (a, b) => {
    const x = key(a);
    const y = key(b);
    if (x === y) return 0;
    if (x === undefined) return 1;
    if (y === undefined) return -1;
    return x < y ? -sign : sign;
  };
}

function test(segment: Segment, today: string, soon: string): (row: ClientSummary) => boolean {
  switch (segment) {
    case "all":
      return () => true;
    case "expiring":
      return ({ validUntil }) => validUntil !== undefined && validUntil >= today && validUntil <= soon;
    case "expired":
      return ({ validUntil }) => validUntil !== undefined && validUntil < today;
    case "unassessed":
      return ({ validUntil }) => validUntil === undefined;
    case "incomplete":
      return ({ completeness }) => completeness < incompleteBelow;
    default:
      return ({ tier }) => tier === segment;
  }
}

const tierRank = Object.fromEntries(tiers.map((tier, i) => [tier, i])) as Record<ClientSummary["tier"], number>;
const levelRank = Object.fromEntries(levels.map((level, i) => [level, i])) as Record<string, number>;

/** What each column sorts by. `tier` ascends from vip, `level` from the lowest. */
const keys: Record<SortKey, (row: ClientSummary) => string | number | undefined> = {
  name: (row) => row.pinyin,
  tier: (row) => tierRank[row.tier],
  level: (row) => (row.level === undefined ? undefined : levelRank[row.level]),
  validUntil: (row) => row.validUntil,
  assets: (row) => row.assets,
  lastContactAt: (row) => row.lastContactAt,
  nextOn: (row) => row.nextOn,
  completeness: (row) => row.completeness,
};

function compareNames(a: ClientSummary, b: ClientSummary): number {
  if (a.pinyin !== b.pinyin) return a.pinyin < b.pinyin ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
