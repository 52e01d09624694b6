/** @file The sheet as a form: every step is timed, shown and kept as a draft; finishing checks the limits and stores it. */
import { useEffect, useEffectEvent, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { RecordId } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { requireAllowance } from "../../../shared/rules/assessment-limits.ts";
import type { Facts } from "../../../shared/rules/condition.ts";
import { type FinishedAssessment, type FinishedTest, finishAssessment, finishTest } from "../../data/commands.ts";
import { formResolver } from "../../parts/form.ts";
import { type Confirmed, factsOf, finishedAssessment, finishedTest } from "./finish.ts";
import { addTime, completeAnswers, Sheet } from "./sheet.ts";
import { Stopwatch } from "./stopwatch.ts";
import { type DraftSaver, draftForms, useDraftSaver, usePageVisible } from "./use-draft-saver.ts";

/** What an assessment or a test in progress works on. */
export interface Sitting {
  readonly client: Client;
  /** Finished ones, newest first. A test counts them neither as limits nor as a last level. */
  readonly assessments: readonly Assessment[];
  readonly pack: Pack;
  /** By which a level is explained; absent where none is in force. */
  readonly matrix: Assessment["matrix"];
}

/** The record as it would be stored, by what was asked. */
export type Outcome =
  | { readonly kind: "questionnaire"; readonly value: FinishedAssessment }
  | { readonly kind: "knowledge-test"; readonly value: FinishedTest };

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
  readonly preview: (confirmed?: Confirmed) => Outcome;
  /**
   * Store it for good and drop the draft.
   *
   * @throws AppError `assessment-limit-day`, `assessment-limit-year`, and what saving throws
   */
  readonly finish: (confirmed: Confirmed) => Promise<RecordId>;
}

export function useSheet({ client, assessments, pack, matrix }: Sitting, start: Sheet): SheetForm {
  const draft = { form: draftForms[pack.kind], subject: client.id };
  const saver = useDraftSaver(draft.form, draft.subject);
  const [facts] = useState(() => factsOf(client, shanghaiDay(Date.now())));
  const form = useForm<Sheet, unknown, Sheet>({
    defaultValues: start,
    resolver: formResolver<Sheet, Sheet>(Sheet.extend({ answers: completeAnswers(pack, facts) })),
  });
  const sheet = useWatch({ control: form.control }) as Sheet;
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

  function preview(confirmed?: Confirmed): Outcome {
    const finishedAt = new Date().toISOString();
    const common = { sheet: form.getValues(), client: client.id, finishedAt };
    if (pack.kind === "knowledge-test") return { kind: pack.kind, value: finishedTest({ ...common, pack }) };
    const known = factsOf(client, shanghaiDay(finishedAt));
    const [previous] = assessments;
    return {
      kind: pack.kind,
      value: finishedAssessment({ ...common, pack, matrix, facts: known, previous, confirmed }),
    };
  }

  async function finish(confirmed: Confirmed): Promise<RecordId> {
    const outcome = preview(confirmed);
    if (pack.kind === "questionnaire" && outcome.kind === "questionnaire") {
      const days = assessments.map((one) => shanghaiDay(one.finishedAt));
      requireAllowance(days, shanghaiDay(outcome.value.finishedAt), pack.clocks);
    }
    await saver.close();
    try {
      return await store(outcome, draft);
    } catch (error) {
      saver.reopen();
      throw error;
    }
  }

  return { client, assessments, pack, matrix, form, sheet, facts, saver, apply, setWatching, preview, finish };
}

function store(outcome: Outcome, draft: { readonly form: string; readonly subject: string }): Promise<RecordId> {
  return outcome.kind === "questionnaire"
    ? finishAssessment(outcome.value, { draft })
    : finishTest(outcome.value, { draft });
}
