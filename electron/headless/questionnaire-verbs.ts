/** @file `questionnaire score`: answer sheets through the same rules as the screens, for audit and calibration. */
import { AppError } from "../../shared/errors.ts";
import { ageOn, shanghaiDay } from "../../shared/model/dates.ts";
import type { KnowledgeTestPack, Pack } from "../../shared/packs/knowledge-test-pack.ts";
import type { PackKind } from "../../shared/packs/library.ts";
import type { QuestionnairePack } from "../../shared/packs/questionnaire-pack.ts";
import { answerFaults, asked, shown } from "../../shared/rules/answers.ts";
import type { Facts } from "../../shared/rules/condition.ts";
import { markTest } from "../../shared/rules/knowledge-test.ts";
import { score } from "../../shared/rules/questionnaire.ts";
import type { Answers } from "../../shared/rules/score.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  readText,
  requiredOption,
  type Verb,
} from "./context.ts";
import { type Entry, entriesIn, idOf } from "./json-lines.ts";
import { choosePacks, type PackChoice } from "./pack-choice.ts";
import { sheetFormat } from "./sheet-format.ts";
import { answersFrom, SheetInput } from "./sheet-input.ts";

export const questionnaireVerbs: readonly Verb[] = [
  {
    words: "questionnaire score",
    usage: "SHEETS.jsonl --pack ID|FILE [--version V] [--vault DIR]",
    about: {
      "zh-CN": "给答卷评分：每行一份答卷，每行输出一个结果；格式见 questionnaire score --help",
      "zh-TW": "給答卷評分：每列一份答卷，每列輸出一個結果；格式見 questionnaire score --help",
      en: "score answer sheets: a sheet on each line in, a result on each line out; for the format see questionnaire score --help",
    },
    details: sheetFormat,
    operands: ["SHEETS.jsonl"],
    options: { pack: { type: "string" }, version: { type: "string" }, vault: { type: "string" } },
    required: ["pack"],
    run,
  },
];

async function run(args: Arguments, context: Context): Promise<Report> {
  const chosen = await choosePacks({ names: [requiredOption(args, "pack")], kinds: asking }, args, context);
  if ("refused" in chosen) return chosen.refused;
  const pack = requireNamed(chosen, optionalText(args, "version"));
  const sheets = entriesIn(await readText(operand(args, 0)));
  const today = shanghaiDay(context.clock.now());
  const results = sheets.map((entry) => scoreSheet(pack, entry, today));
  const refused = results.filter((result) => "error" in result).length;
  return {
    json: { pack: { id: pack.id, version: pack.version }, sheets: results.length, refused, results },
    lines: results.map((result) => JSON.stringify(result)),
    exit: refused === 0 ? "ok" : refused < results.length ? "partly" : "refused",
  };
}

const asking = ["questionnaire", "knowledge-test"] as const satisfies readonly PackKind[];

/** @throws AppError `pack-missing`, also where a file holds another version */
function requireNamed({ packs, named }: PackChoice, version: string | undefined): Pack {
  const [ref] = named;
  const pack = asking.flatMap((kind) => packs.find(kind, ref?.id ?? "", ref?.version) ?? [])[0];
  if (pack === undefined || (version !== undefined && pack.version !== version)) {
    throw new AppError("pack-missing", { id: ref?.id ?? "" });
  }
  return pack;
}

type Result = Readonly<Record<string, unknown>>;

/** One result: what was reached and by which rules; or, for a sheet that cannot be scored, why not. */
function scoreSheet(pack: Pack, { line, raw, repeated }: Entry, today: string): Result {
  const parsed = SheetInput.safeParse(raw);
  const id = idOf(raw) ?? line;
  const twice = repeated.filter((path) => path.startsWith("answers.")).map((path) => path.slice("answers.".length));
  if (twice.length > 0) {
    const faults = twice.map((question) => ({ question, reason: "too-many" }));
    return { id, error: "answers-invalid", params: { question: twice[0] }, faults };
  }
  if (!parsed.success) return malformed(id, line, [...repeated, ...parsed.error.issues.flatMap(placesOf)]);
  if (repeated.length > 0) return malformed(id, line, repeated);
  const { answers, birthDate, on = today } = parsed.data;
  const known = birthDate === undefined ? undefined : ageOn(birthDate, on);
  if (known !== undefined && (known < 0 || known > 150)) return malformed(id, line, ["birthDate"]);
  if (known !== undefined && (parsed.data.age ?? known) !== known) return malformed(id, line, ["age", "birthDate"]);
  return scored(pack, id, answersFrom(pack, answers), { age: parsed.data.age ?? known });
}

function malformed(id: string | number, line: number, places: readonly string[]): Result {
  const at = [...new Set(places)].filter((place) => place !== "").slice(0, 5);
  return { id, error: "answers-invalid", params: { line }, ...(at.length > 0 && { at }) };
}

/** A strange name each, or the field itself. */
function placesOf({ path, keys }: { readonly path: PropertyKey[]; readonly keys?: readonly string[] }): string[] {
  return keys === undefined ? [path.join(".")] : keys.map((key) => [...path, key].join("."));
}

function scored(pack: Pack, id: string | number, answers: Answers, facts: Facts): Result {
  const faults = answerFaults(pack, answers, facts);
  const [first] = faults;
  if (first !== undefined) {
    return { id, error: "answers-invalid", params: { question: first.question.slice(0, 60) }, faults };
  }
  return { id, ...(pack.kind === "questionnaire" ? result(pack, answers, facts) : mark(pack, answers)) };
}

function result(pack: QuestionnairePack, answers: Answers, facts: Facts): Result {
  const found = score(pack, answers, facts);
  const { items } = shown(pack, answers, facts);
  const skipped = asked(pack)
    .filter((item) => !items.includes(item))
    .map((item) => item.id);
  return {
    total: found.total,
    max: found.max,
    blocks: pointsById(found.blocks),
    dimensions: pointsById(found.dimensions),
    band: found.band,
    caps: found.caps.filter((cap) => cap.applied).map((cap) => cap.id),
    flags: found.flags,
    contradictions: found.contradictions,
    level: found.level,
    ...(skipped.length > 0 && { skipped }),
  };
}

function mark(pack: KnowledgeTestPack, answers: Answers): Result {
  const { total, max, blocks, passMark, passed, points } = markTest(pack, answers);
  const wrong = pack.questions.map((question) => question.id).filter((id) => points[id] === 0);
  return { total, max, blocks: pointsById(blocks), passMark, passed, wrong };
}

function pointsById(parts: readonly { readonly id: string; readonly points: number }[]): Record<string, number> {
  return Object.fromEntries(parts.map(({ id, points }) => [id, points]));
}
