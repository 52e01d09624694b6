/** @file The calendar day in China, for components that compare dates with it. */
import { useSyncExternalStore } from "react";
import { shanghaiDay } from "../../shared/model/dates.ts";

function subscribe(onChange: () => void): () => void {
  // Coming back to the window after midnight must not show yesterday's clocks.
  const timer = setInterval(onChange, 60_000);
  window.addEventListener("focus", onChange);
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", onChange);
  };
}

const now = (): string => shanghaiDay(Date.now());

/** `2026-11-23`; the component renders again when the day changes. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, now, now);
}
