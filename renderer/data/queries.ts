/**
 * @file What the screens read, as hooks that follow every change. Records come out parsed
 * and clean of stamps. Everywhere: `undefined` means not known yet, `null` means there is none.
 */
import { useLiveQuery } from "dexie-react-hooks";
import { useMemo, useRef, useSyncExternalStore } from "react";
import type { z } from "zod";
import type { Row } from "../../shared/bridge/streams.ts";
import { Assessment } from "../../shared/model/assessment.ts";
import { type Channel, Client } from "../../shared/model/client.ts";
import { Contact, type Purpose } from "../../shared/model/contact.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import { type EntityName, entityRule, type RecordOf } from "../../shared/model/entities.ts";
import type { Draft, Profile } from "../../shared/model/office.ts";
import { contactsOf } from "./apply.ts";
import type { ClientSummary } from "./client-list.ts";
import { draftId } from "./commands.ts";
import type { HydrationProgress } from "./progress.ts";
import { type ClientSort, countSegments, ofSegment, type Segment, type SegmentCounts } from "./segments.ts";
import { type Book, currentBook, onSession } from "./session.ts";
import { SortedRows } from "./sorted.ts";
import { type TimelineItem, timelineOf } from "./timeline.ts";

export interface ClientListQuery {
  readonly segment: Segment;
  readonly sort: ClientSort;
  /** What was typed into the search field; empty for everybody. */
  readonly query?: string;
  /** Anything else the screen filters by. Keep its identity stable. */
  readonly filter?: ((row: ClientSummary) => boolean) | undefined;
}

export interface ClientListResult {
  readonly rows: readonly ClientSummary[];
  /** Of the whole book, whatever is typed or filtered. */
  readonly counts: SegmentCounts;
}

/** The client list, sorted and narrowed. Answers at once, also while history is coming in. */
export function useClientList({ segment, sort, query = "", filter }: ClientListQuery): ClientListResult {
  const book = useBook();
  const version = useSyncExternalStore(book?.list.subscribe ?? never, () => book?.list.version ?? 0);
  const sorted = useRef<SortedRows>(undefined);
  const day = shanghaiDay(Date.now());
  const { by, direction } = sort;
  const counts = useMemo(() => countSegments(rowsAt(book, version), day), [book, version, day]);
  const rows = useMemo(() => {
    sorted.current ??= new SortedRows();
    const narrowed = ofSegment(sorted.current.sort(rowsAt(book, version), { by, direction }), segment, day);
    const found = query.trim() === "" ? undefined : book?.search.ids(query);
    return found === undefined && filter === undefined
      ? narrowed
      : narrowed.filter((row) => (found?.has(row.id) ?? true) && (filter?.(row) ?? true));
  }, [book, version, by, direction, segment, day, query, filter]);
  return { rows, counts };
}

/** One client of the list, without opening the record. */
export function useClientSummary(id: string): ClientSummary | undefined {
  const book = useBook();
  return useSyncExternalStore(book?.list.subscribe ?? never, () => book?.list.get(id));
}

/** How far hydration is. */
export function useHydration(): HydrationProgress {
  const book = useBook();
  return useSyncExternalStore(book?.progress.subscribe ?? never, () => book?.progress.now ?? idle);
}

/** A client's whole record. */
export function useClient(id: string): Client | null | undefined {
  const { searchable } = useHydration();
  const found = useLive(`client ${id}`, async ({ db }) => parsed(Client, await db.clients.get(id)) ?? null);
  // Clients are in Dexie a moment after they are in the list: until then "none" is not known.
  const isListed = useClientSummary(id) !== undefined;
  return found === null && (!searchable || isListed) ? undefined : found;
}

export interface Timeline {
  /** Newest first. */
  readonly items: readonly TimelineItem[];
  /** False while older contacts may still be on their way. */
  readonly complete: boolean;
}

/** Everything that happened with a client. */
export function useTimeline(client: string): Timeline | undefined {
  const { phase } = useHydration();
  const items = useLive(`timeline ${client}`, async (book) => {
    const [contacts, assessments, changes, bundle] = await Promise.all([
      contactsOf(book, client),
      book.db.assessments.where("[client+finishedAt]").between([client, ""], [client, "\uffff"]).toArray(),
      book.db.changes.where("[client+at]").between([client, ""], [client, "\uffff"]).toArray(),
      book.db.bundles.get(client),
    ]);
    return { items: timelineOf({ contacts, assessments, changes, bundle }), hasBundle: bundle !== undefined };
  });
  return useMemo(() => items && { items: items.items, complete: phase === "done" || items.hasBundle }, [items, phase]);
}

/** A client's contacts, newest first. */
export function useClientContacts(client: string): readonly Contact[] | undefined {
  return useLive(`contacts ${client}`, async (book) => shownContacts(await contactsOf(book, client)));
}

export interface ContactFilter {
  /** Instants, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly channel?: Channel;
  readonly purpose?: Purpose;
  /** Look through older history too: reads every bundle, so only when asked. */
  readonly older?: boolean;
  /** Default 500. */
  readonly limit?: number;
}

/** The contact log across clients, newest first: the last three months, and older where asked. */
export function useContacts(filter: ContactFilter = {}): readonly Contact[] | undefined {
  const { from = "", to = "\uffff", channel, purpose, older = false, limit = 500 } = filter;
  const key = `log ${[from, to, channel, purpose, older, limit].join(" ")}`;
  return useLive(key, async (book) => {
    const fits = (row: Row) =>
      row["restricted"] !== true &&
      (channel === undefined || row["channel"] === channel) &&
      (purpose === undefined || row["purpose"] === purpose);
    const rows = await book.db.contacts
      .where("at")
      .between(from, to, true, true)
      .reverse()
      .filter(fits)
      .limit(limit)
      .toArray();
    if (older) {
      const within = (row: Row) => String(row["at"]) >= from && String(row["at"]) <= to && !book.lifted.has(row.id);
      await book.db.bundles.each((bundle) => {
        for (const row of bundle.contacts) if (within(row) && fits(row)) rows.push(row);
      });
    }
    return shownContacts(rows).slice(0, limit);
  });
}

/** A client's finished assessments, newest first. */
export function useAssessments(client: string): readonly Assessment[] | undefined {
  return useLive(`assessments ${client}`, async ({ db }) => {
    const range = db.assessments.where("[client+finishedAt]").between([client, ""], [client, "\uffff"]);
    return (await range.reverse().toArray()).flatMap((row) => parsed(Assessment, row) ?? []);
  });
}

/** One finished assessment. */
export function useAssessment(id: string): Assessment | null | undefined {
  const { phase } = useHydration();
  const found = useLive(`assessment ${id}`, async ({ db }) => parsed(Assessment, await db.assessments.get(id)) ?? null);
  return found === null && phase === "clients" ? undefined : found;
}

/** One contact, also an older one of the client given. */
export function useContact(id: string, client: string): Contact | null | undefined {
  const contacts = useClientContacts(client);
  return useMemo(() => contacts && (contacts.find((contact) => contact.id === id) ?? null), [contacts, id]);
}

/** A form's half-filled values. They are the form's to parse. Drafts come last in the book: wait for them. */
export function useDraft(form: string, subject: string): Draft | null | undefined {
  const id = draftId({ form, subject });
  const { phase } = useHydration();
  const found = useLive(`draft ${id}`, async ({ db }) => {
    const draft = await officeRecord(db, "draft", id);
    return draft?.values === undefined ? null : draft;
  });
  return found === null && phase !== "done" && phase !== "failed" ? undefined : found;
}

/** Every half-filled form, newest first. */
export function useDrafts(): readonly Draft[] | undefined {
  const drafts = useOffice("draft");
  return useMemo(
    () => drafts?.filter((d) => d.values !== undefined).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
    [drafts],
  );
}

/** The people who make entries, by actor id. */
export function useProfiles(): ReadonlyMap<string, Profile> {
  const profiles = useOffice("profile");
  return useMemo(() => new Map(profiles?.map((profile) => [profile.id, profile])), [profiles]);
}

/** All records of an office entity. */
export function useOffice<E extends EntityName>(entity: E): RecordOf<E>[] | undefined {
  return useLive(`office ${entity}`, async ({ db }) => {
    const rows = await db.office.where("entity").equals(entity).toArray();
    const { record } = entityRule(entity);
    return rows.flatMap(({ row }) => parsed(record as z.ZodType<RecordOf<E>>, row) ?? []);
  });
}

const idle: HydrationProgress = { phase: "clients", searchable: false, done: 0, of: 0 };
const none: readonly ClientSummary[] = [];

/** The list's rows; `version` is what makes them new. */
function rowsAt(book: Book | undefined, _version: number): readonly ClientSummary[] {
  return book?.list.rows ?? none;
}

function never(): () => void {
  return () => undefined;
}

function useBook(): Book | undefined {
  return useSyncExternalStore(onSession, currentBook);
}

/** A live query of the open book. Never shows the previous key's answer under a new key. */
function useLive<T>(key: string, query: (book: Book) => Promise<T>): T | undefined {
  const book = useBook();
  const answer = useLiveQuery(async () => {
    if (book === undefined) return undefined;
    try {
      return { key, book, value: await query(book) };
    } catch (error) {
      // The database is deleted under running queries at lock; there is nobody left to tell.
      if (book.closing.signal.aborted) return undefined;
      throw error;
    }
  }, [book, key]);
  return answer !== undefined && answer.key === key && answer.book === book ? answer.value : undefined;
}

async function officeRecord<E extends EntityName>(
  db: Book["db"],
  entity: E,
  id: string,
): Promise<RecordOf<E> | undefined> {
  const found = await db.office.get(`${entity}/${id}`);
  return parsed(entityRule(entity).record as z.ZodType<RecordOf<E>>, found?.row);
}

function shownContacts(rows: readonly Row[]): readonly Contact[] {
  return rows
    .flatMap((row) => parsed(Contact, row) ?? [])
    .filter((contact) => contact.restricted !== true)
    .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : -1));
}

/** A record without stamps; undefined for one that is not there or not whole yet (an edit that came before its creation). */
function parsed<T>(schema: z.ZodType<T>, row: Row | undefined): T | undefined {
  if (row === undefined) return undefined;
  const result = schema.safeParse(row);
  return result.success ? result.data : undefined;
}
