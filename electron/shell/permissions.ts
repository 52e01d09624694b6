/** @file What the page may ask of the system. Everything not in the table is refused, also what Electron adds later. */
import { isOwnUrl } from "./address.ts";

const allowed: ReadonlySet<string> = new Set([
  "clipboard-sanitized-write", // the Copy buttons: recovery key, identity card, a message to a client
  "fullscreen", // meeting mode hands the screen to the client
  "media", // the microphone, for recordings: see `media` below
]);

/** Who asks, as Electron tells the two handlers. */
export interface Asker {
  readonly url: string;
  /** The page itself; not the frame that draws PDFs, which has the same address and no rights. */
  readonly isMainFrame: boolean;
  /** For `media`: what is to be heard or seen. */
  readonly media?: readonly string[];
}

/** Whether a permission is granted to whoever asks. Pure, so that the whole table can be tested. */
export function isPermitted(permission: string, { url, isMainFrame, media = [] }: Asker): boolean {
  if (!allowed.has(permission) || !isMainFrame || !isOwnUrl(url)) return false;
  // Sound alone: no camera, and nothing Electron cannot name.
  return permission !== "media" || (media.length > 0 && media.every((kind) => kind === "audio"));
}
