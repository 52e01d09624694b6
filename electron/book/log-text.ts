/**
 * @file What a failure may leave in a log: where it happened and of which kind.
 * Never an error's message, which may quote what somebody typed.
 */
import { AppError } from "../../shared/errors.ts";

/** Kind, code and stack frames of whatever was thrown, with its causes. */
export function logText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = error instanceof AppError ? error.code : (error as NodeJS.ErrnoException).code;
  // The stack repeats the message, and a message may look like a frame.
  const frames = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`caused by ${logText(error.cause)}`];
  return [`${error.name}${code === undefined ? "" : ` ${code}`}${fields(error)}`, ...frames, ...cause].join("\n");
}

/** For a schema's refusal: which fields, not what stood in them. */
function fields(error: Error): string {
  if (!("issues" in error) || !Array.isArray(error.issues)) return "";
  const paths = error.issues.map(
    (issue: { path?: unknown[]; code?: string }) => `${issue.path?.join(".")}:${issue.code}`,
  );
  return ` (${paths.slice(0, 8).join(", ")})`;
}
