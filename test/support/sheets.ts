/** @file Answer sheets for tests, written as one line: the letters chosen for Q1, Q2, ... in order. */
import * as fc from "fast-check";
import { requirePack } from "../../shared/packs/packs.ts";
import type { QuestionnairePack } from "../../shared/packs/questionnaire-pack.ts";
import { asked } from "../../shared/rules/questionnaire.ts";
import type { Answers } from "../../shared/rules/score.ts";

export const rtq = requirePack("RTQ-NP-v1");

/** `"c d c ..."`, several letters for a multiple choice; full capacity and willing to bear losses unless said otherwise. */
export function sheet(letters: string, gates: Answers = {}): Answers {
  const questions = letters.split(/\s+/).map((chosen, i) => [`Q${i + 1}`, Array.from(chosen)] as const);
  return { G1: ["full"], G2: ["no"], ...gates, ...Object.fromEntries(questions) };
}

/** Everything answered with the middle: no cap, no contradiction. */
export const plain = sheet("c c c d c b d bc b d d d c bc c d c c c c");

/** Domain.md 3.4, client A: salary, 1 to 3 million, funds, 3 to 5 years, at most 10 % down. 58 points. */
export const clientA = sheet("c d c d b b d bc b d d c c bc b c c c c e");
/** Client B: retired, deposits only, no loss at all. 25 points. */
export const clientB = sheet("b c e e a d a a a b b b c b a a a e c b");
/** Client C: owner, 10 million, options. 94 points. */
export const clientC = sheet("e f d e f b f de e e e e e de d e d c c e");

/** Any complete answer sheet of a pack. */
export function anySheet(pack: QuestionnairePack): fc.Arbitrary<Answers> {
  const answers = asked(pack).map((item) => {
    const ids = item.options.map((option) => option.id);
    const several = "kind" in item && item.kind === "multiple";
    return [item.id, several ? fc.shuffledSubarray(ids, { minLength: 1 }) : fc.constantFrom(...ids).map((id) => [id])];
  });
  return fc.record(Object.fromEntries(answers) as Record<string, fc.Arbitrary<string[]>>);
}

/** An age that is known, or none. */
export const anyAge = fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined });
