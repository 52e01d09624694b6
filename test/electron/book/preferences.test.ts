import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPreferences, savePreferences } from "../../../electron/book/preferences.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "suitbook-preferences-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test("before anything was chosen the app speaks simplified Chinese and follows the system's colours", async () => {
  expect(await readPreferences(path.join(root, "not-there"))).toEqual({ language: "zh-CN", colorScheme: "auto" });
});

test("what was chosen is there at the next start, in one file only its owner can read", async () => {
  const nested = path.join(root, "deep", "down");
  await savePreferences(nested, { language: "zh-TW", colorScheme: "dark" });
  await savePreferences(nested, { language: "en", colorScheme: "light" });
  expect(await readPreferences(nested)).toEqual({ language: "en", colorScheme: "light" });
  expect(await readdir(nested)).toEqual(["preferences.json"]);
  if (process.platform !== "win32") {
    expect((await stat(path.join(nested, "preferences.json"))).mode & 0o077).toBe(0);
  }
});

test.each(["", "{", "[]", '{"language":"fr","colorScheme":"dark"}'])(
  "a file that reads %j gives the defaults and stays as it is",
  async (text) => {
    await writeFile(path.join(root, "preferences.json"), text);
    expect((await readPreferences(root)).language).toBe("zh-CN");
    expect(await readFile(path.join(root, "preferences.json"), "utf8")).toBe(text);
  },
);
