/** @file Submitting a sheet: complete? level changed? signed? then store it once. */
import { useRef, useState } from "react";
import type { Level, RecordId } from "../../../shared/model/primitives.ts";
import type { Signature } from "../../../shared/model/signature.ts";
import type { Confirmed } from "./finish.ts";
import type { SheetForm } from "./use-sheet.ts";

export interface Outcome {
  readonly level: Level;
  readonly validUntil: string;
}

interface Stored extends Outcome {
  readonly id: RecordId;
}

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
  readonly toSign: Outcome | undefined;
  readonly stored: Stored | undefined;
  readonly busy: boolean;
  /** What kept it from being stored. */
  readonly error: unknown;
}

export function useFinish(sitting: SheetForm): Finishing {
  const [changed, setChanged] = useState<Level>();
  const [toSign, setToSign] = useState<Outcome>();
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
      const { level, validUntil } = sitting.preview(confirmed);
      const id = await sitting.finish(confirmed);
      const result = { id, level, validUntil };
      setStored(result);
      return result;
    } catch (cause) {
      setError(cause);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  /** On paper the signature stands on the paper. */
  async function signOrStore(): Promise<Stored | undefined> {
    if (sitting.sheet.mode === "paper") return store(() => ({ levelAt: levelAt.current }));
    const { level, validUntil } = sitting.preview();
    setToSign({ level, validUntil });
    return undefined;
  }

  async function submit(): Promise<Stored | undefined> {
    setError(undefined);
    if (!(await sitting.form.trigger("answers"))) return undefined;
    const { level, previous } = sitting.preview();
    if (previous === undefined || previous.level === level) return signOrStore();
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
