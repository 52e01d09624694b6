/** @file Saved segments with their counts: the tiers, and what needs attention. */
import type { ReactNode } from "react";
import type { Tier } from "../../../shared/model/client.ts";
import type { Segment, SegmentCounts } from "../../data/segments.ts";
import { Rail } from "../../parts/Rail.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { clients } from "../../text/clients.ts";
import { formatCount } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { type Sentence, useT } from "../../text/text.ts";

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
  const choice = (key: Segment, label: ReactNode) => ({
    key,
    label,
    count: formatCount(counts[key]),
    isChosen: key === segment,
    onChoose: () => onChoose(key),
  });
  return (
    <Rail
      label={t(clients.segments)}
      groups={[
        {
          key: "tier",
          title: t(clients.byTier),
          choices: [
            choice("all", t(clients.all)),
            ...tierSegments.map((tier) => choice(tier, <TierMark tier={tier} />)),
          ],
        },
        {
          key: "attention",
          title: t(clients.attention),
          choices: (Object.keys(attentionNames) as Attention[]).map((key) => choice(key, t(attentionNames[key]))),
        },
      ]}
    />
  );
}
