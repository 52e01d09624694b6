/**
 * @file One light row per client, in memory, for the lists: what the table shows, sorts and filters by.
 *
 * [Note: Client list]
 *
 * Sorting and segmenting 50,000 clients by eight columns would need eight indexes in
 * Dexie (a quarter of a record's load time each) and still could not sort by what is
 * derived from contacts and assessments. So the list is an array kept beside Dexie by
 * the same two writers, hydration and apply. Every fold below gives the same result in
 * any order; what a fold cannot take back (an edited or withdrawn contact) is counted
 * again from the client's records, see `reset`.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import {
  type Channel,
  type Client,
  type ProfileBlock,
  profileBlocks,
  profileFields,
  type Stage,
  type Tier,
} from "../../shared/model/client.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import type { ClientId, Level } from "../../shared/model/primitives.ts";

/** What a list shows of a client. Immutable: a change makes a new one. */
export interface ClientSummary {
  readonly id: ClientId;
  readonly name: string;
  /** `lu wen lan`; see shared/log/pinyin.ts. */
  readonly pinyin: string;
  readonly kind: Client["kind"];
  readonly gender?: "female" | "male";
  readonly birthYear?: number;
  /** Where the day is known and not only the year. */
  readonly birthDate?: string;
  readonly phone?: string;
  readonly customerNo?: string;
  readonly tags: readonly string[];
  /** `prospect` where nobody set one. */
  readonly tier: Tier;
  readonly stage?: Stage;
  /** Investable assets in fen. */
  readonly assets?: number;
  /** Percent of the profile that is filled, rounded down. */
  readonly completeness: number;
  /** Level and last valid day of the newest finished assessment, whether still valid or not. */
  readonly level?: Level;
  readonly validUntil?: string;
  /** When and how the newest contact took place. */
  readonly lastContactAt?: string;
  readonly lastChannel?: Channel;
  /**
   * The earliest open next step. A step is open until a contact takes place on its day or
   * later; the newest contact's own step is always open.
   */
  readonly nextOn?: string;
  readonly nextStep?: string;
}

interface Step {
  readonly contact: string;
  readonly on: string;
  readonly step: string | undefined;
}

interface Entry {
  /** What the client's row itself gives; undefined while it is incomplete or withdrawn. */
  base: ClientSummary | undefined;
  last: { readonly id: string; readonly at: string; readonly channel: Channel } | undefined;
  /** Open steps only: what a later contact has closed never opens again. */
  steps: readonly Step[];
  assessed: { readonly id: string; readonly at: string; readonly level: Level; readonly until: string } | undefined;
  summary: ClientSummary | undefined;
}

const noTags: readonly string[] = [];
const noSteps: readonly Step[] = [];

export class ClientList {
  readonly #entries = new Map<string, Entry>();
  readonly #dirty = new Set<Entry>();
  readonly #listeners = new Set<() => void>();
  #rows: readonly ClientSummary[] | undefined = [];
  /** Something changed that the screens have not been told. */
  #hasNews = false;
  #version = 0;

  /** Rises with every announced change; equal versions mean equal rows. */
  get version(): number {
    return this.#version;
  }

  /** Every client that is complete and not withdrawn, in no particular order. */
  get rows(): readonly ClientSummary[] {
    return this.settle();
  }

  /** Work out what changed, so that the screens need not when they are told. */
  settle(): readonly ClientSummary[] {
    if (this.#rows === undefined || this.#dirty.size > 0) {
      for (const entry of this.#dirty) entry.summary = summarise(entry);
      this.#dirty.clear();
      const rows: ClientSummary[] = [];
      for (const { summary } of this.#entries.values()) if (summary !== undefined) rows.push(summary);
      this.#rows = rows;
    }
    return this.#rows;
  }

  get(id: string): ClientSummary | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    if (this.#dirty.delete(entry)) {
      entry.summary = summarise(entry);
      this.#rows = undefined;
    }
    return entry.summary;
  }

  /** Take in a client's merged row. */
  putClient(row: Row): void {
    const entry = this.#entry(row.id);
    entry.base = baseOf(row);
    this.#touch(entry);
  }

  /** Take in a contact's merged row that was not there before. Incomplete and withdrawn ones do not count. */
  addContact(row: Row): void {
    const { client, at, channel, nextOn, nextStep } = row as Row & Record<string, string | undefined>;
    if (row["restricted"] === true || client === undefined || at === undefined || channel === undefined) return;
    const entry = this.#entry(client);
    const isNewest =
      entry.last === undefined || at > entry.last.at || (at === entry.last.at && row.id >= entry.last.id);
    if (isNewest) {
      entry.last = { id: row.id, at, channel: channel as Channel };
      // What day it was is worth finding out only where a step hangs on it.
      if (entry.steps.length > 0) {
        const day = shanghaiDay(at);
        entry.steps = entry.steps.filter((step) => step.on > day && step.contact !== row.id);
      }
    }
    if (nextOn !== undefined && (isNewest || nextOn > shanghaiDay(entry.last?.at ?? at))) {
      entry.steps = [
        ...entry.steps.filter((s) => s.contact !== row.id),
        { contact: row.id, on: nextOn, step: nextStep },
      ];
    }
    this.#touch(entry);
  }

  /** Take in a finished assessment. */
  addAssessment(row: Row): void {
    const { client, finishedAt: at, level, validUntil: until } = row as Row & Record<string, string | undefined>;
    if (client === undefined || at === undefined || level === undefined || until === undefined) return;
    const entry = this.#entry(client);
    const newest = entry.assessed;
    if (newest !== undefined && (at < newest.at || (at === newest.at && row.id < newest.id))) return;
    entry.assessed = { id: row.id, at, level: level as Level, until };
    this.#touch(entry);
  }

  /** Forget what contacts and assessments said of a client, to take all of them in again. */
  reset(client: string): void {
    const entry = this.#entry(client);
    entry.last = undefined;
    entry.steps = noSteps;
    entry.assessed = undefined;
    this.#touch(entry);
  }

  /** Forget everything, to begin anew. */
  clear(): void {
    this.#entries.clear();
    this.#dirty.clear();
    this.#rows = undefined;
    this.#hasNews = true;
  }

  /** Tell the screens. One call for a whole chunk. */
  announce(): void {
    if (!this.#hasNews) return;
    this.#hasNews = false;
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #touch(entry: Entry): void {
    this.#dirty.add(entry);
    this.#hasNews = true;
  }

  #entry(id: string): Entry {
    let entry = this.#entries.get(id);
    if (entry === undefined) {
      entry = { base: undefined, last: undefined, steps: noSteps, assessed: undefined, summary: undefined };
      this.#entries.set(id, entry);
    }
    return entry;
  }
}

function summarise({ base, last, steps, assessed }: Entry): ClientSummary | undefined {
  if (base === undefined) return undefined;
  if (last === undefined && assessed === undefined) return base;
  const summary: Writable<ClientSummary> = { ...base };
  if (assessed !== undefined) {
    summary.level = assessed.level;
    summary.validUntil = assessed.until;
  }
  if (last !== undefined) {
    summary.lastContactAt = last.at;
    summary.lastChannel = last.channel;
  }
  const next = steps.length === 0 ? undefined : steps.reduce<Step | undefined>(earlier, undefined);
  if (next !== undefined) summary.nextOn = next.on;
  if (next?.step !== undefined) summary.nextStep = next.step;
  return summary;
}

function earlier(a: Step | undefined, b: Step): Step {
  if (a === undefined) return b;
  return b.on < a.on || (b.on === a.on && b.contact > a.contact) ? b : a;
}

function baseOf(row: Row): ClientSummary | undefined {
  const client = row as unknown as Partial<Client>;
  const { id, name, kind, gender, phone, customerNo, stage, investableAssets: assets } = client;
  if (id === undefined || name === undefined || kind === undefined || client.restricted === true) return undefined;
  const birthYear = client.birthDate === undefined ? client.birthYear : Number(client.birthDate.slice(0, 4));
  const base: Writable<ClientSummary> = {
    id,
    name,
    kind,
    pinyin: typeof row["_pinyin"] === "string" ? row["_pinyin"] : "",
    tags: client.tags ?? noTags,
    tier: client.tier ?? "prospect",
    completeness: percentFilled(row, kind),
  };
  // One by one: spreading each optional field costs as much as all the rest, 50,000 times.
  if (gender !== undefined) base.gender = gender;
  if (birthYear !== undefined) base.birthYear = birthYear;
  if (client.birthDate !== undefined) base.birthDate = client.birthDate;
  if (phone !== undefined) base.phone = phone;
  if (customerNo !== undefined) base.customerNo = customerNo;
  if (stage !== undefined) base.stage = stage;
  if (assets !== undefined) base.assets = assets;
  return base;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const blocks = Object.keys(profileBlocks) as ProfileBlock[];
const counted: Record<Client["kind"], ReadonlySet<string>> = {
  individual: new Set(blocks.flatMap((block) => profileFields("individual", block))),
  company: new Set(blocks.flatMap((block) => profileFields("company", block))),
};

/**
 * The same count as `completeness` of the model, by the fields the row has rather than by those
 * it might have: five times faster, which 50,000 clients notice.
 */
function percentFilled(row: Row, kind: Client["kind"]): number {
  const fields = counted[kind];
  let filled = 0;
  for (const field in row) if (fields.has(field) && row[field] !== "") filled += 1;
  return Math.floor((filled * 100) / fields.size);
}
