/**
 * @file Tells the main process that somebody is at the screen, which puts off locking. At most
 * every two seconds, and once more for what was touched in between: the book may lock two
 * seconds late, never early.
 */
import { call } from "../bridge.ts";

const everyMs = 2_000;
const touches = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Watch the page from now on. Called once. */
export function watchActivity(): void {
  let isResting = false;
  let isTouched = false;

  function tell(): void {
    isTouched = false;
    isResting = true;
    void call("noteActivity", null).catch(() => undefined);
    setTimeout(() => {
      isResting = false;
      if (isTouched) tell();
    }, everyMs);
  }

  const touched = () => {
    isTouched = true;
    if (!isResting) tell();
  };
  for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true });
}
