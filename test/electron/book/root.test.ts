import { expect, test } from "vitest";
import { defaultRoot } from "../../../electron/book/root.ts";

test("vaults lie in the user's own data folder, on Windows in the one that does not roam", () => {
  const env = { LOCALAPPDATA: "C:\\Users\\ana\\AppData\\Local", APPDATA: "C:\\Users\\ana\\AppData\\Roaming" };
  expect(defaultRoot({ platform: "win32", env, home: "C:\\Users\\ana" })).toBe(
    "C:\\Users\\ana\\AppData\\Local\\Suitbook",
  );
  expect(defaultRoot({ platform: "win32", env: {}, home: "C:\\Users\\ana" })).toBe(
    "C:\\Users\\ana\\AppData\\Local\\Suitbook",
  );
  expect(defaultRoot({ platform: "darwin", env: {}, home: "/Users/ana" })).toBe(
    "/Users/ana/Library/Application Support/Suitbook",
  );
  expect(defaultRoot({ platform: "linux", env: {}, home: "/home/ana" })).toBe("/home/ana/.local/share/suitbook");
  expect(defaultRoot({ platform: "linux", env: { XDG_DATA_HOME: "/data" }, home: "/home/ana" })).toBe("/data/suitbook");
});
