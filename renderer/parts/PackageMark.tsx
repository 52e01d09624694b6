/** @file State of a sync package, by outline, word and colour. */
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import type { IconName } from "./Icon.tsx";
import { IconMark, type MarkTone } from "./IconMark.tsx";

export type PackageState = keyof typeof parts.package;

const looks: Readonly<Record<PackageState, readonly [IconName, MarkTone]>> = {
  waiting: ["hexagonCheck", "accentText"],
  imported: ["doubleCheck", "ink2"],
  gap: ["brackets", "bad"],
  duplicate: ["sheets", "warn"],
  fork: ["fork", "bad"],
  notForMe: ["envelopeCross", "bad"],
  damaged: ["octagonCross", "bad"],
  notArrived: ["dottedClock", "warn"],
  returned: ["arrowBack", "warn"],
  exported: ["export", "ink2"],
};

export function PackageMark({ state }: { state: PackageState }) {
  const t = useT();
  const [icon, tone] = looks[state];
  return (
    <IconMark icon={icon} tone={tone}>
      {t(parts.package[state])}
    </IconMark>
  );
}
