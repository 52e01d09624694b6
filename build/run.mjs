/**
 * @file Every command of package.json comes through here, so that a bare clone
 * with only system Node 20 and npm can run them: what is missing is installed
 * first, then the work goes on under Node 24. Imports nothing from node_modules.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bin, fail, findBrowser, installModules, isModulesStale, node24, root, runInherit } from "./setup.mjs";
import { runAllStages, runStage, stageNames } from "./stages.mjs";
import { build, dev, start } from "./start.mjs";

const [what = "", ...args] = process.argv.slice(2);

// Node keeps what it made of our sources, so that whatever runs next, and all that it runs, begins in half the time.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "out", "cache");

/** The sources run as they are: Node 24 strips the types. */
const script = (path, options) => () => {
  if (!existsSync(join(root, path))) fail(`${path} does not exist.`);
  return runInherit(node24(), [join(root, path), ...args], options);
};
const tool = (name, ...fixed) => runInherit(node24(), [bin(name), ...fixed, ...args]);
const withBrowser = () => {
  const browser = findBrowser();
  return browser ? { env: { ...process.env, CHROMIUM: browser } } : {};
};

const commands = {
  start: () => start(args),
  dev: () => dev(args),
  test: () => runAllStages(),
  build: () => build(),
  fix: () => tool("biome", "check", "--write"),
  dead: () => tool("knip", "--config", "build/knip.json"),
  pack: async () => (await build()) || tool("electron-builder", "--config", "electron-builder.yml"),
  "pack:check": async () => (await build()) || script("build/pack-check.mjs")(),
  bench: async () => (await build({ onlyWhenStale: true })) || script("test/bench/main.ts", withBrowser())(),
  faults: script("test/faults/main.ts"),
  // Paths on the command line are meant from where the user stands, not from the project's root.
  suitbook: () => script("electron/headless/main.ts", { cwd: process.env["INIT_CWD"] ?? root, ...withBrowser() })(),
  ...Object.fromEntries(stageNames.map((name) => [name, () => runStage(name, args)])),
};

const command = Object.hasOwn(commands, what) ? commands[what] : undefined;
if (!command) fail(`Unknown command "${what}". Known: ${Object.keys(commands).join(", ")}.`);
if (isModulesStale()) {
  const installed = await installModules();
  if (!installed) {
    if (what === "test") console.log("\n0 passed, 1 failed");
    fail("npm ci failed; see above.");
  }
}
process.exitCode = await command();
