/** @file `gate judge`: sales through the same gate as the screens, for audit and for calibrating a rule pack. */
import type { Language } from "../../shared/model/primitives.ts";
import type { GatePack } from "../../shared/packs/gate-pack.ts";
import { gatePack } from "../../shared/packs/gate-packs.ts";
import { SaleCase } from "../../shared/rules/sale-case.ts";
import { judgeSale } from "../../shared/rules/sale-gate.ts";
import { summaryOf } from "../../shared/rules/sale-summary.ts";
import { type Arguments, type Context, operand, type Report, readText, type Verb } from "./context.ts";
import { caseFaults } from "./gate-faults.ts";
import { gateFormat } from "./gate-format.ts";

export const gateVerbs: readonly Verb[] = [
  {
    words: "gate judge",
    usage: "CASES.jsonl",
    about: {
      "zh-CN": "判断能否销售：每行一个案例，每行输出一个结论；格式见 gate judge --help",
      "zh-TW": "判斷能否銷售：每列一個案例，每列輸出一個結論；格式見 gate judge --help",
      en: "judge sales: a case on each line in, a decision on each line out; for the format see gate judge --help",
    },
    details: gateFormat,
    operands: ["CASES.jsonl"],
    options: {},
    run,
  },
];

async function run(args: Arguments, { language }: Context): Promise<Report> {
  const pack = gatePack();
  const results = casesIn(await readText(operand(args, 0))).map(([line, raw]) => judgeCase(line, raw, pack, language));
  const refused = results.filter((result) => "error" in result).length;
  return {
    json: { pack: { id: pack.id, version: pack.version }, cases: results.length, refused, results },
    lines: results.map((result) => JSON.stringify(result)),
    exit: refused === 0 ? "ok" : refused < results.length ? "partly" : "refused",
  };
}

/** By line; or, where the file is one list, by place in it. */
function casesIn(content: string): readonly (readonly [number: number, raw: unknown])[] {
  const list = content.trimStart().startsWith("[") ? jsonOf(content) : undefined;
  if (Array.isArray(list)) return list.map((raw: unknown, index) => [index + 1, raw] as const);
  const lines = content.split("\n").map((line, index) => [index + 1, line] as const);
  return lines.filter(([, line]) => line.trim() !== "").map(([number, line]) => [number, jsonOf(line)] as const);
}

/** The decision; or, for what is no case, which fields are at fault and what they should be. */
function judgeCase(line: number, raw: unknown, pack: GatePack, language: Language): Record<string, unknown> {
  const sale = SaleCase.safeParse(raw);
  if (!sale.success) {
    const faults = caseFaults(sale.error, raw, language);
    const at = faults.flatMap((fault) => fault.at ?? []);
    return { error: "case-invalid", line, at, problems: faults.map(({ problem }) => problem) };
  }
  const decision = judgeSale(sale.data, pack);
  const { outcome, findings, grade, pack: used } = decision;
  return {
    ...(sale.data.id === undefined ? {} : { id: sale.data.id }),
    outcome,
    rules: findings.map(({ rule }) => rule),
    articles: [...new Set(findings.flatMap(({ cites }) => cites.map(({ source, article }) => `${source}:${article}`)))],
    grade,
    pack: used,
    text: summaryOf(decision, pack, language),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
