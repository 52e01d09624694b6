/** @file Checks what a questionnaire's conditions refer to. */
import { asked } from "../rules/answers.ts";
import { atomsIn } from "../rules/condition.ts";
import type { Atom, Condition } from "./condition.ts";
import type { Fault } from "./faults.ts";
import { answerIds, choicesOf, type Gate, type Item, itemIdOf } from "./question.ts";
import type { QuestionnairePack } from "./questionnaire-pack.ts";
import { leastNumbers } from "./ways.ts";

export const ruleKinds = ["caps", "flags", "contradictions"] as const;

/** A condition, and where it stands. */
export interface Placed {
  readonly at: string;
  readonly when: Condition;
  /** What it may look at. */
  readonly items: readonly Item[];
}

/** Every condition of a pack. */
export function conditionsOf(pack: QuestionnairePack): readonly Placed[] {
  const items = asked(pack);
  const rules = ruleKinds.flatMap((kind) =>
    pack[kind].map((rule) => ({ at: `${kind}/${rule.id}`, when: rule.when, items })),
  );
  const shows = pack.questions.flatMap((question, index) => {
    if (question.showIf === undefined) return [];
    const before = items.slice(0, pack.gates.length + index);
    return [{ at: `questions/${question.id}/showIf`, when: question.showIf, items: before }];
  });
  return [...shows, ...rules];
}

/** What is wrong with the references of every condition and output. */
export function references(pack: QuestionnairePack): Fault[] {
  const all = asked(pack);
  const inConditions = conditionsOf(pack).flatMap((placed) =>
    atomsIn(placed.when).flatMap((atom) => atomFaults(atom, placed, all)),
  );
  const inOutputs = Object.entries(pack.outputs).flatMap(([name, ids]) =>
    ids.flatMap((id): Fault[] => {
      const at = `outputs/${name}`;
      const question = pack.questions.find((one) => one.id === id);
      if (question === undefined) return [{ code: "unknown-question", at, detail: id }];
      return choicesOf(question).length === 0 || "rows" in question ? [{ code: "wrong-kind", at, detail: id }] : [];
    }),
  );
  return [...inConditions, ...inOutputs];
}

function atomFaults(atom: Atom, { at, items }: Placed, all: readonly Item[]): Fault[] {
  const item = all.find((one) => one.id === itemIdOf(atom.question));
  if (item === undefined) return [{ code: "unknown-question", at, detail: atom.question }];
  const order: Fault[] = items.includes(item) ? [] : [{ code: "forward-reference", at, detail: atom.question }];
  return [...order, ...kindFaults(atom, item, at)];
}

function kindFaults(atom: Atom, item: Item, at: string): Fault[] {
  const isWholeMatrix = "rows" in item && atom.question === item.id;
  if (isWholeMatrix) return [{ code: "wrong-kind", at, detail: atom.question }];
  if (!answerIds(item).includes(atom.question)) return [{ code: "unknown-question", at, detail: atom.question }];
  const choices = choicesOf(item);
  const isNumber = "ranges" in item || "from" in item;
  if ("within" in atom ? !isNumber : choices.length === 0) return [{ code: "wrong-kind", at, detail: atom.question }];
  const named = "is" in atom ? atom.is : [];
  return named
    .filter((option) => !choices.some((choice) => choice.id === option))
    .map((option): Fault => ({ code: "unknown-option", at, detail: `${atom.question}/${option}` }));
}

/**
 * The pack with every reference that leads nowhere replaced by one that may be true or not. What
 * cannot be reached even so is unreachable whatever was meant.
 */
export function withLooseEnds(pack: QuestionnairePack): QuestionnairePack {
  const all = asked(pack);
  const loose: Gate[] = [];
  const placedAt = new Map(conditionsOf(pack).map((placed) => [placed.at, placed]));
  const freed = (at: string, when: Condition): Condition => {
    const placed = placedAt.get(at);
    return mapAtoms(when, (atom) => {
      if (placed === undefined || !isLoose(atom, placed, all)) return atom;
      // No pack can have this id.
      const gate = looseGate(`?${loose.length}`, pack);
      loose.push(gate);
      return { question: gate.id, is: ["yes"] };
    });
  };
  const rules = <R extends { readonly id: string; readonly when: Condition }>(kind: string, list: readonly R[]): R[] =>
    list.map((rule) => ({ ...rule, when: freed(`${kind}/${rule.id}`, rule.when) }));
  const questions = pack.questions.map((question) =>
    question.showIf === undefined
      ? question
      : { ...question, showIf: freed(`questions/${question.id}/showIf`, question.showIf) },
  );
  const [caps, flags] = [rules("caps", pack.caps), rules("flags", pack.flags)];
  const contradictions = rules("contradictions", pack.contradictions);
  return { ...pack, questions, caps, flags, contradictions, gates: [...loose, ...pack.gates] };
}

/** Also a number that its own limits leave without any value. */
function isLoose(atom: Atom, placed: Placed, all: readonly Item[]): boolean {
  const item = all.find((one) => one.id === itemIdOf(atom.question));
  const isNumberless = item !== undefined && "ranges" in item && leastNumbers(item, []).length === 0;
  return isNumberless || atomFaults(atom, placed, all).length > 0;
}

function looseGate(id: string, { title }: QuestionnairePack): Gate {
  const option = (name: string) => ({ id: name, text: title });
  return { id, title, text: title, options: [option("yes"), option("no")] };
}

function mapAtoms(condition: Condition, change: (atom: Atom) => Condition): Condition {
  if ("all" in condition) return { all: condition.all.map((c) => mapAtoms(c, change)) };
  if ("any" in condition) return { any: condition.any.map((c) => mapAtoms(c, change)) };
  if ("not" in condition) return { not: mapAtoms(condition.not, change) };
  return "question" in condition ? change(condition) : condition;
}
