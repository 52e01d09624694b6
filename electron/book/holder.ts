/**
 * @file Holds the one book that may be open: opening, leaving and locking, and
 * what happens when two of these meet.
 *
 * [Note: Leaving the book]
 *
 * A lock first asks the page to keep what is being typed, at most {@link draftPatienceMs},
 * and lets a due export run, at most {@link exportPatienceMs}; meanwhile the book still
 * answers, so that drafts are saved and the export can be watched and cancelled. Then
 * streams break off, the vault closes, and its keys are gone. A machine that goes to
 * sleep does not wait for an export: it runs after the next unlock. A page loaded anew in
 * the middle of a meeting waits for nothing: what it had to keep went with the old one.
 */
import type { Emit, EventPayload } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Timers } from "../sync/schedule.ts";
import type { OpenBook } from "./session.ts";

export const draftPatienceMs = 2_000;
export const exportPatienceMs = 10_000;

export type LockReason = EventPayload<"locked">["reason"];

export interface BookHolder {
  /** The open book, or undefined while locked. */
  current(): OpenBook | undefined;
  /**
   * Open a book while none is open.
   *
   * @throws AppError `vault-in-use` when one is open or being opened, and whatever `make` throws.
   */
  open(make: () => Promise<OpenBook>): Promise<OpenBook>;
  /** Never rejects: locking always succeeds. Resolves when the keys are gone. */
  lock(reason: LockReason): Promise<void>;
  /** The page has kept what was being typed: a lock that waits for it goes on. */
  draftsKept(): void;
  /** The screen is the client's until {@link endMeeting} or the lock. */
  beginMeeting(): void;
  endMeeting(): void;
  isMeeting(): boolean;
  /** Why the last book was locked; undefined before the first lock and while one is open. */
  lockedBy(): LockReason | undefined;
}

export interface HolderDeps {
  readonly emit: Emit;
  readonly timers: Timers;
  /** Whether there is a page that can be asked to keep its drafts. */
  readonly hasPage: () => boolean;
  readonly onFailure: (where: string, error: unknown) => void;
}

type State =
  | { readonly is: "locked" }
  | { readonly is: "opening"; readonly done: Promise<unknown> }
  | { readonly is: "open"; readonly book: OpenBook }
  | { readonly is: "leaving"; readonly book: OpenBook; readonly done: Promise<void>; readonly hurry: () => void }
  | { readonly is: "closing"; readonly done: Promise<void> };

export function createBookHolder(deps: HolderDeps): BookHolder {
  let state: State = { is: "locked" };
  let lastReason: LockReason | undefined;
  let meeting: OpenBook | undefined;
  const drafts = createDraftKeeper(deps);

  async function leave(book: OpenBook, reason: LockReason, hurried: Promise<void>): Promise<void> {
    const attempt = async (step: () => unknown) => {
      try {
        await step();
      } catch (error) {
        deps.onFailure("lock", error);
      }
    };
    if (reason !== "meeting" && deps.hasPage()) await drafts.keep();
    if (reason !== "meeting" && reason !== "suspend") {
      const left = attempt(() => Promise.all([book.sync.beforeLock(), book.backups.beforeLock()]));
      await withPatience(Promise.race([left, hurried]), exportPatienceMs, deps.timers);
    }
    if (state.is === "leaving") state = { is: "closing", done: state.done };
    await attempt(() => book.sync.stop());
    await attempt(() => book.backups.stop());
    for (const breakOff of [...book.streams]) await attempt(breakOff);
    book.streams.clear();
    // A machine about to sleep does not wait for a signature: the next lock gives it.
    if (reason !== "suspend") await attempt(() => book.checkpoint());
    await attempt(() => book.vault.close());
    state = { is: "locked" };
    meeting = undefined;
    lastReason = reason;
    deps.emit("locked", { reason });
  }

  const current = () => (state.is === "open" || state.is === "leaving" ? state.book : undefined);

  return {
    current,
    beginMeeting() {
      meeting = current();
    },
    endMeeting() {
      meeting = undefined;
    },
    isMeeting: () => meeting !== undefined && meeting === current(),
    draftsKept: drafts.kept,
    lockedBy: () => (state.is === "locked" ? lastReason : undefined),
    async open(make) {
      if (state.is === "closing") await state.done;
      if (state.is !== "locked") throw new AppError("vault-in-use");
      const opening = make();
      state = { is: "opening", done: opening.catch(() => undefined) };
      try {
        const book = await opening;
        state = { is: "open", book };
        return book;
      } catch (error) {
        state = { is: "locked" };
        throw error;
      }
    },
    async lock(reason) {
      while (state.is === "opening") await state.done;
      if (state.is === "leaving" && reason === "suspend") state.hurry();
      if (state.is === "leaving" || state.is === "closing") return state.done;
      if (state.is !== "open") return;
      const { book } = state;
      const { promise: hurried, resolve: hurry } = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const done = started.promise.then(() => leave(book, reason, hurried));
      state = { is: "leaving", book, done, hurry };
      started.resolve();
      return done;
    },
  };
}

/** Asks the page to keep what is being typed and waits for its word. */
function createDraftKeeper({ emit, timers }: HolderDeps) {
  let answered = (): void => undefined;
  return {
    async keep(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      answered = resolve;
      emit("locking", null);
      await withPatience(promise, draftPatienceMs, timers);
    },
    kept: () => answered(),
  };
}

/** Wait for a task that cannot reject, but not for ever. */
async function withPatience(task: Promise<void>, patienceMs: number, timers: Timers): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = timers.setTimeout(resolve, patienceMs);
  await Promise.race([task, late]);
  timers.clearTimeout(timer);
}
