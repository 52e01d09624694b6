/** @file An icon and its word in one colour: what all outcome marks are made of. */
import type { ReactNode } from "react";
import { clsx } from "./clsx.ts";
import { Icon, type IconName } from "./Icon.tsx";
import css from "./marks.module.css";

export type MarkTone = "ink" | "ink2" | "ink3" | "accentText" | "ok" | "warn" | "bad";

export function IconMark({ icon, tone, children }: { icon: IconName; tone: MarkTone; children: ReactNode }) {
  return (
    <span className={clsx(css["mark"], css[tone])}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
