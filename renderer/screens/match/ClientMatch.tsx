/** @file The whole shelf for one client: what suits, what does not and why. Enter begins the sale. */
import { useMemo, useRef, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { type Regime, regimes } from "../../../shared/packs/gate-pack.ts";
import type { ClientFacts } from "../../../shared/rules/client-facts.ts";
import { countMatches, type Match, type MatchClass, matchOf } from "../../../shared/rules/match.ts";
import { useClient } from "../../data/queries.ts";
import { type SaleBasis, useClientFacts, useSaleBasis } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useEnterList } from "../../parts/enter-list.ts";
import { FilterField } from "../../parts/FilterField.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { NoResult } from "../../parts/NoResult.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { clients } from "../../text/clients.ts";
import { regimeNames } from "../../text/eligibility.ts";
import { formatCount, maskName } from "../../text/format.ts";
import { match as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { ClassRail } from "./ClassRail.tsx";
import css from "./Match.module.css";
import { useProductColumns } from "./product-columns.tsx";

export interface ShelfRow {
  readonly sheet: ProductSheet;
  readonly match: Match;
}

export function ClientMatch({ client: id }: { client: ClientId }) {
  const t = useT();
  const back = useScreen((now) => now.back);
  const isMasked = useMask((now) => now.isOn);
  const client = useClient(id);
  const basis = useSaleBasis(useToday());
  const shelf = useShelf()?.current;
  const name = client ? (isMasked ? maskName(client.name) : client.name) : "";
  useKeys({ Escape: back });
  const isKnown = client !== undefined && client !== null && basis !== undefined && shelf !== undefined;
  return (
    <>
      <PageHead
        title={t(words.forClient, { name })}
        {...(shelf !== undefined && { fact: t(words.shelfFact, { count: shelf.length }) })}
        back={{ label: name, onBack: back }}
      />
      {isKnown ? <Matched client={client} basis={basis} shelf={shelf} /> : <Skeleton />}
    </>
  );
}

interface MatchedProps {
  readonly client: Client;
  readonly basis: SaleBasis;
  readonly shelf: readonly ProductSheet[];
}

function Matched({ client, basis, shelf }: MatchedProps) {
  const facts = useClientFacts(client, basis);
  return facts === undefined ? <Skeleton /> : <ShelfList client={client} basis={basis} shelf={shelf} facts={facts} />;
}

/** Best first; of one class the lowest grade, then the code. */
const order: Readonly<Record<MatchClass, number>> = { fits: 0, "on-request": 1, missing: 2, not: 3 };

function ShelfList({ client, basis, shelf, facts }: MatchedProps & { readonly facts: ClientFacts }) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<MatchClass>();
  const [regime, setRegime] = useState<Regime>();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pane = useRef<HTMLDivElement>(null);
  const focusTable = useEnterList(pane);
  const columns = useProductColumns(basis.rules.gate);

  const all = useMemo(
    () =>
      shelf
        .map((sheet): ShelfRow => ({ sheet, match: matchOf(facts, sheet, basis) }))
        .toSorted((a, b) => order[a.match.class] - order[b.match.class] || (a.match.grade < b.match.grade ? -1 : 1)),
    [shelf, facts, basis],
  );
  const named = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    return all.filter(
      ({ sheet }) =>
        (regime === undefined || sheet.regime === regime) &&
        (wanted === "" || `${sheet.code} ${sheet.name} ${sheet.issuer ?? ""}`.toLowerCase().includes(wanted)),
    );
  }, [all, query, regime]);
  const counts = useMemo(() => countMatches(named.map(({ match }) => match)), [named]);
  const rows = chosen === undefined ? named : named.filter(({ match }) => match.class === chosen);
  const regimeChoice = (key: string, of: Regime | undefined, label: string) => ({
    key,
    label,
    isChosen: regime === of,
    onChoose: () => setRegime(of),
  });

  return (
    <>
      <Split
        fixed
        sidePlace="left"
        sideWidth={184}
        side={
          <ClassRail
            chosen={chosen}
            counts={counts}
            onChoose={setChosen}
            more={[
              {
                key: "regime",
                title: t(words.regimes),
                choices: [
                  regimeChoice("any", undefined, t(words.anyRegime)),
                  ...regimes.map((one) => regimeChoice(one, one, t(regimeNames[one]))),
                ],
              },
            ]}
          />
        }
      >
        <div ref={pane} className={css["pane"]}>
          <FilterField
            label={t(words.filter)}
            hint={t(words.filter)}
            clearLabel={t(clients.clearFilter)}
            value={query}
            onChange={setQuery}
            onLeave={focusTable}
          />
          <p className={css["note"]}>{t(words.descriptiveShelf)}</p>
          <VirtualTable
            label={t(words.table)}
            columns={columns}
            rows={rows}
            rowKey={({ sheet }) => sheet.product}
            rowHeight={44}
            memory={`match ${client.id}`}
            onOpen={({ sheet }) => open({ screen: "gate", client: client.id, product: sheet.product })}
            onRange={(first, last) => setRange([first, last])}
            empty={
              shelf.length === 0 ? (
                <Empty
                  title={t(words.noShelf)}
                  why={t(words.noShelfWhy)}
                  action={
                    <button type="button" className="sb-link" onClick={() => open({ screen: "products" })}>
                      {t(words.toShelf)}
                    </button>
                  }
                />
              ) : (
                <NoResult
                  title={t(words.noMatch)}
                  where={t(words.noMatchWhere, { count: formatCount(named.length) })}
                  onClear={() => {
                    setQuery("");
                    setChosen(undefined);
                    setRegime(undefined);
                  }}
                />
              )
            }
          />
        </div>
      </Split>
      <FootBar right={<Range range={range} count={rows.length} />}>
        <KeyHint keys={["↑", "↓"]}>{t(clients.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(words.check)}</KeyHint>
      </FootBar>
    </>
  );
}

export function Range({ range: [first, last], count }: { range: readonly [number, number]; count: number }) {
  const t = useT();
  return (
    <span>{t(words.range, { first: formatCount(first), last: formatCount(last), count: formatCount(count) })}</span>
  );
}
