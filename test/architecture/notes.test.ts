import path from "node:path";
import { expect, test } from "vitest";
import { readRooms, type SourceModule } from "./module-graph.ts";

const modules = readRooms(".");

/** Sentences the user reads: splitting them by size would hide them. */
const isSentenceTable = (file: string) => file.startsWith("renderer/text/") || file === "shared/error-texts.ts";

const maxCodeLines = (file: string) => (path.extname(file) === ".tsx" ? 250 : 400);

function tooLong(sources: readonly Pick<SourceModule, "path" | "codeLines">[]): string[] {
  return sources
    .filter((source) => !isSentenceTable(source.path) && source.codeLines > maxCodeLines(source.path))
    .map((source) => `${source.path}: ${source.codeLines} code lines, at most ${maxCodeLines(source.path)}`);
}

function withoutHeader(sources: readonly Pick<SourceModule, "path" | "text">[]): string[] {
  return sources
    .filter(({ path: file }) => !file.startsWith("renderer/"))
    .filter(({ text }) => text.trimEnd().split("\n").length > 30 && !/^\/\*\*\s+(\*\s+)?@file\s/.test(text))
    .map((source) => source.path);
}

/** A note is defined where `[Note: Name]` begins a paragraph of a comment; anywhere else it points there. */
function brokenNotes(sources: readonly Pick<SourceModule, "path" | "text">[]): string[] {
  const definitions = new Map<string, string[]>();
  const pointers: (readonly [file: string, name: string])[] = [];
  for (const { path: file, text } of sources) {
    for (const match of text.matchAll(/\[Note:\s([^\]]+)\]/g)) {
      const name = (match[1] ?? "").replace(/\s*\n\s*(\/\/|\*)?\s*/g, " ");
      if (!beginsParagraph(text.slice(0, match.index))) pointers.push([file, name]);
      else definitions.set(name, [...(definitions.get(name) ?? []), file]);
    }
  }
  return [
    ...pointers.filter(([, name]) => !definitions.has(name)).map(([file, name]) => `${file}: no note "${name}"`),
    ...[...definitions]
      .filter(([, files]) => files.length > 1)
      .map(([name, files]) => `"${name}" is defined in ${files.join(", ")}`),
  ];
}

function beginsParagraph(before: string): boolean {
  const [line = "", above = ""] = before.split("\n").reverse();
  if (/\/\*\*?\s*$/.test(line)) return true;
  if (/^\s*\*\s*$/.test(line)) return /^\s*(\/\*\*?|\*)\s*$/.test(above);
  return /^\s*\/\/\s*$/.test(line) && !/^\s*\/\/\s*\S/.test(above);
}

test("every note that is pointed at is defined, once", () => {
  expect(brokenNotes(modules)).toEqual([]);
});

test("every longer file of electron/ and shared/ says in its header what it is", () => {
  expect(withoutHeader(modules)).toEqual([]);
});

test("no file is longer than its limit", () => {
  expect(tooLong(modules)).toEqual([]);
});

test("the guards see a dangling note, a double note, a missing header and a long file", () => {
  const text = "/* As in\n * [Note: Not\n * there] and [Note: Twice], see\n * [Note: Once] */";
  const twice = { path: "shared/b.ts", text: "// [Note: Twice]\n/**\n * [Note: Twice]\n *\n * [Note: Once]\n */" };
  expect(brokenNotes([{ path: "shared/a.ts", text }, twice])).toEqual([
    'shared/a.ts: no note "Not there"',
    '"Twice" is defined in shared/b.ts, shared/b.ts',
  ]);
  const long = "export const a = 1;\n".repeat(31);
  expect(withoutHeader([{ path: "electron/a.ts", text: long }])).toEqual(["electron/a.ts"]);
  expect(withoutHeader([{ path: "electron/a.ts", text: `/**\n * @file Why.\n */\n${long}` }])).toEqual([]);
  const sizes = (file: string, codeLines: number) => tooLong([{ path: file, codeLines }]).length;
  expect([sizes("shared/a.ts", 400), sizes("shared/a.ts", 401), sizes("renderer/A.tsx", 251)]).toEqual([0, 1, 1]);
});
