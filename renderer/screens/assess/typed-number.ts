/** @file A number while it is typed, key by key. What it means is read when it is finished. */

const longest = 14;

/** The text after one more key: a digit, the point, the sign, or `Backspace`. */
export function pressed(text: string, key: string): string {
  if (key === "Backspace") return text.slice(0, -1);
  if (key === "-") return text.startsWith("-") ? text.slice(1) : `-${text}`;
  if (key === "." && text.includes(".")) return text;
  if (text.length >= longest) return text;
  // A nought in front would only be in the way.
  if (key !== "." && /^-?0$/.test(text)) return text.replace("0", key);
  return key === "." && /^-?$/.test(text) ? `${text}0.` : text + key;
}

/** What was pasted or typed into the field, in plain digits: full-width ones, separators and spaces are read. */
export function plainNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/[\u2212\u2013]/g, "-");
}

/** The step of a scale a digit means: one and then nought is ten, where there is a ten. Undefined for none. */
export function steppedTo(steps: readonly string[], chosen: string | undefined, digit: string): string | undefined {
  const both = `${chosen ?? ""}${digit}`;
  if (both.length === 2 && steps.includes(both)) return both;
  return steps.includes(digit) ? digit : undefined;
}
