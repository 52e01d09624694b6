/**
 * @file A list of any length as one table: rows of equal height, only those in sight
 * in the page, all of them counted for assistive technology. One row is the
 * keyboard's: ↑ ↓ J K Home End PageUp PageDown move it, Enter opens it, Space selects.
 */
// biome-ignore-all lint/a11y/useSemanticElements: positioned rows would lose a table element's own roles
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, not its cells
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import { keyName } from "./keys.ts";
import { Skeleton } from "./Skeleton.tsx";
import { TableHead } from "./TableHead.tsx";
import { type Column, nextIndex, type Selection, type Sort } from "./table.ts";
import css from "./VirtualTable.module.css";

export interface VirtualTableProps<R> {
  /** Name of the table, read aloud. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** The same function each time, where the list is long. */
  readonly rowKey: (row: R) => string;
  /** A row's name for its checkbox; its key where absent. */
  readonly rowLabel?: (row: R) => string;
  /** Enter or click. */
  readonly onOpen?: (row: R) => void;
  /** Other keys on the focused row, such as L and A; call `preventDefault` on those taken. */
  readonly onKey?: (event: KeyboardEvent, row: R) => void;
  readonly selection?: Selection;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Shown instead of rows. */
  readonly empty?: ReactNode;
  /** Rows are on their way: bones of true height after 300 ms. */
  readonly loading?: boolean;
  /** 36 unless told: 32 tight, 44 for two lines. */
  readonly rowHeight?: number;
  /** Row shown as chosen beside a pane that shows its details. */
  readonly chosen?: string;
  /** Remembers place and focused row under this name, for coming back. */
  readonly memory?: string;
  /** Told which rows are in sight, for the foot: `第1–16位，共613位`. */
  readonly onRange?: (first: number, last: number) => void;
}

const headHeight = 32;
interface Place {
  readonly offset: number;
  readonly key: string | undefined;
}
const places = new Map<string, Place>();

export function VirtualTable<R>(props: VirtualTableProps<R>) {
  const { rows, rowKey, rowHeight = 36, memory = "", onOpen, onKey, selection, onRange } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize();
  const mergedRef = useMergedRef(scroller, sizeRef);
  const [activeKey, setActiveKey] = useState(() => places.get(memory)?.key);
  const wantsFocus = useRef(false);

  const found = activeKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === activeKey);
  const active = found >= 0 ? found : 0;
  const columns = props.columns.filter((column) => column.from === undefined || width === 0 || width >= column.from);
  const template = [selection === undefined ? "" : "32px", ...columns.map((column) => column.width)].join(" ");

  // The places of all rows are worked out anew for each new function, not only for new rows.
  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    [rows, rowKey],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled or memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyAt,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: places.get(memory)?.offset ?? 0,
    // The focused row stays in the page however far one scrolls, or focus would be lost.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (rows.length === 0 || inSight.includes(active)) return inSight;
      return [...inSight, active].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    if (memory === "") return;
    const element = scroller.current;
    return () => {
      if (element !== null) places.set(memory, { offset: element.scrollTop, key: activeKey });
    };
  }, [memory, activeKey]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  });

  // Asked first: asking is what brings the range up to date.
  const items = virtualizer.getVirtualItems();
  const range = virtualizer.range;
  const [first, last] = visibleRows(range, rows.length);
  // Only when the rows in sight change: a screen that passes a new function each time would never come to rest.
  const tellRange = useEffectEvent((from: number, to: number) => onRange?.(from, to));
  useLayoutEffect(() => tellRange(first, last), [first, last]);

  function moveTo(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    wantsFocus.current = true;
    setActiveKey(rowKey(row));
    virtualizer.scrollToIndex(index, { align: "auto" });
  }

  function toggle(key: string): void {
    if (selection === undefined) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    selection.onChange(keys);
  }

  function onRowKey(event: KeyboardEvent, row: R): void {
    // Keys meant for a checkbox or a button inside the row are not the row's.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const to = nextIndex(event, active, rows.length, page);
    if (to !== undefined) moveTo(to);
    else if (keyName(event) === "Enter" && onOpen !== undefined) onOpen(row);
    else if (event.key === " " && selection !== undefined) toggle(rowKey(row));
    else {
      onKey?.(event, row);
      return;
    }
    event.preventDefault();
  }

  const isEmpty = rows.length === 0;
  return (
    <div ref={mergedRef} className={css["scroller"]}>
      <div
        className={css["inner"]}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
        aria-busy={props.loading ?? false}
        style={{ "--columns": template, "--row-height": `${rowHeight}px` } as Record<string, string>}
      >
        <TableHead {...props} columns={columns} />
        <div className={css["body"]} role="rowgroup" style={{ height: isEmpty ? 0 : virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            const isSelected = selection?.keys.has(key) ?? false;
            return (
              <div
                key={item.key}
                role="row"
                data-index={item.index}
                aria-rowindex={item.index + 2}
                aria-selected={selection === undefined ? undefined : isSelected}
                aria-current={key === props.chosen ? "true" : undefined}
                tabIndex={item.index === active ? 0 : -1}
                className={clsx(css["row"], (isSelected || key === props.chosen) && css["chosen"])}
                style={{ transform: `translateY(${item.start - headHeight}px)` }}
                onFocus={() => setActiveKey(key)}
                onClick={(event) => isOwnClick(event) && onOpen?.(row)}
                onKeyDown={(event) => onRowKey(event, row)}
              >
                {selection === undefined ? null : (
                  <div role="gridcell" className={css["check"]}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={isSelected}
                      aria-label={t(parts.list.selectRow, { row: props.rowLabel?.(row) ?? key })}
                      onChange={() => toggle(key)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role={column.isName === true ? "rowheader" : "gridcell"}
                    className={clsx(css["cell"], column.numeric === true && css["numeric"])}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {isEmpty ? props.loading === true ? <Skeleton /> : props.empty : null}
    </div>
  );
}

/** A click on the row itself, not on a box, a button or a link inside it. */
function isOwnClick({ target }: MouseEvent): boolean {
  return !(target as Element).closest("input, label, button, a, select");
}

/** First and last row in sight, counted from 1; both 0 for an empty list. */
function visibleRows(range: { startIndex: number; endIndex: number } | null, count: number): readonly [number, number] {
  if (range === null || count === 0) return [0, 0];
  return [range.startIndex + 1, Math.min(range.endIndex + 1, count)];
}
