/** @file The rows of a list with what would become of each. */
import { useMemo } from "react";
import type { ShelfRow } from "../../../shared/shelf/read-shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { RowMark } from "../../parts/RowMark.tsx";
import type { Column } from "../../parts/table.ts";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { sheetFieldNames, shelfImport as words } from "../../text/products.ts";
import { type Say, useT } from "../../text/text.ts";
import css from "./Products.module.css";
import { findingWords } from "./words.ts";

interface ImportRowsProps {
  readonly rows: readonly ShelfRow[];
  /** The tab that is chosen. */
  readonly outcome: string;
  readonly chosen: number | undefined;
  readonly onChoose: (row: ShelfRow) => void;
}

export function ImportRows({ rows, outcome, chosen, onChoose }: ImportRowsProps) {
  const t = useT();
  const columns = useMemo(
    (): readonly Column<ShelfRow>[] => [
      { key: "line", head: t(words.line), width: "52px", numeric: true, cell: ({ line }) => line },
      { key: "outcome", head: t(words.outcome), width: "84px", cell: (row) => <RowMark outcome={row.outcome} /> },
      {
        key: "code",
        head: t(sheetFieldNames.code),
        width: "96px",
        cell: ({ code }) => <span className="sb-cut">{code}</span>,
      },
      {
        key: "name",
        head: t(sheetFieldNames.name),
        width: "minmax(120px, 1fr)",
        isName: true,
        cell: ({ name }) => <span className={css["name"]}>{name}</span>,
      },
      {
        key: "remark",
        head: t(words.remark),
        width: "minmax(160px, 1.6fr)",
        cell: (row) => (
          <span className={row.outcome === "refused" ? "sb-bad sb-cut" : "sb-ink-2 sb-cut"}>{remark(t, row)}</span>
        ),
      },
    ],
    [t],
  );
  const named = Object.entries(words.tabs).find(([key]) => key === outcome)?.[1] ?? words.tabs.all;
  return (
    <VirtualTable
      label={t(words.table)}
      columns={columns}
      rows={rows}
      rowKey={({ line }) => String(line)}
      {...(chosen !== undefined && { chosen: String(chosen) })}
      onOpen={onChoose}
      empty={<Empty title={t(words.none)} why={t(words.noneWhy, { outcome: t(named) })} />}
    />
  );
}

/** The first fault, what changes, or the first thing to look at. */
function remark(t: Say, { faults, changes, flags }: ShelfRow): string {
  const [first] = faults.length > 0 ? faults : flags;
  if (faults.length === 0 && changes.length > 0) {
    const fields = changes.map(({ field }) => t(sheetFieldNames[field])).join(t(words.or));
    return t(words.changes, { count: changes.length, fields });
  }
  if (first === undefined) return "";
  const sentence = t(findingWords(first));
  const said = first.column === undefined ? sentence : t(words.fault, { column: t(first.column.head), sentence });
  return faults.length > 1 ? said + t(words.moreFaults, { count: faults.length - 1 }) : said;
}
