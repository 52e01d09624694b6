/**
 * @file Parses a pack so that one slip does not hide the others: what is plainly left out is told
 * and stood in for, and the rest can be checked as if it were there.
 */
import type { z } from "zod";
import type { Json } from "../model/primitives.ts";
import type { Fault, FaultCode } from "./faults.ts";

export interface Shaped<P> {
  readonly faults: readonly Fault[];
  /** The pack, with stand-ins where something was left out; undefined where that was not enough. */
  readonly pack: P | undefined;
  /** Some points are stand-ins: what can be reached is not known. */
  readonly lacksPoints: boolean;
}

/** Stands for a source that is not named. No pack should use it for one that is. */
export const unnamedSource = "unnamed-source";

const sentence = { "zh-CN": "?", "zh-TW": "?", en: "?" };
const standIns: Readonly<Record<string, readonly [FaultCode, Json]>> = {
  ...Object.fromEntries(Object.keys(sentence).map((language) => [language, ["missing-language", "?"] as const])),
  ...Object.fromEntries(
    ["title", "text", "reason", "name", "law", "low", "high", "explanation"].map(
      (name) => [name, ["missing-language", sentence]] as const,
    ),
  ),
  points: ["option-without-points", 0],
  source: ["missing-source", unnamedSource],
  sources: ["missing-source", [{ id: unnamedSource, law: sentence }]],
  cites: ["missing-source", [unnamedSource]],
};

export function shaped<P>(schema: z.ZodType<P>, raw: unknown): Shaped<P> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { faults: [], pack: parsed.data, lacksPoints: false };
  const faults = parsed.error.issues.map(shapeFault);
  const lacksPoints = faults.some(({ code }) => code === "option-without-points");
  if (typeof raw !== "object" || raw === null) return { faults, pack: undefined, lacksPoints };
  const mended = JSON.parse(JSON.stringify(raw)) as object;
  for (const issue of parsed.error.issues) standIn(mended, issue);
  return { faults, pack: schema.safeParse(mended).data, lacksPoints };
}

/** What zod found, as a fault. */
export function shapeFault(issue: { readonly path: PropertyKey[]; readonly message: string }): Fault {
  const at = issue.path.join("/");
  const known = standIns[String(issue.path.at(-1))];
  return known === undefined ? { code: "shape", at, detail: issue.message } : { code: known[0], at };
}

/** Ids of a list that stand there already, once for each repetition. */
export function repeatedIds(at: string, list: readonly { readonly id: string }[]): Fault[] {
  return list
    .filter(({ id }, index) => list.findIndex((other) => other.id === id) < index)
    .map(({ id }) => ({ code: "duplicate-id", at, detail: id }));
}

function standIn(pack: object, issue: z.core.$ZodIssue): void {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ""] : issue.path;
  const parent = path.slice(0, -1).reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], pack);
  if (typeof parent !== "object" || parent === null) return;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) Reflect.deleteProperty(parent, key);
    return;
  }
  const [name] = path.slice(-1);
  const known = standIns[String(name)];
  if (name !== undefined && known !== undefined) Reflect.set(parent, name, known[1]);
}
