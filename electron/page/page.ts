/**
 * @file Answers requests for the built page (out/renderer) in both shells. Paths
 * are looked up in a list of the files that are there and never joined to a
 * folder, so no spelling of a path leads outside.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { commonHeaders, contentSecurityPolicy, makeNonce, noncePlaceholder, pdfFramePolicy } from "./policy.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  // What the PDF frame is handed.
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "application/octet-stream",
  ".wasm": "application/octet-stream",
};

interface DocumentRules {
  readonly policy: (nonce: string) => string;
  readonly framed: "DENY" | "SAMEORIGIN";
}
/** See [Note: PDF frame]. */
export const pdfFramePath = "/pdf.html";
const pdfFrame: DocumentRules = { policy: pdfFramePolicy, framed: "SAMEORIGIN" };
const pages: Readonly<Record<string, DocumentRules>> = {
  "/index.html": { policy: contentSecurityPolicy, framed: "DENY" },
  [pdfFramePath]: pdfFrame,
};

/** Answers a GET for a page file; 404 for anything that is not in the folder, 405 for another method. */
export type Page = (request: Request) => Promise<Response>;

/** Serve a folder. It is listed again whenever the index is asked for, so that a rebuilt page is found. */
export function createPage(folder: string): Page {
  let files: ReadonlyMap<string, string> = new Map();
  return async (request) => {
    if (request.method !== "GET") return plain(405, "method");
    const { pathname } = new URL(request.url);
    const wanted = pathname === "/" ? "/index.html" : pathname;
    if (wanted === "/index.html" || files.size === 0) files = await listFiles(folder);
    if (files.size === 0) return plain(503, "The page is not built: npm run build");
    const file = files.get(wanted);
    const type = types[path.extname(wanted)];
    if (file === undefined || type === undefined) return plain(404, "not found");
    const rules = pages[wanted];
    return rules === undefined ? asset(await readFile(file), type) : document(await readFile(file, "utf8"), rules);
  };
}

/** A short answer without content. */
export function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...commonHeaders, "content-type": "text/plain; charset=utf-8" } });
}

/** The document of the PDF frame, whoever read it. */
export function pdfFrameDocument(html: string): Response {
  return document(html, pdfFrame);
}

/** A document with a nonce and a policy of its own. */
function document(html: string, { policy, framed }: DocumentRules): Response {
  const nonce = makeNonce();
  return new Response(html.replaceAll(noncePlaceholder, nonce), {
    headers: {
      ...commonHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(nonce),
      "x-frame-options": framed,
    },
  });
}

function asset(bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  // An SVG opened by itself is a document: it gets a policy of its own that allows nothing.
  const policy = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
  return new Response(bytes, {
    headers: { ...commonHeaders, "content-type": type, ...(type === "image/svg+xml" ? policy : {}) },
  });
}

/** Regular files below a folder by their URL path. Links are left out: they could lead elsewhere. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = path.relative(folder, file).split(path.sep).map(encodeURIComponent).join("/");
    found.set(`/${url}`, file);
  }
  return found;
}
