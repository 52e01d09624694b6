import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLoopback, type Loopback } from "../../../electron/loopback/server.ts";
import { createPage } from "../../../electron/page/page.ts";
import { channelNames } from "../../../shared/bridge/channels.ts";
import type { Handlers } from "../../../shared/bridge/contract.ts";
import { AppError } from "../../../shared/errors.ts";

let folder = "";
let loopback: Loopback;
let origin = "";
let cookie = "";
let opened = 0;
let cancelled: Promise<string>;
const failures: string[] = [];
const reached: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-page-"));
  await writeFile(path.join(folder, "index.html"), "<!doctype html>the page");
  const handlers = Object.fromEntries(channelNames.map((name) => [name, (input: unknown) => answer(name, input)]));
  const { promise, resolve } = Promise.withResolvers<string>();
  cancelled = promise;
  loopback = createLoopback({
    handlers: handlers as unknown as Handlers,
    handleStream: async (request) => stream(request, resolve),
    page: createPage(folder),
    onFailure: (where) => failures.push(where),
    onOpened: () => {
      opened += 1;
    },
  });
  origin = await loopback.listen(0);
  const [first] = (await ask(new URL(loopback.makeAddress()).pathname + new URL(loopback.makeAddress()).search))
    .headers["set-cookie"] ?? [""];
  cookie = first?.split(";")[0] ?? "";
});
afterAll(async () => {
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

function answer(name: string, input: unknown): unknown {
  reached.push(name);
  if (name === "syncState") throw new AppError("locked");
  if (name === "lockVault") throw new TypeError("/home/ana");
  return name === "chooseSyncFolder" ? null : { name, input };
}

/** An endless stream that tells when its reader has left, and an echo for what is posted. */
async function stream(request: Request, onCancel: (reason: string) => void): Promise<Response> {
  if (request.method === "POST") return new Response(`${(await request.bytes()).length} bytes`);
  if (new URL(request.url).pathname === "/stream/fails") throw new Error("unforeseen");
  const line = new TextEncoder().encode(`${"x".repeat(65_535)}\n`);
  return new Response(
    new ReadableStream({
      pull: (controller) => controller.enqueue(line),
      cancel: () => onCancel("the reader left"),
    }),
  );
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}
interface Options {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** One real request, with the cookie unless told otherwise. */
async function ask(target: string, { method = "GET", headers = {}, body }: Options = {}): Promise<Answer> {
  const response = await open(target, { method, headers, ...(body === undefined ? {} : { body }) });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() };
}
async function open(target: string, { method = "GET", headers = {}, body }: Options): Promise<IncomingMessage> {
  const { port } = new URL(origin);
  const sent = { ...(cookie ? { cookie } : {}), ...headers };
  const request = httpRequest({ host: "127.0.0.1", port, path: target, method, headers: sent });
  request.end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return response;
}
const json = { "content-type": "application/json" };
const call = (channel: string, input: unknown, headers: Record<string, string> = json) =>
  ask(`/bridge/${channel}`, { method: "POST", headers, body: JSON.stringify({ input }) });

describe("who may talk to the host", () => {
  test("only what calls it by its own address: any other Host is 421", async () => {
    const hosts = [
      "example.com",
      "localhost",
      `localhost:${new URL(origin).port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      "[::1]",
    ];
    for (const host of hosts) expect([host, (await ask("/", { headers: { host } })).status]).toEqual([host, 421]);
  });

  test("only pages of its own origin: another one is 403", async () => {
    const { port } = new URL(origin);
    for (const from of ["https://example.com", "null", `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      expect([from, (await ask("/", { headers: { origin: from } })).status]).toEqual([from, 403]);
    }
    expect((await ask("/", { headers: { origin } })).status).toBe(200);
  });

  test("no request that a browser marks as coming from another site: 403", async () => {
    for (const site of ["cross-site", "same-site"]) {
      expect((await ask("/", { headers: { "sec-fetch-site": site } })).status).toBe(403);
    }
    for (const site of ["same-origin", "none"]) {
      expect((await ask("/", { headers: { "sec-fetch-site": site } })).status).toBe(200);
    }
  });

  test("nobody without the cookie: 401 on every path, and no handler is reached", async () => {
    reached.length = 0;
    const wrong = ["", "suitbook=1", `${cookie}x`, cookie.slice(0, -1), `x${cookie}`, cookie.replace(/-\d+=/, "-1=")];
    for (const value of wrong) {
      const headers = { ...json, cookie: value };
      for (const target of ["/", "/index.html", "/stream/book", "/bridge/events", "/nothing"]) {
        expect((await ask(target, { headers })).status).toBe(401);
      }
      expect((await call("appInfo", null, headers)).status).toBe(401);
    }
    expect(reached).toEqual([]);
  });

  test("it listens on 127.0.0.1 alone", async () => {
    const socket = connect({ host: "::1", port: Number(new URL(origin).port) });
    const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/);
  });

  test("methods other than GET and POST are refused", async () => {
    for (const method of ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"]) {
      expect((await ask("/", { method })).status).toBe(405);
    }
  });

  test("a target that is not a path is refused", async () => {
    expect((await ask("//example.com/")).status).toBe(400);
    expect((await ask("http://example.com/")).status).toBe(400);
  });
});

describe("the address", () => {
  test("opens once: it is traded for a cookie that scripts and other sites never get", async () => {
    const { pathname, search } = new URL(loopback.makeAddress());
    const before = opened;
    const first = await ask(pathname + search, { headers: { cookie: "" } });
    expect([first.status, first.headers.location]).toEqual([303, "/"]);
    expect(first.headers["set-cookie"]).toEqual([`${cookie}; HttpOnly; SameSite=Strict; Path=/`]);
    expect((await ask(pathname + search, { headers: { cookie: "" } })).status).toBe(401);
    expect(opened).toBe(before + 1);
  });

  test("is not to be guessed", async () => {
    const guesses = ["", "x", cookie.split("=")[1] ?? "", "A".repeat(43)];
    for (const token of guesses) expect((await ask(`/?token=${token}`)).status).toBe(401);
    expect(new URL(loopback.makeAddress()).searchParams.get("token")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("is not spent by a request that was refused", async () => {
    const { pathname, search } = new URL(loopback.makeAddress());
    expect((await ask(pathname + search, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await ask(pathname + search, { method: "POST" })).status).toBe(401);
    expect((await ask(pathname + search)).status).toBe(303);
  });
});

describe("the bridge", () => {
  test("answers a channel with a reply", async () => {
    const { text } = await call("removePeer", { peer: "p1" });
    expect(JSON.parse(text)).toEqual({ ok: true, value: { name: "removePeer", input: { peer: "p1" } } });
  });

  test("takes JSON only: 415", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/jsonx",
      "multipart/form-data",
    ]) {
      expect((await call("appInfo", null, { "content-type": type })).status).toBe(415);
    }
    expect((await call("appInfo", null, {})).status).toBe(415);
    expect((await call("appInfo", null, { "content-type": "application/json; charset=UTF-8" })).status).toBe(200);
  });

  test("takes POST only: 405", async () => {
    expect((await ask("/bridge/appInfo")).status).toBe(405);
  });

  test("refuses what is not an object with an input: 400", async () => {
    for (const body of ["", "{", "null", "1", "[]", "{}", '{"__proto__":{"input":1}}']) {
      expect([body, (await ask("/bridge/appInfo", { method: "POST", headers: json, body })).status]).toEqual([
        body,
        400,
      ]);
    }
  });

  test("refuses a body no request of ours has: 413", async () => {
    const body = Buffer.alloc(64 * 1024 * 1024 + 1, 0x20);
    expect((await ask("/bridge/appInfo", { method: "POST", headers: json, body })).status).toBe(413);
  });

  test("knows no channel but the contract's", async () => {
    for (const name of ["nothing", "__proto__", "constructor", "appInfo/", "../bridge/x", "%61ppInfo", ""]) {
      const { status, text } = await call(name, null);
      expect([name, status === 404 || JSON.parse(text).code === "bad-request"]).toEqual([name, true]);
    }
  });

  test("gives the code of a failure and nothing else", async () => {
    expect(JSON.parse((await call("syncState", null)).text)).toEqual({ ok: false, code: "locked", params: {} });
    expect(JSON.parse((await call("lockVault", null)).text)).toEqual({ ok: false, code: "unexpected", params: {} });
  });

  test("sends events to every open window, until it is closed", async () => {
    const windows = [await open("/bridge/events", {}), await open("/bridge/events", {})];
    const heard = windows.map((window) => readUntil(window, "\n\n", 2));
    loopback.emit("logChanged", { logSeq: 7 });
    for (const text of await Promise.all(heard)) expect(text).toBe(':\n\nevent: logChanged\ndata: {"logSeq":7}\n\n');
    for (const window of windows) window.destroy();
  });
});

/** Read until a mark has come `times` times. */
async function readUntil(response: IncomingMessage, mark: string, times: number): Promise<string> {
  let text = "";
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    text += (chunk as Buffer).toString();
    if (text.split(mark).length > times) break;
  }
  return text;
}

describe("the streams", () => {
  test("end at their source when the reader leaves", async () => {
    const response = await open("/stream/book", {});
    await once(response, "readable");
    response.destroy();
    expect(await cancelled).toBe("the reader left");
  });

  test("take bytes of any size", async () => {
    const body = Buffer.alloc(3_000_000, 1);
    expect((await ask("/stream/package", { method: "POST", body })).text).toBe("3000000 bytes");
  });

  test("that fail unforeseen are 500, and what failed stays behind", async () => {
    expect(await ask("/stream/fails")).toMatchObject({ status: 500, text: "failed" });
    expect(failures).toContain("http");
  });
});

test("every answer forbids caching, sniffing and being looked at from other origins", async () => {
  const answers = [
    await ask("/"),
    await ask("/nothing"),
    await call("appInfo", null),
    await ask("/", { method: "PUT" }),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  }
});
