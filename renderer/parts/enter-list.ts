/** @file Lets the keyboard into a screen's list while nothing in particular has the focus. */
import { type RefObject, useEffect, useEffectEvent } from "react";
import { useKeys } from "./keys.ts";

/**
 * ↑ ↓ J K lead to the focused row of the VirtualTable inside `pane`: the arrows from the page
 * itself, the letters from anywhere but a field.
 *
 * @returns the same by hand, as for Enter in a filter
 */
export function useEnterList(pane: RefObject<HTMLElement | null>): () => void {
  const enter = () => pane.current?.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus();
  useKeys({ j: enter, k: enter });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isFromPage = event.target === document.body || (event.target as Element | null)?.id === "sb-main";
    if (!isFromPage || event.defaultPrevented || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    enter();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return enter;
}
