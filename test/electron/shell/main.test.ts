import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

// A program of its own on a busy machine takes its time to start.
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "suitbook-main-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Run main.ts with a stand-in for Electron that writes down what is asked of it. */
async function start(env: Record<string, string> = {}): Promise<string[]> {
  const hook = path.resolve("test/electron/shell/stub/hook.ts");
  const args = ["--import", hook, path.resolve("electron/main.ts"), "--root", root, "--lang=zh-CN"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  return stdout.trim().split("\n");
}

describe("start-up", () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await start();
  });
  const at = (what: string) => lines.findIndex((line) => line.startsWith(what));

  test("does before ready what Electron takes before ready only, and never waits for it", () => {
    expect(lines.slice(0, at("ready") + 1)).toEqual([
      "sandbox",
      "schemes",
      "app on session-created",
      "app on web-contents-created",
      "app on second-instance",
      "ready",
    ]);
  });

  test("has every fence up, every channel answered and the page served before there is a window", () => {
    const fences = [
      "permissions suitbook",
      "serves app for suitbook",
      "channels",
      "power on suspend",
      "app on before-quit",
    ];
    for (const fence of fences) {
      expect([fence, at(fence) > at("ready") && at(fence) < at("window")]).toEqual([fence, true]);
    }
  });

  test("opens one sandboxed window, its session in memory, on our own page, which can ask", () => {
    expect(lines.filter((line) => line.startsWith("window"))).toEqual(["window in memory true"]);
    const loads = lines[at("loads")] ?? "";
    expect(loads).toMatch(/^loads app:\/\/suitbook\/ (200|503) /);
    expect(loads).toContain('"shell":"electron"');
    expect(loads).toContain('"vaults":[]');
  });
});

test("a second start ends at once, without touching anything", async () => {
  expect(await start({ SECOND_START: "1" })).toEqual(["quit"]);
});
