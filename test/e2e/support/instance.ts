/**
 * @file Starts one instance of the app on a folder of its own and watches it: in
 * Electron where its runtime is present, else behind the loopback host in a
 * fresh private context of Chromium. Used by the fixture; specs use the fixture.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { _electron, type Browser, type BrowserContext, type ElectronApplication, type Page } from "@playwright/test";
import { electronProgram, root as project } from "../../../build/setup.mjs";

/** Why a spec that can only be seen in the real runtime does not run here; undefined where it does. */
export const noElectron = whyNotElectron();
/** Which shell the run drives. */
export const shell: "electron" | "chromium" = noElectron === undefined ? "electron" : "chromium";

function whyNotElectron(): string | undefined {
  if (electronProgram() === undefined) return "not run: no Electron runtime";
  if (process.platform !== "linux") return undefined;
  if (!process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return "not run: Electron needs a display";
  return process.getuid?.() === 0 ? "not run: Electron's sandbox refuses root" : undefined;
}

export interface Instance {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The running program, in Electron only. */
  readonly electron?: ElectronApplication;
  /** The folder that holds this instance's vaults; deleted after the test. */
  readonly root: string;
  /** `http://127.0.0.1:PORT` or `app://suitbook`. */
  readonly origin: string;
  /** Errors on the page's console, uncaught ones, and failures in the main process nobody foresaw. */
  readonly problems: string[];
  /** Every request the page made, by URL; those the content security policy stopped are not among them. */
  readonly requests: readonly string[];
  /** An address that opens another window on the same instance. Loopback only. */
  newAddress(): Promise<string>;
  /** End the instance as a user would; resolves with the exit code. */
  close(): Promise<number | null>;
}

export interface InstanceOptions {
  /** The browser to open a context in; Electron needs none. */
  readonly browser?: Browser;
  readonly demo?: boolean;
  /** Lock after so many seconds without a touch. Loopback only. */
  readonly idleSeconds?: number | undefined;
  /** A screen that is touched. Loopback only. */
  readonly touch?: boolean | undefined;
  /** Start on a folder of an earlier instance; it is not deleted then. */
  readonly root?: string;
}

export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const folder = await mkdtemp(path.join(tmpdir(), "suitbook-e2e-"));
  const root = options.root ?? path.join(folder, "vaults");
  const args = ["--root", root, ...(options.demo ? ["--demo"] : [])];
  const program = shell === "electron" ? electronProgram() : undefined;
  const started = program ? await startElectron(program, args, folder) : await startLoopback(options, args);
  return {
    ...started,
    root,
    async close() {
      const code = await started.close();
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

type Started = Omit<Instance, "root">;

async function startElectron(executablePath: string, args: string[], folder: string): Promise<Started> {
  const profile = `--user-data-dir=${path.join(folder, "profile")}`;
  const app = await _electron.launch({ executablePath, args: [project, ...args, profile], cwd: project });
  const context = app.context();
  const watched = watch(context, app.process());
  const page = await app.firstWindow();
  return {
    ...watched,
    page,
    context,
    electron: app,
    origin: "app://suitbook",
    newAddress: () => Promise.reject(new Error(noElectron)),
    async close() {
      const exit = exitOf(app.process());
      await app.close();
      return exit;
    },
  };
}

async function startLoopback(
  { browser, idleSeconds, touch = false }: InstanceOptions,
  args: string[],
): Promise<Started> {
  const main = path.join(project, "electron/loopback/main.ts");
  const idle = idleSeconds === undefined ? [] : ["--idle", String(idleSeconds)];
  const host = spawn(process.execPath, [main, ...args, ...idle], { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  const exit = exitOf(host);
  const addresses = createInterface({ input: host.stdout })[Symbol.asyncIterator]();
  if (!browser) throw new Error("the loopback host is looked at with a browser");
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    hasTouch: touch,
  });
  const watched = watch(context, host);
  const newAddress = async () => {
    const line = await addresses.next();
    if (line.done) throw new Error(`the loopback host ended: ${watched.said.join("\n")}`);
    return line.value;
  };
  const page = await context.newPage();
  const address = await newAddress();
  await page.goto(address);
  return {
    ...watched,
    page,
    context,
    origin: new URL(address).origin,
    newAddress,
    async close() {
      await context.close();
      host.kill("SIGTERM");
      return exit;
    },
  };
}

/** Listeners are hung up before the first page loads: only then is nothing missed. */
function watch(context: BrowserContext, main: ChildProcess) {
  const problems: string[] = [];
  /** Whatever the main process said on its error stream. */
  const said: string[] = [];
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("requestfailed", (request) => {
    const stopped = request.failure()?.errorText === "csp" ? requests.lastIndexOf(request.url()) : -1;
    if (stopped >= 0) requests.splice(stopped, 1);
  });
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`page: ${error.error().stack ?? error.error().message}`));
  if (main.stderr) {
    createInterface({ input: main.stderr }).on("line", (line) => {
      said.push(line);
      // What a handler refused on purpose is an AppError; anything else is a fault of ours. See log-text.ts.
      if (/^[\w /-]+: (?!AppError )\w*Error\b/.test(line)) problems.push(`main process: ${line}`);
    });
  }
  return { problems, requests, said };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}
