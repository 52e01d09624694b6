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

test("of everything Electron can be asked for, the page gets the Copy buttons and full screen", () => {
  expect(allPermissions().length).toBeGreaterThan(40);
  expect(allPermissions().filter((name) => isPermitted(name, startUrl))).toEqual([
    "clipboard-sanitized-write",
    "fullscreen",
  ]);
});

test("nobody but our own page gets anything", () => {
  const askers = ["https://example.com/", "app://other/", "file:///x", "null", ""];
  expect(askers.filter((asker) => allPermissions().some((name) => isPermitted(name, asker)))).toEqual([]);
});
