/**
 * @file The bulk paths of the open book, as web-standard request and response, so
 * that both shells serve the same bytes. See [Note: Book stream].
 */
import { failure } from "../../shared/bridge/reply.ts";
import {
  AttachmentQuery,
  attachmentPath,
  bookPath,
  type LogFrame,
  listPath,
  logPath,
  packagePath,
  proofPath,
  recordingPath,
  ShelfQuery,
  shelfPath,
} from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { entityRule } from "../../shared/model/entities.ts";
import { attachmentHead, downloadHeaders, parseRange } from "../attachments/answer.ts";
import { readListText } from "../lists/list-text.ts";
import { shelfFile } from "../lists/shelf-file.ts";
import { commonHeaders } from "../page/policy.ts";
import type { Vault } from "../vault/vault.ts";
import type { OpenBook } from "./session.ts";

type Answer = (request: Request, book: OpenBook, onBreak: (error: unknown) => void) => Promise<Response>;

/** What answers a path, by its method. */
interface Route {
  readonly path: RegExp;
  readonly GET?: Answer;
  readonly POST?: Answer;
}

const routes: readonly Route[] = [
  { path: exactly(bookPath), GET: async (_, book, onBreak) => lines(book, book.vault.bookLines(), onBreak) },
  { path: exactly(logPath), GET: sendLog },
  { path: exactly(packagePath), POST: async (request, book) => done(await receive(request, book)) },
  { path: exactly(listPath), POST: async (request) => done(await withBody(request, readListText)) },
  { path: exactly(shelfPath), GET: sendShelf },
  { path: exactly(attachmentPath), POST: takeAttachment },
  { path: below(attachmentPath), GET: sendAttachment },
  { path: below(recordingPath), POST: takePiece },
  { path: below(proofPath), GET: async (request, book, onBreak) => sendProof(request, book, onBreak) },
];

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
  const { pathname } = new URL(request.url);
  try {
    const route = routes.find(({ path }) => path.test(pathname));
    if (route === undefined) return reply(404, failure(new AppError("bad-request")));
    const answer = route[request.method as "GET" | "POST"];
    if (typeof answer !== "function") return reply(405, failure(new AppError("bad-request")));
    if (book === undefined) return reply(401, failure(new AppError("locked")));
    return await answer(request, book, (error) => onFailure(pathname, error));
  } catch (error) {
    onFailure(pathname, error);
    return reply(200, failure(error));
  }
}

function exactly(path: string): RegExp {
  return new RegExp(`^${path}$`);
}

/** Something with an id below a path. */
function below(path: string): RegExp {
  return new RegExp(`^${path}/[0-9a-f]{32}$`);
}

function idOf(request: Request): string {
  return new URL(request.url).pathname.slice(-32);
}

async function sendLog(request: Request, book: OpenBook, onBreak: (error: unknown) => void): Promise<Response> {
  const after = parseNumber(new URL(request.url).searchParams.get("after"));
  if (after === undefined) return reply(400, failure(new AppError("bad-request")));
  return lines(book, asLines(logFrames(book.vault, after)), onBreak);
}

async function sendShelf(request: Request, book: OpenBook): Promise<Response> {
  const query = ShelfQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return reply(400, failure(new AppError("bad-request")));
  const { name, csv } = shelfFile(book.vault, query.data);
  return new Response(csv, { headers: downloadHeaders("text/csv; charset=utf-8", name) });
}

async function takeAttachment(request: Request, book: OpenBook): Promise<Response> {
  const query = AttachmentQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return reply(400, failure(new AppError("bad-request")));
  return done(await withBody(request, (body) => book.attachments.add(query.data, body)));
}

async function takePiece(request: Request, book: OpenBook): Promise<Response> {
  const at = parseNumber(new URL(request.url).searchParams.get("at"));
  if (at === undefined) return reply(400, failure(new AppError("bad-request")));
  return done(await withBody(request, (body) => book.attachments.appendRecording(idOf(request), at, body)));
}

/** A GET is for elements that know statuses, not replies: what cannot be sent is 404, what may not be exported 403. */
async function sendAttachment(request: Request, book: OpenBook, onBreak: (error: unknown) => void): Promise<Response> {
  const isExport = new URL(request.url).searchParams.get("export") === "1";
  try {
    const { stream, name } = await book.attachments.open(idOf(request));
    const range = parseRange(request.headers.get("range"), stream.bytes);
    if (range === "unsatisfiable") {
      const headers = { ...commonHeaders, "content-range": `bytes */${stream.bytes}` };
      return new Response(null, { status: 416, headers });
    }
    if (isExport) book.attachments.takeExport(idOf(request));
    const head = attachmentHead(stream, range, isExport ? name : undefined);
    return streamed(book, stream.read(range?.start, range?.end), onBreak, head);
  } catch (error) {
    onBreak(error);
    const isForbidden = error instanceof AppError && error.code === "export-unregistered";
    return reply(isForbidden ? 403 : 404, failure(error));
  }
}

function sendProof(request: Request, book: OpenBook, onBreak: (error: unknown) => void): Response {
  try {
    const { fileName, bytes, content } = book.proofs.take(idOf(request));
    return streamed(book, content, onBreak, { headers: downloadHeaders("application/x-tar", fileName, bytes) });
  } catch (error) {
    onBreak(error);
    return reply(404, failure(error));
  }
}

/**
 * Use a request's body. When it is refused halfway the rest is read and thrown away: a browser
 * listens only after it has sent everything, and would not hear the reason.
 */
async function withBody<T>(request: Request, use: (body: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
  const reader = request.body?.getReader();
  async function* body() {
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) yield next.value;
  }
  try {
    return await use(body());
  } catch (error) {
    for await (const _ of body());
    throw error;
  }
}

async function receive(request: Request, book: OpenBook): Promise<unknown> {
  if (request.body === null) throw new AppError("package-not-age");
  return book.sync.receive(request.body);
}

function parseNumber(text: string | null): number | undefined {
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

function lines(book: OpenBook, source: AsyncIterable<Uint8Array>, onBreak: (error: unknown) => void): Response {
  const headers = { ...commonHeaders, "content-type": "application/x-ndjson" };
  return streamed(book, source, onBreak, { headers });
}

/** Bytes, made only as fast as they are read. The book breaks the stream off when it closes. */
function streamed(
  book: OpenBook,
  source: AsyncIterable<Uint8Array>,
  onBreak: (error: unknown) => void,
  head: ResponseInit,
): Response {
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
  return new Response(body, head);
}

function done(value: unknown): Response {
  return reply(200, { ok: true, value });
}

function reply(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: commonHeaders });
}
