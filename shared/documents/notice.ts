/**
 * @file A finished assessment as the notice of its result: what the record holds, read with the
 * pack that made it. Nothing is scored anew. Pure.
 */
import { AppError } from "../errors.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Client } from "../model/client.ts";
import { shanghaiMinute } from "../model/dates.ts";
import type { Language } from "../model/primitives.ts";
import type { Signature } from "../model/signature.ts";
import type { DocumentTexts } from "../packs/document-texts.ts";
import type { PackLibrary } from "../packs/library.ts";
import type { MatchMatrix } from "../packs/match-matrix.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { compareLevels } from "../rules/questionnaire.ts";
import { buildDocument, type DocumentContext } from "./build.ts";
import type { PrintDocument } from "./document.ts";
import type { DocumentInput } from "./inputs.ts";
import { gradeText, levelText } from "./named.ts";

export interface NoticeOf {
  readonly record: Assessment;
  /** The one that made the record. */
  readonly pack: QuestionnairePack;
  /** The one the level is explained by. */
  readonly matrix: MatchMatrix;
  readonly client: Pick<Client, "name" | "idNumber" | "customerNo">;
  /** The day the notice is made. */
  readonly day: string;
}

export type NoticeContext = Pick<DocumentContext, "texts" | "language" | "institution" | "recordHash" | "signature">;

/** 评估结果告知函. */
export function resultNotice(notice: NoticeOf, context: NoticeContext): PrintDocument {
  const { record, client } = notice;
  return buildDocument("result-notice", noticeInput(notice, context), {
    ...context,
    record: record.id,
    clientNo: client.customerNo,
    byGuardian: record.answeredBy === "guardian",
  });
}

/**
 * The texts a document is made from: those under which it was signed, or else those in force on the day.
 *
 * @throws AppError `pack-missing`
 */
export function textsFor(library: PackLibrary, day: string, signed?: Signature["texts"]): DocumentTexts {
  const kind = "document-texts";
  const texts = signed === undefined ? library.inForce(kind, day) : library.find(kind, signed.id, signed.version);
  if (texts === undefined) throw new AppError("pack-missing", { id: signed?.id ?? kind });
  return texts;
}

/** The clause that is signed on the screen, word for word as the notice prints it. */
export function noticeClause(texts: DocumentTexts, answeredBy: Assessment["answeredBy"], language: Language): string {
  const blocks = texts.documents["result-notice"].sections.flatMap((section) => section.blocks);
  const clause = blocks.find((block) => block.kind === "sign" && block.each === answeredFlag[answeredBy]);
  return clause?.kind === "sign" ? clause.clause[language] : "";
}

const answeredFlag = { client: "byClient", guardian: "byGuardian", "advisor-from-paper": "fromPaper" } as const;

function noticeInput(
  { record, pack, matrix, client, day }: NoticeOf,
  { texts, language }: NoticeContext,
): DocumentInput<"result-notice"> {
  const { score, level } = record;
  const flag = answeredFlag[record.answeredBy];
  const applied = new Set(score.caps.filter((cap) => cap.applied).map(({ id }) => id));
  const direct = matrix.direct[level];
  const isLowest = matrix.never[level] !== undefined;
  const grades = direct.map((grade) => ({ grade, gradeText: gradeText(texts, grade, language) }));
  return {
    values: {
      day,
      clientName: client.name,
      level,
      levelText: levelText(texts, pack, level, language),
      validFrom: record.validFrom,
      validUntil: record.validUntil,
      total: score.total,
      max: score.max,
      finishedAt: shanghaiMinute(record.finishedAt),
      packId: record.questionnaire.id,
      packVersion: record.questionnaire.version,
      matrixId: matrix.id,
      matrixVersion: matrix.version,
      validMonths: pack.clocks.validMonths.value,
      maxPerDay: pack.clocks.maxPerDay.value,
      maxPer12Months: pack.clocks.maxPer12Months.value,
    },
    rows: {
      identity: client.idNumber === undefined ? [] : [{ number: client.idNumber }],
      byClient: rowIf(flag === "byClient"),
      byGuardian: rowIf(flag === "byGuardian"),
      fromPaper: rowIf(flag === "fromPaper"),
      grades,
      blocks: score.blocks.map(({ id, points, max }) => {
        const title = pack.blocks.find((block) => block.id === id)?.title[language] ?? id;
        return { title, points, max };
      }),
      capped: compareLevels(level, score.band) < 0 ? [{ bandText: levelText(texts, pack, score.band, language) }] : [],
      caps: pack.caps.filter(({ id }) => applied.has(id)).map((cap) => ruleOf(cap)),
      care: pack.flags.filter(({ id }) => score.flags.includes(id)).map((rule) => ruleOf(rule)),
      ...changes(),
      lowest: rowIf(isLowest),
      above: rowIf(!isLowest && direct.length < Object.keys(texts.words.grades).length),
    },
  };

  function ruleOf({ reason, source }: QuestionnairePack["caps"][number] | QuestionnairePack["flags"][number]) {
    const found = pack.sources.find(({ id }) => id === source);
    const article = found?.article === undefined ? "" : ` ${found.article[language]}`;
    return { reason: reason[language], source: found === undefined ? source : found.law[language] + article };
  }

  function changes(): Pick<DocumentInput<"result-notice">["rows"], "changed" | "unconfirmed"> {
    const last = record.previous;
    const at = record.levelChangeConfirmedAt;
    if (last === undefined || last.level === level) return { changed: [], unconfirmed: [] };
    const previousText = levelText(texts, pack, last.level, language);
    if (at === undefined) return { changed: [], unconfirmed: [{ previousText }] };
    return { changed: [{ previousText, confirmedAt: shanghaiMinute(at) }], unconfirmed: [] };
  }
}

/** A list that says yes or no, see [Note: Values and rows]. */
function rowIf(isSo: boolean): Record<never, never>[] {
  return isSo ? [{}] : [];
}
