/** @file What counts as our own page, judged by parsed URL. Every guard of the shell asks here. */
import { attachmentPath, shelfPath } from "../../shared/bridge/streams.ts";

export const scheme = "app";
const host = "suitbook";
export const startUrl = `${scheme}://${host}/`;

/** Whether a URL is a page or file of ours. A URL that does not parse is not. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url);
  // Node knows no origin for schemes of our own making: scheme and host stand for it.
  return parsed?.protocol === `${scheme}:` && parsed.host === host && parsed.username === "" && parsed.password === "";
}

/** Whether the page may load a URL at all: our files, and bytes the page made itself. */
export function isOwnResource(url: string): boolean {
  if (url.startsWith("blob:")) return isOwnUrl(url.slice("blob:".length));
  return url.startsWith("data:") || isOwnUrl(url);
}

/** The one frame the page holds, see [Note: PDF frame]. */
export function isPdfFrame(url: string): boolean {
  return url === `${startUrl}pdf.html`;
}

/**
 * A file on its way out: an attachment, which is answered once for each entry in the register, or the
 * list of products, which names no client. See [Note: Attachment streams] and [Note: Lists].
 */
export function isExport(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || !isOwnUrl(url)) return false;
  if (parsed.pathname === shelfPath) return true;
  return parsed.pathname.startsWith(`${attachmentPath}/`) && parsed.searchParams.get("export") === "1";
}
