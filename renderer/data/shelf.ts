/** @file The shelf for the screens: every version of every product, the newest of each, and the lists that go in and out. */
import { useMemo } from "react";
import { z } from "zod";
import { Failure, type Reply, unwrap } from "../../shared/bridge/reply.ts";
import { ListText, listPath, type ShelfQuery, shelfPath } from "../../shared/bridge/streams.ts";
import type { ProductSheet } from "../../shared/model/product-sheet.ts";
import { currentSheets } from "../../shared/rules/product-sheets.ts";
import { openStream } from "../bridge.ts";
import { useHydration, useOffice } from "./queries.ts";

export interface Shelf {
  /** Every version. */
  readonly sheets: readonly ProductSheet[];
  /** The newest of each product. */
  readonly current: readonly ProductSheet[];
}

/** Undefined while the book is still coming in: sheets come late. */
export function useShelf(): Shelf | undefined {
  const { phase } = useHydration();
  const sheets = useOffice("productSheet");
  const shelf = useMemo(() => sheets && { sheets, current: currentSheets(sheets) }, [sheets]);
  return phase === "done" || phase === "failed" ? shelf : undefined;
}

const ListReply = z.union([z.object({ ok: z.literal(true), value: ListText }), Failure]);

/** The cells of a list's file as text. @throws AppError `list-unreadable`, `list-too-large`, `locked` */
export async function readList(file: Blob): Promise<ListText> {
  const response = await openStream(listPath, { method: "POST", body: file });
  const reply: Reply<ListText> = ListReply.parse(await response.json());
  return unwrap(reply);
}

/** Let the system save the shelf, or its heads, as a CSV. */
export function saveShelf(query: ShelfQuery): void {
  const link = document.createElement("a");
  link.href = `${shelfPath}?${new URLSearchParams(query).toString()}`;
  link.download = ""; // the answer brings the name
  link.click();
}
