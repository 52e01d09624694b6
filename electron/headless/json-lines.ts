/** @file Lines of JSON as people write them by hand: numbered, blank ones passed over, nothing said twice unnoticed. */

export interface Entry {
  /** Its line as an editor counts, from 1; or, where the file is one list, its place in that. */
  readonly line: number;
  /** Undefined where it is no JSON. */
  readonly raw: unknown;
  /** Paths of names that stand twice in it. */
  readonly repeated: readonly string[];
}

/** An entry a line, blank lines passed over; or the whole file as one JSON array. */
export function entriesIn(content: string): readonly Entry[] {
  const list = content.trimStart().startsWith("[") ? jsonOf(content) : undefined;
  if (!Array.isArray(list)) {
    return content.split("\n").flatMap((text, index) => {
      if (text.trim() === "") return [];
      const raw = jsonOf(text);
      return { line: index + 1, raw, repeated: raw === undefined ? [] : repeatedNames(text) };
    });
  }
  const all = repeatedNames(content);
  return list.map((raw: unknown, index) => {
    const under = `${index}.`;
    const repeated = all.filter((path) => path.startsWith(under)).map((path) => path.slice(under.length));
    return { line: index + 1, raw, repeated };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Also of what is otherwise not what was asked for, so that its author finds it again. */
export function idOf(raw: unknown): string | number | undefined {
  const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : undefined;
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}

/**
 * Paths of names that stand twice in one object, `answers.Q7`, `0.client` in a list. JSON.parse
 * would take the last of them without a word. For text that is JSON.
 */
function repeatedNames(json: string): readonly string[] {
  const repeated: string[] = [];
  const open: { readonly path: string; readonly names: Set<string>; name: string; place?: number }[] = [];
  let last = "";
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    const inside = open.at(-1);
    if (token === "{" || token === "[") {
      const path = inside === undefined ? "" : `${inside.path}${inside.place ?? inside.name}.`;
      open.push({ path, names: new Set(), name: "", ...(token === "[" && { place: 0 }) });
    } else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (inside?.place !== undefined) inside.place += 1;
    } else if (token !== ":") last = token;
    else if (inside !== undefined) {
      inside.name = JSON.parse(last) as string;
      if (inside.names.has(inside.name)) repeated.push(inside.path + inside.name);
      inside.names.add(inside.name);
    }
  }
  return repeated;
}
