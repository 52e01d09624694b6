/**
 * @file The bulk paths of the open book, as web-standard request and response, so
 * that both shells serve the same bytes. See [Note: Book stream].
 */
import { failure } from "../../shared/bridge/reply.ts";
import { bookPath, type LogFrame, logPath, packagePath } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { entityRule } from "../../shared/model/entities.ts";
import { commonHeaders } from "../page/policy.ts";
import type { Vault } from "../vault/vault.ts";
import type { OpenBook } from "./session.ts";

const methods: Readonly<Record<string, string>> = { [bookPath]: "GET", [logPath]: "GET", [packagePath]: "POST" };

/**
 * Answer one stream request; `book` is undefined while locked. Never rejects:
 * what fails before the first byte is answered with a status and a Failure, what
 * fails later breaks the stream off, so that half a book is never taken for a whole one.
 */
export async function answerStream(
  request: Request,
  book: OpenBook | undefined,
  onFailure: (path: string, error: unknown) => void,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  try {
    const method = Object.hasOwn(methods, pathname) ? methods[pathname] : undefined;
    if (method === undefined) return reply(404, failure(new AppError("bad-request")));
    if (request.method !== method) return reply(405, failure(new AppError("bad-request")));
    if (book === undefined) return reply(401, failure(new AppError("locked")));
    const onBreak = (error: unknown) => onFailure(pathname, error);
    if (pathname === bookPath) return lines(book, book.vault.bookLines(), onBreak);
    if (pathname === packagePath) return reply(200, { ok: true, value: await receive(request, book) });
    const after = parseAfter(searchParams.get("after"));
    if (after === undefined) return reply(400, failure(new AppError("bad-request")));
    return lines(book, asLines(logFrames(book.vault, after)), onBreak);
  } catch (error) {
    onFailure(pathname, error);
    return reply(200, failure(error));
  }
}

async function receive(request: Request, book: OpenBook): Promise<unknown> {
  if (request.body === null) throw new AppError("package-not-age");
  return book.sync.receive(request.body);
}

function parseAfter(text: string | null): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** What the screens may know of the log since `after`: everything but the secrets. */
async function* logFrames(vault: Vault, after: number): AsyncGenerator<LogFrame> {
  let last = after;
  for await (const { logSeq, operations } of vault.operations(after)) {
    last = logSeq;
    const shown = operations.filter(isShown);
    if (shown.length > 0) yield { kind: "operations", logSeq, operations: shown };
  }
  yield { kind: "end", logSeq: last };
}

function isShown(operation: Operation): boolean {
  return entityRule(operation.entity).secret !== true;
}

async function* asLines(frames: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const frame of frames) yield encoder.encode(`${JSON.stringify(frame)}\n`);
}

/** Lines of JSON, made only as fast as it is read. The book breaks the stream off when it closes. */
function lines(book: OpenBook, source: AsyncIterable<Uint8Array>, onBreak: (error: unknown) => void): Response {
  const iterator = source[Symbol.asyncIterator]();
  let breakOff = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      breakOff = () => controller.error(new AppError("locked"));
      book.streams.add(breakOff);
    },
    async pull(controller) {
      const next = await iterator.next().catch((error: unknown) => {
        if (book.streams.delete(breakOff)) onBreak(error);
        throw error;
      });
      if (!book.streams.has(breakOff)) return void iterator.return?.();
      if (next.done !== true) return controller.enqueue(next.value);
      book.streams.delete(breakOff);
      controller.close();
    },
    async cancel() {
      book.streams.delete(breakOff);
      await iterator.return?.();
    },
  });
  return new Response(body, { headers: { ...commonHeaders, "content-type": "application/x-ndjson" } });
}

function reply(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: commonHeaders });
}
