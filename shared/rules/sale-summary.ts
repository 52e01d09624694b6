/** @file Step 16 in a sentence: the outcome, and the rules that decided it. */
import type { Language, Localized } from "../model/primitives.ts";
import { say } from "../model/sentence.ts";
import type { GatePack } from "../packs/gate-pack.ts";
import type { SaleDecision, SaleOutcome, Weight } from "./sale-gate.ts";

/** Which findings an outcome rests on. */
const deciding: Readonly<Record<SaleOutcome, Weight | undefined>> = {
  ALLOW: undefined,
  ALLOW_WITH_WARNING: "warn",
  NEED_MORE: "need-more",
  BLOCK: "block",
};

const between: Localized = { "zh-CN": "；", "zh-TW": "；", en: ". " };

type Judged = Pick<SaleDecision, "outcome" | "findings">;

/** The findings the outcome rests on, in the order of the steps. */
export function decidingFindings<F extends Judged["findings"][number]>({
  outcome,
  findings,
}: Pick<Judged, "outcome"> & { readonly findings: readonly F[] }): readonly F[] {
  return findings.filter(({ weight }) => weight === deciding[outcome]);
}

/** In the words of the pack it was judged by. */
export function summaryOf(judged: Judged, pack: GatePack, language: Language): string {
  const reasons = decidingFindings(judged).map(({ rule }) => pack.rules[rule].text[language]);
  return say(pack.outcomes[judged.outcome], language, { reasons: reasons.join(between[language]) });
}
