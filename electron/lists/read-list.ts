/**
 * @file Reads a delimited list row by row, in bounded memory, whoever made it: other
 * encodings, compression, quotes that never close, a line of a gigabyte. What cannot be
 * read as text and rows throughout is refused as a whole, before anything is taken from it
 * (security.md T13, F17).
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { AppError } from "../../shared/errors.ts";
import type { ListRow } from "./cells.ts";
import type { Encoding, ListMap } from "./list-map.ts";

export interface ListLimits {
  /** Of the list itself, decompressed. */
  readonly bytes: number;
  readonly rows: number;
  /** Characters of one row, and so of one cell. */
  readonly rowChars: number;
  readonly columns: number;
}

export const defaultLimits: ListLimits = { bytes: 512 * 2 ** 20, rows: 1_000_000, rowChars: 100_000, columns: 500 };

/** A list that was read to its end once and found whole. */
export interface List {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: number;
  /** Read it again, row by row, the header left out. A row may still have another length than the header. */
  read(): AsyncGenerator<ListRow, void>;
}

type Unreadable =
  | "encoding"
  | "nul"
  | "quotes"
  | "row-too-long"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "compression"
  | "empty";

function unreadable(reason: Unreadable, line: number, cause?: unknown): AppError {
  return new AppError("list-unreadable", { reason, line }, { cause });
}

/**
 * Read a list once to its end, to know that it can be read.
 *
 * @param list a file, or its bytes
 * @throws AppError `list-unreadable` with `reason` and `line`, and the file system's own
 *   error when the file cannot be opened
 */
export async function openList(
  list: string | Uint8Array,
  wish: Pick<ListMap, "encoding" | "delimiter"> = {},
  limits: ListLimits = defaultLimits,
): Promise<List> {
  const candidates = wish.encoding === undefined ? await likelyEncodings(list, limits) : [wish.encoding];
  let failure: unknown;
  for (const encoding of candidates) {
    try {
      return await inspect({ list, encoding, limits }, wish.delimiter);
    } catch (error) {
      failure = error;
      if (!(error instanceof AppError) || error.params["reason"] !== "encoding") throw error;
    }
  }
  throw failure;
}

interface Source {
  readonly list: string | Uint8Array;
  readonly encoding: Encoding;
  readonly limits: ListLimits;
}

async function inspect(source: Source, wished: string | undefined): Promise<List> {
  const delimiter = wished ?? (await likelyDelimiter(source));
  let header: readonly string[] | undefined;
  let rows = 0;
  for await (const { line, cells } of recordsOf(source, delimiter)) {
    if (header === undefined) header = cells;
    else rows++;
    if (rows > source.limits.rows) throw unreadable("too-many-rows", line);
  }
  if (header === undefined) throw unreadable("empty", 1);
  return {
    encoding: source.encoding,
    delimiter,
    header,
    rows,
    async *read() {
      let n = -1;
      for await (const record of recordsOf(source, delimiter)) {
        n++;
        if (n > 0) yield { ...record, n };
      }
    },
  };
}

async function* recordsOf(
  source: Source,
  delimiter: string,
): AsyncGenerator<{ line: number; cells: readonly string[] }, void> {
  const parser = parse({
    delimiter,
    info: true,
    // All of them, because lists put together from several have several.
    record_delimiter: ["\r\n", "\n", "\r"],
    // Lengths are judged row by row by whoever reads; the parser would only offer to skip.
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: source.limits.rowChars,
  });
  pipeline(Readable.from(textOf(source), { objectMode: true }), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.length > source.limits.columns) throw unreadable("too-many-columns", info.lines);
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(csvReason(error), csvLine(error), error) : error;
  } finally {
    parser.destroy();
  }
}

function csvReason(error: CsvError): Unreadable {
  return error.code === "CSV_MAX_RECORD_SIZE" ? "row-too-long" : "quotes";
}

function csvLine(error: CsvError): number {
  const lines: unknown = error["lines"];
  return typeof lines === "number" ? lines : 1;
}

/** Decoded text, without a byte order mark; never a NUL. */
async function* textOf({ list, encoding, limits }: Source): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw unreadable("encoding", line, error);
    }
  };
  for await (const chunk of bytesOf(list, limits)) {
    const text = decode(chunk);
    const nul = text.indexOf("\0");
    if (nul >= 0) throw unreadable("nul", line + lineBreaks(text.slice(0, nul)));
    line += lineBreaks(text);
    yield text;
  }
  yield decode();
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The list's bytes, unpacked where it is compressed, no more than it may have. */
async function* bytesOf(list: Source["list"], limits: ListLimits): AsyncGenerator<Uint8Array, void> {
  const isPacked = (await firstBytes(list, 2)).equals(Buffer.of(0x1f, 0x8b));
  const packed = typeof list === "string" ? createReadStream(list) : Readable.from([list], { objectMode: false });
  const stream = isPacked ? pipeline(packed, createGunzip(), () => undefined) : packed;
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw unreadable("too-large", 1);
      yield chunk;
    }
  } catch (error) {
    const isZlib = isPacked && error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith("Z_");
    throw isZlib ? unreadable("compression", 1, error) : error;
  } finally {
    packed.destroy();
    stream.destroy();
  }
}

async function firstBytes(list: Source["list"], length: number): Promise<Buffer> {
  if (typeof list !== "string") return Buffer.from(list.subarray(0, length));
  const handle = await open(list);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** By its byte order mark where there is one; else by its look; else UTF-8, and what is not UTF-8 in China is GB18030. */
async function likelyEncodings(list: Source["list"], limits: ListLimits): Promise<readonly Encoding[]> {
  for await (const chunk of bytesOf(list, limits)) {
    if (chunk[0] === 0xff && chunk[1] === 0xfe) return ["utf-16le"];
    if (chunk[0] === 0xfe && chunk[1] === 0xff) return ["utf-16be"];
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return ["utf-8"];
    const wide = wideEncoding(chunk);
    if (wide !== undefined) return [wide];
    break;
  }
  return ["utf-8", "gb18030"];
}

/**
 * UTF-16 without a mark: its line ends and its separators have a nought beside them, and noughts
 * stand mostly on that side of the pairs; on the other they are part of a few signs, such as 一.
 */
function wideEncoding(chunk: Uint8Array): Encoding | undefined {
  /** What stands beside a nought, by the side the nought is on. */
  const besides = { first: [] as number[], second: [] as number[] };
  for (let i = 0; i + 1 < chunk.length; i += 2) {
    const [first = 0, second = 0] = [chunk[i], chunk[i + 1]];
    if (first === 0) besides.first.push(second);
    if (second === 0) besides.second.push(first);
  }
  const side = besides.second.length > besides.first.length ? "second" : "first";
  const isText = besides[side].includes(0x0a) && delimiters.some((one) => besides[side].includes(one.charCodeAt(0)));
  if (!isText || besides.first.length === besides.second.length) return undefined;
  return side === "second" ? "utf-16le" : "utf-16be";
}

const delimiters: readonly string[] = [",", ";", "\t", "|"];

/** The separator that stands most often in the header, quoted parts left out; a comma where none does. */
async function likelyDelimiter(source: Source): Promise<string> {
  let start = "";
  for await (const text of textOf(source)) {
    start += text;
    if (/[\r\n]/.test(start) || start.length > source.limits.rowChars) break;
  }
  const [line = ""] = start.split(/[\r\n]/, 1);
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length - 1;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
