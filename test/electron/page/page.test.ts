import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPage, type Page } from "../../../electron/page/page.ts";
import { noncePlaceholder } from "../../../electron/page/policy.ts";

let folder = "";
let page: Page;
beforeAll(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), "suitbook-page-"));
  folder = path.join(parent, "renderer");
  await mkdir(path.join(folder, "assets"), { recursive: true });
  await writeFile(path.join(parent, "secret.js"), "CANARY");
  await writeFile(path.join(folder, "index.html"), `<meta property="csp-nonce" nonce="${noncePlaceholder}">`);
  await writeFile(path.join(folder, "pdf.html"), `<script nonce="${noncePlaceholder}">run()</script>`);
  await mkdir(path.join(folder, "pdf", "cmaps"), { recursive: true });
  await writeFile(path.join(folder, "pdf", "cmaps", "GB-H.bcmap"), "map");
  await writeFile(path.join(folder, "assets", "main-1.js"), "run()");
  await writeFile(path.join(folder, "assets", "mark.svg"), "<svg/>");
  await writeFile(path.join(folder, "notes.txt"), "CANARY");
  await symlink(path.join(parent, "secret.js"), path.join(folder, "link.js"));
  page = createPage(folder);
});
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));

const get = (target: string) => page(new Request(`http://127.0.0.1:1${target}`));

describe("the page's files", () => {
  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html", "text/html; charset=utf-8"],
    ["/assets/main-1.js", "text/javascript; charset=utf-8"],
    ["/assets/main-1.js?v=1", "text/javascript; charset=utf-8"],
    ["/assets/mark.svg", "image/svg+xml"],
    ["/pdf.html", "text/html; charset=utf-8"],
    ["/pdf/cmaps/GB-H.bcmap", "application/octet-stream"],
  ])("%s is there", async (target, type) => {
    const response = await get(target);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  });

  test.each([
    "/link.js", // leads outside
    "/notes.txt", // a kind of file the page has no use for
    "/assets",
    "/assets/",
    "/assets/none.js",
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/%2e%2e%2fsecret.js",
    "/..%5csecret.js",
    "/..\\secret.js",
    "/assets/..%2f..%2fsecret.js",
    "/assets//main-1.js",
    "/assets/main-1.js%00.html",
    "/%61ssets/main-1.js",
    "/ASSETS/MAIN-1.JS",
    "//etc/passwd",
    "/etc/passwd",
    "/__proto__",
  ])("%s is not", async (target) => {
    expect((await get(target)).status).toBe(404);
  });

  test("no spelling of a path reaches a file outside the folder", async () => {
    const piece = fc.constantFrom(
      "..",
      ".",
      "%2e%2e",
      "%2f",
      "%5c",
      "\\",
      "/",
      "secret.js",
      "assets",
      "link.js",
      "%00",
      "~",
      "C:",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 8 }), async (pieces) => {
        const response = await get(`/${pieces.join("/")}`);
        expect(await response.text()).not.toContain("CANARY");
      }),
      { numRuns: 500 },
    );
  });

  test("are read, never written: POST is 405", async () => {
    expect((await page(new Request("http://127.0.0.1:1/", { method: "POST" }))).status).toBe(405);
  });
});

describe("the policy", () => {
  test("is strict: nothing inline, nothing from elsewhere, no eval, no foreign frames, no forms", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";
    expect(policy.replace(/'nonce-[^']+'/, "'nonce-...'").split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-...'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types default",
    ]);
  });

  test("gives the PDF frame its one script and nothing else: no origin, no network, no eval", async () => {
    const response = await get("/pdf.html");
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(await response.text()).toBe(`<script nonce="${nonce}">run()</script>`);
    expect(policy.replace(nonce, "...").split("; ")).toEqual([
      "sandbox allow-scripts",
      "default-src 'none'",
      "script-src 'nonce-...' 'wasm-unsafe-eval'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test("lets our page hold the PDF frame, and nobody hold anything else", async () => {
    const framing = async (target: string) => (await get(target)).headers.get("x-frame-options");
    expect(await Promise.all(["/", "/pdf.html", "/assets/main-1.js"].map(framing))).toEqual([
      "DENY",
      "SAMEORIGIN",
      "DENY",
    ]);
  });

  test("has a nonce of its own for every answer, and the page holds the same one", async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const response = await get("/");
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      expect(Buffer.from(nonce, "base64").length).toBe(16);
      expect(await response.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}">`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
  });

  test("keeps a picture opened by itself from running anything", async () => {
    expect((await get("/assets/mark.svg")).headers.get("content-security-policy")).toContain("sandbox");
  });
});

test("a page that was rebuilt while the host runs is found", async () => {
  expect((await get("/assets/main-2.js")).status).toBe(404);
  await writeFile(path.join(folder, "assets", "main-2.js"), "run()");
  await get("/");
  expect((await get("/assets/main-2.js")).status).toBe(200);
});

test("a page that was never built is told apart from a file that is not there", async () => {
  const unbuilt = createPage(path.join(folder, "nowhere"));
  expect((await unbuilt(new Request("http://127.0.0.1:1/"))).status).toBe(503);
});
