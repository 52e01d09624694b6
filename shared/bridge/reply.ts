/**
 * @file How success and failure cross the bridge.
 *
 * [Note: Errors do not survive the bridge]
 *
 * Electron keeps only the message of an error thrown in `ipcMain.handle`, and the
 * context bridge drops custom properties again. So handlers never reject: they
 * resolve to a plain {@link Reply}, and the renderer rebuilds the error.
 */
import { z } from "zod";
import { AppError, ErrorCode, ErrorParams } from "../errors.ts";

export const Failure = z.object({ ok: z.literal(false), code: ErrorCode, params: ErrorParams });
export type Failure = z.infer<typeof Failure>;
export type Reply<T = unknown> = { readonly ok: true; readonly value: T } | Failure;

/** Fold a thrown value into a reply. Details stay behind. */
export function failure(error: unknown): Failure {
  return error instanceof AppError
    ? { ok: false, code: error.code, params: error.params }
    : { ok: false, code: "unexpected", params: {} };
}

/** The value of a reply, or throw the {@link AppError} it stands for. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const parsed = Failure.safeParse(reply);
  throw parsed.success ? new AppError(parsed.data.code, parsed.data.params) : new AppError("unexpected");
}
