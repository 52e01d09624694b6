/**
 * @file Who may import whom. One line per rule; the graph comes from
 * module-graph.ts. Type-only imports count: a type from the other room is a
 * dependency on it too.
 */
import type { Import, SourceModule } from "./module-graph.ts";

type Rule = {
  readonly name: string;
  /** The modules the rule speaks about. */
  readonly on: (module: SourceModule) => boolean;
  /** What is wrong with one import of theirs, in a few words; undefined when nothing is. */
  readonly forbids?: (entry: Import, module: SourceModule) => boolean;
  /** Global names they must not use. */
  readonly withoutGlobals?: readonly string[];
};

const under = (...places: string[]) => {
  return (path: string) => places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));
};
const isIn =
  (...places: string[]) =>
  ({ path }: SourceModule) =>
    under(...places)(path);
const isOutside =
  (...places: string[]) =>
  ({ path }: SourceModule) =>
    !under(...places)(path);
const toPackage = (entry: Import, ...names: string[]) => entry.kind === "package" && names.includes(entry.target);
const screenOf = (path: string) => /^renderer\/screens\/([^/]+)/.exec(path)?.[1];
const roomMates: Record<string, readonly string[]> = {
  shared: ["shared/"],
  electron: ["electron/", "shared/", "package.json"],
  renderer: ["renderer/", "shared/", "package.json"],
};

export const rules: readonly Rule[] = [
  {
    name: "every import leads to a file",
    on: () => true,
    forbids: (entry) => entry.kind === "lost",
  },
  {
    name: "shared <- electron, shared <- renderer, nothing else",
    on: () => true,
    forbids: (entry, module) => entry.kind === "file" && !under(...(roomMates[module.room] ?? []))(entry.target),
  },
  {
    name: "shared/ needs only zod, canonicalize and pinyin-pro",
    on: isIn("shared/"),
    forbids: (entry) => entry.kind === "package" && !toPackage(entry, "zod", "canonicalize", "pinyin-pro"),
  },
  {
    name: "shared/ has no clock and no randomness of its own",
    on: isIn("shared/"),
    withoutGlobals: ["Date()", "new Date()", "Date.now", "Math.random", "crypto"],
  },
  {
    name: "renderer/ knows neither Node nor Electron",
    on: isIn("renderer/"),
    forbids: (entry) => toPackage(entry, "electron") || (entry.kind === "package" && entry.target.startsWith("node:")),
  },
  {
    name: "only electron/shell/, main.ts and preload.ts import electron",
    on: isOutside("electron/shell/", "electron/main.ts", "electron/preload.ts"),
    forbids: (entry) => toPackage(entry, "electron"),
  },
  {
    name: "only electron/crypto/ imports cryptography",
    on: isOutside("electron/crypto/"),
    forbids: (entry) => toPackage(entry, "node:crypto", "age-encryption"),
  },
  {
    name: "only electron/crypto/ computes with keys, and nothing draws weak randomness",
    on: (module) => module.room === "electron" && isOutside("electron/crypto/")(module),
    withoutGlobals: ["crypto.subtle", "Math.random"],
  },
  {
    name: "only renderer/data/ imports dexie",
    on: isOutside("renderer/data/"),
    forbids: (entry) => toPackage(entry, "dexie", "dexie-react-hooks"),
  },
  {
    name: "pdf.js runs in its frame only",
    on: isOutside("renderer/pdf-frame/"),
    forbids: (entry) => toPackage(entry, "pdfjs-dist"),
  },
  {
    name: "only renderer/bridge.ts touches window.suitbook",
    on: (module) => module.room === "renderer" && module.path !== "renderer/bridge.ts",
    withoutGlobals: ["suitbook"],
  },
  {
    name: "a screen never imports another screen",
    on: isIn("renderer/screens/"),
    forbids: (entry, { path }) => {
      const other = entry.kind === "file" ? screenOf(entry.target) : undefined;
      return other !== undefined && other !== screenOf(path);
    },
  },
  {
    name: "imports are written out, not matched by a pattern",
    on: () => true,
    withoutGlobals: ["import.meta.glob"],
  },
];

const unpackaged = under("electron/loopback/", "electron/headless/");

/** Every breach, as `path: what (rule)`; empty when the rooms are in order. */
export function breaches(modules: readonly SourceModule[]): string[] {
  const found = modules.flatMap((module) => [
    ...module.problems.map((problem) => `${module.path}: ${problem}`),
    ...rules.filter((rule) => rule.on(module)).flatMap((rule) => breachesOf(rule, module)),
  ]);
  return [...found, ...unpackagedReached(modules), ...cycles(modules)];
}

function breachesOf(rule: Rule, module: SourceModule): string[] {
  const imports = module.imports.filter((entry) => rule.forbids?.(entry, module)).map((entry) => entry.specifier);
  const globals = (rule.withoutGlobals ?? []).filter((name) => module.globals.has(name));
  return [...imports, ...globals].map((what) => `${module.path}: ${what} (${rule.name})`);
}

/** The loopback host and the command line stay out of the packaged app, however long the way to them. */
function unpackagedReached(modules: readonly SourceModule[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found: string[] = [];
  for (const entry of ["electron/main.ts", "electron/preload.ts"]) {
    const seen = new Set<string>([entry]);
    for (const path of seen) {
      if (unpackaged(path)) found.push(`${entry}: reaches ${path} (the packaged app leaves it out)`);
      else for (const target of fileTargets(byPath.get(path))) seen.add(target);
    }
  }
  return found;
}

/** One line per cycle, named by its closing import. */
function cycles(modules: readonly SourceModule[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(`${path}: cycle ${[...trail.slice(at), path].join(" -> ")} (no cycles)`);
      return;
    }
    if (finished.has(path)) return;
    trail.push(path);
    for (const target of fileTargets(byPath.get(path))) visit(target);
    trail.pop();
    finished.add(path);
  };
  for (const path of byPath.keys()) visit(path);
  return found;
}

const fileTargets = (module: SourceModule | undefined) =>
  (module?.imports ?? []).filter((entry) => entry.kind === "file").map((entry) => entry.target);
