/**
 * @file The command line as a function: words in, exit code and output out. Finds the
 * verb, checks its options, and turns every failure into a code and one sentence.
 */
import { parseArgs } from "node:util";
import { AppError } from "../../shared/errors.ts";
import type { Language } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { logText } from "../book/log-text.ts";
import { diskFailure } from "../vault/disk.ts";
import { backupVerbs } from "./backup-verbs.ts";
import type { Arguments, Context, Report, Verb } from "./context.ts";
import { CommandError, type Exit, exitCodes, exitOf } from "./exit.ts";
import { failureText } from "./failure.ts";
import { gateVerbs } from "./gate-verbs.ts";
import { listVerbs } from "./list-verbs.ts";
import { packVerbs } from "./pack-verbs.ts";
import { packageVerbs } from "./package-verbs.ts";
import { proofVerbs } from "./proof-verbs.ts";
import { questionnaireVerbs } from "./questionnaire-verbs.ts";
import { shelfVerbs } from "./shelf-verbs.ts";
import { exitText, helpText } from "./text.ts";
import { vaultVerbs } from "./vault-verbs.ts";

export const verbs: readonly Verb[] = [
  ...vaultVerbs,
  ...backupVerbs,
  ...listVerbs,
  ...packageVerbs,
  ...questionnaireVerbs,
  ...gateVerbs,
  ...packVerbs,
  ...shelfVerbs,
  ...proofVerbs,
];

export interface Output {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Never rejects. */
export async function runCommand(given: readonly string[], context: Context): Promise<Output> {
  // It may stand anywhere, before the verb too.
  const words = given.filter((word) => word !== "--json");
  const json = words.length < given.length;
  try {
    if (words.some((word) => word === "--help" || word === "-h") || words[0] === "help") {
      return helped(words, json, context);
    }
    const { verb, rest } = findVerb(words);
    const report = await verb.run(argumentsOf(verb, rest), context);
    return shown(report, json, context);
  } catch (error) {
    return failed(error, json, context);
  }
}

/** @throws CommandError `usage` */
function findVerb(words: readonly string[]): { verb: Verb; rest: readonly string[] } {
  const verb = verbs.find((one) => isCalled(one, words));
  if (verb === undefined) throw new CommandError("usage", { verb: words.slice(0, 2).join(" ").slice(0, 100) });
  return { verb, rest: words.slice(verb.words.split(" ").length) };
}

function isCalled(verb: Verb, words: readonly string[]): boolean {
  return verb.words.split(" ").every((word, i) => words[i] === word);
}

/** @throws CommandError `usage` */
function argumentsOf(verb: Verb, rest: readonly string[]): Arguments {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...rest], options: verb.options, allowPositionals: true });
  } catch (cause) {
    throw new CommandError("usage", { verb: verb.words, usage: verb.usage }, { cause });
  }
  const values = parsed.values as Arguments["options"];
  const isComplete = (verb.required ?? []).every((name) => values[name] !== undefined && values[name] !== "");
  const isNamed = parsed.positionals.length === verb.operands.length && !parsed.positionals.includes("");
  if (!isNamed || !isComplete) {
    throw new CommandError("usage", { verb: verb.words, usage: verb.usage });
  }
  return { operands: parsed.positionals, options: values };
}

function shown(report: Report, json: boolean, context: Context): Output {
  const name: Exit = report.exit ?? "ok";
  const stdout = json ? `${JSON.stringify(report.json)}\n` : report.lines.map((line) => `${plain(line)}\n`).join("");
  const stderr = name === "ok" || json ? "" : `${say(exitText[name], context.language)}\n`;
  return { exit: exitCodes[name], stdout, stderr };
}

function failed(thrown: unknown, json: boolean, context: Context): Output {
  const error = isOfTheSystem(thrown) ? diskFailure(thrown) : thrown;
  const isKnown = error instanceof AppError || error instanceof CommandError;
  const failure = isKnown ? error : new AppError("unexpected");
  const { code, params } = failure;
  // What nobody foresaw is told in full, to whoever can mend it.
  const detail = isKnown ? "" : `${logText(error)}\n`;
  return {
    exit: exitCodes[exitOf(code)],
    stdout: json ? `${JSON.stringify({ error: code, params })}\n` : "",
    stderr: json ? detail : `${plain(failureText(failure, context.language))}\n${detail}`,
  };
}

/** Lists, packs and packages are quoted in what is said of them: nothing in them may command the terminal. */
function plain(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, "\uFFFD");
}

/** A file or folder that the system would not read or write, wherever that was. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function helped(words: readonly string[], json: boolean, context: Context): Output {
  const asked = verbs.find((verb) => isCalled(verb, words[0] === "help" ? words.slice(1) : words));
  const text = asked === undefined ? help(context) : verbHelp(asked, context);
  return { exit: exitCodes.ok, stdout: json ? `${JSON.stringify({ help: text })}\n` : text, stderr: "" };
}

function named({ words, usage, about }: Verb, language: Language): string {
  return `  ${words} ${usage}\n      ${say(about, language)}`;
}

function verbHelp(verb: Verb, { language }: Context): string {
  const details = verb.details?.(language) ?? [];
  return `${[named(verb, language), ...(details.length === 0 ? [] : ["", ...details])].join("\n")}\n`;
}

function help({ language }: Context): string {
  const lines = verbs.map((verb) => named(verb, language));
  const codes = Object.entries(exitCodes).map(([name, code]) => {
    return `  ${String(code).padStart(2)}  ${say(exitText[name as Exit], language)}`;
  });
  return `${[
    say(helpText.title, language),
    "",
    ...lines,
    "",
    say(helpText.passphrase, language),
    say(helpText.json, language),
    "",
    say(helpText.exits, language),
    ...codes,
  ].join("\n")}\n`;
}
