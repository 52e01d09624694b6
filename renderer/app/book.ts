/**
 * @file The open book's side of the gate: all that the lock screen does without, in a file of its own
 * that comes while the passphrase is being typed. Only gatekeeper.ts loads it.
 */
import type { Session } from "../../shared/bridge/contract.ts";
import { onSave } from "../data/commands.ts";
import { deleteLeftovers } from "../data/db.ts";
import { hydrate } from "../data/hydrate.ts";
import { refreshKeyState } from "../data/key-state.ts";
import { endSession, startSession } from "../data/session.ts";
import { keepUnsaved } from "../data/unsaved.ts";
import { useSaveState } from "../state/save-state.ts";
import { Shell } from "./Shell.tsx";

export const bookSide = {
  Shell,
  deleteLeftovers,
  keepUnsaved,
  end: endSession,

  /** Begin the session of an unlocked vault. Its view fills behind the screens. */
  begin(session: Session): void {
    startSession(session);
    // Only notices hang on it, and the security pane asks again.
    void refreshKeyState().catch(() => undefined);
    // Failure shows in the hydration progress; locking meanwhile ends it quietly.
    void hydrate().catch(() => undefined);
  },
};

onSave((event) => {
  const state = useSaveState.getState();
  if (event.status === "saving") state.begin();
  else if (event.status === "saved") state.succeed(event.at.getTime());
  else state.fail(event.error);
});
