/** @file `questionnaire score`: answer sheets through the same rules as the screens, for audit and calibration. */
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { ageOn, shanghaiDay } from "../../shared/model/dates.ts";
import { Day } from "../../shared/model/primitives.ts";
import { requirePack } from "../../shared/packs/packs.ts";
import type { QuestionnairePack } from "../../shared/packs/questionnaire-pack.ts";
import { score } from "../../shared/rules/questionnaire.ts";
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

export const questionnaireVerbs: readonly Verb[] = [
  {
    words: "questionnaire score",
    usage: "SHEETS.jsonl --pack ID [--version V]",
    about: {
      "zh-CN": "给答卷评分：每行 {id?, answers, age? | birthDate?, on?}，每行输出一个结果；--json 时合为一个对象",
      "zh-TW": "給答卷評分：每行 {id?, answers, age? | birthDate?, on?}，每行輸出一個結果；--json 時合為一個物件",
      en: "score answer sheets: a line {id?, answers, age? | birthDate?, on?} in, a line out; with --json one object for all",
    },
    operands: ["SHEETS.jsonl"],
    options: { pack: { type: "string" }, version: { type: "string" } },
    required: ["pack"],
    run,
  },
];

/** `answers` by gate and question id: an option id or several. `on` is the day of the assessment, today when not said. */
const Sheet = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  answers: z.record(z.string(), z.union([z.string().transform((id) => [id]), z.array(z.string())])),
  age: z.int().min(0).max(150).optional(),
  birthDate: Day.optional(),
  on: Day.optional(),
});

async function run(args: Arguments, context: Context): Promise<Report> {
  const pack = requirePack(requiredOption(args, "pack"), optionalText(args, "version"));
  const content = await readText(operand(args, 0));
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  const today = shanghaiDay(context.clock.now());
  const results = lines.map((line, index) => scoreLine(pack, line, index + 1, today));
  const refused = results.filter((result) => "error" in result).length;
  return {
    json: { pack: { id: pack.id, version: pack.version }, sheets: results.length, refused, results },
    lines: results.map((result) => JSON.stringify(result)),
    exit: refused === 0 ? "ok" : refused < results.length ? "partly" : "refused",
  };
}

/** One result: what was reached and by which rules; or, for a sheet that cannot be scored, its error. */
function scoreLine(pack: QuestionnairePack, line: string, number: number, today: string): Record<string, unknown> {
  let id: string | number = number;
  try {
    const sheet = Sheet.parse(JSON.parse(line));
    id = sheet.id ?? number;
    const age = sheet.age ?? (sheet.birthDate === undefined ? undefined : ageOn(sheet.birthDate, sheet.on ?? today));
    const result = score(pack, sheet.answers, { age });
    return {
      id,
      total: result.total,
      blocks: pointsById(result.blocks),
      dimensions: pointsById(result.dimensions),
      band: result.band,
      caps: result.caps.filter((cap) => cap.applied).map((cap) => cap.id),
      flags: result.flags,
      contradictions: result.contradictions,
      level: result.level,
    };
  } catch (error) {
    if (error instanceof AppError) return { id, error: error.code, params: error.params };
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      return { id, error: "answers-invalid", params: { line: number } };
    }
    throw error;
  }
}

function pointsById(parts: readonly { readonly id: string; readonly points: number }[]): Record<string, number> {
  return Object.fromEntries(parts.map(({ id, points }) => [id, points]));
}
