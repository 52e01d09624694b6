/**
 * @file Serves the page and the streams as app://suitbook/: no file: address, no
 * port. The same page and the same streams as behind the loopback host.
 */
import type { CustomScheme } from "electron";
import { type Page, plain } from "../page/page.ts";
import { isOwnUrl, scheme } from "./address.ts";

/** Standard and secure, or there is no IndexedDB and no `'self'`; must be registered before the app is ready. */
export const schemes: CustomScheme[] = [
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
];

/** What the session's protocol handler answers with; `takePrinted` has the pages that wait to be printed. */
export function createAppHandler(
  page: Page,
  handleStream: (request: Request) => Promise<Response>,
  takePrinted: (pathname: string) => Response | undefined,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnUrl(request.url)) return plain(404, "not found");
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/stream/")) return handleStream(request);
    return takePrinted(pathname) ?? page(request);
  };
}
