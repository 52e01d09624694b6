/** @file What differs between two versions of a rule pack, for whoever decides whether the newer one comes into force. */
import type { Json } from "../model/primitives.ts";
import { lowerIsStricter, stricterReadings } from "./strictness.ts";

export interface Difference {
  /** Names and ids from the pack down: `rules / notices / text`. */
  readonly path: readonly string[];
  /** Absent where it is new. */
  readonly before?: Json;
  /** Absent where it is gone. */
  readonly after?: Json;
  /** How a choice of law or a limit of the sale gate bears on a sale; absent for anything else. */
  readonly bearing?: "stricter" | "more-lenient";
}

/** Every difference, in the order of the newer pack; what is gone comes where it stood. */
export function packDifferences(before: Json, after: Json): readonly Difference[] {
  return walk([], before, after);
}

function walk(path: readonly string[], before: Json | undefined, after: Json | undefined): Difference[] {
  if (same(before, after)) return [];
  const parts = [partsOf(before), partsOf(after)] as const;
  if (parts[0] === undefined || parts[1] === undefined) return [leaf(path, before, after)];
  const [was, is] = parts;
  const gone = [...was.keys()].filter((key) => !is.has(key));
  return [...is.keys(), ...gone].flatMap((key) => walk([...path, key], was.get(key), is.get(key)));
}

function leaf(path: readonly string[], before: Json | undefined, after: Json | undefined): Difference {
  const bearing = bearingOf(path, before, after);
  return {
    path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(bearing !== undefined && { bearing }),
  };
}

/**
 * Fields of an object, or members of a list by their id or, for lists of names, as a whole. A text in
 * three languages is one thing.
 */
function partsOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return "zh-CN" in value ? undefined : new Map(Object.entries(value));
  const named = value.flatMap((member, index) => {
    const id = nameOf(member);
    return id === undefined
      ? []
      : [[value.findIndex((other) => nameOf(other) === id) === index ? id : "", member] as const];
  });
  const isNamed = named.length === value.length && named.every(([id]) => id !== "");
  return isNamed && value.length > 0 ? new Map(named) : undefined;
}

function nameOf(member: Json): string | undefined {
  if (typeof member !== "object" || member === null || Array.isArray(member)) return undefined;
  const id = member["id"] ?? member["level"];
  return typeof id === "string" ? id : undefined;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function bearingOf(path: readonly string[], before: Json | undefined, after: Json | undefined): Difference["bearing"] {
  const [section, name = "", field] = path;
  if (section === "readings" && field === "value") {
    return stricterReadings[name as keyof typeof stricterReadings] === after ? "stricter" : "more-lenient";
  }
  if (section !== "numbers" || field !== undefined) return undefined;
  if (name === "highRisk" && Array.isArray(before) && Array.isArray(after)) {
    return before.every((grade) => after.includes(grade)) ? "stricter" : "more-lenient";
  }
  if (!lowerIsStricter.has(name) || typeof before !== "number" || typeof after !== "number") return undefined;
  return after < before ? "stricter" : "more-lenient";
}
