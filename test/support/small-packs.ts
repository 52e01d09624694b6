/**
 * @file Small questionnaires of every kind of question, drawn at random, and an oracle that tries
 * every answer sheet of one. Written from the text of the notes, not from the code: it shares
 * neither functions nor approach with shared/rules and shared/packs, only the shape of a pack.
 */
import * as fc from "fast-check";
import type { Condition } from "../../shared/packs/condition.ts";
import type { Question } from "../../shared/packs/question.ts";
import type { QuestionnairePack } from "../../shared/packs/questionnaire-pack.ts";
import { rtq } from "./sheets.ts";

export type Sheet = Readonly<Record<string, readonly string[]>>;

const words = { "zh-CN": "字", "zh-TW": "字", en: "word" };
const common = (id: string) => ({ id, block: "b", title: words, text: words });
const points = fc.integer({ min: 0, max: 6 });
const option = (id: string, n: number) => ({ id, text: words, points: n });

function anyQuestion(id: string): fc.Arbitrary<Question> {
  const options = fc
    .array(points, { minLength: 2, maxLength: 3 })
    .map((all) => all.map((n, i) => option("abc"[i] ?? "", n)));
  return fc
    .oneof(
      fc.record({ kind: fc.constantFrom("single", "multiple"), score: fc.constantFrom("highest", "sum"), options }),
      fc
        .record({
          kind: fc.constant("scale"),
          from: fc.constantFrom(0, 1),
          points: fc.array(points, { minLength: 2, maxLength: 4 }),
        })
        .map((q) => ({ ...q, low: words, high: words })),
      fc
        .tuple(
          fc.integer({ min: -2, max: 1 }),
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 0, max: 3 }),
          points,
          points,
          fc.boolean(),
        )
        .map(([min, span, cut, below, above, isWhole]) => ({
          kind: "number",
          // In steps of a hundredth there are as many numbers as in whole steps.
          min: isWhole ? min : min / 100,
          max: isWhole ? min + span : (min + span) / 100,
          ...(isWhole && { integer: true }),
          ranges: [
            { below: isWhole ? min + cut : (min + cut) / 100, points: below },
            { atLeast: isWhole ? min + cut : (min + cut) / 100, points: above },
          ],
        })),
      fc
        .record({ kind: fc.constant("matrix"), score: fc.constantFrom("highest", "sum", "mean"), options })
        .map((q) => ({
          ...q,
          rows: [
            { id: "r", text: words },
            { id: "s", text: words },
          ],
        })),
      fc.constant({ kind: "text", maxLength: 5 }),
    )
    .map((question) => ({ ...common(id), ...question }) as Question);
}

/** A condition over what is asked in these questions, and over age. */
function anyCondition(questions: readonly Question[]): fc.Arbitrary<Condition> {
  const atoms = questions.flatMap((q): fc.Arbitrary<Condition>[] => {
    const range = fc
      .record(
        { atLeast: fc.integer({ min: -2, max: 3 }), below: fc.integer({ min: -1, max: 4 }) },
        { requiredKeys: [] },
      )
      .map((within) => (q.kind === "number" && q.integer !== true ? hundredths(within) : within));
    if (q.kind === "text") return [];
    if (q.kind === "number") return [range.map((within) => ({ question: q.id, within }))];
    if (q.kind === "scale") {
      const steps = q.points.map((_, i) => String(q.from + i));
      const is = fc.subarray(steps, { minLength: 1 });
      return [is.map((list) => ({ question: q.id, is: list })), range.map((within) => ({ question: q.id, within }))];
    }
    const is = fc.subarray(
      q.options.map((o) => o.id),
      { minLength: 1 },
    );
    const id = q.kind === "matrix" ? fc.constantFrom(`${q.id}.r`, `${q.id}.s`) : fc.constant(q.id);
    return [fc.tuple(id, is).map(([question, list]) => ({ question, is: list }))];
  });
  const age: fc.Arbitrary<Condition> = fc.constantFrom<Condition>({ age: { atLeast: 65 } }, { age: { below: 18 } });
  const leaf = fc.oneof(age, ...atoms, ...atoms, ...atoms);
  const pair = fc.array(leaf, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    leaf,
    leaf.map((not) => ({ not })),
    pair.map((all) => ({ all })),
    pair.map((any) => ({ any })),
  );
}

function hundredths(range: { readonly atLeast?: number; readonly below?: number }) {
  return Object.fromEntries(Object.entries(range).map(([edge, n]) => [edge, n / 100]));
}

/** A small questionnaire: one to three questions, some shown only by an earlier answer, and two caps. */
export const anySmallPack: fc.Arbitrary<QuestionnairePack> = fc
  .integer({ min: 1, max: 3 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyQuestion(`Q${i + 1}`))))
  .chain((questions) =>
    fc.record({
      questions: fc.tuple(
        ...questions.map((question, index) => {
          const showIf = fc.option(anyCondition(questions.slice(0, index)), { nil: undefined });
          return showIf.map((when): Question => (when === undefined ? question : { ...question, showIf: when }));
        }),
      ),
      caps: fc.array(fc.tuple(anyCondition(questions), fc.constantFrom("C1_LOWEST" as const, "C2" as const)), {
        maxLength: 2,
      }),
      rule: anyCondition(questions),
    }),
  )
  .map(({ questions, caps, rule }) => ({
    ...rtq,
    gates: [],
    blocks: [{ id: "b", title: words, dimension: "capacity" }],
    questions: [...questions],
    bands: [
      { level: "C1", from: 0, to: 3 },
      { level: "C3", from: 4, to: 7 },
      { level: "C5", from: 8, to: 99 },
    ],
    caps: caps.map(([when, level], i) => ({ id: `cap-${i}`, when, level, reason: words, source: "house" })),
    flags: [{ id: "rule", when: rule, reason: words, source: "house" }],
    contradictions: [],
    outputs: { term: ["none"], types: ["none"], lossLimit: ["none"], goals: ["none"] },
  }));

/** On both sides of every edge a condition above may have, and unknown. */
export const ages: readonly (number | undefined)[] = [undefined, 0, 17, 18, 64, 65, 66];

/** Every way to answer one question. */
function everyAnswer(question: Question): Sheet[] {
  const { id } = question;
  switch (question.kind) {
    case "text":
      return [{ [id]: ["x"] }];
    case "single":
      return question.options.map((o) => ({ [id]: [o.id] }));
    case "scale":
      return question.points.map((_, i) => ({ [id]: [`${question.from + i}`] }));
    case "number": {
      const scale = question.integer === true ? 1 : 100;
      const [least, most] = [Math.round(question.min * scale), Math.round(question.max * scale)];
      return Array.from({ length: most - least + 1 }, (_, i) => ({ [id]: [`${(least + i) / scale}`] }));
    }
    case "multiple": {
      // Every number from 1 to 2^n - 1 says which boxes are ticked.
      const ids = question.options.map((o) => o.id);
      return Array.from({ length: 2 ** ids.length - 1 }, (_, i) => ({
        [id]: ids.filter((__, place) => ((i + 1) >> place) % 2 === 1),
      }));
    }
    case "matrix":
      return question.options.flatMap((r) =>
        question.options.map((s) => ({ [`${id}.r`]: [r.id], [`${id}.s`]: [s.id] })),
      );
  }
}

/** Does the condition hold? A question without an answer fits nothing, nor does an unknown age. */
export function fits(condition: Condition, sheet: Sheet, age: number | undefined): boolean {
  const lies = (
    n: number,
    { atLeast, below }: { readonly atLeast?: number | undefined; readonly below?: number | undefined },
  ) => !(atLeast !== undefined && n < atLeast) && !(below !== undefined && n >= below);
  if ("not" in condition) return !fits(condition.not, sheet, age);
  if ("all" in condition) return !condition.all.some((one) => !fits(one, sheet, age));
  if ("any" in condition) return condition.any.some((one) => fits(one, sheet, age));
  if ("age" in condition) return age !== undefined && lies(age, condition.age);
  const given = sheet[condition.question] ?? [];
  if ("is" in condition) return given.some((one) => condition.is.indexOf(one) >= 0);
  return given.some((one) => lies(Number(one), condition.within));
}

/** What an answer brings, by the words of the pack's shape. */
function worth(question: Question, sheet: Sheet): number {
  const given = sheet[question.id]?.[0];
  switch (question.kind) {
    case "text":
      return 0;
    case "scale":
      return question.points[Number(given) - question.from] ?? Number.NaN;
    case "number": {
      const n = Number(given);
      const inside = question.ranges.filter(
        (r) => (r.atLeast === undefined || n >= r.atLeast) && (r.below === undefined || n < r.below),
      );
      return inside[0]?.points ?? Number.NaN;
    }
    case "matrix": {
      const rows = ["r", "s"].map(
        (row) => question.options.find((o) => o.id === sheet[`${question.id}.${row}`]?.[0])?.points ?? Number.NaN,
      );
      const [first = 0, second = 0] = rows;
      if (question.score === "highest") return first > second ? first : second;
      return question.score === "sum" ? first + second : Math.floor((first + second + 1) / 2);
    }
    case "single":
    case "multiple": {
      const brought = question.options.filter((o) => sheet[question.id]?.includes(o.id)).map((o) => o.points);
      if (question.kind === "multiple" && question.score === "sum") return brought.reduce((a, b) => a + b);
      return brought.reduce((a, b) => (a > b ? a : b));
    }
  }
}

const order = ["C1_LOWEST", "C1", "C2", "C3", "C4", "C5"];

export interface Outcome {
  readonly total: number;
  readonly level: string;
  readonly flagged: boolean;
  /** Of the questions that are asked. */
  readonly shown: readonly string[];
}

/** The result of a sheet in which skipped questions may be answered too. */
export function outcomeOf(pack: QuestionnairePack, sheet: Sheet, age: number | undefined): Outcome {
  const shown: string[] = [];
  let counting: Sheet = {};
  let total = 0;
  for (const question of pack.questions) {
    if (question.showIf !== undefined && !fits(question.showIf, counting, age)) continue;
    shown.push(question.id);
    const own = Object.entries(sheet).filter(([id]) => id === question.id || id.startsWith(`${question.id}.`));
    counting = { ...counting, ...Object.fromEntries(own) };
    total += worth(question, sheet);
  }
  const band = pack.bands.find((one) => total >= one.from && total <= one.to)?.level ?? "none";
  const held = pack.caps.filter((cap) => fits(cap.when, counting, age)).map((cap) => cap.level);
  const level = order[Math.min(...[band, ...held].map((one) => order.indexOf(one)))] ?? "none";
  return { total, level, flagged: pack.flags.some((flag) => fits(flag.when, counting, age)), shown };
}

/** Every sheet of a small pack, skipped questions answered too. */
export function everySheet(pack: QuestionnairePack): readonly Sheet[] {
  return pack.questions.reduce<Sheet[]>(
    (sheets, question) => sheets.flatMap((sheet) => everyAnswer(question).map((own) => ({ ...sheet, ...own }))),
    [{}],
  );
}
