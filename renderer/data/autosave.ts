/** @file Keeps what is being typed into a form as a sealed draft: a moment after each change, when the form closes, and at lock. */
import { useEffect, useMemo, useRef, useState } from "react";
import { saveDraft } from "./commands.ts";
import { onLocking } from "./unsaved.ts";

const quietMs = 800;

export interface Autosave {
  /** When the draft last reached the disk, as epoch milliseconds. */
  readonly savedAt: number | undefined;
  /** The form's values changed; written once they have been left alone for a moment. The same values again are no change. */
  readonly changed: (values: unknown) => void;
  /** The form is being saved or given up: from now on nothing is written. */
  readonly finish: () => void;
  /** The form goes on after all: it could not be saved, or begins anew. */
  readonly resume: () => void;
}

/** One draft for one form about one subject, see `DraftName`. A failed write shows in the title bar, like any other. */
export function useAutosave(form: string, subject: string): Autosave {
  const [savedAt, setSavedAt] = useState<number>();
  const waiting = useRef<{ readonly values: unknown; readonly timer: ReturnType<typeof setTimeout> }>(undefined);
  const isFinished = useRef(false);
  /** What is on the disk or on its way there, as JSON. */
  const known = useRef("");

  const actions = useMemo(() => {
    function take(): { readonly values: unknown } | undefined {
      const taken = waiting.current;
      clearTimeout(taken?.timer);
      waiting.current = undefined;
      return taken;
    }
    async function write(): Promise<void> {
      const taken = take();
      if (taken === undefined) return;
      await saveDraft(form, subject, taken.values).then(
        () => setSavedAt(Date.now()),
        () => undefined,
      );
    }
    return {
      write,
      finish() {
        take();
        isFinished.current = true;
      },
      resume() {
        isFinished.current = false;
      },
      changed(values: unknown) {
        const next = JSON.stringify(values);
        if (isFinished.current || next === known.current) return;
        take();
        known.current = next;
        waiting.current = { values, timer: setTimeout(() => void write(), quietMs) };
      },
    };
  }, [form, subject]);

  useEffect(() => {
    const forget = onLocking(actions.write);
    return () => {
      forget();
      void actions.write();
    };
  }, [actions]);
  const { changed, finish, resume } = actions;
  return { savedAt, changed, finish, resume };
}
