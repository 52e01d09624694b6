/**
 * @file What a verb of the command line gets and gives. Verbs neither print nor end the
 * program, so that they can be tested as functions.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Language, Localized } from "../../shared/model/primitives.ts";
import type { systemClock } from "../book/clock.ts";
import type { PdfService } from "../printing/pdf-service.ts";
import type { VaultDeps } from "../vault/vault.ts";
import { CommandError, type Exit } from "./exit.ts";

export interface Context {
  readonly language: Language;
  readonly clock: Pick<typeof systemClock, "now" | "timers">;
  /** Ask for the passphrase of a vault that is there, or, twice, for a new one. @throws CommandError `passphrase-missing` */
  readonly passphrase: (isNew: boolean) => Promise<string>;
  /** Ask, twice, for the passphrase that is to replace another. @throws as `passphrase` */
  readonly newPassphrase: () => Promise<string>;
  /** One passing line on the terminal; nowhere when nobody watches. */
  readonly progress: (line: string) => void;
  /** Makes PDFs; absent where nothing here does. */
  readonly pdf?: PdfService;
  /** See VaultDeps: tests only. */
  readonly vault?: Pick<VaultDeps, "kdfFloor">;
}

/** What a verb found: for programs, and for people. */
export interface Report {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  /** `ok` when not said. */
  readonly exit?: Exit;
}

export interface Arguments {
  /** What stands after the verb, in its order. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export interface Verb {
  /** The words that call it: `vault init`. */
  readonly words: string;
  /** Operands and options, as `--help` shows them. */
  readonly usage: string;
  readonly about: Localized;
  /** What its own `--help` says besides. */
  readonly details?: (language: Language) => readonly string[];
  /** Names of the operands, all required. */
  readonly operands: readonly string[];
  /** As parseArgs takes them; `--json` and `--help` are added. */
  readonly options: Readonly<Record<string, { type: "string" | "boolean"; multiple?: boolean }>>;
  /** Option names that must be there. */
  readonly required?: readonly string[];
  readonly run: (args: Arguments, context: Context) => Promise<Report>;
}

/** An option that must be there; the command line was checked for it. */
export function requiredOption({ options }: Arguments, name: string): string {
  const value = options[name];
  if (typeof value !== "string") throw new CommandError("usage", { option: name });
  return value;
}

export function optionalText({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function operand({ operands }: Arguments, index: number): string {
  const value = operands[index];
  if (value === undefined) throw new CommandError("usage", {});
  return value;
}

/** Larger than any map, key file or answer sheet; and an end to what has none. */
const mostTextBytes = 256 * 2 ** 20;

/** A text in UTF-8, from a file or a pipe. @throws CommandError `file-unreadable` */
export async function readText(file: string): Promise<string> {
  try {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > mostTextBytes) throw new Error("too large");
      parts.push(part);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch (cause) {
    throw new CommandError("file-unreadable", { file }, { cause });
  }
}

/** For what is read more than once. @throws CommandError `file-unreadable` */
export async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new CommandError("file-unreadable", { file }, { cause });
  });
  if (!found.isFile()) throw new CommandError("file-unreadable", { file });
}
