import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { passphraseFrom, type Terminal } from "../../../electron/headless/secret.ts";

/** A terminal on which somebody types, one line for each prompt. */
function terminal(...lines: readonly (string | Buffer)[]) {
  const events = new EventEmitter();
  const waiting = [...lines];
  let written = "";
  let isRaw = false;
  const input = {
    isTTY: true as const,
    setRawMode(on: boolean) {
      isRaw = on;
      return input;
    },
    resume() {
      const line = waiting.shift() ?? "";
      // Byte by byte, as keys come.
      for (const byte of Buffer.from(line as string)) events.emit("data", Buffer.of(byte));
      return input;
    },
    pause: () => input,
    on: (name: string, take: (chunk: Buffer) => void) => events.on(name, take),
    off: (name: string, take: (chunk: Buffer) => void) => events.off(name, take),
  };
  const write = (prompt: string) => {
    written += prompt;
  };
  return { terminal: { input, write } as unknown as Terminal, written: () => written, isRaw: () => isRaw };
}

describe("the passphrase", () => {
  it("comes from the environment without a question", async () => {
    const { terminal: screen, written } = terminal();
    expect(await passphraseFrom("given", true, screen, "en")).toBe("given");
    expect(written()).toBe("");
  });

  it("is asked for on a terminal that does not show it", async () => {
    const { terminal: screen, written, isRaw } = terminal("口令 with spaces\u007f\u007f\bX\r");
    expect(await passphraseFrom(undefined, false, screen, "zh-CN")).toBe("口令 with spaX");
    expect([written(), isRaw()]).toEqual(["口令：\n", false]);
  });

  it("for a new vault is asked twice and must be the same", async () => {
    expect(await passphraseFrom("", true, terminal("one\r", "one\n").terminal, "en")).toBe("one");
    await expect(passphraseFrom(undefined, true, terminal("one\r", "two\r").terminal, "en")).rejects.toMatchObject({
      code: "passphrase-differs",
    });
  });

  it("left with Ctrl-C, or without a terminal, is missing", async () => {
    const { terminal: left, isRaw } = terminal("abc\u0003");
    await expect(passphraseFrom(undefined, false, left, "en")).rejects.toMatchObject({ code: "passphrase-missing" });
    expect(isRaw()).toBe(false);
    const pipe = { input: { isTTY: false }, write: () => undefined } as unknown as Terminal;
    await expect(passphraseFrom(undefined, false, pipe, "en")).rejects.toMatchObject({ code: "passphrase-missing" });
  });
});
