/**
 * @file Electron's security checklist (security.md 2.1, 20 items; 2.2, fuses) and what holds each
 * item: tests by file and title, rules over our own source, and what only a real Electron shows.
 * A test that is renamed or removed is missed here.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fuses } from "../../build/fuses.mjs";
import { judgePackedFiles } from "../../build/packed-files.mjs";

const shell = "test/electron/shell";
const guards = `${shell}/guards.test.ts`;
const windows = `${shell}/window.test.ts`;
const page = "test/electron/page/page.test.ts";
const hostile = "test/e2e/security.spec.ts";
/** Runs where Electron's runtime is; ready elsewhere. */
const real = "test/e2e/electron.spec.ts";
const sandboxed = [windows, "the page runs sandboxed and isolated, without Node and without any of the lax switches"];
const reallySandboxed = [real, "every page runs sandboxed and isolated, without Node"];
const policy = [page, "is strict: nothing inline, nothing from elsewhere, no eval, no foreign frames, no forms"];
const here = "test/architecture/hardening.test.ts";
const words = [here, "no source of the trusted side holds a word that opens a fence"];

type Holder = readonly string[];
const checklist: Readonly<Record<string, readonly Holder[]>> = {
  "1 only secure content": [
    [guards, "lets no request leave the machine"],
    [real, "no request leaves the machine, whoever in the program asks"],
  ],
  "2 no Node in the page": [sandboxed, [hostile, "no part of Node or Electron"], reallySandboxed],
  "3 context isolation": [sandboxed, reallySandboxed],
  "4 sandbox": [
    sandboxed,
    [`${shell}/main.test.ts`, "does before ready what Electron takes before ready only, and never waits for it"],
    words,
    reallySandboxed,
  ],
  "5 permissions": [
    [
      `${shell}/permissions.test.ts`,
      "of everything Electron can be asked for, the page gets the Copy buttons, full screen and the microphone",
    ],
    [guards, "grants a request by the permission table and by who asks"],
    [guards, "answers a check the same way"],
    [guards, "gives no device and no picture of the screen, and checks no spelling over the network"],
    [real, "the page is refused what is not in the permission table"],
  ],
  "6 web security": [sandboxed, words, reallySandboxed],
  "7 content security policy": [
    policy,
    [hostile, "the page's policy stops every way to bring in foreign code or to send something out, and says so"],
  ],
  "8 no insecure content": [sandboxed, words],
  "9 no experimental features": [sandboxed, words],
  "10 no Blink features": [sandboxed, words],
  "11 no webview pop-ups": [sandboxed, words, reallySandboxed],
  "12 webviews are refused": [[guards, "refuses %s"]],
  "13 no navigation": [
    [guards, "refuses %s"],
    [hostile, "in spite of addresses that run code or open files"],
  ],
  "14 no new windows": [
    [guards, "opens no second window"],
    [hostile, "in spite of links, scripts and windows that lead elsewhere"],
  ],
  "15 nothing opened outside": [words],
  "16 a current Electron": [[here, "Electron is pinned to one version, so that nothing changes unseen"]],
  "17 who asks by IPC": [
    [`${shell}/ipc.test.ts`, "turn away %s on every channel before its handler runs"],
    words,
    [hostile, "junk on any channel gets a typed refusal and breaks nothing"],
  ],
  "18 our own scheme, no files": [
    [page, "no spelling of a path reaches a file outside the folder"],
    [`${shell}/protocol.test.ts`, "another host of the scheme is nothing"],
    [hostile, "no spelling of a path leads out of the page's folder"],
  ],
  "19 fuses": [[here, "all nine fuses are decided, as security.md 2.2 has them"]],
  "20 no Electron in the page": [
    [`${shell}/preload.test.ts`, "the page gets two functions and no more"],
    [`${shell}/preload.test.ts`, "a listener hears the payload and never the event, until it unsubscribes"],
    [real, "the preload gives two functions, and no way to the event object"],
  ],
  "besides: no developer tools": [[windows, "developer tools exist only in a program that is not packaged"]],
  "besides: nothing on the disk": [
    [`${shell}/main.test.ts`, "opens one sandboxed window, its session in memory, on our own page, which can ask"],
    [real, "the page's storage lives in memory: its session has no place on the disk"],
  ],
};

describe("Electron's checklist", () => {
  test("has its twenty items, and each is held by a test that is there", () => {
    const numbers = Object.keys(checklist).map((item) => Number.parseInt(item, 10));
    expect(numbers.filter((n) => n > 0)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const missing = Object.entries(checklist).flatMap(([item, holders]) =>
      holders.filter(([file, title]) => !hasTest(file ?? "", title ?? "")).map((holder) => [item, ...holder]),
    );
    expect(missing).toEqual([]);
    expect(Object.values(checklist).filter((holders) => holders.length === 0)).toEqual([]);
  });

  test("no source of the trusted side holds a word that opens a fence", () => {
    expect(opened(sources("electron"))).toEqual([]);
    const planted = {
      "electron/x.ts": 'shell.openExternal(url); ipcMain.on("x"); app.commandLine.appendSwitch("no-sandbox")',
    };
    expect(opened(planted)).toHaveLength(3);
  });

  test("Electron is pinned to one version, so that nothing changes unseen", () => {
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies["electron"]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("all nine fuses are decided, as security.md 2.2 has them", () => {
    const { version, strictlyRequireAllFuses, ...wire } = fuses as unknown as Record<string, unknown>;
    expect([version, strictlyRequireAllFuses]).toEqual(["1", true]);
    // RunAsNode, cookies, NODE_OPTIONS, inspect, integrity, only asar, snapshot, file:, Wasm.
    expect(Object.values(wire)).toEqual([false, true, false, false, true, true, false, false, true]);
  });

  test("of the packaged files, each planted stranger is named and each missing one missed", () => {
    const right = ["package.json", "out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"];
    expect(judgePackedFiles(right)).toEqual({ strange: [], missing: [] });
    const planted = [
      "out/main/main.js.map",
      "out/loopback/main.js",
      "out/main/loopback.js",
      "electron/main.ts",
      "out/renderer/App.tsx",
      "out/test/report.json",
      "node_modules/zod/index.js",
      "out/renderer/node_modules/x.js",
      "README.md",
    ];
    expect(judgePackedFiles([...right.slice(1), ...planted])).toEqual({ strange: planted, missing: ["package.json"] });
  });
});

function hasTest(file: string, title: string): boolean {
  const text = readFileSync(file, "utf8");
  return [`test("${title}"`, `("${title}"`].some((call) => text.includes(call));
}

/** Each with why it must not be there. */
const fenceWords: Readonly<Record<string, RegExp>> = {
  "hands an address to the system": /\bopenExternal\b|\bshell\.openPath\b/,
  "a channel beside the checked ones": /\bipcMain\.(on|once)\b/,
  "a switch that opens a fence":
    /no-sandbox["'],? *\)|disable-web-security|enableBlinkFeatures|allowRunningInsecureContent: true|experimentalFeatures: true|webSecurity: false|sandbox: false|nodeIntegration: true|contextIsolation: false|webviewTag: true/,
  "crash dumps hold keys": /\bcrashReporter\b/,
};

function opened(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) =>
    Object.entries(fenceWords).flatMap(([why, word]) => (word.test(text) ? [`${file}: ${why}`] : [])),
  );
}

function sources(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
}
