/** @file Answer sheets for tests, written as one line: the letters chosen for Q1, Q2, ... in order. */
import * as fc from "fast-check";
import type { Pack } from "../../shared/packs/knowledge-test-pack.ts";
import { choicesOf, type Item, kindOf } from "../../shared/packs/question.ts";
import { asked } from "../../shared/rules/answers.ts";
import type { Answers } from "../../shared/rules/score.ts";
import { requirePack } from "./packs.ts";

export const rtq = requirePack("RTQ-NP-v1");
export const institution = requirePack("RTQ-INST-v1");

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

/** A company in good order: 62 points, C4, no cap, no contradiction. */
export const plainCompany: Answers = {
  G1: ["yes"],
  G2: ["normal"],
  G3: ["no"],
  Q1: ["c"],
  Q2: ["3200"],
  Q3: ["860.5"],
  Q4: ["c"],
  Q5: ["d"],
  Q6: ["c"],
  "Q7.bonds": ["c"],
  "Q7.equity": ["b"],
  "Q7.derivatives": ["b"],
  "Q7.private": ["b"],
  Q8: ["yes"],
  Q9: ["6"],
  Q10: ["b", "c"],
  Q11: ["d"],
  Q12: ["c"],
  Q13: ["c"],
  Q14: ["b", "c"],
  Q15: ["c"],
  Q16: ["3"],
  Q17: ["d"],
  Q18: ["c"],
  Q19: ["董事会决议"],
};

/** Any complete answer sheet of a pack; questions that happen to be skipped are answered too. */
export function anySheet(pack: Pack): fc.Arbitrary<Answers> {
  const answers = asked(pack).flatMap((item) =>
    "rows" in item
      ? item.rows.map((row) => [`${item.id}.${row.id}`, anyChoice(item)] as const)
      : [[item.id, anyChoice(item)] as const],
  );
  return fc.record(Object.fromEntries(answers) as Record<string, fc.Arbitrary<string[]>>);
}

function anyChoice(item: Item): fc.Arbitrary<string[]> {
  const ids = choicesOf(item).map((choice) => choice.id);
  if (kindOf(item) === "multiple") return fc.shuffledSubarray(ids, { minLength: 1 });
  if ("maxLength" in item) return fc.string({ minLength: 1, maxLength: 4 }).map((text) => [`${text}.`]);
  if (!("ranges" in item)) return fc.constantFrom(...ids).map((id) => [id]);
  const step = item.integer === true ? 1 : 0.01;
  const whole = fc.integer({ min: Math.ceil(item.min / step), max: Math.floor(item.max / step) });
  // Mostly where something changes: at the edges of the ranges.
  const edges = item.ranges.flatMap(({ atLeast = item.min }) => [atLeast, Math.max(item.min, atLeast - 1)]);
  const near = edges.length === 0 ? [] : [fc.constantFrom(...edges.filter((edge) => edge >= item.min))];
  return fc
    .oneof(
      whole.map((n) => Math.round(n * step * 100) / 100),
      ...near,
    )
    .map((n) => [String(n)]);
}

/** An age that is known, or none. */
export const anyAge = fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined });
