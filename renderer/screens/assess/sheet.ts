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
import type { Gate, QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { type Facts, holds, questionsIn } from "../../../shared/rules/condition.ts";
import { asked, chosenFor, missing, type Question } from "../../../shared/rules/questionnaire.ts";
import { Answers } from "../../../shared/rules/score.ts";

export type Item = Gate | Question;
export type Contradiction = QuestionnairePack["contradictions"][number];

const Place = z.discriminatedUnion("stage", [
  /** `editing`: came from the contradictions or the review, and goes back there. */
  z.object({ stage: z.literal("ask"), question: z.string(), editing: z.boolean() }),
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
export function newSheet(pack: QuestionnairePack, answeredBy: Answerer, startedAt: string): Sheet {
  const first = asked(pack)[0];
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

/** May several options be chosen? */
export function isMultiple(item: Item): boolean {
  return "kind" in item && item.kind === "multiple";
}

/** What is chosen after an option was pressed: single choices replace, multiple ones toggle and obey `exclusive`. */
export function choose(item: Item, chosen: readonly string[], option: string): string[] {
  if (!isMultiple(item)) return [option];
  if (chosen.includes(option)) return chosen.filter((id) => id !== option);
  const isExclusive = (id: string) => item.options.some((o) => o.id === id && "exclusive" in o && o.exclusive === true);
  const others = isExclusive(option) ? [] : chosen.filter((id) => !isExclusive(id));
  return item.options.map((o) => o.id).filter((id) => id === option || others.includes(id));
}

/** Add time spent on a question. */
export function addTime(sheet: Sheet, question: string, ms: number): Sheet {
  const total = (sheet.timings[question] ?? 0) + Math.max(0, Math.round(ms));
  return { ...sheet, timings: { ...sheet.timings, [question]: total } };
}

/** The client leaves a question: a changed answer is recorded, and reopens what was kept because of it. */
export function leave(sheet: Sheet, pack: QuestionnairePack, question: string, at: string): Sheet {
  const to = [...chosenFor(sheet.answers, question)];
  const from = [...chosenFor(sheet.left, question)];
  if (to.length === 0 || isSame(from, to)) return sheet;
  const left = { ...sheet.left, [question]: to };
  if (from.length === 0) return { ...sheet, left };
  const isTouched = (id: string) => {
    const rule = pack.contradictions.find((c) => c.id === id);
    return rule === undefined || questionsIn(rule.when).includes(question);
  };
  return {
    ...sheet,
    left,
    changes: sheet.mode === "paper" ? sheet.changes : [...sheet.changes, { question, from, to, at }],
    kept: sheet.kept.filter((id) => !isTouched(id)),
  };
}

/** Contradictions that hold and were not decided yet, in the pack's order. Questions without an answer contradict nothing. */
export function openContradictions(sheet: Sheet, pack: QuestionnairePack, facts: Facts): readonly Contradiction[] {
  return pack.contradictions.filter((c) => !sheet.kept.includes(c.id) && holds(c.when, sheet.answers, facts));
}

/** Where the sheet goes from its question: on, or back to where the edit came from. */
export function goOn(sheet: Sheet, pack: QuestionnairePack, facts: Facts): Sheet {
  const items = asked(pack);
  const { place } = sheet;
  const at = place.stage === "ask" ? items.findIndex((item) => item.id === place.question) : items.length;
  const next = items[at + 1];
  const goesOn = place.stage === "ask" && !place.editing && at >= 0 && next !== undefined;
  return {
    ...sheet,
    place: goesOn ? { stage: "ask", question: next.id, editing: false } : closing(sheet, pack, facts),
  };
}

/** The step back; undefined at the first question. */
export function goBack(sheet: Sheet, pack: QuestionnairePack, facts: Facts): Sheet | undefined {
  const items = asked(pack);
  const { place } = sheet;
  if (place.stage === "ask" && place.editing) return { ...sheet, place: closing(sheet, pack, facts) };
  const at = place.stage === "ask" ? items.findIndex((item) => item.id === place.question) : items.length;
  const before = items[at - 1];
  return before === undefined ? undefined : { ...sheet, place: { stage: "ask", question: before.id, editing: false } };
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
export function sheetOf(values: unknown, pack: (id: string, version: string) => QuestionnairePack | undefined) {
  const sheet = Sheet.safeParse(values).data;
  const found = sheet && pack(sheet.pack.id, sheet.pack.version);
  if (sheet === undefined || found === undefined) return undefined;
  const { place } = sheet;
  const isKnown = place.stage !== "ask" || asked(found).some((item) => item.id === place.question);
  return isKnown ? { sheet, pack: found } : undefined;
}

/** Every answer given, one option or more, and only options of the pack. For the form's resolver. */
export function completeAnswers(pack: QuestionnairePack): z.ZodType<Answers> {
  const shape = asked(pack).map((item) => {
    const ids = item.options.map((option) => option.id);
    const chosen = z.array(z.enum(ids)).min(1);
    return [item.id, isMultiple(item) ? chosen : chosen.max(1)] as const;
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Answers>;
}

function closing(sheet: Sheet, pack: QuestionnairePack, facts: Facts): Place {
  const [first] = missing(pack, sheet.answers);
  if (first !== undefined) return { stage: "ask", question: first, editing: false };
  return { stage: openContradictions(sheet, pack, facts).length > 0 ? "check" : "review" };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
