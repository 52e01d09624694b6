/**
 * @file The paths that carry bulk bytes beside the request channels, the same in
 * both shells (`app://suitbook/...` and `http://127.0.0.1:.../...`).
 *
 * [Note: Book stream]
 *
 * `GET /stream/book` sends the merged book as one JSON value per line, clients
 * first, so that search answers before the history is in. `GET /stream/log?after=N`
 * sends the operations after log sequence number N the same way, after a save or an
 * import. `POST /stream/package` takes a package's bytes into quarantine and answers
 * with a Reply<PackagePreview>. Any of them answers 401 with a Failure while locked.
 *
 * [Note: Lists]
 *
 * `POST /stream/list` takes the bytes of a delimited list in whatever encoding and answers with a
 * Reply<ListText>: its cells as text. Nothing of it is kept. `GET /stream/shelf?content=&language=`
 * sends the shelf as it stands, or its heads alone, as a CSV to be saved; it names no client.
 *
 * [Note: Attachment streams]
 *
 * `POST /stream/attachment?client=&kind=&name=&strip=0|1` takes a file's bytes and answers with a
 * Reply<FileAttachment> once they are sealed on the disk and filed. `GET /stream/attachment/ID`
 * sends them back, whole or by a `Range` of bytes; `?export=1` as a download, once for each entry in
 * the register (`exportAttachment`). `POST /stream/recording/ID?at=BYTES` appends a piece of a
 * recording whose pieces so far have BYTES bytes, and answers with a Reply<RecordingProgress> once it
 * is on the disk. Each answers 401 with a Failure while locked; a refusal is a Reply with status 200,
 * and for a GET, which has no Reply, 404 or 403.
 *
 * [Note: Proof stream]
 *
 * `GET /stream/proof/ID` sends a proof pack that `makeProof` made, as a download, once; 404 with a
 * Failure where there is none.
 *
 * [Note: Loopback transport]
 *
 * Without Electron's IPC, `POST /bridge/<channel>` with `{"input": ...}` as
 * `application/json` answers with a Reply (a refusal before the handlers has another
 * status than 200 and no Reply), and `GET /bridge/events` is a server-sent event
 * stream: `event:` the name, `data:` the payload as JSON.
 */
import { z } from "zod";
import { Operation } from "../log/operation.ts";
import { FileKind } from "../model/attachment.ts";
import { ClientId, Language } from "../model/primitives.ts";

export const bookPath = "/stream/book";
export const logPath = "/stream/log";
export const packagePath = "/stream/package";
export const listPath = "/stream/list";
export const shelfPath = "/stream/shelf";
export const attachmentPath = "/stream/attachment";
export const proofPath = "/stream/proof";
export const recordingPath = "/stream/recording";

export const channelPath = "/bridge/";
export const eventsPath = "/bridge/events";

/** The query of `POST /stream/attachment`. */
export const AttachmentQuery = z.object({
  client: ClientId,
  kind: FileKind,
  /** As the file was called where it came from; what is kept of it is safe. */
  name: z.string().min(1).max(4000),
  strip: z.enum(["0", "1"]),
});
export type AttachmentQuery = z.infer<typeof AttachmentQuery>;

/** What a list may have at most: as many rows as one save takes operations. */
export const listLimits = { bytes: 16 * 2 ** 20, rows: 10_000, columns: 500, rowChars: 100_000 } as const;

/** A delimited list as text. A row may have another length than the header. */
export const ListText = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.object({ line: z.int().min(1), cells: z.array(z.string()) })),
});
export type ListText = z.infer<typeof ListText>;

/** The query of `GET /stream/shelf`. */
export const ShelfQuery = z.object({ content: z.enum(["shelf", "template"]), language: Language });
export type ShelfQuery = z.infer<typeof ShelfQuery>;

/** Bytes of a recording that are on the disk. */
export const RecordingProgress = z.object({ bytes: z.int().min(0) });
export type RecordingProgress = z.infer<typeof RecordingProgress>;

/** A merged record: fields plus `id`, and `_at`, the stamps of its fields, see [Note: Shared stamp]. */
export const Row = z.looseObject({ id: z.string(), _at: z.record(z.string(), z.string()).optional() });
export type Row = z.infer<typeof Row>;

/** A client's older contacts and field changes, in one record (perf.md: grouped unlock). */
export const Bundle = z.object({ id: z.string(), contacts: z.array(Row), changes: z.array(Row) });
export type Bundle = z.infer<typeof Bundle>;

export const BookFrame = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("begin"), logSeq: z.int(), totals: z.record(z.string(), z.int()) }),
  z.object({ kind: z.literal("rows"), entity: z.string(), rows: z.array(Row) }),
  z.object({ kind: z.literal("bundles"), rows: z.array(Bundle) }),
  z.object({ kind: z.literal("end") }),
]);
export type BookFrame = z.infer<typeof BookFrame>;

export const LogFrame = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("operations"), logSeq: z.int(), operations: z.array(Operation) }),
  z.object({ kind: z.literal("end"), logSeq: z.int() }),
]);
export type LogFrame = z.infer<typeof LogFrame>;
