/**
 * @file Building and opening the app: in Electron when its runtime is here or
 * can be fetched, else from the loopback host in a browser, and it says which.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { bin, electronProgram, fail, findBrowser, node24, root, runInherit } from "./setup.mjs";

const sources = ["electron", "renderer", "shared", "build/vite.config.ts", "package-lock.json"];
const outputs = ["out/renderer/index.html", "out/main/main.js", "out/preload/preload.cjs"];
const vite = (...args) => [bin("vite"), ...args, "--config", "build/vite.config.ts"];

/** Resolves with the build's exit code; 0 when there was nothing to do. */
export async function build({ onlyWhenStale = false } = {}) {
  if (onlyWhenStale && !isBuildStale()) return 0;
  return runInherit(node24(), vite("build", "--app", "--logLevel", "warn"));
}

function isBuildStale() {
  const built = outputs.map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return true;
  const oldestOutput = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.some((name) => newestIn(join(root, name)) > oldestOutput);
}
function newestIn(path) {
  const stat = statSync(path);
  // A folder's own time tells of a removed file.
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export async function start(args) {
  const code = await build({ onlyWhenStale: true });
  return code || open(args);
}

async function open(args) {
  const obstacle = whyNotElectron() ?? (await fetchElectron());
  if (!obstacle) return runInherit(electronProgram(), [root, ...args]);
  console.log(`${obstacle}; opening the same app from the loopback host instead.`);
  const browser = findBrowser();
  const host = join(root, "electron", "loopback", "main.ts");
  if (!existsSync(host)) fail("electron/loopback/main.ts does not exist.");
  return runInherit(node24(), [host, "--open", ...args], {
    env: { ...process.env, ...(browser ? { CHROMIUM: browser } : {}) },
  });
}

/** Why Electron cannot show a window here even with its runtime; undefined when it can. */
function whyNotElectron() {
  if (process.platform !== "linux") return undefined;
  if (!process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return "Electron needs a display and there is none";
  if (process.getuid?.() === 0) return "Electron's sandbox refuses to run as root";
  return undefined;
}

/** Fetch the runtime when it is not here. Resolves with what stood in the way; undefined when it is here. */
async function fetchElectron() {
  if (electronProgram()) return undefined;
  console.log("Fetching the Electron runtime (ELECTRON_MIRROR names a nearer source) ...");
  const installer = join(root, "node_modules", "electron", "install.js");
  await runInherit(node24(), [installer], { stdio: "ignore", timeout: 300_000 });
  return electronProgram() ? undefined : "The Electron runtime could not be fetched";
}

/** The app with hot reload, from the loopback host: Electron's window would show the same page. */
export function dev(args) {
  return runInherit(node24(), [join(root, "build", "dev.mjs"), ...args]);
}
