/** @file Seconds until one may try again. */
import { useEffect, useState } from "react";

/** Counts down to 0. `start(seconds)` begins anew. */
export function useCountdown(): { readonly left: number; readonly start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left,
    start(seconds) {
      setUntil(Date.now() + seconds * 1000);
      setLeft(seconds);
    },
  };
}
