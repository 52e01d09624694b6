/**
 * @file A stored assessment read back with the pack that made it: everything the page shows,
 * from the record alone. Pure.
 */
import type { Assessment } from "../../../shared/model/assessment.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import { answerIds } from "../../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { asked, chosenFor, shown } from "../../../shared/rules/answers.ts";
import { type AssessmentAllowance, assessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { type Comparison, compare, type Explanation, explain } from "../../../shared/rules/explanation.ts";
import { compareLevels, optionForAge } from "../../../shared/rules/questionnaire.ts";

type Cap = QuestionnairePack["caps"][number];
type Rule = QuestionnairePack["contradictions"][number];

export interface Reading {
  readonly record: Assessment;
  readonly pack: QuestionnairePack;
  readonly explanation: Explanation;
  /** The one before, where it is in the book. */
  readonly previous: Assessment | undefined;
  readonly comparison: Comparison | undefined;
  readonly band: QuestionnairePack["bands"][number] | undefined;
  /** Caps that applied, the one that gave the level first. */
  readonly caps: readonly Cap[];
  /** Those of them below the band: they moved the level. */
  readonly biting: readonly Cap[];
  readonly contradictions: readonly { readonly rule: Rule; readonly isKept: boolean }[];
  /** Contradictions that were shown and are gone. */
  readonly resolved: number;
  readonly flags: readonly Rule[];
  /** As they stood on that day, this one included. */
  readonly counts: AssessmentAllowance;
  readonly process: Process;
  readonly age: AgeReading;
}

export interface Process {
  /** Milliseconds over all questions; undefined on paper. */
  readonly total: number | undefined;
  readonly longest: { readonly question: string; readonly ms: number } | undefined;
  /** Ids of questions whose answer was changed, each once. */
  readonly changed: readonly string[];
  readonly changes: number;
}

export interface AgeReading {
  readonly age: number | undefined;
  /** What was answered to the question about age; absent where the pack has none. */
  readonly answered: string | undefined;
  readonly differs: boolean;
}

/** @param all every assessment of the client in the book, in any order */
export function readAssessment(record: Assessment, pack: QuestionnairePack, all: readonly Assessment[]): Reading {
  const { score } = record;
  const facts = record.age === undefined ? {} : { age: record.age };
  const previous = all.find((one) => one.id === record.previous?.id);
  const applied = new Set(score.caps.filter((cap) => cap.applied).map((cap) => cap.id));
  const caps = pack.caps.filter((cap) => applied.has(cap.id)).toSorted((a, b) => compareLevels(a.level, b.level));
  const keeps = new Set(record.contradictionChoices.filter(({ choice }) => choice === "keep").map(({ id }) => id));
  const shown = new Set(record.contradictionChoices.map(({ id }) => id));
  const contradictions = pack.contradictions
    .filter((rule) => score.contradictions.includes(rule.id))
    .map((rule) => ({ rule, isKept: keeps.has(rule.id) }));
  return {
    record,
    pack,
    explanation: explain(pack, score, record.answers, { facts }),
    previous,
    comparison: previous && compare(previous, record),
    band: pack.bands.find(({ level }) => level === score.band),
    caps,
    biting: caps.filter((cap) => compareLevels(cap.level, score.band) < 0),
    contradictions,
    resolved: [...shown].filter((id) => !score.contradictions.includes(id)).length,
    flags: pack.flags.filter((flag) => score.flags.includes(flag.id)),
    counts: countsThen(record, pack, all),
    process: processOf(record),
    age: ageOf(record, pack),
  };
}

/** `C1` for the lowest class too: it is C1 with a restriction. */
export function shortLevel(level: Level): string {
  return level === "C1_LOWEST" ? "C1" : level;
}

/** Where points lie on a scale of equally wide bands, 0 to 1. */
export function positionOf(points: number, bands: QuestionnairePack["bands"]): number {
  const at = bands.findIndex((band) => points >= band.from && points <= band.to);
  const band = bands[at];
  if (band === undefined) return 0;
  return (at + (points - band.from + 0.5) / (band.to - band.from + 1)) / bands.length;
}

/** The band a level stands on; the lowest class stands on the first. */
export function bandIndex(level: Level, bands: QuestionnairePack["bands"]): number {
  return Math.max(
    0,
    bands.findIndex((band) => band.level === level),
  );
}

function countsThen(record: Assessment, pack: QuestionnairePack, all: readonly Assessment[]): AssessmentAllowance {
  const until = all.filter((one) => one.finishedAt <= record.finishedAt);
  const days = until.map((one) => shanghaiDay(one.finishedAt));
  return assessmentAllowance(days, shanghaiDay(record.finishedAt), pack.clocks);
}

function processOf(record: Assessment): Process {
  const times = Object.entries(record.timings);
  const [longest] = times.toSorted(([, a], [, b]) => b - a);
  return {
    total: record.mode === "paper" ? undefined : times.reduce((sum, [, ms]) => sum + ms, 0),
    longest: longest && { question: longest[0], ms: longest[1] },
    changed: [...new Set(record.changes.map((change) => change.question))],
    changes: record.changes.length,
  };
}

/** The question that asks for the age; absent in a questionnaire that does not. */
export function ageQuestion(pack: QuestionnairePack) {
  return pack.questions.find((question) => optionForAge(question, adult) !== undefined);
}

/** An age that options about age must have one for. */
const adult = 40;

function ageOf(record: Assessment, pack: QuestionnairePack): AgeReading {
  const question = ageQuestion(pack);
  const answered = question && chosenFor(record.answers, question.id)[0];
  const fitting = question && optionForAge(question, record.age);
  return { age: record.age, answered, differs: fitting !== undefined && fitting !== answered };
}

/** Gates and questions with what the record holds about each, in the order of the pack. */
export function sheetRows(record: Assessment, pack: QuestionnairePack) {
  const wasAsked = new Set(shown(pack, record.answers, { age: record.age }).items);
  return asked(pack).map((item) => ({
    item,
    number: pack.questions.findIndex((question) => question.id === item.id) + 1,
    /** Passed over, because of an earlier answer. */
    isSkipped: !wasAsked.has(item),
    answers: answerIds(item).map((id) => ({
      id,
      chosen: chosenFor(record.answers, id),
      earlier: record.changes.filter((change) => change.question === id).map((change) => change.from),
    })),
    points: record.score.points[item.id],
    ms: record.timings[item.id],
  }));
}
