/** @file The whole book for one product: whom it suits, and of the others why not. A description, never a list to push. */
import { useMemo, useRef, useState } from "react";
import type { RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { ClientFacts } from "../../../shared/rules/client-facts.ts";
import { countMatches, type MatchClass, matchBook } from "../../../shared/rules/match.ts";
import { useClientList } from "../../data/queries.ts";
import { type SaleBasis, useBookFacts, useSaleBasis } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useEnterList } from "../../parts/enter-list.ts";
import { FilterField } from "../../parts/FilterField.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { NoResult } from "../../parts/NoResult.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useScreen } from "../../state/screen.ts";
import { clients } from "../../text/clients.ts";
import { formatCount } from "../../text/format.ts";
import { gate, match as words } from "../../text/gate.ts";
import { products } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { ClassRail } from "./ClassRail.tsx";
import { Range } from "./ClientMatch.tsx";
import { type BookRow, useClientColumns } from "./client-columns.tsx";
import css from "./Match.module.css";

export function ProductMatch({ product }: { product: RecordId }) {
  const t = useT();
  const back = useScreen((now) => now.back);
  const basis = useSaleBasis(useToday());
  const shelf = useShelf()?.current;
  const facts = useBookFacts(basis);
  const sheet = shelf?.find((one) => one.product === product);
  useKeys({ Escape: back });
  const isMissing = shelf !== undefined && sheet === undefined;
  const isKnown = sheet !== undefined && basis !== undefined && facts !== undefined;
  const fact = isMissing
    ? undefined
    : isKnown
      ? t(words.bookFact, { count: formatCount(facts.size) })
      : t(words.reading);
  return (
    <>
      <PageHead
        title={isMissing ? t(gate.noProduct) : t(words.forProduct, { product: sheet?.name ?? "" })}
        {...(fact !== undefined && { fact })}
        back={{ label: t(products.title), onBack: back }}
      />
      {isMissing ? <Empty title={t(gate.noProduct)} why={t(gate.noProductWhy)} /> : null}
      {isKnown ? <BookList sheet={sheet} basis={basis} facts={facts} /> : null}
      {isMissing || isKnown ? null : <Skeleton />}
    </>
  );
}

interface BookListProps {
  readonly sheet: ProductSheet;
  readonly basis: SaleBasis;
  readonly facts: ReadonlyMap<string, ClientFacts>;
}

const byName = { by: "name", direction: "ascending" } as const;

function BookList({ sheet, basis, facts }: BookListProps) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<MatchClass | undefined>("fits");
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pane = useRef<HTMLDivElement>(null);
  const focusTable = useEnterList(pane);
  const columns = useClientColumns(basis.rules.gate);
  const listed = useClientList({ segment: "all", sort: byName, query });
  const matches = useMemo(() => matchBook(facts, sheet, basis), [facts, sheet, basis]);
  const named = useMemo(
    () =>
      listed.rows.flatMap((client): BookRow[] => {
        const match = matches.get(client.id);
        return match === undefined ? [] : [{ client, match }];
      }),
    [listed.rows, matches],
  );
  const counts = useMemo(() => countMatches(named.map(({ match }) => match)), [named]);
  const rows = useMemo(
    () => (chosen === undefined ? named : named.filter(({ match }) => match.class === chosen)),
    [named, chosen],
  );

  return (
    <>
      <Split
        fixed
        sidePlace="left"
        sideWidth={184}
        side={<ClassRail chosen={chosen} counts={counts} onChoose={setChosen} />}
      >
        <div ref={pane} className={css["pane"]}>
          <FilterField
            label={t(words.filterClients)}
            hint={t(words.filterClients)}
            clearLabel={t(clients.clearFilter)}
            value={query}
            onChange={setQuery}
            onLeave={focusTable}
          />
          <p className={css["note"]}>
            {t(words.descriptive)} {sheet.isPrivate ? t(words.privately) : null}
          </p>
          <VirtualTable
            label={t(words.table)}
            columns={columns}
            rows={rows}
            rowKey={({ client }) => client.id}
            rowHeight={44}
            memory={`match ${sheet.product}`}
            onOpen={({ client }) => open({ screen: "gate", client: client.id, product: sheet.product })}
            onRange={(first, last) => setRange([first, last])}
            empty={
              <NoResult
                title={t(words.noClients)}
                where={t(words.noClientsWhere, { count: formatCount(named.length) })}
                onClear={() => {
                  setQuery("");
                  setChosen(undefined);
                }}
              />
            }
          />
        </div>
      </Split>
      <FootBar right={<Range range={range} count={rows.length} />}>
        <GradeMark grade={[...matches.values()][0]?.grade ?? sheet.sellerGrade} withName />
        <KeyHint keys={["↑", "↓"]}>{t(clients.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(words.check)}</KeyHint>
      </FootBar>
    </>
  );
}
