/**
 * @file Packages the app around a stand-in for the Electron runtime and reads
 * the result: which files are inside, which fuses are set. Checks our settings,
 * not Electron; needs no download. The build must be fresh (`npm run pack:check`).
 */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { fuses } from "./fuses.mjs";
import { judgePackedFiles } from "./packed-files.mjs";
import { bin, root, runInherit } from "./setup.mjs";

const work = mkdtempSync(join(tmpdir(), "pack-check-"));
try {
  const unpacked = await packAround(standInRuntime(join(work, "runtime")), join(work, "dist"));
  const files = checkFiles(join(unpacked, "resources", "app.asar"));
  await checkFuses(join(unpacked, "suitbook"));
  checkPreload();
  console.log(`Packaged ${files} files; fuses and preload as intended.`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The files electron-builder looks for, and the fuse wire it rewrites: sentinel, version 1, nine fuses. */
function standInRuntime(folder) {
  mkdirSync(join(folder, "locales"), { recursive: true });
  mkdirSync(join(folder, "resources"));
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", "electron", "package.json"), "utf8"));
  const wire = Buffer.concat([
    Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
    Buffer.from([1, 9]),
    Buffer.from("101100011"),
  ]);
  writeFileSync(join(folder, "electron"), wire);
  chmodSync(join(folder, "electron"), 0o755);
  writeFileSync(join(folder, "version"), version);
  for (const name of ["LICENSE", "LICENSES.chromium.html", "chrome-sandbox"]) writeFileSync(join(folder, name), "");
  for (const name of ["en-US", "fr", "zh-CN", "zh-TW"]) writeFileSync(join(folder, "locales", `${name}.pak`), "");
  return folder;
}

async function packAround(runtime, output) {
  const settings = [`-c.electronDist=${runtime}`, `-c.directories.output=${output}`];
  const args = [bin("electron-builder"), "--linux", "dir", "--publish", "never", ...settings];
  assert.equal(await runInherit(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] }), 0);
  return join(output, "linux-unpacked");
}

function checkFiles(archive) {
  const files = listPackage(archive).map((file) => file.replaceAll("\\", "/").slice(1));
  assert.deepEqual(judgePackedFiles(files), { strange: [], missing: [] });
  return files.length;
}

async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const names = Object.values(FuseV1Options).filter((value) => typeof value === "number");
  assert.equal(names.length, 9);
  for (const fuse of names) {
    assert.equal(wire[fuse], fuses[fuse] ? FuseState.ENABLE : FuseState.DISABLE, FuseV1Options[fuse]);
  }
}

/** A sandboxed preload may require only electron; zod bundled into it would be half a megabyte at every window. */
function checkPreload() {
  const text = readFileSync(join(root, "out", "preload", "preload.cjs"), "utf8");
  const required = [...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(required)], ["electron"]);
  assert.ok(!builtinModules.some((name) => required.includes(name)));
  assert.ok(text.length < 50_000, `the preload has ${text.length} characters; is zod in it?`);
}
