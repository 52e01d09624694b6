/** @file What the page may ask of the system. Everything not in the table is refused, also what Electron adds later. */
import { isOwnUrl } from "./address.ts";

const allowed: ReadonlySet<string> = new Set([
  "clipboard-sanitized-write", // the Copy buttons: recovery key, identity card, a message to a client
  "fullscreen", // meeting mode hands the screen to the client
]);

/** Whether a permission is granted to whoever asks. Pure, so that the whole table can be tested. */
export function isPermitted(permission: string, requestingUrl: string): boolean {
  return allowed.has(permission) && isOwnUrl(requestingUrl);
}
