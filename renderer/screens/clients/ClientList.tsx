/** @file The list itself: everything a keyboard can do here is printed at the foot. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import type { ClientSummary } from "../../data/client-list.ts";
import { useClientList, useClientRows, useHydration } from "../../data/queries.ts";
import type { Segment, SegmentCounts, SortKey } from "../../data/segments.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useEnterList } from "../../parts/enter-list.ts";
import { FilterField } from "../../parts/FilterField.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key, KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { NoResult } from "../../parts/NoResult.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { clients } from "../../text/clients.ts";
import { formatCount, formatMoney, maskMoney, maskName } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ClientsScreen.module.css";
import { useColumns } from "./columns.tsx";
import { useListView } from "./list-view.ts";
import { SegmentRail, segmentName } from "./SegmentRail.tsx";

export function ClientList({ segment }: { segment: Segment }) {
  const t = useT();
  const { query, sort, setQuery, setSort, setNewName } = useListView();
  const { rows, counts } = useClientList({ segment, sort, query });
  const { phase } = useHydration();
  const { open, replace } = useScreen();
  const showOverlay = useOverlay((now) => now.show);
  const isMasked = useMask((now) => now.isOn);
  const columns = useColumns();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pane = useRef<HTMLDivElement>(null);

  function create(name = ""): void {
    setNewName(name);
    open({ screen: "clients", segment, create: true });
  }
  const focusTable = useEnterList(pane);
  useKeys({ n: () => create() });

  function onRowKey(event: KeyboardEvent, { id }: ClientSummary): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "l" || event.key === "L") showOverlay({ kind: "contact", client: id });
    else if (event.key === "a" || event.key === "A") open({ screen: "assess", client: id });
    else return;
    event.preventDefault();
  }

  return (
    <>
      <PageHead title={t(clients.title)} fact={<BookFact />}>
        <Button
          size="xs"
          variant="filled"
          leftSection={<Icon name="plus" />}
          rightSection={<Key>N</Key>}
          onClick={() => create()}
        >
          {t(clients.create)}
        </Button>
      </PageHead>
      <Split
        fixed
        sidePlace="left"
        sideWidth={184}
        side={
          <SegmentRail
            segment={segment}
            counts={counts}
            onChoose={(next) => replace({ screen: "clients", segment: next })}
          />
        }
      >
        <div ref={pane} className={css["pane"]}>
          <FilterField
            label={t(clients.filter)}
            hint={t(clients.filterHint)}
            clearLabel={t(clients.clearFilter)}
            value={query}
            onChange={setQuery}
            onLeave={focusTable}
            outcome={query.trim() === "" ? "" : t(clients.found, { count: formatCount(rows.length) })}
          />
          <VirtualTable
            label={t(clients.table)}
            columns={columns}
            rows={rows}
            rowKey={idOf}
            rowLabel={(row) => (isMasked ? maskName(row.name) : row.name)}
            sort={{ key: sort.by, dir: sort.direction === "ascending" ? "asc" : "desc" }}
            onSort={({ key, dir }) =>
              setSort({ by: key as SortKey, direction: dir === "asc" ? "ascending" : "descending" })
            }
            onOpen={(row) => open({ screen: "client", id: row.id })}
            onKey={onRowKey}
            onRange={(first, last) => setRange([first, last])}
            memory={`clients-${segment}`}
            loading={phase === "clients"}
            empty={
              <Nothing
                segment={segment}
                counts={counts}
                onCreate={create}
                onClear={() => setQuery("")}
                onAll={() => replace({ screen: "clients" })}
              />
            }
          />
        </div>
      </Split>
      <FootBar right={<Range rows={rows} range={range} />}>
        <KeyHint keys={["↑", "↓"]}>{t(clients.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(clients.keyOpen)}</KeyHint>
        <KeyHint keys={["L"]}>{t(clients.keyContact)}</KeyHint>
        <KeyHint keys={["A"]}>{t(clients.keyAssess)}</KeyHint>
      </FootBar>
    </>
  );
}

const idOf = ({ id }: ClientSummary) => id;

/** 613位，个人 598，机构 15. */
function BookFact(): ReactNode {
  const t = useT();
  const rows = useClientRows();
  const companies = useMemo(() => rows.reduce((sum, row) => sum + (row.kind === "company" ? 1 : 0), 0), [rows]);
  if (rows.length === 0) return null;
  return t(clients.fact, {
    total: formatCount(rows.length),
    people: formatCount(rows.length - companies),
    companies: formatCount(companies),
  });
}

function Range({ rows, range: [from, to] }: { rows: readonly ClientSummary[]; range: readonly [number, number] }) {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  const sum = useMemo(() => rows.reduce((all, { assets = 0 }) => all + assets, 0), [rows]);
  if (rows.length === 0 || to === 0) return null;
  const values = { from: formatCount(from), to: formatCount(to), total: formatCount(rows.length) };
  if (sum === 0) return t(clients.range, values);
  return t(clients.rangeAndSum, { ...values, sum: isMasked ? maskMoney() : formatMoney(sum, language) });
}

interface NothingProps {
  readonly segment: Segment;
  readonly counts: SegmentCounts;
  readonly onCreate: (name?: string) => void;
  readonly onClear: () => void;
  readonly onAll: () => void;
}

/** Why the list is empty, and what to do about it. */
function Nothing({ segment, counts, onCreate, onClear, onAll }: NothingProps) {
  const t = useT();
  const query = useListView((now) => now.query).trim();
  const name = segmentName(segment);
  const isName = /\p{Script=Han}/u.test(query);
  if (query !== "" && counts.all > 0) {
    return (
      <NoResult
        title={t(clients.noMatch, { query })}
        where={t(clients.noMatchWhy, { count: formatCount(counts[segment]) })}
        onClear={onClear}
      >
        <button type="button" className="sb-link" onClick={() => onCreate(isName ? query : "")}>
          {isName ? t(clients.createNamed, { name: query }) : t(clients.create)}
        </button>
      </NoResult>
    );
  }
  if (name !== undefined && counts.all > 0) {
    return (
      <Empty
        title={t(clients.noneInSegment, { segment: t(name) })}
        why={t(clients.noneInSegmentWhy)}
        action={
          <button type="button" className="sb-link" onClick={onAll}>
            {t(clients.showAll)}
          </button>
        }
      />
    );
  }
  return (
    <Empty
      title={t(clients.emptyTitle)}
      why={t(clients.emptyWhy)}
      action={
        <Button
          size="xs"
          variant="filled"
          leftSection={<Icon name="plus" />}
          rightSection={<Key>N</Key>}
          onClick={() => onCreate()}
        >
          {t(clients.create)}
        </Button>
      }
    />
  );
}
