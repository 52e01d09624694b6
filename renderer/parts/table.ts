/** @file What a VirtualTable is made of, and how its keyboard moves. */
import type { ReactNode } from "react";

export interface Column<R> {
  readonly key: string;
  /** At most six Han. */
  readonly head: string;
  /** A grid track: `120px`, `minmax(120px, 1fr)`. */
  readonly width: string;
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** First direction when this column's head is clicked; `asc` unless told. */
  readonly firstDir?: Sort["dir"];
  /** The column that names the row. */
  readonly isName?: boolean;
  /** Shown from this width of the list on, in pixels. */
  readonly from?: number;
}

export interface Sort {
  readonly key: string;
  readonly dir: "asc" | "desc";
}

export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where a key leads from row `at`; undefined when it does not move. Stops at the ends. */
export function nextIndex(pressed: Pressed, at: number, count: number, page: number): number | undefined {
  if (count === 0 || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

/** The sort a click on this column's head asks for. */
export function nextSort<R>(column: Column<R>, sort: Sort | undefined): Sort {
  if (sort?.key === column.key) return { key: column.key, dir: sort.dir === "asc" ? "desc" : "asc" };
  return { key: column.key, dir: column.firstDir ?? "asc" };
}
