/** @file Whatever goes wrong on a command line is a sentence in the user's language, the code behind it. */
import { describe, expect, it } from "vitest";
import { CommandError, type CommandErrorCode } from "../../../electron/headless/exit.ts";
import { failureText } from "../../../electron/headless/failure.ts";
import { errors } from "../../../shared/error-texts.ts";
import { AppError, type ErrorCode, errorCodes } from "../../../shared/errors.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { placeholders } from "../../../shared/model/sentence.ts";

/** What its sentences ask for; error-texts.test.ts sees that the code carries it. */
function paramsOf(code: ErrorCode): Record<string, number> {
  const { broke, kept, next } = errors[code];
  const asked = [broke, kept, next].flatMap(({ en }) => [...placeholders(en)]);
  return Object.fromEntries(asked.map((name) => [name, 7]));
}

const whole = (code: string) => new RegExp(`^[^{}\\n]{6,}[.。！] ?\\[${code}[ \\]]`);

describe("a failure", () => {
  it.each(languages)("of every code is said whole, in %s", (language) => {
    for (const code of errorCodes)
      expect(failureText(new AppError(code, paramsOf(code)), language)).toMatch(whole(code));
  });

  it.each(languages)("of the command line itself is said, in %s", (language) => {
    const failures: [CommandErrorCode, Record<string, string>][] = [
      ["usage", { verb: "vault" }],
      ["usage", { verb: "" }],
      ["usage", { verb: "vault check", usage: "DIR" }],
      ["usage", { option: "max-rows" }],
      ["passphrase-missing", {}],
      ["passphrase-differs", {}],
      ["file-unreadable", { file: "list.csv" }],
    ];
    const said = failures.map(([code, values]) => {
      const text = failureText(new CommandError(code, values), language);
      expect(text).toMatch(whole(code));
      return text.replace(/ ?\[.*$/, "");
    });
    expect(new Set(said).size).toBe(failures.length);
  });

  it("of a list says what is wrong with it, not only where", () => {
    const reasons = ["encoding", "nul", "quotes", "row-too-long", "too-large", "too-many-rows", "too-many-columns"];
    const said = [...reasons, "compression", "empty"].map((reason) =>
      failureText(new AppError("list-unreadable", { reason, line: 7 }), "en").replace(/\[.*$/, ""),
    );
    expect(new Set(said).size).toBe(said.length);
    expect(said[2]).toBe(
      "The quotes in line 7 do not match: save the list as CSV from a spreadsheet. " +
        "Nothing was imported; the book is unchanged. ",
    );
  });
});
