/** @file Where the passphrase comes from: the environment, or a terminal that does not show it. Never an argument: those are in every process list. */
import type { ReadStream } from "node:tty";
import type { Language } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { CommandError } from "./exit.ts";
import { text } from "./text.ts";

export interface Terminal {
  readonly input: Pick<ReadStream, "isTTY" | "setRawMode" | "resume" | "pause" | "on" | "off">;
  /** Prompts go here, so that the standard output stays clean. */
  readonly write: (prompt: string) => void;
}

/**
 * @throws CommandError `passphrase-missing` where there is neither, and when the prompt was
 *   left with Ctrl-C; `passphrase-differs` when a new one was not typed the same twice
 */
export async function passphraseFrom(
  given: string | undefined,
  isNew: boolean,
  terminal: Terminal,
  language: Language,
): Promise<string> {
  if (given !== undefined && given !== "") return given;
  if (!terminal.input.isTTY) throw new CommandError("passphrase-missing");
  const first = await ask(terminal, say(text.enterPassphrase, language));
  if (isNew && (await ask(terminal, say(text.repeatPassphrase, language))) !== first) {
    throw new CommandError("passphrase-differs");
  }
  return first;
}

/** One line, without echo. */
function ask({ input, write }: Terminal, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // A character may arrive in pieces.
    const decoder = new TextDecoder();
    let line = "";
    const finish = (settle: () => void) => {
      input.off("data", take);
      input.setRawMode(false);
      input.pause();
      write("\n");
      settle();
    };
    const take = (chunk: Buffer) => {
      for (const character of decoder.decode(chunk, { stream: true })) {
        if (character === "\r" || character === "\n") return finish(() => resolve(line));
        if (character === "\u0003" || character === "\u0004") {
          return finish(() => reject(new CommandError("passphrase-missing")));
        }
        if (character === "\u007f" || character === "\b") line = Array.from(line).slice(0, -1).join("");
        else line += character;
      }
    };
    // Silent before the prompt shows: whoever types ahead is not shown either.
    input.setRawMode(true);
    input.on("data", take);
    write(prompt);
    input.resume();
  });
}
