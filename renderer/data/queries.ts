/**
 * @file What the screens read, as hooks that follow every change. Records come out parsed
 * and clean of stamps. Everywhere: `undefined` means not known yet, `null` means there is none.
 */
import { useLiveQuery } from "dexie-react-hooks";
import { useMemo, useRef, useSyncExternalStore } from "react";
import type { Assessment } from "../../shared/model/assessment.ts";
import type { Client } from "../../shared/model/client.ts";
import type { Contact } from "../../shared/model/contact.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import type { EntityName, RecordOf } from "../../shared/model/entities.ts";
import type { Draft, Profile } from "../../shared/model/office.ts";
import type { BehaviourPack } from "../../shared/packs/behaviour-pack.ts";
import { type PackLibrary, packLibrary } from "../../shared/packs/library.ts";
import type { MarketMonths } from "../../shared/packs/market-months.ts";
import { type BehaviourView, behaviourView } from "../../shared/rules/behaviour.ts";
import { type Standing, standingOf } from "../../shared/rules/standing.ts";
import type { ClientSummary } from "./client-list.ts";
import { draftId } from "./commands.ts";
import type { PaperEntity } from "./drawers.ts";
import type { HydrationProgress } from "./progress.ts";
import {
  assessmentById,
  type ContactFilter,
  clientAssessments,
  clientAttachments,
  clientById,
  clientContacts,
  clientPapers,
  contactLog,
  type FiledAttachment,
  officeRecords,
  readDraft,
  readTimeline,
} from "./reads.ts";
import { type ClientSort, countSegments, ofSegment, type Segment, type SegmentCounts } from "./segments.ts";
import { type Book, currentBook, onSession } from "./session.ts";
import { SortedRows } from "./sorted.ts";
import type { TimelineItem } from "./timeline.ts";

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
  const version = useListVersion(book);
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

/** Every client of the list, in no particular order. */
export function useClientRows(): readonly ClientSummary[] {
  const book = useBook();
  return rowsAt(book, useListVersion(book));
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
  const found = useLive(`client ${id}`, (book) => clientById(book, id));
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
  const found = useLive(`timeline ${client}`, (book) => readTimeline(book, client));
  return useMemo(() => found && { items: found.items, complete: phase === "done" || found.hasBundle }, [found, phase]);
}

/** A client's contacts, newest first. */
function useClientContacts(client: string): readonly Contact[] | undefined {
  return useLive(`contacts ${client}`, (book) => clientContacts(book, client));
}

/** One contact, also an older one of the client given. */
export function useContact(id: string, client: string): Contact | null | undefined {
  const contacts = useClientContacts(client);
  return useMemo(() => contacts && (contacts.find((contact) => contact.id === id) ?? null), [contacts, id]);
}

/** The contact log across clients, newest first: the last three months, and older where asked. */
export function useContacts(filter: ContactFilter = {}): readonly Contact[] | undefined {
  const version = useListVersion(useBook());
  return useLive(`log ${JSON.stringify(filter)}`, (book) => contactLog(book, filter), version);
}

/** A client's finished assessments, newest first. */
export function useAssessments(client: string): readonly Assessment[] | undefined {
  return useLive(`assessments ${client}`, (book) => clientAssessments(book, client));
}

/** A client's files and references, newest first. */
export function useAttachments(client: string): readonly FiledAttachment[] | undefined {
  const { phase } = useHydration();
  const found = useLive(`attachments ${client}`, (book) => clientAttachments(book, client));
  return phase === "clients" ? undefined : found;
}

/** A client's papers of one kind, newest first. They come late in the book: wait for them. */
export function usePapers<E extends PaperEntity>(entity: E, client: string): readonly RecordOf<E>[] | undefined {
  const { phase } = useHydration();
  const found = useLive(`${entity} ${client}`, (book) => clientPapers(book, entity, client));
  return phase === "done" || phase === "failed" ? found : undefined;
}

/** Where a client stands today before the sale gate; undefined until everything it rests on has been read. */
export function useStanding(client: Client, day: string): Standing | undefined {
  const statements = usePapers("statement", client.id);
  const statuses = usePapers("investorStatus", client.id);
  const assessments = useAssessments(client.id);
  return useMemo(() => {
    if (statements === undefined || statuses === undefined || assessments === undefined) return undefined;
    return standingOf({ client, statements, statuses, assessedAt: assessments[0]?.finishedAt, day });
  }, [client, statements, statuses, assessments, day]);
}

/** How a client behaved in contacts, by the packs it rests on: for the reader beside the level, and for nothing else. */
export interface ShownBehaviour {
  readonly view: BehaviourView;
  readonly pack: BehaviourPack;
  readonly market: MarketMonths;
}

/** @returns undefined until every contact of the window has arrived, and where no pack is in force */
export function useBehaviour(client: string, day: string): ShownBehaviour | undefined {
  const { phase } = useHydration();
  const contacts = useClientContacts(client);
  const packs = usePacks();
  return useMemo(() => {
    const pack = packs.inForce("behaviour", day);
    const market = packs.inForce("market-months", day);
    const isKnown = contacts !== undefined && (phase === "done" || phase === "failed");
    if (!isKnown || pack === undefined || market === undefined) return undefined;
    return { view: behaviourView(contacts, { pack, market, day }), pack, market };
  }, [contacts, packs, phase, day]);
}

/** One finished assessment. */
export function useAssessment(id: string): Assessment | null | undefined {
  const { phase } = useHydration();
  const found = useLive(`assessment ${id}`, (book) => assessmentById(book, id));
  return found === null && phase === "clients" ? undefined : found;
}

/** A form's half-filled values. They are the form's to parse. Drafts come last in the book: wait for them. */
export function useDraft(form: string, subject: string): Draft | null | undefined {
  const { phase } = useHydration();
  const found = useLive(`draft ${draftId({ form, subject })}`, (book) => readDraft(book, { form, subject }));
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

/** Every rule pack: those that ship and those taken in. Taken-in ones come late in the book; what rests on shipped ones need not wait. */
export function usePacks(): PackLibrary {
  const installed = useOffice("installedPack");
  return useMemo(() => packLibrary(installed), [installed]);
}

/** Whose book this is. */
export function useOwnProfile(): Profile | undefined {
  const actor = useBook()?.actor;
  return useProfiles().get(actor ?? "");
}

/** All records of an office entity. */
export function useOffice<E extends EntityName>(entity: E): readonly RecordOf<E>[] | undefined {
  return useLive(`office ${entity}`, (book) => officeRecords(book, entity));
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

/** Rises with every change that a list may show. */
function useListVersion(book: Book | undefined): number {
  return useSyncExternalStore(book?.list.subscribe ?? never, () => book?.list.version ?? 0);
}

/**
 * A live query of the open book. Never shows the previous key's answer under a new key; asks
 * again when `version` changes, for what it reads beside Dexie.
 */
function useLive<T>(key: string, query: (book: Book) => Promise<T>, version = 0): T | undefined {
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
  }, [book, key, version]);
  return answer !== undefined && answer.key === key && answer.book === book ? answer.value : undefined;
}
