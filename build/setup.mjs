/**
 * @file What the commands stand on: installed packages, Node 24, a browser,
 * and the system tools the tests compare with. Runs on Node 20, no dependencies.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Run a command with this terminal's input and output; resolves with its exit code. */
export function runInherit(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, pass);
    // Ctrl-C reaches the child by itself; this process only has to wait for it.
    const wait = () => {};
    process.on("SIGINT", wait);
    const done = (code) => {
      for (const signal of ["SIGTERM", "SIGHUP"]) process.off(signal, pass);
      process.off("SIGINT", wait);
      resolve(code);
    };
    child.on("error", (e) => {
      if (e.name !== "AbortError") console.error(e.message);
      done(1);
    });
    child.on("exit", (code) => done(code ?? 1));
  });
}

/** The JavaScript file behind an installed command: started with Node itself it needs no shell on any system. */
export function bin(name) {
  const folder = join(root, "node_modules", packageOf[name] ?? name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof manifest.bin === "string" ? manifest.bin : manifest.bin[name]);
}
const packageOf = { biome: "@biomejs/biome", tsc: "typescript", playwright: "@playwright/test" };

/** True when what is installed is not what the lock file says. Compares contents: a clone or a copy scrambles the times. */
export function isModulesStale() {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return true;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).some(([place, entry]) => {
    if (place === "") return false;
    const there = installed[place];
    if (!there) return !entry.optional && !entry.devOptional;
    if (!existsSync(join(root, place))) return true;
    return there.version !== entry.version || there.integrity !== entry.integrity;
  });
}

/** Resolves with true when `npm ci` succeeded. */
export async function installModules() {
  console.error("Installing packages (npm ci) ...");
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  // npm's own output goes to the error stream: a command's answer on the output stream stays clean.
  const stdio = ["ignore", 2, 2];
  const code = npm?.endsWith(".js")
    ? await runInherit(process.execPath, [npm, ...args], { stdio })
    : await runInherit("npm", args, { stdio, shell: process.platform === "win32" });
  return code === 0;
}

let foundNode;
/** A Node 24 or newer: the one among the packages (Linux), else the one that runs this. */
export function node24() {
  foundNode ??= lookForNode24();
  return foundNode;
}
function lookForNode24() {
  const packaged = join(root, "node_modules", ".bin", "node");
  if (process.platform === "linux" && existsSync(packaged) && majorOf(packaged) >= 24) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return fail(
    `Suitbook needs Node 24 or newer here; this is ${process.version}. Install it from nodejs.org and try again.`,
  );
}
const majorOf = (node) =>
  Number.parseInt(spawnSync(node, ["-p", "process.versions.node"]).stdout?.toString() ?? "", 10);

/** An installed Chromium, Chrome or Edge; undefined when there is none. */
export function findBrowser() {
  const given = process.env["CHROMIUM"];
  if (given) return existsSync(given) ? given : fail(`CHROMIUM names ${given}, which does not exist.`);
  return browserPlaces().find((place) => existsSync(place));
}
function browserPlaces() {
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", join(process.env["HOME"] ?? "", "Applications")];
    return folders.flatMap((folder) => apps.map((app) => join(folder, `${app}.app`, "Contents", "MacOS", app)));
  }
  if (process.platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"];
    programs.push("Microsoft\\Edge\\Application\\msedge.exe");
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  names.push("microsoft-edge", "microsoft-edge-stable");
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The Electron program, when its runtime has been fetched. Never `require("electron")`: that starts a download. */
export function electronProgram() {
  const folder = join(root, "node_modules", "electron");
  const nameFile = join(folder, "path.txt");
  if (!existsSync(nameFile)) return undefined;
  const dist = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(folder, "dist");
  const program = join(dist, readFileSync(nameFile, "utf8").trim());
  return existsSync(program) ? program : undefined;
}

/** The browser of the end-to-end tests, by path; undefined when there is none. */
export async function testBrowser() {
  return findBrowser() ?? (await playwrightBrowser());
}

/**
 * Before the tests: a browser, CJK fonts, and the tools whose answers ours are compared
 * with. Best effort: a test that misses its tool says so by name.
 */
export async function installTestTools() {
  if (!isDebianRoot()) return;
  const wanted = ["age", "openssh-client", "poppler-utils", "fonts-noto-cjk", ...(findBrowser() ? [] : ["chromium"])];
  const missing = wanted.filter((name) => spawnSync("dpkg", ["-s", name]).status !== 0);
  if (missing.length === 0) return;
  console.error(`Installing ${missing.join(", ")} (apt-get) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, stdio: ["ignore", "ignore", 2], timeout: 600_000 };
  await runInherit("apt-get", ["update", "-q"], options);
  const install = (names) =>
    runInherit("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...names], options);
  if ((await install(missing)) === 0) return;
  for (const name of missing) await install([name]);
}
function isDebianRoot() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function playwrightBrowser() {
  const downloaded = playwrightBrowserPath();
  if (existsSync(downloaded)) return downloaded;
  console.error("No Chromium, Chrome or Edge found; fetching Playwright's ...");
  const args = [bin("playwright"), "install", "chromium"];
  await runInherit(node24(), args, { stdio: ["ignore", 2, 2], timeout: 600_000 });
  return existsSync(downloaded) ? downloaded : undefined;
}
function playwrightBrowserPath() {
  const ask = 'import("@playwright/test").then((p) => process.stdout.write(p.chromium.executablePath()))';
  return spawnSync(node24(), ["-e", ask], { cwd: root }).stdout.toString();
}
