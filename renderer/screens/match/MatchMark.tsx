/** @file What a match came to, by shape and word, and why in a line. */
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import type { Match, MatchClass } from "../../../shared/rules/match.ts";
import type { IconName } from "../../parts/Icon.tsx";
import { IconMark, type MarkTone } from "../../parts/IconMark.tsx";
import { openFactNames, stepFacts, match as words } from "../../text/gate.ts";
import { type Say, useT } from "../../text/text.ts";

const looks: Readonly<Record<MatchClass, readonly [IconName, MarkTone]>> = {
  fits: ["circleCheck", "ok"],
  "on-request": ["triangle", "warn"],
  missing: ["missing", "ink2"],
  not: ["octagonCross", "bad"],
};

export function MatchMark({ of }: { readonly of: MatchClass }) {
  const t = useT();
  const [icon, tone] = looks[of];
  return (
    <IconMark icon={icon} tone={tone}>
      {t(words.classes[of])}
    </IconMark>
  );
}

/** The sentences of what decided; empty for what simply suits. */
export function reasonsOf({ findings, open }: Match, pack: GatePack, t: Say): string {
  const facts = open.map((fact) => t(openFactNames[fact]));
  return [...findings.map(({ rule }) => t(pack.rules[rule].text)), ...facts].join(t(stepFacts.and));
}
