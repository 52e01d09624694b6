/** @file Lines of JSON as people write them by hand: numbered, blank ones passed over, nothing said twice unnoticed. */

interface Line {
  /** As an editor counts, from 1. */
  readonly number: number;
  readonly text: string;
}

export function linesOf(content: string): readonly Line[] {
  return content
    .split("\n")
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== "");
}

/**
 * Paths of names that stand twice in one object, `answers.Q7`. JSON.parse would take the last of
 * them without a word. For text that is JSON.
 */
export function repeatedNames(json: string): readonly string[] {
  const repeated: string[] = [];
  const open: { readonly path: string; readonly names: Set<string>; name: string }[] = [];
  let last = "";
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    const inside = open.at(-1);
    if (token === "{" || token === "[") {
      open.push({ path: inside === undefined ? "" : `${inside.path}${inside.name}.`, names: new Set(), name: "" });
    } else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") last = token;
    else if (inside !== undefined) {
      inside.name = JSON.parse(last) as string;
      if (inside.names.has(inside.name)) repeated.push(inside.path + inside.name);
      inside.names.add(inside.name);
    }
  }
  return repeated;
}
