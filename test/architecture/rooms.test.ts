import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readRooms, roomNames } from "./module-graph.ts";
import { breaches, rules } from "./room-rules.ts";

const modules = readRooms(".");
const counts = roomNames.map((room) => [room, modules.filter((module) => module.room === room).length] as const);

test(`the rooms are in order (looked at ${counts.map(([room, n]) => `${room}: ${n}`).join(", ")} modules)`, () => {
  for (const [room, count] of counts) if (existsSync(room)) expect(count, room).toBeGreaterThan(0);
  expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(0);
  expect(breaches(modules)).toEqual([]);
});

/** One planted breach per row: the rule's words, then the files. */
const planted: readonly (readonly [says: string, files: Record<string, string>])[] = [
  ["leads to a file", { "shared/a.ts": 'import "./gone.ts";' }],
  ["nothing else", { "shared/a.ts": 'import "../electron/b.ts";', "electron/b.ts": "" }],
  ["nothing else", { "electron/a.ts": 'import "../renderer/b.ts";', "renderer/b.ts": "" }],
  ["nothing else", { "renderer/a.ts": 'export * from "../electron/b.ts";', "electron/b.ts": "" }],
  ["nothing else", { "renderer/a.ts": 'import type { B } from "../electron/b.ts";', "electron/b.ts": "" }],
  ["nothing else", { "renderer/a.ts": 'type B = import("../electron/b.ts").B;', "electron/b.ts": "" }],
  ["nothing else", { "renderer/a.ts": 'void import("../electron/b.ts");', "electron/b.ts": "" }],
  ["nothing else", { "electron/a.ts": 'import "../test/b.ts";', "test/b.ts": "" }],
  ["needs only zod", { "shared/a.ts": 'import "dexie";' }],
  ["needs only zod", { "shared/a.ts": 'import "node:fs/promises";' }],
  ["no clock", { "shared/a.ts": "export const now = Date.now();" }],
  ["no clock", { "shared/a.ts": "export const now = () => new Date();" }],
  ["no clock", { "shared/a.ts": "export const luck = Math.random();" }],
  ["neither Node nor Electron", { "renderer/a.ts": 'import "node:fs";' }],
  ["neither Node nor Electron", { "renderer/a.ts": 'import "fs/promises";' }],
  ["neither Node nor Electron", { "renderer/a.ts": 'import "electron/renderer";' }],
  ["only electron/shell/", { "electron/vault/a.ts": 'import { app } from "electron/main";' }],
  ["imports cryptography", { "electron/vault/a.ts": 'import "node:crypto";' }],
  ["imports cryptography", { "electron/vault/a.ts": 'require("crypto");' }],
  ["imports cryptography", { "electron/sync/a.ts": 'import "age-encryption";' }],
  ["computes with keys", { "electron/sync/a.ts": "crypto.subtle.digest;" }],
  ["weak randomness", { "electron/sync/a.ts": "Math.random();" }],
  ["imports dexie", { "renderer/screens/a/A.tsx": 'import Dexie from "dexie";' }],
  ["imports dexie", { "renderer/app/a.ts": 'import "dexie-react-hooks";' }],
  ["pdf.js runs in its frame only", { "renderer/data/a.ts": 'import "pdfjs-dist/legacy/build/pdf.mjs";' }],
  ["window.suitbook", { "renderer/app/a.ts": "window.suitbook;" }],
  ["window.suitbook", { "renderer/app/a.ts": 'window["suitbook"];' }],
  ["window.suitbook", { "renderer/app/a.ts": "const { suitbook } = window;" }],
  ["another screen", { "renderer/screens/a/A.tsx": 'import "../b/B.tsx";', "renderer/screens/b/B.tsx": "" }],
  ["matched by a pattern", { "renderer/a.ts": 'import.meta.glob("./screens/**");' }],
  ["leaves it out", { "electron/main.ts": 'import "./loopback/main.ts";', "electron/loopback/main.ts": "" }],
  [
    "leaves it out",
    {
      "electron/main.ts": 'import "./sync/a.ts";',
      "electron/sync/a.ts": 'import "../headless/b.ts";',
      "electron/headless/b.ts": "",
    },
  ],
  ["no cycles", { "shared/a.ts": 'import "./b.ts";', "shared/b.ts": 'import "./a.ts";' }],
  ["no cycles", { "shared/a.ts": 'import "./a.ts";' }],
  ["builds at run time", { "electron/a.ts": "export const load = (name: string) => import(name);" }],
  ["does not parse", { "shared/a.ts": "export const = 1;" }],
];

const allowed: Record<string, string> = {
  "shared/rules/a.ts": 'import { z } from "zod"; import "../packs/p.json"; export const day = new Date(0);',
  "shared/packs/p.json": "{}",
  "electron/main.ts": 'import { app } from "electron"; import "./shell/w.ts"; import "../shared/rules/a.ts";',
  "electron/shell/w.ts": 'import "electron/main"; import "node:path";',
  "electron/crypto/k.ts": 'import "node:crypto"; import "age-encryption"; crypto.randomUUID();',
  "electron/loopback/main.ts": 'import "../crypto/k.ts"; import "node:http";',
  "renderer/bridge.ts": 'window.suitbook; export const name = "suitbook";',
  "renderer/data/db.ts": 'import Dexie from "dexie"; import "dexie-react-hooks"; new Dexie("suitbook");',
  "renderer/screens/a/A.tsx": 'import "./part.ts"; import "../../bridge.ts"; import "./a.css"; import "react";',
  "renderer/screens/a/part.ts": 'const lazy = () => import("../../data/db.ts");',
  "renderer/screens/a/a.css": "",
};

describe("the rules on planted trees", () => {
  let tree = "";
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  function plant(files: Record<string, string>): string[] {
    tree = mkdtempSync(path.join(tmpdir(), "rooms-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(tree, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(tree, name), text);
    }
    return breaches(readRooms(tree));
  }

  test.each(planted)("breach of '%s' is reported: %j", (says, files) => {
    expect(plant(files)).toContainEqual(expect.stringContaining(says));
  });

  test("a tree in order is not reported", () => {
    expect(plant(allowed)).toEqual([]);
  });

  test("every rule has a planted breach", () => {
    const unplanted = rules.filter((rule) => !planted.some(([says]) => rule.name.includes(says)));
    expect(unplanted.map((rule) => rule.name)).toEqual([]);
  });
});
