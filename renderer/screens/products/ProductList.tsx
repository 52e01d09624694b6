/** @file The list of products: filters at the left, search above, and what the keyboard can do at the foot. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { saveShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useEnterList } from "../../parts/enter-list.ts";
import { FilterField } from "../../parts/FilterField.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key, KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { NoResult } from "../../parts/NoResult.tsx";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { type Place, useScreen } from "../../state/screen.ts";
import { formatCount } from "../../text/format.ts";
import { match } from "../../text/gate.ts";
import { products, shelfImport } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { useColumns } from "./columns.tsx";
import { useListView } from "./list-view.ts";
import { ProductRail } from "./ProductRail.tsx";
import css from "./Products.module.css";
import { matches, type ProductRow, passes, type SortKey, sorted } from "./product-filter.ts";
import { useRows } from "./use-rows.ts";

const nothing: readonly ProductRow[] = [];

export function ProductList() {
  const t = useT();
  const language = useLanguage();
  const goTo = useScreen((now) => now.open);
  const { query, filter, sort, taken, set } = useListView();
  const all = useRows();
  const columns = useColumns();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pane = useRef<HTMLDivElement>(null);
  const found = useMemo(() => (all ?? nothing).filter(({ sheet }) => matches(sheet, query)), [all, query]);
  const rows = useMemo(
    () =>
      sorted(
        found.filter((row) => passes(row, filter)),
        sort,
      ),
    [found, filter, sort],
  );

  function open(place: Place): void {
    // What an import did is news once.
    set({ taken: undefined });
    goTo(place);
  }
  const create = () => open({ screen: "products", doing: "create" });
  const importList = () => open({ screen: "products", doing: "import" });
  const exportList = () => saveShelf({ content: "shelf", language });
  const hasShelf = all !== undefined && all.length > 0;
  const focusTable = useEnterList(pane);
  useKeys({ n: create, i: importList, "Mod+e": hasShelf ? exportList : undefined });

  function onRowKey(event: KeyboardEvent, { sheet }: ProductRow): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "e") open({ screen: "product", id: sheet.product, edit: true });
    else if (key === "g") open({ screen: "match", product: sheet.product });
    else return;
    event.preventDefault();
  }

  return (
    <>
      <PageHead title={t(products.title)} fact={hasShelf ? <ShelfFact rows={all} /> : undefined}>
        <Button size="xs" leftSection={<Icon name="import" />} rightSection={<Key>I</Key>} onClick={importList}>
          {t(products.import)}
        </Button>
        {hasShelf ? (
          <Button size="xs" leftSection={<Icon name="export" />} onClick={exportList}>
            {t(products.export)}
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="filled"
          leftSection={<Icon name="plus" />}
          rightSection={<Key>N</Key>}
          onClick={create}
        >
          {t(products.create)}
        </Button>
      </PageHead>
      <Split
        fixed
        sidePlace="left"
        sideWidth={184}
        side={<ProductRail rows={found} filter={filter} onChange={(next) => set({ filter: next })} />}
      >
        <div ref={pane} className={css["pane"]}>
          {taken === undefined ? null : (
            <div className={css["taken"]}>
              <Note tone="ok">{t(shelfImport.done, taken)}</Note>
            </div>
          )}
          <FilterField
            label={t(products.filter.label)}
            hint={t(products.filter.hint)}
            clearLabel={t(products.filter.clear)}
            value={query}
            onChange={(next) => set({ query: next })}
            onLeave={focusTable}
            outcome={query.trim() === "" ? "" : t(products.filter.found, { count: formatCount(rows.length) })}
          />
          <VirtualTable
            label={t(products.table)}
            columns={columns}
            rows={rows}
            rowKey={({ sheet }) => sheet.product}
            rowLabel={({ sheet }) => sheet.name}
            sort={{ key: sort.by, dir: sort.dir }}
            onSort={({ key, dir }) => set({ sort: { by: key as SortKey, dir } })}
            onOpen={({ sheet }) => open({ screen: "product", id: sheet.product })}
            onKey={onRowKey}
            onRange={(first, last) => setRange([first, last])}
            memory="products"
            loading={all === undefined}
            empty={hasShelf ? <NoneFits count={all.length} /> : <NoProducts onImport={importList} onCreate={create} />}
          />
        </div>
      </Split>
      <FootBar right={<Range shown={range} total={rows.length} />}>
        <KeyHint keys={["↑", "↓"]}>{t(products.key.move)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(products.key.open)}</KeyHint>
        <KeyHint keys={["E"]}>{t(products.key.edit)}</KeyHint>
        <KeyHint keys={["G"]}>{t(match.open)}</KeyHint>
      </FootBar>
    </>
  );
}

/** `39只，在售 38，私募 3`. */
function ShelfFact({ rows }: { rows: readonly ProductRow[] }) {
  const t = useT();
  return t(products.fact, {
    total: formatCount(rows.length),
    active: formatCount(rows.filter(({ sheet }) => sheet.isActive).length),
    privates: formatCount(rows.filter(({ sheet }) => sheet.isPrivate).length),
  });
}

function Range({ shown: [from, to], total }: { shown: readonly [number, number]; total: number }) {
  const t = useT();
  if (total === 0 || to === 0) return null;
  return t(products.range, { from: formatCount(from), to: formatCount(to), total: formatCount(total) });
}

function NoneFits({ count }: { count: number }) {
  const t = useT();
  const set = useListView((now) => now.set);
  return (
    <NoResult
      title={t(products.empty.noMatch)}
      where={t(products.empty.noMatchWhy, { count: formatCount(count) })}
      onClear={() => set({ query: "", filter: {} })}
    />
  );
}

function NoProducts({ onImport, onCreate }: { onImport: () => void; onCreate: () => void }) {
  const t = useT();
  return (
    <Empty
      title={t(products.empty.title)}
      why={t(products.empty.why)}
      action={
        <div className={css["ways"]}>
          <Button
            size="xs"
            variant="filled"
            leftSection={<Icon name="import" />}
            rightSection={<Key>I</Key>}
            onClick={onImport}
          >
            {t(products.import)}
          </Button>
          <button type="button" className="sb-link" onClick={onCreate}>
            {t(products.create)}
          </button>
        </div>
      }
    />
  );
}
