/**
 * @file The same app for a plain browser: a server that only this machine and
 * only the window it was opened in can talk to. Never packaged.
 *
 * [Note: Loopback gates]
 *
 * In order: Host must be our own address (421, DNS rebinding), the request must
 * not come from another site (403), an address carries a token that works once
 * and buys a cookie (401 without), the bridge takes JSON only (415). The cookie
 * is named after the port, because browsers keep cookies per host, not per port.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { Emit, Handlers } from "../../shared/bridge/contract.ts";
import { dispatch } from "../../shared/bridge/dispatch.ts";
import { channelPath, eventsPath } from "../../shared/bridge/streams.ts";
import { type Page, plain } from "../page/page.ts";
import { commonHeaders } from "../page/policy.ts";

/** Room for 10 000 operations of ordinary size; a package has its own stream. */
const maxBodyBytes = 64 * 1024 * 1024;

export interface LoopbackOptions {
  readonly handlers: Handlers;
  readonly handleStream: (request: Request) => Promise<Response>;
  readonly page: Page;
  /** Gets what must not cross the bridge: for the log of whoever started the host. */
  readonly onFailure: (channel: string, error: unknown) => void;
  /** An address was used up; whoever wants to open another window needs a new one. */
  readonly onOpened?: () => void;
}

export interface Loopback {
  /** Bind to 127.0.0.1; 0 lets the system choose. Resolves with the origin. */
  readonly listen: (port: number) => Promise<string>;
  /** An address that opens the app once. */
  readonly makeAddress: () => string;
  readonly emit: Emit;
  /** Whether a page listens. */
  readonly hasPage: () => boolean;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

export function createLoopback(options: LoopbackOptions): Loopback {
  const unusedTokens = new Set<string>();
  const cookieValue = randomToken();
  const listeners = new Set<ServerResponse>();
  let origin = "";

  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(async (error: unknown) => {
      options.onFailure("http", error);
      if (outgoing.headersSent) outgoing.destroy();
      else await send(outgoing, plain(500, "failed"));
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const refusal = refuse(incoming, origin);
    if (refusal) return send(outgoing, refusal);
    const url = new URL(incoming.url ?? "/", origin);
    const cookie = `suitbook-${url.port}=${cookieValue}`;
    const token = url.searchParams.get("token");
    if (token !== null) return send(outgoing, openWith(token, incoming.method, cookie));
    if (!incoming.headers.cookie?.split("; ").includes(cookie)) {
      return send(outgoing, plain(401, "This address was used already. Take the newest one the program printed."));
    }
    if (url.pathname === eventsPath) return listen(outgoing);
    const request = toRequest(incoming, url);
    if (url.pathname.startsWith(channelPath)) return send(outgoing, await callChannel(request, options));
    if (url.pathname.startsWith("/stream/")) return send(outgoing, await options.handleStream(request));
    return send(outgoing, await options.page(request));
  }

  function openWith(token: string, method: string | undefined, cookie: string): Response {
    if (method !== "GET" || !unusedTokens.delete(token)) return plain(401, "This address was used already.");
    options.onOpened?.();
    const headers = { ...commonHeaders, location: "/", "set-cookie": `${cookie}; HttpOnly; SameSite=Strict; Path=/` };
    return new Response(null, { status: 303, headers });
  }

  function listen(outgoing: ServerResponse): void {
    outgoing.writeHead(200, { ...commonHeaders, "content-type": "text/event-stream" });
    outgoing.write(":\n\n");
    listeners.add(outgoing);
    outgoing.on("close", () => listeners.delete(outgoing));
  }

  return {
    async listen(port) {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return origin;
    },
    makeAddress() {
      const token = randomToken();
      unusedTokens.add(token);
      return `${origin}/?token=${token}`;
    },
    emit(event, payload) {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    hasPage: () => listeners.size > 0,
    async close() {
      server.close();
      server.closeAllConnections();
      // No page is there any more that could be asked for its drafts.
      listeners.clear();
      if (server.listening) await once(server, "close");
    },
  };
}

/** The gates before any of our code sees the request; undefined lets it in. */
function refuse(incoming: IncomingMessage, origin: string): Response | undefined {
  const { host, origin: from, "sec-fetch-site": site } = incoming.headers;
  if (host !== new URL(origin).host) return plain(421, "wrong host");
  if (from !== undefined && from !== origin) return plain(403, "another origin");
  // "none" is an address typed or opened by the system; absent in old browsers and tools.
  if (site !== undefined && site !== "same-origin" && site !== "none") return plain(403, "another site");
  if (incoming.method !== "GET" && incoming.method !== "POST") return plain(405, "GET or POST");
  if (!incoming.url?.startsWith("/") || incoming.url.startsWith("//")) return plain(400, "not a path");
  return undefined;
}

async function callChannel(request: Request, options: LoopbackOptions): Promise<Response> {
  if (request.method !== "POST") return plain(405, "POST only");
  if (!isJson(request.headers.get("content-type"))) return plain(415, "JSON only");
  const name = new URL(request.url).pathname.slice(channelPath.length);
  const text = await readText(request);
  if (text === undefined) return plain(413, "too large");
  const body = parseBody(text);
  if (body === undefined) return plain(400, "not JSON");
  const reply = await dispatch(options.handlers, name, body.input, options.onFailure);
  return Response.json(reply, { headers: commonHeaders });
}

function isJson(contentType: string | null): boolean {
  return contentType !== null && /^application\/json(?:; ?charset=utf-8)?$/i.test(contentType);
}

/** The body as text; undefined when it is larger than any request of ours. */
async function readText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(text: string): { input: unknown } | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && Object.hasOwn(body, "input")
      ? { input: (body as { input: unknown }).input }
      : undefined;
  } catch {
    return undefined;
  }
}

function toRequest(incoming: IncomingMessage, url: URL): Request {
  const method = incoming.method ?? "GET";
  const hasBody = method === "POST";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>, duplex: "half" } : {}),
  });
}

/** Pass a response on at the reader's pace; a reader that leaves cancels the source. */
async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  if (outgoing.destroyed) {
    // The reader left before the answer began: the page was reloaded.
    await response.body.cancel();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

/** 256 random bits for an address or a cookie. */
function randomToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}
