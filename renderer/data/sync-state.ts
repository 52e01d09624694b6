/** @file Renderer: what waits to go and what was sent, as the main process keeps it. For the title bar and the sync screen. */
import { useEffect } from "react";
import { create } from "zustand";
import type { SyncState } from "../../shared/bridge/contract.ts";
import { call, on } from "../bridge.ts";
import { useHydration } from "./queries.ts";
import { currentBook } from "./session.ts";

const useStore = create<{ readonly state: SyncState | undefined; readonly error: unknown }>(() => ({
  state: undefined,
  error: undefined,
}));

let running: Promise<void> | undefined;
let again = false;

/** Ask the main process once more. Calls that arrive meanwhile are answered together. */
export function refreshSyncState(): Promise<void> {
  if (running !== undefined) {
    again = true;
    return running;
  }
  running = fetchState().finally(() => {
    running = undefined;
    if (again) {
      again = false;
      void refreshSyncState();
    }
  });
  return running;
}

async function fetchState(): Promise<void> {
  try {
    useStore.setState({ state: await call("syncState", null), error: undefined });
  } catch (error) {
    useStore.setState({ error });
  }
}

/**
 * The newest known state; undefined until the first answer. Refreshes on every save, import and sync event.
 *
 * @param isWanted false while it is not worth asking
 */
export function useSyncState(isWanted = true): { readonly state: SyncState | undefined; readonly error: unknown } {
  useEffect(() => {
    if (!isWanted) return;
    void refreshSyncState();
    const stops = [on("syncChanged", () => void refreshSyncState()), on("logChanged", () => void refreshSyncState())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [isWanted]);
  return useStore();
}

/** How many changes wait to go. A branch that hands nothing on itself is not reminded of its own few. */
export function useWaitingCount(): number {
  // Counting may mean reading all of the log, and the main process is still sending the book.
  const { phase } = useHydration();
  const { state } = useSyncState(phase === "done" || phase === "failed");
  if (state === undefined) return 0;
  const handsOn = state.branch !== undefined || currentBook()?.session.profile.role === "advisor";
  return handsOn ? state.waiting.operations : 0;
}
