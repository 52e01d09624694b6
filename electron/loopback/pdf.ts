/**
 * @file Makes PDFs where there is no Electron: in an installed Chromium, Chrome or Edge without a
 * window, one for each document, in a context that keeps everything in memory.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import type { PdfService } from "../printing/pdf-service.ts";
import { privateSwitches } from "./browser.ts";
import { type DevTools, devTools } from "./devtools.ts";

/** A document takes a second or two; a browser that hangs is given up. */
const usualTimeoutMs = 60_000;

export interface BrowserPdfOptions {
  /** The browser's program; undefined where there is none. */
  readonly browser: string | undefined;
  readonly timeoutMs?: number;
}

export function createBrowserPdf({ browser, timeoutMs = usualTimeoutMs }: BrowserPdfOptions): PdfService {
  return {
    async print(html) {
      if (!browser) throw new AppError("pdf-unavailable");
      const profile = await mkdtemp(path.join(tmpdir(), "suitbook-pdf-"));
      try {
        return await printIn(browser, profile, html, timeoutMs);
      } finally {
        await rm(profile, { recursive: true, force: true, maxRetries: 10 });
      }
    },
  };
}

/** Resolves or rejects when the browser is gone. */
async function printIn(browser: string, profile: string, html: string, timeoutMs: number): Promise<Uint8Array> {
  const child = spawn(browser, ["--headless", "--remote-debugging-pipe", ...privateSwitches(profile)], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit").catch(() => undefined);
  const tools = devTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.on("error", tools.end);
  child.on("exit", () => tools.end(new Error("the browser ended")));
  const timer = setTimeout(() => {
    tools.end(new Error("the browser does not answer"));
    child.kill("SIGKILL");
  }, timeoutMs);
  try {
    const pdf = await printPage(tools, html);
    // Asked to, it takes its own temporary files away.
    await tools.send("Browser.close").catch(() => undefined);
    return pdf;
  } catch (cause) {
    const isStarted = child.pid !== undefined;
    child.kill("SIGKILL");
    throw new AppError(isStarted ? "pdf-failed" : "pdf-unavailable", {}, { cause });
  } finally {
    await exited;
    clearTimeout(timer);
  }
}

async function printPage(tools: DevTools, html: string): Promise<Uint8Array> {
  const text = async (name: string, method: string, params?: object, session?: string) =>
    z.string().parse((await tools.send(method, params, session))[name]);
  const browserContextId = await text("browserContextId", "Target.createBrowserContext");
  const targetId = await text("targetId", "Target.createTarget", { url: "about:blank", browserContextId });
  const session = await text("sessionId", "Target.attachToTarget", { targetId, flatten: true });
  const page = (method: string, params?: object) => tools.send(method, params, session);
  await page("Page.enable");
  await page("Emulation.setScriptExecutionDisabled", { value: true });
  // A page has one frame, which has the page's id.
  const loaded = tools.next("Page.loadEventFired", session);
  await page("Page.setDocumentContent", { frameId: targetId, html });
  await loaded;
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  return Buffer.from(await text("data", "Page.printToPDF", options, session), "base64");
}
