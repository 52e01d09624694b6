/**
 * @file What is open while the vault is unlocked: the person, the device, the clock and
 * the view. Nothing of it outlives {@link endSession}.
 */
import type { z } from "zod";
import type { Session } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { createClock, type HlcClock } from "../../shared/log/hlc.ts";
import { ActorId, DeviceId } from "../../shared/model/primitives.ts";
import { BookFacts } from "./book-facts.ts";
import { ClientList } from "./client-list.ts";
import { ContactLog } from "./contact-log.ts";
import { type BookDatabase, createDatabase, deleteLeftovers } from "./db.ts";
import { KnownIds } from "./known-ids.ts";
import { Progress } from "./progress.ts";
import type { ContactPlaces } from "./recents.ts";
import { SearchIndex } from "./search-index.ts";

/** The open book. Fields that change say so. */
export interface Book {
  readonly session: Session;
  readonly device: z.infer<typeof DeviceId>;
  readonly actor: z.infer<typeof ActorId>;
  readonly clock: HlcClock;
  readonly db: BookDatabase;
  readonly list: ClientList;
  readonly search: SearchIndex;
  readonly log: ContactLog;
  readonly facts: BookFacts;
  readonly progress: Progress;
  /** Aborted at lock. */
  readonly closing: AbortController;
  /** Everything up to this log sequence number is in the view. Rises. */
  applied: number;
  /** Contacts with a row of their own: a copy of one in a group is older. See [Note: Few records]. */
  readonly lifted: Set<string>;
  /** Contacts in a group, bundles included: what is not here needs not be looked for there. */
  readonly grouped: KnownIds;
  /** See [Note: Recents]. */
  readonly places: ContactPlaces;
  /** Whose an assessment is that came in at unlock: the drawer it lies in is its client's. */
  readonly assessed: Map<string, string>;
  /** The last of the view's writers, each of which waits for the one before. */
  queue: Promise<unknown>;
}

let open: Book | undefined;
let ending: Promise<void> = Promise.resolve();
const listeners = new Set<() => void>();

/** Open an empty view for an unlocked vault; {@link hydrate} fills it. Ends an earlier session first. */
export function startSession(session: Session): Book {
  void endSession();
  const device = DeviceId.parse(session.device);
  const db = createDatabase();
  open = {
    session,
    device,
    actor: ActorId.parse(session.profile.id),
    clock: createClock(device, Date.now),
    db,
    list: new ClientList(),
    search: new SearchIndex(),
    log: new ContactLog(),
    facts: new BookFacts(),
    progress: new Progress(),
    closing: new AbortController(),
    applied: 0,
    lifted: new Set(),
    grouped: new KnownIds(),
    places: new Map(),
    assessed: new Map(),
    queue: Promise.resolve(),
  };
  void deleteLeftovers(db.name).catch(() => undefined);
  announce();
  return open;
}

/** Forget everything at once; resolves when the database is gone, whoever asked first. */
export function endSession(): Promise<void> {
  if (open !== undefined) {
    const book = open;
    open = undefined;
    book.closing.abort();
    ending = book.queue.catch(() => undefined).then(() => book.db.delete());
    announce();
  }
  return ending;
}

/** The open book; undefined while locked. */
export function currentBook(): Book | undefined {
  return open;
}

/**
 * The open book.
 *
 * @throws AppError `locked`
 */
export function requireBook(): Book {
  if (open === undefined) throw new AppError("locked");
  return open;
}

/** Called when a book opens or closes. Returns the unsubscribe. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Run one writer of the view after all earlier ones: no two ever interleave. */
export function inTurn<T>(book: Book, work: () => Promise<T>): Promise<T> {
  const turn = book.queue.then(work, work);
  book.queue = turn.catch(() => undefined);
  return turn;
}

function announce(): void {
  for (const listener of [...listeners]) listener();
}
