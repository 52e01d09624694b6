/** @file The columns of the book as one product sees it. */
import { useMemo } from "react";
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import type { Match } from "../../../shared/rules/match.ts";
import type { ClientSummary } from "../../data/client-list.ts";
import { LevelMark } from "../../parts/LevelMark.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import type { Column } from "../../parts/table.ts";
import { Validity } from "../../parts/Validity.tsx";
import { match as words } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Match.module.css";
import { MatchMark, reasonsOf } from "./MatchMark.tsx";

/** A client of the book, judged for the product. */
export interface BookRow {
  readonly client: ClientSummary;
  readonly match: Match;
}

export function useClientColumns(pack: GatePack): readonly Column<BookRow>[] {
  const t = useT();
  const isLong = useLanguage() === "en";
  return useMemo(
    () => [
      {
        key: "name",
        head: t(words.client),
        width: "minmax(112px, 1fr)",
        isName: true,
        cell: ({ client }) => <Masked kind="name" value={client.name} />,
      },
      {
        key: "tier",
        head: t(words.tier),
        width: isLong ? "90px" : "76px",
        from: 760,
        cell: ({ client }) => <TierMark tier={client.tier} />,
      },
      {
        key: "level",
        head: t(words.level),
        width: isLong ? "120px" : "96px",
        cell: ({ client }) => <LevelMark level={client.level} />,
      },
      {
        key: "until",
        head: t(words.until),
        width: "116px",
        from: 860,
        cell: ({ client }) => <Validity until={client.validUntil} />,
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
