/** @file The fences, as something hostile inside the page or beside it would meet them. */
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Page } from "@playwright/test";
import { channelNames } from "../../shared/bridge/channels.ts";
import type { Session } from "../../shared/bridge/contract.ts";
import { createClock } from "../../shared/log/hlc.ts";
import { Operation } from "../../shared/log/operation.ts";
import { DeviceId } from "../../shared/model/primitives.ts";
import { expect, test } from "./fixture.ts";
import { ask, askReply, lockBook } from "./support/ask.ts";
import { files, filesHolding } from "./support/files.ts";
import { type Instance, noElectron, shell } from "./support/instance.ts";

/** Take the errors a test provoked out of the list; the fixture judges the rest. */
function expectProblems({ problems }: Instance, pattern: RegExp): void {
  const others = problems.filter((problem) => !pattern.test(problem));
  expect(others.length, `errors like ${pattern}`).toBeLessThan(problems.length);
  problems.splice(0, problems.length, ...others);
}

/** What the browser must say about an attempt: the directive it violates, or an error where Trusted Types disarm it. */
const attempts: readonly (readonly [attempt: string, says: string, run: string | (() => unknown)])[] = [
  [
    "an inline script",
    "will not be executed",
    () => {
      const script = document.createElement("script");
      script.append("window.owned = true");
      document.body.append(script);
    },
  ],
  [
    "an inline event handler",
    "require-trusted-types-for",
    () => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.owned = true");
      image.src = "data:,x";
    },
  ],
  [
    "markup put in as text",
    "markup is never written as text",
    () => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.owned = true'>"),
  ],
  // Neighbours differ in what they violate, so that a late report is not taken for the next one.
  ["eval", "require-trusted-types-for", "() => eval('window.owned = true')"],
  [
    "a picture from elsewhere",
    "img-src",
    () => {
      new Image().src = "https://example.com/x.png";
    },
  ],
  ["new Function", "require-trusted-types-for", "() => new Function('window.owned = true')()"],
  ["a request elsewhere", "connect-src", () => void fetch("https://example.com/").catch(() => undefined)],
  [
    "a timer with code as text",
    "require-trusted-types-for",
    () => (setTimeout as (code: string) => unknown)("window.owned = true"),
  ],
  ["a beacon elsewhere", "connect-src", () => navigator.sendBeacon("https://example.com/", "x")],
  [
    "a script from elsewhere",
    "require-trusted-types-for",
    () => {
      const script = document.createElement("script");
      script.setAttribute("src", "https://example.com/x.js");
      document.body.append(script);
    },
  ],
  ["a socket elsewhere", "connect-src", () => new WebSocket("wss://example.com/")],
  [
    "a frame",
    "frame-src",
    () => {
      const frame = document.createElement("iframe");
      frame.src = "https://example.com/";
      document.body.append(frame);
    },
  ],
  [
    "a style without the nonce",
    "style-src-elem",
    () => {
      const style = document.createElement("style");
      style.append("body { display: none }");
      document.head.append(style);
    },
  ],
  [
    "a form sent elsewhere",
    "form-action",
    () => {
      const form = document.createElement("form");
      form.action = "https://example.com/";
      document.body.append(form);
      form.submit();
    },
  ],
  [
    "another base address",
    "base-uri",
    () => {
      const base = document.createElement("base");
      base.href = "https://example.com/";
      document.head.append(base);
    },
  ],
];

test("the page's policy stops every way to bring in foreign code or to send something out, and says so", async ({
  page,
  instance,
}) => {
  await page.evaluate(() => {
    const violated: string[] = [];
    Object.assign(window, { violated });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violated.push(effectiveDirective));
  });
  const reports = async (says: string) => {
    const violated = await page.evaluate(() => Reflect.get(window, "violated") as string[]);
    return [...violated, ...instance.problems].filter((report) => report.includes(says)).length;
  };
  for (const [attempt, says, run] of attempts) {
    const before = await reports(says);
    // From a timer: what the test tool itself evaluates is exempt from the policy.
    await page.evaluate(`setTimeout(${run.toString()})`);
    await expect.poll(() => reports(says), attempt).toBeGreaterThan(before);
    expect(await page.evaluate(() => "owned" in window), attempt).toBe(false);
  }
  expectProblems(instance, /Content Security Policy|Trusted(HTML|Script|ScriptURL)|unsafe-eval|markup is never/);
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

async function expectToStay(names: readonly string[], page: Page, instance: Instance): Promise<void> {
  const before = page.url();
  for (const name of names) {
    await page.evaluate(ways[name] ?? (() => Promise.reject(new Error("no such way"))));
    // A round trip through the page: whatever was to be navigated has been decided by then.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    expect(page.url(), name).toBe(before);
    expect(instance.context.pages(), name).toHaveLength(1);
    expect(await page.evaluate(() => "owned" in window), name).toBe(false);
  }
  instance.problems.length = 0;
}

test.describe("the page stays where it is", () => {
  test("in spite of addresses that run code or open files", async ({ page, instance }) => {
    await expectToStay([...stoppedAnywhere], page, instance);
  });

  test("in spite of links, scripts and windows that lead elsewhere", async ({ page, instance }) => {
    test.skip(shell !== "electron", noElectron);
    await expectToStay(Object.keys(ways), page, instance);
  });
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
    const junk = [[], "x", 7, true, { a: 1 }, { vault: "../../etc", passphrase: "x" }, [[[[]]]], "x".repeat(100_000)];
    const asked = channelNames.flatMap((name) => junk.map((input) => [name, input] as const));
    const replies = await Promise.all(asked.map(([name, input]) => askReply(page, name, input)));
    for (const reply of replies) expect(reply).toMatchObject({ code: expect.stringMatching(/^(bad-request|locked)$/) });
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

  async function askHost(instance: Instance, target: string, options: { method?: string; headers?: object } = {}) {
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
    const status = async (headers: object, target = "/") => (await askHost(instance, target, { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ host: "example.com" })).toBe(421);
    expect(await status({ origin: "https://example.com" })).toBe(403);
    expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status({ cookie: "" })).toBe(401);
    expect(await status({ cookie: "" }, "/?token=guess")).toBe(401);
  });

  test("the bridge takes JSON by POST and nothing else", async ({ instance }) => {
    const call = (method: string, headers: object) => askHost(instance, "/bridge/appInfo", { method, headers });
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
    expect((await askHost(instance, pathname + search, { headers: { cookie: "" } })).status).toBe(303);
    expect((await askHost(instance, pathname + search, { headers: { cookie: "" } })).status).toBe(401);
  });

  test("no spelling of a path leads out of the page's folder", async ({ instance }) => {
    const ups = ["..", "%2e%2e", "%2E%2E", ".%2e", "..%00", "%252e%252e", "..\\", "..%5c", "....//", "%c0%ae%c0%ae"];
    const ends = ["package.json", "main/main.js", "etc/passwd", "../package.json"];
    for (const up of ups) {
      for (const end of ends) {
        for (const start of ["/", "/assets/", "//", "/./", "/stream/", "/bridge/"]) {
          const target = `${start}${up}/${up}/${end}`;
          const { status, text } = await askHost(instance, target);
          expect([target, [400, 404, 405].includes(status ?? 0)]).toEqual([target, true]);
          expect(text).not.toMatch(/suitbook"|root:|createServices/);
        }
      }
    }
  });
});

test.describe("what lies on the disk", () => {
  const canary = "王小明Canary7731";
  const profile = { name: `${canary}的理财师`, role: "advisor", branch: "浦东支行" } as const;

  test("names no client, no advisor and no passphrase, open or locked", async ({ page, instance }) => {
    const passphrase = "canary passphrase 7731";
    const { session, recoveryKey } = await ask(page, "createVault", { label: "演示", passphrase, profile });
    await ask(page, "appendOperations", [operationOf(session, canary)]);
    const look = async () => {
      expect((await files(instance.root)).length).toBeGreaterThan(2);
      for (const text of [canary, passphrase, recoveryKey]) expect(await filesHolding(instance.root, text)).toEqual([]);
    };
    await look();
    await lockBook(page);
    await look();
    // The label may be read, as the form says: so the search does find what is there.
    expect(await filesHolding(instance.root, "演示")).not.toEqual([]);
  });

  test("is not shared by two that run side by side", async ({ twoVaults: [left, right] }) => {
    const input = { label: "左", passphrase: "a long enough passphrase", profile };
    await ask(left.page, "createVault", input);
    expect((await ask(left.page, "appInfo", null)).vaults).toHaveLength(1);
    expect((await ask(right.page, "appInfo", null)).vaults).toEqual([]);
  });
});

function operationOf({ device, profile: { id: actor } }: Session, name: string): Operation {
  const at = createClock(DeviceId.parse(device), Date.now).tick();
  const id = crypto.randomUUID();
  const patch = { kind: "individual", name, phone: "13800137731" };
  return Operation.parse({ id, at, device, actor, kind: "set", entity: "client", entityId: "c1", client: "c1", patch });
}
