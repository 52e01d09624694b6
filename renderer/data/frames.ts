/**
 * @file The door for lines of the book and the log: cheap checks, see
 * [Note: Rows were parsed before sealing].
 */
import { Failure } from "../../shared/bridge/reply.ts";
import { BookFrame, LogFrame } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";

/** @throws AppError `unexpected` for anything the main process does not send. */
export function parseBookFrame(line: string): BookFrame {
  const frame = parseJson(line);
  if (hasKind(frame, "rows") || hasKind(frame, "bundles")) {
    const { rows } = frame as { rows?: unknown };
    if (Array.isArray(rows) && rows.every(hasId)) return frame as unknown as BookFrame;
    throw foreign();
  }
  const small = BookFrame.safeParse(frame);
  if (small.success) return small.data;
  throw foreign(small.error);
}

/** @throws AppError `unexpected` for anything the main process does not send. */
export function parseLogFrame(line: string): LogFrame {
  const frame = parseJson(line);
  if (hasKind(frame, "operations")) {
    const { operations } = frame as { operations?: unknown };
    if (Array.isArray(operations) && operations.every(hasId)) return frame as unknown as LogFrame;
    throw foreign();
  }
  const small = LogFrame.safeParse(frame);
  if (small.success) return small.data;
  throw foreign(small.error);
}

/** A stream that failed before its first frame answers with a Failure in its place. */
function parseJson(line: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw foreign(cause);
  }
  const failure = Failure.safeParse(value);
  if (failure.success) throw new AppError(failure.data.code, failure.data.params);
  return value;
}

function hasKind(frame: unknown, kind: string): frame is { kind: string } {
  return typeof frame === "object" && frame !== null && (frame as { kind?: unknown }).kind === kind;
}

function hasId(row: unknown): boolean {
  return typeof row === "object" && row !== null && typeof (row as { id?: unknown }).id === "string";
}

function foreign(cause?: unknown): AppError {
  return new AppError("unexpected", {}, { cause });
}
