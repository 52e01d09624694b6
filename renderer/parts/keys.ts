/**
 * @file Keyboard shortcuts, one way for all screens.
 *
 * [Note: Single letters]
 *
 * Single letters are off while a field has focus and while an input method composes,
 * and can be turned off altogether (WCAG 2.1.4). Keys belong to a layer: while a
 * dialog is open only the keys asked for inside it are heard, and those that hide what
 * is on the screen, which must work whatever is open.
 */
import { createContext, useContext, useEffectEvent, useLayoutEffect } from "react";

/** Identity of a layer; null is the page itself. */
export const KeyLayer = createContext<symbol | null>(null);

const layers: symbol[] = [];

/** A dialog opened: from now on it alone hears keys. Returns what to do when it closes. */
export function pushKeyLayer(layer: symbol): () => void {
  layers.push(layer);
  return () => {
    const at = layers.lastIndexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

let lettersAreOn = true;

/** Turn single-letter shortcuts on or off. */
export function setSingleLetters(on: boolean): void {
  lettersAreOn = on;
}

type KeyHandler = (event: KeyboardEvent) => void;

/**
 * Listen while mounted. Names: `l`, `Enter`, `Escape`, `/`, `?`, `Mod+k` (Ctrl, on a Mac Cmd), `Alt+1`.
 * The default action is prevented for keys that are taken.
 *
 * @param heard `everywhere`: also while a dialog is open
 */
export function useKeys(
  handlers: Readonly<Record<string, KeyHandler | undefined>>,
  heard: "layer" | "everywhere" = "layer",
): void {
  const layer = useContext(KeyLayer);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (heard === "layer" && (layers.at(-1) ?? null) !== layer) return;
    const name = keyName(event);
    const handler = handlers[name];
    if (handler === undefined || (isTyped(name) && !lettersAreOn)) return;
    if ((isTyped(name) || isCaret(name)) && isField(event.target)) return;
    event.preventDefault();
    handler(event);
  });
  // Before it is painted: what can be seen can be pressed.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** `Mod+k`, `Alt+1`, `l`: letters in lower case; Shift shows only in what it typed (`?`). */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${key}`;
}

/** A key that types something: it must not be taken from a field. */
export function isTyped(name: string): boolean {
  return name.length === 1;
}

/** A key that moves within a line of text, and is the field's own there too. */
export function isCaret(name: string): boolean {
  return ["ArrowLeft", "ArrowRight", "Home", "End", "Backspace", "Delete"].includes(name);
}

/** Does typing there write text? */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** `Ctrl K`, on a Mac `⌘ K`: the keys as they are printed. */
export function printKeys(name: string): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    Mod: isMac() ? "⌘" : "Ctrl",
    Alt: isMac() ? "⌥" : "Alt",
    Escape: "Esc",
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
    " ": "Space",
  };
  return name.split("+").map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

function isMac(): boolean {
  return typeof navigator !== "undefined" && navigator.userAgent.includes("Mac");
}
