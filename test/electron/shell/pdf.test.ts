/** @file The hidden window that prints: fenced, without scripts, fed once from memory, and always taken away. */
import type { BrowserWindowConstructorOptions, Session } from "electron";
import { expect, test, vi } from "vitest";
import { createShellPdf } from "../../../electron/shell/pdf.ts";

const session = {} as Session;
const said = (code: string) => expect.objectContaining({ code });

/** A window as Electron gives one: loads through `take`, and prints what it loaded. */
function shell(breaks: { load?: () => Promise<void>; print?: () => Promise<Buffer> } = {}, timeoutMs?: number) {
  const opened: BrowserWindowConstructorOptions[] = [];
  const destroy = vi.fn();
  const loaded: { url: string; response: Response | undefined }[] = [];
  const printToPDF = vi.fn(
    breaks.print ?? (async () => Buffer.from(`pdf of ${await loaded.at(-1)?.response?.text()}`)),
  );
  const pdf = createShellPdf({
    session,
    ...(timeoutMs !== undefined && { timeoutMs }),
    open(options) {
      opened.push(options);
      return {
        webContents: { printToPDF },
        async loadURL(url) {
          await breaks.load?.();
          loaded.push({ url, response: pdf.take(new URL(url).pathname) });
        },
        destroy,
      };
    },
  });
  return { pdf, opened, loaded, destroy, printToPDF };
}

test("a page is printed in a hidden window without scripts, preload or bridge, in the app's own session", async () => {
  const { pdf, opened, destroy, printToPDF } = shell();
  expect(Buffer.from(await pdf.print("<p>告知函</p>")).toString()).toBe("pdf of <p>告知函</p>");
  expect(opened).toEqual([
    {
      show: false,
      webPreferences: {
        session,
        javascript: false,
        devTools: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    },
  ]);
  expect(printToPDF).toHaveBeenCalledWith({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
  expect(destroy).toHaveBeenCalledTimes(1);
});

test("the page lies under an address of its own that answers once, under a policy that runs and loads nothing", async () => {
  const { pdf, loaded } = shell();
  await pdf.print("<p>one</p>");
  await pdf.print("<p>two</p>");
  const urls = loaded.map(({ url }) => url);
  expect(urls.every((url) => /^app:\/\/suitbook\/print\/[0-9a-f]{32}$/.test(url))).toBe(true);
  expect(new Set(urls).size).toBe(2);
  const { response } = loaded[0] ?? {};
  expect(response?.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response?.headers.get("content-security-policy")).toBe(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  );
  expect(response?.headers.get("cache-control")).toBe("no-store");
  for (const url of urls) expect(pdf.take(new URL(url).pathname)).toBeUndefined();
  expect(pdf.take("/print/")).toBeUndefined();
  expect(pdf.take("/")).toBeUndefined();
});

test.each([
  ["does not load", { load: () => Promise.reject(new Error("ERR_FAILED")) }],
  ["does not print", { print: () => Promise.reject(new Error("no printer")) }],
])("a window that %s is taken away, and the page with it", async (_what, breaks) => {
  const { pdf, destroy, loaded } = shell(breaks);
  await expect(pdf.print("secret")).rejects.toEqual(said("pdf-failed"));
  expect(destroy).toHaveBeenCalledTimes(1);
  for (const { url } of loaded) expect(pdf.take(new URL(url).pathname)).toBeUndefined();
});

test("a window that never answers is given up", async () => {
  const { pdf, destroy } = shell({ load: () => new Promise(() => undefined) }, 20);
  await expect(pdf.print("x")).rejects.toEqual(said("pdf-failed"));
  expect(destroy).toHaveBeenCalledTimes(1);
});
