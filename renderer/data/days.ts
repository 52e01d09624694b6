/** @file Calendar days as the view needs them. China has one time zone and no summer time. */

const offsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The day in China of an ISO instant in UTC. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10);
}

/** Today in China. */
export function today(): string {
  return dayOf(new Date().toISOString());
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
