/** @file The columns of the shelf as one client sees it. */
import { useMemo } from "react";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import type { Match } from "../../../shared/rules/match.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import type { Column } from "../../parts/table.ts";
import { productTypeNames, regimeNames } from "../../text/eligibility.ts";
import { match as words } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Match.module.css";
import { MatchMark, reasonsOf } from "./MatchMark.tsx";

/** A product of the shelf, judged for the client. */
export interface ShelfRow {
  readonly sheet: ProductSheet;
  readonly match: Match;
}

export function useProductColumns(pack: GatePack): readonly Column<ShelfRow>[] {
  const t = useT();
  const isLong = useLanguage() === "en";
  return useMemo(
    () => [
      {
        key: "product",
        head: t(words.product),
        width: "minmax(180px, 1.4fr)",
        isName: true,
        cell: ({ sheet }) => (
          <span className={css["two"]}>
            <b className="sb-cut">{sheet.name}</b>
            <span className={css["under"]}>
              {sheet.code} {t(regimeNames[sheet.regime])}
            </span>
          </span>
        ),
      },
      { key: "grade", head: t(words.grade), width: "84px", cell: ({ match }) => <GradeMark grade={match.grade} /> },
      {
        key: "term",
        head: t(words.term),
        width: isLong ? "84px" : "76px",
        from: 760,
        cell: ({ sheet }) => (sheet.termMonths === 0 ? t(words.atCall) : t(words.months, { months: sheet.termMonths })),
      },
      {
        key: "type",
        head: t(words.type),
        width: isLong ? "104px" : "88px",
        from: 860,
        cell: ({ sheet }) => t(productTypeNames[sheet.type]),
      },
      {
        key: "class",
        head: t(words.result),
        width: isLong ? "152px" : "124px",
        cell: ({ match }) => <MatchMark of={match.class} />,
      },
      {
        key: "reasons",
        head: t(words.reasons),
        width: "minmax(180px, 2fr)",
        cell: ({ match }) => <span className={css["reasons"]}>{reasonsOf(match, pack, t)}</span>,
      },
    ],
    [t, isLong, pack],
  );
}
