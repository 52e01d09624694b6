/** @file The sheet as a form: every step is timed, shown and kept as a draft; finishing checks the limits and stores it. */
import { useEffect, useEffectEvent, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { RecordId } from "../../../shared/model/primitives.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { requireAllowance } from "../../../shared/rules/assessment-limits.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { type FinishedAssessment, finishAssessment } from "../../data/commands.ts";
import { formResolver } from "../../parts/form.ts";
import { type Confirmed, factsOf, finishedAssessment } from "./finish.ts";
import { addTime, completeAnswers, Sheet } from "./sheet.ts";
import { Stopwatch } from "./stopwatch.ts";
import { type DraftSaver, draftForm, useDraftSaver, usePageVisible } from "./use-draft-saver.ts";

/** What an assessment in progress works on. */
export interface Sitting {
  readonly client: Client;
  /** Finished ones, newest first. */
  readonly assessments: readonly Assessment[];
  readonly pack: QuestionnairePack;
}

export interface SheetForm extends Sitting {
  readonly form: UseFormReturn<Sheet, unknown, Sheet>;
  readonly sheet: Sheet;
  readonly facts: Facts;
  readonly saver: DraftSaver;
  /** Go one step: time is added, the new sheet shown and kept. */
  readonly apply: (step: (sheet: Sheet) => Sheet) => void;
  /** Let the clock of the question stand still, or run. */
  readonly setWatching: (isOn: boolean) => void;
  /** The record as it would be stored now. @throws AppError `answers-invalid` */
  readonly preview: (confirmed?: Confirmed) => FinishedAssessment;
  /**
   * Store it for good and drop the draft.
   *
   * @throws AppError `assessment-limit-day`, `assessment-limit-year`, and what saving throws
   */
  readonly finish: (confirmed: Confirmed) => Promise<RecordId>;
}

export function useSheet({ client, assessments, pack }: Sitting, start: Sheet): SheetForm {
  const saver = useDraftSaver(client.id);
  const form = useForm<Sheet, unknown, Sheet>({
    defaultValues: start,
    resolver: formResolver<Sheet, Sheet>(Sheet.extend({ answers: completeAnswers(pack) })),
  });
  const sheet = useWatch({ control: form.control }) as Sheet;
  const [facts] = useState(() => factsOf(client, shanghaiDay(Date.now())));
  const [watch] = useState(() => new Stopwatch(() => performance.now()));
  const [isWatching, setWatching] = useState(true);
  const question = sheet.place.stage === "ask" ? sheet.place.question : undefined;

  useEffect(() => {
    if (!isWatching || question === undefined) return undefined;
    watch.start();
    return () => watch.stop();
  }, [watch, isWatching, question]);
  usePageVisible((isVisible) => (isVisible && isWatching && question !== undefined ? watch.start() : watch.stop()));
  const keepFirst = useEffectEvent(() => saver.save(start));
  // Begun is begun: a crash at the first question finds it again.
  useEffect(() => keepFirst(), []);

  function apply(step: (sheet: Sheet) => Sheet): void {
    const now = form.getValues();
    const measured = watch.take();
    const timed = now.mode === "meeting" && question !== undefined ? addTime(now, question, measured) : now;
    const next = step(timed);
    form.reset(next);
    saver.save(next);
  }

  function preview(confirmed?: Confirmed): FinishedAssessment {
    const finishedAt = new Date().toISOString();
    const known = factsOf(client, shanghaiDay(finishedAt));
    const previous = assessments[0];
    return finishedAssessment({
      sheet: form.getValues(),
      pack,
      client: client.id,
      facts: known,
      previous,
      finishedAt,
      confirmed,
    });
  }

  async function finish(confirmed: Confirmed): Promise<RecordId> {
    const value = preview(confirmed);
    const days = assessments.map((one) => shanghaiDay(one.finishedAt));
    requireAllowance(days, shanghaiDay(value.finishedAt), pack.clocks);
    await saver.close();
    try {
      return await finishAssessment(value, { draft: { form: draftForm, subject: client.id } });
    } catch (error) {
      saver.reopen();
      throw error;
    }
  }

  return { client, assessments, pack, form, sheet, facts, saver, apply, setWatching, preview, finish };
}
