/** @file Backups and salvage on the command line. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runJson, tempFolder } from "./fixture.ts";

/** A vault, a folder with one backup of it, and that backup restored beside. */
async function backedUp() {
  const folder = tempFolder();
  const [vault, stick, again] = [folder.at("vault"), folder.at("stick"), folder.at("again")];
  await runJson("vault", "init", vault, "--label", "b");
  expect((await runJson("backup", "run", vault, stick)).json["error"]).toBe("folder-absent");
  mkdirSync(stick);
  const made = await runJson("backup", "run", vault, stick);
  const restored = await runJson("backup", "restore", stick, "--to", again);
  return { folder, stick, again, made, restored };
}

function flipIn(dir: string, fromEnd: number): void {
  const [first = ""] = readdirSync(dir)
    .filter((name) => name.startsWith("seg-"))
    .sort();
  const bytes = readFileSync(path.join(dir, first));
  bytes[bytes.length - fromEnd] = (bytes[bytes.length - fromEnd] ?? 0) ^ 1;
  writeFileSync(path.join(dir, first), bytes);
}

test("a backup is made, listed, tested and restored", async () => {
  const { stick, again, made, restored } = await backedUp();
  expect(made).toMatchObject({ exit: 0, json: { clients: 0, operations: 2 } });
  const listed = await runJson("backup", "list", stick);
  expect(listed.json["vaults"]).toMatchObject([{ label: "b", backups: [made.json["at"]] }]);
  expect(await runJson("backup", "test", stick)).toMatchObject({ exit: 0, json: { sound: true } });
  expect(restored).toMatchObject({ exit: 0, json: { state: "clean", operations: 3 } });
  expect((await runJson("vault", "check", again)).json["sound"]).toBe(true);
  expect((await runJson("backup", "restore", stick, "--to", again)).json["error"]).toBe("vault-exists");
  flipIn(path.join(stick, readdirSync(stick)[0] ?? "", "store"), 5);
  expect((await runJson("backup", "test", stick)).json["sound"]).toBe(false);
});

test("a damaged vault is salvaged, and what is missing is said", async () => {
  const { folder, again } = await backedUp();
  flipIn(again, 5);
  const to = folder.at("salvaged");
  const salvaged = await runJson("vault", "salvage", again, "--to", to);
  expect(salvaged).toMatchObject({ json: { saves: 1, missing: [{ from: 1, to: 1 }] } });
  expect((await runJson("vault", "check", to)).json["sound"]).toBe(true);
});
