/** @file Keeps the sheet as a sealed draft: one write at a time, always the newest sheet. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { saveDraft } from "../../data/commands.ts";
import { onLocking } from "../../data/unsaved.ts";
import type { Sheet } from "./sheet.ts";

/** The drafts' form names, by kind of pack. The subject is the client. */
export const draftForms = { questionnaire: "assessment", "knowledge-test": "knowledge-test" } as const satisfies Record<
  Pack["kind"],
  string
>;

export interface DraftSaver {
  readonly save: (sheet: Sheet) => void;
  /** Resolves when nothing is being written any more; from then on nothing is. */
  readonly close: () => Promise<void>;
  /** Write again after a close that led to nothing. */
  readonly reopen: () => void;
  /** Why the newest sheet is not on the disk; undefined while it is. */
  readonly error: unknown;
  /** The newest sheet is on its way to the disk. */
  readonly isSaving: boolean;
}

export function useDraftSaver(form: string, subject: string): DraftSaver {
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const waiting = useRef<Sheet>(undefined);
  const running = useRef<Promise<void>>(undefined);
  const isClosed = useRef(false);

  const actions = useMemo(() => {
    async function drain(): Promise<void> {
      while (waiting.current !== undefined) {
        const sheet = waiting.current;
        waiting.current = undefined;
        // The last failure is shown until a later write succeeds.
        await saveDraft(form, subject, sheet).then(() => setError(undefined), setError);
      }
      running.current = undefined;
      setSaving(false);
    }
    return {
      settled: async () => running.current,
      save(sheet: Sheet) {
        if (isClosed.current) return;
        waiting.current = sheet;
        setSaving(true);
        running.current ??= drain();
      },
      async close() {
        isClosed.current = true;
        await running.current;
      },
      reopen() {
        isClosed.current = false;
      },
    };
  }, [form, subject]);
  useEffect(() => onLocking(actions.settled), [actions]);
  const { save, close, reopen } = actions;
  return { save, close, reopen, error, isSaving };
}

/** Calls with true while the page is in sight, with false when it is not. */
export function usePageVisible(onChange: (isVisible: boolean) => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const listen = () => latest.current(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", listen);
    return () => document.removeEventListener("visibilitychange", listen);
  }, []);
}
