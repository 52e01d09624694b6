/** @file What an import would do with one row. */
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import type { IconName } from "./Icon.tsx";
import { IconMark, type MarkTone } from "./IconMark.tsx";

export type RowOutcome = keyof typeof parts.row;

const looks: Readonly<Record<RowOutcome, readonly [IconName, MarkTone]>> = {
  create: ["plusBox", "ink"],
  update: ["turn", "accentText"],
  same: ["equals", "ink3"],
  duplicate: ["sheets", "warn"],
  refused: ["struck", "bad"],
};

export function RowMark({ outcome }: { outcome: RowOutcome }) {
  const t = useT();
  const [icon, tone] = looks[outcome];
  return (
    <IconMark icon={icon} tone={tone}>
      {t(parts.row[outcome])}
    </IconMark>
  );
}
