/**
 * @file What the command line says of itself to scripts: exit codes. The one table;
 * `--help` prints it.
 */
import type { ErrorCode } from "../../shared/errors.ts";

export const exitCodes = {
  ok: 0,
  /** The input was refused: a list, map, package, card, answer sheet, case or rule pack. */
  refused: 1,
  /** The command line is wrong, or no passphrase was given. */
  usage: 2,
  /** Wrong passphrase, or too many of them. */
  passphrase: 3,
  /** The vault is damaged, or not one this version can read. */
  damaged: 4,
  /** Done, but part of the input was refused; the report says which. */
  partly: 5,
  /** The vault is not there, is there already, or cannot be written now. */
  vault: 6,
  /** A file or folder could not be read or written. */
  files: 7,
  /** A proof pack has nothing wrong, but part of it cannot be proven. */
  unproven: 8,
  /** Unforeseen: a fault of the program. */
  unexpected: 70,
} as const;
export type Exit = keyof typeof exitCodes;

/** What goes wrong on a command line only. */
export type CommandErrorCode = "usage" | "passphrase-missing" | "passphrase-differs" | "file-unreadable";

export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: CommandErrorCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: CommandErrorCode, params: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}

/** By the beginning of the code, first fit. */
const kinds: readonly (readonly [prefix: RegExp, exit: Exit])[] = [
  [/^(usage|passphrase-)/, "usage"],
  [/^(wrong-|wait-)/, "passphrase"],
  [/^vault-(damaged|newer|parameters)/, "damaged"],
  [/^(vault-|locked)/, "vault"],
  [/^(disk-|folder-|file-|no-room)/, "files"],
  [/^unexpected/, "unexpected"],
];

/** Everything else is input that was refused. */
export function exitOf(code: ErrorCode | CommandErrorCode): Exit {
  return kinds.find(([prefix]) => prefix.test(code))?.[1] ?? "refused";
}
