/**
 * @file One short line per recent contact, in memory: which contacts the log across all clients
 * shows, newest first. Their records stay in Dexie, grouped by client (db.ts).
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { Channel } from "../../shared/model/client.ts";
import type { Purpose } from "../../shared/model/contact.ts";

export interface LogLine {
  readonly id: string;
  readonly client: string;
  /** Instant. */
  readonly at: string;
  readonly channel: Channel;
  readonly purpose: Purpose | undefined;
}

export class ContactLog {
  readonly #lines = new Map<string, LogLine>();
  /** Newest first; undefined while many are coming in. */
  #sorted: LogLine[] | undefined;

  /** Take in many rows at once. */
  fill(rows: readonly Row[]): void {
    for (const row of rows) {
      const line = lineOf(row);
      if (line !== undefined) this.#lines.set(row.id, line);
    }
    this.#sorted = undefined;
  }

  /** Take in one merged row, new or changed; an incomplete or withdrawn contact is not in the log. */
  put(row: Row): void {
    const before = this.#lines.get(row.id);
    if (before !== undefined) this.#sorted?.splice(placeOf(before, this.#sorted), 1);
    const line = lineOf(row);
    if (line === undefined) this.#lines.delete(row.id);
    else {
      this.#lines.set(row.id, line);
      this.#sorted?.splice(placeOf(line, this.#sorted), 0, line);
    }
  }

  clear(): void {
    this.#lines.clear();
    this.#sorted = undefined;
  }

  /** The newest so many that pass. */
  newest(limit: number, passes: (line: LogLine) => boolean): readonly LogLine[] {
    this.#sorted ??= [...this.#lines.values()].sort(newestFirst);
    const found: LogLine[] = [];
    for (const line of this.#sorted) {
      if (found.length >= limit) break;
      if (passes(line)) found.push(line);
    }
    return found;
  }
}

/** What the log shows of a contact; undefined while it is incomplete or withdrawn. */
export function lineOf(row: Row): LogLine | undefined {
  const { id, client, at, channel, purpose } = row as unknown as Partial<LogLine>;
  if (id === undefined || client === undefined || at === undefined || channel === undefined) return undefined;
  return row["restricted"] === true ? undefined : { id, client, at, channel, purpose };
}

function newestFirst(a: LogLine, b: LogLine): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** Where the line stands, or would stand. */
function placeOf(line: LogLine, sorted: readonly LogLine[]): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && newestFirst(other, line) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
