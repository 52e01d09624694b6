import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenBook } from "../../../electron/book/session.ts";
import { answerStream } from "../../../electron/book/streams.ts";
import { type BookFrame, BookFrame as BookFrameSchema, LogFrame } from "../../../shared/bridge/streams.ts";
import { clearDesks, type Desk, linesOf, openNewVault, type VaultOfDesk } from "../services/desk.ts";

let desk: Desk & VaultOfDesk;
const clients = 1200;
beforeAll(async () => {
  desk = await openNewVault();
  const people = Array.from({ length: clients }, (_, n) =>
    desk.write(`c${n}`, { kind: "individual", name: `客户${n}`, goals: "x".repeat(2000) }),
  );
  await desk.call("appendOperations", people);
});
afterAll(clearDesks);

describe("the book stream", () => {
  test("is the whole book, one frame a line, each as its schema says, clients first", async () => {
    const response = await desk.stream("/stream/book");
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const frames = (await linesOf(response)).map((line): BookFrame => BookFrameSchema.parse(line));
    expect([frames[0]?.kind, frames.at(-1)?.kind]).toEqual(["begin", "end"]);
    const entities = frames.flatMap((frame) => (frame.kind === "rows" ? frame.entity : []));
    expect(entities.slice(0, 3)).toEqual(["client", "client", "client"]);
    const rows = frames.flatMap((frame) => (frame.kind === "rows" && frame.entity === "client" ? frame.rows : []));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(clients);
  });

  test("is made only as fast as it is read, and forgotten when the reader leaves", async () => {
    const response = await desk.stream("/stream/book");
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('"kind":"begin"');
    await reader?.cancel();
    expect((await reader?.read())?.done).toBe(true);
    // A stream that was left is no obstacle to the next one, nor to locking.
    expect((await linesOf(await desk.stream("/stream/book"))).at(-1)).toEqual({ kind: "end" });
  });
});

describe("the list stream", () => {
  const send = (body: Uint8Array<ArrayBuffer> | string) => desk.stream("/stream/list", { method: "POST", body });

  test("gives a list back as text, whatever its encoding", async () => {
    const utf16 = new Uint8Array(Buffer.from("\uFEFF产品代码;名称\nA;稳盈\n", "utf16le"));
    expect(await (await send(utf16)).json()).toEqual({
      ok: true,
      value: {
        encoding: "utf-16le",
        delimiter: ";",
        header: ["产品代码", "名称"],
        rows: [{ line: 2, cells: ["A", "稳盈"] }],
      },
    });
  });

  test.each([
    ["nothing", "", "list-unreadable"],
    ["a quote that never closes", 'a\n"b', "list-unreadable"],
    ["too many rows", `a\n${"b\n".repeat(10_001)}`, "list-too-large"],
    ["too many bytes", new Uint8Array(16 * 2 ** 20 + 1), "list-too-large"],
  ])("refuses %s with one code", async (_, body, code) => {
    expect(await (await send(body)).json()).toMatchObject({ ok: false, code });
  });

  test("is locked while the book is", async () => {
    const request = new Request("http://127.0.0.1/stream/list", { method: "POST", body: "a" });
    expect((await answerStream(request, undefined, () => undefined)).status).toBe(401);
  });
});

describe("the shelf stream", () => {
  test("is a file in the language asked for: the heads, and a line for each product as it stands", async () => {
    const response = await desk.stream("/stream/shelf?content=shelf&language=zh-CN");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text).toMatch(/^\ufeff产品代码,产品名称,/);
    const template = await desk.stream("/stream/shelf?content=template&language=en");
    expect(await template.text()).toMatch(/^Code,Name,/);
  });

  test.each(["", "?content=shelf", "?content=clients&language=en", "?content=shelf&language=fr"])(
    "refuses the query %j",
    async (query) => {
      expect((await desk.stream(`/stream/shelf${query}`)).status).toBe(400);
    },
  );
});

describe("the log stream", () => {
  test("is what came after a number, each line as its schema says, and then the number reached", async () => {
    const { logSeq } = await desk.call("appendOperations", [desk.write("c1", { stage: "growing" })]);
    const frames = (await linesOf(await desk.stream("/stream/log?after=2"))).map((line) => LogFrame.parse(line));
    expect(frames).toMatchObject([
      { kind: "operations", logSeq, operations: [{ entityId: "c1", patch: { stage: "growing" } }] },
      { kind: "end", logSeq },
    ]);
    expect(await linesOf(await desk.stream(`/stream/log?after=${logSeq}`))).toEqual([{ kind: "end", logSeq }]);
  });

  test.each(["", "?after=", "?after=-1", "?after=1.5", "?after=x", "?after=1e9", "?after=9999999999999999"])(
    "refuses %j as a number",
    async (query) => {
      expect((await desk.stream(`/stream/log${query}`)).status).toBe(400);
    },
  );
});

describe("the package stream", () => {
  test("answers bytes that are no package with the reason, as a reply", async () => {
    const response = await desk.stream("/stream/package", { method: "POST", body: "not an age file at all" });
    expect([response.status, await response.json()]).toEqual([200, { ok: false, code: "package-not-age", params: {} }]);
  });

  test("answers a body without bytes the same way", async () => {
    const response = await desk.stream("/stream/package", { method: "POST" });
    expect(await response.json()).toMatchObject({ ok: false, code: "package-not-age" });
  });
});

test("other paths and methods are refused", async () => {
  expect((await desk.stream("/stream/nothing")).status).toBe(404);
  expect((await desk.stream("/stream/__proto__")).status).toBe(404);
  expect((await desk.stream("/stream/book", { method: "POST" })).status).toBe(405);
  expect((await desk.stream("/stream/package")).status).toBe(405);
});

test("locking breaks a stream off, so that half a book is never taken for a whole one", async () => {
  const response = await desk.stream("/stream/book");
  const reader = response.body?.getReader();
  await reader?.read();
  await desk.call("lockVault", null);
  const rest = async () => {
    for (;;) if ((await reader?.read())?.done !== false) return "ended";
  };
  await expect(rest()).rejects.toMatchObject({ code: "locked" });
});

test("a failure while reading breaks the stream off and is kept for the log", async () => {
  const failures: unknown[] = [];
  const book = {
    streams: new Set(),
    vault: {
      async *bookLines() {
        yield new TextEncoder().encode('{"kind":"begin"}\n');
        throw new Error("unforeseen");
      },
      operations: () => {
        throw new Error("unforeseen at once");
      },
    },
  } as unknown as OpenBook;
  const ask = (target: string) =>
    answerStream(new Request(`http://127.0.0.1${target}`), book, (_where, error) => failures.push(error));
  await expect((await ask("/stream/book")).text()).rejects.toThrow("unforeseen");
  expect(book.streams.size).toBe(0);
  await expect((await ask("/stream/log?after=0")).text()).rejects.toThrow("unforeseen at once");
  expect(failures).toHaveLength(2);
});
