/**
 * @file The shape of the wording rules, a rule pack: meanings that may not be written to a client
 * (domain.md 7.4), the words that carry them, and the words that deny them. What matches is
 * decided in rules/lint-text.ts.
 */
import { z } from "zod";
import { Localized } from "../model/primitives.ts";
import { repeatedIds, shapeFault } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { PackHead, PackId } from "./pack-head.ts";

/**
 * A few words as they are written. Case, width, punctuation and spaces between Han do not count;
 * a Latin word that ends in `*` stands for all that begin so.
 */
const Phrase = z.string().trim().min(1).max(60);
const Phrases = z.array(Phrase).max(200);

/** A word of each list in one clause, in either order, with at most so many characters or Latin words between. */
const Near = z.strictObject({ first: Phrases.min(1), second: Phrases.min(1), within: z.int().min(0).max(40) });

const Words = z
  .strictObject({ phrases: Phrases, near: z.array(Near).max(20).optional() })
  .refine(({ phrases, near = [] }) => phrases.length + near.length > 0, { path: ["phrases"] });

const Rule = z.strictObject({
  id: PackId,
  /** `refuse`: such a text is not saved. `warn`: it is shown to whoever writes it. */
  weight: z.enum(["refuse", "warn"]),
  meaning: Localized,
  why: Localized,
  cites: z.array(z.strictObject({ source: PackId, article: z.string().max(40).optional() })).min(1),
  words: z.strictObject({ "zh-CN": Words, "zh-TW": Words, en: Words }),
  /** Names in which the words do not carry the meaning. */
  except: Phrases.optional(),
});
export type LintRule = z.infer<typeof Rule>;

/** `reach` counts characters or Latin words between the denial and what it denies. */
const Denials = z.strictObject({ reach: z.int().min(0).max(40), words: Phrases.min(1) });

export const LintWords = z.strictObject({
  ...PackHead.shape,
  kind: z.literal("lint-words"),
  sources: z.array(z.strictObject({ id: PackId, law: Localized, note: Localized.optional() })).min(1),
  rules: z.array(Rule).min(1).max(100),
  /** What turns a promise into its denial: 不保本, “not guaranteed”. */
  denial: z.strictObject({
    before: z.array(Denials).min(1).max(10),
    /** Words beyond which a denial does not reach: 不是存款但保本. */
    stops: Phrases,
    /** What looks like a denial and is none: 不仅, “not only”. */
    not: Phrases,
    after: Denials,
  }),
});
export type LintWords = z.infer<typeof LintWords>;

/** Every fault of a pack of wording rules; an empty list means it may be used. Never throws. */
export function checkLintWords(candidate: unknown): readonly Fault[] {
  const parsed = LintWords.safeParse(candidate);
  if (!parsed.success) return parsed.error.issues.map(citedFault);
  const { sources, rules, effectiveFrom, effectiveUntil } = parsed.data;
  const known = new Set(sources.map(({ id }) => id));
  const faults = [...repeatedIds("sources", sources), ...repeatedIds("rules", rules)];
  for (const { id, cites } of rules) {
    for (const { source } of cites) {
      if (!known.has(source)) faults.push({ code: "missing-source", at: `rules/${id}`, detail: source });
    }
  }
  if (effectiveUntil !== undefined && effectiveUntil < effectiveFrom) {
    faults.push({ code: "dates", at: "effectiveUntil", detail: effectiveUntil });
  }
  return faults;
}

/** Lists of sources have names of their own here. */
function citedFault(issue: z.core.$ZodIssue): Fault {
  const isCited = ["cites", "ticketCites"].includes(String(issue.path.at(-1)));
  return isCited ? { code: "missing-source", at: issue.path.join("/") } : shapeFault(issue);
}
