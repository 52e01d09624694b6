/** @file Attachments over HTTP semantics: one byte range at most, and headers that keep a hostile file harmless. Pure. */
import { commonHeaders } from "../page/policy.ts";
import type { OpenStream } from "./sealed-stream.ts";

export interface ByteRange {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * The range a `Range` header asks for (RFC 9110, 14.2): undefined for the whole, which is also the answer
 * to several ranges and other units; `unsatisfiable` where it begins beyond the end.
 */
export function parseRange(header: string | null, size: number): ByteRange | undefined | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (start >= size) return "unsatisfiable";
  return end <= start ? undefined : { start, end };
}

/** Status and headers for an attachment or a range of it; `exportedAs` makes it a download under that name. */
export function attachmentHead(
  { type, bytes }: Pick<OpenStream, "type" | "bytes">,
  range: ByteRange | undefined,
  exportedAs?: string,
): { status: number; headers: Record<string, string> } {
  const { start, end } = range ?? { start: 0, end: bytes };
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      ...commonHeaders,
      "content-type": type,
      "content-length": String(end - start),
      "accept-ranges": "bytes",
      // Opened by itself it is a document without an origin that can load and run nothing.
      "content-security-policy": "sandbox; default-src 'none'",
      ...(range !== undefined && { "content-range": `bytes ${start}-${end - 1}/${bytes}` }),
      ...(exportedAs !== undefined && dispositionAs(exportedAs)),
    },
  };
}

/** Headers for a whole file that is only saved, never shown; `bytes` where its length is known before. */
export function downloadHeaders(type: string, name: string, bytes?: number): Record<string, string> {
  return {
    ...commonHeaders,
    "content-type": type,
    ...(bytes !== undefined && { "content-length": String(bytes) }),
    ...dispositionAs(name),
  };
}

function dispositionAs(name: string): Record<string, string> {
  return { "content-disposition": `attachment; filename*=UTF-8''${encoded(name)}` };
}

/** RFC 8187: everything percent-encoded but what may stand bare in a header. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
