import { readFileSync } from "node:fs";
import type { Session } from "electron";
import { expect, test } from "vitest";
import { themeSource, titleBarColours, windowOptions } from "../../../electron/shell/window.ts";

const session = {} as Session;
const preferences = (isPackaged: boolean) =>
  windowOptions({ session, preload: "/app/preload.cjs", isPackaged, isDark: false }).webPreferences;

test("the page runs sandboxed and isolated, without Node and without any of the lax switches", () => {
  expect(preferences(true)).toEqual({
    session,
    preload: "/app/preload.cjs",
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
    devTools: false,
  });
});

test("developer tools exist only in a program that is not packaged", () => {
  expect(preferences(false)?.devTools).toBe(true);
});

test("the window buttons stand in the page's own bar, in its colours and height", () => {
  const tokens = readFileSync("renderer/styles/tokens.css", "utf8");
  for (const isDark of [false, true]) {
    const { color, symbolColor, height } = titleBarColours(isDark);
    expect(tokens).toContain(`--sb-canvas: ${color}`);
    expect(tokens).toContain(`--sb-ink-2: ${symbolColor}`);
    expect(tokens).toContain(`--sb-bar: ${height + 1}px`);
  }
});

test("the system's parts follow the page's choice of colours", () => {
  expect((["auto", "light", "dark"] as const).map(themeSource)).toEqual(["system", "light", "dark"]);
});
