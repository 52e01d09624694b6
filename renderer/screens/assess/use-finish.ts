/** @file Submitting a sheet: complete? level changed? then store it once. */
import { useState } from "react";
import type { Level, RecordId } from "../../../shared/model/primitives.ts";
import { goOn } from "./sheet.ts";
import type { Outcome, SheetForm } from "./use-sheet.ts";

export type Stored = Outcome & { readonly id: RecordId };

export interface Finishing {
  /** Store the sheet, or ask for confirmation first: see `changed`. */
  readonly submit: () => Promise<Stored | undefined>;
  /** The client confirmed the changed level on this screen. */
  readonly confirm: () => Promise<Stored | undefined>;
  /** The client does not confirm: nothing is stored. */
  readonly object: () => void;
  /** The new level, while it waits for the client's confirmation. */
  readonly changed: Level | undefined;
  readonly stored: Stored | undefined;
  readonly busy: boolean;
  /** What kept it from being stored. */
  readonly error: unknown;
}

export function useFinish(sitting: SheetForm): Finishing {
  const [changed, setChanged] = useState<Level>();
  const [stored, setStored] = useState<Stored>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function store(confirmedAt?: string): Promise<Stored | undefined> {
    // Enter pressed twice must not store twice.
    if (busy || stored !== undefined) return stored;
    setBusy(true);
    setError(undefined);
    try {
      const outcome = sitting.preview(confirmedAt);
      const id = await sitting.finish(confirmedAt);
      const result = { id, ...outcome };
      setStored(result);
      return result;
    } catch (cause) {
      setError(cause);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function submit(): Promise<Stored | undefined> {
    setError(undefined);
    if (!(await sitting.form.trigger("answers"))) {
      // A restored sheet may owe an answer: that question is asked next.
      sitting.apply((now) => goOn(now, sitting.pack, sitting.facts));
      return undefined;
    }
    const level = levelOf(sitting.preview());
    const [previous] = sitting.assessments;
    if (level === undefined || previous === undefined || previous.level === level) return store();
    setChanged(level);
    return undefined;
  }

  return {
    submit,
    confirm: () => store(new Date().toISOString()),
    object: () => setChanged(undefined),
    changed,
    stored,
    busy,
    error,
  };
}

/** A test gives none. */
function levelOf(outcome: Outcome): Level | undefined {
  return outcome.kind === "questionnaire" ? outcome.value.level : undefined;
}
