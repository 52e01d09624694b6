/** @file Keeps what was typed beside the value it stands for, so that `1.` is not taken away while typing. */
import { useState } from "react";

interface Typed<T> {
  /** Undefined when the text is not such a value. */
  readonly parse: (text: string) => T | undefined;
  readonly print: (value: T) => string;
}

/**
 * @returns the text to show; `change` gives the form the value, the raw text when it
 *   is none (the schema then says so), or null when empty; `settle` tidies on leaving
 */
export function useTypedText<T>(value: unknown, onChange: (value: T | string | null) => void, typed: Typed<T>) {
  const [text, setText] = useState(() => show(value));
  const [known, setKnown] = useState(value);
  // The form was reset or filled from elsewhere.
  if (known !== value) {
    setKnown(value);
    setText(show(value));
  }

  function show(shown: unknown): string {
    if (shown === undefined || shown === null) return "";
    return typeof shown === "string" ? printText(shown) : typed.print(shown as T);
  }

  function printText(shown: string): string {
    const parsed = typed.parse(shown);
    return parsed === undefined ? shown : typed.print(parsed);
  }

  return {
    text,
    change(next: string) {
      const trimmed = next.trim();
      const parsed = trimmed === "" ? null : (typed.parse(trimmed) ?? trimmed);
      setText(next);
      setKnown(parsed);
      onChange(parsed);
    },
    settle: () => setText(show(known)),
  };
}
