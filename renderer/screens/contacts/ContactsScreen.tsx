/** @file Every contact, newest first; what was promised and falls due stands on top. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Contact } from "../../../shared/model/contact.ts";
import { useContacts, useHydration } from "../../data/queries.ts";
import { searchClients } from "../../data/search.ts";
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
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { contacts as words } from "../../text/contacts.ts";
import { formatCount } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./ContactsScreen.module.css";
import { useContactColumns } from "./columns.tsx";
import { DueSteps, dueRows, useSteps } from "./DueSteps.tsx";
import { FilterRail } from "./FilterRail.tsx";
import { type LogFilter, matchesText, noFilter } from "./log-filter.ts";

/** How many entries are read at first, and how many more each time one looks further back. */
const page = 1000;
const mostClients = 2000;

export function ContactsScreen() {
  const t = useT();
  const [filter, setFilter] = useState<LogFilter>(noFilter);
  const [limit, setLimit] = useState(page);
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0]);
  const { phase } = useHydration();
  const open = useScreen((now) => now.open);
  const show = useOverlay((now) => now.show);
  const columns = useContactColumns();
  const steps = useSteps();
  const due = dueRows(steps);
  const { channel, purpose } = filter;
  const found = useContacts({
    limit,
    older: limit > page,
    ...(channel !== undefined && { channel }),
    ...(purpose !== undefined && { purpose }),
  });
  const text = useDeferredValue(filter.text);
  const rows = useMemo(() => {
    const clients = new Set(text.trim() === "" ? [] : searchClients(text, mostClients).map((hit) => hit.client.id));
    return (found ?? []).filter((row) => matchesText(row, text, clients));
  }, [found, text]);
  const isFiltered =
    filter !== noFilter && (channel !== undefined || purpose !== undefined || filter.text.trim() !== "");

  const log = () => show({ kind: "contact" });
  useKeys({ l: log });
  const pane = useRef<HTMLDivElement>(null);
  const focusTable = useEnterList(pane);

  function onRowKey(event: KeyboardEvent, row: Contact): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "l") show({ kind: "contact", client: row.client });
    else if (key === "e") show({ kind: "contact", client: row.client, contact: row.id });
    else return;
    event.preventDefault();
  }

  const button = (
    <Button size="xs" variant="filled" leftSection={<Icon name="plus" />} rightSection={<Key>L</Key>} onClick={log}>
      {t(words.log)}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t(words.title)}
        fact={due.length === 0 ? t(words.factNone) : t(words.factDue, { due: formatCount(due.length) })}
      >
        {button}
      </PageHead>
      <Split fixed sidePlace="left" sideWidth={184} side={<FilterRail filter={filter} onChange={setFilter} />}>
        <div ref={pane} className={css["pane"]}>
          <FilterField
            label={t(words.filter)}
            hint={t(words.filterHint)}
            clearLabel={t(words.clearFilter)}
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
            onLeave={focusTable}
          />
          {isFiltered ? null : <DueSteps steps={steps} />}
          <VirtualTable
            label={t(words.table)}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => open({ screen: "client", id: row.client })}
            onKey={onRowKey}
            onRange={(first, last) => setRange([first, last])}
            memory="contacts"
            loading={found === undefined || phase === "clients"}
            empty={
              isFiltered ? (
                <NoResult title={t(words.noMatch)} where={t(words.noMatchWhy)} onClear={() => setFilter(noFilter)} />
              ) : (
                <Empty title={t(words.emptyTitle)} why={t(words.emptyWhy)} action={button} />
              )
            }
          />
        </div>
      </Split>
      <FootBar
        right={
          <>
            {(found?.length ?? 0) >= limit || limit === page ? (
              <button type="button" className="sb-link" onClick={() => setLimit(limit + 4 * page)}>
                {t(words.earlier)}
              </button>
            ) : null}
            {to === 0
              ? null
              : t(words.range, { from: formatCount(from), to: formatCount(to), total: formatCount(rows.length) })}
          </>
        }
      >
        <KeyHint keys={["↑", "↓"]}>{t(words.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(words.keyOpen)}</KeyHint>
        <KeyHint keys={["E"]}>{t(words.keyEdit)}</KeyHint>
        <KeyHint keys={["L"]}>{t(words.keyLog)}</KeyHint>
      </FootBar>
    </>
  );
}
