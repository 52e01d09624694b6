/**
 * @file Chromium, the loopback host, and a page of our own in them: the production bundle
 * of renderer/data with the benches' own entry (page/view.tsx).
 */
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { findBrowser, root as project } from "../../build/setup.mjs";
import { type Instance, startInstance } from "../e2e/support/instance.ts";
import type { BenchPage } from "./page/view.tsx";
import type { BenchVault } from "./vaults.ts";

let launched: Promise<Browser> | undefined;

/** The one browser of this run. @throws Error where none is installed */
export function browser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return Promise.reject(new Error("no Chromium, Chrome or Edge on this machine"));
  const args = ["--lang=zh-CN", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  launched ??= chromium.launch({ executablePath, args });
  return launched;
}

export async function browserVersion(): Promise<string | undefined> {
  return (await launched)?.version();
}

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
}

/** The app on a vault, at its lock screen. */
export async function startApp(vault: BenchVault): Promise<Instance> {
  return startInstance({ browser: await browser(), root: vault.root });
}

declare global {
  interface Window {
    readonly bench: BenchPage;
  }
}

let bundled: Promise<string> | undefined;

/** A page of the app's origin with `window.bench` instead of the app. */
export async function openBenchPage({ context, origin, newAddress }: Instance): Promise<Page> {
  bundled ??= bundle("test/bench/page/view.tsx");
  const script = await bundled;
  const page = await openBlank({ context, newAddress });
  const address = `${origin}/bench/`;
  await page.route(`${address}**`, (route) =>
    route.request().url() === address
      ? route.fulfill({
          contentType: "text/html",
          body: `<!doctype html><main id="root"></main><script type="module" src="/bench/view.js"></script>`,
        })
      : route.fulfill({ contentType: "text/javascript", body: script }),
  );
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  // Interception costs every request a round trip through this process.
  await page.unrouteAll();
  return page;
}

/** A page of the app's origin with nothing in it, for baselines. */
export async function openBlank({ context, newAddress }: Pick<Instance, "context" | "newAddress">): Promise<Page> {
  const page = await context.newPage();
  await page.route("**/*.js", (route) => route.abort());
  await page.goto(await newAddress());
  await page.unrouteAll();
  return page;
}

/** One minified script of an entry and all it imports. */
export async function bundle(entry: string): Promise<string> {
  const output = await build({
    root: project,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "chrome140",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const built = Array.isArray(output) ? output[0] : output;
  const [script] = built !== undefined && "output" in built ? built.output : [];
  if (script?.type !== "chunk") throw new Error(`${entry} did not become a script`);
  return script.code;
}
