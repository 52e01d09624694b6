/**
 * @file What the sale gate needs to know of a client, taken once from their records; it holds
 * for every product until the day or one of the records changes. Pure.
 *
 * [Note: The least the answers say]
 *
 * A client who says "3 to 5 years" can spare the money for 36 months, not for 60: of a range the
 * lower end counts. The last answer is open-ended. What a questionnaire's options stand for is
 * written in its pack; where that is unknown, nothing is taken for granted.
 */
import type { Assessment } from "../model/assessment.ts";
import type { Client } from "../model/client.ts";
import { shanghaiDay } from "../model/dates.ts";
import type { InvestorStatus } from "../model/investor-status.ts";
import type { Statement } from "../model/statement.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import type { SaleCase } from "./sale-case.ts";
import { type Standing, standingOf } from "./standing.ts";

type CaseAssessment = NonNullable<SaleCase["assessment"]>;

/** A client's records; lists in any order. */
export interface ClientRecords {
  readonly client: Pick<Client, "id" | "kind" | "birthDate" | "birthYear" | "investableAssets">;
  /** Finished ones. */
  readonly assessments: readonly AssessmentRecord[];
  readonly statements: readonly Statement[];
  readonly statuses: readonly InvestorStatus[];
}

/** As much of an assessment as matters here. */
export type AssessmentRecord = Pick<
  Assessment,
  "id" | "questionnaire" | "answers" | "level" | "finishedAt" | "contradictionChoices"
> & {
  readonly score: Pick<Assessment["score"], "contradictions">;
  readonly previous?: Pick<NonNullable<Assessment["previous"]>, "level"> | undefined;
  readonly levelChangeConfirmedAt?: string | undefined;
};

export type FindQuestionnaire = (id: string, version: string) => QuestionnairePack | undefined;

export interface ClientFacts {
  /** The client's side of a case; a person's age may be unknown. */
  readonly client: SaleCase["client"];
  readonly assessment: SaleCase["assessment"];
  /** The record it was taken from. */
  readonly assessmentId: string | undefined;
  readonly standing: Standing;
  /** Fen; undefined where nobody wrote it down. */
  readonly assets: number | undefined;
}

/** A client as of a day, in Asia/Shanghai. What was written after that day does not count. */
export function clientFacts(records: ClientRecords, day: string, questionnaire: FindQuestionnaire): ClientFacts {
  const { client, statements, statuses } = records;
  const finished = records.assessments
    .filter(({ finishedAt }) => shanghaiDay(finishedAt) <= day)
    .toSorted((a, b) => (a.finishedAt < b.finishedAt ? -1 : a.finishedAt > b.finishedAt ? 1 : 0));
  const newest = finished.at(-1);
  const standing = standingOf({ client, statements, statuses, assessedAt: newest?.finishedAt, day });
  return {
    client: caseClient(client.kind, standing),
    assessment:
      newest === undefined
        ? null
        : caseAssessment(newest, finished.slice(0, -1), standing.changeReported, questionnaire),
    assessmentId: newest?.id,
    standing,
    assets: client.investableAssets,
  };
}

function caseClient(kind: Client["kind"], standing: Standing): SaleCase["client"] {
  const { age, identityVerified, capacity, guardianConsents, consent, refusesInformation } = standing;
  const { investorClass, qualified, rights } = standing;
  const common = { identityVerified, capacity, guardianConsents, consent, refusesInformation };
  const person = kind === "individual" && age !== undefined ? { age } : {};
  const isPerson = kind === "individual";
  return { kind: isPerson ? "person" : "company", ...person, ...common, investorClass, qualified, rights: [...rights] };
}

function caseAssessment(
  newest: AssessmentRecord,
  others: readonly AssessmentRecord[],
  changeReported: boolean,
  questionnaire: FindQuestionnaire,
): CaseAssessment {
  const { level, finishedAt, previous, levelChangeConfirmedAt, score, contradictionChoices } = newest;
  const kept = new Set(contradictionChoices.filter(({ choice }) => choice === "keep").map(({ id }) => id));
  const isChanged = previous !== undefined && previous.level !== level;
  return {
    on: shanghaiDay(finishedAt),
    level,
    earlier: others.map((other) => shanghaiDay(other.finishedAt)),
    openContradictions: score.contradictions.filter((id) => !kept.has(id)).length,
    changeReported,
    levelChange: !isChanged ? "none" : levelChangeConfirmedAt === undefined ? "unconfirmed" : "confirmed",
    ...spared(newest, questionnaire(newest.questionnaire.id, newest.questionnaire.version)),
  };
}

/** See [Note: The least the answers say]. */
function spared(
  { answers }: Pick<AssessmentRecord, "answers">,
  pack: QuestionnairePack | undefined,
): Pick<CaseAssessment, "termMonths" | "types"> {
  if (pack === undefined) return { termMonths: 0, types: [] };
  const chosen = (ids: readonly string[]) =>
    pack.questions
      .filter(({ id }) => ids.includes(id))
      .flatMap((question) => (question.kind === "single" || question.kind === "multiple" ? [question] : []))
      .flatMap(({ id, options }) => options.filter((option) => answers[id]?.includes(option.id)));
  const months = chosen(pack.outputs.term).map((option) => option.months ?? 0);
  const types = chosen(pack.outputs.types).flatMap((option) => option.types ?? []);
  return { termMonths: months.length === 0 ? 0 : Math.min(...months), types: [...new Set(types)] };
}
