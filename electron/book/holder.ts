/**
 * @file Holds the one book that may be open: opening, leaving and locking, and
 * what happens when two of these meet.
 *
 * [Note: Leaving the book]
 *
 * A lock first lets a due export run, at most {@link exportPatienceMs}; meanwhile
 * the book still answers, so that the export can be watched and cancelled. Then
 * streams break off, the vault closes, and its keys are gone. A machine that
 * goes to sleep does not wait for an export: it runs after the next unlock.
 */
import type { Emit, EventPayload } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Timers } from "../sync/schedule.ts";
import type { OpenBook } from "./session.ts";

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
}

export interface HolderDeps {
  readonly emit: Emit;
  readonly timers: Timers;
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

  async function leave(book: OpenBook, reason: LockReason, hurried: Promise<void>): Promise<void> {
    const attempt = async (step: () => unknown) => {
      try {
        await step();
      } catch (error) {
        deps.onFailure("lock", error);
      }
    };
    if (reason !== "suspend")
      await withPatience(
        attempt(() => book.sync.beforeLock()),
        hurried,
        deps.timers,
      );
    if (state.is === "leaving") state = { is: "closing", done: state.done };
    await attempt(() => book.sync.stop());
    for (const breakOff of [...book.streams]) await attempt(breakOff);
    book.streams.clear();
    // A machine about to sleep does not wait for a signature: the next lock gives it.
    if (reason !== "suspend") await attempt(() => book.checkpoint());
    await attempt(() => book.vault.close());
    state = { is: "locked" };
    deps.emit("locked", { reason });
  }

  return {
    current: () => (state.is === "open" || state.is === "leaving" ? state.book : undefined),
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

/** Wait for a task that cannot reject, but not for ever. */
async function withPatience(task: Promise<void>, hurried: Promise<void>, timers: Timers): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = timers.setTimeout(resolve, exportPatienceMs);
  await Promise.race([task, hurried, late]);
  timers.clearTimeout(timer);
}
