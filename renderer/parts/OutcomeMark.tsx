/** @file Outcome of the sale gate. */
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import type { IconName } from "./Icon.tsx";
import { IconMark, type MarkTone } from "./IconMark.tsx";

export type GateOutcome = keyof typeof parts.gate;

const looks: Readonly<Record<GateOutcome, readonly [IconName, MarkTone]>> = {
  allow: ["circleCheck", "ok"],
  warning: ["triangle", "warn"],
  more: ["missing", "ink2"],
  block: ["octagonCross", "bad"],
};

export function OutcomeMark({ outcome }: { outcome: GateOutcome }) {
  const t = useT();
  const [icon, tone] = looks[outcome];
  return (
    <IconMark icon={icon} tone={tone}>
      {t(parts.gate[outcome])}
    </IconMark>
  );
}
