import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startUrl } from "../../../electron/shell/address.ts";
import { isPermitted } from "../../../electron/shell/permissions.ts";

/** Every permission this Electron knows, read from its own types, so that a new one cannot slip in unseen. */
function allPermissions(): string[] {
  const types = readFileSync("node_modules/electron/electron.d.ts", "utf8");
  const names = /setPermissionCheckHandler\(handler.*?permission: ([^,]+),/.exec(types)?.[1] ?? "";
  return [...names.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? "");
}

const page = { url: startUrl, isMainFrame: true };

test("of everything Electron can be asked for, the page gets the Copy buttons, full screen and the microphone", () => {
  expect(allPermissions().length).toBeGreaterThan(40);
  expect(allPermissions().filter((name) => isPermitted(name, { ...page, media: ["audio"] }))).toEqual([
    "clipboard-sanitized-write",
    "fullscreen",
    "media",
  ]);
});

test("of sound and picture it gets sound alone", () => {
  const asked = [["audio"], ["video"], ["audio", "video"], ["unknown"], []];
  expect(asked.filter((media) => isPermitted("media", { ...page, media }))).toEqual([["audio"]]);
  expect(isPermitted("media", page)).toBe(false);
});

test("nobody but our own page gets anything, nor a frame inside it", () => {
  const askers = [
    ...["https://example.com/", "app://other/", "file:///x", "null", ""].map((url) => ({ url, isMainFrame: true })),
    { url: startUrl, isMainFrame: false },
    { url: `${startUrl}pdf.html`, isMainFrame: false },
  ];
  const gets = (asker: (typeof askers)[number]) =>
    allPermissions().some((name) => isPermitted(name, { ...asker, media: ["audio"] }));
  expect(askers.filter(gets)).toEqual([]);
});
