/** @file The head row of a VirtualTable: select all, and a button for every column that sorts. */
// biome-ignore-all lint/a11y/useSemanticElements: positioned rows would lose a table element's own roles
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, not its cells
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import { Icon } from "./Icon.tsx";
import { type Column, nextSort, type Selection, type Sort } from "./table.ts";
import css from "./VirtualTable.module.css";

interface TableHeadProps<R> {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly selection?: Selection;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
}

export function TableHead<R>({ columns, rows, rowKey, selection, sort, onSort }: TableHeadProps<R>) {
  return (
    <div className={css["head"]} role="rowgroup">
      <div className={css["row"]} role="row" aria-rowindex={1}>
        {selection === undefined ? null : <SelectAll rows={rows} rowKey={rowKey} selection={selection} />}
        {columns.map((column) => {
          const isSorted = sort?.key === column.key;
          const direction = sort?.dir === "asc" ? "ascending" : "descending";
          return (
            <div
              key={column.key}
              role="columnheader"
              className={clsx(css["cell"], column.numeric === true && css["numeric"], isSorted && css["sorted"])}
              aria-sort={isSorted ? direction : undefined}
            >
              {column.sortable === true && onSort !== undefined ? (
                <button type="button" className={css["sort"]} onClick={() => onSort(nextSort(column, sort))}>
                  {column.head}
                  {isSorted ? <Icon name={sort.dir === "asc" ? "sortUp" : "sortDown"} size={12} /> : null}
                </button>
              ) : (
                column.head
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SelectAll<R>({
  rows,
  rowKey,
  selection,
}: {
  rows: readonly R[];
  rowKey: (row: R) => string;
  selection: Selection;
}) {
  const t = useT();
  const all = rows.length > 0 && selection.keys.size >= rows.length;
  return (
    <div role="columnheader" className={css["check"]}>
      <input
        type="checkbox"
        aria-label={t(parts.list.selectAll)}
        checked={all}
        ref={(box) => {
          if (box !== null) box.indeterminate = selection.keys.size > 0 && !all;
        }}
        onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
      />
    </div>
  );
}
