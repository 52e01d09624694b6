/** @file A list as text, all of it at once: what a screen hands over as bytes, or a file with a product list. */
import { type ListText, listLimits } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { ShelfMap } from "../../shared/shelf/shelf-map.ts";
import { openList } from "./read-list.ts";

/**
 * What a screen hands over. Nothing touches the disk.
 *
 * @throws AppError `list-unreadable`, `list-too-large`
 */
export async function readListText(body: AsyncIterable<Uint8Array>): Promise<ListText> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > listLimits.bytes) throw tooLarge();
    pieces.push(piece);
  }
  return textOf(Buffer.concat(pieces), {});
}

/** @throws AppError as {@link readListText}, and the file system's own error when the file cannot be opened */
export function readShelfFile(file: string, map: ShelfMap | undefined): Promise<ListText> {
  return textOf(file, map ?? {});
}

async function textOf(source: string | Uint8Array, wish: Pick<ShelfMap, "encoding" | "delimiter">): Promise<ListText> {
  try {
    const list = await openList(source, wish, listLimits);
    const rows: ListText["rows"] = [];
    for await (const { line, cells } of list.read()) rows.push({ line, cells: [...cells] });
    return { encoding: list.encoding, delimiter: list.delimiter, header: [...list.header], rows };
  } catch (error) {
    const reason = error instanceof AppError ? error.params["reason"] : undefined;
    throw reason === "too-many-rows" || reason === "too-large" ? tooLarge(error) : error;
  }
}

function tooLarge(cause?: unknown): AppError {
  return new AppError("list-too-large", { rows: listLimits.rows, mb: listLimits.bytes / 2 ** 20 }, { cause });
}
