/** @file A finished sheet as the record that is kept: scored, dated and, an assessment, set beside the last one. Pure. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { ageOn, shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { Signature } from "../../../shared/model/signature.ts";
import type { KnowledgeTestPack } from "../../../shared/packs/knowledge-test-pack.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { inOrder } from "../../../shared/rules/answers.ts";
import { validUntil } from "../../../shared/rules/assessment-limits.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { markTest } from "../../../shared/rules/knowledge-test.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import type { FinishedAssessment, FinishedTest } from "../../data/commands.ts";
import type { Sheet } from "./sheet.ts";

interface FinishTest {
  readonly sheet: Sheet;
  readonly pack: KnowledgeTestPack;
  readonly client: ClientId;
  /** Instant. */
  readonly finishedAt: string;
}

interface Finish extends Omit<FinishTest, "pack"> {
  readonly pack: QuestionnairePack;
  /** By which the level is explained. */
  readonly matrix?: Assessment["matrix"];
  readonly facts: Facts;
  /** The client's newest assessment before this one. */
  readonly previous: Assessment | undefined;
  readonly confirmed?: Confirmed | undefined;
}

/** What the client did after the last look at the answers. */
export interface Confirmed {
  /** When a changed level was confirmed; an instant. */
  readonly levelAt?: string | undefined;
  readonly signature?: Signature | undefined;
}

/** What the rules know of the client besides the answers, on a day. A year of birth alone is not an age, and a company has none. */
export function factsOf(client: Pick<Client, "birthDate"> & Partial<Pick<Client, "kind">>, day: string): Facts {
  if (client.birthDate === undefined || client.kind === "company") return {};
  const age = ageOn(client.birthDate, day);
  return age >= 0 && age <= 150 ? { age } : {};
}

/**
 * The record of a finished sheet.
 *
 * @throws AppError `answers-invalid` when an answer is missing or unknown
 */
export function finishedAssessment(finish: Finish): FinishedAssessment {
  const { sheet, pack, matrix, client, facts, previous, finishedAt, confirmed = {} } = finish;
  const scored = score(pack, sheet.answers, facts);
  const day = shanghaiDay(finishedAt);
  return {
    client,
    questionnaire: sheet.pack,
    ...(matrix && { matrix }),
    answers: inOrder(pack, sheet.answers, facts),
    score: scored,
    level: scored.level,
    ...(facts.age !== undefined && { age: facts.age }),
    mode: sheet.mode,
    answeredBy: sheet.answeredBy,
    startedAt: sheet.startedAt,
    finishedAt,
    timings: sheet.timings,
    changes: sheet.changes,
    contradictionChoices: sheet.choices,
    ...(previous && { previous: { id: previous.id, level: previous.level, total: previous.score.total } }),
    ...(confirmed.levelAt !== undefined && { levelChangeConfirmedAt: confirmed.levelAt }),
    ...(confirmed.signature && { signature: confirmed.signature }),
    validFrom: day,
    validUntil: validUntil(day, pack.clocks),
  };
}

/** The record of a finished knowledge test. @throws as {@link finishedAssessment} */
export function finishedTest({ sheet, pack, client, finishedAt }: FinishTest): FinishedTest {
  return {
    client,
    questionnaire: sheet.pack,
    answers: inOrder(pack, sheet.answers),
    score: markTest(pack, sheet.answers),
    mode: sheet.mode,
    answeredBy: sheet.answeredBy,
    startedAt: sheet.startedAt,
    at: finishedAt,
    timings: sheet.timings,
    changes: sheet.changes,
  };
}
