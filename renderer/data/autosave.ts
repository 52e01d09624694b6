/** @file Keeps what is being typed into a form as a sealed draft: a moment after each change, and when the form closes. */
import { useEffect, useMemo, useRef, useState } from "react";
import { saveDraft } from "./commands.ts";

const quietMs = 800;

export interface Autosave {
  /** When the draft last reached the disk, as epoch milliseconds. */
  readonly savedAt: number | undefined;
  /** The form's values changed; written once they have been left alone for a moment. */
  readonly changed: (values: unknown) => void;
  /** The form was saved or given up: what is still waiting is not written. */
  readonly finish: () => void;
}

/** One draft for one form about one subject, see `DraftName`. A failed write shows in the title bar, like any other. */
export function useAutosave(form: string, subject: string): Autosave {
  const [savedAt, setSavedAt] = useState<number>();
  const waiting = useRef<{ readonly values: unknown; readonly timer: ReturnType<typeof setTimeout> }>(undefined);

  const actions = useMemo(() => {
    function take(): { readonly values: unknown } | undefined {
      const taken = waiting.current;
      clearTimeout(taken?.timer);
      waiting.current = undefined;
      return taken;
    }
    function write(): void {
      const taken = take();
      if (taken === undefined) return;
      saveDraft(form, subject, taken.values).then(
        () => setSavedAt(Date.now()),
        () => undefined,
      );
    }
    return {
      write,
      finish: () => void take(),
      changed(values: unknown) {
        take();
        waiting.current = { values, timer: setTimeout(write, quietMs) };
      },
    };
  }, [form, subject]);

  useEffect(() => actions.write, [actions]);
  return { savedAt, changed: actions.changed, finish: actions.finish };
}
