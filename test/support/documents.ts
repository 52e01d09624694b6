/** @file One of every document, filled with plain values; and a notice of a real assessment. */
import { buildDocument, type DocumentContext } from "../../shared/documents/build.ts";
import type { PrintDocument } from "../../shared/documents/document.ts";
import { type DocumentInput, type DocumentKind, documentInputs } from "../../shared/documents/inputs.ts";
import { type NoticeContext, type NoticeOf, resultNotice, textsFor } from "../../shared/documents/notice.ts";
import { Assessment } from "../../shared/model/assessment.ts";
import { ClientId, type Language } from "../../shared/model/primitives.ts";
import type { DocumentTexts } from "../../shared/packs/document-texts.ts";
import { packLibrary } from "../../shared/packs/library.ts";
import { score } from "../../shared/rules/questionnaire.ts";
import type { Answers } from "../../shared/rules/score.ts";
import { shippedPack } from "./packs.ts";
import { rtq } from "./sheets.ts";

const plain: Readonly<Record<string, string | number>> = {
  day: "2026-11-23",
  clientName: "陆文澜",
  level: "C3",
  grade: "R4",
  age: 67,
  elderAge: 65,
};

/**
 * Values for every name a document is told of.
 *
 * @param rows how many each list has
 * @param say what stands for a name; by default the name in brackets
 */
export function sampleInput<K extends DocumentKind>(
  kind: K,
  rows = 1,
  say: (name: string, row: number) => string = (name) => `[${name}]`,
): DocumentInput<K> {
  const valuesOf = (names: readonly string[], row = 0) =>
    Object.fromEntries(names.map((name) => [name, plain[name] ?? say(name, row)]));
  const lists = Object.entries<readonly string[]>(documentInputs[kind].rows).map(([name, columns]) => [
    name,
    Array.from({ length: rows }, (_, row) => valuesOf(columns, row + 1)),
  ]);
  return { values: valuesOf(documentInputs[kind].values), rows: Object.fromEntries(lists) } as never;
}

/** The texts that ship. */
export function shippedTexts(): DocumentTexts {
  return textsFor(packLibrary(), "2026-11-23");
}

export function sampleContext(language: Language): DocumentContext {
  return {
    texts: shippedTexts(),
    language,
    record: "d-1",
    institution: "滨江营业部",
    clientNo: "SH-0012",
    recordHash: "ab12".repeat(16),
  };
}

export function sampleDocument(kind: DocumentKind, language: Language, rows = 1): PrintDocument {
  return buildDocument(kind, sampleInput(kind, rows), sampleContext(language));
}

/** A finished assessment of these answers. */
export function sampleAssessment(answers: Answers, part: Partial<Assessment> = {}): Assessment {
  const scored = score(rtq, answers, part.age === undefined ? {} : { age: part.age });
  return Assessment.parse({
    id: "a-1",
    client: "c-1",
    questionnaire: { id: rtq.id, version: rtq.version },
    answers,
    score: scored,
    level: scored.level,
    mode: "meeting",
    answeredBy: "client",
    startedAt: "2026-11-23T01:00:00.000Z",
    finishedAt: "2026-11-23T01:12:00.000Z",
    timings: {},
    changes: [],
    contradictionChoices: [],
    validFrom: "2026-11-23",
    validUntil: "2027-11-23",
    ...part,
  });
}

export function sampleNotice(record: Assessment, context: Partial<NoticeContext> = {}): PrintDocument {
  const client = { id: ClientId.parse("c-1"), name: "陆文澜", idNumber: "110101198004121234", customerNo: "SH-0012" };
  const of: NoticeOf = { record, pack: rtq, matrix: shippedPack("match-matrix"), client, day: "2026-11-24" };
  return resultNotice(of, { ...sampleContext("zh-CN"), ...context });
}

/** Every text of a document, in the order it is read. */
export function wordsOf({ title, sections }: PrintDocument): string[] {
  return [title, ...strings(sections)];
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
