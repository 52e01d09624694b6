/**
 * @file The developer tools' protocol over a pipe: JSON messages, each ended by a zero byte. No
 * port is opened, so nobody else can listen.
 */
import type { Readable, Writable } from "node:stream";
import { z } from "zod";

const Message = z.object({
  id: z.int().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Result = Readonly<Record<string, unknown>>;

export interface DevTools {
  /** Rejects when the browser refuses, or is gone. */
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Result>;
  /** Resolves at the next event of this name. Ask before what sets it off. */
  readonly next: (method: string, sessionId: string) => Promise<void>;
  /** Whatever waits for an answer fails. */
  readonly end: (error: Error) => void;
}

export function devTools(to: Writable, from: Readable): DevTools {
  const answers = new Map<number, PromiseWithResolvers<Result>>();
  const events = new Map<string, PromiseWithResolvers<void>>();
  let sent = 0;
  let ended: Error | undefined;

  function hear(text: string): void {
    const { id, sessionId, method, result = {}, error } = Message.parse(JSON.parse(text));
    if (method !== undefined) events.get(`${sessionId} ${method}`)?.resolve();
    const answer = id === undefined ? undefined : answers.get(id);
    if (id !== undefined) answers.delete(id);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error.message));
  }
  function end(error: Error): void {
    ended ??= error;
    for (const waiting of [...answers.values(), ...events.values()]) waiting.reject(error);
    answers.clear();
    events.clear();
  }

  let pieces: Buffer[] = [];
  from.on("data", (data: Buffer) => {
    let rest = data;
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const text = Buffer.concat([...pieces, rest.subarray(0, at)]).toString("utf8");
      pieces = [];
      rest = rest.subarray(at + 1);
      try {
        hear(text);
      } catch (error) {
        end(new Error("the browser said what nobody understands", { cause: error }));
      }
    }
    if (rest.length > 0) pieces.push(rest);
  });
  for (const stream of [to, from]) stream.on("error", end);
  from.on("end", () => end(new Error("the browser is gone")));

  return {
    end,
    send(method, params = {}, sessionId) {
      if (ended !== undefined) return Promise.reject(ended);
      const id = ++sent;
      const answer = Promise.withResolvers<Result>();
      answers.set(id, answer);
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
      return answer.promise;
    },
    next(method, sessionId) {
      if (ended !== undefined) return Promise.reject(ended);
      const event = Promise.withResolvers<void>();
      // Whoever asked may have failed before it listens.
      event.promise.catch(() => undefined);
      events.set(`${sessionId} ${method}`, event);
      return event.promise;
    },
  };
}
