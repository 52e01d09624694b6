/**
 * @file Between React Hook Form, zod and our sentences.
 *
 * [Note: Form messages]
 *
 * React Hook Form keeps a message as a string, and the language may change while it
 * is on the screen. So a message carries its sentence in all languages as JSON, and
 * the field says it. zod's own English never reaches the screen.
 */
import { toNestErrors } from "@hookform/resolvers";
import type { Control, FieldError, FieldPath, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { daysInMonth } from "../../shared/model/dates.ts";
import type { Values } from "../../shared/model/sentence.ts";
import { parts } from "../text/parts.ts";
import type { Say, Sentence } from "../text/text.ts";

/** What every bound field takes. `C` and `T` follow from the form's `control`. */
export interface FieldProps<V extends FieldValues, C = unknown, T = V> {
  readonly control: Control<V, C, T>;
  readonly name: FieldPath<V>;
  readonly label: string;
  /** Required is the default: say so only for the rest. */
  readonly optional?: boolean;
  /** One line below: what it is for, or where it shows. */
  readonly help?: string;
  /** The form begins here: this field has the focus when it appears. */
  readonly startsHere?: boolean;
  /** The older name of {@link startsHere}. */
  readonly autoFocus?: boolean;
  /** What to write instead when the shape is wrong, for fields whose schema is a pattern. */
  readonly shape?: string;
}

interface Message {
  readonly sentence: Sentence;
  readonly values: Values;
}

/** A message for `setError` or a refinement: `ctx.addIssue({ code: "custom", message: formMessage(texts.late) })`. */
export function formMessage(sentence: Sentence, values: Values = {}): string {
  return JSON.stringify({ sentence, values } satisfies Message);
}

/**
 * Say a field's error in the language of the moment.
 *
 * @param number how this field writes the bounds in the message, such as fen as money
 */
export function sayError(
  t: Say,
  error: FieldError | undefined,
  number: (value: number) => string = String,
): string | undefined {
  if (error === undefined) return undefined;
  const message = readMessage(error.message ?? "");
  if (message === undefined) return t(parts.form.wrong);
  const values = Object.entries(message.values).map(([key, value]) => [
    key,
    typeof value === "number" ? number(value) : value,
  ]);
  return t(message.sentence, Object.fromEntries(values) as Values);
}

function readMessage(text: string): Message | undefined {
  if (!text.startsWith('{"sentence":')) return undefined;
  return JSON.parse(text) as Message;
}

/**
 * A resolver for `useForm`. Empty fields count as absent: `""` and null are left out
 * before the schema looks, so that "not filled" has one form only.
 */
export function formResolver<In extends FieldValues, Out>(schema: z.ZodType<Out>): Resolver<In, unknown, Out> {
  return (values, _context, options) => {
    const filled = withoutBlanks(values);
    const parsed = schema.safeParse(filled, { reportInput: true });
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: Record<string, FieldError> = {};
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join(".");
      errors[path] ??= { type: issue.code ?? "custom", message: issueMessage(issue) };
    }
    return { values: {}, errors: toNestErrors<In>(errors, options) };
  };
}

/** A copy without empty strings, nulls and undefined, at any depth; trimmed text counts as empty when nothing is left. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((item) => !isBlank(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isBlank(item))
      .map(([key, item]) => [key, withoutBlanks(item)]),
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** What a zod issue means to somebody who fills in a form. */
function issueMessage(issue: z.core.$ZodIssue): string {
  const form = parts.form;
  switch (issue.code) {
    case "invalid_type":
      return typeMessage(issue);
    case "too_small":
      return smallMessage(issue);
    case "too_big":
      return bigMessage(issue);
    case "invalid_format":
      if (issue.format === "date") return dateMessage(String(issue.input ?? ""));
      return formMessage(issue.format === "email" ? form.email : form.shape);
    case "invalid_value":
      return formMessage(form.choose);
    case "not_multiple_of":
      return formMessage(form.notWhole);
    case "custom":
      return readMessage(issue.message) === undefined ? formMessage(form.wrong) : issue.message;
    default:
      return formMessage(form.wrong);
  }
}

function typeMessage(issue: z.core.$ZodIssueInvalidType): string {
  const form = parts.form;
  if (issue.input === undefined || issue.input === null) return formMessage(form.required);
  if (issue.expected === "int") return formMessage(typeof issue.input === "number" ? form.notWhole : form.notNumber);
  return formMessage(issue.expected === "number" ? form.notNumber : form.wrong);
}

function smallMessage(issue: z.core.$ZodIssueTooSmall): string {
  const min = Number(issue.minimum);
  if (issue.origin === "string") return formMessage(min <= 1 ? parts.form.required : parts.form.tooShort, { min });
  if (issue.origin === "array") return formMessage(parts.form.tooFew, { min });
  return formMessage(parts.form.tooSmall, { min });
}

function bigMessage(issue: z.core.$ZodIssueTooBig): string {
  const max = Number(issue.maximum);
  if (issue.origin === "string")
    return formMessage(parts.form.tooLong, { max, length: typeof issue.input === "string" ? issue.input.length : 0 });
  if (issue.origin === "array") return formMessage(parts.form.tooMany, { max });
  return formMessage(parts.form.tooBig, { max });
}

/** Tell a wrong shape from a day the calendar does not have. */
function dateMessage(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return formMessage(parts.form.dateShape);
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12) return formMessage(parts.form.noSuchMonth);
  return formMessage(parts.form.noSuchDay, { year, month, days: daysInMonth(year, month) });
}
