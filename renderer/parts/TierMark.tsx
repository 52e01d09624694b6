/** @file Client tier: solid diamond, solid dot, ring, dashed ring; always with its word, seen or read aloud. */
import type { ReactNode } from "react";
import type { Tier } from "../../shared/model/client.ts";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import css from "./marks.module.css";

const ring = { cx: 6, cy: 6, r: 3.7, fill: "none", stroke: "currentColor", strokeWidth: 1.4 } as const;
const shapes: Readonly<Record<Tier, ReactNode>> = {
  vip: <path d="M6 .8L11.2 6 6 11.2.8 6z" fill="currentColor" />,
  active: <circle cx="6" cy="6" r="4.2" fill="currentColor" />,
  ordinary: <circle {...ring} />,
  prospect: <circle {...ring} strokeDasharray="2 1.9" />,
};

/** `iconOnly` keeps the word for screen readers. */
export function TierMark({ tier, iconOnly = false }: { tier: Tier | undefined; iconOnly?: boolean }) {
  const t = useT();
  if (tier === undefined) return <span className={css["ink3"]}>{t(parts.common.unfilled)}</span>;
  return (
    <span className={css["mark"]}>
      <svg className={css["shape"]} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tier]}
      </svg>
      <span className={iconOnly ? "sb-hidden" : undefined}>{t(parts.tier[tier])}</span>
    </span>
  );
}
