/**
 * @file The page from Vite's development server instead of out/renderer, for
 * `npm run dev`: a change shows in the open window at once. Never packaged.
 *
 * [Note: Development policy]
 *
 * Hot reload needs an inline script and a socket to Vite, which the app's own
 * content security policy refuses. So only here it is wider, and nowhere wider
 * than this machine; `npm start` and the tests meet the real one.
 */
import type { Page } from "../page/page.ts";
import { pdfFrameDocument, pdfFramePath, plain } from "../page/page.ts";
import { commonHeaders } from "../page/policy.ts";

/** Serve what the development server at `origin` (http://127.0.0.1:PORT) serves; 502 while it does not answer. */
export function createDevPage(origin: string): Page {
  const policy = developmentPolicy(new URL(origin).host);
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = { accept: request.headers.get("accept") ?? "*/*" };
    const answer = await fetch(new URL(pathname + search, origin), { headers }).catch(() => undefined);
    if (answer === undefined) return plain(502, "The development server does not answer");
    if (pathname === pdfFramePath) return pdfFrameDocument(await answer.text());
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        ...commonHeaders,
        "content-type": answer.headers.get("content-type") ?? "application/octet-stream",
        "content-security-policy": policy,
      },
    });
  };
}

function developmentPolicy(server: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ws://${server}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
