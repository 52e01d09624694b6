/** @file Submitting a sheet: complete? level changed? signed? then store it once. */
import { useRef, useState } from "react";
import type { Level, RecordId } from "../../../shared/model/primitives.ts";
import type { Signature } from "../../../shared/model/signature.ts";
import type { FinishedAssessment } from "../../data/commands.ts";
import type { Confirmed } from "./finish.ts";
import { goOn } from "./sheet.ts";
import type { Outcome, SheetForm } from "./use-sheet.ts";

export type Stored = Outcome & { readonly id: RecordId };

export interface Finishing {
  /** Store the sheet, or ask for confirmation and signature first: see `changed` and `toSign`. */
  readonly submit: () => Promise<Stored | undefined>;
  /** The client confirmed the changed level on this screen. */
  readonly confirm: () => Promise<Stored | undefined>;
  /** The client signed: `keep` files the signature, once, before the sheet is stored. */
  readonly sign: (keep: () => Promise<Signature>) => Promise<Stored | undefined>;
  /** The client does not confirm or sign: nothing is stored. */
  readonly object: () => void;
  /** The new level, while it waits for the client's confirmation. */
  readonly changed: Level | undefined;
  /** The result, while it waits for the client's signature. */
  readonly toSign: FinishedAssessment | undefined;
  readonly stored: Stored | undefined;
  readonly busy: boolean;
  /** What kept it from being stored. */
  readonly error: unknown;
}

export function useFinish(sitting: SheetForm): Finishing {
  const [changed, setChanged] = useState<Level>();
  const [toSign, setToSign] = useState<FinishedAssessment>();
  const [stored, setStored] = useState<Stored>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const levelAt = useRef<string>(undefined);

  async function store(confirm: () => Confirmed | Promise<Confirmed>): Promise<Stored | undefined> {
    // Enter pressed twice must not store twice.
    if (busy || stored !== undefined) return stored;
    setBusy(true);
    setError(undefined);
    try {
      const confirmed = await confirm();
      const outcome = sitting.preview(confirmed);
      const id = await sitting.finish(confirmed);
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

  /** On paper the signature stands on the paper, and a test is not signed. */
  async function signOrStore(): Promise<Stored | undefined> {
    const outcome = sitting.preview();
    if (sitting.sheet.mode === "paper" || outcome.kind === "knowledge-test") {
      return store(() => ({ levelAt: levelAt.current }));
    }
    setToSign(outcome.value);
    return undefined;
  }

  async function submit(): Promise<Stored | undefined> {
    setError(undefined);
    if (!(await sitting.form.trigger("answers"))) {
      // A restored sheet may owe an answer: that question is asked next.
      sitting.apply((now) => goOn(now, sitting.pack, sitting.facts));
      return undefined;
    }
    const outcome = sitting.preview();
    const [previous] = sitting.assessments;
    const level = outcome.kind === "questionnaire" ? outcome.value.level : undefined;
    if (level === undefined || previous === undefined || previous.level === level) return signOrStore();
    setChanged(level);
    return undefined;
  }

  function confirm(): Promise<Stored | undefined> {
    levelAt.current = new Date().toISOString();
    return signOrStore();
  }

  function object(): void {
    levelAt.current = undefined;
    setChanged(undefined);
    setToSign(undefined);
    setError(undefined);
  }

  return {
    submit,
    confirm,
    sign: (keep) => store(async () => ({ levelAt: levelAt.current, signature: await keep() })),
    object,
    changed,
    toSign,
    stored,
    busy,
    error,
  };
}
