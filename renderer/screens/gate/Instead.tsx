/** @file What suits the client instead of what is forbidden: matches under the same rules, lowest grade first. */
import { useMemo } from "react";
import type { Client } from "../../../shared/model/client.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { matchOf } from "../../../shared/rules/match.ts";
import { type SaleBasis, useClientFacts } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { maskName } from "../../text/format.ts";
import { outcome } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import type { LiveSale } from "./sale-view.ts";

const most = 6;
const words = outcome.blocked;

export function Instead({ client, live, basis }: { client: Client; live: LiveSale; basis: SaleBasis }) {
  const t = useT();
  const { open } = useScreen();
  const isMasked = useMask((now) => now.isOn);
  const facts = useClientFacts(client, basis);
  const shelf = useShelf()?.current;
  const found = useMemo(() => {
    if (facts === undefined || shelf === undefined) return undefined;
    return shelf
      .filter(
        ({ product, regime, isActive }) => product !== live.sheet.product && regime === live.sheet.regime && isActive,
      )
      .map((sheet) => ({ sheet, match: matchOf(facts, sheet, basis) }))
      .filter(({ match }) => match.class === "fits")
      .toSorted((a, b) => grades.indexOf(a.match.grade) - grades.indexOf(b.match.grade));
  }, [facts, shelf, basis, live]);
  if (found === undefined) return null;
  const name = isMasked ? maskName(client.name) : client.name;
  return (
    <Section ruled title={t(words.instead)}>
      <p className={css["wait"]}>{found.length === 0 ? t(words.noInstead) : t(words.insteadWhy, { name })}</p>
      <ul className={css["instead"]}>
        {found.slice(0, most).map(({ sheet, match }) => (
          <li key={sheet.product}>
            <GradeMark grade={match.grade} />
            <span className="sb-grow">
              {sheet.name} <span className="sb-ink-3">{sheet.code}</span>
            </span>
            <button
              type="button"
              className="sb-link"
              aria-label={`${t(words.check)} ${sheet.name}`}
              onClick={() => open({ screen: "gate", client: client.id, product: sheet.product })}
            >
              {t(words.check)}
            </button>
          </li>
        ))}
      </ul>
      {found.length > most ? (
        <button type="button" className="sb-link" onClick={() => open({ screen: "match", client: client.id })}>
          {t(words.all, { count: found.length })}
        </button>
      ) : null}
    </Section>
  );
}
