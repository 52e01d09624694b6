/** @file A finished sheet as the record that is kept: scored, dated and set beside the last one. Pure. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { ageOn, shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { Signature } from "../../../shared/model/signature.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { validUntil } from "../../../shared/rules/assessment-limits.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { asked, chosenFor, score } from "../../../shared/rules/questionnaire.ts";
import type { FinishedAssessment } from "../../data/commands.ts";
import type { Sheet } from "./sheet.ts";

interface Finish {
  readonly sheet: Sheet;
  readonly pack: QuestionnairePack;
  readonly client: ClientId;
  readonly facts: Facts;
  /** The client's newest assessment before this one. */
  readonly previous: Assessment | undefined;
  /** Instants. */
  readonly finishedAt: string;
  readonly confirmed?: Confirmed | undefined;
}

/** What the client did after the last look at the answers. */
export interface Confirmed {
  /** When a changed level was confirmed. */
  readonly levelAt?: string | undefined;
  readonly signature?: Signature | undefined;
}

/** What the rules know of the client besides the answers, on a day. A year of birth alone is not an age. */
export function factsOf(client: Pick<Client, "birthDate">, day: string): Facts {
  if (client.birthDate === undefined) return {};
  const age = ageOn(client.birthDate, day);
  return age >= 0 && age <= 150 ? { age } : {};
}

/**
 * The record of a finished sheet.
 *
 * @throws AppError `answers-invalid` when an answer is missing or unknown
 */
export function finishedAssessment(finish: Finish): FinishedAssessment {
  const { sheet, pack, client, facts, previous, finishedAt, confirmed = {} } = finish;
  const answers = inOrder(sheet, pack);
  const scored = score(pack, answers, facts);
  const day = shanghaiDay(finishedAt);
  return {
    client,
    questionnaire: sheet.pack,
    answers,
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

/** Questions and options in the pack's order, so that the order of ticking never shows. */
function inOrder(sheet: Sheet, pack: QuestionnairePack): Sheet["answers"] {
  return Object.fromEntries(
    asked(pack).map((item) => {
      const chosen = chosenFor(sheet.answers, item.id);
      return [item.id, item.options.map((option) => option.id).filter((id) => chosen.includes(id))];
    }),
  );
}
