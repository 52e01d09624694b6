/**
 * @file What stands between the lock screen and the book: start, open, lock. The
 * only place where a session begins or ends.
 */
import { create } from "zustand";
import type { ChannelOutput, Session } from "../../shared/bridge/contract.ts";
import { call, on, startAfresh } from "../bridge.ts";
import { onSave } from "../data/commands.ts";
import { deleteLeftovers } from "../data/db.ts";
import { hydrate } from "../data/hydrate.ts";
import { refreshKeyState } from "../data/key-state.ts";
import { endSession, startSession } from "../data/session.ts";
import { keepUnsaved } from "../data/unsaved.ts";
import { usePreferences } from "../state/preferences.ts";
import { useSaveState } from "../state/save-state.ts";
import { watchActivity } from "./activity.ts";

type AppInfo = ChannelOutput<"appInfo">;

export type Gate =
  | { readonly phase: "starting" }
  | { readonly phase: "failed"; readonly error: unknown }
  | { readonly phase: "locked"; readonly info: AppInfo }
  | { readonly phase: "open"; readonly info: AppInfo; readonly session: Session };

export const useGate = create<Gate>(() => ({ phase: "starting" }));

/** A view that cannot be ended must not keep the page from going. */
const endPatienceMs = 1_000;

/** Ask the main process where things stand and show that. Called once. */
export async function start(): Promise<void> {
  try {
    const info = await call("appInfo", null);
    usePreferences.setState(info.preferences);
    useGate.setState({ phase: "locked", info }, true);
    listen();
    // The page was loaded anew while the book is open.
    if (info.session !== undefined) openBook(info.session);
    else await deleteLeftovers();
  } catch (error) {
    useGate.setState({ phase: "failed", error }, true);
  }
}

/** The vault is unlocked: show the book. Its view fills behind the screens. */
export function openBook(session: Session): void {
  const gate = useGate.getState();
  if (gate.phase !== "locked" && gate.phase !== "open") return;
  startSession(session);
  // A book just created is not in the list yet, and locking it must lead back to it.
  const vaults = [session.vault, ...gate.info.vaults.filter(({ id }) => id !== session.vault.id)];
  useGate.setState({ phase: "open", info: { ...gate.info, vaults }, session }, true);
  // Only notices hang on it, and the security pane asks again.
  void refreshKeyState().catch(() => undefined);
  // Failure shows in the hydration progress; locking meanwhile ends it quietly.
  void hydrate().catch(() => undefined);
}

/** Lock. The main process answers with `locked`, whoever asked for it. */
export async function lock(): Promise<void> {
  await call("lockVault", null);
}

function listen(): void {
  on("locking", () => void keepUnsaved().then(() => call("draftsKept", null)));
  on("locked", () => void forget());
  watchActivity();
  onSave((event) => {
    const state = useSaveState.getState();
    if (event.status === "saving") state.begin();
    else if (event.status === "saved") state.succeed(event.at.getTime());
    else state.fail(event.error);
  });
}

/** Leave nothing of the book on the screen or in memory, first of all the screen; the page comes anew, locked. */
async function forget(): Promise<void> {
  useGate.setState({ phase: "starting" }, true);
  await Promise.race([endSession(), new Promise((resolve) => setTimeout(resolve, endPatienceMs))]);
  startAfresh();
}
