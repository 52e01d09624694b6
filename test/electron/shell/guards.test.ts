import type { Session, WebContents } from "electron";
import { describe, expect, test } from "vitest";
import { guardContents, guardSession } from "../../../electron/shell/guards.ts";

type Listener = (event: { preventDefault(): void }, item?: { getURL(): string }) => void;

/** Records what is hung on a session, as Electron would hold it. */
function recordSession(allowDevTools = false) {
  const set = new Map<string, (...args: never[]) => unknown>();
  const listeners = new Map<string, Listener>();
  const keep = (name: string) => (value: never) => void set.set(name, value);
  const session = {
    setPermissionRequestHandler: keep("request"),
    setPermissionCheckHandler: keep("check"),
    setDevicePermissionHandler: keep("device"),
    setDisplayMediaRequestHandler: keep("display"),
    setSpellCheckerEnabled: (value: boolean) => void set.set("spellcheck", () => value),
    on: (name: string, listener: Listener) => void listeners.set(name, listener),
    webRequest: { onBeforeRequest: keep("beforeRequest") },
  };
  guardSession(session as unknown as Session, { allowDevTools });
  const call = (name: string, ...args: unknown[]) => set.get(name)?.(...(args as never[]));
  return { call, listeners };
}

function isPrevented(listener: Listener | undefined, details: object = {}, item?: { getURL(): string }): boolean {
  let isStopped = false;
  listener?.({ preventDefault: () => (isStopped = true), ...details }, item);
  return isStopped;
}

/** What onBeforeRequest decides about a URL. */
function isCancelled(url: string, allowDevTools = false): boolean | undefined {
  let decision: { cancel?: boolean } = {};
  recordSession(allowDevTools).call("beforeRequest", { url }, (answer: { cancel?: boolean }) => (decision = answer));
  return decision.cancel;
}

describe("a session", () => {
  test("grants a request by the permission table and by who asks", () => {
    const answers: boolean[] = [];
    const ask = (permission: string, requestingUrl?: string, details: object = {}) =>
      recordSession().call("request", null, permission, (granted: boolean) => answers.push(granted), {
        requestingUrl,
        isMainFrame: true,
        ...details,
      });
    ask("fullscreen", "app://suitbook/");
    ask("fullscreen", "https://example.com/");
    ask("fullscreen");
    ask("geolocation", "app://suitbook/");
    ask("media", "app://suitbook/", { mediaTypes: ["audio"] });
    ask("media", "app://suitbook/", { mediaTypes: ["audio", "video"] });
    ask("media", "app://suitbook/", { mediaTypes: ["audio"], isMainFrame: false });
    expect(answers).toEqual([true, false, false, false, true, false, false]);
  });

  test("answers a check the same way", () => {
    const check = (permission: string, details: object = {}) =>
      recordSession().call("check", null, permission, "app://suitbook/", { isMainFrame: true, ...details });
    expect(check("clipboard-sanitized-write")).toBe(true);
    expect(check("clipboard-read")).toBe(false);
    expect(["audio", "video", "unknown"].map((mediaType) => check("media", { mediaType }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("gives no device and no picture of the screen, and checks no spelling over the network", () => {
    const { call } = recordSession();
    let streams: unknown = "unanswered";
    call("display", {}, (answer: unknown) => (streams = answer));
    expect([call("device", {}), streams, call("spellcheck")]).toEqual([false, null, false]);
  });

  test("lets no request leave the machine", () => {
    expect(isCancelled("app://suitbook/main.js")).toBe(false);
    expect(isCancelled("blob:app://suitbook/1")).toBe(false);
    expect(isCancelled("https://example.com/")).toBe(true);
    expect(isCancelled("http://127.0.0.1:80/")).toBe(true);
    expect(isCancelled("file:///etc/passwd")).toBe(true);
    expect(isCancelled("devtools://devtools/bundled/x.js")).toBe(true);
    expect(isCancelled("devtools://devtools/bundled/x.js", true)).toBe(false);
    expect(isCancelled("https://example.com/", true)).toBe(true);
  });

  test("downloads nothing but an export", () => {
    const isRefused = (url: string) =>
      isPrevented(recordSession().listeners.get("will-download"), {}, { getURL: () => url });
    expect(isRefused("app://suitbook/stream/attachment/a1?export=1")).toBe(false);
    const others = [
      "stream/attachment/a1",
      "stream/attachment/a1?export=0",
      "stream/book?export=1",
      "main.js?export=1",
    ];
    expect(others.filter((path) => !isRefused(`app://suitbook/${path}`))).toEqual([]);
    expect(isRefused("https://example.com/stream/attachment/a1?export=1")).toBe(true);
    expect(isRefused("blob:app://suitbook/1")).toBe(true);
    expect(isRefused("not an address")).toBe(true);
  });
});

describe("a page", () => {
  const listeners = new Map<string, Listener>();
  let openHandler: ((details: unknown) => unknown) | undefined;
  const contents = {
    on: (name: string, listener: Listener) => void listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
  };
  guardContents(contents as unknown as WebContents);

  test.each(["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"])("refuses %s", (name) => {
    expect(isPrevented(listeners.get(name), { url: "app://suitbook/", isMainFrame: true })).toBe(true);
  });

  test("frames the one document that draws PDFs", () => {
    const isRefused = (url: string, isMainFrame = false) =>
      isPrevented(listeners.get("will-frame-navigate"), { url, isMainFrame });
    expect(isRefused("app://suitbook/pdf.html")).toBe(false);
    expect(isRefused("app://suitbook/pdf.html", true)).toBe(true);
    expect(
      ["app://suitbook/", "app://suitbook/pdf.html?x", "https://example.com/pdf.html", "about:blank"].every((url) =>
        isRefused(url),
      ),
    ).toBe(true);
  });

  test("opens no second window", () => {
    expect(openHandler?.({ url: "app://suitbook/" })).toEqual({ action: "deny" });
  });
});
