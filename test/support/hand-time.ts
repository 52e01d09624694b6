/** @file A machine whose time a test lets pass, beside a wall clock that says what it likes. */

/** What services take as clocks, and the hands to turn them. */
export function handTime() {
  let uptimeMs = 0;
  let nowMs = Date.UTC(2026, 10, 23, 1, 12);
  const waiting = new Map<object, { readonly at: number; readonly run: () => void }>();
  return {
    options: {
      now: () => nowMs,
      uptimeMs: () => uptimeMs,
      timers: {
        setTimeout(run: () => void, ms: number) {
          const timer = {};
          waiting.set(timer, { at: uptimeMs + ms, run });
          return timer;
        },
        clearTimeout: (timer: unknown) => void waiting.delete(timer as object),
      },
    },
    setClock: (ms: number) => {
      nowMs = ms;
    },
    /** A second at a time, and whatever was due. */
    async pass(seconds: number) {
      for (let i = 0; i < seconds; i++) {
        uptimeMs += 1_000;
        for (const [timer, { at, run }] of [...waiting]) {
          if (at > uptimeMs) continue;
          waiting.delete(timer);
          run();
          await new Promise((resume) => setImmediate(resume));
        }
      }
    },
  };
}
