/** @file The sections of a proof pack's PDF that tell what was assessed, stated and decided. Pure. */
import { z } from "zod";
import type { Assessment } from "../model/assessment.ts";
import { shanghaiDay, shanghaiMinute } from "../model/dates.ts";
import type { Decision } from "../model/decision.ts";
import type { KnowledgeTest } from "../model/knowledge-test.ts";
import { type Language, Localized } from "../model/primitives.ts";
import { type Say, say, type Values } from "../model/sentence.ts";
import type { Pack } from "../packs/knowledge-test-pack.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { requireUsable, type UsablePacks } from "../proof/packs.ts";
import { type ProofRecords, recordOf, recordsOf } from "../proof/records.ts";
import { packKey } from "../proof/references.ts";
import { asked } from "../rules/answers.ts";
import { yuanOf } from "./amounts.ts";
import { answerWords, titleOf } from "./answer-words.ts";
import type { DocumentBlock, Marked, PrintDocument } from "./document.ts";
import {
  answeredBy,
  assessmentWords,
  choices,
  contactChannels,
  decisionWords,
  initiators,
  otherWords,
  outcomes,
  regimes,
  saleChannels,
  statementKinds,
  statusOutcomes,
  testWords,
  weights,
} from "./proof-words.ts";

export type Section = PrintDocument["sections"][number];

/** What the sections are told from. */
export interface Telling {
  readonly language: Language;
  readonly records: ProofRecords;
  readonly packs: UsablePacks;
  /** The packs as they stand in the file, by {@link packKey}. */
  readonly contents: ReadonlyMap<string, unknown>;
}

type Fact = readonly [label: Localized, ...values: readonly (string | Marked)[]];

/** Facts without values are left out. */
export function factsBlock(language: Language, facts: readonly Fact[]): DocumentBlock {
  return {
    kind: "facts",
    facts: facts.flatMap(([label, ...values]) =>
      values.length === 0
        ? []
        : [
            {
              label: label[language],
              values: values.map((value) => (typeof value === "string" ? { text: value } : value)),
            },
          ],
    ),
  };
}

/** A table of plain texts; the columns named in `numbers` stand right. */
export function tableBlock(
  language: Language,
  head: readonly Localized[],
  rows: readonly (readonly (string | Marked)[])[],
  numbers: readonly number[] = [],
): DocumentBlock {
  return {
    kind: "table",
    head: head.map((text, index) => ({ text: text[language], isNumber: numbers.includes(index) })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell))),
  };
}

export function assessmentSection(assessment: Assessment, { language, packs }: Telling): Section {
  const pack = requireUsable(packs, "questionnaire", assessment.questionnaire);
  const words = assessmentWords;
  const told = (sentence: Localized, values: Values = {}) => say(sentence, language, values);
  const { score, level, startedAt, finishedAt, validFrom, validUntil, previous, levelChangeConfirmedAt, age } =
    assessment;
  const levelName = (id: string) => `${id} ${pack.levels.find((one) => one.id === id)?.name[language] ?? ""}`.trim();
  const list = (texts: readonly string[]) => (texts.length === 0 ? told(words.none) : texts.join(told(words.between)));
  const caps = score.caps.filter(({ applied }) => applied).map(({ id }) => reasonOf(pack.caps, id, language));
  return {
    heading: told(words.heading, { day: validFrom }),
    blocks: [
      factsBlock(language, [
        [words.level, { text: levelName(level), level }],
        [words.points, told(words.pointsOf, { total: score.total, max: score.max })],
        [words.band, levelName(score.band)],
        [words.valid, told(words.validFrom, { from: validFrom, until: validUntil })],
        [words.questionnaire, `${pack.title[language]} ${pack.version}`],
        [
          words.answered,
          told(words.from, {
            start: shanghaiMinute(startedAt),
            end: shanghaiMinute(finishedAt),
            by: answeredBy[assessment.answeredBy][language],
          }),
        ],
        [words.age, ...(age === undefined ? [] : [String(age)])],
        [
          words.previous,
          ...(previous === undefined
            ? []
            : [told(words.previousOf, { level: levelName(previous.level), total: previous.total })]),
        ],
        [words.confirmed, ...(levelChangeConfirmedAt === undefined ? [] : [shanghaiMinute(levelChangeConfirmedAt)])],
        [words.caps, list(caps)],
        [words.contradictions, list(contradictionsOf(assessment, pack, language))],
        [words.flags, list(score.flags.map((id) => reasonOf(pack.flags, id, language)))],
        [words.changes, list(changesOf(assessment, pack, language))],
      ]),
      tableBlock(
        language,
        [words.dimension, words.points],
        score.dimensions.map(({ id, points, max }) => [
          pack.dimensions.find((one) => one.id === id)?.title[language] ?? id,
          told(words.pointsOf, { total: points, max }),
        ]),
        [1],
      ),
      tableBlock(language, [words.question, words.answer, words.points], answersOf(assessment, pack, language), [2]),
    ],
  };
}

export function testSection(test: KnowledgeTest, { language, packs }: Telling): Section {
  const pack = requireUsable(packs, "knowledge-test", test.questionnaire);
  const told = (sentence: Localized, values: Values = {}) => say(sentence, language, values);
  const { score, startedAt, at } = test;
  const changes = changesOf(test, pack, language);
  return {
    heading: told(testWords.heading, { day: shanghaiDay(at) }),
    blocks: [
      factsBlock(language, [
        [testWords.result, told(score.passed ? testWords.passed : testWords.failed)],
        [assessmentWords.points, told(assessmentWords.pointsOf, { total: score.total, max: score.max })],
        [testWords.passMark, String(score.passMark)],
        [testWords.paper, `${pack.title[language]} ${pack.version}`],
        [
          assessmentWords.answered,
          told(assessmentWords.from, {
            start: shanghaiMinute(startedAt),
            end: shanghaiMinute(at),
            by: answeredBy[test.answeredBy][language],
          }),
        ],
        [
          assessmentWords.changes,
          changes.length === 0 ? told(assessmentWords.none) : changes.join(told(assessmentWords.between)),
        ],
      ]),
      tableBlock(
        language,
        [testWords.block, assessmentWords.points],
        score.blocks.map(({ id, points, max }) => [
          pack.blocks.find((block) => block.id === id)?.title[language] ?? id,
          told(assessmentWords.pointsOf, { total: points, max }),
        ]),
        [1],
      ),
      tableBlock(
        language,
        [assessmentWords.question, assessmentWords.answer, assessmentWords.points],
        answersOf(test, pack, language),
        [2],
      ),
    ],
  };
}

/** What both kinds of sheets have. */
interface Answered extends Pick<Assessment, "answers" | "changes"> {
  readonly score: Pick<Assessment["score"], "points">;
}

interface Reasoned {
  readonly id: string;
  readonly reason: Localized;
}

function reasonOf(rules: readonly Reasoned[], id: string, language: Language): string {
  return rules.find((rule) => rule.id === id)?.reason[language] ?? id;
}

function contradictionsOf({ score, contradictionChoices }: Assessment, pack: QuestionnairePack, language: Language) {
  const chosen = new Map(contradictionChoices.map(({ id, choice }) => [id, choice]));
  const ids = [...new Set([...score.contradictions, ...chosen.keys()])];
  return ids.map((id) => {
    const rule = reasonOf(pack.contradictions, id, language);
    return say(assessmentWords.choice, language, { rule, choice: choices[chosen.get(id) ?? "open"][language] });
  });
}

function changesOf({ changes }: Pick<Answered, "changes">, pack: Pack, language: Language): string[] {
  const t: Say = (sentence, values) => say(sentence, language, values);
  return changes.map(({ question, at }) =>
    t(assessmentWords.changed, { question: titleOf(t, pack, question), at: shanghaiMinute(at) }),
  );
}

/** Every answer as it was given, in the order of the pack. */
function answersOf({ answers, score }: Answered, pack: Pack, language: Language): string[][] {
  const t: Say = (sentence, values) => say(sentence, language, values);
  return asked(pack).flatMap((item) => {
    const words = answerWords(t, item, answers);
    return words === "" ? [] : [[t(item.title), words, String(score.points[item.id] ?? "")]];
  });
}

export function decisionSection(decision: Decision, telling: Telling): Section {
  const { language, records } = telling;
  const words = decisionWords;
  const { sale, outcome, grade, at, recording, note } = decision;
  const told = (sentence: Localized, values: Values = {}) => say(sentence, language, values);
  const product = recordOf(records, "productSheet", decision.sheet);
  const level = sale.assessment?.level;
  return {
    heading: told(words.heading, { day: shanghaiDay(at) }),
    blocks: [
      factsBlock(language, [
        [words.outcome, outcomes[outcome][language]],
        [
          words.product,
          product === undefined
            ? decision.sheet
            : told(words.productOf, { name: product.name, code: product.code, version: product.version }),
        ],
        [words.grade, { text: grade, grade }],
        [words.level, level === undefined ? told(words.noLevel) : { text: level, level }],
        [words.regime, regimes[sale.product.regime][language]],
        [words.amount, told(words.yuan, { yuan: yuanOf(sale.amount) })],
        [words.sale, `${initiators[sale.initiator][language]} / ${saleChannels[sale.channel][language]}`],
        [words.packs, told(words.packsOf, { gate: nameOf(decision.pack), matrix: nameOf(decision.matrix) })],
        [words.recording, ...(recording === undefined ? [] : [recording])],
        [words.note, ...(note === undefined ? [] : [note])],
        [words.documents, ...documentsOf(decision, telling)],
      ]),
      stepsTable(decision, telling),
    ],
  };
}

function nameOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}

/** Where a pack of document texts names its documents. */
const Titles = z.object({ documents: z.record(z.string(), z.object({ title: Localized })) });

function documentsOf({ documents }: Decision, { language, contents }: Telling): string[] {
  return documents.map(({ text, pack, readAt, signedAt }) => {
    const title = Titles.safeParse(contents.get(packKey(pack))).data?.documents[text]?.title[language];
    const read = say(decisionWords.readAt, language, { at: shanghaiMinute(readAt) });
    const both =
      signedAt === undefined ? read : say(decisionWords.signedAt, language, { read, at: shanghaiMinute(signedAt) });
    return say(decisionWords.document, language, { text: title ?? text, pack: nameOf(pack), read: both });
  });
}

const stepCount = 16;

/** All sixteen steps, each with what was found; the last is the outcome. */
function stepsTable({ pack, findings, outcome }: Decision, { language, packs }: Telling): DocumentBlock {
  const gate = requireUsable(packs, "sale-gate", pack);
  const words = decisionWords;
  const rows = Array.from({ length: stepCount }, (_, index): string[] => {
    const step = index + 1;
    const found = findings
      .filter((finding) => finding.step === step)
      .map(({ rule, weight, cites }) => {
        const articles = cites.map(({ source, article }) => `${source} ${article}`).join(", ");
        const text = `${gate.rules[rule].text[language]} [${[rule, articles].filter((part) => part !== "").join(" · ")}]`;
        return say(words.finding, language, { weight: weights[weight][language], text });
      });
    const result = step === stepCount ? outcomes[outcome][language] : found.join("\n");
    return [String(step), result === "" ? words.nothing[language] : result];
  });
  return tableBlock(language, [words.step, words.found], rows);
}

/** Of one moment in the order of their ids. */
function byTime<R extends { readonly at: string; readonly id: string }>(a: R, b: R): number {
  return `${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1;
}

export function statementsSection({ language, records }: Telling): Section[] {
  const words = otherWords;
  const rows = recordsOf(records, "statement")
    .toSorted(byTime)
    .map((statement) => {
      const kind = statementKinds[statement.kind][language];
      const who = "who" in statement ? statement.who : "right" in statement ? statement.right : undefined;
      const what = who === undefined ? kind : `${kind} ${who}`;
      const until = "until" in statement ? statement.until : undefined;
      const dated = until === undefined ? what : say(words.until, language, { what, day: until });
      const { note } = statement;
      const text = note === undefined ? dated : say(words.noted, language, { what: dated, note });
      return [shanghaiMinute(statement.at), text];
    });
  return rows.length === 0
    ? []
    : [{ heading: words.statements[language], blocks: [tableBlock(language, [words.at, words.what], rows)] }];
}

export function statusesSection({ language, records }: Telling): Section[] {
  const words = otherWords;
  const rows = recordsOf(records, "investorStatus")
    .toSorted(byTime)
    .map(({ subject, class: granted, outcome, criterion, reviewOn, reason, at }) => {
      const what = [granted ?? subject, statusOutcomes[outcome][language], criterion].filter(
        (part) => part !== undefined,
      );
      const named = what.join(" ");
      const dated = reviewOn === undefined ? named : say(words.until, language, { what: named, day: reviewOn });
      return [
        shanghaiMinute(at),
        reason === undefined ? dated : say(words.noted, language, { what: dated, note: reason }),
      ];
    });
  return rows.length === 0
    ? []
    : [{ heading: words.statuses[language], blocks: [tableBlock(language, [words.at, words.what], rows)] }];
}

export function contactsSection({ language, records }: Telling): Section[] {
  const words = otherWords;
  const rows = recordsOf(records, "contact")
    .toSorted(byTime)
    .map(({ at, channel, summary = "", outcome = "" }) => [
      shanghaiMinute(at),
      [contactChannels[channel][language], summary, outcome]
        .filter((part) => part !== "")
        .join(assessmentWords.between[language]),
    ]);
  return rows.length === 0
    ? []
    : [{ heading: words.contacts[language], blocks: [tableBlock(language, [words.at, words.what], rows)] }];
}
