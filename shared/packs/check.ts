/**
 * @file Finds everything wrong with a questionnaire pack at once, so that whoever
 * edits one need not mend it fault by fault. A pack with faults is never used.
 */
import { z } from "zod";
import { type Level, levels } from "../model/primitives.ts";
import { questionsIn } from "../rules/condition.ts";
import { type Condition, QuestionnairePack } from "./questionnaire-pack.ts";
import { canHold, isTooComplex, reachableLevels, totals } from "./reach.ts";

export const faultCodes = [
  /** Not the shape of a pack: a field is missing, unknown or of the wrong kind. */
  "shape",
  "missing-language",
  "missing-source",
  "option-without-points",
  "duplicate-id",
  "unknown-block",
  "unknown-question",
  "unknown-option",
  /** The six levels are not each named once, lowest first. */
  "level-list",
  "bands-order",
  "bands-hole",
  "bands-overlap",
  /** A sum that answers can reach lies in no band. */
  "points-outside-bands",
  "level-unreachable",
  /** A cap, flag or contradiction that no answers can set off. */
  "rule-never",
  /** The caps depend on too many answers together to tell what can be reached. */
  "too-complex",
  "age-options",
  "dates",
  /** Grades that are not from one end up, or fewer for a higher level. */
  "grade-order",
  /** A grade that is allowed and forbidden. */
  "grade-both",
  /** Two numbers that cannot both hold. */
  "number-order",
  /** What can be granted has no criterion that leads to it. */
  "grant-unreachable",
] as const;
export type FaultCode = (typeof faultCodes)[number];

export const Fault = z
  .object({
    code: z.enum(faultCodes),
    /** Where, as a path of ids: `caps/age-75`. */
    at: z.string(),
    /** What exactly, where the place does not say it: an id, a number. */
    detail: z.string().optional(),
  })
  .readonly();
export type Fault = z.infer<typeof Fault>;

/** Every fault of a pack; an empty list means it may be used. Never throws. */
export function checkPack(raw: unknown): readonly Fault[] {
  const parsed = QuestionnairePack.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map(shapeFault);
  const pack = parsed.data;
  const names = [
    ...duplicates(pack),
    ...sources(pack),
    ...blocks(pack),
    ...references(pack),
    ...levelList(pack),
    ...ageOptions(pack),
  ];
  if (pack.effectiveUntil !== undefined && pack.effectiveUntil < pack.effectiveFrom) {
    names.push({ code: "dates", at: "effectiveUntil", detail: pack.effectiveUntil });
  }
  const bandFaults = bands(pack);
  // With unknown names or overlapping bands, what can be reached has no meaning yet.
  return names.length + bandFaults.length > 0 ? [...names, ...bandFaults] : reach(pack);
}

/** What zod found, as a fault. */
export function shapeFault(issue: { path: PropertyKey[]; message: string }): Fault {
  const at = issue.path.join("/");
  const last = issue.path.at(-1);
  if (last === "points") return { code: "option-without-points", at };
  if (last === "source" || last === "sources" || last === "cites") return { code: "missing-source", at };
  if (last === "zh-CN" || last === "zh-TW" || last === "en") return { code: "missing-language", at };
  return { code: "shape", at, detail: issue.message };
}

const ruleKinds = ["caps", "flags", "contradictions"] as const;

/** Every rule with a condition, and where it stands. */
function rulesOf(pack: QuestionnairePack): { at: string; when: Condition; source: string }[] {
  return ruleKinds.flatMap((kind) =>
    pack[kind].map((rule) => ({ at: `${kind}/${rule.id}`, when: rule.when, source: rule.source })),
  );
}

function duplicates(pack: QuestionnairePack): Fault[] {
  const asked = [...pack.gates, ...pack.questions];
  const lists: [string, readonly { id: string }[]][] = [
    ["sources", pack.sources],
    ["dimensions", pack.dimensions],
    ["blocks", pack.blocks],
    ["questions", asked],
    ...asked.map((q): [string, readonly { id: string }[]] => [`questions/${q.id}/options`, q.options]),
    ...ruleKinds.map((kind): [string, readonly { id: string }[]] => [kind, pack[kind]]),
  ];
  return lists.flatMap(([at, list]) =>
    list
      .filter((item, index) => list.findIndex((other) => other.id === item.id) < index)
      .map((item): Fault => ({ code: "duplicate-id", at, detail: item.id })),
  );
}

function sources(pack: QuestionnairePack): Fault[] {
  const known = new Set(pack.sources.map((s) => s.id));
  const { validMonths, maxPerDay, maxPer12Months } = pack.clocks;
  const users = [
    ...rulesOf(pack),
    ...Object.entries({ validMonths, maxPerDay, maxPer12Months }).map(([name, clock]) => ({
      at: `clocks/${name}`,
      source: clock.source,
    })),
  ];
  return users
    .filter((user) => !known.has(user.source))
    .map((user): Fault => ({ code: "missing-source", at: user.at, detail: user.source }));
}

function blocks(pack: QuestionnairePack): Fault[] {
  const known = new Set(pack.blocks.map((b) => b.id));
  const dimensions = new Set<string>(pack.dimensions.map((d) => d.id));
  return [
    ...pack.questions
      .filter((q) => !known.has(q.block))
      .map((q): Fault => ({ code: "unknown-block", at: `questions/${q.id}`, detail: q.block })),
    ...pack.blocks
      .filter((b) => !dimensions.has(b.dimension))
      .map((b): Fault => ({ code: "unknown-block", at: `blocks/${b.id}`, detail: b.dimension })),
  ];
}

function references(pack: QuestionnairePack): Fault[] {
  const options = new Map(
    [...pack.gates, ...pack.questions].map((q) => [q.id, new Set(q.options.map((o) => o.id))] as const),
  );
  const inRules = rulesOf(pack).flatMap(({ at, when }) =>
    atomsIn(when).flatMap(({ question, is }): Fault[] => {
      const known = options.get(question);
      if (known === undefined) return [{ code: "unknown-question", at, detail: question }];
      return is.filter((o) => !known.has(o)).map((o) => ({ code: "unknown-option", at, detail: `${question}/${o}` }));
    }),
  );
  const scored = new Set(pack.questions.map((q) => q.id));
  const inOutputs = Object.entries(pack.outputs).flatMap(([name, ids]) =>
    ids
      .filter((id) => !scored.has(id))
      .map((id): Fault => ({ code: "unknown-question", at: `outputs/${name}`, detail: id })),
  );
  return [...inRules, ...inOutputs];
}

function atomsIn(condition: Condition): { question: string; is: readonly string[] }[] {
  if ("all" in condition) return condition.all.flatMap(atomsIn);
  if ("any" in condition) return condition.any.flatMap(atomsIn);
  if ("not" in condition) return atomsIn(condition.not);
  return "question" in condition ? [{ question: condition.question, is: condition.is }] : [];
}

function levelList(pack: QuestionnairePack): Fault[] {
  const named = pack.levels.map((l) => l.id);
  return named.join() === levels.join() ? [] : [{ code: "level-list", at: "levels", detail: named.join(" ") }];
}

/** Where options carry ages they must follow one another without hole or overlap. */
function ageOptions(pack: QuestionnairePack): Fault[] {
  return pack.questions.flatMap((q): Fault[] => {
    const ranges = q.options.flatMap((o) => (o.age === undefined ? [] : [o.age]));
    if (ranges.length === 0) return [];
    const sorted = ranges.toSorted((a, b) => (a.atLeast ?? 0) - (b.atLeast ?? 0));
    const joined = sorted.every((r, i) => i === 0 || (sorted[i - 1]?.below ?? -1) === r.atLeast);
    const complete = ranges.length === q.options.length && sorted.at(-1)?.below === undefined;
    return joined && complete ? [] : [{ code: "age-options", at: `questions/${q.id}` }];
  });
}

function bands(pack: QuestionnairePack): Fault[] {
  const faults: Fault[] = [];
  pack.bands.forEach((band, i) => {
    const at = `bands/${band.level}`;
    const before = pack.bands[i - 1];
    if (band.to < band.from) faults.push({ code: "bands-order", at, detail: `${band.from}-${band.to}` });
    if (before === undefined) return;
    if (rank(band.level) <= rank(before.level)) faults.push({ code: "bands-order", at });
    if (band.from > before.to + 1) {
      faults.push({ code: "bands-hole", at, detail: `${before.to + 1}-${band.from - 1}` });
    }
    if (band.from <= before.to) faults.push({ code: "bands-overlap", at, detail: `${band.from}-${before.to}` });
  });
  return faults;
}

function rank(level: Level): number {
  return levels.indexOf(level);
}

function reach(pack: QuestionnairePack): Fault[] {
  if (isTooComplex(pack)) return [{ code: "too-complex", at: "caps" }];
  const faults: Fault[] = [];
  for (const total of totals(pack)) {
    if (!pack.bands.some((band) => total >= band.from && total <= band.to)) {
      faults.push({ code: "points-outside-bands", at: "bands", detail: String(total) });
    }
  }
  for (const { at, when } of rulesOf(pack)) {
    if (!canHold(pack, when)) faults.push({ code: "rule-never", at, detail: questionsIn(when).join(" ") });
  }
  const reached = reachableLevels(pack);
  for (const level of levels) {
    if (!reached.has(level)) faults.push({ code: "level-unreachable", at: `levels/${level}`, detail: level });
  }
  return faults;
}
