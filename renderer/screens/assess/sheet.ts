/**
 * @file An answer sheet being filled in, as it stands in the form and in the sealed draft:
 * answers, time, changes, and where the client is. Pure; every step gives a new sheet.
 *
 * [Note: Changed answers]
 *
 * What counts as a change is another answer than the one a question was *left* with.
 * Trying options before going on is not one, nor is correcting a typing error in paper entry.
 */
import { z } from "zod";
import { Instant } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { answerIds, choicesOf, type Item, itemIdOf, kindOf } from "../../../shared/packs/question.ts";
import type { Contradiction } from "../../../shared/packs/questionnaire-pack.ts";
import { answerFaults, asked, chosenFor, itemFaults, shown } from "../../../shared/rules/answers.ts";
import { type Facts, holds, questionsIn } from "../../../shared/rules/condition.ts";
import { Answers } from "../../../shared/rules/score.ts";

const Place = z.discriminatedUnion("stage", [
  /**
   * `editing`: came from the contradictions or the review, and goes back there. `owed`: asked again
   * or only now, because something else changed; from there it goes on to what else is owed.
   */
  z.object({ stage: z.literal("ask"), question: z.string(), editing: z.boolean(), owed: z.literal(true).optional() }),
  z.object({ stage: z.literal("check") }),
  z.object({ stage: z.literal("review") }),
]);
export type Place = z.infer<typeof Place>;

export const Sheet = z.object({
  pack: z.object({ id: z.string(), version: z.string() }),
  mode: z.enum(["meeting", "paper"]),
  answeredBy: z.enum(["client", "guardian", "advisor-from-paper"]),
  startedAt: Instant,
  answers: Answers,
  /** What each question was last left with, see [Note: Changed answers]. */
  left: Answers,
  timings: z.record(z.string(), z.int().min(0)),
  changes: z.array(z.object({ question: z.string(), from: z.array(z.string()), to: z.array(z.string()), at: Instant })),
  choices: z.array(z.object({ id: z.string(), choice: z.enum(["keep", "change"]) })),
  /** Contradictions the client keeps, for as long as the answers behind them stay. */
  kept: z.array(z.string()),
  place: Place,
});
export type Sheet = z.infer<typeof Sheet>;

export type Answerer = Sheet["answeredBy"];

/** A sheet without any answer. */
export function newSheet(pack: Pack, answeredBy: Answerer, startedAt: string, facts: Facts = {}): Sheet {
  const [first] = shown(pack, {}, facts).items;
  return {
    pack: { id: pack.id, version: pack.version },
    mode: answeredBy === "advisor-from-paper" ? "paper" : "meeting",
    answeredBy,
    startedAt,
    answers: {},
    left: {},
    timings: {},
    changes: [],
    choices: [],
    kept: [],
    place: first === undefined ? { stage: "review" } : { stage: "ask", question: first.id, editing: false },
  };
}

/** What is chosen after an option was pressed: single choices replace, multiple ones toggle and obey `exclusive`. */
export function choose(item: Item, chosen: readonly string[], option: string): string[] {
  if (kindOf(item) !== "multiple") return [option];
  if (chosen.includes(option)) return chosen.filter((id) => id !== option);
  const choices = choicesOf(item);
  const isExclusive = (id: string) => choices.some((one) => one.id === id && "exclusive" in one);
  const others = isExclusive(option) ? [] : chosen.filter((id) => !isExclusive(id));
  return choices.map((one) => one.id).filter((id) => id === option || others.includes(id));
}

/** The sheet with another answer under an id; with nothing, without one. */
export function withAnswer(sheet: Sheet, id: string, answer: readonly string[]): Sheet {
  const { [id]: _, ...others } = sheet.answers;
  return { ...sheet, answers: answer.length === 0 ? others : { ...others, [id]: [...answer] } };
}

/** Add time spent on a question. */
export function addTime(sheet: Sheet, question: string, ms: number): Sheet {
  const total = (sheet.timings[question] ?? 0) + Math.max(0, Math.round(ms));
  return { ...sheet, timings: { ...sheet.timings, [question]: total } };
}

/**
 * The client leaves a question: a changed answer is recorded, and reopens what was kept because of
 * it. One that is not answered properly yet is not left.
 */
export function leave(sheet: Sheet, pack: Pack, question: string, at: string): Sheet {
  const item = asked(pack).find((one) => one.id === question);
  if (item === undefined || itemFaults(item, sheet.answers).length > 0) return sheet;
  return answerIds(item).reduce((now, id) => leaveAnswer(now, pack, id, at), sheet);
}

function leaveAnswer(sheet: Sheet, pack: Pack, id: string, at: string): Sheet {
  const to = [...chosenFor(sheet.answers, id)];
  const from = [...chosenFor(sheet.left, id)];
  const left = { ...sheet.left, [id]: to };
  if (!Object.hasOwn(sheet.left, id) || isSame(from, to)) return { ...sheet, left };
  const isTouched = (kept: string) => {
    const rule = contradictionsOf(pack).find((one) => one.id === kept);
    return rule === undefined || questionsIn(rule.when).includes(itemIdOf(id));
  };
  return {
    ...sheet,
    left,
    changes: sheet.mode === "paper" ? sheet.changes : [...sheet.changes, { question: id, from, to, at }],
    kept: sheet.kept.filter((kept) => !isTouched(kept)),
  };
}

/** Was the item gone through, answered or, where that is allowed, passed over? */
export function isLeft(sheet: Sheet, item: Item): boolean {
  return answerIds(item).every((id) => Object.hasOwn(sheet.left, id));
}

/** Contradictions that hold and were not decided yet, in the pack's order. Questions without an answer contradict nothing. */
export function openContradictions(sheet: Sheet, pack: Pack, facts: Facts): readonly Contradiction[] {
  const { answers } = shown(pack, sheet.answers, facts);
  return contradictionsOf(pack).filter((rule) => !sheet.kept.includes(rule.id) && holds(rule.when, answers, facts));
}

/** A test has none. */
function contradictionsOf(pack: Pack): readonly Contradiction[] {
  return pack.kind === "questionnaire" ? pack.contradictions : [];
}

/** Where the sheet goes from its question: on, or back to where the edit came from. Skipped questions are passed over. */
export function goOn(sheet: Sheet, pack: Pack, facts: Facts): Sheet {
  const { place } = sheet;
  if (place.stage !== "ask" || place.editing || place.owed === true) {
    return { ...sheet, place: closing(sheet, pack, facts) };
  }
  const items = shown(pack, sheet.answers, facts).items;
  const next = items[items.findIndex((item) => item.id === place.question) + 1];
  return { ...sheet, place: next === undefined ? closing(sheet, pack, facts) : asking(next) };
}

/** The step back; undefined at the first question. */
export function goBack(sheet: Sheet, pack: Pack, facts: Facts): Sheet | undefined {
  const { items } = shown(pack, sheet.answers, facts);
  const { place } = sheet;
  if (place.stage === "ask" && place.editing) return { ...sheet, place: closing(sheet, pack, facts) };
  const at = place.stage === "ask" ? items.findIndex((item) => item.id === place.question) : items.length;
  const before = items[at - 1];
  return before === undefined ? undefined : { ...sheet, place: asking(before) };
}

function asking(item: Item): Place {
  return { stage: "ask", question: item.id, editing: false };
}

/** Open one question to change it, from the contradictions or the review. */
export function edit(sheet: Sheet, question: string): Sheet {
  return { ...sheet, place: { stage: "ask", question, editing: true } };
}

/** The client decides about a contradiction. To change means to open the first question it names, or the one given. */
export function decide(sheet: Sheet, rule: Contradiction, choice: "keep" | { readonly change: string }): Sheet {
  const word = choice === "keep" ? "keep" : "change";
  const next = { ...sheet, choices: [...sheet.choices, { id: rule.id, choice: word } as const] };
  return choice === "keep" ? { ...next, kept: [...sheet.kept, rule.id] } : edit(next, choice.change);
}

/** The draft's values as a sheet of a pack; undefined when they do not fit it. */
export function sheetOf(values: unknown, pack: (id: string, version: string) => Pack | undefined) {
  const sheet = Sheet.safeParse(values).data;
  const found = sheet && pack(sheet.pack.id, sheet.pack.version);
  if (sheet === undefined || found === undefined) return undefined;
  const { place } = sheet;
  const isKnown = place.stage !== "ask" || asked(found).some((item) => item.id === place.question);
  return isKnown ? { sheet, pack: found } : undefined;
}

/** Everything that is asked answered as it must be. For the form's resolver; a fault stands under the question's id. */
export function completeAnswers(pack: Pack, facts: Facts): z.ZodType<Answers> {
  return Answers.superRefine((answers, context) => {
    for (const { question } of answerFaults(pack, answers, facts)) {
      context.addIssue({ code: "custom", path: [itemIdOf(question)] });
    }
  });
}

/** What is still to be asked, else what is still to be decided, else the review. */
function closing(sheet: Sheet, pack: Pack, facts: Facts): Place {
  const [first] = answerFaults(pack, sheet.answers, facts);
  if (first !== undefined) return { stage: "ask", question: itemIdOf(first.question), editing: false, owed: true };
  return { stage: openContradictions(sheet, pack, facts).length > 0 ? "check" : "review" };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
