/** @file Saved segments with their counts: the tiers, and what needs attention. */
import type { ReactNode } from "react";
import type { Tier } from "../../../shared/model/client.ts";
import type { Segment, SegmentCounts } from "../../data/segments.ts";
import { TierMark } from "../../parts/TierMark.tsx";
import { clients } from "../../text/clients.ts";
import { formatCount } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { type Sentence, useT } from "../../text/text.ts";
import css from "./ClientsScreen.module.css";

interface SegmentRailProps {
  readonly segment: Segment;
  readonly counts: SegmentCounts;
  readonly onChoose: (segment: Segment) => void;
}

const tierSegments = ["vip", "active", "ordinary", "prospect"] as const;
const attentionNames = {
  expiring: clients.expiring,
  expired: clients.expired,
  unassessed: clients.never,
  incomplete: clients.incomplete,
} as const satisfies Partial<Record<Segment, Sentence>>;
type Attention = keyof typeof attentionNames;

/** What a segment is called where it stands in a sentence; undefined for everybody. */
export function segmentName(segment: Segment): Sentence | undefined {
  if (segment === "all") return undefined;
  return segment in attentionNames ? attentionNames[segment as Attention] : parts.tier[segment as Tier];
}

export function SegmentRail({ segment, counts, onChoose }: SegmentRailProps) {
  const t = useT();

  function choice(key: Segment, label: ReactNode) {
    return (
      <li key={key}>
        <button
          type="button"
          className={css["segment"]}
          aria-current={key === segment ? "true" : undefined}
          onClick={() => onChoose(key)}
        >
          <span className="sb-grow">{label}</span>
          <span className={css["segmentCount"]}>{formatCount(counts[key])}</span>
        </button>
      </li>
    );
  }

  return (
    <nav className={css["rail"]} aria-label={t(clients.segments)}>
      <h2 className={css["railHead"]}>{t(clients.byTier)}</h2>
      <ul>
        {choice("all", t(clients.all))}
        {tierSegments.map((tier) => choice(tier, <TierMark tier={tier} />))}
      </ul>
      <h2 className={css["railHead"]}>{t(clients.attention)}</h2>
      <ul>{(Object.keys(attentionNames) as Attention[]).map((key) => choice(key, t(attentionNames[key])))}</ul>
    </nav>
  );
}
