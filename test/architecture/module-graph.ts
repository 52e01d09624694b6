/**
 * @file Reads the rooms of a source tree into plain facts: who imports whom,
 * and the few global names the room rules care about. Judges nothing.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { parseSync } from "oxc-parser";

export const roomNames = ["shared", "electron", "renderer"] as const;
export type RoomName = (typeof roomNames)[number];

export type Import = {
  /** As written. */
  readonly specifier: string;
  /** `file`: a path inside the tree. `package`: its name, built-in modules as `node:x`. `lost`: resolves to nothing. */
  readonly kind: "file" | "package" | "lost";
  readonly target: string;
};

export type SourceModule = {
  /** From the tree's root, with `/` on every system. */
  readonly path: string;
  readonly room: RoomName;
  readonly text: string;
  readonly codeLines: number;
  readonly imports: readonly Import[];
  /** Global calls that rules forbid somewhere, as written in `watched`. */
  readonly globals: ReadonlySet<string>;
  readonly problems: readonly string[];
};

export function readRooms(root: string): SourceModule[] {
  return roomNames.flatMap((room) =>
    sourceFiles(path.join(root, room)).map((file) => readModule(root, room, path.relative(root, file))),
  );
}

/** Every TypeScript file below a folder; none when the folder does not exist. */
function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function readModule(root: string, room: RoomName, file: string): SourceModule {
  const text = readFileSync(path.join(root, file), "utf8");
  const { program, module, comments, errors } = parseSync(file, text);
  const found = searchTree(program);
  const problems = errors.map((error) => `does not parse: ${error.message}`);

  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.flatMap((e) => e.moduleRequest?.value ?? [])),
    ...found.specifiers,
  ];
  for (const entry of module.dynamicImports) {
    const literal = /^(["'`])([^"'`$]*)\1$/.exec(text.slice(entry.moduleRequest.start, entry.moduleRequest.end));
    if (literal?.[2] === undefined) problems.push("imports a name it builds at run time");
    else specifiers.push(literal[2]);
  }
  return {
    path: slashed(file),
    room,
    text,
    codeLines: countCodeLines(text, comments),
    imports: [...new Set(specifiers)].map((specifier) => resolve(root, file, specifier)),
    globals: found.globals,
    problems,
  };
}

function resolve(root: string, from: string, specifier: string): Import {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".") || path.isAbsolute(bare)) {
    const target = slashed(path.relative(root, path.resolve(root, path.dirname(from), bare)));
    return { specifier, kind: existsSync(path.join(root, target)) ? "file" : "lost", target };
  }
  if (bare.startsWith("node:") || builtinModules.includes(bare)) {
    return { specifier, kind: "package", target: `node:${bare.replace(/^node:/, "").split("/")[0]}` };
  }
  const parts = bare.split("/");
  return { specifier, kind: "package", target: parts.slice(0, bare.startsWith("@") ? 2 : 1).join("/") };
}

const slashed = (file: string) => file.split(path.sep).join("/");

type Node = { readonly type: string; readonly [key: string]: unknown };
type Found = { readonly specifiers: string[]; readonly globals: Set<string> };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const nameOf = (value: unknown) => (isNode(value) && value.type === "Identifier" ? String(value["name"]) : undefined);
const stringOf = (value: unknown) =>
  isNode(value) && value.type === "Literal" && typeof value["value"] === "string" ? value["value"] : undefined;

/** Imports the module record leaves out (`require`, type imports in place) and the watched global names. */
function searchTree(program: unknown): Found {
  const found: Found = { specifiers: [], globals: new Set() };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    inspect(value, found);
    for (const child of Object.values(value)) if (typeof child === "object") visit(child);
  };
  visit(program);
  return found;
}

function inspect(node: Node, { specifiers, globals }: Found): void {
  switch (node.type) {
    case "TSImportType": {
      const source = stringOf(node["source"] ?? node["argument"]);
      if (source !== undefined) specifiers.push(source);
      return;
    }
    case "CallExpression": {
      const [first] = node["arguments"] as unknown[];
      const source = stringOf(first);
      if (nameOf(node["callee"]) === "require" && source !== undefined) specifiers.push(source);
      if (nameOf(node["callee"]) === "Date") globals.add("Date()");
      return;
    }
    case "NewExpression":
      if (nameOf(node["callee"]) === "Date" && (node["arguments"] as unknown[]).length === 0) globals.add("new Date()");
      return;
    case "Identifier":
      if (node["name"] === "suitbook") globals.add("suitbook");
      return;
    case "MemberExpression": {
      const property = node["computed"] === true ? stringOf(node["property"]) : nameOf(node["property"]);
      if (property === "suitbook") globals.add("suitbook");
      if (property === "glob" && isNode(node["object"]) && node["object"].type === "MetaProperty") {
        globals.add("import.meta.glob");
      }
      const object = nameOf(node["object"]);
      if (object === "crypto" || (object === "globalThis" && property === "crypto")) globals.add("crypto");
      if (property === "subtle") globals.add("crypto.subtle");
      if ((object === "Date" && property === "now") || (object === "Math" && property === "random")) {
        globals.add(`${object}.${property}`);
      }
    }
  }
}

function countCodeLines(text: string, comments: readonly { start: number; end: number }[]): number {
  let code = text;
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
  }
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
