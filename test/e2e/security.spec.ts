/** @file The fences, as something hostile inside the page or beside it would meet them. */
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Page } from "@playwright/test";
import { channelNames } from "../../shared/bridge/channels.ts";
import { expect, test } from "./fixture.ts";
import { askReply } from "./support/ask.ts";
import { type Instance, noElectron, shell } from "./support/instance.ts";

/** Take the errors a test provoked out of the list; the fixture judges the rest. */
function expectProblems({ problems }: Instance, pattern: RegExp): void {
  const others = problems.filter((problem) => !pattern.test(problem));
  expect(others.length, `errors like ${pattern}`).toBeLessThan(problems.length);
  problems.splice(0, problems.length, ...others);
}

/**
 * Run code in the page that tries something forbidden; what the browser reported as violated.
 * It runs from a timer: what the test tool itself evaluates is exempt from the policy.
 */
async function violations(page: Page, attempt: string): Promise<string[]> {
  const marks = await page.evaluate(() => {
    const found: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    Object.assign(window, { violationsFound: found });
    return found;
  });
  expect(marks).toEqual([]);
  await page.evaluate(attempts[attempt] ?? (() => Promise.reject(new Error(attempt))));
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { violationsFound: string[] }).violationsFound.length))
    .toBeGreaterThan(0);
  return page.evaluate(() => (window as unknown as { violationsFound: string[] }).violationsFound);
}

const attempts: Readonly<Record<string, () => unknown>> = {
  "an inline script": () =>
    setTimeout(() => {
      const script = document.createElement("script");
      script.append("window.owned = true");
      document.body.append(script);
    }),
  "an inline event handler": () =>
    setTimeout(() => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.owned = true");
      image.src = "data:,x";
    }),
  "markup put in by text": () =>
    setTimeout(() => {
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.owned = true'>");
    }),
  // biome-ignore lint/security/noGlobalEval: the point of the test.
  eval: () => setTimeout(() => globalThis.eval("window.owned = true")),
  "new Function": () => setTimeout(() => new Function("window.owned = true")()),
  "a timer with text": () => setTimeout(() => (setTimeout as (code: string) => void)("window.owned = true")),
  "a script from elsewhere": () =>
    setTimeout(() => {
      const script = document.createElement("script");
      script.setAttribute("src", "https://example.com/x.js");
      document.body.append(script);
    }),
  "a picture from elsewhere": () =>
    setTimeout(() => {
      new Image().src = "https://example.com/x.png";
    }),
  "a request elsewhere": () => setTimeout(() => void fetch("https://example.com/").catch(() => undefined)),
  "a beacon elsewhere": () => setTimeout(() => void navigator.sendBeacon("https://example.com/", "x")),
  "a socket elsewhere": () => setTimeout(() => void new WebSocket("wss://example.com/")),
  "a frame": () =>
    setTimeout(() => {
      const frame = document.createElement("iframe");
      frame.src = "https://example.com/";
      document.body.append(frame);
    }),
  "a style with no nonce": () =>
    setTimeout(() => {
      const style = document.createElement("style");
      style.append("body { display: none }");
      document.head.append(style);
    }),
  "a form sent elsewhere": () =>
    setTimeout(() => {
      const form = document.createElement("form");
      form.action = "https://example.com/";
      document.body.append(form);
      form.submit();
    }),
  "another base address": () =>
    setTimeout(() => {
      const base = document.createElement("base");
      base.href = "https://example.com/";
      document.head.append(base);
    }),
};

test.describe("the page's policy", () => {
  for (const attempt of Object.keys(attempts)) {
    test(`stops ${attempt}, and says so`, async ({ page, instance }) => {
      expect(await violations(page, attempt)).not.toEqual([]);
      expect(await page.evaluate(() => "owned" in window)).toBe(false);
      expectProblems(instance, /Content Security Policy|TrustedHTML|TrustedScript|unsafe-eval/);
    });
  }
});

/** Ways to leave the page, as code of the page. */
const ways: Readonly<Record<string, () => unknown>> = {
  "a script address": () => {
    location.href = "javascript:window.owned = true";
  },
  "a file address": () => {
    location.href = "file:///etc/passwd";
  },
  "an address elsewhere": () => {
    location.href = "https://example.com/";
  },
  "another host of our own scheme": () => {
    location.href = "app://other/";
  },
  "a link to a new window": () => {
    const link = document.createElement("a");
    link.href = "https://example.com/";
    link.target = "_blank";
    document.body.append(link);
    link.click();
  },
  "a script that opens a window": () => void window.open("https://example.com/"),
};
/** What a plain browser stops as well; the rest only the real shell can. */
const stoppedAnywhere: ReadonlySet<string> = new Set(["a script address", "a file address"]);

test.describe("the page stays where it is", () => {
  for (const [name, leave] of Object.entries(ways)) {
    test(`in spite of ${name}`, async ({ page, instance }) => {
      test.skip(shell !== "electron" && !stoppedAnywhere.has(name), noElectron);
      const before = page.url();
      await page.evaluate(leave);
      // A round trip through the page: whatever was to be navigated has been decided by then.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      expect(page.url()).toBe(before);
      expect(instance.context.pages()).toHaveLength(1);
      expect(await page.evaluate(() => "owned" in window)).toBe(false);
      instance.problems.length = 0;
    });
  }
});

test.describe("what the page can reach", () => {
  test("no part of Node or Electron", async ({ page }) => {
    const names = ["require", "process", "module", "exports", "Buffer", "global", "__dirname", "electron"];
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  });

  test("no channel but the contract's", async ({ page }) => {
    for (const name of ["nothing", "__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect(await askReply(page, name, null)).toEqual({ ok: false, code: "bad-request", params: {} });
    }
  });

  test("junk on any channel gets a typed refusal and breaks nothing", async ({ page }) => {
    const junk = [[], "x", 7, true, { a: 1 }, { vault: "../../etc", passphrase: "x" }, { __proto__: null }, [[[[]]]]];
    for (const name of channelNames) {
      for (const input of junk)
        expect(await askReply(page, name, input)).toMatchObject({ ok: false, code: "bad-request" });
    }
    expect(await askReply(page, "appInfo", null)).toMatchObject({ ok: true });
  });

  test("no client data while the vault is locked", async ({ page, instance }) => {
    for (const path of ["/stream/book", "/stream/log?after=0"]) {
      const answer = await page.evaluate(async (url) => {
        const response = await fetch(url);
        return [response.status, await response.json()];
      }, path);
      expect(answer).toEqual([401, { ok: false, code: "locked", params: {} }]);
    }
    expectProblems(instance, /401/);
  });
});

test.describe("beside the page", () => {
  test.skip(shell === "electron", "Electron opens no port");

  async function ask(instance: Instance, target: string, options: { method?: string; headers?: object } = {}) {
    const { hostname, port } = new URL(instance.origin);
    const cookies = await instance.context.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { cookie, ...options.headers };
    const request = httpRequest({ hostname, port, path: target, method: options.method ?? "GET", headers });
    request.end(options.method === "POST" ? '{"input":null}' : undefined);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode, text: Buffer.concat(chunks).toString("utf8") };
  }
  const json = { "content-type": "application/json" };

  test("a page of another name, another site or without the cookie is turned away", async ({ instance }) => {
    const status = async (headers: object, target = "/") => (await ask(instance, target, { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ host: "example.com" })).toBe(421);
    expect(await status({ origin: "https://example.com" })).toBe(403);
    expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status({ cookie: "" })).toBe(401);
    expect(await status({ cookie: "" }, "/?token=guess")).toBe(401);
  });

  test("the bridge takes JSON by POST and nothing else", async ({ instance }) => {
    const call = (method: string, headers: object) => ask(instance, "/bridge/appInfo", { method, headers });
    expect((await call("POST", json)).status).toBe(200);
    expect((await call("GET", json)).status).toBe(405);
    expect((await call("POST", { "content-type": "text/plain" })).status).toBe(415);
    expect((await call("POST", { ...json, cookie: "" })).status).toBe(401);
  });

  test("the cookie is out of reach of scripts", async ({ page, instance }) => {
    expect(await page.evaluate(() => document.cookie)).toBe("");
    expect(await instance.context.cookies()).toMatchObject([{ httpOnly: true, sameSite: "Strict", expires: -1 }]);
  });

  test("an address opens the app once", async ({ instance }) => {
    const address = await instance.newAddress();
    const { pathname, search } = new URL(address);
    expect((await ask(instance, pathname + search, { headers: { cookie: "" } })).status).toBe(303);
    expect((await ask(instance, pathname + search, { headers: { cookie: "" } })).status).toBe(401);
  });

  test("no spelling of a path leads out of the page's folder", async ({ instance }) => {
    const ups = ["..", "%2e%2e", "%2E%2E", ".%2e", "..%00", "%252e%252e", "..\\", "..%5c", "....//", "%c0%ae%c0%ae"];
    const ends = ["package.json", "main/main.js", "etc/passwd", "../package.json"];
    for (const up of ups) {
      for (const end of ends) {
        for (const start of ["/", "/assets/", "//", "/./", "/stream/", "/bridge/"]) {
          const target = `${start}${up}/${up}/${end}`;
          const { status, text } = await ask(instance, target);
          expect([target, [400, 404, 405].includes(status ?? 0)]).toEqual([target, true]);
          expect(text).not.toMatch(/suitbook"|root:|createServices/);
        }
      }
    }
  });
});
