/** @file Lets the keyboard into a screen's list while nothing in particular has the focus. */
import { type RefObject, useCallback, useEffect } from "react";
import { useKeys } from "./keys.ts";

/**
 * ↑ ↓ J K lead to the focused row of the VirtualTable inside `pane`: the arrows from the page
 * itself, the letters from anywhere but a field.
 *
 * @returns the same by hand, as for Enter in a filter
 */
export function useEnterList(pane: RefObject<HTMLElement | null>): () => void {
  const enter = useCallback(
    () => pane.current?.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus(),
    [pane],
  );
  useKeys({ j: enter, k: enter });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isFromPage = event.target === document.body || (event.target as Element | null)?.id === "sb-main";
      if (!isFromPage || event.defaultPrevented || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      enter();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enter]);
  return enter;
}
