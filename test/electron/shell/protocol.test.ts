import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPage } from "../../../electron/page/page.ts";
import { createAppHandler, schemes } from "../../../electron/shell/protocol.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-page-"));
  await writeFile(path.join(folder, "index.html"), "<!doctype html>page");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (url: string) =>
  createAppHandler(
    createPage(folder),
    async (request) => new Response(`stream ${new URL(request.url).pathname}`),
    (pathname) => (pathname === "/print/waits" ? new Response("printed") : undefined),
  )(new Request(url));

test("app://suitbook/ is the page, under the strict policy", async () => {
  const response = await ask("app://suitbook/");
  expect(await response.text()).toContain("page");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("the streams lie beside it", async () => {
  expect(await (await ask("app://suitbook/stream/book")).text()).toBe("stream /stream/book");
});

test("a page that waits to be printed is served, and only that", async () => {
  expect(await (await ask("app://suitbook/print/waits")).text()).toBe("printed");
  expect((await ask("app://suitbook/print/other")).status).toBe(404);
});

test("another host of the scheme is nothing", async () => {
  expect((await ask("app://other/")).status).toBe(404);
  expect((await ask("app://other/stream/book")).status).toBe(404);
});

test("the scheme is standard and secure, without which there is no IndexedDB, and bypasses nothing", () => {
  expect(schemes).toEqual([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
});
