/**
 * @file Start, open, lock: the only place where a session begins or ends. What the lock screen does
 * without comes in a file of its own (book.ts) while the passphrase is being typed.
 */
import type { Session } from "../../shared/bridge/contract.ts";
import { call, on, startAfresh } from "../bridge.ts";
import { usePreferences } from "../state/preferences.ts";
import { watchActivity } from "./activity.ts";
import { type AppInfo, useGate } from "./gate.ts";

/** A view that cannot be ended must not keep the page from going. */
const endPatienceMs = 1_000;

const load = async () => (await import("./book.ts")).bookSide;
/** Once a book was opened in this page. */
let opened: Awaited<ReturnType<typeof load>> | undefined;

/** Called once. It listens before it asks, so that no lock falls between the answer and the listening. */
export async function start(): Promise<void> {
  listen();
  await show();
}

/** Ask the main process where things stand and show that. */
async function show(): Promise<void> {
  const before = useGate.getState();
  try {
    const info = await call("appInfo", null);
    // Locked since it was asked: forget() asks again.
    if (useGate.getState() !== before) return;
    usePreferences.setState(info.preferences);
    // The page was loaded anew while the book is open.
    if (info.session !== undefined) return await enter(info, info.session);
    useGate.setState({ phase: "locked", info }, true);
    await (await load()).deleteLeftovers();
  } catch (error) {
    useGate.setState({ phase: "failed", error }, true);
  }
}

/** The vault is unlocked: show the book. Its view fills behind the screens. */
export function openBook(session: Session): void {
  const gate = useGate.getState();
  if (gate.phase !== "locked" && gate.phase !== "open") return;
  // A book just created is not in the list yet, and locking it must lead back to it.
  const vaults = [session.vault, ...gate.info.vaults.filter(({ id }) => id !== session.vault.id)];
  enter({ ...gate.info, vaults }, session).catch((error: unknown) =>
    useGate.setState({ phase: "failed", error }, true),
  );
}

async function enter(info: AppInfo, session: Session): Promise<void> {
  const before = useGate.getState();
  const book = await load();
  // Locked before the page could show anything of it.
  if (useGate.getState() !== before) return;
  opened = book;
  book.begin(session);
  useGate.setState({ phase: "open", info, session, Shell: book.Shell }, true);
}

function listen(): void {
  on("locking", () => void keepUnsaved().then(() => call("draftsKept", null)));
  on("locked", () => void forget());
  watchActivity();
}

async function keepUnsaved(): Promise<void> {
  await opened?.keepUnsaved();
}

/** Leave nothing of the book on the screen or in memory, first of all the screen; the page comes anew, locked. */
async function forget(): Promise<void> {
  const { phase } = useGate.getState();
  useGate.setState({ phase: "starting" }, true);
  // Nothing was shown yet: what was asked is asked again.
  if (phase === "starting" && opened === undefined) return show();
  await Promise.race([opened?.end(), new Promise((resolve) => setTimeout(resolve, endPatienceMs))]);
  startAfresh();
}
