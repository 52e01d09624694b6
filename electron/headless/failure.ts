/**
 * @file A failure on the command line in the user's words: the sentences of the screens
 * (shared/error-texts.ts), and those that only a command line needs. The code stands
 * behind them in brackets, for whoever greps.
 */
import { errors } from "../../shared/error-texts.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { CommandError } from "./exit.ts";
import { commandText, listReasonText, noMapText, ownNextText, usageText } from "./failure-text.ts";

type Failure = AppError | CommandError;

/** `The list is empty. ... [list-unreadable reason=empty line=1]`. */
export function failureText(error: Failure, language: Language): string {
  const { code, params } = error;
  const values = Object.entries(params).map(([key, value]) => `${key}=${value}`);
  const said = sentencesOf(error).map((sentence) => asSentence(say(sentence, language, params), language));
  return `${said.join(language === "en" ? " " : "")} [${[code, ...values].join(" ")}]`;
}

function sentencesOf(error: Failure): readonly Localized[] {
  if (error instanceof CommandError) return [commandSentence(error)];
  const { broke, kept, next } = errors[error.code];
  if (error.code === "list-unreadable") {
    const reason = listReasonText[error.params["reason"] as keyof typeof listReasonText];
    return reason === undefined ? [broke, kept, next] : [reason, kept];
  }
  if (error.code === "list-map" && error.params["name"] === "") return [noMapText, kept];
  return [broke, kept, ownNextText[error.code] ?? next];
}

function asSentence(text: string, language: Language): string {
  if (/[.。！？!?]$/.test(text)) return text;
  return `${text}${language === "en" ? "." : "。"}`;
}

function commandSentence({ code, params }: CommandError): Localized {
  if (code !== "usage") return commandText[code];
  if (params["usage"] !== undefined) return usageText.shape;
  if (params["option"] !== undefined) return usageText.option;
  return params["verb"] === "" ? usageText.none : usageText.verb;
}
