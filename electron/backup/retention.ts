/**
 * @file Which backups are kept: of each hour, day and month that has any, the newest
 * one, for so many hours, days and months. Pure.
 */

/** Periods as prefixes of an instant in UTC, and how many of each are kept. */
export const retention = [
  { name: "hour", prefix: "2026-11-22T08".length, keep: 24 },
  { name: "day", prefix: "2026-11-22".length, keep: 30 },
  { name: "month", prefix: "2026-11".length, keep: 12 },
] as const;

/** The instants to keep of those given, in any order. The newest is always among them. */
export function keptBackups(instants: readonly string[]): Set<string> {
  const newestFirst = instants.toSorted().reverse();
  const kept = new Set<string>();
  for (const { prefix, keep } of retention) {
    const periods = new Set<string>();
    for (const instant of newestFirst) {
      const period = instant.slice(0, prefix);
      if (periods.has(period)) continue;
      if (periods.size === keep) break;
      periods.add(period);
      kept.add(instant);
    }
  }
  return kept;
}
