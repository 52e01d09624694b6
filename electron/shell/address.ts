/** @file What counts as our own page, judged by parsed URL. Every guard of the shell asks here. */
import { attachmentPath } from "../../shared/bridge/streams.ts";

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

/** A file on its way out. Answered once for each entry in the register, see [Note: Attachment streams]. */
export function isExport(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    isOwnUrl(url) &&
    parsed.pathname.startsWith(`${attachmentPath}/`) &&
    parsed.searchParams.get("export") === "1"
  );
}
