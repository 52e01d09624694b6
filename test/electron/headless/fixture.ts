/** @file The command line as a function over a temporary folder, with keys that are quick to derive. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { type Output, runCommand } from "../../../electron/headless/command.ts";
import type { Context } from "../../../electron/headless/context.ts";

export const passphrase = "a long enough passphrase";
export const newPassphrase = "five other words for it";
const nowMs = Date.parse("2026-11-23T02:00:00.000Z");
const timers = { setTimeout: () => undefined, clearTimeout: () => undefined };

export function tempFolder() {
  const dir = mkdtempSync(path.join(tmpdir(), "suitbook-cli-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return {
    at: (name: string) => path.join(dir, name),
    write(name: string, content: string | Uint8Array) {
      const file = path.join(dir, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

function context(changes: Partial<Context> = {}): Context {
  return {
    language: "en",
    clock: { now: () => nowMs, timers },
    passphrase: async () => passphrase,
    newPassphrase: async () => newPassphrase,
    progress: () => undefined,
    vault: { kdfFloor: 16 },
    ...changes,
  };
}

export function run(words: readonly string[], changes?: Partial<Context>): Promise<Output> {
  return runCommand(words, context(changes));
}

/** The one object that `--json` prints. */
export async function runJson(...words: string[]): Promise<{ exit: number; json: Record<string, unknown> }> {
  const { exit, stdout, stderr } = await run([...words, "--json"]);
  if (stderr !== "") throw new Error(stderr);
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`not one object: ${stdout}`);
  return { exit, json: JSON.parse(stdout) as Record<string, unknown> };
}
