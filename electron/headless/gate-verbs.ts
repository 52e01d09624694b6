/** @file `gate judge`: sales through the same gate as the screens, for audit and for calibrating a rule pack. */
import type { z } from "zod";
import type { GatePack } from "../../shared/packs/gate-pack.ts";
import { gatePack } from "../../shared/packs/gate-packs.ts";
import { SaleCase } from "../../shared/rules/sale-case.ts";
import { judgeSale } from "../../shared/rules/sale-gate.ts";
import { type Arguments, operand, type Report, readText, type Verb } from "./context.ts";
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

async function run(args: Arguments): Promise<Report> {
  const pack = gatePack();
  const content = await readText(operand(args, 0));
  const results = content
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [judgeLine(line, index + 1, pack)]));
  const refused = results.filter((result) => "error" in result).length;
  return {
    json: { pack: { id: pack.id, version: pack.version }, cases: results.length, refused, results },
    lines: results.map((result) => JSON.stringify(result)),
    exit: refused === 0 ? "ok" : refused < results.length ? "partly" : "refused",
  };
}

/** The decision; or, for a line that is no case, which fields are at fault. */
function judgeLine(line: string, number: number, pack: GatePack): Record<string, unknown> {
  const sale = SaleCase.safeParse(jsonOf(line));
  if (!sale.success) return { error: "case-invalid", line: number, at: faultsOf(sale.error) };
  const { outcome, findings, grade, pack: used } = judgeSale(sale.data, pack);
  return {
    ...(sale.data.id === undefined ? {} : { id: sale.data.id }),
    outcome,
    rules: findings.map(({ rule }) => rule),
    articles: [...new Set(findings.flatMap(({ cites }) => cites.map(({ source, article }) => `${source}:${article}`)))],
    grade,
    pack: used,
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Five at most; empty for a line that is not even an object. */
function faultsOf({ issues }: z.ZodError): string[] {
  const paths = issues.flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
    return keys.length === 0 ? [issue.path] : keys.map((key) => [...issue.path, key]);
  });
  return paths
    .filter((path) => path.length > 0)
    .map((path) => path.join("."))
    .slice(0, 5);
}
